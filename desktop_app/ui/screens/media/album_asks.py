"""What albums ask: their name, and into which album photos go."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries.albums import AlbumRow, albums
from desktop_app.core.albums.arranging import add_pictures, remove_pictures
from desktop_app.core.albums.keeping import put_album_away, start_album
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.media.album_words import count_words
from desktop_app.ui.screens.screen import ByName
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.table import Column, DataTable

WIDTH, ROW, SHOWN = 460, 36, 5
"""Pixels of a plain screen; so many albums are seen at once."""


class Named(NamedTuple):
    """What an album is called, and a note on it."""

    title: str
    note: str


class AlbumName(Modal):
    """Asks for the name of an album and a note; answers ``Named``."""

    def __init__(self, parent: tkinter.Misc, heading: str, yes: str, row: AlbumRow | None = None) -> None:
        super().__init__(parent, heading, minsize=(WIDTH, 120))
        ttk.Label(self.body, text=heading, font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        self.form = Form(self.body, label_width=90)
        self.form.pack(fill="x", pady=(px(BETWEEN), 0))
        example = _("For example “Năm học 2023-2024 qua ảnh”")
        self.title_ = self.form.entry("title", _("Name"), value=row.title if row else "", note=example)
        self.note = self.form.entry("note", _("Note"), value=row.note if row else "")
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.button(foot, yes, self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.bind("<Return>", lambda event: self.keep())

    def keep(self) -> None:
        """Answer the name, or say that it is missing."""
        values = self.form.values()
        if values["title"]:
            self.close(Named(values["title"], values["note"]))
        else:
            self.form.wrong("title", _("The album has no name."))
            self.form.focus_on("title")


def ask_name(parent: tkinter.Misc, heading: str, yes: str, row: AlbumRow | None = None) -> Named | None:
    """The name a person gives an album, or None."""
    dialog = AlbumName(parent, heading, yes, row)
    answer = dialog.run(dialog.title_)
    return answer if isinstance(answer, Named) else None


class Wanted(NamedTuple):
    """Where photos go: an album, or a new one of this title."""

    album: AlbumRow | None
    title: str


class WhichAlbum(Modal):
    """The albums there are, and a line for a new one; answers ``Wanted``."""

    def __init__(self, parent: tkinter.Misc, count: int) -> None:
        heading = _("{count} photos into an album").format(count=count)
        super().__init__(parent, heading, minsize=(WIDTH, 120))
        self.rows = albums()
        ttk.Label(self.body, text=heading, font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        room = ttk.Frame(self.body, height=px(ROW * (min(len(self.rows), SHOWN) + 1)), bootstyle="@card")
        room.pack_propagate(False)
        self.table = self._list(room)
        self.table.pack(fill="both", expand=True)
        if self.rows:
            room.pack(fill="x", pady=(px(BETWEEN), 0))
            self.table.refresh()
            self.table.go_to(0)
        self.form = Form(self.body, label_width=140)
        self.form.pack(fill="x", pady=(px(BETWEEN), 0))
        self.title_ = self.form.entry("title", _("Or a new album") if self.rows else _("New album"))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.button(foot, _("Put in"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.bind("<Return>", lambda event: self.keep())

    def _list(self, room: ttk.Frame) -> DataTable:
        columns = [
            Column("title", _("Album"), 280, stretch=True, sorts=False),
            Column("pictures", _("Photos"), 110, say=count_words, sorts=False),
        ]
        return DataTable(
            room,
            columns,
            page=lambda offset, limit: self.rows[offset : offset + limit],
            count=lambda: len(self.rows),
            opened=lambda row: self.keep(),
        )

    def keep(self) -> None:
        """Answer the new title if one was typed, else the album that is chosen."""
        title = self.form.values()["title"]
        chosen = next((row for row in self.rows if row.id in self.table.selected), None)
        if title or chosen:
            self.close(Wanted(None if title else chosen, title))
        else:
            self.form.wrong("title", _("The album has no name."))
            self.form.focus_on("title")


class Added(NamedTuple):
    """What to say now, and how it is taken back."""

    words: str
    undo: Callable[[], object]


def add_to_album(parent: tkinter.Misc, asset_ids: Sequence[str], *, by_name: ByName) -> Added | None:
    """Ask which album and put the photos at its end; None when it was left."""
    dialog = WhichAlbum(parent, len(asset_ids))
    wanted = dialog.run(dialog.table.tree if dialog.rows else dialog.title_)
    if not isinstance(wanted, Wanted):
        return None
    if wanted.album is None:
        album_id = start_album(wanted.title, by_name=by_name())
        add_pictures(album_id, asset_ids, by_name=by_name())
        words = _("Album “{title}” begun with {count} photos").format(title=wanted.title, count=len(asset_ids))
        return Added(words, lambda: put_album_away(album_id, by_name=by_name()))
    new = add_pictures(wanted.album.id, asset_ids, by_name=by_name())
    words = _("{count} photos put into “{title}”, {known} were there").format(
        count=len(new), title=wanted.album.title, known=len(asset_ids) - len(new)
    )
    return Added(words, partial(_take_out, wanted.album.id, new, by_name))


def _take_out(album_id: str, asset_ids: Sequence[str], by_name: ByName) -> None:
    remove_pictures(album_id, asset_ids, by_name=by_name())
