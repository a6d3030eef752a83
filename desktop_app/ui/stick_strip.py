"""The stick that is in, at the foot of the window; receipts that came back on it are taken in by themselves."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop_app.core.deliveries import Closed, close_deliveries
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.usb import Drive, drives
from desktop_app.ui.drive_watch import DriveWatch
from desktop_app.ui.runner import Runner
from desktop_app.ui.widgets.toast import Toast

EVERY_SECONDS = 4.0


class StickStrip:
    """Options: ``say(words)`` is the foot's word, ``changed()`` is told when a receipt closed a delivery."""

    def __init__(
        self,
        root: tkinter.Misc,
        *,
        say: Callable[[str], object],
        runner: Runner,
        toast: Toast,
        changed: Callable[[], object],
        look: Callable[[], list[Drive]] = drives,
        every: float = EVERY_SECONDS,
    ) -> None:
        self._say, self._runner, self._toast, self._changed = say, runner, toast, changed
        self._there: set[Path] = set()
        DriveWatch(root, self._shown, look=look, every=every)

    def _shown(self, found: list[Drive]) -> None:
        self._say(", ".join(_words(drive) for drive in found))
        new = [drive.place for drive in found if drive.place not in self._there]
        self._there = {drive.place for drive in found}
        if new:
            self._runner.run_quietly(
                partial(_taken_in, new),
                title=_("Looking for receipts"),
                done=self._taken,
                failed=lambda error: None,  # a stick that was pulled again: it is looked at when it comes back
            )

    def _taken(self, closed: list[Closed]) -> None:
        for one in closed:
            self._toast.say(_("{office} has received {bundle}").format(office=one.office, bundle=one.bundle))
        if closed:
            self._changed()


def _taken_in(places: list[Path], progress: Progress) -> list[Closed]:
    closed = [one for place in places for one in close_deliveries(place)]
    progress.step(1, 1)
    return closed


def _words(drive: Drive) -> str:
    """“KINGSTON, 14,2 GB free”."""
    return _("{name}, {free} GB free").format(name=drive.name, free=f"{drive.free / 1e9:.1f}".replace(".", ","))
