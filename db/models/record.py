"""What every row of ours has: an id made here, a version that grows, and a day it went to the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import peewee

from db.connection import database
from db.fields import InstantField, now
from db.ids import new_id


class Table(peewee.Model):
    """A table of this school's file."""

    class Meta:
        database = database
        legacy_table_names = False

    if TYPE_CHECKING:
        # peewee adds back references (article.revisions) and raw keys (usage.asset_id) while running.
        def __getattr__(self, name: str) -> Any: ...


class Record(Table):
    """A row that travels between PCs. ``version`` grows with each change (db/triggers.py sees to it)."""

    id = peewee.CharField(max_length=36, primary_key=True, default=new_id)
    version = peewee.IntegerField(default=1)
    created_at = InstantField(default=now)
    deleted_at = InstantField(null=True)


def link(target: type[Table] | Literal["self"], **options: Any) -> peewee.ForeignKeyField:
    """A reference that refuses to lose its other end (a used record is never deleted)."""
    return peewee.ForeignKeyField(target, on_delete="RESTRICT", **options)


def part_of(target: type[Table], **options: Any) -> peewee.ForeignKeyField:
    """A reference to the whole this row is a part of: it goes when the whole goes."""
    return peewee.ForeignKeyField(target, on_delete="CASCADE", **options)
