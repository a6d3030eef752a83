"""Which PC this is among the school's, and whether its records are still the ones it spoke of before."""

from __future__ import annotations

import json
import platform
import secrets
from pathlib import Path
from typing import NamedTuple

from db import database
from db.journal import tell_all
from db.models import SyncSelf
from desktop_app.core.files import written_aside
from desktop_app.core.home import Home
from desktop_app.core.sync.segments import Whose


class Device(NamedTuple):
    """``seq`` is the newest sealed segment of this epoch."""

    school_id: str
    device: str
    epoch: str
    seq: int
    name: str

    @property
    def whose(self) -> Whose:
        return Whose(self.device, self.epoch)


def this_device() -> Device | None:
    """Who this PC is, or None while it is joined to no store."""
    me = SyncSelf.get_by_id(1)
    return Device(me.school_id, me.device, me.epoch, me.seq, me.pc_name) if me.device else None


def become(home: Home, school_id: str, pc_name: str = "") -> Device:
    """Begin to write down every change, first of all what is here already. Once joined, only the name may change."""
    with database.atomic():
        known = this_device()
        if known:
            SyncSelf.update(pc_name=pc_name or known.name).execute()
        else:
            _begin(home, school_id, pc_name or platform.node())
            tell_all()
    device = this_device()
    assert device
    return device


def _begin(home: Home, school_id: str, pc_name: str) -> None:
    fresh = {"device": secrets.token_hex(4), "epoch": secrets.token_hex(2), "mark": _mark(home)}
    SyncSelf.update(capturing=True, school_id=school_id, pc_name=pc_name, seq=0, **fresh).execute()


# ---------------------------------------------------------------- restored or copied


def renew_if_moved(home: Home) -> bool:
    """Begin a new epoch where these records were restored or copied: their numbers may be in use already.

    Told by the place of the file (another PC becomes another device) and by a count kept beside it, which a restored
    file does not know of. Call it before anything is sealed. Returns whether a new epoch began.
    """
    me = SyncSelf.get_by_id(1)
    if not me.device or (me.mark == _mark(home) and me.seq >= _sealed_beside(home, me.device, me.epoch)):
        return False
    renew(home, another_pc=bool(me.mark) and json.loads(me.mark)["pc"] != platform.node())
    return True


def renew(home: Home, *, another_pc: bool = False) -> None:
    """A new epoch: its segments count from 1."""
    fresh = {"epoch": secrets.token_hex(2), "seq": 0, "mark": _mark(home)}
    if another_pc:
        fresh |= {"device": secrets.token_hex(4), "pc_name": platform.node()}
    SyncSelf.update(**fresh).execute()


def _mark(home: Home) -> str:
    file = home.database_file
    return json.dumps({"pc": platform.node(), "file": file.stat().st_ino, "path": str(file.resolve())})


def remember_sealed(home: Home) -> None:
    """Keep the count of sealed segments beside the file, before any of them leaves."""
    device = this_device()
    if device:
        with written_aside(_beside(home)) as out:
            out.write(json.dumps({"device": device.device, "epoch": device.epoch, "seq": device.seq}).encode())


def _sealed_beside(home: Home, device: str, epoch: str) -> int:
    try:
        kept = json.loads(_beside(home).read_text(encoding="utf-8"))
        return int(kept["seq"]) if (kept["device"], kept["epoch"]) == (device, epoch) else 0
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def _beside(home: Home) -> Path:
    return home.root / "sync.json"
