"""The parts of a printed paper that the decree speaks of, found in its finished PDF by their words and their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber

from desktop_app.core.reports.decree import MM, Element, decree

SAME_LINE = 3
"""Points: two runs whose tops are nearer than this stand on one line."""
SIGNING_ROOM = 20 * MM
"""The least room between a post and the name under it: what stands nearer belongs to the post."""
BLACK = {(0,), (0, 0, 0)}


class Run(NamedTuple):
    """Letters of one look on one line, in points from the page's upper left corner; ``page`` counts from 1."""

    text: str
    font: str
    size: float
    black: bool
    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def face(self) -> str:
        """regular | bold | italic | bold_italic."""
        return "_".join(look for look in ("bold", "italic") if look in self.font.lower()) or "regular"

    @property
    def middle(self) -> float:
        """The middle of the line, from the left edge."""
        return (self.left + self.right) / 2


class Rule(NamedTuple):
    """A drawn line from left to right."""

    page: int
    left: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """The middle of the line, from the left edge."""
        return (self.left + self.right) / 2


class Sheets(NamedTuple):
    """A PDF as it is read: its letters in the order they stand, its level lines, the height of its pages in points."""

    runs: list[Run]
    rules: list[Rule]
    pages: int
    width: float
    height: float


class Found(NamedTuple):
    """An element of the decree's layout (its name in the data) at its numbered box of the decree's drawing."""

    box: str
    name: str
    runs: tuple[Run, ...]

    @property
    def run(self) -> Run:
        """Its first line."""
        return self.runs[0]

    @property
    def asked(self) -> Element:
        """What the decree asks of it."""
        return decree().elements[self.name]

    @property
    def longest(self) -> Run:
        """Its longest line."""
        return max(self.runs, key=lambda run: run.right - run.left)

    @property
    def fits(self) -> bool:
        """Whether size, face, capitals and colour of every line are what the decree asks for."""
        return all(self._fits(run) for run in self.runs)

    def _fits(self, run: Run) -> bool:
        low, high = self.asked.sizes
        right_case = not self.asked.upper or run.text == run.text.upper()
        return low <= round(run.size, 1) <= high and run.face == self.asked.face and right_case and run.black


def elements_of(paper: Path) -> list[Found]:
    """Each element of the paper, in the order of its boxes on the page."""
    sheets = read(paper)
    head = _head(sheets)
    foot = _foot(sheets)
    body = _body(sheets, head, foot)
    return [found for found in (*head, *body, *foot) if found.runs]


# ---------------------------------------------------------------- the head: boxes 1 to 5b and 9a


def _head(sheets: Sheets) -> list[Found]:
    """Known by where they stand: only the fixed words are looked for."""
    first = [run for run in sheets.runs if run.page == 1]
    words = decree().words
    state, motto = (_first(first, re.escape(said)) for said in (words.state_name, words.motto))
    number = _first(first, rf"{words.number}.*")
    left = [run for run in first if run.right < state[0].left]
    above = [run for run in left if run.top < number[0].top - SAME_LINE]
    school = next((place for place, run in enumerate(above) if run.text.casefold().startswith("trường")), 0)
    place = [run for run in first if abs(run.top - number[0].top) < SAME_LINE and run not in number]
    return [
        Found("1", "state_name", state),
        Found("1", "motto", motto),
        Found("2", "authority", tuple(above[:school])),
        Found("2", "issuer", tuple(above[school:])),
        Found("3", "number", number),
        Found("4", "place_and_date", tuple(place)),
        *_subject(sheets, [run for run in first if run.top > number[0].bottom], state[0].left),
    ]


def _subject(sheets: Sheets, below: list[Run], right_column: float) -> list[Found]:
    """Kind and subject down to their rule, or the “V/v” under the number; then whom the paper speaks to."""
    to = _addressees(below)
    if below[0].text.startswith("V/v"):
        end = to[0].top if to else below[0].bottom
        about = tuple(run for run in below if run.top < end and run.right < right_column)
        return [Found("5b", "concerning", about), Found("9a", "addressees", to)]
    kind = below[0]
    end = next(rule.top for rule in sheets.rules if rule.page == 1 and rule.top > kind.bottom)
    subject = tuple(run for run in below[1:] if run.top < end)
    return [Found("5a", "kind", (kind,)), Found("5a", "subject", subject), Found("9a", "addressees", to)]


def _addressees(below: Sequence[Run]) -> tuple[Run, ...]:
    """“Kính gửi: …”, and each receiver of several on its own line."""
    word = decree().words.addressees
    start = next((place for place, run in enumerate(below) if run.text.startswith(word)), None)
    if start is None:
        return ()
    return (below[start], *_while(lambda run: run.text.startswith("- "), below[start + 1 :]))


