"""A plan as it was read: typed, frozen, corrected by a person (``dataclasses.replace``) before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from desktop_app.core.i18n import _

ClauseKind = Literal["purpose", "requirement", "content", "channel", "responsibility"]
ChannelKind = Literal["website", "fanpage", "groups", "personal", "conference", "authority", "press", "district_page"]
Scope = Literal["school", "unit", "class", "person"]
Product = Literal["tin", "bai", "tin_bai", "photo", "video", "photo_or_video", "any"]
Per = Literal["week", "month", "term", "year", "event"]
DeadlineKind = Literal[
    "day_of_month",
    "day_of_next_month",
    "last_day_of_month",
    "last_working_day_of_month",
    "weekday",
    "hours_after_event",
    "days_after_event",
]


@dataclass(frozen=True)
class BasisDocument:
    """A document the plan carries out; ``number`` is "" where the paper names none."""

    number: str
    issued_on: date | None = None
    issuer: str = ""
    about: str = ""
    source_line: int = 0


@dataclass(frozen=True)
class ClauseDraft:
    """One paragraph of the plan. ``path`` is "I.1.a": its headings as printed, then a letter by position."""

    path: str
    kind: ClauseKind
    heading: str
    text: str


@dataclass(frozen=True)
class ItemDraft:
    """One content line of a topic, as printed, without the dash it may have had."""

    text: str
    had_dash: bool = True


@dataclass(frozen=True)
class TopicDraft:
    """A row of the plan's table. ``printed_no`` is the paper's own number: text, may be None, never recomputed."""

    printed_no: str | None
    title: str
    items: tuple[ItemDraft, ...] = ()
    window_end: date | None = None


@dataclass(frozen=True)
class ChannelDraft:
    """A way to the public; ``official`` where the school itself speaks."""

    kind: ChannelKind
    name: str
    url: str = ""
    official: bool = True


@dataclass(frozen=True)
class RoleDraft:
    """Who the plan gives duties to, and which."""

    name: str
    duties: tuple[str, ...] = ()


@dataclass(frozen=True)
class DeadlineRule:
    """A deadline a program can reckon with.

    ``value`` is the day of the month, the hours or days, or the weekday (2 Monday to 7 Saturday, 8 Sunday,
    as Vietnamese counts them); 0 for a month's last day.
    """

    kind: DeadlineKind
    value: int = 0


@dataclass(frozen=True)
class QuotaDraft:
    """Who owes how much of what in which period, as the plan asks. ``scope_said`` is False where we assumed it."""

    scope: Scope
    product: Product
    minimum: int
    maximum: int | None = None
    per: Per = "month"
    deadline: str = ""
    deadline_rule: DeadlineRule | None = None
    source_line: int = 0
    text: str = ""
    scope_said: bool = True
    per_said: bool = True


@dataclass(frozen=True)
class SignerDraft:
    """Who signs below the plan, and as what."""

    post: str
    name: str


@dataclass(frozen=True)
class Question:
    """What the reader is unsure of, for a person to settle.

    ``where`` is a line number or a clause's path. ``text`` and ``options`` are ids of the catalogue, or plain
    words of the paper; both are filled with ``facts``.
    """

    code: str
    where: str
    text: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    options: tuple[str, ...] = ()

    def worded(self) -> str:
        """The question in the language spoken now."""
        return _(self.text).format(**self.facts)

    def choices(self) -> tuple[str, ...]:
        """The answers offered, in the language spoken now."""
        return tuple(_(option).format(**self.facts) for option in self.options)


@dataclass(frozen=True)
class Correction:
    """A known misspelling of the source, put right for display only; ``lines`` is where it stands."""

    wrong: str
    right: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class PlanDraft:
    """Everything a plan's text says. ``source_text`` is verbatim; ``source_sha256`` is of the file's bytes."""

    title: str
    year_label: str = ""
    school_year_label: str = ""
    school_name: str = ""
    own_number: str | None = None
    own_date: date | None = None
    basis: tuple[BasisDocument, ...] = ()
    clauses: tuple[ClauseDraft, ...] = ()
    topics: tuple[TopicDraft, ...] = ()
    channels: tuple[ChannelDraft, ...] = ()
    roles: tuple[RoleDraft, ...] = ()
    quotas: tuple[QuotaDraft, ...] = ()
    signers: tuple[SignerDraft, ...] = ()
    questions: tuple[Question, ...] = ()
    corrections: tuple[Correction, ...] = ()
    source_text: str = ""
    source_sha256: str = ""

    @property
    def min_articles(self) -> int | None:
        """Articles the whole school owes each month, or None where the plan says nothing of it."""
        return self._monthly("tin_bai", ("tin", "bai"))

    @property
    def min_materials(self) -> int | None:
        """Photos or videos the whole school owes each month, or None where the plan says nothing of it."""
        return self._monthly("photo_or_video", ("photo", "video"))

    def _monthly(self, whole: Product, parts: tuple[Product, ...]) -> int | None:
        asked = [quota for quota in self.quotas if quota.scope == "school" and quota.per == "month"]
        apart = [quota.minimum for quota in asked if quota.product in parts]
        together = [quota.minimum for quota in asked if quota.product == whole]
        return max([*together, *([sum(apart)] if apart else [])], default=None)
