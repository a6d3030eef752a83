"""The letters of this PC: which are due, which wait, how each of a report stands."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from db.fields import now
from db.models import Letter


class LetterRow(NamedTuple):
    """A letter as a list shows it; ``problem`` is what ``core.told`` reads."""

    id: str
    report_id: str
    subject: str
    recipients: list[str]
    part: int
    parts: int
    bytes: int
    file: str
    state: str
    tries: int
    next_try_at: datetime | None
    problem: str
    by_name: str
    queued_at: datetime
    sent_at: datetime | None


def due(at: datetime | None = None) -> list[LetterRow]:
    """Letters to send now, the oldest first."""
    moment = at or now()
    ready = (Letter.next_try_at.is_null()) | (Letter.next_try_at <= moment)
    return _rows(Letter.select().where(Letter.state == "waiting", ready).order_by(Letter.id))


def waiting_count() -> int:
    """How many letters still wait."""
    return int(Letter.select().where(Letter.state == "waiting").count())


def unsent_of(report_id: str) -> int:
    """How many letters of a report have not gone."""
    return int(Letter.select().where(Letter.report_id == report_id, Letter.state != "sent").count())


def letters(report_id: str = "", limit: int = 100) -> list[LetterRow]:
    """The newest letters, of one report or of all."""
    query = Letter.select().order_by(Letter.id.desc()).limit(limit)
    return _rows(query.where(Letter.report_id == report_id) if report_id else query)


def _rows(query: object) -> list[LetterRow]:
    return [LetterRow(*(getattr(letter, name) for name in LetterRow._fields)) for letter in query]  # type: ignore[attr-defined]
