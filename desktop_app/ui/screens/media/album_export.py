"""An album is taken along: where to, a bar that can be stopped, and then where it lies and what stayed behind."""

from __future__ import annotations

import tkinter
from functools import partial

import ttkbootstrap as ttk

from db.queries.albums import AlbumRow
from desktop_app.core.albums.exporting import PAGE, TakenAlong, export_album
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import open_folder
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.media.album_words import left_words, taken_words
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.wrapped import Wrapped

WIDTH, HEIGHT = 520, 200


class AlbumTaken(Modal):
    """Where the album lies, and by name each picture that stayed, with its reason."""

    def __init__(self, parent: tkinter.Misc, taken: TakenAlong) -> None:
        super().__init__(parent, _("The album is written"), minsize=(WIDTH, 160))
        ttk.Label(self.body, text=_("The album is written"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        Wrapped(self.body, taken_words(taken), bootstyle="@card").pack(fill="x", pady=(px(INSIDE), px(BETWEEN)))
        ttk.Label(self.body, text=left_words(taken.left_behind), font=fonts.STRONG, bootstyle="@card").pack(anchor="w")
        room = ttk.Frame(self.body, height=px(HEIGHT), width=px(WIDTH), bootstyle="@card")
        room.pack_propagate(False)
        room.pack(fill="x", pady=(px(INSIDE), 0))
        self.left = Scrolled(room, card=True)
        self.left.pack(fill="both", expand=True)
        for one in taken.left_behind:
            ttk.Label(self.left.inside, text=one.name, bootstyle="@card").pack(anchor="w", fill="x")
            reason = Wrapped(self.left.inside, _(one.why), font=fonts.NOTE, bootstyle="@card danger")
            reason.pack(fill="x", pady=(0, px(INSIDE)))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(BETWEEN), 0))
        self.button(foot, _("Open the folder"), lambda: open_folder(taken.folder), "@card primary")
        self.button(foot, _("Look through it"), lambda: open_folder(taken.folder / PAGE))
        self.button(foot, _("Close"), self.give_up)


def take_along(parent: tkinter.Misc, row: AlbumRow, desk: Desk) -> None:
    """Ask for the folder, write the album, say where it is."""
    target = desk.dialogs.choose_folder(_("A stick or folder for the album"))
    if target is None or desk.runner.busy:
        return

    def job(progress: Progress) -> TakenAlong:
        return export_album(desk.home, row.id, target, progress, by_name=desk.by_name())

    run_with_dialog(
        parent,
        desk.runner,
        job,
        title=_("Writing the album"),
        done=partial(_say, parent, desk),
        failed=desk.dialogs.show_error,
        cancelled=lambda: desk.toast.say(_("Stopped; nothing of the album was written")),
    )


def _say(parent: tkinter.Misc, desk: Desk, taken: TakenAlong) -> None:
    if taken.left_behind:
        AlbumTaken(parent, taken).run()
    else:
        look = partial(open_folder, taken.folder)
        desk.toast.say(taken_words(taken), undo=look, button=_("Open the folder"))
