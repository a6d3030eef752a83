"""One round of syncing: what was done here goes out, what others did comes in. Broken off, it goes on later."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import SyncBadLine, SyncEvent, SyncHeld, SyncSegment, SyncTarget
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_
from desktop_app.core.jobs import Progress
from desktop_app.core.one_at_a_time import only_one
from desktop_app.core.sync import conflicts, disputes, sealing, stock
from desktop_app.core.sync.applying import show_waiting, take_in
from desktop_app.core.sync.device import Device, remember_sealed, renew, renew_if_moved, this_device
from desktop_app.core.sync.errors import StoreMissing, StoreTrouble
from desktop_app.core.sync.knowledge import Knowledge, Row
from desktop_app.core.sync.marker import MarkGone, OtherStore, StoreIsNewer, check_mark
from desktop_app.core.sync.segments import (
    NAME,
    SegmentDamaged,
    SegmentNewer,
    Whose,
    folder_of,
    head_of,
    heads_folder,
    heads_in,
    key_of,
    pack,
    unpack,
)
from desktop_app.core.sync.showing import BRAKE, REFUSED, UNKNOWN, held
from desktop_app.core.sync.store import Store
from desktop_app.core.told import kept


class NotConnected(UserError):
    message = N_("This school does not sync with {host} yet.")
    hint = N_("Connect the store first; whatever it holds is then taken in, and nothing is deleted.")


class NewerProgramWrote(UserError):
    message = N_("Another PC of the school has a newer version of Loa Trường; part of its work waits.")
    hint = N_("Update the program on this PC, then it is taken in. Nothing is lost.")


class RoundRuns(UserError):
    message = N_("This PC is syncing right now, in another window or by command.")
    hint = N_("Wait until it has ended.")


class Limits(NamedTuple):
    """``segments``: the most to be fetched in one round, so that a first round can be broken into several."""

    segments: int = 1_000_000


class SyncOutcome(NamedTuple):
    """``sent``, ``received``, ``waiting``, ``quarantined``, ``braked`` count events or records; ``conflicts`` records.

    ``problem`` is what stopped the round or wants a person; ``changed`` the records that look otherwise now.
    """

    sent: int = 0
    received: int = 0
    waiting: int = 0
    conflicts: int = 0
    quarantined: int = 0
    braked: int = 0
    problem: UserError | None = None
    changed: frozenset[Row] = frozenset()


EVERYTHING = Limits()


def sync_once(
    home: Home, store: Store, progress: Progress, *, limits: Limits = EVERYTHING, by_name: str = ""
) -> SyncOutcome:
    """Do one round with a connected store. What stands in the way is ``problem``; what was done until then is kept.

    Raises NotConnected before anything, Cancelled once someone asked to stop. With nothing new it is one request.
    """
    target = SyncTarget.get_or_none(SyncTarget.address == store.address)
    if target is None or this_device() is None:
        raise NotConnected(host=store.address)
    going = _Round(home, store, progress, str(target.store), by_name, limits)
    problem: UserError | None = None
    with only_one(home, "sync") as ours:
        try:
            if not ours:
                raise RoundRuns
            going.go(str(target.heads))
        except (StoreTrouble, MarkGone, OtherStore, StoreIsNewer, RoundRuns) as error:
            problem = error
        return _outcome(going, problem)


def _outcome(going: _Round, problem: UserError | None) -> SyncOutcome:
    problem = problem or (NewerProgramWrote() if stock.how_many("newer") else None)
    news = {"problem": kept(problem)} if problem else {"problem": "", "done_at": now().isoformat()}
    SyncTarget.update(**news).where(SyncTarget.store == going.id).execute()
    bad_rows = SyncHeld.select().where(SyncHeld.why.in_((UNKNOWN, REFUSED))).count()
    return SyncOutcome(
        going.sent,
        going.received,
        waiting(going.id),
        conflicts.how_many(),
        bad_rows + SyncBadLine.select().count() + stock.how_many("damaged") + stock.how_many("newer"),
        SyncHeld.select().where(SyncHeld.why == BRAKE).count() + SyncEvent.select().where(SyncEvent.braked).count(),
        problem,
        frozenset(going.changed),
    )


def waiting(store_id: str) -> int:
    """How many changes of this PC the store does not have yet."""
    device = this_device()
    unsealed = database.execute_sql(
        "SELECT (SELECT count(*) FROM sync_change) + (SELECT count(*) FROM sync_event WHERE seq IS NULL)"
    ).fetchone()[0]
    if device is None:
        return int(unsealed)
    unsent = SyncEvent.select().where(
        SyncEvent.device == device.device,
        SyncEvent.epoch == device.epoch,
        SyncEvent.seq > (stock.upto(store_id, device.whose) or 0),
    )
    return int(unsealed) + int(unsent.count())


class _Round:
    """One round under way; ``id`` is the store's own."""

    def __init__(self, home: Home, store: Store, progress: Progress, id_: str, by_name: str, limits: Limits) -> None:
        self._home, self._store, self._progress, self.id = home, store, progress, id_
        self._by_name, self._limits = by_name, limits
        self.sent = self.received = 0
        self.changed: set[Row] = set()
        self._names: set[str] = set()

    def go(self, known: str) -> None:
        before = self._device.device
        with database.atomic():
            if renew_if_moved(self._home):
                stock.unseal(before)
        self._seal()
        self._names = self._heads()
        if known == json.dumps(sorted(self._names)) and not self._to_send() and not stock.to_be_read_again():
            self._show_what_is_known_by_now()
            return
        check_mark(self._store, self.id)
        self._stay_unique()
        self._send_all()
        fetched_all = self._fetch_all()
        self.changed |= show_waiting(self._by_name, self._progress).changed
        seen = json.dumps(sorted(self._names)) if fetched_all else ""
        SyncTarget.update(heads=seen).where(SyncTarget.store == self.id).execute()

    def _show_what_is_known_by_now(self) -> None:
        """What an older program had to keep aside this one may know."""
        if held(UNKNOWN):
            self.changed |= show_waiting(self._by_name, self._progress).changed

    @property
    def _device(self) -> Device:
        device = this_device()
        assert device
        return device

    def _heads(self) -> set[str]:
        folder = heads_folder(self._device.school_id)
        return {entry.key.removeprefix(folder) for entry in self._store.list(folder)}

    # ------------------------------------------------------------ out

    def _seal(self) -> None:
        with database.atomic():
            knowledge = Knowledge()
            sealing.take_down(knowledge, self._by_name)
            disputes.count(knowledge, knowledge.keep())
            sealed = sealing.seal()
        if sealed:
            remember_sealed(self._home)

    def _stay_unique(self) -> None:
        """Whoever writes under our name was copied or restored beside us: from here on we are another."""
        device = self._device
        noted = stock.upto(self.id, device.whose) or 0
        if heads_in(self._names).get(device.whose, 0) > noted and not self._all_ours(device, noted):
            with database.atomic():
                renew(self._home)
                stock.unseal(device.device)
            self._seal()

    def _all_ours(self, device: Device, noted: int) -> bool:
        """Whether the store's newest segments under our name are those we sealed; a kill came before we noted it."""
        folder = folder_of(device.school_id, device.whose)
        after = f"{folder}{noted:010d}."
        return all(key == self._own_key(device, key.removeprefix(folder)) for key in self._keys(folder, after))

    def _own_key(self, device: Device, name: str) -> str:
        found = NAME.fullmatch(name)
        seq = int(found["seq"]) if found else 0
        if not 0 < seq <= device.seq:
            return ""
        return key_of(device.school_id, device.whose, seq, pack(*sealing.sealed_lines(*device.whose, seq)))

    def _to_send(self) -> list[tuple[Whose, int, int]]:
        """Whose segments the store lacks: our own, and others' where the store is new or was emptied."""
        wanted = [(whose, self._after(whose), newest) for whose, newest in stock.newest()]
        return [(whose, after, newest) for whose, after, newest in wanted if newest > after]

    def _after(self, whose: Whose) -> int:
        """Up to where the store surely has a device's segments: as its heads say, but for a put that broke."""
        head = heads_in(self._names).get(whose, 0)
        noted = stock.upto(self.id, whose)
        return head if noted is None else min(head, noted)

    def _send_all(self) -> None:
        for whose, after, newest in self._to_send():
            self._send(whose, after)
            self._put_head(whose, newest)

    def _send(self, whose: Whose, after: int) -> None:
        found = SyncSegment.select(SyncSegment.seq).where(
            SyncSegment.device == whose.device,
            SyncSegment.epoch == whose.epoch,
            SyncSegment.seq > after,
            SyncSegment.state == "whole",
        )
        seqs = sorted(int(segment.seq) for segment in found)
        for place, seq in enumerate(seqs):
            self._progress.step(place, len(seqs))
            header, lines = sealing.sealed_lines(*whose, seq)
            content = pack(header, lines)
            stock.note(self.id, whose, seq - 1)  # a put that breaks may spoil what was there: it is then done again
            self._store.put(key_of(self._device.school_id, whose, seq, content), content)
            stock.note(self.id, whose, seq)
            self.sent += len(lines) if whose == self._device.whose else 0

    def _put_head(self, whose: Whose, seq: int) -> None:
        school = self._device.school_id
        head = head_of(school, whose, seq)
        self._store.put(head, b"")
        older = [name for name in self._names if heads_in([name]).keys() == {whose}]
        if whose == self._device.whose:
            for name in older:
                self._store.delete(heads_folder(school) + name)
                self._names.discard(name)
        self._names.add(head.removeprefix(heads_folder(school)))

    # ------------------------------------------------------------ in

    def _fetch_all(self) -> bool:
        """Hear what is new; returns whether that was all of it."""
        left = self._limits.segments
        others = {whose: newest for whose, newest in heads_in(self._names).items() if whose != self._device.whose}
        for whose, newest in sorted(others.items()):
            left -= self._fetch(whose, newest, left)
        return all(stock.first_missing(whose, newest) > newest for whose, newest in others.items())

    def _fetch(self, whose: Whose, newest: int, most: int) -> int:
        have, first = stock.whole(whose), stock.first_missing(whose, newest)
        if first > newest or most <= 0:
            return 0
        folder = folder_of(self._device.school_id, whose)
        fetched = 0
        for key in self._keys(folder, f"{folder}{first - 1:010d}."):
            found = NAME.fullmatch(key.removeprefix(folder))
            if not found or int(found["seq"]) in have:
                continue
            self._progress.step(fetched, newest - first + 1)
            self._take(whose, int(found["seq"]), found["sha"], key)
            fetched += 1
            if fetched >= most:
                break
        return fetched

    def _keys(self, folder: str, after: str) -> Iterable[str]:
        return [entry.key for entry in self._store.list(folder, after)]

    def _take(self, whose: Whose, seq: int, sha: str, key: str) -> None:
        try:
            segment = unpack(self._store.get(key), self._device.school_id, whose, seq, sha)
        except SegmentDamaged as error:
            stock.set_aside(whose, seq, "damaged", str(error))
        except SegmentNewer as error:
            stock.set_aside(whose, seq, "newer", str(error))
        except StoreMissing:
            stock.set_aside(whose, seq, "damaged", "it is not there")
        else:
            self.received += take_in(segment, whose, seq, self._by_name)
            stock.note(self.id, whose, seq)
