"""Whether values from elsewhere fit their columns: SQLite itself would take any."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import peewee

from db.fields import InstantField
from db.journal import synced_models

LONGEST = 4 << 20
"""Signs of one text: a thick book has fewer."""


def unfit(table: str, values: Mapping[str, Any]) -> list[str]:
    """The columns whose values no program of ours writes: a date that is none, a text for a number."""
    known = synced_models()[table]._meta.columns
    return sorted(column for column, value in values.items() if not _fits(known[column], value))


def _fits(field: peewee.Field, value: Any) -> bool:
    if value is None:
        return bool(field.null)
    try:
        return next((fits(value) for kind, fits in _KINDS if isinstance(field, kind)), _is_text(value))
    except (ValueError, TypeError, RecursionError):
        return False


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and -(1 << 63) <= value < 1 << 63


def _is_real(value: Any) -> bool:
    return float(value) - float(value) == 0  # neither infinite nor no number


def _is_instant(value: Any) -> bool:
    return datetime.fromisoformat(value.replace("Z", "+00:00")).tzinfo is not None if _is_text(value) else False


def _is_date(value: Any) -> bool:
    return bool(date.fromisoformat(value))


def _is_json(value: Any) -> bool:
    json.loads(value)
    return _is_text(value)


_KINDS: tuple[tuple[type[peewee.Field], Callable[[Any], bool]], ...] = (
    (InstantField, _is_instant),
    (peewee.JSONField, _is_json),
    (peewee.DateField, _is_date),
    (peewee.ForeignKeyField, _is_text),
    (peewee.FloatField, _is_real),
    (peewee.DecimalField, _is_real),
    (peewee.BooleanField, _is_number),
    (peewee.IntegerField, _is_number),
)
