"""Papers and their editions: which state each is in, with which number, day and signer."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from db.connection import database


class EditionRow(NamedTuple):
    """One edition of a paper; instants are ISO text in UTC, "" for never."""

    id: str
    plan_id: str
    kind: str
    period: str
    edition: int
    state: str
    number: int | None
    signed_on: date | None
    signer_name: str
    signer_posts: tuple[str, ...]
    has_scan: bool
    pdf_sha256: str
    issued_at: str
    sent_at: str
    confirmed_at: str
    withdrawn_at: str
    withdrawn_why: str
    sections: dict[str, str]


_EDITION = """
SELECT id, plan_id, kind, period, edition, state, number, signed_on, signer_name, signer_posts, scan_sha256 <> '',
  pdf_sha256, coalesce(issued_at, ''), coalesce(sent_at, ''), coalesce(confirmed_at, ''), coalesce(withdrawn_at, ''),
  withdrawn_why, sections
FROM report WHERE deleted_at IS NULL
"""


def editions(plan_id: str, kind: str, period: str) -> list[EditionRow]:
    """Every edition of a paper, the newest first."""
    question = f"{_EDITION} AND plan_id = ? AND kind = ? AND period = ? ORDER BY edition DESC"
    return [_row(row) for row in database.execute_sql(question, (plan_id, kind, period)).fetchall()]


def edition(report_id: str) -> EditionRow | None:
    """One paper, or None where it is gone."""
    row = database.execute_sql(f"{_EDITION} AND id = ?", (report_id,)).fetchone()
    return _row(row) if row else None


def latest_issued(plan_id: str, kind: str, period: str) -> EditionRow | None:
    """The newest edition that stands: issued, not withdrawn; a draft after it does not count."""
    standing = (row for row in editions(plan_id, kind, period) if row.state not in ("draft", "withdrawn"))
    return next(standing, None)


def _row(row: tuple[object, ...]) -> EditionRow:
    day = date.fromisoformat(str(row[7])) if row[7] else None
    posts, sections = tuple(json.loads(str(row[9]))), json.loads(str(row[17]))
    return EditionRow._make((*row[:7], day, row[8], posts, bool(row[10]), *row[11:17], sections))
