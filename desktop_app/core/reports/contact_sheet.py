"""The month's photos and videos at a glance: three a row, four rows a page, with caption, day, topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.i18n import in_vietnamese
from desktop_app.core.periods import short_date
from desktop_app.core.reports.decree import MM, decree
from desktop_app.core.reports.fonts import FAMILY, printable
from desktop_app.core.reports.photos import aspect, draw_photo
from desktop_app.core.reports.pieces import drawn, text
from desktop_app.core.reports.plain_paragraph import led_paragraph
from desktop_app.core.reports.snapshot import Material, PhotoInReport, VideoInReport
from desktop_app.core.reports.wording import shortened

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

COLUMNS = 3
BETWEEN = 5 * MM
BOX_HEIGHT = 34 * MM
CAPTION_GAP = 3.0
AFTER_ROW = 4 * MM
GROUND = "#F4F2EC"
VIDEO_GROUND = "#2B2A27"
VIDEO_SIGN = "#FFFFFF"


def contact_sheet(materials: tuple[Material, ...]) -> list[Flowable]:
    """Rows of three tiles, numbered from 1 so that the letter can name one."""
    return [_row(tiles) for tiles in tile_rows(materials)]


def tile_rows(materials: tuple[Material, ...]) -> list[list[tuple[int, Material]]]:
    """Numbered materials, three a row."""
    numbered = list(enumerate(materials, 1))
    return [numbered[start : start + COLUMNS] for start in range(0, len(numbered), COLUMNS)]


def length_words(seconds: float | None) -> str:
    """A video's length as 02:31, or 1:02:31 from an hour on."""
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"


def _row(tiles: list[tuple[int, Material]]) -> Flowable:
    room = decree().page.text_width
    width = (room - BETWEEN * (COLUMNS - 1)) / COLUMNS
    words = [_words(number, material) for number, material in tiles]
    heights = [[float(each.wrap(width, 10_000)[1]) for each in lines] for lines in words]
    words_height = max(map(sum, heights))

    def draw(canvas: Canvas) -> None:
        bottom = AFTER_ROW + words_height + CAPTION_GAP
        for column, ((_, material), each) in enumerate(zip(tiles, words, strict=True)):
            x = column * (width + BETWEEN)
            _draw_tile(canvas, material, x, bottom, width)
            y = bottom - CAPTION_GAP
            for piece, piece_height in zip(each, heights[column], strict=True):
                y -= piece_height
                piece.drawOn(canvas, x, y)

    return drawn(room, BOX_HEIGHT + CAPTION_GAP + words_height + AFTER_ROW, draw)


def tile_words(material: Material) -> tuple[str, str]:
    """What stands under a tile: its caption, and the quiet line of day, topic and author ("" for none)."""
    facts = [short_date(material.taken_on), material.topic, material.credit]
    quiet = shortened(" · ".join(fact for fact in facts if fact))
    return shortened(material.caption) or in_vietnamese("(no caption)"), quiet


def _words(number: int, material: Material) -> list[Flowable]:
    caption, quiet = tile_words(material)
    numbered = led_paragraph("sheet", f"{number}.", printable(caption))
    return [numbered, text("quiet_sheet", quiet)] if quiet else [numbered]


def _draw_tile(canvas: Canvas, material: Material, x: float, y: float, width: float) -> None:
    path = material.path if isinstance(material, PhotoInReport) else material.poster
    canvas.setFillColor(GROUND if isinstance(material, PhotoInReport) else VIDEO_GROUND)
    canvas.rect(x, y, width, BOX_HEIGHT, stroke=0, fill=1)
    if path is not None or isinstance(material, PhotoInReport):
        shape = aspect(path) or width / BOX_HEIGHT
        height = min(BOX_HEIGHT, width / shape)
        left = x + (width - height * shape) / 2
        draw_photo(canvas, path, left, y + (BOX_HEIGHT - height) / 2, height * shape, height)
    if isinstance(material, VideoInReport):
        _draw_video_sign(canvas, material, x + width / 2, y + BOX_HEIGHT / 2)


def _draw_video_sign(canvas: Canvas, video: VideoInReport, x: float, y: float) -> None:
    """A triangle in a ring, and how long the video is: paper cannot play it."""
    canvas.setFillColor(VIDEO_GROUND)
    canvas.setStrokeColor(VIDEO_SIGN)
    canvas.setLineWidth(1.2)
    canvas.circle(x, y + 4, 14, stroke=1, fill=1)
    triangle = canvas.beginPath()
    triangle.moveTo(x - 4.5, y - 3)
    triangle.lineTo(x - 4.5, y + 11)
    triangle.lineTo(x + 8, y + 4)
    triangle.close()
    canvas.setFillColor(VIDEO_SIGN)
    canvas.drawPath(triangle, stroke=0, fill=1)
    canvas.setFont(FAMILY, 10)
    canvas.drawCentredString(x, y - 24, video_words(video))


def video_words(video: VideoInReport) -> str:
    """“Video 02:31”."""
    return f"{in_vietnamese('Video (tile)')} {length_words(video.seconds)}".strip()
