"""Figures one sees at once: what each topic got each month, how the months went, where it was published."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.core.reports.snapshot import Quota, State


class QuotaBar(NamedTuple):
    """Done against asked, in a table's row."""

    quota: Quota


class TopicBar(NamedTuple):
    """Articles dark, then materials light, on the scale of the busiest topic (``most``)."""

    articles: int
    materials: int
    most: int


class Legend(NamedTuple):
    """What the two colours of a TopicBar mean, in the row of the sums."""


class Coverage(NamedTuple):
    """Topics down, months across: how many articles and materials each topic got in each month.

    ``months`` are labels such as “9”; ``rows`` are (printed number, topic, one (articles, materials) a month).
    """

    months: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[tuple[int, int], ...]], ...]


class Months(NamedTuple):
    """The months side by side: (label, articles, materials, state of the month)."""

    months: tuple[tuple[str, int, int, State], ...]
    need_articles: int = 0
    need_materials: int = 0


class Channels(NamedTuple):
    """Where articles went: (channel, how many), most first."""

    channels: tuple[tuple[str, int], ...]


Chart = QuotaBar | TopicBar | Legend | Coverage | Months | Channels
