"""After an export to sticks: what has arrived on each, and whether it may be pulled, said only once it is true."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from pathlib import Path

import ttkbootstrap as ttk

from desktop_app.core.bundle.videos import NO_ROOM, TOO_LARGE
from desktop_app.core.eject import eject
from desktop_app.core.errors import UserError
from desktop_app.core.exporting import ExportedBundle
from desktop_app.core.exporting_to import Outcome
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.usb import Drive, drive_of
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs, open_folder, words_of
from desktop_app.ui.modal import Modal
from desktop_app.ui.runner import Runner
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.wrapped import Wrapped

WIDTH = 600


class ArrivedDialog(Modal):
    """Two lines for each stick: the bundle, read back byte by byte; the stick, still in or let go.

    ``on(path)`` says on which stick a target lies.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        outcomes: Sequence[Outcome],
        *,
        runner: Runner,
        dialogs: Dialogs,
        on: Callable[[Path], Drive | None] = drive_of,
    ) -> None:
        self._made = [one.made for one in outcomes if one.made]
        title = _title(outcomes)
        super().__init__(parent, title, minsize=(WIDTH, 160))
        self._runner, self._dialogs, self._on = runner, dialogs, on
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w", pady=(0, px(INSIDE)))
        self.sticks = list[tuple[Drive, Badge]]()
        for outcome in outcomes:
            self._show(outcome)
        self.told = Wrapped(self.body, lines=1, font=fonts.NOTE, bootstyle="@card secondary")
        self.told.pack(fill="x", pady=(px(HALF), 0))
        behind = videos_behind(self._made[0]) if self._made else ""
        if behind:
            words = _("These videos stay at school:") + " " + behind
            left = ttk.Label(self.body, text=words, wraplength=px(WIDTH - 48), bootstyle="@card secondary")
            left.pack(anchor="w", pady=(px(HALF), 0))
        self._lay_foot()

    def _lay_foot(self) -> None:
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(BETWEEN), 0))
        words = _("Eject the sticks") if len(self.sticks) > 1 else _("Eject the stick")
        self.ejecting = self.button(foot, words, self.eject, "@card primary")
        self.closing = self.button(foot, _("Close"), self.close)
        if self.sticks:
            self.told.say(_("Eject it here; the system then lets go of it."))
        else:
            self.ejecting.pack_forget()
        if self._made:
            show = ttk.Button(foot, text=_("Open the folder"), icon="folder2-open", command=self._open)
            show.configure(bootstyle="@card")
            show.pack(side="left")

    def _show(self, outcome: Outcome) -> None:
        drive = self._on(outcome.target)
        name = drive.name if drive else str(outcome.target)
        if outcome.made is not None:
            words = _("{files} files were written and read back from {name}").format(
                files=outcome.made.files, name=name
            )
            self._line(words).show(_("Checked"), "good")
            if drive is not None:
                badge = self._line(_("The stick {name}").format(name=name))
                badge.show(_("Do not pull it out yet"), "soon")
                self.sticks.append((drive, badge))
        elif outcome.error is not None:
            self._line(_failure(name, outcome.error)).show(_("Not written"), "late")
        else:
            self._line(name).show(_("Stopped before"), "neutral")

    def _line(self, words: str) -> Badge:
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(0, px(INSIDE)))
        badge = Badge(row, "", "neutral")
        badge.pack(side="right", anchor="n", padx=(px(INSIDE), 0))
        ttk.Label(row, text=words, wraplength=px(WIDTH - 220), bootstyle="@card").pack(side="left")
        return badge

    def _open(self) -> None:
        open_folder(self._made[0].path)

    def eject(self) -> None:
        """Ask the system to let the sticks go; until it has, nobody is told to pull one."""
        self.ejecting.configure(state="disabled")
        for _drive, badge in self.sticks:
            badge.show(_("Being ejected…"), "soon")
        self._runner.run(
            lambda progress: _ejected([drive for drive, _badge in self.sticks], progress),
            done=self._ejected,
            failed=self._dialogs.show_error,
        )

    def _ejected(self, errors: list[UserError | None]) -> None:
        staying = list[tuple[Drive, Badge]]()
        for (drive, badge), error in zip(self.sticks, errors, strict=True):
            if error is None:
                badge.show(_("It may be pulled out now"), "good")
            else:
                badge.show(_("Do not pull it out yet"), "soon")
                staying.append((drive, badge))
        self.sticks = staying
        if staying:
            self.ejecting.configure(state="normal")
            self._dialogs.show_error(next(error for error in errors if error is not None))
        else:
            self.told.say("")
            self.closing.focus_set()


def videos_behind(made: ExportedBundle) -> str:
    """The videos that were too large, one after the other."""
    return "; ".join(f"{one.name} ({_(one.why)})" for one in made.left_out if one.why in (TOO_LARGE, NO_ROOM))


def _ejected(sticks: list[Drive], progress: Progress) -> list[UserError | None]:
    """Each stick on its own: one that is busy does not keep the others."""
    errors = list[UserError | None]()
    for number, drive in enumerate(sticks, 1):
        try:
            eject(drive)
            errors.append(None)
        except UserError as error:
            errors.append(error)
        progress.step(number, len(sticks))
    return errors


def _title(outcomes: Sequence[Outcome]) -> str:
    arrived = sum(one.made is not None for one in outcomes)
    if arrived == len(outcomes):
        return _("The bundle has arrived")
    if not arrived:
        return _("The bundle has not arrived")
    return _("The bundle has arrived on {count} of {all} sticks").format(count=arrived, all=len(outcomes))


def _failure(name: str, error: UserError) -> str:
    words = " ".join(words_of(error))
    return words if name in words else f"{name}: {words}"
