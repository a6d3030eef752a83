"""A photo whose file is gone: said plainly, and looked for on a card, a stick or in a folder by its bytes."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from db.queries.media import MediaWhole
from desktop_app.core.i18n import _
from desktop_app.core.media.checking import bring_back
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped


class MissingFile(ttk.Frame):
    """Stands there only while the shown photo's original is gone. Options: ``back()`` once it is in its place."""

    def __init__(self, parent: tkinter.Misc, *, desk: Desk, back: Callable[[], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self._desk, self._back = desk, back
        self._asset_id = ""
        self.words = Wrapped(self, bootstyle="@card danger")
        self.words.pack(fill="x")
        self.button = ttk.Button(self, text=_("Look for it…"), icon="search", command=self.look, bootstyle="@card")
        self.button.pack(anchor="w", pady=(px(INSIDE), 0))

    def show(self, one: MediaWhole | None, before: tkinter.Misc) -> None:
        """Come above ``before`` or go, as the file of this photo is gone or there."""
        if one is None or (self._desk.home.root / one.original_path).exists():
            self.pack_forget()
            return
        self._asset_id = one.id
        self.words.say(_("The file {name} is gone from the archive.").format(name=one.original_name))
        self.pack(fill="x", pady=(px(INSIDE), 0), before=before)

    def look(self) -> None:
        """Ask where to look and look there behind a bar."""
        folder = self._desk.dialogs.choose_folder(_("The card, stick or folder it may lie on"))
        if folder is None or self._desk.runner.busy:
            return
        run_with_dialog(
            self,
            self._desk.runner,
            partial(bring_back, self._desk.home, self._asset_id, folder, by_name=self._desk.by_name()),
            title=_("Looking for the photo"),
            done=self._looked,
            failed=self._desk.dialogs.show_error,
        )

    def _looked(self, found: bool) -> None:
        if found:
            self._back()
        else:
            self._desk.dialogs.tell(
                _("It is not there."), _("Photos are known by their content: a copy that was sent by Zalo is another.")
            )
