"""The log of who did what: one line per act, only ever added."""

from __future__ import annotations

from db.models import AuditEvent


def record(act: str, table: str, record_id: str, by_name: str = "", **facts: object) -> None:
    """Add a line to the log; call it inside the act's own transaction so that both stand or fall."""
    AuditEvent.create(act=act, table=table, record_id=record_id, by_name=by_name, facts=facts)
