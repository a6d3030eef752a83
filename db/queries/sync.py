"""What syncing has to tell: the stores this PC knows, what waits, since when, and what stands in the way."""

from __future__ import annotations

from typing import NamedTuple

from db import database


class Target(NamedTuple):
    """A store, the newest met last; ``done_at``: when a round last went well; ``problem`` as core.told keeps it."""

    store: str
    address: str
    done_at: str
    problem: str


class SyncState(NamedTuple):
    """``waiting`` changes since ``oldest`` (UTC) are in no store yet; ``braked`` records wait for a person."""

    joined: bool
    waiting: int
    oldest: str
    conflicts: int
    braked: int
    held: int


def targets() -> list[Target]:
    """Every store this PC has been connected to."""
    rows = database.execute_sql("SELECT store, address, done_at, problem FROM sync_target ORDER BY met_at").fetchall()
    return [Target(*row) for row in rows]


_NOT_SENT = """
SELECT json_extract(body, '$.at') AS at FROM sync_event WHERE seq IS NULL AND NOT braked
UNION ALL
SELECT json_extract(body, '$.at') FROM sync_event JOIN sync_self USING (device, epoch)
WHERE sync_event.seq > (SELECT coalesce(max(upto), 0) FROM sync_sent
                        WHERE sync_sent.device = sync_self.device AND sync_sent.epoch = sync_self.epoch)
UNION ALL
SELECT at FROM sync_change
"""
"""Changes that no store has yet."""


def sync_state() -> SyncState:
    """How things stand on this PC, without a word to any store."""
    row = database.execute_sql(
        f"SELECT (SELECT device <> '' FROM sync_self), count(*), coalesce(min(at), ''), "
        "(SELECT count(*) FROM sync_row WHERE disputed > 0), "
        "(SELECT count(*) FROM sync_held WHERE why = 'brake') + (SELECT count(*) FROM sync_event WHERE braked), "
        f"(SELECT count(*) FROM sync_held WHERE why <> 'brake') FROM ({_NOT_SENT})"
    ).fetchone()
    return SyncState(bool(row[0]), *row[1:])


def pc_of(table: str, row_id: str) -> str:
    """The name of the other PC on which a record was made; "" for one of this PC."""
    row = database.execute_sql(
        "SELECT name FROM sync_event JOIN sync_peer USING (device) WHERE table_name = ? AND row_id = ? "
        "AND device <> (SELECT device FROM sync_self) ORDER BY n LIMIT 1",
        (table, row_id),
    ).fetchone()
    return str(row[0]) if row else ""
