"""How a school's month looks in the table: a sign and a colour for each state, and the words of the legend."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.core.i18n import N_, _
from desktop_app.core.office.report import LATE, MET, SILENT, STATE_WORDS, OfficeMonth, SchoolMonth

ALL, OWING, MISSING, LATE_ONES, UNREAD = "all", "owing", "missing", "late", "unread"


class Look(NamedTuple):
    """A cell's sign, and the names of its colours in the palette; a sign stands beside every colour."""

    sign: str
    ground: str
    ink: str


LOOKS = {
    "met": Look("✓", "good_wash", "good"),
    "met_recorded_later": Look("✓+", "good_wash", "good"),
    "met_late": Look("✓…", "soon_wash", "soon"),
    "running": Look("…", "neutral_wash", "note"),
    "missing": Look("✗", "late_wash", "late"),
    "exempt": Look("=", "neutral_wash", "note"),
    SILENT: Look("–", "", "note"),
}
NOTHING = Look("", "", "note")
LEGEND = ("met", "met_late", "running", "missing", "exempt", SILENT)

TABS = {
    ALL: N_("All schools"),
    OWING: N_("Still owe something"),
    MISSING: N_("Month not met"),
    LATE_ONES: N_("Met late"),
    UNREAD: N_("Not all readable"),
}


def look_of(state: str) -> Look:
    """The look of a state; months that do not count yet stay empty."""
    return LOOKS.get(state, NOTHING)


def word_of(state: str) -> str:
    """The state as a word."""
    return _(STATE_WORDS[state])


def belongs(school: SchoolMonth, tab: str) -> bool:
    """Whether a school stands under a tab."""
    return {
        OWING: not (school.met and school.handed_in),
        MISSING: school.now.state not in MET,
        LATE_ONES: school.now.state in LATE,
        UNREAD: school.put_aside > 0,
    }.get(tab, True)


def counts(page: OfficeMonth) -> dict[str, int]:
    """How many schools each tab has."""
    return {tab: sum(belongs(school, tab) for school in page.schools) for tab in TABS}


def grouped(sums: NamedTuple) -> dict[str, str]:
    """The figures of ``sums`` by name, as one writes large numbers here: 50.000."""
    figures = sums._asdict().items()
    return {name: f"{value:,}".replace(",", ".") for name, value in figures if isinstance(value, int)}
