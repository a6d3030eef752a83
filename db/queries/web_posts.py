"""The school's website as rows: which channel has one, and what of each article is there or waits for the line."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from db.connection import database
from db.fields import InstantField, now

_INSTANT = InstantField()


class WebSiteRow(NamedTuple):
    """The website behind a channel; ``address`` is the root of its API."""

    channel_id: str
    channel: str
    address: str
    user_name: str


class WebPostRow(NamedTuple):
    """An article on its way to the website or there: ``state`` is queued, sent, failed or withdrawn.

    ``problem`` is read by core.website.errors.told; ``outdated`` says that a newer text than the one meant is approved,
    ``taken_down`` that the publication was taken down here.
    """

    distribution_id: str
    article_id: str
    title: str
    channel_id: str
    channel: str
    state: str
    link: str
    tries: int
    next_try_at: datetime | None
    problem: str
    outdated: bool
    taken_down: bool


_SITES = """
SELECT channel.id, channel.name, web_site.address, web_site.user_name
FROM web_site JOIN channel ON channel.id = web_site.channel_id AND channel.deleted_at IS NULL
"""
_POSTS = """
SELECT distribution.id, article.id, article.title, channel.id, channel.name, web_post.state, web_post.link,
  web_post.tries, web_post.next_try_at, web_post.problem,
  web_post.text_sha256 <> coalesce((SELECT revision.sha256 FROM decision JOIN revision ON revision.id = revision_id
    WHERE decision.article_id = article.id AND verdict = 'approved' ORDER BY revision.number DESC LIMIT 1), ''),
  distribution.state = 'taken_down'
FROM web_post JOIN distribution ON distribution.id = web_post.distribution_id
JOIN article ON article.id = distribution.article_id JOIN channel ON channel.id = distribution.channel_id
JOIN web_site ON web_site.channel_id = channel.id
"""
# What the website still has to be told: an article to show, one taken down here, one put back here.
_TO_TELL = """
(web_post.state = 'queued' AND distribution.state IN ('planned', 'failed', 'done', 'proved')
 OR web_post.state IN ('queued', 'sent') AND distribution.state = 'taken_down' AND web_post.post_id IS NOT NULL
 OR web_post.state = 'withdrawn' AND distribution.state IN ('done', 'proved'))
"""


def web_sites() -> list[WebSiteRow]:
    """The connected websites, in the channels' order."""
    return [WebSiteRow(*row) for row in database.execute_sql(f"{_SITES} ORDER BY channel.sort").fetchall()]


def web_site(channel_id: str) -> WebSiteRow | None:
    """The website behind a channel, or None."""
    row = database.execute_sql(f"{_SITES} WHERE channel.id = ?", (channel_id,)).fetchone()
    return WebSiteRow(*row) if row else None


def state_of(distribution_id: str) -> WebPostRow | None:
    """How a publication stands with the website; a correction stands with the publication it corrects."""
    first = (
        "WITH RECURSIVE place(id) AS (SELECT ? UNION SELECT distribution.corrects_id FROM distribution "
        "JOIN place ON distribution.id = place.id WHERE distribution.corrects_id IS NOT NULL) "
    )
    question = f"{first} {_POSTS} WHERE distribution.id IN (SELECT id FROM place)"
    row = database.execute_sql(question, (distribution_id,)).fetchone()
    return _post(row) if row else None


def on_channel(article_id: str, channel_id: str) -> WebPostRow | None:
    """How an article stands with the website behind a channel, the latest word; None when it was never given to it."""
    question = f"{_POSTS} WHERE article.id = ? AND channel.id = ? ORDER BY web_post.id DESC LIMIT 1"
    row = database.execute_sql(question, (article_id, channel_id)).fetchone()
    return _post(row) if row else None


def waiting() -> list[WebPostRow]:
    """What the website still has to be told, the oldest first."""
    rows = database.execute_sql(f"{_POSTS} WHERE {_TO_TELL} ORDER BY web_post.id").fetchall()
    return [_post(row) for row in rows]


def due(at: datetime | None = None) -> list[WebPostRow]:
    """Of those, what may be tried now."""
    moment = at or now()
    return [row for row in waiting() if row.next_try_at is None or row.next_try_at <= moment]


def refused() -> list[WebPostRow]:
    """What needs a person before it can be tried again, the oldest first."""
    rows = database.execute_sql(f"{_POSTS} WHERE web_post.state = 'failed' ORDER BY web_post.id").fetchall()
    return [_post(row) for row in rows]


def _post(row: tuple[Any, ...]) -> WebPostRow:
    post = WebPostRow._make(row)
    return post._replace(next_try_at=_INSTANT.python_value(row[8]), outdated=bool(row[10]), taken_down=bool(row[11]))