# ---------------------------------------------------------------- the words between: box 6


def _body(sheets: Sheets, head: list[Found], foot: list[Found]) -> list[Found]:
    """The first paragraph, the first heading of each height; page numbers."""
    start = max(run.bottom for found in head for run in found.runs)
    feet = {run for found in foot for run in found.runs}
    number = [run for run in sheets.runs if run.page > 1 and run.text.isdigit() and run.bottom < _top()]
    inside = [run for run in sheets.runs if run not in feet and run not in number and (run.page > 1 or run.top > start)]
    return [
        Found("6", "body", first_paragraph(inside)),
        Found("6", "section", tuple(run for run in inside if re.match(r"[IVX]+\. ", run.text))),
        Found("6", "clause", tuple(run for run in inside if re.match(r"\d+\. ", run.text) and run.face == "bold")),
        Found("", "page_number", tuple(number)),
    ]


def first_paragraph(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The first lines that begin with the indent of a paragraph and go on at the margin, or end there."""
    page = decree().page
    edge = page.left_mm * MM
    low, high = (edge + (mm - 0.5) * MM for mm in (8, 14))
    for place, run in enumerate(runs):
        follows = tuple(_while(lambda line: abs(line.left - edge) < 1, runs[place + 1 :]))
        if low < run.left < high and follows and follows[0].page == run.page:
            return (run, *follows)
    return ()


def _top() -> float:
    return decree().page.top_mm * MM


# ---------------------------------------------------------------- the foot: boxes 7a, 7b and 9b


def _foot(sheets: Sheets) -> list[Found]:
    """Receivers at the left, posts level with them, names with room for a pen between."""
    words = decree().words
    word = _first(sheets.runs, re.escape(words.recipients))
    anchor = word or _first(sheets.runs, "HIỆU TRƯỞNG")
    if not anchor:
        return []
    end = sheets.height - decree().page.bottom_mm * MM  # below it a slip's later pages name their slip
    last = [run for run in sheets.runs if run.page == anchor[0].page and run.top < end]
    page = [run for run in last if run.top > anchor[0].top - SAME_LINE]
    level = [run for run in page if abs(run.top - anchor[0].top) < SAME_LINE and run not in word]
    left_edge = min(run.left for run in level)
    right = [run for run in page if run.left >= left_edge - 40 or run in level]
    names = [run for run in right if run.top > level[0].bottom + SIGNING_ROOM]
    posts = [run for run in right if run not in names]
    listed = [run for run in page if run not in right and run not in word]
    return [
        Found("9b", "recipients_word", word),
        Found("9b", "recipients", tuple(listed)),
        Found("7a", "post", tuple(posts)),
        Found("7b", "signer", tuple(names)),
    ]


# ---------------------------------------------------------------- how the file is read


@cache
def read(paper: Path) -> Sheets:
    """The letters and the level lines of a PDF; a file is printed once, and measured and drawn many times."""
    runs: list[Run] = []
    rules: list[Rule] = []
    with pdfplumber.open(paper) as pages:
        for number, page in enumerate(pages.pages, start=1):
            looks = ["fontname", "size", "non_stroking_color"]
            words = page.extract_words(keep_blank_chars=True, x_tolerance=4, extra_attrs=looks)
            runs += sorted((_run(word, number) for word in words), key=lambda run: (round(run.top), run.left))
            rules += [
                Rule(number, float(line["x0"]), float(line["x1"]), float(line["top"]))
                for line in page.lines
                if line["height"] < 1
            ]
        sheet = pages.pages[0]
        size = float(sheet.width), float(sheet.height)
        return Sheets(runs, sorted(rules, key=lambda rule: (rule.page, rule.top)), len(pages.pages), *size)


def _run(word: dict[str, Any], page: int) -> Run:
    text = " ".join(str(word["text"]).split())
    black = tuple(word["non_stroking_color"]) in BLACK
    edges = (float(word[edge]) for edge in ("x0", "top", "x1", "bottom"))
    return Run(text, str(word["fontname"]), float(word["size"]), black, page, *edges)


def _first(runs: Iterable[Run], words: str) -> tuple[Run, ...]:
    """The first run that says ``words``, or nothing."""
    return tuple([run for run in runs if re.fullmatch(words, run.text)][:1])


def _while(wanted: Callable[[Run], bool], runs: Iterable[Run]) -> Iterable[Run]:
    """The runs up to the first that is not ``wanted``."""
    for run in runs:
        if not wanted(run):
            return
        yield run
