"""Figures one sees at once: what each topic got each month, how the months went, where it was published."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.reports.snapshot import Quota, State


@dataclass(frozen=True)
class QuotaBar:
    """Done against asked, in a table's row."""

    quota: Quota


@dataclass(frozen=True)
class TopicBar:
    """Articles dark, then materials light, on the scale of the busiest topic (``most``)."""

    articles: int
    materials: int
    most: int


@dataclass(frozen=True)
class Legend:
    """What the two colours of a TopicBar mean, in the row of the sums."""


@dataclass(frozen=True)
class Coverage:
    """Topics down, months across: how many articles and materials each topic got in each month.

    ``months`` are labels such as “9”; ``rows`` are (printed number, topic, one (articles, materials) a month).
    """

    months: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[tuple[int, int], ...]], ...]


@dataclass(frozen=True)
class Months:
    """The months side by side: (label, articles, materials, state of the month)."""

    months: tuple[tuple[str, int, int, State], ...]
    need_articles: int = 0
    need_materials: int = 0


@dataclass(frozen=True)
class Channels:
    """Where articles went: (channel, how many), most first."""

    channels: tuple[tuple[str, int], ...]


Chart = QuotaBar | TopicBar | Legend | Coverage | Months | Channels
