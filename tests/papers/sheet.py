"""The decree's drawing of where each part of a paper stands (appendix I, part I, sections II to IV), to scale on A4.

The decree draws it as a picture without measures: the numbers, names, order and sides are its own, heights are ours.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from desktop_app.core.paths import ASSETS
from desktop_app.core.reports.decree import decree
from tests.papers.measures import asked_look, placed, spanned

DPI = 144
INK, QUIET, FRAME, MARK, UNUSED = "#2B2A27", "#6B675E", "#8FB0D3", "#1F5FA8", "#A8A499"
LONGEST_FOOT = 40
"""Millimetres under the last words that are still the page's margin and not its end."""
Pixels = tuple[float, float, float, float]


class Box(NamedTuple):
    """A numbered place: millimetres from the upper left corner, its name; the elements it holds, or plain words."""

    number: str
    left: float
    top: float
    right: float
    bottom: float
    name: str
    elements: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()


READING = "II.2b là mục II, khoản 2, điểm b của phụ lục I, phần I"

BOXES = (
    Box("14", 132, 8, 195, 17, "Chữ ký số của bản sao điện tử"),
    Box("2", 30, 20, 97, 38, "Tên cơ quan, tổ chức", (("chủ quản", "authority"), ("ban hành", "issuer"))),
    Box("1", 99, 20, 195, 38, "Quốc hiệu và Tiêu ngữ", (("Quốc hiệu", "state_name"), ("Tiêu ngữ", "motto"))),
    Box("3", 30, 40, 97, 50, "Số, ký hiệu", (("", "number"),)),
    Box("4", 99, 40, 195, 50, "Địa danh và thời gian", (("", "place_and_date"),)),
    Box("5b", 30, 52, 97, 62, "Trích yếu công văn", (("", "concerning"),)),
    Box("10a", 30, 64, 59, 72, "Độ mật"),
    Box("10b", 30, 74, 59, 82, "Độ khẩn"),
    Box("11", 30, 84, 59, 93, "Lưu hành"),
    Box("5a", 61, 64, 164, 80, "Tên loại và trích yếu", (("tên loại", "kind"), ("trích yếu", "subject"))),
    Box("9a", 61, 82, 164, 93, "Kính gửi", (("", "addressees"),)),
    Box(
        "6", 30, 96, 195, 199, "Nội dung văn bản",
        (("lời văn", "body"), ("căn cứ", "basis"), ("mục", "section"), ("khoản có tiêu đề", "clause")),
        (
            "Canh đều hai lề; lùi đầu dòng 1 cm hoặc 1,27 cm;",
            "giữa hai đoạn ít nhất 6 pt; giãn dòng 1-1,5 (II.6e)",
            "", READING,
        ),
    ),
    Box(
        "9b", 30, 203, 97, 236, "Nơi nhận", (("từ", "recipients_word"), ("danh sách", "recipients")),
        ("Ngang hàng với 7a, sát lề trái;", "dòng cuối: “- Lưu: VT, …”"),
    ),
    Box("7a", 99, 203, 195, 213, "Quyền hạn, chức vụ của người ký", (("", "post"),)),
    Box("8", 99, 215, 131, 236, "Dấu", (), ("đỏ, trùm 1/3 chữ ký", "về bên trái", "(II.8a)")),
    Box("7c", 133, 215, 195, 236, "Chữ ký", (), ("xanh, giữa chức vụ và họ tên", "(II.7d)")),
    Box("7b", 99, 238, 195, 248, "Họ và tên", (("", "signer"),)),
    Box("12", 30, 238, 97, 248, "Ký hiệu người soạn, số bản"),
    Box("13", 30, 264, 195, 273, "Địa chỉ; thư điện tử; điện thoại"),
)  # fmt: skip


def pixels(mm: float) -> float:
    """A length on the sheet."""
    return mm / 25.4 * DPI


@cache
def letters(size: int, weight: str = "Regular") -> ImageFont.FreeTypeFont:
    """The window's own letters, ``size`` pixels high."""
    return ImageFont.truetype(ASSETS / "fonts" / f"BeVietnamPro-{weight}.ttf", size)


def layout(used: Collection[str]) -> Image.Image:
    """The drawing; the boxes that a paper does not use stand in grey."""
    page = decree().page
    sheet = Image.new("RGB", (round(pixels(page.width_mm)), round(pixels(page.height_mm))), "white")
    draw = ImageDraw.Draw(sheet)
    ranges = (page.left_range, page.right_range, page.top_range, page.bottom_range)
    margins(draw, (page.left_mm, page.right_mm, page.top_mm, page.bottom_mm), [spanned(each) for each in ranges])
    draw.text((pixels(105), pixels(12)), "Số trang: từ trang 2", font=letters(15), fill=QUIET, anchor="mm")
    for box in BOXES:
        _draw(draw, box, in_use=box.number in used)
    return sheet


