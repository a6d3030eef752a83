"""The log as rows: who did what to which record, the newest first, narrowed by act and by person."""

from __future__ import annotations

from typing import NamedTuple

from db.connection import database


class LogRow(NamedTuple):
    """A line of the log: ``at`` an ISO instant (UTC), ``title`` what the record is called where it has a name."""

    id: str
    at: str
    by_name: str
    act: str
    title: str


_ABOUT = """
CASE table_name WHEN 'article' THEN (SELECT title FROM article WHERE id = record_id)
  WHEN 'distribution' THEN (SELECT article.title FROM distribution JOIN article ON article.id = article_id
                            WHERE distribution.id = record_id)
  WHEN 'media_asset' THEN (SELECT coalesce(nullif(caption, ''), original_name) FROM media_asset WHERE id = record_id)
  WHEN 'plan' THEN (SELECT title FROM plan WHERE id = record_id)
  WHEN 'channel' THEN (SELECT name FROM channel WHERE id = record_id)
  WHEN 'person' THEN (SELECT name FROM person WHERE id = record_id)
  WHEN 'album' THEN (SELECT title FROM album WHERE id = record_id) END
"""
_NARROWED = "WHERE (?1 = '' OR act = ?1) AND (?2 = '' OR by_name = ?2)"


def log(act: str = "", by_name: str = "", *, offset: int = 0, limit: int = 200) -> list[LogRow]:
    """A page of the log; "" asks for every act, everybody."""
    rows = database.execute_sql(
        f"SELECT id, at, by_name, act, coalesce({_ABOUT}, facts ->> 'title', '') FROM audit_event WHERE id IN "
        f"(SELECT id FROM audit_event {_NARROWED} ORDER BY at DESC, id DESC LIMIT ?3 OFFSET ?4) "
        "ORDER BY at DESC, id DESC",
        (act, by_name, limit, offset),
    ).fetchall()
    return [LogRow(*row) for row in rows]


def log_count(act: str = "", by_name: str = "") -> int:
    """How many lines ``log`` can give."""
    return int(database.execute_sql(f"SELECT count(*) FROM audit_event {_NARROWED}", (act, by_name)).fetchone()[0])


def acts_in_log() -> list[str]:
    """Every act that stands in the log."""
    return [act for (act,) in database.execute_sql("SELECT DISTINCT act FROM audit_event ORDER BY act").fetchall()]


def people_in_log() -> list[str]:
    """Every name that stands in the log, in Vietnamese order."""
    names = database.execute_sql(
        "SELECT DISTINCT by_name FROM audit_event WHERE by_name <> '' ORDER BY order_key(by_name)"
    ).fetchall()
    return [name for (name,) in names]
