"""The decree's drawing of where each part of a paper stands (appendix I, part I, section IV), to scale on A4."""

from __future__ import annotations

from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from desktop_app.core.paths import ASSETS

DPI = 96
WIDTH_MM, HEIGHT_MM = 210, 297
INK, LINE, MARK = "#2B2A27", "#8A867C", "#A8326E"


class Box(NamedTuple):
    """A numbered place: millimetres from the upper left corner, the decree's name for it, the look it asks for."""

    number: str
    left: float
    top: float
    width: float
    height: float
    name: str
    look: str


BOXES = (
    Box("1", 110, 20, 85, 15, "Quốc hiệu và Tiêu ngữ", "in hoa, đậm, cỡ 12-13 / in thường, đậm, cỡ 13-14"),
    Box("2", 30, 20, 76, 15, "Tên cơ quan ban hành", "in hoa, cỡ 12-13; cơ quan ban hành in đậm"),
    Box("3", 30, 36, 76, 11, "Số, ký hiệu", "in thường, đứng, cỡ 13"),
    Box("4", 110, 36, 85, 11, "Địa danh và thời gian", "in thường, nghiêng, cỡ 13-14"),
    Box("5b", 30, 48, 76, 11, "Trích yếu công văn", "in thường, đứng, cỡ 12-13"),
    Box("5a", 30, 63, 165, 16, "Tên loại và trích yếu", "tên loại in hoa, trích yếu in thường; đậm, cỡ 13-14"),
    Box("9a", 60, 82, 120, 10, "Kính gửi", "in thường, đứng, cỡ 13-14"),
    Box("6", 30, 96, 165, 112, "Nội dung văn bản", "in thường, đứng, cỡ 13-14; lùi đầu dòng 1-1,27 cm"),
    Box("9b", 30, 213, 76, 40, "Nơi nhận", "“Nơi nhận:” nghiêng, đậm, cỡ 12; danh sách cỡ 11"),
    Box("7a", 110, 213, 85, 10, "Chức vụ của người ký", "in hoa, đứng, đậm, cỡ 13-14"),
    Box("7c", 130, 225, 65, 16, "Chữ ký", ""),
    Box("8", 110, 225, 19, 16, "Dấu", ""),
    Box("7b", 110, 243, 85, 10, "Họ tên của người ký", "in thường, đứng, đậm, cỡ 13-14"),
    Box("13", 30, 266, 165, 9, "Địa chỉ, điện thoại, thư điện tử (nếu cần)", ""),
)


def pixels(mm: float) -> int:
    return round(mm / 25.4 * DPI)


def letters(size: int, weight: str = "Regular") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(ASSETS / "fonts" / f"BeVietnamPro-{weight}.ttf", size)


def layout() -> Image.Image:
    """The drawing, each box with its number, its name and its look."""
    sheet = Image.new("RGB", (pixels(WIDTH_MM), pixels(HEIGHT_MM)), "white")
    draw = ImageDraw.Draw(sheet)
    for box in BOXES:
        _draw(draw, box)
    return sheet


def _draw(draw: ImageDraw.ImageDraw, box: Box) -> None:
    left, top = pixels(box.left), pixels(box.top)
    right, bottom = pixels(box.left + box.width), pixels(box.top + box.height)
    draw.rectangle((left, top, right, bottom), outline=LINE)
    number_mark(draw, left + 14, top + 14, box.number)
    draw.text((left + 30, top + 5), box.name, font=letters(12, "SemiBold"), fill=INK)
    for line, words in enumerate(_lines(box.look, right - left - 36)):
        draw.text((left + 30, top + 21 + 13 * line), words, font=letters(10), fill=INK)


def _lines(words: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and letters(10).getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def number_mark(draw: ImageDraw.ImageDraw, x: float, y: float, number: str) -> None:
    """A numbered dot with its middle at x, y (pixels)."""
    half = 11
    draw.ellipse((x - half, y - half, x + half, y + half), fill="white", outline=MARK, width=2)
    draw.text((x, y), number, font=letters(11, "SemiBold"), fill=MARK, anchor="mm")
