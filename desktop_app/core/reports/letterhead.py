"""The head of a paper: who sends it, the state's name and motto, number, place and day, kind and subject."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop_app.core.reports.decree import MM, Kind, decree, formal_date
from desktop_app.core.reports.pieces import NO_PADDING, Cell, balanced, gap, paragraph, rule, table, text
from desktop_app.core.reports.wording import listed, plain

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

# The decree's own samples divide the head about 2 to 3; the state's name needs 88 mm at 12 points.
ISSUER_WIDTH = 68 * MM
STATE_WIDTH = 97 * MM
AROUND_NUMBER = 8.0
BELOW_NUMBER = 6.0
"""Points between the number and a “V/v …” (mục II, khoản 5b)."""
AFTER_HEAD = 16.0
ADDRESSEES_WORD = 22 * MM
ADDRESSEES_WIDTH = 120 * MM


def letterhead(
    authority_line: str,
    school: str,
    number: str,
    place: str,
    day: date | None,
    concerning: str = "",
    *,
    dated: bool = True,
) -> Flowable:
    """The two columns on top of the first page (mục IV, ô 1-4); a form has neither number nor day.

    ``concerning`` is the subject of a letter without a kind, under its number (ô 5b); minutes are not ``dated``.
    """
    words = f"{decree().words.number} {number}"
    rows: list[list[Cell]] = [[_issuer(authority_line, school), _state()]]
    if number:
        under = [gap(BELOW_NUMBER), balanced("concerning", concerning, ISSUER_WIDTH)[0]] if concerning else []
        when = text("place_and_date", where_and_when(place, day)) if dated else ""
        rows.append([[text("number", words), *under], when])
    look = [*NO_PADDING, ("TOPPADDING", (0, 1), (-1, -1), AROUND_NUMBER)]
    return table(rows, [ISSUER_WIDTH, STATE_WIDTH], look)


def where_and_when(place: str, day: date | None) -> str:
    """“Mường Mươn, ngày 05 tháng 02 năm 2024”."""
    return f"{place}, {formal_date(day)}" if place else formal_date(day)


def title(kind: Kind, subject: str) -> list[Flowable]:
    """Kind and subject in the middle of the page, a rule under them (mục IV, ô 5a)."""
    width = decree().page.text_width
    words, longest = balanced("subject", subject, width - 20 * MM)
    line = rule(width, longest * decree().rules.subject, below=3)
    return [gap(AFTER_HEAD), text("kind", kind.word), words, line, gap(AFTER_HEAD)]


def addressed(addressees: tuple[str, ...]) -> list[Flowable]:
    """“Kính gửi”: one receiver on its line, several each on a line under the colon (mục II, khoản 9d)."""
    word = decree().words.addressees
    if not addressees:
        return []
    if len(addressees) == 1:
        one = addressees[0].strip().rstrip(".;")
        return [text("addressees", f"{word} {one}"), gap(AFTER_HEAD / 2)]
    lines = [paragraph("addressee", f"- {plain(line)}") for line in listed(addressees)]
    rows: list[list[Cell]] = [[paragraph("addressee", plain(word)), ""], *(["", line] for line in lines)]
    block = table(rows, [ADDRESSEES_WORD, ADDRESSEES_WIDTH])
    return [block, gap(AFTER_HEAD / 2)]


def _issuer(authority_line: str, school: str) -> list[Flowable]:
    room = ISSUER_WIDTH - 3 * MM
    name, longest = balanced("issuer", school, room)
    above = [balanced("authority", authority_line, room)[0]] if authority_line else []
    return [*above, name, rule(ISSUER_WIDTH, longest * decree().rules.issuer)]


def _state() -> list[Flowable]:
    words = decree().words
    motto, length = balanced("motto", words.motto, STATE_WIDTH)
    line = rule(STATE_WIDTH, length * decree().rules.motto)
    return [text("state_name", words.state_name), motto, line]
