"""Columns of our own: an instant in UTC, text in one spelling."""

from __future__ import annotations

from datetime import UTC, datetime

import peewee

from db.text import nfc


def now() -> datetime:
    """This instant, in UTC, to the millisecond that the records keep."""
    instant = datetime.now(UTC)
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)


class InstantField(peewee.TextField):
    """An aware datetime kept as ISO 8601 text in UTC (``2024-05-07T03:00:00.000Z``), which sorts as time does."""

    def db_value(self, value: datetime | None) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def python_value(self, value: str | None) -> datetime | None:
        return datetime.fromisoformat(value.replace("Z", "+00:00")) if value else None


class NameField(peewee.TextField):
    """Text that enters the records composed (NFC), whatever the keyboard or the disk sent."""

    def db_value(self, value: str | None) -> str | None:
        return None if value is None else nfc(value)
