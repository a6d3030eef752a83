"""The mark of a store, ``loa.json``: without it nothing is read, written or believed there."""

from __future__ import annotations

import json
import uuid

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.sync.errors import StoreMissing
from desktop_app.core.sync.store import Store

KEY = "loa.json"
FORMAT = 1


class MarkGone(UserError):
    message = N_("{host} is not the store this school syncs with: its mark loa.json is missing.")
    hint = N_("Nothing was deleted here. Is it the right stick or folder, and is the drive connected? Else connect it.")


class OtherStore(UserError):
    message = N_("{host} is another store than the one this school syncs with.")
    hint = N_("Nothing was sent or deleted. Take the right stick or folder, or connect this one as a new store.")


class StoreIsNewer(UserError):
    message = N_("{host} is used by a newer version of Loa Trường.")
    hint = N_("Update the program on this PC; until then nothing is sent or taken in.")


def mark_of(store: Store) -> str | None:
    """The store's own id, or None where it has no mark. Raises StoreIsNewer; OtherStore for a mark that is none."""
    try:
        told = json.loads(store.get(KEY))
        number, id_ = int(told["format"]), str(told["store"])
    except StoreMissing:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise OtherStore(host=store.address) from error
    if number > FORMAT:
        raise StoreIsNewer(host=store.address)
    return id_


def check_mark(store: Store, id_: str) -> None:
    """Raises MarkGone, OtherStore or StoreIsNewer unless it is the store with this id."""
    found = mark_of(store)
    if found is None:
        raise MarkGone(host=store.address)
    if found != id_:
        raise OtherStore(host=store.address)


def put_mark(store: Store) -> str:
    """Make an empty place a store; returns its id. Raises MarkGone where schools lie in it already."""
    if next(iter(store.list("schools/")), None):
        raise MarkGone(host=store.address)
    id_ = str(uuid.uuid4())
    store.put(KEY, json.dumps({"format": FORMAT, "store": id_}).encode())
    return id_
