"""A paper as its parts in order, before anyone prints it: the same parts become a PDF and a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from desktop_app.core.reports.charts import Chart
from desktop_app.core.reports.decree import Kind
from desktop_app.core.reports.snapshot import Material, PhotoInReport, Signer

Align = Literal["left", "centre", "right"]


class Span(NamedTuple):
    """Words of one look inside a paragraph; ``link`` is a web address one can click."""

    words: str
    bold: bool = False
    italic: bool = False
    link: str = ""


class Head(NamedTuple):
    """The two columns on top of the first page (phụ lục I, mục IV, ô 1-4); no number for a form.

    ``concerning`` is the subject of a letter without a kind: “V/v …” under the number (ô 5b). Minutes are not
    ``dated`` here: they tell the day in their first line (phụ lục III, mẫu 1.9).
    """

    authority_line: str
    school: str
    number: str
    place: str
    day: date | None
    concerning: str = ""
    dated: bool = True


class Title(NamedTuple):
    """Kind and subject in the middle of the page with the rule under them (ô 5a)."""

    kind: Kind
    subject: str


class Addressed(NamedTuple):
    """“Kính gửi”: whom the paper speaks to (ô 9a)."""

    to: tuple[str, ...]


class Heading(NamedTuple):
    """A heading of the letter; level 1 is “I.”, 2 is “1.”, 3 an article's own; ``key`` is where references lead.

    It stays with what follows and stands in the outline under ``key`` (no key: not in the outline).
    """

    words: str
    level: int
    key: str = ""


class Words(NamedTuple):
    """A paragraph; ``style`` is one of the decree's elements ("body", "note", "basis" …)."""

    style: str
    spans: tuple[Span, ...]


class PageOf(NamedTuple):
    """A cell that shows the page of the heading or appendix named ``key``."""

    key: str


Cell = str | Span | Words | PageOf | Chart
"""What a table's cell holds; a chart in a cell is as wide as its column."""


class Column(NamedTuple):
    """A column of a table; ``width`` in millimetres of the 165 a page has."""

    name: str
    width: float
    align: Align = "left"


class Table(NamedTuple):
    """Rows under a head that comes again on every page; ``sum_row`` is the last one, in bold."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sum_row: tuple[Cell, ...] = ()


class Photos(NamedTuple):
    """Photos two a row, each above its caption."""

    photos: tuple[PhotoInReport, ...]


class ContactSheet(NamedTuple):
    """Photos and videos at a glance, three a row, numbered from 1."""

    materials: tuple[Material, ...]


class Appendix(NamedTuple):
    """An appendix begins: a page of its own, numbered from 1 (mục III, khoản 1); ``attached`` names its letter."""

    label: str
    title: str
    attached: str
    key: str


class Foot(NamedTuple):
    """Who receives the paper on the left, who signs on the right, with the closing sentence above (ô 7, 9b)."""

    signer: Signer
    recipients: tuple[str, ...]
    closing: str = ""
    prepared_by: Signer | None = None


class Milestone(NamedTuple):
    """A point at which the job reports how far it is (``words``) and may be stopped."""

    words: str


Part = Head | Title | Addressed | Heading | Words | Table | Chart | Photos | ContactSheet | Appendix | Foot | Milestone


@dataclass(frozen=True)
class Paper:
    """A whole paper. ``parts`` makes its parts anew each time it is asked, so that photos are never all in memory."""

    title: str
    author: str
    subject: str
    parts: Callable[[], Iterator[Part]]


def words(text: str, style: str = "body") -> Words:
    """A plain paragraph of ``text``."""
    return Words(style, (Span(text),))


def lower_first(text: str) -> str:
    """``text`` as it stands inside a title after its kind: “Báo cáo kết quả …”."""
    return text[:1].lower() + text[1:]
