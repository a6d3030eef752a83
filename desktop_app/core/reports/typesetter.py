"""The typesetter, loaded with the first paper and without what no paper of ours asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

_compiled: Any = re.compile


@cache
def load_typesetter() -> None:
    """Load it; a second call finds it there."""
    with _costly_pattern_waits():
        import reportlab.platypus  # noqa: F401  loads with the first paper, not with the window


class _Later:
    """A pattern that is compiled when it is first asked for something."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._asked = pattern, flags

    def __getattr__(self, name: str) -> Any:
        return getattr(_compiled(*self._asked), name)


@contextmanager
def _costly_pattern_waits() -> Iterator[None]:
    """For hyphenated web addresses the typesetter compiles 60 000 letters in both cases, a tenth of our first paper.

    We never hyphenate. Another thread may compile a pattern meanwhile: it gets one that answers as it should.
    """
    re.compile = _compiled_or_later
    try:
        yield
    finally:
        re.compile = _compiled


def _compiled_or_later(pattern: Any, flags: int = 0) -> Any:
    """Only a pattern of every letter there is, whatever its case, is costly."""
    costly = isinstance(pattern, str) and flags == re.IGNORECASE and "-\uffff" in pattern
    return _Later(pattern, flags) if costly else _compiled(pattern, flags)
