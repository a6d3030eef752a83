"""What to look at before a paper goes: its figures, each with the place where what it counts can be seen."""

from __future__ import annotations

from typing import Any, NamedTuple

from desktop_app.core.i18n import _
from desktop_app.core.month_page import page_of
from desktop_app.core.months import Count
from desktop_app.core.periods import Month


class Figure(NamedTuple):
    """A number of a paper and where its things are: a room of the window with what to ask of it, or None."""

    label: str
    value: str
    target: tuple[str, dict[str, Any]] | None = None


def figures_of(kind: str, period: str) -> list[Figure]:
    """The figures of a paper in the order it tells them. Raises NoPlan."""
    page = page_of(Month.parse(period))
    articles, materials = page.ledger.articles, page.ledger.materials
    videos = sum(one.kind == "video" for one in page.contents.materials)
    return [
        Figure(_("Articles (figure)"), _of(articles), ("articles", {})),
        Figure(_("Photos and videos as material"), _of(materials), ("media", {})),
        Figure(_("Of them videos"), str(videos), ("media", {})),
        Figure(_("Topics with an article"), str(len({one.topic_id for one in page.contents.articles})), ("plan", {})),
    ]


def _of(count: Count) -> str:
    return f"{count.have}/{count.need}"
