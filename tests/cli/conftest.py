"""The command line as a user runs it: words in, exit code, stdout and stderr out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from desktop_app.__main__ import main


class Ran(NamedTuple):
    """What one command did."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def loa(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run ``loa --home <tmp> WORDS``."""

    def run(*words: object) -> Ran:
        code = main(["--home", str(tmp_path / "home"), *(str(word) for word in words)])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run
