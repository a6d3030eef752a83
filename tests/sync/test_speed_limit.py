"""The cap holds over everything that passes; large files wait for their hours."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.sync.flow import Flow
from desktop_app.core.sync.speed_limit import SpeedLimit


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A time of 2024 as a clock on a wall in Việt Nam shows it."""
    return datetime(2024, month, day, hour, minute, tzinfo=timezone(timedelta(hours=7)))


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_a_cap_spreads_the_bytes_over_time() -> None:
    clock = Clock()
    flow = Flow(cap=1000, clock=clock, sleep=clock.sleep)
    assert b"".join(flow.pieces(bytes(30_000))) == bytes(30_000)
    flow.passing(5000)
    assert clock.now == pytest.approx(135)
    assert flow.passed == 35_000


def test_time_in_which_nothing_passed_is_not_saved_up() -> None:
    clock = Clock()
    flow = Flow(cap=1000, clock=clock, sleep=clock.sleep)
    flow.passing(1000)
    clock.now += 3600
    flow.passing(5000)
    assert clock.now == pytest.approx(3706)


def test_without_a_cap_nothing_waits() -> None:
    flow = Flow(clock=lambda: 0.0, sleep=lambda _seconds: pytest.fail("waited"))
    flow.passing(1 << 40)


def test_someone_who_asks_to_stop_is_heard_while_waiting_for_the_cap() -> None:
    progress = Progress()
    clock = Clock()

    def sleep(seconds: float) -> None:
        clock.now += seconds
        progress.cancel()

    with pytest.raises(Cancelled):
        Flow(1, progress, clock, sleep).passing(3600)
    assert clock.now < 101


@pytest.mark.parametrize(
    ("begin", "end", "hours"),
    [(0, 24, range(24)), (7, 7, range(24)), (8, 11, (8, 9, 10)), (20, 6, (20, 21, 22, 23, 0, 1, 2, 3, 4, 5))],
)
def test_large_files_go_in_their_hours(begin: int, end: int, hours: range | tuple[int, ...]) -> None:
    limit = SpeedLimit(0, begin, end)
    assert {hour for hour in range(24) if limit.allows(at(5, 7, hour, 59))} == set(hours)


def test_it_tells_when_they_may_go_next() -> None:
    limit = SpeedLimit(0, 20, 6)
    assert limit.next_begin(at(5, 7, 12, 30)) == at(5, 7, 20)
    assert limit.next_begin(at(5, 7, 23, 30)) == at(5, 7, 23, 30)
    assert SpeedLimit(0, 8, 11).next_begin(at(5, 31, 12)) == at(6, 1, 8)


def test_kilobytes_are_those_of_a_file_manager() -> None:
    assert SpeedLimit(64).flow(Progress()).cap == 65_536
    assert SpeedLimit(-1).cap == 0
