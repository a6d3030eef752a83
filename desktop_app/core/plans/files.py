"""A plan's file, whatever it is called, becomes a draft: plain text, Word or PDF."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop_app.core.errors import UserError
from desktop_app.core.plans import questions
from desktop_app.core.plans.draft import PlanDraft
from desktop_app.core.plans.errors import (
    PlanIsArchive,
    PlanIsDamaged,
    PlanIsEmpty,
    PlanIsFolder,
    PlanIsLocked,
    PlanIsMissing,
    PlanIsNoText,
    PlanIsNotNamedRight,
    PlanIsOldWord,
    PlanIsPdfInDisguise,
    PlanIsPicture,
    PlanIsTooBig,
    PlanNotOpened,
)
from desktop_app.core.plans.pdf_file import pdf_text
from desktop_app.core.plans.reader import read_plan
from desktop_app.core.plans.word_file import word_text

MOST_BYTES = 5 << 20

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\x0b\x0c\r\x1a\x1b")


def read_plan_file(path: Path) -> PlanDraft:
    """The plan in a .txt, .docx or .pdf file of at most 5 MB.

    Raises a UserError of plans.errors or archives, each with its own hint.
    """
    content = _content_of(path)
    text, is_old = _text_of(path, content)
    draft = read_plan(text, sha256=hashlib.sha256(content).hexdigest(), file=path.name)
    return replace(draft, questions=(questions.old_encoding(), *draft.questions)) if is_old else draft


def _content_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise PlanIsFolder(file=path.name)
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise PlanIsTooBig(file=path.name, megabytes=f"{size / (1 << 20):.1f}", limit=MOST_BYTES >> 20)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise PlanIsMissing(file=path.name) from error
    except OSError as error:
        raise PlanNotOpened(file=path.name) from error
    if not content.strip():
        raise PlanIsEmpty(file=path.name)
    return content


def _text_of(path: Path, content: bytes) -> tuple[str, bool]:
    """The text, and whether it came from an encoding older than Unicode."""
    ending = path.suffix.lower()
    refused = _refusal(content, ending)
    if refused:
        raise refused(file=path.name, ending=ending or path.name)
    if ending == ".docx":
        return word_text(path), False
    return (pdf_text(path), False) if ending == ".pdf" else _decoded(path, content)


def _refusal(content: bytes, ending: str) -> Callable[..., UserError] | None:
    """Why content and name do not go together, or None."""
    if b"%PDF-" in content[:1024]:
        return None if ending == ".pdf" else PlanIsPdfInDisguise
    if content.startswith(_ZIP):
        return _zip_refusal(content, ending)
    if content.startswith(_OLE):
        return PlanIsLocked if ending == ".docx" else PlanIsOldWord  # Word locks a .docx inside an old container
    if content.startswith(_PICTURES) or content[4:8] == b"ftyp" or content[8:12] == b"WEBP":
        return PlanIsPicture
    return _text_refusal(content, ending)


def _text_refusal(content: bytes, ending: str) -> Callable[..., UserError] | None:
    is_text = content.startswith(_UTF16) or _is_text(content)
    if ending in {".docx", ".pdf"}:
        return PlanIsNotNamedRight if is_text else PlanIsDamaged
    return None if is_text else PlanIsNoText


def _zip_refusal(content: bytes, ending: str) -> Callable[..., UserError] | None:
    if ending == ".docx":
        return None
    return PlanIsNotNamedRight if b"word/document.xml" in content else PlanIsArchive


def _is_text(content: bytes) -> bool:
    return not content.startswith(b"{\\rtf") and not _CONTROLS.intersection(content)


def _decoded(path: Path, content: bytes) -> tuple[str, bool]:
    try:
        if content.startswith(_UTF16):
            return content.decode("utf-16"), False
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1258"), True
    except UnicodeDecodeError as error:
        raise PlanIsNoText(file=path.name) from error
