"""The list of articles: tabs with their counts, narrowed by what one looks for, in Vietnamese order, page by page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from db.connection import database
from db.text import fold

TABS = ("writing", "in_review", "needs_changes", "approved", "published", "put_away")
STREAMED = 500
"""Rows a command reads at a time."""


class ArticleRow(NamedTuple):
    """A line of the list; ``state`` is derived: approved and out on a channel is "published"."""

    id: str
    title: str
    topic: str
    authors: str
    state: str
    event_date: date | None
    published_on: date | None
    photos: int


class Narrowing(NamedTuple):
    """What one looks for; an empty part asks for nothing. ``month`` is "2024-05", of the event or of publication."""

    text: str = ""
    topic_id: str = ""
    author: str = ""
    month: str = ""
    without_photo: bool = False
    ids: tuple[str, ...] = ()


EVERYTHING = Narrowing()


class ArticleWords(NamedTuple):
    """One article with its words, as a program reads it."""

    id: str
    title: str
    state: str
    topic: str
    lead: str
    body: str


SORTS = {
    "newest": "article_id DESC",
    "newest_down": "article_id",
    "title": "sort_title, article_id",
    "title_down": "sort_title DESC, article_id DESC",
    "event_date": "event_date DESC, article_id DESC",
    "event_date_down": "event_date, article_id",
    "published_on": "published_on DESC, article_id DESC",
    "published_on_down": "published_on, article_id",
}
_MONTHS = "coalesce(substr(event_date, 1, 7), '') || ' ' || coalesce(substr(published_on, 1, 7), '')"
_STATE = "CASE line.tab WHEN 'published' THEN 'published' ELSE article.state END"
_TOPIC = "coalesce((SELECT coalesce(printed_no || '. ', '') || title FROM topic WHERE id = article.topic_id), '')"
# The ids come from an index alone, in their order; the rest is asked for these few.
_ROWS = f"""
SELECT article.id, article.title, {_TOPIC},
  coalesce((SELECT group_concat(name, ', ') FROM (SELECT name FROM article_author WHERE article_id = article.id
            ORDER BY sort)), ''),
  {_STATE}, line.event_date, line.published_on, (SELECT count(*) FROM usage WHERE article_id = article.id)
FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value
JOIN article_line AS line ON line.article_id = article.id ORDER BY wanted.key
"""


def articles(
    tab: str | None = None, *, sort: str = "newest", offset: int = 0, limit: int = 200, of: int = 0
) -> list[ArticleRow]:
    """A page of the list; ``tab`` is one of TABS, or None for all.

    ``of`` is their number where it is known: a page of the second half is then read from the end.
    """
    after = of - offset - limit
    if not 0 <= after < offset:
        return rows_of(article_ids(tab, sort=sort, offset=offset, limit=limit))
    turned = sort.removesuffix("_down") if sort.endswith("_down") else f"{sort}_down"
    return rows_of(article_ids(tab, sort=turned, offset=after, limit=limit)[::-1])


def article_ids(
    tab: str | None = None,
    narrowing: Narrowing = EVERYTHING,
    *,
    sort: str = "newest",
    offset: int = 0,
    limit: int = -1,
) -> list[str]:
    """The ids of a tab in their order: all that ``narrowing`` lets through, or a stretch of them."""
    where, facts = _condition(narrowing)
    if tab is not None:
        where, facts = [*where, "tab = ?"], [*facts, tab]
    question = f"SELECT article_id FROM article_line {_where(where)} ORDER BY {SORTS[sort]} LIMIT ? OFFSET ?"
    return [id_ for (id_,) in database.execute_sql(question, (*facts, limit, offset)).fetchall()]


def rows_of(ids: Sequence[str]) -> list[ArticleRow]:
    """The lines of these articles, in the order given; what is in the trash has none."""
    rows = database.execute_sql(_ROWS, (json.dumps(list(ids)),)).fetchall()
    return [ArticleRow._make((*row[:5], _day(row[5]), _day(row[6]), row[7])) for row in rows]


def articles_on(topic_id: str, limit: int = 50) -> list[ArticleRow]:
    """The articles on one topic of the plan, newest first."""
    return rows_of(article_ids(None, Narrowing(topic_id=topic_id), limit=limit))


def article_counts(narrowing: Narrowing = EVERYTHING) -> dict[str, int]:
    """How many articles each tab holds of what ``narrowing`` lets through; every tab is named."""
    where, facts = _condition(narrowing)
    rows = database.execute_sql(f"SELECT tab, count(*) FROM article_line {_where(where)} GROUP BY tab", facts)
    counted = dict(rows.fetchall())
    return {tab: counted.get(tab, 0) for tab in TABS}


def _where(parts: Sequence[str]) -> str:
    return f"WHERE {' AND '.join(parts)}" if parts else ""


def _condition(wished: Narrowing) -> tuple[list[str], list[str]]:
    """The conditions on article_line that are asked for, with their facts."""
    found = [("instr(folded, ?) > 0", word) for word in fold(wished.text).split()]
    asked = {
        "article_id IN (SELECT id FROM article WHERE topic_id = ?)": wished.topic_id,
        "article_id IN (SELECT article_id FROM article_author WHERE name = ?)": wished.author,
        f"instr({_MONTHS}, ?) > 0": wished.month,
        "article_id IN (SELECT value FROM json_each(?))": json.dumps(wished.ids) if wished.ids else "",
    }
    found += [(part, fact) for part, fact in asked.items() if fact]
    where, facts = [part for part, _fact in found], [fact for _part, fact in found]
    if wished.without_photo:
        where.append("NOT EXISTS (SELECT 1 FROM usage WHERE usage.article_id = article_line.article_id)")
    return where, facts


def months() -> list[str]:
    """The months ("2024-05") in which something happened or was published, newest first."""
    rows = database.execute_sql(
        "SELECT substr(event_date, 1, 7) FROM article_line WHERE event_date IS NOT NULL "
        "UNION SELECT substr(published_on, 1, 7) FROM article_line WHERE published_on IS NOT NULL ORDER BY 1 DESC"
    ).fetchall()
    return [month for (month,) in rows]


def authors() -> list[str]:
    """Every name under an article, in Vietnamese order."""
    names = database.execute_sql("SELECT DISTINCT name FROM article_author ORDER BY order_key(name)").fetchall()
    return [name for (name,) in names]


_WORDS = f"""
SELECT article.id, article.title, {_STATE}, {_TOPIC}, coalesce(revision.lead, ''), coalesce(revision.body, '')
FROM article_line AS line JOIN article ON article.id = line.article_id
LEFT JOIN revision ON revision.id = article.head_revision_id
WHERE line.article_id < ? ORDER BY line.article_id DESC LIMIT ?
"""
AFTER_ALL = "~"


def every_article() -> Iterator[ArticleWords]:
    """Every article with its newest words, newest first; a few hundred at a time, however many there are."""
    last = AFTER_ALL
    while rows := database.execute_sql(_WORDS, (last, STREAMED)).fetchall():
        yield from (ArticleWords(*row) for row in rows)
        last = rows[-1][0]


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None
