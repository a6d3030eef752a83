"""Taking photos in: choose, see what is there, run behind a bar that can be stopped, then the sum and an undo."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import ttkbootstrap as ttk

from db.queries.rolls import RollRow, newest_roll
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.media.errors import NotTaken
from desktop_app.core.media.importing import ImportResult, import_media
from desktop_app.core.media.kinds import OTHER_NAMES, PICTURE_ENDINGS, VIDEO_ENDINGS
from desktop_app.core.media.offer import Offer, look_at
from desktop_app.core.media.pasted import clear_away, lay_aside
from desktop_app.core.media.undoing import undo_import
from desktop_app.ui.clipboard import copied_files, copied_picture
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.media.intake_lists import FAILED, NEW, RollLists
from desktop_app.ui.screens.media.intake_places import FILES, FOLDER, PASTE, IntakePlaces
from desktop_app.ui.screens.media.intake_preview import IntakePreview
from desktop_app.ui.screens.media.words import sum_words
from desktop_app.ui.screens.screen import ByName
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
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
        self._aside: Path | None = None

    # ------------------------------------------------------------ where from

    def begin(self) -> None:
        """Ask where the photos are, and look there."""
        chosen = IntakePlaces(self._screen).run()
        acts = {FILES: self.choose_files, FOLDER: self.choose_folder, PASTE: self.paste}
        if isinstance(chosen, Path):
            self.offer([chosen])
        elif chosen in acts:
            acts[chosen]()

    def choose_files(self) -> None:
        """Ask for files and offer them."""
        endings = (*PICTURE_ENDINGS, *OTHER_NAMES, *VIDEO_ENDINGS)
        patterns = " ".join(f"*{ending} *{ending.upper()}" for ending in endings)
        self.offer(self._dialogs.choose_files(_("Photos and videos to take in"), [(_("Photos, videos"), patterns)]))

    def choose_folder(self) -> None:
        """Ask for a folder, a card or a stick and offer all it holds."""
        folder = self._dialogs.choose_folder(_("A folder, a camera's card or a stick"))
        self.offer([folder] if folder else [])

    def paste(self) -> None:
        """Take what was copied elsewhere: files and folders are offered, a picture is taken in."""
        files = copied_files(self._screen)
        if files:
            self.offer(files)
            return
        try:
            picture = copied_picture(self._screen)
            self._aside = lay_aside(picture, datetime.now()) if picture else None
        except NotTaken:
            self._aside = None
        if self._aside is not None:
            self.take([self._aside])
        else:
            self._dialogs.tell(
                _("There is no picture in the clipboard."),
                _("Copy a picture, or files in the system's file window, and press Ctrl+V here."),
            )

    # ------------------------------------------------------------ what of it

    def offer(self, paths: Sequence[Path]) -> None:
        """Look through files and folders and let the user pick; nothing is copied yet."""
        if not paths or self._runner.busy:
            return
        run_with_dialog(
            self._screen,
            self._runner,
            partial(look_at, self._home, list(paths)),
            title=_("Looking what is there"),
            done=partial(self._pick, list(paths)),
            failed=self._dialogs.show_error,
        )

    def _pick(self, paths: Sequence[Path], offer: Offer) -> None:
        if not offer.files:
            self._dialogs.tell(_("No photo or video was found there."))
            return
        chosen = IntakePreview(self._screen, offer).run()
        if chosen:
            self.take(chosen, source=", ".join(str(path) for path in paths[:3]))

    def take(self, paths: Sequence[Path], *, source: str = "") -> None:
        """Take in files and folders behind a bar; they are copied, their source is never touched."""
        if not paths or self._runner.busy:
            return
        before = newest_roll()
        self._last = before.id if before else ""
        run_with_dialog(
            self._screen,
            self._runner,
            partial(import_media, self._home, list(paths), by_name=self._by_name(), source=source),
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
        if self._aside is not None:
            clear_away(self._aside)
            self._aside = None
        roll = newest_roll()
        if roll is not None and roll.id != self._last:
            self._brought(roll, stopped)


class ImportBar(Card):
    """The sum of the last import. Options: ``undone()`` after it was taken back, ``again(paths)`` tries files again."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        home: Home,
        dialogs: Dialogs,
        undone: Callable[[], object],
        by_name: ByName,
        again: Callable[[list[Path]], object],
    ) -> None:
        super().__init__(parent, padding=INSIDE)
        self._home, self._dialogs, self._undone, self._by_name = home, dialogs, undone, by_name
        self._again = again
        self.roll: RollRow | None = None
        ttk.Label(self.body, icon="images", icon_size=18, bootstyle="@card primary").pack(
            side="left", padx=(px(HALF), px(INSIDE))
        )
        self._buttons()
        self.words = Wrapped(self.body, bootstyle="@card")
        self.words.pack(side="left", fill="x", expand=True)
        self.words.label.configure(cursor="hand2")
        self.words.label.bind("<Button-1>", lambda event: self.show_lists())

    def _buttons(self) -> None:
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(side="right")
        self.lists = ttk.Button(row, text=_("See the lists"), command=self.show_lists, bootstyle="@card")
        self.failures = ttk.Button(row, command=self.show_failures, bootstyle="@card")
        self.undo = ttk.Button(row, text=_("Undo this import"), command=self.take_back, bootstyle="@card")
        self._shut = ttk.Button(
            row, icon="x-lg", icon_only=True, icon_size=12, command=self.shut, bootstyle="@card ghost"
        )
        self._shut.pack(side="left", padx=(px(INSIDE), 0))

    def show(self, roll: RollRow, *, stopped: bool = False) -> None:
        """Say what an import brought."""
        self.roll = roll
        self.words.say(sum_words(roll, stopped=stopped))
        for button, wanted in ((self.lists, roll.seen), (self.failures, roll.failed), (self.undo, roll.asset_ids)):
            button.pack_forget()
            if wanted:
                button.pack(side="left", padx=(px(INSIDE), 0), before=self._shut)
        self.failures.configure(text=_("See {count} failed").format(count=len(roll.failed)))

    def show_lists(self) -> None:
        """Open the sum: what was taken in, was here already, looks alike or failed."""
        self._open_lists(NEW)

    def show_failures(self) -> None:
        """Which files were not taken in, and why; they can be tried again."""
        self._open_lists(FAILED)

    def _open_lists(self, name: str) -> None:
        if self.roll is None or not self.roll.seen:
            return
        paths = RollLists(self, self.roll, home=self._home, chosen=name).run()
        if paths:
            self._again(paths)

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
