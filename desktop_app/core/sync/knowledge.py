"""What this PC has heard so far, read and written within one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from db import database, rows
from db.journal import PRESENCE
from db.models import SyncSelf
from desktop_app.core.sync.registers import Registers, Replaced
from desktop_app.core.sync.segments import BadLine, Event, Whose

Row = tuple[str, str]
"""A table and the id of a record in it."""
GONE = "gone"
"""What the register of presence says after a deletion for good; None: there; else the instant it went to the trash."""


class Said(NamedTuple):
    """An event as a head of a register."""

    number: int
    id: str
    lamport: int
    device: str
    by: str
    at: str
    act: str
    values: Mapping[str, Any]

    def value(self, field: str) -> Any:
        if field == PRESENCE and self.act == "delete":
            return GONE
        return self.values.get(field)

    @property
    def rank(self) -> tuple[int, str]:
        """Of two that clash the greater is shown: by how much its PC had heard, then by id; never by a clock."""
        return self.lamport, self.id


class Knowledge:
    """The registers of all records; call ``keep`` before the transaction ends."""

    def __init__(self) -> None:
        self._registers: dict[Row, Registers] = {}
        self._shown: dict[Row, Registers | None] = {}
        self._changed: set[Row] = set()
        self._said: dict[int, Said] = {}
        self._lamport = self._lamport_before = int(SyncSelf.get_by_id(1).lamport)

    # ------------------------------------------------------------ reading

    def has(self, row: Row) -> bool:
        """Whether anyone ever spoke of this record."""
        return bool(self.registers(row).heads)

    def registers(self, row: Row) -> Registers:
        if row not in self._registers:
            found = database.execute_sql(
                "SELECT registers FROM sync_row WHERE table_name = ? AND row_id = ?", row
            ).fetchone()
            self._registers[row] = Registers.read(found[0] if found else None)
        return self._registers[row]

    def heads(self, row: Row, field: str) -> list[Said]:
        """What stands in a field, the one to be shown first."""
        return self._in_order(self.registers(row), field)

    def seen(self, row: Row, field: str) -> list[Said]:
        """What stands in a field as this PC shows it: news may have been heard that no person has seen yet."""
        return self._in_order(self._shown_by(row) or self.registers(row), field)

    def _in_order(self, registers: Registers, field: str) -> list[Said]:
        said = [self._event(number) for number in registers.heads.get(field, ())]
        return sorted(said, key=lambda head: head.rank, reverse=True)

    def _shown_by(self, row: Row) -> Registers | None:
        """The registers a record is shown by, where those are not all that was heard."""
        if row not in self._shown:
            found = database.execute_sql(
                "SELECT shown FROM sync_held WHERE table_name = ? AND row_id = ? AND shown <> ''", row
            ).fetchone()
            self._shown[row] = Registers.read(found[0]) if found else None
        return self._shown[row]

    def _event(self, number: int) -> Said:
        if number not in self._said:
            id_, lamport, device, body = database.execute_sql(
                "SELECT id, lamport, device, body FROM sync_event WHERE n = ?", (number,)
            ).fetchone()
            told = json.loads(body)
            self._said[number] = Said(number, id_, lamport, device, told["by"], told["at"], told["act"], told["set"])
        return self._said[number]

    def values(self, row: Row) -> dict[str, Any]:
        """The record's fields as they are to be shown, presence apart."""
        fields = [field for field in self.registers(row).heads if field != PRESENCE]
        return {field: self.shown(row, field).value(field) for field in fields}

    def shown(self, row: Row, field: str) -> Said:
        return self.heads(row, field)[0]

    def presence(self, row: Row) -> str | None:
        """None where the record is there; whoever keeps it outweighs whoever puts it away or deletes it."""
        return standing(self.heads(row, PRESENCE))

    def in_dispute(self, row: Row, field: str) -> bool:
        """Whether several people say different things of a field of this very record."""
        values = [head.value(field) for head in self.heads(row, field)]
        if field == PRESENCE:
            return len({value is None for value in values}) > 1
        return any(value != values[0] for value in values)

    # ------------------------------------------------------------ hearing

    def next_lamport(self) -> int:
        self._lamport += 1
        return self._lamport

    def hear(self, event: Event, whose: Whose, seq: int | None, line: str) -> bool:
        """Take one event in; one that was heard before changes nothing. Returns whether it was new.

        ``seq`` is None for what a person does here, who sees it at once. Raises BadLine where another event was heard
        under its name.
        """
        heard = database.execute_sql("SELECT body FROM sync_event WHERE id = ?", (event.id,)).fetchone()
        if heard:
            self._be_the_same(event, json.loads(heard[0]))
            return False
        told = database.execute_sql(
            "INSERT INTO sync_event (id, table_name, row_id, lamport, device, epoch, seq, braked, body) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)",
            (event.id, event.table, event.row, event.lamport, *whose, seq, line),
        )
        self._lamport = max(self._lamport, event.lamport)
        self._take((event.table, event.row), int(told.lastrowid), event, own=seq is None)
        return True

    def _be_the_same(self, event: Event, heard: Mapping[str, Any]) -> None:
        said = (event.table, event.row, event.act, event.set)
        if said != (heard["table"], heard["row"], heard["act"], heard["set"]):
            raise BadLine("another event has this id")

    def _take(self, row: Row, number: int, event: Event, *, own: bool) -> None:
        fields = list(event.set) if event.act != "delete" else [PRESENCE]
        over = {field: self._replaced(event.over.get(field, ())) for field in fields}
        self.registers(row).take(number, event.id, fields, over)
        self._changed.add(row)
        if own and (shown := self._shown_by(row)):
            shown.take(number, event.id, fields, over)
            database.execute_sql(
                "UPDATE sync_held SET shown = ? WHERE table_name = ? AND row_id = ?", (shown.kept(), *row)
            )

    def _replaced(self, ids: Iterable[str]) -> Replaced:
        numbers = {
            id_: row[0]
            for id_ in ids
            if (row := database.execute_sql("SELECT n FROM sync_event WHERE id = ?", (id_,)).fetchone())
        }
        return Replaced(frozenset(numbers.values()), frozenset(ids) - set(numbers))

    def keep(self) -> set[Row]:
        """Write what was heard; returns of which records."""
        changed, self._changed = self._changed, set()
        for row in sorted(changed):
            database.execute_sql(
                "INSERT INTO sync_row (table_name, row_id, registers, disputed) VALUES (?, ?, ?, 0) ON CONFLICT DO "
                "UPDATE SET registers = excluded.registers",
                (*row, self.registers(row).kept()),
            )
        if self._lamport != self._lamport_before:
            SyncSelf.update(lamport=self._lamport).execute()
        self._lamport_before = self._lamport
        return changed


def standing(heads: list[Said]) -> str | None:
    """What several sides say of a record's presence: there outweighs the trash, the trash outweighs gone."""
    told = [head.value(PRESENCE) for head in heads]
    if not told or None in told:
        return None
    return next((str(value) for value in told if value != GONE), GONE)


def rows_standing_for(row: Row) -> list[Row]:
    """The twins that are not shown because ``row`` is."""
    if not rows.may_have_twins(row[0]):
        return []
    found = database.execute_sql("SELECT row_id FROM sync_row WHERE table_name = ? AND stands_for = ?", row).fetchall()
    return [(row[0], str(twin)) for (twin,) in found]
