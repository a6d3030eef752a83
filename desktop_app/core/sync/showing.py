"""The records as all events say, shown in this PC's own tables: searched, listed and printed like any others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from db import database, rows
from db.fitting import unfit
from db.journal import PRESENCE
from db.models import SyncHeld
from db.rows import Link
from desktop_app.core.sync import disputes, numbering, twins
from desktop_app.core.sync.disputes import USED
from desktop_app.core.sync.knowledge import GONE, Knowledge, Row

PARENT, BRAKE, UNKNOWN, REFUSED, NEW = "parent", "brake", "unknown", "refused", "new"
BORN = "created_at"
"""Every birth tells it, and nothing else does."""
DEEPEST = 12
"""A record whose whole's whole's whole … is missing: more steps than the house has floors of records."""


def hold(row: Row, why: str, facts: str = "") -> None:
    """Remember that the newest state of a record is not shown yet; by what it is shown so far stays as it was."""
    database.execute_sql(
        "INSERT INTO sync_held (table_name, row_id, why, facts, shown) VALUES (?, ?, ?, ?, '') "
        "ON CONFLICT DO UPDATE SET why = excluded.why, facts = excluded.facts",
        (*row, why, facts),
    )


def let_go(row: Row) -> None:
    database.execute_sql("DELETE FROM sync_held WHERE table_name = ? AND row_id = ?", row)


def is_braked(row: Row) -> bool:
    """Whether its removal waits for a named person."""
    found = database.execute_sql("SELECT why FROM sync_held WHERE table_name = ? AND row_id = ?", row).fetchone()
    return found is not None and found[0] == BRAKE


def held(*whys: str) -> list[Row]:
    """The records held for one of these reasons, parents first."""
    found = SyncHeld.select().where(SyncHeld.why.in_(whys))
    return in_order((entry.table_name, entry.row_id) for entry in found)


def in_order(found: Iterable[Row]) -> list[Row]:
    shapes = rows.shapes()
    return sorted(found, key=lambda row: (shapes[row[0]].place if row[0] in shapes else len(shapes), row[1]))


class Showing:
    """Brings tables in line with the registers; within one transaction, with capture off."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._again: dict[Row, None] = {}
        self._busy: set[Row] = set()
        self.changed: set[Row] = set()
        self.touched: set[Row] = set()

    def show_all(self, wanted: list[Row]) -> None:
        """Show these records and whatever follows from them; deletions last, parts before their wholes."""
        staying = [row for row in wanted if self._knowledge.presence(row) != GONE]
        going = [row for row in wanted if self._knowledge.presence(row) == GONE]
        for row in [*staying, *reversed(going)]:
            self.show(row)
        while self._again:
            row = next(iter(self._again))
            del self._again[row]
            self.show(row)
        disputes.count(self._knowledge, self.touched)

    def show(self, row: Row, *, needed: bool = False) -> None:
        """Show one record, or hold it with the reason. ``needed``: something living refers to it."""
        if row in self._busy or len(self._busy) > DEEPEST:
            return
        self._busy.add(row)
        try:
            with database.atomic():
                self._show(row, needed)
        except rows.Refused as error:
            hold(row, REFUSED, str(error))
        finally:
            self._busy.discard(row)

    def _show(self, row: Row, needed: bool) -> None:
        if row[0] not in rows.shapes():
            hold(row, UNKNOWN)
            return
        if self._knowledge.presence(row) is not None and is_braked(row):
            return
        if BORN not in self._knowledge.registers(row).heads:
            hold(row, PARENT, "its beginning")  # a segment is missing between: half a record is none
            return
        found, left = twins.claim(self._knowledge, row)
        self.touched |= {row, *left, *found.living, *found.gone}
        for other in sorted(left):
            self._again[other] = None
        for member in twins.settle_places(found):
            self._follow(member)
            self._again[member] = None
        if found.living:
            self._put(found)
        else:
            self._take_away(row, needed)

    def _follow(self, row: Row) -> None:
        """What refers to a record whose stand-in changed is shown anew."""
        for link, id_ in [*rows.referring(*row), *rows.referring(*twins.stand_in(row))]:
            self._again[link.table, id_] = None

    # ------------------------------------------------------------ there

    def _put(self, found: twins.Class) -> None:
        """Show the first of some twins with the words of all; usually there is just one."""
        members, row = found.living, found.living[0]
        others = [*members[1:], *found.gone]
        table, id_ = row
        values = {
            **twins.words_of_all(self._knowledge, members),
            PRESENCE: twins.presence_of_all(self._knowledge, members),
        }
        unknown = set(values) - rows.shapes()[table].columns
        values = {field: value for field, value in values.items() if field not in unknown}
        wrong = unfit(table, values)
        if wrong:
            hold(row, REFUSED, ", ".join(wrong))
            return
        waiting = self._wholes(row, values)
        if waiting is None:
            return
        users = self._make_room(row, others)
        values = numbering.shown_values(row, twins.with_stand_ins(table, values))
        if rows.write(table, id_, values):
            self.changed.add(row)
        for user in users:
            self.show(user)
        self._clear(row, others)
        numbering.settle(self._knowledge, row)
        let_go(row)
        if unknown or waiting:
            hold(row, UNKNOWN if unknown else PARENT, ", ".join(sorted(unknown)))

    def _make_room(self, first: Row, others: list[Row]) -> list[Row]:
        """Let the first have the place of a twin that is shown so far; returns who refers to the others."""
        users = [(link.table, user) for other in others for link, user in rows.referring(*other)]
        for other in others:
            if rows.is_there(*other) and not rows.is_there(*first):
                rows.rename(*other, first[1])
                self.changed.add(other)
        return users

    def _clear(self, first: Row, others: list[Row]) -> None:
        for other in others:
            for link, user in rows.referring(*other):  # a user that is held is not shown anew, and yet must follow
                rows.lead_elsewhere(link, user, other[1], first[1])
                self.changed.add((link.table, user))
            if rows.is_there(*other):
                rows.remove(*other)
                self.changed.add(other)
            let_go(other)

    def _wholes(self, row: Row, values: dict[str, Any]) -> bool | None:
        """Have all it refers to shown first. True: a loose reference waits. None: the record itself waits."""
        waiting = False
        for link in rows.shapes()[row[0]].links:
            target = values.get(link.column)
            if target is None or (link.parent, target) == row or self._is_there(link, target):
                continue
            if not link.loose:
                hold(row, PARENT, f"{link.parent} {target}")
                return None
            values[link.column], waiting = None, True  # it may come, or come back
        return waiting

    def _is_there(self, link: Link, target: str) -> bool:
        whole = (link.parent, target)
        if not rows.is_there(*whole) and self._knowledge.has(whole) and not (link.loose and self._is_gone(whole)):
            self.show(whole, needed=True)
        return rows.is_there(*whole)

    def _is_gone(self, row: Row) -> bool:
        return self._knowledge.has(row) and self._knowledge.presence(row) == GONE

    # ------------------------------------------------------------ not there

    def _take_away(self, row: Row, needed: bool) -> None:
        table, id_ = row
        users = [
            (link, user) for link, user in rows.referring(table, id_) if not link.loose and (link.table, user) != row
        ]
        if needed or users:
            self._put_back(row)
            return
        if rows.is_there(table, id_):
            loose = rows.referring(table, id_)
            article = numbering.article_of(row)
            rows.remove(table, id_)
            numbering.count_anew(self._knowledge, article)
            self.changed.add(row)
            for link, other in loose:
                self._again[link.table, other] = None
        let_go(row)

    def _put_back(self, row: Row) -> None:
        """Deleted elsewhere, yet something that nobody deleted hangs on it: it stays, and people are told."""
        values = {
            field: value
            for field, value in self._knowledge.values(row).items()
            if field in rows.shapes()[row[0]].columns
        }
        if self._wholes(row, values) is None:
            return
        if rows.write(*row, {**numbering.shown_values(row, twins.with_stand_ins(row[0], values)), PRESENCE: None}):
            self.changed.add(row)
        let_go(row)
        hold(row, USED)
