"""Which segments this PC knows, and how far each store has them."""

from __future__ import annotations

from db import database
from db.models import SyncSegment, SyncSent
from desktop_app.core.sync.segments import FORMAT, Whose


def newest() -> list[tuple[Whose, int]]:
    """The newest segment of every device that is here whole."""
    found = database.execute_sql(
        "SELECT device, epoch, max(seq) FROM sync_segment WHERE state = 'whole' GROUP BY device, epoch"
    ).fetchall()
    return [(Whose(device, epoch), int(seq)) for device, epoch, seq in found]


def note(store_id: str, whose: Whose, seq: int) -> None:
    """The store has a device's segments up to here."""
    SyncSent.insert(store=store_id, **whose._asdict(), upto=seq).on_conflict(
        conflict_target=(SyncSent.store, SyncSent.device, SyncSent.epoch), update={SyncSent.upto: seq}
    ).execute()


def upto(store_id: str, whose: Whose) -> int | None:
    """How far the store was noted to have a device's segments; None where nothing ever went to it or came from it."""
    sent = SyncSent.get_or_none(
        SyncSent.store == store_id, SyncSent.device == whose.device, SyncSent.epoch == whose.epoch
    )
    return int(sent.upto) if sent else None


def to_be_read_again() -> bool:
    """Whether a segment was damaged when it was read, or too new for the program of that day."""
    newer = SyncSegment.select().where(SyncSegment.state == "newer")
    return bool(how_many("damaged")) or any(int(segment.why) <= FORMAT for segment in newer)


def how_many(state: str) -> int:
    """The segments in a state: whole | damaged | newer."""
    return int(SyncSegment.select().where(SyncSegment.state == state).count())


def whole(whose: Whose) -> set[int]:
    """The numbers of a device's segments that are here."""
    found = SyncSegment.select(SyncSegment.seq).where(
        SyncSegment.device == whose.device, SyncSegment.epoch == whose.epoch, SyncSegment.state == "whole"
    )
    return {int(segment.seq) for segment in found}


def first_missing(whose: Whose, last: int) -> int:
    """The first of 1 … ``last`` that is not here; ``last`` + 1 where all are."""
    have = whole(whose)
    return next((seq for seq in range(1, last + 1) if seq not in have), last + 1)


def set_aside(whose: Whose, seq: int, state: str, why: str) -> None:
    """Remember a segment that could not be read."""
    news = {**whose._asdict(), "seq": seq, "header": "", "state": state, "why": why}
    SyncSegment.insert(**news).on_conflict_replace().execute()


def unseal(device: str) -> None:
    """What was sealed and never left is sealed anew, under the new epoch; its events keep their ids."""
    unsent = (
        "device = ? AND NOT EXISTS (SELECT 1 FROM sync_sent AS sent WHERE sent.device = {0}.device "
        "AND sent.epoch = {0}.epoch AND sent.upto >= {0}.seq)"
    )
    with database.atomic():
        database.execute_sql(
            f"UPDATE sync_event SET seq = NULL WHERE seq IS NOT NULL AND {unsent.format('sync_event')}", (device,)
        )
        database.execute_sql(f"DELETE FROM sync_segment WHERE {unsent.format('sync_segment')}", (device,))
