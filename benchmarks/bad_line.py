"""A village line as the kernel's own TCP meets it: 64 kbit/s each way, 300 ms there, 300 ms back, 5 % of packets lost.

Two TUN devices, one of them in a network of its own, and a loop that carries the packets between them: what is lost is
sent again by the system's TCP, as it would be anywhere. Needs root and /dev/net/tun, on Linux. The other network
belongs to a thread and the devices to open files, so nothing stays behind, not even after a kill.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import random
import select
import struct
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self, TypeVar

RATE, DELAY, LOSS = 8_000, 0.3, 0.05
"""Bytes a second, seconds, and the share of packets, each way."""
QUEUE = 16_000
"""Bytes that wait at either end for their turn, two seconds of the line; what finds no room there is dropped."""
NEEDS = "root, /dev/net/tun and ip (Linux)"
TUN = Path("/dev/net/tun")
SET_UP_TUN, BARE_IP = 0x400454CA, 0x1001  # TUNSETIFF; IFF_TUN | IFF_NO_PI of linux/if_tun.h
NEW_NETWORK = 0x40000000  # CLONE_NEWNET of linux/sched.h
NAME = "loa"
PACKET, LOOK = 65_536, 0.2
T = TypeVar("T")


class Way:
    """One direction: a packet waits for its turn on the line, then is under way; ``seed`` says which get lost."""

    def __init__(self, source: int, target: int, seed: str) -> None:
        self.source, self._target, self._dice = source, target, random.Random(seed)
        self.carried = self.lost = self.dropped = self.size = 0
        self._free_at = 0.0
        self._under_way: deque[tuple[float, bytes]] = deque()

    def __str__(self) -> str:
        return f"{self.size} B in {self.carried + self.lost} packets, {self.lost} lost, {self.dropped} dropped"

    @property
    def next_at(self) -> float:
        return self._under_way[0][0] if self._under_way else float("inf")

    def take(self, packet: bytes) -> None:
        """Let a packet wait for its turn."""
        now = time.monotonic()
        begins = max(now, self._free_at)
        if (begins - now) * RATE + len(packet) > QUEUE:
            self.dropped += 1
            return
        self._free_at = begins + len(packet) / RATE
        self.size += len(packet)
        if self._dice.random() < LOSS:
            self.lost += 1
        else:
            self._under_way.append((self._free_at + DELAY, packet))

    def deliver(self) -> None:
        """Hand over what has arrived by now."""
        while self.next_at <= time.monotonic():
            os.write(self._target, self._under_way.popleft()[1])
            self.carried += 1


class VillageLine:
    """A line from here to ``host``, where ``there`` does its work; ``name`` is its device at this end."""

    def __init__(self, seed: int) -> None:
        self.name = self.here = self.host = ""
        self._far = ThreadPoolExecutor(1, "far side")
        self._ends: list[int] = []
        self._over = threading.Event()
        try:
            self._lay()
        except BaseException:
            self.close()
            raise
        near, far = self._ends
        self.up, self.down = Way(near, far, f"up {seed}"), Way(far, near, f"down {seed}")
        self._carrier = threading.Thread(target=self._carry, name="line", daemon=True)
        self._carrier.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self._over.set()
        self._carrier.join()
        self.close()

    def __str__(self) -> str:
        return f"up {self.up}; down {self.down}"

    def there(self, work: Callable[[], T]) -> T:
        """Do ``work`` at the far end: its sockets, and those of threads it starts, belong to the other network."""
        return self._far.submit(work).result()

    def close(self) -> None:
        """Take it all away."""
        for end in self._ends:
            os.close(end)  # a TUN device goes with its file
        self._ends.clear()
        self._far.shutdown()

    def _lay(self) -> None:
        self.name, far = self._device(), self._device()
        number, last = int(self.name.removeprefix(NAME)) % 256, random.randrange(0, 256, 2)
        # RFC 2544: for benchmarks. The last part is new each time, so that TCP remembers no earlier line.
        self.here, self.host = f"198.18.{number}.{last}", f"198.18.{number}.{last + 1}"
        self.there(_leave_this_network)
        _ip("link", "set", far, "netns", str(self.there(threading.get_native_id)))
        _bring_up(self.name, self.here, self.host)
        self.there(lambda: _bring_up(far, self.host, self.here))

    def _device(self) -> str:
        """A new device, by the name the system gives it."""
        self._ends.append(os.open(TUN, os.O_RDWR))
        asked = struct.pack("16sH22x", f"{NAME}%d".encode(), BARE_IP)
        return fcntl.ioctl(self._ends[-1], SET_UP_TUN, asked)[:16].rstrip(b"\0").decode()

    def _carry(self) -> None:
        ways = {way.source: way for way in (self.up, self.down)}
        while not self._over.is_set():
            wait = min(way.next_at for way in ways.values()) - time.monotonic()
            for source in select.select(ways, (), (), min(LOOK, max(0.0, wait)))[0]:
                packet = os.read(source, PACKET)
                if packet[0] >> 4 == 4:  # IPv6 calls for neighbours who are not there
                    ways[source].take(packet)
            for way in ways.values():
                way.deliver()


def is_possible() -> bool:
    """Whether such a line can be laid here: root alone is not enough in every container."""
    try:
        with VillageLine(0):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def _leave_this_network() -> None:
    """What ``unshare --net`` does, for this one thread."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(NEW_NETWORK):
        raise OSError(ctypes.get_errno(), "unshare")


def _bring_up(name: str, own: str, other: str) -> None:
    _ip("addr", "add", own, "peer", other, "dev", name)
    _ip("link", "set", name, "up")


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True)
