"""What a damaged picture makes its decoder say, and what we say for it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.core.media.errors import BROKEN, GONE, TOO_LARGE, NotTaken

DAMAGE = (
    *(OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, ArithmeticError),
    *(struct.error, zlib.error, RuntimeError, MemoryError),
)
"""Everything decoders raise over bytes they cannot make sense of (tried with thousands of spoilt files)."""


@contextmanager
def damage_named() -> Iterator[None]:
    """Round reading a picture, never round writing one: a full disk is no damage. Raises NotTaken."""
    from PIL.Image import DecompressionBombError

    try:
        yield
    except NotTaken:
        raise
    except DecompressionBombError as error:
        raise NotTaken(TOO_LARGE) from error
    except FileNotFoundError as error:
        raise NotTaken(GONE) from error
    except DAMAGE as error:
        raise NotTaken(BROKEN) from error
