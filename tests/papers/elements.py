"""The parts of a printed paper that the decree speaks of, found in its PDF by their words: box, letters, place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber

from desktop_app.core.reports.decree import Element, decree


class Run(NamedTuple):
    """Letters of one look on one line, in points from the page's upper left corner; ``page`` counts from 1."""

    text: str
    font: str
    size: float
    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def face(self) -> str:
        """regular | bold | italic | bold_italic."""
        return "_".join(look for look in ("bold", "italic") if look in self.font.lower()) or "regular"


class Found(NamedTuple):
    """An element of the decree's layout (its name in the data) at its numbered box of the decree's drawing."""

    box: str
    name: str
    run: Run

    @property
    def asked(self) -> Element:
        return decree().elements[self.name]

    @property
    def fits(self) -> bool:
        """Whether size, face and capitals are what the decree asks for."""
        low, high = self.asked.sizes
        right_case = not self.asked.upper or self.run.text == self.run.text.upper()
        return low <= round(self.run.size, 1) <= high and self.run.face == self.asked.face and right_case


RULES: tuple[tuple[str, str, str, str], ...] = (
    ("1", "state_name", r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""),
    ("1", "motto", r"Độc lập - Tự do - Hạnh phúc", ""),
    ("2", "authority", r"(UBND|PHÒNG|ỦY BAN).*", "regular"),
    ("2", "issuer", r"TRƯỜNG .*", "bold"),
    ("3", "number", r"Số: .*", ""),
    ("4", "place_and_date", r".*ngày .* tháng .* năm .*", "italic"),
    ("5a", "kind", r"(BÁO CÁO|KẾ HOẠCH|BIÊN BẢN|PHIẾU .*)", "bold"),
    ("5b", "concerning", r"V/v .*", ""),
    ("9a", "addressees", r"Kính gửi: .*", ""),
    ("7a", "post", r"(KT\. |TM\. )?(PHÓ )?HIỆU TRƯỞNG", "bold"),
    ("9b", "recipients_word", r"Nơi nhận:", "bold_italic"),
    ("9b", "recipients", r"- Lưu: .*", ""),
)
"""Box, element, its words, its look where others have the same words."""


def elements_of(paper: Path) -> list[Found]:
    """Each element once, where it first stands; a subject below its kind, a signer below the post."""
    runs = list(runs_of(paper))
    found = [
        Found(box, name, run)
        for box, name, words, face in RULES
        for run in [next((run for run in runs if re.fullmatch(words, run.text) and face in ("", run.face)), None)]
        if run
    ]
    return [*found, *_followers(found, runs)]


def _followers(found: list[Found], runs: list[Run]) -> Iterator[Found]:
    for above, box, name in (("kind", "5a", "subject"), ("post", "7b", "signer")):
        top = next((one.run for one in found if one.name == above), None)
        below = [run for run in runs if top and run.page == top.page and run.top > top.bottom - 2 and _under(run, top)]
        if below:
            yield Found(box, name, min(below, key=lambda run: run.top))


def _under(run: Run, top: Run) -> bool:
    """In the same column: their middles are near each other."""
    return abs((run.left + run.right) - (top.left + top.right)) / 2 < 40 and run.face == "bold"


def runs_of(paper: Path) -> Iterator[Run]:
    """All letters of a paper, page by page."""
    with pdfplumber.open(paper) as pages:
        for number, page in enumerate(pages.pages, start=1):
            for word in page.extract_words(keep_blank_chars=True, x_tolerance=4, extra_attrs=["fontname", "size"]):
                yield _run(word, number)


def _run(word: dict[str, Any], page: int) -> Run:
    text = " ".join(str(word["text"]).split())
    edges = (float(word[edge]) for edge in ("x0", "top", "x1", "bottom"))
    return Run(text, str(word["fontname"]), float(word["size"]), page, *edges)
