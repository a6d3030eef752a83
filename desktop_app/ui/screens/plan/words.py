"""What the plan's pages say: its line, what it asks, its clauses in groups, its topics. Plain functions, no Tk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple, Protocol

from db.queries.plans import ClauseRow, PlanRow, QuestionRow, TopicRow
from desktop_app.core.i18n import N_, _
from desktop_app.core.periods import Month, short_date
from desktop_app.core.plans.display import Corrections, corrected, missing_numbers
from desktop_app.core.plans.draft import Per, Product, Question, Scope

NO_NUMBER = "–"
PRODUCTS: dict[Product, str] = {
    "tin_bai": N_("news items or articles"),
    "tin": N_("short news items"),
    "bai": N_("long articles"),
    "photo_or_video": N_("photos or videos"),
    "photo": N_("photos"),
    "video": N_("videos"),
    "any": N_("products of any kind"),
}
SCOPES: dict[Scope, str] = {
    "school": N_("the whole school"),
    "unit": N_("each team or union"),
    "class": N_("each class"),
    "person": N_("each person"),
}
PERIODS: dict[Per, str] = {
    "week": N_("each week"),
    "month": N_("each month"),
    "term": N_("each term"),
    "year": N_("each year"),
    "event": N_("after each event"),
}
CLAUSE_LIMIT = 2
"""A clause's heading is the first two parts of its path: I.1 of I.1.a."""


class Asks(Protocol):
    """What a quota says, kept or not yet."""

    @property
    def scope(self) -> str: ...
    @property
    def product(self) -> str: ...
    @property
    def minimum(self) -> int: ...
    @property
    def per(self) -> str: ...


class ClauseGroup(NamedTuple):
    """Clauses under one printed heading."""

    heading: str
    texts: tuple[str, ...]


def plan_line(plan: PlanRow, quotas: Sequence[Asks]) -> str:
    """ "01/01/2024 – 31/12/2024 · mỗi tháng … · tính từ tháng 3/2024 · theo 199/KH-PGDĐT ngày 12/03/2024"."""
    parts = [
        f"{short_date(plan.period_start)} – {short_date(plan.period_end)}",
        quota_sentence(quotas),
        _("counted from {month}").format(month=Month.parse(plan.quota_from).label()),
        basis_words(plan.basis),
    ]
    return " · ".join(part for part in parts if part)


def quota_sentence(quotas: Iterable[Asks]) -> str:
    """ "mỗi tháng ít nhất 1 tin bài, 1 ảnh hoặc video"; who owes it is named where it is not the school."""
    sentences = []
    for (per, scope), asked in groupby(quotas, key=lambda quota: (quota.per, quota.scope)):
        amounts = ", ".join(f"{quota.minimum} {_word(PRODUCTS, quota.product)}" for quota in asked)
        who = "" if scope == "school" else f"{_word(SCOPES, scope)}, "
        sentences.append(who + _("{period} at least {amounts}").format(period=_word(PERIODS, per), amounts=amounts))
    return "; ".join(sentences)


def _word(words: Mapping[Any, str], kept: str) -> str:
    return _(words.get(kept, kept))


def basis_words(basis: str) -> str:
    """The document the plan carries out, from the query's "number|day|issuer"."""
    number, day, _issuer = [*basis.split("|"), "", ""][:3]
    if not number:
        return ""
    words = _("under {number}") if not day else _("under {number} of {day}")
    return words.format(number=number, day=short_date(date.fromisoformat(day)) if day else "")


def gap_note(printed: Sequence[str | None]) -> str:
    """What is odd in the printed numbers: the ones left out, the rows without one. Empty when nothing is."""
    notes = []
    missing = missing_numbers(printed)
    if missing:
        notes.append(_("The original has no number {numbers}.").format(numbers=", ".join(map(str, missing))))
    bare = sum(number is None for number in printed)
    if bare:
        notes.append(_("{count} topic is printed without a number ({sign}).").format(count=bare, sign=NO_NUMBER))
    return " ".join(notes)


def topic_words(topic: TopicRow, corrections: Corrections) -> str:
    """A topic's title as shown."""
    return corrected(topic.title, corrections)


def clause_groups(clauses: Iterable[ClauseRow], corrections: Corrections) -> list[ClauseGroup]:
    """The paragraphs under their printed headings, "I.1 Mục đích"."""
    groups = groupby(clauses, key=lambda clause: (_place(clause.path), clause.heading))
    return [
        ClauseGroup(f"{path}  {heading}".strip(), tuple(corrected(clause.text, corrections) for clause in members))
        for (path, heading), members in groups
    ]


def _place(path: str) -> str:
    parts = path.split(".")
    return ".".join(parts[:CLAUSE_LIMIT] if len(parts) > CLAUSE_LIMIT else parts[:-1])


def question_of(row: QuestionRow) -> Question:
    """A kept question, which knows its words."""
    return Question(row.code, row.where, row.text, row.facts, row.options)


def months_words(first: date, last: date) -> str:
    """ "1/2024 – 12/2024"."""
    return f"{Month.of(first).label()} – {Month.of(last).label()}"
