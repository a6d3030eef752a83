"""On which records PCs differ: counted beside each record, so that a list of them costs nothing."""

from __future__ import annotations

from collections.abc import Iterable

from db import database, rows
from db.journal import PRESENCE, is_quiet
from desktop_app.core.sync import twins
from desktop_app.core.sync.knowledge import GONE, Knowledge, Row, Said

USED = "used"
"""Why a record is held that was deleted elsewhere while something that nobody deleted hangs on it."""


def disputed(knowledge: Knowledge, row: Row) -> dict[str, list[Said]]:
    """The fields in which people differ about a record or its twins, with all that was said, the shown first."""
    if knowledge.presence(row) == GONE and not is_used(row):
        return {}  # whoever deleted it saw what was in dispute
    members = [row, *twins.living_twins(knowledge, row)]
    if len(members) == 1 and all(len(heads) < 2 for heads in knowledge.registers(row).heads.values()):
        return {}
    fields = dict.fromkeys(field for member in members for field in knowledge.registers(member).heads)
    found = {field: [head for member in members for head in knowledge.heads(member, field)] for field in fields}
    return {field: heads for field, heads in found.items() if len(heads) > 1 and _differ(knowledge, members, field)}


def _differ(knowledge: Knowledge, members: list[Row], field: str) -> bool:
    table = members[0][0]
    if is_quiet(table, field):
        return False
    if any(knowledge.in_dispute(member, field) for member in members):
        return True
    speaking = [member for member in members if knowledge.registers(member).heads.get(field)]
    told = [_meant(table, field, knowledge.shown(member, field).value(field)) for member in speaking]
    if field == PRESENCE:
        return len({value is None for value in told}) > 1
    empty = (None, rows.defaults(table).get(field)) if table in rows.shapes() else (None,)
    return len({repr(value) for value in told if value not in empty}) > 1


def _meant(table: str, field: str, value: object) -> object:
    """Two references to twins mean the same record."""
    for link in rows.shapes()[table].links if table in rows.shapes() else ():
        if link.column == field and isinstance(value, str):
            return twins.stand_in((link.parent, value))[1]
    return value


def is_used(row: Row) -> bool:
    """Whether the record stays only because something hangs on it."""
    found = database.execute_sql("SELECT why FROM sync_held WHERE table_name = ? AND row_id = ?", row).fetchone()
    return found is not None and found[0] == USED


def count(knowledge: Knowledge, changed: Iterable[Row]) -> None:
    """Bring the counts of these records, and of those shown for them, up to date."""
    wanted = {row for told in changed for row in (told, twins.stand_in(told))}
    for row in sorted(wanted):
        hidden = twins.stand_in(row) != row
        number = 0 if hidden else len(disputed(knowledge, row)) + is_used(row)
        database.execute_sql(
            "UPDATE sync_row SET disputed = ? WHERE table_name = ? AND row_id = ? AND disputed <> ?",
            (number, *row, number),
        )
