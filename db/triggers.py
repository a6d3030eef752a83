"""Rules the file keeps by itself, below every line of Python: versions grow, signed words stay, search follows."""

from __future__ import annotations

import zlib

import peewee

from db.group_triggers import GROUP_TRIGGERS
from db.journal import journal_triggers
from db.likeness import LIKENESS_TRIGGERS
from db.lines import LINE_TRIGGERS
from db.models import MODELS, Record
from db.report_triggers import REPORT_TRIGGERS
from db.search_triggers import SEARCH_TRIGGERS

# I6: what was signed, said or logged is never rewritten.
FROZEN_COLUMNS = {
    "plan": ("source_text", "source_sha256"),
    "opinion_item": ("original_text",),
    "revision": ("title", "lead", "body", "sha256"),
    "decision": ("verdict", "revision_id", "at"),
    "opinion_event": ("text", "at"),
    "audit_event": ("at", "by_name", "act", "table_name", "record_id", "facts"),
}
NEVER_DELETED = ("audit_event",)


def install_triggers(database: peewee.SqliteDatabase) -> None:
    """Bring the file's triggers to this program's text; costs nothing where they already match."""
    ours = [*_versions(), *_frozen(), *_kept()]
    statements = [
        *ours,
        *SEARCH_TRIGGERS,
        *LIKENESS_TRIGGERS,
        *LINE_TRIGGERS,
        *GROUP_TRIGGERS,
        *journal_triggers(),
        *REPORT_TRIGGERS,
    ]
    mark = zlib.crc32("\n".join(statements).encode()) & 0x7FFFFFFF
    if database.pragma("user_version") == mark:
        return
    with database.atomic():
        for (name,) in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute_sql(f'DROP TRIGGER "{name}"')
        for statement in statements:
            database.execute_sql(statement)
        database.pragma("user_version", mark)


def _versions() -> list[str]:
    return [
        f"CREATE TRIGGER {table}_version AFTER UPDATE ON {table} WHEN NEW.version = OLD.version "
        f"BEGIN UPDATE {table} SET version = OLD.version + 1 WHERE id = NEW.id; END"
        for table in _record_tables()
    ]


def _record_tables() -> list[str]:
    return [model._meta.table_name for model in MODELS if issubclass(model, Record)]


def _frozen() -> list[str]:
    return [
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE OF {', '.join(columns)} ON {table} "
        f"WHEN {' OR '.join(f'NEW.{column} IS NOT OLD.{column}' for column in columns)} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: these words never change'); END"
        for table, columns in FROZEN_COLUMNS.items()
    ]


def _kept() -> list[str]:
    return [
        f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: nobody deletes this'); END"
        for table in NEVER_DELETED
    ]
