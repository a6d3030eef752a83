"""Articles that tell the same as another: found before one story is approved and counted twice."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from db.likeness import marks
from db.queries import articles as rows
from db.queries.likeness import may_tell_the_same
from desktop_app.core.articles import ArticleText
from desktop_app.core.manuscripts.near_duplicate import nearest

SAME_STORY = 0.5
"""Share of the runs of words from which two articles are taken for one story."""


class Alike(NamedTuple):
    """An article that tells the same, 0.5 to 1.0; ``when`` is the day of its event, else of its last save."""

    article_id: str
    title: str
    likeness: float
    state: str
    when: date


def alike(article_id: str) -> list[Alike]:
    """Other articles that tell the same as the newest words of this one, likest first; [] for an unknown one."""
    whole = rows.article(article_id)
    return alike_to(ArticleText(whole.title, whole.lead, whole.body), besides=article_id) if whole else []


def alike_to(text: ArticleText, *, besides: str = "") -> list[Alike]:
    """Articles that tell the same as ``text``, likest first, without ``besides``; some 20 ms among 100,000."""
    words = " ".join(text)
    told = marks(words)
    others = may_tell_the_same(told, besides=besides, shared=min(2, len(told)))
    likest = nearest(words, others, SAME_STORY)
    return [_alike(article_id, share) for article_id, share in likest]


def _alike(article_id: str, share: float) -> Alike:
    whole = rows.article(article_id)
    assert whole is not None, "it was among the candidates a moment ago"
    when = whole.event_date or date.fromisoformat(whole.saved_at[:10])
    return Alike(article_id, whole.title, share, whole.state, when)
