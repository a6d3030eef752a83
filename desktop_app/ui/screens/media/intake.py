"""Taking photos in: choose, run behind a bar that can be stopped, then the sum with what failed and an undo."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import ttkbootstrap as ttk

from db.queries.rolls import FailedFile, RollRow, newest_roll
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.media.importing import ImportResult, import_media
from desktop_app.core.media.kinds import PICTURE_ENDINGS, VIDEO_ENDINGS
from desktop_app.core.media.undoing import undo_import
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.modal import Modal
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.media.words import sum_words
from desktop_app.ui.screens.screen import ByName
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.wrapped import Wrapped

Brought = Callable[[RollRow, bool], object]


class MediaImport:
    """Options: ``brought(roll, stopped)`` once an import has ended, however it ended."""

    def __init__(
        self, screen: tkinter.Misc, *, home: Home, runner: Runner, dialogs: Dialogs, brought: Brought, by_name: ByName
    ) -> None:
        self._screen, self._home, self._runner, self._dialogs = screen, home, runner, dialogs
        self._brought, self._by_name = brought, by_name
        self._last = ""

    def choose_files(self) -> None:
        """Ask for files and take them in."""
        patterns = " ".join(f"*{ending} *{ending.upper()}" for ending in (*PICTURE_ENDINGS, *VIDEO_ENDINGS))
        self.take(self._dialogs.choose_files(_("Photos and videos to take in"), [(_("Photos, videos"), patterns)]))

    def choose_folder(self) -> None:
        """Ask for a folder, a card or a stick and take in all it holds."""
        folder = self._dialogs.choose_folder(_("A folder, a camera's card or a stick"))
        self.take([folder] if folder else [])

    def take(self, paths: Sequence[Path]) -> None:
        """Take in files and folders behind a bar; they are copied, their source is never touched."""
        if not paths or self._runner.busy:
            return
        before = newest_roll()
        self._last = before.id if before else ""
        run_with_dialog(
            self._screen,
            self._runner,
            partial(import_media, self._home, list(paths), by_name=self._by_name()),
            title=_("Taking in photos and videos"),
            done=self._done,
            failed=self._failed,
            cancelled=partial(self._over, stopped=True),
        )

    def _done(self, result: ImportResult) -> None:
        self._over()

    def _failed(self, error: BaseException) -> None:
        self._dialogs.show_error(error)
        self._over(stopped=True)

    def _over(self, *, stopped: bool = False) -> None:
        roll = newest_roll()
        if roll is not None and roll.id != self._last:
            self._brought(roll, stopped)


class ImportBar(Card):
    """The sum of the last import. Options: ``undone()`` after it was taken back."""

    def __init__(
        self, parent: tkinter.Misc, *, home: Home, dialogs: Dialogs, undone: Callable[[], object], by_name: ByName
    ) -> None:
        super().__init__(parent, padding=INSIDE)
        self._home, self._dialogs, self._undone, self._by_name = home, dialogs, undone, by_name
        self.roll: RollRow | None = None
        ttk.Label(self.body, icon="images", icon_size=18, bootstyle="@card primary").pack(
            side="left", padx=(px(HALF), px(INSIDE))
        )
        buttons = ttk.Frame(self.body, bootstyle="@card")
        buttons.pack(side="right")
        self.failures = ttk.Button(buttons, command=self.show_failures, bootstyle="@card")
        self.undo = ttk.Button(buttons, text=_("Undo this import"), command=self.take_back, bootstyle="@card")
        self._shut = shut = ttk.Button(
            buttons, icon="x-lg", icon_only=True, icon_size=12, command=self.shut, bootstyle="@card ghost"
        )
        shut.pack(side="left", padx=(px(INSIDE), 0))
        self.words = Wrapped(self.body, bootstyle="@card")
        self.words.pack(side="left", fill="x", expand=True)

    def show(self, roll: RollRow, *, stopped: bool = False) -> None:
        """Say what an import brought."""
        self.roll = roll
        self.words.say(sum_words(roll, stopped=stopped))
        for button, wanted in ((self.failures, roll.failed), (self.undo, roll.asset_ids)):
            button.pack_forget()
            if wanted:
                button.pack(side="left", padx=(px(INSIDE), 0), before=self._shut)
        self.failures.configure(text=_("See {count} failed").format(count=len(roll.failed)))

    def show_failures(self) -> None:
        """Which files were not taken in, and why."""
        if self.roll is not None:
            Failures(self, self.roll.failed).run()

    def take_back(self) -> None:
        """Remove what just this import brought."""
        roll = self.roll
        if roll is None or not self._dialogs.confirm(
            _("Take back the {count} photos of this import?").format(count=len(roll.asset_ids)),
            _(
                "They leave the school's archive with all words written on them. "
                "The card or folder they came from is not touched."
            ),
            yes=_("Take back"),
            danger=True,
        ):
            return
        try:
            undo_import(self._home, roll.id, by_name=self._by_name())
        except UserError as error:
            self._dialogs.show_error(error)
            return
        self.shut()
        self._undone()

    def shut(self) -> None:
        """Take the bar away."""
        self.roll = None
        self.pack_forget()


class Failures(Modal):
    """The files that were not taken in, each with its reason."""

    def __init__(self, parent: tkinter.Misc, failed: Sequence[FailedFile]) -> None:
        super().__init__(parent, _("Not taken in"), minsize=(560, 200))
        title = _("{count} files were not taken in").format(count=len(failed))
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w", pady=(0, px(INSIDE)))
        room = Scrolled(self.body, card=True)
        room.pack(fill="both", expand=True)
        room.canvas.configure(height=px(min(320, 72 * len(failed))))
        for one in failed:
            name = ttk.Label(room.inside, text=one.file, font=fonts.STRONG, wraplength=px(520), bootstyle="@card")
            name.pack(anchor="w", pady=(px(HALF), 0))
            ttk.Label(room.inside, text=_(one.reason), font=fonts.NOTE, bootstyle="@card secondary").pack(anchor="w")
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(BETWEEN), 0))
        self.button(row, _("Close"), self.close, "@card primary")
