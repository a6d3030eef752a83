"""Every change of a record that travels is written down by the file itself, in the transaction that makes it.

Nothing is written while ``sync_self.capturing`` is off: before this PC is joined to a store, and in the transactions
that bring in the work of other PCs.
"""

from __future__ import annotations

from collections.abc import Iterator

import peewee

from db.connection import database
from db.models import MODELS, Record
from db.models.record import Table

LOCAL_TABLES = frozenset({"savepoint", "web_site", "web_post", "web_upload"})
"""This PC's own: words not saved yet, and the queue of its own website (two PCs would post everything twice)."""

LOCAL_COLUMNS = {"person": frozenset({"pin_hash"})}
"""A PIN of six digits is soon guessed from its hash, so it never leaves the PC."""

TOGETHER = {
    "article": (("title", "head_revision_id", "state", "state_reason", "state_before"),),
    "review": (("revision_id", "closed_at"),),
    "distribution": (("revision_id", "state", "done_on", "reason"),),
    "report": (
        (
            *("state", "number", "signed_on", "signer_id", "signer_name", "signer_posts"),
            *("sections", "numbers", "pdf_sha256", "word_sha256", "issued_at"),
        ),
    ),
    "month_ledger": (("closed_by", "closed_at", "frozen"),),
    "press_statement": (("text", "approved_revision_id", "state"),),
}
"""Fields that mean something only together: an approval is of exactly one text, so both travel and clash as one."""

QUIET = {
    "media_asset": frozenset({"sharpness", "dark", "bright", "phash", "quality", "orientation", "burst_of_id"}),
    "media_edit": frozenset({"created_at"}),
}
"""What the program reckons by itself: the newest wins, and nobody is asked."""
QUIET_EVERYWHERE = frozenset({"created_at"})
PRESENCE = "deleted_at"
"""Whether a record is there: every change of a record says so anew, so that a deletion elsewhere meets it."""

_ON = "(SELECT capturing FROM sync_self)"
_WRITE = "INSERT INTO sync_change (table_name, row_id, act, base, fields)"


def synced_models() -> dict[str, type[Record]]:
    """Every table that travels, by name, parents first."""
    records = (model for model in MODELS if issubclass(model, Record))
    return {name(model): model for model in records if name(model) not in LOCAL_TABLES}


def name(model: type[Table]) -> str:
    """The table of ``model``."""
    return str(model._meta.table_name)


def columns(model: type[Table]) -> list[str]:
    """The columns that travel; the id is told apart and the version is each PC's own count."""
    hidden = LOCAL_COLUMNS.get(name(model), frozenset()) | {"id", "version"}
    return [field.column_name for field in model._meta.sorted_fields if field.column_name not in hidden]


def is_quiet(table: str, column: str) -> bool:
    """Whether ``column`` never makes a conflict."""
    return column in QUIET_EVERYWHERE or column in QUIET.get(table, ())


def together(table: str, column: str) -> tuple[str, ...]:
    """The columns that mean something only together with ``column``, itself among them."""
    return next((group for group in TOGETHER.get(table, ()) if column in group), (column,))


def journal_triggers() -> list[str]:
    """The triggers that capture, for db.triggers."""
    return [trigger for model in synced_models().values() for trigger in _triggers(model)]


def _triggers(model: type[Table]) -> Iterator[str]:
    table = name(model)
    yield (
        f"CREATE TRIGGER {table}_told_born AFTER INSERT ON {table} WHEN {_ON} BEGIN {_WRITE} "
        f"VALUES ('{table}', NEW.id, 'insert', 0, {_whole(model, 'NEW.')}); END"
    )
    yield (
        f"CREATE TRIGGER {table}_told_changed AFTER UPDATE ON {table} WHEN {_ON} AND ({_differs(columns(model))}) "
        f"BEGIN {_WRITE} SELECT '{table}', NEW.id, 'update', OLD.version, json_group_object(f, v) "
        f"FROM ({_changed(model)}); END"
    )
    yield (
        f"CREATE TRIGGER {table}_told_gone AFTER DELETE ON {table} WHEN {_ON} BEGIN {_WRITE} "
        f"VALUES ('{table}', OLD.id, 'delete', OLD.version, '{{}}'); END"
    )


def _whole(model: type[Table], row: str) -> str:
    """All columns of a row as SQL that makes a JSON object."""
    pairs = (f"'{column}', {_value(model, column, row)}" for column in columns(model))
    return f"json_object({', '.join(pairs)})"


def _changed(model: type[Table]) -> str:
    rows = (
        f"SELECT '{column}' AS f, {_value(model, column, 'NEW.')} AS v WHERE {_differs(_moved_by(model, column))}"
        for column in columns(model)
    )
    return " UNION ALL ".join(rows)


def _moved_by(model: type[Table], column: str) -> list[str]:
    """The columns whose change sends ``column`` along."""
    table = name(model)
    if column == PRESENCE:
        return [other for other in columns(model) if not is_quiet(table, other)]
    return list(together(table, column))


def _differs(changed: list[str]) -> str:
    return " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in changed)


def _value(model: type[Table], column: str, row: str) -> str:
    """What goes into the JSON. Real numbers go as text: SQLite's own JSON keeps 15 of their digits only.

    JSON goes as the text it is: within the statement that writes it SQLite would take it for a part of the whole.
    """
    field = model._meta.columns[column]
    if isinstance(field, peewee.FloatField | peewee.DecimalField):
        return f"CASE typeof({row}{column}) WHEN 'real' THEN quote({row}{column}) ELSE {row}{column} END"
    if isinstance(field, peewee.JSONField):
        return f"{row}{column} || ''"
    return f"{row}{column}"


# ---------------------------------------------------------------- what was there before


def tell_all() -> int:
    """Write every record down as newly born, for a PC that is joined with what it has; returns how many."""
    before = _changes()
    for table, model in synced_models().items():
        database.execute_sql(
            f"{_WRITE} SELECT '{table}', id, 'insert', 0, {_whole(model, '')} FROM {table} AS told ORDER BY id"
        )
    return _changes() - before


def _changes() -> int:
    return int(database.execute_sql("SELECT count(*) FROM sync_change").fetchone()[0])
