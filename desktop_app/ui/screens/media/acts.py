"""What can be done with the photos on the screen: caption them one by one, put them into an album or the trash."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial

import ttkbootstrap as ttk

from desktop_app.core import trash
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.media.album_asks import add_to_album
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.drop_menu import DropMenu
from desktop_app.ui.widgets.popup_menu import Item

ROOMY = 600
"""Pixels of the row, on a plain screen, from which the words of its button fit beside topic and search."""


class MediaActs:
    """Two buttons at the right of ``row``. Options: ``chosen()`` the ids chosen, ``shown()`` all ids of the tab,
    ``to_strip(ids)`` opens the filmstrip, ``gone()`` comes after photos went to the trash or came back."""

    def __init__(
        self,
        row: tkinter.Misc,
        *,
        chosen: Callable[[], Sequence[str]],
        shown: Callable[[], Sequence[str]],
        to_strip: Callable[[Sequence[str]], object],
        gone: Callable[[], object],
        desk: Desk,
    ) -> None:
        self._chosen, self._shown, self._to_strip, self._gone = chosen, shown, to_strip, gone
        self._dialogs, self._toast, self._by_name = desk.dialogs, desk.toast, desk.by_name
        self.more = DropMenu(row, self._items, icon="three-dots", icon_only=True, bootstyle="@card ghost")
        first = row.pack_slaves()[0]  # packed before it, so that on a narrow row the fields give way and not these
        self.more.pack(side="right", padx=(px(HALF), 0), before=first)
        ttk.ToolTip(self.more, text=_("With the chosen photos"), delay=500)
        self.strip = ttk.Button(row, text=_("Caption one by one"), icon="film", command=self.caption, bootstyle="@card")
        self.strip.pack(side="right", padx=(px(INSIDE), 0), before=first)
        ttk.ToolTip(self.strip, text=_("Caption one by one"), delay=500)
        row.bind("<Configure>", lambda event: self._fit(event.width))

    def _fit(self, width: int) -> None:
        """Its word gives way where topic and search would have no room left."""
        self.strip.configure(compound="left" if width >= px(ROOMY) else "image")

    def _items(self) -> list[Item]:
        return [
            Item(_("Put into an album…"), self.into_album),
            Item(""),
            Item(_("Move to the trash"), self.throw_away),
        ]

    def caption(self) -> None:
        """The chosen photos one after the other; with one or none chosen, all of the tab."""
        chosen = list(self._chosen())
        ids = chosen if len(chosen) > 1 else list(self._shown())
        if ids:
            self._to_strip(ids)

    def into_album(self) -> None:
        """Ask which album and put the chosen photos there."""
        ids = list(self._chosen())
        added = add_to_album(self.more, ids, by_name=self._by_name) if ids else None
        if added is not None:
            self._toast.say(added.words, undo=added.undo)

    def throw_away(self) -> None:
        """Put the chosen photos into the trash, all or none; one that is used stays, and its user is named."""
        ids = list(self._chosen())
        if not ids:
            return
        try:
            entries = trash.put_in(trash.ASSET, ids, by_name=self._by_name())
        except UserError as error:
            self._dialogs.show_error(error)
            return
        self._gone()
        self._toast.say(_("{count} photos are in the trash").format(count=len(ids)), undo=partial(self._back, entries))

    def _back(self, entries: Sequence[str]) -> None:
        trash.take_back(entries, by_name=self._by_name())
        self._gone()
