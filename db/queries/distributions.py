"""The room of publications: which articles wait for what, and for one article every channel with what stands there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from db.connection import database

TABS = ("to_publish", "to_prove", "to_correct", "finished")
ONCE_SAID = ("conference",)
"""Kinds of channel where spoken words stay as they were: nothing there waits for a correction."""


class OutRow(NamedTuple):
    """A line of the list: an approved article and the day it first went out, or was approved."""

    id: str
    title: str
    day: date | None
    places: int
    state: str


class ArticleOut(NamedTuple):
    """An article as this room sees it: the text that may go out, and whether newer words are being written."""

    id: str
    title: str
    state: str
    state_reason: str
    revision_id: str | None
    revision: int
    approved_by: str
    approved_on: str
    newer: int
    photos: int


class ChannelRow(NamedTuple):
    """A channel as settings and this room show it; ``is_used``: something was planned or went out there."""

    id: str
    kind: str
    name: str
    url: str
    is_official: bool
    valid_from: date | None
    valid_to: date | None
    has_site: bool
    is_used: bool


class EvidenceRow(NamedTuple):
    """One proof: an address, or a file under the home folder."""

    id: str
    kind: str
    url: str
    file_path: str
    name: str


class PlaceRow(NamedTuple):
    """One publication on a channel: which text, when, how it stands, what proves it.

    ``outdated`` says that a newer text is approved; ``corrected`` that a later line of this channel replaced it.
    """

    id: str
    channel_id: str
    planned_on: date | None
    done_on: date | None
    recorded_on: date | None
    by_name: str
    state: str
    reason: str
    revision: int
    outdated: bool
    corrects_id: str | None
    corrected: bool
    evidence: tuple[EvidenceRow, ...]

    @property
    def recorded_today(self) -> bool:
        return self.recorded_on == date.today()


# ---------------------------------------------------------------- the list and its tabs

# Each set is asked once, whole: a thousand times cheaper than asking every article of many years about its rows.
_STANDING = "state IN ('done', 'proved') AND article_id IS NOT NULL"
_OUT = f"SELECT DISTINCT article_id FROM distribution WHERE {_STANDING}"
_ALIVE = "deleted_at IS NULL AND state NOT IN ('cancelled', 'taken_down')"
UNPROVED = """
distribution.state = 'done' AND NOT EXISTS (SELECT 1 FROM distribution AS later
  WHERE later.article_id = distribution.article_id AND later.corrects_id = distribution.id
    AND later.state IN ('done', 'proved'))
"""
"""A publication without evidence that still stands there: what a correction replaced is not asked about any more."""
_UNPROVED = f"SELECT article_id FROM distribution WHERE {UNPROVED} AND article_id IS NOT NULL"
_OPEN = "SELECT article_id FROM distribution WHERE state IN ('planned', 'failed') AND article_id IS NOT NULL"
# Only what was approved more than once can be out with an older text.
# CROSS JOIN keeps that order whatever the planner believes about the sizes.
_OUTDATED = """
WITH changed AS MATERIALIZED (SELECT article_id FROM decision GROUP BY article_id HAVING count(*) > 1)
SELECT out.article_id FROM changed
CROSS JOIN distribution AS out ON out.article_id = changed.article_id
JOIN channel ON channel.id = out.channel_id AND channel.kind NOT IN (SELECT value FROM json_each(?))
JOIN revision ON revision.id = out.revision_id
WHERE out.state IN ('done', 'proved')
  AND NOT EXISTS (SELECT 1 FROM distribution AS later
                  WHERE later.article_id = out.article_id AND later.corrects_id = out.id
                    AND later.state IN ('done', 'proved'))
  AND revision.sha256 <> (SELECT newest.sha256 FROM decision JOIN revision AS newest ON newest.id = revision_id
                          WHERE decision.article_id = out.article_id AND verdict = 'approved'
                          ORDER BY newest.number DESC LIMIT 1)
