"""What a term, a year or a report on opinions counts: articles and pictures by topic, opinions by who and how."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db.connection import database


class PlacedRow(NamedTuple):
    """A counted article with its topic and the channels it went to."""

    id: str
    title: str
    topic_id: str
    channels: tuple[str, ...]
    first_on: date | None


class OpinionRow(NamedTuple):
    """An opinion as a report counts it; ``summary`` is "" where nobody has written one."""

    id: str
    group: str
    kind: str
    topic_id: str
    state: str
    summary: str
    is_private: bool
    was_late: bool


class IncidentRow(NamedTuple):
    """An incident in a line."""

    id: str
    title: str
    severity: int
    state: str
    detected_on: date


def placed(article_ids: Sequence[str]) -> list[PlacedRow]:
    """These articles with where they went, in this order."""
    rows = database.execute_sql(
        """
        SELECT article.id, article.title, coalesce(article.topic_id, ''),
          json_group_array(channel.name) FILTER (WHERE channel.id IS NOT NULL), min(distribution.done_on)
        FROM json_each(?) AS asked JOIN article ON article.id = asked.value
        LEFT JOIN distribution ON distribution.article_id = article.id AND distribution.state IN ('done', 'proved')
        LEFT JOIN channel ON channel.id = distribution.channel_id
        GROUP BY article.id ORDER BY asked.key
        """,
        (json.dumps(list(article_ids)),),
    ).fetchall()
    return [
        PlacedRow(id_, title, topic, tuple(dict.fromkeys(json.loads(names))), date.fromisoformat(on) if on else None)
        for id_, title, topic, names, on in rows
    ]


def topics_of_media(asset_ids: Sequence[str]) -> dict[str, str]:
    """The topic of each picture that has one."""
    rows = database.execute_sql(
        "SELECT id, topic_id FROM media_asset WHERE id IN (SELECT value FROM json_each(?)) AND topic_id IS NOT NULL",
        (json.dumps(list(asset_ids)),),
    ).fetchall()
    return dict(rows)


def opinions(first: date, last: date) -> list[OpinionRow]:
    """What was said in these days, the first first; what was merged into another counts once."""
    rows = database.execute_sql(
        """
        SELECT id, source_group, kind, coalesce(topic_id, ''), state, summary, is_private,
          late_since IS NOT NULL
        FROM opinion_item WHERE deleted_at IS NULL AND duplicate_of_id IS NULL
          AND date(received_at, 'localtime') BETWEEN ? AND ? ORDER BY received_at, id
        """,
        (first.isoformat(), last.isoformat()),
    ).fetchall()
    return [OpinionRow._make((*row[:6], bool(row[6]), bool(row[7]))) for row in rows]


def incidents(first: date, last: date) -> list[IncidentRow]:
    """Incidents first noticed in these days."""
    rows = database.execute_sql(
        "SELECT id, title, severity, state, date(detected_at, 'localtime') FROM incident WHERE deleted_at IS NULL "
        "AND date(detected_at, 'localtime') BETWEEN ? AND ? ORDER BY detected_at, id",
        (first.isoformat(), last.isoformat()),
    ).fetchall()
    return [IncidentRow._make((*row[:4], date.fromisoformat(row[4]))) for row in rows]


def advice(first: date, last: date) -> list[str]:
    """What the school proposed to the authority in these days."""
    rows = database.execute_sql(
        "SELECT text FROM advice WHERE deleted_at IS NULL AND proposed_on BETWEEN ? AND ? ORDER BY proposed_on, id",
        (first.isoformat(), last.isoformat()),
    ).fetchall()
    return [text for (text,) in rows]


def topic_titles(plan_ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """(printed number, title) of every topic of these plans, in the plans' order."""
    rows = database.execute_sql(
        "SELECT topic.id, coalesce(printed_no, ''), title FROM topic WHERE plan_id IN (SELECT value FROM json_each(?)) "
        "AND deleted_at IS NULL ORDER BY plan_id, sort",
        (json.dumps(list(plan_ids)),),
    ).fetchall()
    return {id_: (number, title) for id_, number, title in rows}
