"""Joining: the first PC connects a store, the others are invited with a code or a file that holds no password."""

from __future__ import annotations

import base64
import json
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import School, SyncTarget
from desktop_app.core import audit
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_
from desktop_app.core.sync.device import Device, become, this_device
from desktop_app.core.sync.marker import OtherStore, mark_of, put_mark
from desktop_app.core.sync.store import Store

BEGINS = "LOA1-"


class NoSchoolYet(UserError):
    message = N_("This PC has no school yet, so it has nothing to sync.")
    hint = N_("Set up the school first, or join with the code that another PC of the school shows.")


class OtherSchool(UserError):
    message = N_("This PC holds the records of {here}, and the invitation is from {there}.")
    hint = N_("Two schools are never mixed. Start with an empty home folder to join the other school.")


class CodeUnclear(UserError):
    message = N_("This is no invitation of Loa Trường.")
    hint = N_("Copy the whole code from the other PC, from “LOA1-” to its end, or choose the file it saved.")


class Invitation(NamedTuple):
    """What a further PC of the school needs to know, apart from the password."""

    school: str
    name: str
    store: str
    address: str

    def code(self) -> str:
        """As a text to be copied; a file holds the same."""
        told = json.dumps(self._asdict(), ensure_ascii=False, separators=(",", ":")).encode()
        return BEGINS + base64.urlsafe_b64encode(told).decode().rstrip("=")


def read_invitation(code: str) -> Invitation:
    """The invitation in a code, however it was broken into lines. Raises CodeUnclear."""
    plain = "".join(code.split())
    try:
        told = json.loads(base64.urlsafe_b64decode(plain.removeprefix(BEGINS) + "=" * (-len(plain) % 4) + "=="))
        found = Invitation(**{name: str(told[name]) for name in Invitation._fields})
    except (ValueError, KeyError, TypeError) as error:
        raise CodeUnclear from error
    if not plain.startswith(BEGINS) or not found.school or not found.address:
        raise CodeUnclear
    return found


def invite(store: Store) -> Invitation:
    """An invitation to the store this PC syncs with. Raises NoSchoolYet, OtherStore."""
    device = this_device()
    target = SyncTarget.get_or_none(SyncTarget.address == store.address)
    if device is None:
        raise NoSchoolYet
    if target is None:
        raise OtherStore(host=store.address)
    return Invitation(device.school_id, _school_name(), target.store, store.address)


def connect(home: Home, store: Store, *, pc_name: str = "", by_name: str = "") -> Device:
    """Let this school sync with ``store``, marking it if it is new. Raises NoSchoolYet, MarkGone, StoreIsNewer."""
    school = _own_school()
    if school is None:
        raise NoSchoolYet
    return _connect(home, store, school, mark_of(store) or put_mark(store), pc_name, by_name)


def join(home: Home, store: Store, invitation: Invitation, *, pc_name: str = "", by_name: str = "") -> Device:
    """Let this PC be one more of the invitation's school. Raises OtherSchool, OtherStore, StoreIsNewer."""
    here = _own_school()
    if here not in (None, invitation.school):
        raise OtherSchool(here=_school_name(), there=invitation.name)
    if mark_of(store) != invitation.store:
        raise OtherStore(host=store.address)
    return _connect(home, store, invitation.school, invitation.store, pc_name, by_name)


def _own_school() -> str | None:
    device = this_device()
    if device:
        return device.school_id
    school = School.get_or_none()
    return str(school.id) if school else None


def _school_name() -> str:
    school = School.get_or_none()
    return str(school.name) if school else ""


def _connect(home: Home, store: Store, school: str, id_: str, pc_name: str, by_name: str) -> Device:
    with database.atomic():
        device = become(home, school, pc_name)
        known = SyncTarget.get_or_none(SyncTarget.store == id_)
        if known:
            SyncTarget.update(address=store.address, heads="").where(SyncTarget.store == id_).execute()
        else:
            met = now().isoformat()
            SyncTarget.create(store=id_, address=store.address, met_at=met)
            audit.record("connect store", "school", school, by_name, address=store.address, pc=device.name)
    return device
