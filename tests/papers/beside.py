"""A printed paper beside the decree's drawing: its pages at the same scale, the same numbers at the same parts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from tests.papers.elements import Found
from tests.papers.sheet import DPI, INK, LINE, layout, letters, number_mark

EDGE, HEAD = 16, 34
COLOURS = 48
"""Enough for black letters, one ink for the marks and the edges of both."""


def picture(title: str, paper: Path, found: Sequence[Found]) -> Image.Image:
    """The drawing, the first page, and the page with the signature where that is another."""
    pages = sorted({1, *(one.run.page for one in found if one.name == "post")})
    sheets = [("Nghị định 30/2020/NĐ-CP, phụ lục I, mục IV", layout())]
    sheets += [(f"{title}, trang {number}", _page(paper, number, found)) for number in pages]
    width, height = sheets[0][1].size
    whole = Image.new("RGB", (len(sheets) * (width + EDGE) + EDGE, height + HEAD + EDGE), "#FAFAF7")
    draw = ImageDraw.Draw(whole)
    for place, (words, sheet) in enumerate(sheets):
        left = EDGE + place * (width + EDGE)
        whole.paste(sheet, (left, HEAD))
        draw.rectangle((left - 1, HEAD - 1, left + width, HEAD + height), outline=LINE)
        draw.text((left, 8), words, font=letters(14, "SemiBold"), fill=INK)
    return whole.quantize(COLOURS, dither=Image.Dither.NONE)


def _page(paper: Path, number: int, found: Sequence[Found]) -> Image.Image:
    with pypdfium2.PdfDocument(paper) as pages:
        page: Image.Image = pages[number - 1].render(scale=DPI / 72).to_pil().convert("RGB")
    draw = ImageDraw.Draw(page)
    marked: set[str] = set()
    for one in sorted(found, key=lambda each: each.run.top):
        if one.run.page == number and one.box not in marked:
            marked.add(one.box)
            middle = (one.run.top + one.run.bottom) / 2
            number_mark(draw, one.run.left * DPI / 72 - 18, middle * DPI / 72, one.box)
    return page