def margins(draw: ImageDraw.ImageDraw, lengths: tuple[float, ...], words: list[str]) -> None:
    """The four margins in millimetres as arrows from the sheet's edge to the text: left, right, top, bottom.

    Where the words end long before the foot of the page there is no margin to show.
    """
    left, right, top, bottom = lengths
    width, height = decree().page.width_mm, decree().page.height_mm
    _arrow(draw, (1, 150, left - 1, 150), words[0])
    _arrow(draw, (width - right + 1, 150, width - 1, 150), words[1])
    _arrow(draw, (48, 1, 48, top - 1), words[2])
    if bottom < LONGEST_FOOT:
        _arrow(draw, (48, height - bottom + 1, 48, height - 1), words[3])


def tag(draw: ImageDraw.ImageDraw, x: float, y: float, number: str, colour: str = MARK) -> None:
    """A box's number on its ground; x, y is the upper left corner in pixels."""
    width, height = tag_size(number)
    draw.rounded_rectangle((x, y, x + width, y + height), 4, fill=colour)
    draw.text((x + width / 2, y + height / 2), number, font=letters(15, "SemiBold"), fill="white", anchor="mm")


def tag_size(number: str) -> tuple[float, float]:
    """Width and height of a number's ground in pixels."""
    return 14 + letters(15, "SemiBold").getlength(number), 21


def dashed(draw: ImageDraw.ImageDraw, edges: Pixels, colour: str) -> None:
    """A rectangle of dashes: a place left free."""
    left, top, right, bottom = edges
    for x in range(round(left), round(right), 9):
        draw.line((x, top, min(x + 5, right), top), fill=colour)
        draw.line((x, bottom, min(x + 5, right), bottom), fill=colour)
    for y in range(round(top), round(bottom), 9):
        draw.line((left, y, left, min(y + 5, bottom)), fill=colour)
        draw.line((right, y, right, min(y + 5, bottom)), fill=colour)


def _draw(draw: ImageDraw.ImageDraw, box: Box, *, in_use: bool) -> None:
    edges = (pixels(box.left), pixels(box.top), pixels(box.right), pixels(box.bottom))
    left, top, _right, _bottom = edges
    if in_use:
        draw.rectangle(edges, outline=MARK)
    else:
        dashed(draw, edges, UNUSED)
    tag(draw, left, top, box.number, MARK if in_use else UNUSED)
    words = left + tag_size(box.number)[0] + 7
    draw.text((words, top + 1), box.name, font=letters(18, "SemiBold"), fill=INK if in_use else QUIET)
    for line, said in enumerate(_said(box)):
        draw.text((left + 9, top + 28 + 21 * line), said, font=letters(15), fill=INK if in_use else QUIET)


def _said(box: Box) -> list[str]:
    """“chủ quản: in hoa, đứng, cỡ 12-13 (II.2b)”."""
    said = []
    for name, key in box.elements:
        element = decree().elements[key]
        said.append(f"{f'{name}: ' if name else ''}{asked_look(element)} ({short(element.source)})")
    return [*said, *box.words]


def short(source: str) -> str:
    """“mục II, khoản 2, điểm b” as “II.2b”: the page under the picture has it whole."""
    place = placed(source)
    for word, sign in (("mục ", ""), (", khoản ", "."), (", số ", ".")):
        place = place.replace(word, sign)
    return place


def _arrow(draw: ImageDraw.ImageDraw, ends: Pixels, words: str) -> None:
    """A line with two heads and its length beside it, in millimetres."""
    x, y, to_x, to_y = (pixels(mm) for mm in ends)
    draw.line((x, y, to_x, to_y), fill=QUIET)
    level = y == to_y
    for end, way in (((x, y), 1), ((to_x, to_y), -1)):
        tips = ((6, 3), (6, -3)) if level else ((3, 6), (-3, 6))
        heads = [(end[0] + way * dx, end[1] + way * dy) for dx, dy in tips]
        draw.polygon([end, *heads], fill=QUIET)
    if level:
        draw.text(((x + to_x) / 2, y - 6), words, font=letters(13), fill=QUIET, anchor="ms")
        draw.text(((x + to_x) / 2, y + 6), "mm", font=letters(13), fill=QUIET, anchor="ma")
    else:
        draw.text((x + 8, (y + to_y) / 2), f"{words} mm", font=letters(13), fill=QUIET, anchor="lm")
