"""Receipts: what an office tells each PC of what came in. Written after the records are safe, never before."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import UTC, datetime

from db.office.engine import Office
from desktop_app.core.office.journals import Journal
from desktop_app.core.sync.store import Store

MOST_NAMED = 1000
"""Events named in one receipt; who has more waiting has one cause for all of them."""


def give_receipts(office: Office, store: Store, store_id: str, school_id: str) -> int:
    """Write the receipts that say something new for this school; answers how many."""
    given = 0
    question = "SELECT device, epoch, upto, told FROM device WHERE school_id = ? AND untold = 1 ORDER BY device, epoch"
    for line in office.rows(question, school_id):
        device, epoch, upto, told = line
        words = _words(upto, _waiting(office, school_id).get((device, epoch), []))
        if words != told:
            at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
            receipt = {**json.loads(words), "at": at, "store": store_id}
            store.put(f"receipts/{school_id}/{device}.{epoch}.json", json.dumps(receipt).encode())
            given += 1
        _note_told(office, school_id, (device, epoch), words)
    return given


def _note_told(office: Office, school_id: str, journal: Journal, words: str) -> None:
    office.note(  # forgotten in a power cut, the receipt is written once more
        "UPDATE device SET told = ?, untold = 0 WHERE school_id = ? AND device = ? AND epoch = ?",
        *(words, school_id, *journal),
    )


def to_be_told(office: Office, school_id: str) -> None:
    """Something changed that the school's PCs should hear of."""
    office.run("UPDATE device SET untold = 1 WHERE school_id = ?", school_id)


def untold(office: Office) -> set[str]:
    """Schools with something to tell: a run ended between the records and the receipt."""
    return {row[0] for row in office.rows("SELECT DISTINCT school_id FROM device WHERE untold = 1")}


def _words(upto: int, quarantined: list[str]) -> str:
    return json.dumps({"upto": upto, "quarantined": quarantined[:MOST_NAMED]})


def _waiting(office: Office, school_id: str) -> dict[Journal, list[str]]:
    """Ids of events in quarantine; a segment as a whole is named by its number."""
    found: dict[Journal, list[str]] = defaultdict(list)
    question = (
        "SELECT device, epoch, seq, n, event_id FROM quarantine WHERE school_id = ? ORDER BY device, epoch, seq, n"
    )
    for device, epoch, seq, n, event_id in office.rows(question, school_id):
        found[device, epoch].append(event_id or f"{seq:010d}" + (f":{n}" if n else ""))
    return found
