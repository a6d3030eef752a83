"""A report's facts as they stood when it was made: plain values, no records, nothing that changes later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from desktop_app.core.manuscripts.markup import Block

State = Literal["met", "late", "missing", "exempt", "open"]
"""Whether a quota was met: in time, late, not at all, exempted by the principal, or the month still runs."""


@dataclass(frozen=True)
class Basis:
    """The document a report answers to, in the parts that a first citation names (mục II, khoản 6b)."""

    kind: str = ""
    symbol: str = ""
    issued_on: date | None = None
    issuer: str = ""
    subject: str = ""


class Quota(NamedTuple):
    """One thing the plan asks of the month, and what the school has. ``name`` is printed as it is."""

    name: str
    have: int
    need: int
    state: State
    recorded_later_on: date | None = None


@dataclass(frozen=True)
class Figures:
    """The month in numbers; ``count_rule`` is the sentence that says what counts."""

    quotas: tuple[Quota, ...] = ()
    count_rule: str = ""


class TopicRow(NamedTuple):
    """A topic with the number the plan prints ("" where it prints none) and what the month brought."""

    printed_no: str
    title: str
    articles: int = 0
    materials: int = 0


class Distributed(NamedTuple):
    """Where an article went, when, and what proves it (a web address, a screenshot, minutes)."""

    channel: str
    on: date | None = None
    evidence: str = ""


@dataclass(frozen=True)
class PhotoInReport:
    """A photo: its upright 1600 px JPEG for the paper, and the copy without GPS that goes into the bundle."""

    path: Path | None
    caption: str = ""
    credit: str = ""
    taken_on: date | None = None
    topic: str = ""
    exported: Path | None = None


@dataclass(frozen=True)
class VideoInReport:
    """A video: a tile on the paper, the file only in the bundle. ``poster`` is a JPEG of its first moment."""

    caption: str = ""
    credit: str = ""
    taken_on: date | None = None
    topic: str = ""
    seconds: float | None = None
    poster: Path | None = None
    exported: Path | None = None


Material = PhotoInReport | VideoInReport


@dataclass(frozen=True)
class ArticleInReport:
    """An article in the very revision that was approved; a picture's number in ``body`` counts ``photos``."""

    title: str
    body: tuple[Block, ...] = ()
    lead: str = ""
    topic: str = ""
    authors: tuple[str, ...] = ()
    event_date: date | None = None
    approved_on: date | None = None
    approved_by: str = ""
    distributions: tuple[Distributed, ...] = ()
    photos: tuple[PhotoInReport, ...] = ()
    recorded_later_on: date | None = None


class Signer(NamedTuple):
    """Who signs: lines above the room ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"), the name without titles."""

    posts: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What every paper of the school shows at its head and foot. A number or day of None is left to the pen."""

    school_name: str
    school_short: str
    signer: Signer
    authority_line: str = ""
    number: int | None = None
    place: str = ""
    signed_on: date | None = None
    addressees: tuple[str, ...] = ()
    basis: Basis = Basis()
    plan_title: str = ""
    prepared_by: Signer | None = None
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PeriodLetter(Letter):
    """A paper on a time: ``period`` is its key (2024-05, 2024-2025/I), ``period_title`` the phrase for it.

    ``days`` are its first and last day where the phrase alone does not tell them.
    """

    period: str
    period_title: str = ""
    days: tuple[date, date] | None = None
    missing: tuple[str, ...] = ()
    next_work: tuple[str, ...] = ()
    opinions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MonthReport(PeriodLetter):
    """All that a month's report says."""

    figures: Figures = Figures()
    topics: tuple[TopicRow, ...] = ()
    articles: tuple[ArticleInReport, ...] = ()
    materials: tuple[Material, ...] = ()


class PlanTopic(NamedTuple):
    """A row of the plan's table: its printed number ("" where there is none), its name, what it holds."""

    printed_no: str
    title: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanSection:
    """A heading of a plan ("I", "2") with its paragraphs and, under one of them, the table of topics."""

    number: str
    title: str
    paragraphs: tuple[str, ...] = ()
    topics: tuple[PlanTopic, ...] = ()


@dataclass(frozen=True)
class PlanDocument:
    """A plan as a document to sign. ``number`` is its number alone; a number or day of None is left to the pen."""

    title: str
    school_name: str
    school_short: str
    signer: Signer
    authority_line: str = ""
    number: int | None = None
    place: str = ""
    signed_on: date | None = None
    basis: Basis = Basis()
    sections: tuple[PlanSection, ...] = ()
    prepared_by: Signer | None = None
    recipients: tuple[str, ...] = ()
