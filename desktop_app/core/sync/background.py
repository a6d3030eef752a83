"""Syncing by itself: when a round is due, what it may use of the line, and how long to wait after it went wrong."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from db.queries.sync import sync_state, targets
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_
from desktop_app.core.jobs import Progress
from desktop_app.core.pauses import pause_after
from desktop_app.core.settings import Settings
from desktop_app.core.sync.errors import StoreTrouble
from desktop_app.core.sync.media_files import Carried, carry_files
from desktop_app.core.sync.metered import is_metered
from desktop_app.core.sync.receipts import fetch_receipt
from desktop_app.core.sync.rounds import SyncOutcome, sync_once
from desktop_app.core.sync.speed_limit import SpeedLimit
from desktop_app.core.sync.stores.opening import known_password, open_store

if TYPE_CHECKING:
    from desktop_app.core.sync.bundles import HandedIn

NOTHING_NEW = timedelta(minutes=15)
"""Between two looks at a store while nothing waits here: one request each."""
WITH_WORK = timedelta(minutes=1)
"""Between two rounds while something waits."""


class LineIsPaidFor(UserError):
    message = N_("The line in use is paid for by what passes, so nothing is sent over it.")
    hint = N_("It goes on by itself over another line. To send all the same, allow it in Settings.")


class Synced(NamedTuple):
    """What a round did; ``problem`` is what stopped it or wants a person; ``waiting`` changes and files stay here."""

    outcome: SyncOutcome | None
    carried: Carried | None
    problem: UserError | None
    waiting: int
    next_at: datetime
    handed_in: HandedIn | None = None


class _Done(NamedTuple):
    """What a round came to before its next is settled."""

    outcome: SyncOutcome | None = None
    handed_in: HandedIn | None = None
    carried: Carried | None = None
    problem: UserError | None = None


class Rhythm:
    """When the next round is due. It lives as long as the program: a new start tries at once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._tries = 0
        self._last = self._next = datetime.min.replace(tzinfo=UTC)

    def due(self, at: datetime | None = None) -> bool:
        """Whether this PC syncs at all, and its pause is over."""
        if not self._settings.sync_address:
            return False
        moment = at or datetime.now(UTC)
        return moment >= self._next or (not self._tries and self._has_work() and moment >= self._last + WITH_WORK)

    def round(self, home: Home, progress: Progress) -> Synced:
        """Do one round and settle when the next is due. Raises Cancelled."""
        done = _round(home, self._settings, progress)
        self._tries = self._tries + 1 if done.problem is not None else 0
        self._last = datetime.now(UTC)
        self._next = self._last + (self._pause(done.problem) if done.problem else NOTHING_NEW)
        left = sync_state().waiting + (done.carried.waiting if done.carried else 0)
        return Synced(done.outcome, done.carried, done.problem, left, self._next, done.handed_in)

    def _pause(self, problem: UserError) -> timedelta:
        trouble = problem if isinstance(problem, StoreTrouble) else StoreTrouble()
        return timedelta(seconds=pause_after(self._tries - 1, trouble.longest_pause, trouble.wait_seconds))

    def _has_work(self) -> bool:
        return sync_state().waiting > 0


def limit_of(settings: Settings) -> SpeedLimit:
    """What the line may be used for; whatever is no number stands for no limit."""
    kilobytes, begin, end = (
        int(words) if words.isdecimal() else usual
        for words, usual in ((settings.sync_kilobytes, 0), (settings.sync_begin, 0), (settings.sync_end, 24))
    )
    return SpeedLimit(kilobytes, begin, end)


def is_connected(settings: Settings) -> bool:
    """Whether this PC syncs with a store."""
    return bool(settings.sync_address) and any(target.address == settings.sync_address for target in targets())


def _round(home: Home, settings: Settings, progress: Progress) -> _Done:
    """Words first, then finished bundles, then originals; what comes in the way is told, never raised."""
    if settings.sync_metered != "yes" and is_metered():
        return _Done(problem=LineIsPaidFor())
    limit, address = limit_of(settings), settings.sync_address
    done = _Done()
    try:
        with closing(open_store(address, known_password(address), flow=limit.flow(progress))) as store:
            outcome = sync_once(home, store, progress, by_name=settings.user_name)
            done = _Done(outcome, problem=outcome.problem)
            if outcome.problem is not None:
                return done
            if outcome.sent:
                fetch_receipt(store)
            videos, own = limit.allows(datetime.now().astimezone()), settings.sync_archive == "yes"
            handed_in = carry_bundles()(
                home, store, progress, cap=limit.cap, videos=videos, own_store=own, by_name=settings.user_name
            )
            done = done._replace(handed_in=handed_in)
            if isinstance(handed_in.problem, StoreTrouble):
                return done._replace(problem=handed_in.problem)
            carried = carry_files(home, store, progress, cap=limit.cap, videos=videos, whole_archive=own)
            return done._replace(carried=carried, problem=carried.problem or handed_in.problem)
    except UserError as error:
        return done._replace(problem=error)


def carry_bundles() -> Callable[..., HandedIn]:
    """bundles.carry_bundles, read when it is wanted: it knows all about reports, for which no start has time."""
    carry: Callable[..., HandedIn] = import_module("desktop_app.core.sync.bundles").carry_bundles
    return carry
