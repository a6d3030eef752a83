"""Reading a manuscript: whatever a teacher hands over, told by what is in the file and not by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop_app.core.archives import open_archive
from desktop_app.core.i18n import N_, _
from desktop_app.core.manuscripts.composing import composed
from desktop_app.core.manuscripts.doc import read_doc
from desktop_app.core.manuscripts.docx import MAIN, read_docx
from desktop_app.core.manuscripts.errors import NotADocument
from desktop_app.core.manuscripts.hostile import refuse_by_size
from desktop_app.core.manuscripts.manuscript import Manuscript
from desktop_app.core.manuscripts.odt import read_odt
from desktop_app.core.manuscripts.passages import Draft
from desktop_app.core.manuscripts.rtf import read_rtf
from desktop_app.core.manuscripts.text import draft_of, is_text, read_text

ENDINGS = (".docx", ".docm", ".doc", ".odt", ".rtf", ".txt")
"""For a file dialog; reading does not depend on them."""

_LOOKED_AT = 64 << 10
"""Bytes from the beginning that tell what a file is."""

_OTHERS = (
    (b"\xff\xd8\xff", N_("a picture")),
    (b"\x89PNG", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"BM", N_("a picture")),
    (b"RIFF", N_("a picture or a video")),
    (b"MZ", N_("a program")),
    (b"Rar!", N_("a packed folder")),
    (b"7z\xbc\xaf", N_("a packed folder")),
)
_WEB_PAGE = (b"<!doctype html", b"<html", b"mime-version:")


def read_manuscript(path: Path) -> Manuscript:
    """The manuscript in the file at ``path``. Nothing is written, nothing is kept open.

    Raises a UserError: DocumentIsEmpty, NotADocument, DocumentIsDamaged, DocumentIsTooBig, DocumentIsBomb,
    DocumentIsLocked, OldWordNotReadable, or one of archives; OSError when the file cannot be read at all.
    """
    refuse_by_size(path)
    return composed(_reader_of(path)(path), path.name)


def read_pasted(text: str, source_name: str = "") -> Manuscript:
    """The manuscript in a text pasted from a chat. Raises DocumentIsEmpty."""
    return composed(draft_of(text), source_name)


def _reader_of(path: Path) -> Callable[[Path], Draft]:
    with path.open("rb") as file:
        head = file.read(_LOOKED_AT)
    if head.startswith(b"PK\x03\x04"):
        return _reader_of_archive(path)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return read_doc
    if head.lstrip().startswith(b"{\\rtf"):
        return read_rtf
    if what := _other_kind(head):
        raise NotADocument(file=path.name, what=_(what))
    return read_text


def _reader_of_archive(path: Path) -> Callable[[Path], Draft]:
    with open_archive(path) as archive:
        names = {name.casefold() for name in archive.namelist()}
    if MAIN in names or any(name.startswith("word/") for name in names):
        return read_docx
    if "content.xml" in names and not any(name.startswith("xl/") for name in names):
        return read_odt
    raise NotADocument(file=path.name, what=_(_kind_of_archive(names)))


def _kind_of_archive(names: set[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return N_("an Excel table")
    if any(name.startswith("ppt/") for name in names):
        return N_("a PowerPoint file")
    return N_("a packed folder")


def _other_kind(head: bytes) -> str | None:
    """What a file is instead of a text; None for a text."""
    if head.startswith(b"%PDF"):
        return N_("a PDF file")
    if is_text(head):
        return N_("a web page") if _is_web_page(head) else None
    if head[4:8] == b"ftyp":
        return N_("a picture or a video")
    return next((what for beginning, what in _OTHERS if head.startswith(beginning)), N_("no text at all"))


def _is_web_page(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_WEB_PAGE)
