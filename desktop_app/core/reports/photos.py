"""Photos on a paper: two a row at one height, never bent, each above its caption."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.i18n import in_vietnamese
from desktop_app.core.periods import short_date
from desktop_app.core.reports.decree import MM, decree
from desktop_app.core.reports.fonts import FAMILY
from desktop_app.core.reports.pdf_file import Jpeg, put_photo
from desktop_app.core.reports.pieces import drawn, text
from desktop_app.core.reports.snapshot import PhotoInReport
from desktop_app.core.reports.wording import shortened

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

BETWEEN = 4 * MM
TALLEST = 75 * MM
ALONE_WIDEST = 110 * MM
CAPTION_GAP = 3.0
AFTER_ROW = 8.0
FRAME_COLOUR = "#B9B4A6"
NOTE_COLOUR = "#6B675E"
UNKNOWN_ASPECT = 4 / 3
KEPT_HEADERS = 1024


def photo_rows(photos: tuple[PhotoInReport, ...]) -> list[Flowable]:
    """Photos two a row; landscape and portrait beside each other get one height and share the width."""
    return [_row(pair) for pair in photo_pairs(photos)]


def aspect(path: Path | None) -> float | None:
    """Width against height of a JPEG from its header alone; None where there is no readable picture."""
    facts = _jpeg(path)
    return facts.width / facts.height if facts else None


def _jpeg(path: Path | None) -> Jpeg | None:
    try:
        facts = path.stat() if path else None
    except OSError:
        return None
    return _jpeg_as_it_is(str(path), facts.st_size, facts.st_mtime_ns) if facts else None


@lru_cache(maxsize=KEPT_HEADERS)
def _jpeg_as_it_is(path: str, _size: int, _changed: int) -> Jpeg | None:
    """Asked when a row is measured and again when it is drawn; a file that changed is read anew."""
    from reportlab.pdfbase import pdfutils

    try:
        with Path(path).open("rb") as file:
            facts: Any = pdfutils.readJPEGInfo(file)
        width, height, colours, _resolution = facts
        return Jpeg(width, height, colours) if width and height and colours in (1, 3, 4) else None
    except Exception:  # the library raises whatever a damaged header leads it to
        return None


def draw_photo(canvas: Canvas, path: Path | None, x: float, y: float, width: float, height: float) -> None:
    """The picture in its box, bytes as they are; a frame that says so where the file cannot be read."""
    facts = _jpeg(path)
    if path is not None and facts:
        put_photo(canvas, path, facts, (x, y, width, height))
        return
    canvas.setStrokeColor(FRAME_COLOUR)
    canvas.setLineWidth(0.6)
    canvas.rect(x, y, width, height)
    canvas.setFillColor(NOTE_COLOUR)
    canvas.setFont(FAMILY, 10)
    words = in_vietnamese("The photo file cannot be read")
    canvas.drawCentredString(x + width / 2, y + height / 2 - 3, words)


def caption_words(photo: PhotoInReport) -> str:
    """What is under a photo: what it shows, when, whose it is."""
    credit = in_vietnamese("Photo: {name}").format(name=shortened(photo.credit)) if photo.credit else ""
    day = in_vietnamese("on {date} (photo)").format(date=short_date(photo.taken_on)) if photo.taken_on else ""
    shown = shortened(photo.caption.strip()).rstrip(".")
    return ". ".join(part for part in (", ".join(part for part in (shown, day) if part), credit) if part)


def row_sizes(photos: tuple[PhotoInReport, ...]) -> tuple[list[float], float]:
    """Widths and the one height of a row's photos, in points."""
    aspects = [aspect(photo.path) or UNKNOWN_ASPECT for photo in photos]
    room = decree().page.text_width - BETWEEN * (len(photos) - 1) if len(photos) > 1 else ALONE_WIDEST
    height = min(TALLEST, room / sum(aspects))
    return [height * each for each in aspects], height


def photo_pairs(photos: tuple[PhotoInReport, ...]) -> list[tuple[PhotoInReport, ...]]:
    """The rows that photos stand in: two by two."""
    return [photos[start : start + 2] for start in range(0, len(photos), 2)]


def _row(photos: tuple[PhotoInReport, ...]) -> Flowable:
    """One or two photos as one piece: they and their captions never part."""
    room = decree().page.text_width
    widths, height = row_sizes(photos)
    captions = [text("caption", caption_words(photo)) for photo in photos]
    caption_height = max(_height(caption, each) for caption, each in zip(captions, widths, strict=True))

    def draw(canvas: Canvas) -> None:
        x = (room - sum(widths) - BETWEEN * (len(widths) - 1)) / 2
        bottom = AFTER_ROW + caption_height + CAPTION_GAP
        for photo, caption, each in zip(photos, captions, widths, strict=True):
            draw_photo(canvas, photo.path, x, bottom, each, height)
            caption.drawOn(canvas, x, bottom - CAPTION_GAP - caption.height)
            x += each + BETWEEN

    return drawn(room, height + CAPTION_GAP + caption_height + AFTER_ROW, draw)


def _height(caption: Flowable, width: float) -> float:
    return float(caption.wrap(max(width, 30 * MM), 10_000)[1])
