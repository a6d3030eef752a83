"""The channels a plan names, to be corrected: name, address, whether the school itself speaks there."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from dataclasses import replace

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.core.i18n import _
from desktop_app.core.plans.draft import ChannelDraft
from desktop_app.ui import fonts
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px

WITH_ADDRESS = ("website", "fanpage", "district_page")


class ChannelRows(ttk.Frame):
    """``show(channels)``, ``get()``."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="@card")
        self.rows: list[ChannelRow] = []

    def show(self, channels: Sequence[ChannelDraft]) -> None:
        """Show these lines."""
        for row in self.rows:
            row.destroy()
        self.rows = [ChannelRow(self, channel, remove=self._remove) for channel in channels]
        for row in self.rows:
            row.pack(fill="x", pady=(0, px(BETWEEN)))

    def get(self) -> tuple[ChannelDraft, ...]:
        """The lines as they are filled in; those without a name are left out."""
        return tuple(channel for row in self.rows if (channel := row.get()).name)

    def _remove(self, row: ChannelRow) -> None:
        self.rows.remove(row)
        row.destroy()


class ChannelRow(ttk.Frame):
    """One channel: its name, and below it the address where it has one."""

    def __init__(self, parent: tkinter.Misc, channel: ChannelDraft, *, remove: Callable[[ChannelRow], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self._channel = channel
        self.official = tkinter.BooleanVar(self, channel.official)
        self.columnconfigure(0, weight=1)
        self.name = self._field(channel.name, row=0)
        tick = ttk.Checkbutton(self, text=_("Official"), variable=self.official, bootstyle="@card primary")
        tick.grid(row=0, column=1, padx=(px(INSIDE), 0))
        gone = ttk.Button(self, icon="x-lg", icon_only=True, icon_size=12, bootstyle="@card ghost")
        gone.configure(command=lambda: remove(self))
        ttk.ToolTip(gone, text=_("Take this line out"), delay=500)
        gone.grid(row=0, column=2, padx=(px(HALF), 0))
        self.url = self._field(channel.url, row=1) if channel.url or channel.kind in WITH_ADDRESS else None

    def get(self) -> ChannelDraft:
        """The channel as it is filled in."""
        name = nfc(self.name.get()).strip()
        url = nfc(self.url.get()).strip() if self.url is not None else ""
        return replace(self._channel, name=name, url=url, official=self.official.get())

    def _field(self, value: str, row: int) -> ttk.Entry:
        place: ttk.Frame = ttk.Frame(self, bootstyle="@card")
        place.grid(row=row, column=0, sticky="we", pady=(px(HALF) if row else 0, 0))
        if row:
            ttk.Label(place, text=_("Address"), font=fonts.NOTE, bootstyle="@card secondary").pack(side="left")
        entry = ttk.Entry(place, width=20)
        entry.insert(0, value)
        entry.pack(side="left", fill="x", expand=True, padx=(px(INSIDE) if row else 0, 0))
        return entry
