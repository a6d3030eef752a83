"""The village line of the benchmarks keeps its promises: slow, far, lossy, and gone when it is over."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator

import pytest

if sys.platform != "linux":
    pytest.skip("TUN devices as Linux has them", allow_module_level=True)

from benchmarks.bad_line import LOSS, QUEUE, VillageLine, Way, is_possible


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


def lost(way: Way, packets: int) -> list[int]:
    """Which of so many packets never get under way, the line being free for each."""
    found = []
    for number in range(packets):
        before, way._free_at = way.lost, 0.0
        way.take(b"E" * 20)
        found += [number] if way.lost > before else []
    return found


def test_five_in_a_hundred_are_lost_and_the_same_ones_each_time(pipe: tuple[int, int]) -> None:
    one = lost(Way(*pipe, "up 1"), 4000)
    assert one == lost(Way(*pipe, "up 1"), 4000)
    assert one != lost(Way(*pipe, "up 2"), 4000)
    assert len(one) == pytest.approx(4000 * LOSS, rel=0.2)


def test_who_finds_no_room_in_the_queue_is_dropped(pipe: tuple[int, int]) -> None:
    way = Way(*pipe, "up 1")
    for _packet in range(30):
        way.take(b"E" * 1000)
    assert way.size <= QUEUE + 1000
    assert way.dropped == 30 - way.size // 1000


@pytest.fixture
def line() -> Iterator[VillageLine]:
    if not is_possible():
        pytest.skip("no TUN device may be made here")
    with VillageLine(3) as laid:
        yield laid


def test_a_greeting_takes_a_round_trip(line: VillageLine) -> None:
    listener = line.there(lambda: socket.create_server((line.host, 0)))
    began = time.monotonic()
    with listener, socket.create_connection(listener.getsockname()):
        assert time.monotonic() - began >= 0.6
    assert line.up.size > 0


def test_the_far_side_is_reached_by_no_other_way(line: VillageLine) -> None:
    assert line.there(socket.if_nameindex) != socket.if_nameindex()
    with pytest.raises(OSError, match="assign"):
        socket.create_server((line.host, 0))


def test_nothing_of_it_stays_behind(line: VillageLine) -> None:
    with VillageLine(4) as second:
        assert second.name in devices()
        assert second.host != line.host
    assert second.name not in devices()
    assert line.name in devices()


def devices() -> list[str]:
    return [name for _number, name in socket.if_nameindex()]
