"""After an export to a stick: what has arrived, and whether the stick may be pulled, said only once it is true."""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

from desktop_app.core.eject import eject
from desktop_app.core.exporting import ExportedBundle
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.usb import Drive
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs, open_folder
from desktop_app.ui.modal import Modal
from desktop_app.ui.runner import Runner
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.wrapped import Wrapped

WIDTH = 580


class ArrivedDialog(Modal):
    """Two lines, each with its state: the bundle, read back byte by byte; the stick, still in or let go."""

    def __init__(
        self, parent: tkinter.Misc, made: ExportedBundle, drive: Drive, *, runner: Runner, dialogs: Dialogs
    ) -> None:
        super().__init__(parent, _("The bundle has arrived"), minsize=(WIDTH, 160))
        self._made, self._drive, self._runner, self._dialogs = made, drive, runner, dialogs
        title = _("The bundle has arrived")
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w", pady=(0, px(INSIDE)))
        words = _("{files} files were written and read back from {name}").format(files=made.files, name=drive.name)
        self._line(words).show(_("Checked"), "good")
        self.stick = self._line(_("The stick {name}").format(name=drive.name))
        self.stick.show(_("Do not pull it out yet"), "soon")
        self.told = Wrapped(self.body, lines=2, font=fonts.NOTE, bootstyle="@card secondary")
        self.told.pack(fill="x", pady=(px(HALF), 0))
        self.told.say(_("Eject it here; the system then lets go of it."))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(BETWEEN), 0))
        self.ejecting = self.button(foot, _("Eject the stick"), self.eject, "@card primary")
        self.closing = self.button(foot, _("Close"), self.close)
        show = ttk.Button(foot, text=_("Open the folder"), icon="folder2-open", command=self._open)
        show.configure(bootstyle="@card")
        show.pack(side="left")

    def _line(self, words: str) -> Badge:
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(0, px(INSIDE)))
        badge = Badge(row, "", "neutral")
        badge.pack(side="right", padx=(px(INSIDE), 0))
        ttk.Label(row, text=words, wraplength=px(WIDTH - 220), bootstyle="@card").pack(side="left")
        return badge

    def _open(self) -> None:
        open_folder(self._made.path)

    def eject(self) -> None:
        """Ask the system to let the stick go; until it has, nobody is told to pull it."""
        self.ejecting.configure(state="disabled")
        self.stick.show(_("Being ejected…"), "soon")

        def job(progress: Progress) -> None:
            eject(self._drive)
            progress.step(1, 1)

        self._runner.run(job, done=lambda result: self._gone(), failed=self._still_there)

    def _gone(self) -> None:
        self.stick.show(_("It may be pulled out now"), "good")
        self.told.say("")
        self.closing.focus_set()

    def _still_there(self, error: BaseException) -> None:
        self.stick.show(_("Do not pull it out yet"), "soon")
        self.ejecting.configure(state="normal")
        self._dialogs.show_error(error)
