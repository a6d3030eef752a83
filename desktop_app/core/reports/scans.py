"""The scan of a signed paper: a PDF or a picture that opens, is whole, and is what its name says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, _
from desktop_app.core.media.damage import damage_named
from desktop_app.core.media.errors import NotTaken
from desktop_app.core.media.pictures import opened
from desktop_app.core.papers import PaperUnreadable

if TYPE_CHECKING:
    from PIL import Image
    from pypdfium2 import PdfDocument

LARGEST = 100 * 1024 * 1024
"""Bytes: twenty pages in colour at 300 dpi are far below this."""
MOST_PAGES = 200
SHORT_EDGE = 1654
"""Pixels across an A4 page at 200 dpi (210 mm): the least the decree asks of a scan."""
PICTURES = (".jpg", ".jpeg", ".png", ".heic", ".tif", ".tiff")
SCAN_FILES = "*.pdf *.jpg *.jpeg *.png *.heic *.tif *.tiff"
_OLDEST_PDF = 14


class ScanRefused(UserError):
    message = N_("{name} cannot be kept as the scan: {why}.")
    hint = N_("Scan the signed paper as a PDF in colour at 200 dpi or more, or take a sharp photo of it.")


def check_scan(file: Path) -> tuple[str, ...]:
    """Advice on what a scan has less than the decree asks (NĐ 30/2020: PDF 1.4 or later, colour, 200 dpi, 1:1).

    Raises ScanRefused, PaperUnreadable.
    """
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            head = stream.read(1024)
    except OSError as error:
        raise PaperUnreadable(name=file.name) from error
    if size > LARGEST:
        raise ScanRefused(name=file.name, why=_("it is larger than {most} MB").format(most=LARGEST >> 20))
    if b"%PDF-" in head:
        return _check_pdf(file)
    return _check_picture(file)


def _check_pdf(file: Path) -> tuple[str, ...]:
    import pypdfium2  # 8 MB of library that only scans and previews need

    if file.suffix.lower() != ".pdf":
        raise ScanRefused(name=file.name, why=_("it is a PDF under another name"))
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        raise ScanRefused(name=file.name, why=_("it is damaged or locked with a password")) from error
    with document:
        return _advice_on(document, file.name)


def _advice_on(document: PdfDocument, name: str) -> tuple[str, ...]:
    pages = len(document)
    if not 1 <= pages <= MOST_PAGES:
        raise ScanRefused(name=name, why=_("it has {pages} pages").format(pages=pages))
    old = (document.get_version() or _OLDEST_PDF) < _OLDEST_PDF
    return (_("It is a PDF older than version 1.4; the decree asks for 1.4 or later."),) if old else ()


def _check_picture(file: Path) -> tuple[str, ...]:
    if file.suffix.lower() not in PICTURES:
        raise ScanRefused(name=file.name, why=_("it is neither a PDF nor a picture"))
    try:
        with opened(file) as picture, damage_named():
            picture.load()
            return tuple(_advice_on_picture(picture))
    except NotTaken as refusal:
        raise ScanRefused(name=file.name, why=_(refusal.reason)) from refusal


def _advice_on_picture(picture: Image.Image) -> list[str]:
    advice = [_("It is a picture; the decree asks for a PDF.")]
    if min(picture.size) < SHORT_EDGE:
        advice.append(_("It is coarser than 200 dpi; small letters may be hard to read."))
    if picture.mode in ("1", "L", "LA"):
        advice.append(_("It is without colour; the red of the seal is not to be seen."))
    return advice
