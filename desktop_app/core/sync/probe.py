"""“Check the server”: whether a place can be a store, tried step by step with a small file of its own."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Protocol, runtime_checkable

from db.ids import new_id
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.jobs import Progress
from desktop_app.core.sync.errors import ASK_THE_KEEPER, StoreMissing, StoreOdd, StoreTrouble
from desktop_app.core.sync.store import Store

SIZE = 3000
"""Bytes of the file that is put there: half a second at 64 kbit/s."""
SHOWN = timedelta(minutes=5)
"""Two clocks further apart than this are spoken of."""


class AnswersToAnything(StoreOdd):
    message = N_("{host} answers even when asked for a file that is not there.")
    hint = N_("Is the address right? Log in to the network in a browser; a page may stand between us and the store.")


class NotKept(StoreOdd):
    message = N_("{host} does not give back what was put there.")
    hint = ASK_THE_KEEPER


class NotListed(StoreOdd):
    message = N_("{host} does not list what was put there.")
    hint = ASK_THE_KEEPER


class NotTakenAway(StoreOdd):
    message = N_("{host} still has a file that was taken away.")
    hint = ASK_THE_KEEPER


class ClocksApart(UserError):
    message = N_("This PC's clock and that of {host} are {minutes} minutes apart.")
    hint = N_("Nothing is lost by it, but months are counted by this PC's date: set its date and time right.")


class Finding(NamedTuple):
    """One step by its name, and what stood in its way; None for nothing."""

    step: str
    trouble: UserError | None


class Probed(NamedTuple):
    """What was tried, in order; the first step that fails is the last. ``skew``: how far this PC's clock is ahead."""

    findings: tuple[Finding, ...]
    skew: timedelta | None

    @property
    def fit(self) -> bool:
        """Whether the place can be a store; clocks that differ are spoken of, but stop nothing."""
        return not any(finding.trouble and not isinstance(finding.trouble, ClocksApart) for finding in self.findings)


@runtime_checkable
class Timed(Protocol):
    """A store that tells its own time."""

    def written_at(self, key: str) -> datetime | None:
        """When ``key`` was written, by the store's clock."""
        ...


def probe(store: Store, progress: Progress, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Probed:
    """Try everything a store must do, and leave nothing behind. Raises Cancelled only: troubles are findings."""
    errand = _Probe(store, clock)
    findings: list[Finding] = []
    try:
        for number, (step, attempt) in enumerate(errand.steps()):
            progress.step(number, len(STEPS), step)
            trouble = _trouble(attempt)
            findings.append(Finding(step, trouble))
            if isinstance(trouble, StoreTrouble):
                break
    finally:
        errand.clean()
    progress.step(len(STEPS), len(STEPS))
    return Probed(tuple(findings), errand.skew)


STEPS = (
    N_("A missing file is told as missing"),
    N_("A file can be put there"),
    N_("The listing shows it"),
    N_("It comes back as it was"),
    N_("It comes back from the middle on"),
    N_("It can be replaced"),
    N_("It can be taken away"),
    N_("The clocks agree"),
)


class _Probe:
    """One file of a name nobody else has, and what is done with it."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self.store = store
        self._clock, self._key, self._content = clock, f"probe/{new_id()}", os.urandom(SIZE)
        self.skew: timedelta | None = None

    def steps(self) -> Iterator[tuple[str, Callable[[], None]]]:
        attempts = (self.miss, self.put, self.list, self.get, self.get_rest, self.replace, self.take_away, self.compare)
        return zip(STEPS, attempts, strict=True)

    def miss(self) -> None:
        with contextlib.suppress(StoreMissing):
            self.store.get(self._key)
            raise AnswersToAnything(host=self.store.address)

    def put(self) -> None:
        self.store.put(self._key, self._content)
        if isinstance(self.store, Timed) and (there := self.store.written_at(self._key)):
            self.skew = self._clock() - there

    def list(self) -> None:
        if (self._key, SIZE) not in [tuple(entry) for entry in self.store.list("probe/")]:
            raise NotListed(host=self.store.address)

    def get(self) -> None:
        self._expect(self.store.get(self._key), self._content)

    def get_rest(self) -> None:
        self._expect(self.store.get(self._key, SIZE // 2), self._content[SIZE // 2 :])

    def replace(self) -> None:
        self.store.put(self._key, b"another")
        self._expect(self.store.get(self._key), b"another")

    def take_away(self) -> None:
        self.store.delete(self._key)
        with contextlib.suppress(StoreMissing):
            self.store.get(self._key)
            raise NotTakenAway(host=self.store.address)

    def compare(self) -> None:
        if self.skew is not None and abs(self.skew) > SHOWN:
            raise ClocksApart(host=self.store.address, minutes=round(abs(self.skew).total_seconds() / 60))

    def clean(self) -> None:
        """Leave nothing behind, as far as the store lets us."""
        with contextlib.suppress(StoreTrouble):
            self.store.delete(self._key)

    def _expect(self, content: bytes, wanted: bytes) -> None:
        if content != wanted:
            raise NotKept(host=self.store.address)


def _trouble(attempt: Callable[[], None]) -> UserError | None:
    try:
        attempt()
    except UserError as error:
        return error
    return None
