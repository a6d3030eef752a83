"""Papers the school keeps a copy of: scans of decisions, screenshots, minutes, letters of authority."""

from __future__ import annotations

import hashlib
import io
import shutil
from pathlib import Path
from typing import BinaryIO, NamedTuple

from db.text import nfc
from desktop_app.core.errors import UserError
from desktop_app.core.files import sha256_of, written_aside
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_

FOLDER = "evidence"


class PaperUnreadable(UserError):
    message = N_("The file {name} cannot be read.")
    hint = N_("Is the stick still there, and does the file open in another program?")


class KeptPaper(NamedTuple):
    """A copy under the home folder: its place relative to it, what names it, what it was called."""

    place: str
    sha256: str
    name: str


def keep_paper(home: Home, file: Path) -> KeptPaper:
    """Copy ``file`` into the home folder by its hash; the same bytes are kept once. Raises PaperUnreadable."""
    try:
        sha256, source = sha256_of(file), file.open("rb")
    except OSError as error:
        raise PaperUnreadable(name=file.name) from error
    with source:
        return _kept(home, source, sha256, file.name)


def keep_bytes(home: Home, payload: bytes, name: str) -> KeptPaper:
    """The same for what was never a file, as a screenshot from the clipboard."""
    return _kept(home, io.BytesIO(payload), hashlib.sha256(payload).hexdigest(), name)


def paper_of(home: Home, sha256: str) -> Path | None:
    """Where the copy named by this hash lies, or None when it is gone."""
    return next(iter((home.root / FOLDER / sha256[:2]).glob(f"{sha256}.*")), None) if sha256 else None


def _kept(home: Home, source: BinaryIO, sha256: str, name: str) -> KeptPaper:
    place = Path(FOLDER) / sha256[:2] / f"{sha256}{Path(name).suffix.lower()}"
    if not (home.root / place).exists():
        with written_aside(home.root / place) as target:
            shutil.copyfileobj(source, target)
    return KeptPaper(place.as_posix(), sha256, nfc(name))
