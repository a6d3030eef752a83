"""A term's or a year's facts as they stood when its report was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from desktop_app.core.reports.snapshot import PeriodLetter, State


class MonthLine(NamedTuple):
    """A month of a term or a year: what was there, what was asked, how it went."""

    label: str
    articles: int
    materials: int
    need_articles: int
    need_materials: int
    state: State


class ListedArticle(NamedTuple):
    """An article in the list of a term or a year; its text went with its month's report."""

    title: str
    topic: str = ""
    channels: tuple[str, ...] = ()
    first_on: date | None = None


class TopicLine(NamedTuple):
    """A topic over the months: one (articles, materials) for each."""

    printed_no: str
    title: str
    months: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, kw_only=True)
class SpanReport(PeriodLetter):
    """A term (sơ kết) or a year (tổng kết): its months side by side, its topics, where it was published."""

    kind: Literal["term", "year"]
    months: tuple[MonthLine, ...] = ()
    topics: tuple[TopicLine, ...] = ()
    channels: tuple[tuple[str, int], ...] = ()
    articles: tuple[ListedArticle, ...] = ()
    videos: int = 0
