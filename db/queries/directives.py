"""What the authority asked, the unread first."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from db.connection import database


class DirectiveRow(NamedTuple):
    """A word from the authority as a list shows it."""

    id: str
    office: str
    subject: str
    text: str
    due_on: date | None
    sent_on: date
    is_read: bool


_ROWS = """
SELECT id, office, subject, text, due_on, date(sent_at, 'localtime'), read_at IS NOT NULL
FROM directive WHERE deleted_at IS NULL
"""


def directives() -> list[DirectiveRow]:
    """All of them, the unread first, the newest before older ones."""
    rows = database.execute_sql(_ROWS + " ORDER BY read_at IS NOT NULL, sent_at DESC, id").fetchall()
    return [_row(row) for row in rows]


def directive(directive_id: str) -> DirectiveRow | None:
    """One of them."""
    row = database.execute_sql(_ROWS + " AND id = ?", (directive_id,)).fetchone()
    return _row(row) if row else None


def _row(row: tuple[str, str, str, str, str | None, str, int]) -> DirectiveRow:
    due = date.fromisoformat(row[4][:10]) if row[4] else None
    return DirectiveRow(*row[:4], due, date.fromisoformat(row[5]), bool(row[6]))