"""


MANY = 5000
"""Articles from which on sorting them onto tabs takes longer than a blink (100,000 take half a second)."""


def many() -> bool:
    """Whether ``desk`` should be asked off the window's thread."""
    return bool(database.execute_sql("SELECT 1 FROM article LIMIT 1 OFFSET ?", (MANY,)).fetchone())


class Desk(NamedTuple):
    """Ids of the articles of each tab, the newest first."""

    to_publish: tuple[str, ...]
    to_prove: tuple[str, ...]
    to_correct: tuple[str, ...]
    finished: tuple[str, ...]

    def of(self, tab: str) -> tuple[str, ...]:
        return tuple(getattr(self, tab))

    def tab_of(self, article_id: str) -> str | None:
        """Where an article lies, or None when nothing of it may go out."""
        return next((tab for tab in TABS if article_id in self.of(tab)), None)


def desk() -> Desk:
    """Every article that is approved or out, each in one tab: a correction before a place, a proof last."""
    gone = _ids("SELECT id FROM article WHERE deleted_at IS NOT NULL OR state IN ('cancelled', 'taken_down')")
    out = _ids(_OUT) - gone
    approved = _ids(f"SELECT id FROM article WHERE {_ALIVE} AND state = 'approved'")
    outdated = _ids(_OUTDATED, json.dumps(ONCE_SAID)) & out
    to_publish = (approved - out | (_ids(_OPEN) & (approved | out))) - outdated
    unproved = (_ids(_UNPROVED) & out) - outdated - to_publish
    finished = out - outdated - to_publish - unproved
    return Desk(*(tuple(sorted(ids, reverse=True)) for ids in (to_publish, unproved, outdated, finished)))


def _ids(question: str, *facts: str) -> set[str]:
    """The ids as one text: asked off the window's thread, a row at a time would hold the window up 100,000 times."""
    joined = f"WITH found(id) AS ({question}) SELECT coalesce(group_concat(id, ' '), '') FROM found"
    return set(database.execute_sql(joined, facts).fetchone()[0].split())


_LINES = """
SELECT article.id, article.title,
  coalesce((SELECT min(done_on) FROM distribution WHERE article_id = article.id AND state IN ('done', 'proved')),
           article.event_date),
  (SELECT count(DISTINCT channel_id) FROM distribution WHERE article_id = article.id AND state IN ('done', 'proved')),
  article.state
FROM article WHERE article.id IN (SELECT value FROM json_each(?)) ORDER BY article.id DESC
"""


def lines(article_ids: Sequence[str]) -> list[OutRow]:
    """The lines of these articles, the newest first."""
    rows = database.execute_sql(_LINES, (json.dumps(list(article_ids)),)).fetchall()
    return [OutRow(row[0], row[1], _day(row[2]), row[3], row[4]) for row in rows]


# ---------------------------------------------------------------- one article

_ARTICLE = """
SELECT article.id, article.title, article.state, article.state_reason, revision.id, coalesce(revision.number, 0),
  coalesce(decision.decided_by_name, ''), coalesce(decision.at, ''),
  CASE WHEN head.number > revision.number AND head.sha256 <> revision.sha256 THEN head.number ELSE 0 END,
  (SELECT count(*) FROM usage WHERE article_id = article.id)
FROM article
LEFT JOIN decision ON decision.id = (SELECT decision.id FROM decision JOIN revision ON revision.id = revision_id
     WHERE decision.article_id = article.id AND verdict = 'approved' ORDER BY number DESC, decision.id DESC LIMIT 1)
LEFT JOIN revision ON revision.id = decision.revision_id
LEFT JOIN revision AS head ON head.id = article.head_revision_id
WHERE article.id = ? AND article.deleted_at IS NULL
"""
_PLACES = """
SELECT place.id, channel_id, planned_on, done_on, recorded_at, place.by_name, state, place.reason,
  coalesce(revision.number, 0), revision.sha256, corrects_id,
  EXISTS (SELECT 1 FROM distribution AS later WHERE later.article_id = place.article_id
          AND later.corrects_id = place.id AND later.state IN ('done', 'proved'))
FROM distribution AS place LEFT JOIN revision ON revision.id = revision_id
WHERE place.article_id = ? AND place.deleted_at IS NULL ORDER BY coalesce(done_on, planned_on), place.id
"""
_EVIDENCE = """
SELECT distribution_id, evidence.id, evidence.kind, url, file_path, note FROM evidence
JOIN distribution ON distribution.id = distribution_id WHERE article_id = ? ORDER BY captured_at, evidence.id
"""


