"""Finding a thing by any of its words, without accents: one index over articles, pictures, plan, opinions, press.

``first_page`` answers at once, ``totals`` counts exactly. Words typed without accents find every spelling; a word typed
with accents means itself (in either place of the tone: hoà is hòa) as long as anything says just that; when nothing
does, accents are forgiven, because old papers and hurried fingers drop them.
"""

from __future__ import annotations

from typing import NamedTuple

from db.connection import database
from db.said import Asked, asked

PAGE = 50


class Hit(NamedTuple):
    """One thing found. ``kind`` says what it is; ``of_id`` is what is opened for it: a comment's article, an item's
    topic, else itself. ``text`` are all its words below the title, for a snippet (db.said.snippet)."""

    kind: str
    id: str
    title: str
    when: str
    of_id: str = ""
    text: str = ""


class Totals(NamedTuple):
    """How many things of each kind have the words, and how many more of them lie in the trash."""

    kinds: dict[str, int]
    trashed: int

    @property
    def total(self) -> int:
        """All that can be opened."""
        return sum(self.kinds.values())


class Found(NamedTuple):
    """How many there are in all, and the newest of them."""

    total: int
    hits: list[Hit]


def search(text: str, limit: int = PAGE) -> Found:
    """Everything whose words begin with the words of ``text``, newest first, counted exactly."""
    return Found(totals(text).total, first_page(text, limit))


def first_page(text: str, limit: int = PAGE, kind: str = "") -> list[Hit]:
    """The newest ``limit`` things (-1: all) that have the words, of one ``kind`` if wished; not those in the trash."""
    meant = meaning(text)
    if not meant.match:
        return []
    narrow, facts = ("AND entry.kind = ? ", (kind,)) if kind else ("", ())
    rows = database.execute_sql(
        "SELECT entry.kind, entry.record_id, entry.title, coalesce(entry.happened, ''), entry.of_id, words.body "
        f"FROM {_HAVING} AND NOT entry.trashed {narrow}{_said(meant)}ORDER BY search_text.rowid DESC LIMIT ?",
        (meant.match, *facts, *_spoken(meant), limit),
    )
    return [Hit(*row) for row in rows.fetchall()]


def totals(text: str) -> Totals:
    """The exact counts; some hundredths of a second where half an archive of 100,000 has the words."""
    meant = meaning(text)
    if not meant.match:
        return Totals({}, 0)
    rows = database.execute_sql(
        f"SELECT entry.kind, entry.trashed, count(*) FROM {_HAVING if meant.spoken else _COUNTING} "
        f"{_said(meant)}GROUP BY 1, 2",
        (meant.match, *_spoken(meant)),
    ).fetchall()
    kinds = {kind: count for kind, trashed, count in rows if not trashed}
    return Totals(kinds, sum(count for _kind, trashed, count in rows if trashed))


def meaning(text: str) -> Asked:
    """What ``text`` asks for: its accents count only while something is written just so."""
    meant = asked(text)
    if meant.match and meant.spoken and not _anything(meant):
        return meant.without_accents()
    return meant


def _anything(meant: Asked) -> bool:
    row = database.execute_sql(
        f"SELECT 1 FROM {_HAVING} AND NOT entry.trashed {_said(meant)}LIMIT 1", (meant.match, meant.spoken)
    ).fetchone()
    return row is not None


def _said(meant: Asked) -> str:
    return "AND says(words.title || char(10) || words.body, ?) " if meant.spoken else ""


def _spoken(meant: Asked) -> tuple[str, ...]:
    return (meant.spoken,) if meant.spoken else ()


# CROSS JOIN: the index leads, newest first, and stops as soon as the page is full.
_COUNTING = "search_text CROSS JOIN search_entry AS entry ON entry.id = search_text.rowid WHERE search_text MATCH ? "
_HAVING = (
    "search_text CROSS JOIN search_entry AS entry ON entry.id = search_text.rowid "
    "CROSS JOIN search_words AS words ON words.id = search_text.rowid WHERE search_text MATCH ? "
)
