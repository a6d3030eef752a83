"""What the receiver says it has: only then is work known to have arrived (receipts/<school>/<device>.<epoch>.json)."""

from __future__ import annotations

import json
from typing import NamedTuple

from db.models import SyncSent, SyncTarget
from desktop_app.core.sync.device import this_device
from desktop_app.core.sync.errors import StoreMissing
from desktop_app.core.sync.store import Store


class Receipt(NamedTuple):
    """``upto``: the newest of this PC's segments the receiver has; ``quarantined``: events it could not use."""

    upto: int
    quarantined: list[str]
    at: str


def fetch_receipt(store: Store) -> Receipt | None:
    """Read the receipt for this PC and keep what it confirms; None where the receiver said nothing yet.

    A receipt for another store, or one that makes no sense, confirms nothing.
    """
    device = this_device()
    target = SyncTarget.get_or_none(SyncTarget.address == store.address)
    if device is None or target is None:
        return None
    try:
        told = json.loads(store.get(f"receipts/{device.school_id}/{device.device}.{device.epoch}.json"))
        receipt = Receipt(int(told["upto"]), [str(id_) for id_ in told["quarantined"]], str(told.get("at", "")))
        ours = told.get("store") == target.store
    except (StoreMissing, ValueError, KeyError, TypeError):
        return None
    if not ours:
        return None
    SyncSent.update(confirmed=min(receipt.upto, device.seq)).where(
        SyncSent.store == target.store, SyncSent.device == device.device, SyncSent.epoch == device.epoch
    ).execute()
    return receipt


def confirmed() -> int:
    """The newest segment of this PC that some receiver has confirmed."""
    device = this_device()
    if device is None:
        return 0
    found = SyncSent.select().where(SyncSent.device == device.device, SyncSent.epoch == device.epoch)
    return max((int(row.confirmed) for row in found), default=0)