def article_out(article_id: str) -> ArticleOut | None:
    """One article with the newest text the principal approved, or None."""
    row = database.execute_sql(_ARTICLE, (article_id,)).fetchone()
    return ArticleOut._make((*row[:8], row[8] or 0, row[9])) if row else None


def places(article_id: str) -> list[PlaceRow]:
    """Everything planned and recorded of an article, in the order of its days."""
    proofs: dict[str, list[EvidenceRow]] = {}
    for place_id, *proof in database.execute_sql(_EVIDENCE, (article_id,)).fetchall():
        proofs.setdefault(place_id, []).append(EvidenceRow(*proof))
    approved = database.execute_sql(
        "SELECT revision.sha256 FROM decision JOIN revision ON revision.id = revision_id "
        "WHERE decision.article_id = ? AND verdict = 'approved' ORDER BY number DESC LIMIT 1",
        (article_id,),
    ).fetchone()
    newest = approved[0] if approved else None
    rows = database.execute_sql(_PLACES, (article_id,)).fetchall()
    return [_place(row, newest, tuple(proofs.get(row[0], ()))) for row in rows]


def _place(row: Sequence[object], newest: object, evidence: tuple[EvidenceRow, ...]) -> PlaceRow:
    standing = row[6] in ("done", "proved") and not row[11]
    return PlaceRow(
        id=str(row[0]),
        channel_id=str(row[1]),
        planned_on=_day(row[2]),
        done_on=_day(row[3]),
        recorded_on=_local_day(row[4]),
        by_name=str(row[5]),
        state=str(row[6]),
        reason=str(row[7]),
        revision=int(str(row[8])),
        outdated=standing and newest is not None and row[9] is not None and row[9] != newest,
        corrects_id=str(row[10]) if row[10] else None,
        corrected=bool(row[11]),
        evidence=evidence,
    )


# ---------------------------------------------------------------- channels

_CHANNELS = """
SELECT id, kind, name, url, is_official, valid_from, valid_to,
  EXISTS (SELECT 1 FROM web_site WHERE channel_id = channel.id AND deleted_at IS NULL),
  EXISTS (SELECT 1 FROM distribution WHERE channel_id = channel.id AND state <> 'withdrawn')
FROM channel WHERE deleted_at IS NULL ORDER BY is_official DESC, sort, id
"""


def channels() -> list[ChannelRow]:
    """Every channel, the official ones first."""
    rows = database.execute_sql(_CHANNELS).fetchall()
    return [
        ChannelRow._make((*row[:4], bool(row[4]), _day(row[5]), _day(row[6]), bool(row[7]), bool(row[8])))
        for row in rows
    ]


def website_address(article_id: str) -> str:
    """Where an article can be read on the school's website: its proved address, else the website's own, or nothing."""
    row = database.execute_sql(
        "SELECT evidence.url FROM evidence JOIN distribution ON distribution.id = distribution_id "
        "JOIN channel ON channel.id = channel_id WHERE article_id = ? AND channel.kind = 'website' "
        "AND evidence.url <> '' AND state = 'proved' ORDER BY evidence.id DESC LIMIT 1",
        (article_id,),
    ).fetchone()
    row = (
        row
        or database.execute_sql(
            "SELECT url FROM channel WHERE kind = 'website' AND url <> '' AND deleted_at IS NULL ORDER BY sort LIMIT 1"
        ).fetchone()
    )
    return str(row[0]) if row else ""


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None


def _local_day(value: object) -> date | None:
    return datetime.fromisoformat(str(value).replace("Z", "+00:00")).astimezone().date() if value else None
