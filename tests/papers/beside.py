"""A printed paper beside the decree's drawing: its page at the same scale, the same numbers at the same parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageColor, ImageDraw

from desktop_app.core.reports.decree import MM
from tests.papers.elements import Found, Run, Sheets, read
from tests.papers.measures import is_outside, margins_of, written
from tests.papers.sheet import DPI, FRAME, INK, MARK, UNUSED, Pixels, dashed, layout, letters, margins, tag, tag_size

EDGE, HEAD = 20, 40
ROOM = 6
"""Pixels between a part's letters and its frame."""
GROUND = "#F4F3EF"
INKS = ("#1F6F5C", "#D9D9D9", GROUND, FRAME, MARK, UNUSED)
"""The colours of the charts, the ground and the marks; with ten greys for the letters, four bits a pixel."""
SIGNATURE = 44 * MM


class Place(NamedTuple):
    """A numbered part on a page, in points from its upper left corner; ``free`` is left for pen and seal."""

    box: str
    left: float
    top: float
    right: float
    bottom: float
    free: bool = False


def picture(title: str, paper: Path, found: Sequence[Found], number: int = 1) -> Image.Image:
    """The decree's drawing, and beside it the page of the paper with this number."""
    sheets = read(paper)
    ours = _page(paper, sheets, found, number)
    drawn = layout({*(one.box for one in found), *(("7c", "8") if any(one.box == "7b" for one in found) else ())})
    width, height = ours.size
    whole = Image.new("RGB", (2 * (width + EDGE) + EDGE, height + HEAD + EDGE), GROUND)
    heads = ("Nghị định 30/2020/NĐ-CP, phụ lục I, phần I", f"{title}, trang {number} (cùng tỷ lệ)")
    for place, (words, sheet) in enumerate(zip(heads, (drawn, ours), strict=True)):
        left = EDGE + place * (width + EDGE)
        whole.paste(sheet, (left, HEAD))
        ImageDraw.Draw(whole).text((left, 9), words, font=letters(18, "SemiBold"), fill=INK)
    return whole.quantize(palette=_inks(), dither=Image.Dither.NONE)


def _inks() -> Image.Image:
    """A picture's palette."""
    inks = Image.new("P", (1, 1))
    greys = [(255 * step // 9,) * 3 for step in range(10)]
    inks.putpalette([value for ink in (*greys, *map(ImageColor.getrgb, INKS)) for value in ink])
    return inks


def pages_of(found: Sequence[Found]) -> list[int]:
    """The first page, and the page with the signature where that is another."""
    return sorted({1, *(one.run.page for one in found if one.box == "7a")})


def places(sheets: Sheets, found: Sequence[Found], page: int) -> list[Place]:
    """Where the numbered parts stand on a page; the words between head and foot are box 6."""
    outside = {run for one in found if one.box != "6" for run in one.runs}
    inside = [run for run in sheets.runs if run.page == page and run not in outside and not is_outside(run, sheets)]
    boxes = dict.fromkeys(one.box for one in found if one.box not in ("", "6"))
    parts = [(box, [run for one in found if one.box == box for run in one.runs if run.page == page]) for box in boxes]
    return [*(_around(box, runs) for box, runs in [*parts, ("6", inside)] if runs), *_signing(found, page)]


def _around(box: str, runs: Iterable[Run]) -> Place:
    left, top, right, bottom = zip(*((run.left, run.top, run.right, run.bottom) for run in runs), strict=True)
    return Place(box, min(left), min(top), max(right), max(bottom))


def _signing(found: Sequence[Found], page: int) -> Iterable[Place]:
    """The room between the last post and the name under it: the seal covers its left third."""
    posts = [run for one in found if one.box == "7a" for run in one.runs if run.page == page]
    names = [run for one in found if one.box == "7b" for run in one.runs]
    if not posts or not names:
        return
    middle, top, bottom = posts[-1].middle, posts[-1].bottom + 12, names[-1].top - 12
    left, right = middle - SIGNATURE / 2, middle + SIGNATURE / 2
    yield Place("7c", left, top, right, bottom, free=True)
    yield Place("8", left, top, left + SIGNATURE / 3, bottom, free=True)


def _page(paper: Path, sheets: Sheets, found: Sequence[Found], number: int) -> Image.Image:
    with pypdfium2.PdfDocument(paper) as pages:
        page: Image.Image = pages[number - 1].render(scale=DPI / 72).to_pil().convert("RGB")
    draw = ImageDraw.Draw(page)
    if number == 1:
        lengths = margins_of(sheets, number)
        margins(draw, lengths, [written(mm) for mm in lengths])
    for place in places(sheets, found, number):
        _mark(draw, place)
    return page


def _mark(draw: ImageDraw.ImageDraw, place: Place) -> None:
    """A thin frame around the part, its number outside at the left; of a free place inside, where nothing is."""
    left, top, right, bottom = (points * DPI / 72 for points in place[1:5])
    edges: Pixels = (left - ROOM, top - ROOM, right + ROOM, bottom + ROOM)
    width, height = tag_size(place.box)
    if place.free:
        dashed(draw, edges, FRAME)
        tag(draw, left + (ROOM if place.box == "8" else SIGNATURE * DPI / 72 - width - ROOM), top + ROOM, place.box)
    else:
        draw.rectangle(edges, outline=FRAME)
        middle = top + min(bottom - top, 40) / 2 - height / 2
        tag(draw, left - ROOM - width, middle, place.box)
