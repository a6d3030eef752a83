"""PCs of one school in one process: each with a home of its own, one at a time at the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import peewee

from db import database, open_database, rows
from db.models import Person, School
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.sync import pairing
from desktop_app.core.sync.rounds import Limits, SyncOutcome, sync_once
from desktop_app.core.sync.store import Store
from tests.new_school import begin

EVERYTHING = Limits()


class Pc:
    """A PC with its own records; ``at`` sits down at it."""

    def __init__(self, name: str, root: Path) -> None:
        self.name = name
        self.home = Home(root)
        begin(self.home)
        self.reopen()

    @contextmanager
    def at(self) -> Iterator[Pc]:
        before = database.obj
        database.initialize(self._file)
        if self._file.is_closed():
            self._file.connect()
        try:
            yield self
        finally:
            database.initialize(before)

    def sync(self, store: Store, limits: Limits = EVERYTHING) -> SyncOutcome:
        with self.at():
            return sync_once(self.home, store, Progress(), limits=limits, by_name=self.name)

    def records(self) -> dict[tuple[str, str], dict[str, Any]]:
        """All that travels, as this PC shows it."""
        with self.at():
            return {
                (table, str(id_)): rows.read(table, str(id_)) or {}
                for table in rows.shapes()
                for (id_,) in database.execute_sql(f"SELECT id FROM {table}").fetchall()
            }

    def sql(self, statement: str, *values: object) -> list[Any]:
        with self.at():
            return list(database.execute_sql(statement, values).fetchall())

    def close(self) -> None:
        self._file.close()

    def reopen(self) -> None:
        """Open its records; whoever sits at another PC stays there."""
        before = database.obj
        self._file: peewee.SqliteDatabase = open_database(self.home.database_file, self.home.backups)
        database.initialize(before)


def school_of(count: int, folder: Path, store: Store) -> list[Pc]:
    """``count`` PCs that sync with ``store``: the first set up the school, the others were invited."""
    pcs = [Pc(f"pc{number}", folder / f"pc{number}") for number in range(1, count + 1)]
    first, *others = pcs
    with first.at():
        School.create(name="Trường Tiểu học Nậm Manh")
        pairing.connect(first.home, store, pc_name=first.name)
        invitation = pairing.invite(store)
    first.sync(store)
    for pc in others:
        with pc.at():
            pairing.join(pc.home, store, pairing.read_invitation(invitation.code()), pc_name=pc.name)
        pc.sync(store)
    return pcs


def until_quiet(pcs: list[Pc], store: Store) -> None:
    """Sync round about until nobody hears anything new."""
    for _round in range(10):
        outcomes = [pc.sync(store) for pc in pcs]
        assert not any(outcome.problem for outcome in outcomes), outcomes
        if not any(outcome.sent or outcome.received for outcome in outcomes):
            return
    raise AssertionError("they never come to rest")


def people(pc: Pc) -> list[str]:
    return [name for (name,) in pc.sql("SELECT name FROM person ORDER BY name")]


def add(pc: Pc, *names: str) -> None:
    with pc.at():
        for name in names:
            Person.create(name=name)
