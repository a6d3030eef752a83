"""The school's channels: official ones first, each with its kind, its address and the days it is in use."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from db.queries import distributions as rows
from db.queries.distributions import ChannelRow
from db.text import nfc
from desktop_app.core import channels
from desktop_app.core.channels import KIND_WORDS
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.periods import short_date
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.widgets.wrapped import Wrapped


class ChannelsCard(Card):
    """Options: ``kept()`` after each change that is in the records."""

    def __init__(self, parent: tkinter.Misc, *, dialogs: Dialogs, toast: Toast, kept: Callable[[], object]) -> None:
        super().__init__(parent, _("Channels"))
        self._dialogs, self._toast, self._kept = dialogs, toast, kept
        self._shown: list[ChannelRow] | None = None
        self.lines = ttk.Frame(self.body, bootstyle="@card")
        self.lines.pack(fill="x")
        self.rows: list[ChannelLine] = []
        self.adding = ttk.Button(self.body, text=_("Add a channel"), icon="plus-lg", bootstyle="@card")
        self.adding.configure(command=self.add)
        self.adding.pack(anchor="w", pady=(px(INSIDE), 0))

    def refresh(self) -> None:
        """Show the channels as they are now."""
        found = rows.channels()
        if found == self._shown:
            return
        self._shown = found
        for child in self.lines.winfo_children():
            child.destroy()
        self.rows = []
        for official, title in ((True, _("Official")), (False, _("Not official"))):
            some = [channel for channel in found if channel.is_official is official]
            if some:
                label = ttk.Label(self.lines, text=title, font=fonts.NOTE, bootstyle="@card secondary")
                label.pack(anchor="w", pady=(px(INSIDE) if self.rows else 0, 0))
            for channel in some:
                line = ChannelLine(self.lines, channel, change=self.change, remove=self.remove)
                line.pack(fill="x", pady=(0, px(HALF)))
                self.rows.append(line)
        if not found:
            words = _("A plan brings its channels; others are added here.")
            Wrapped(self.lines, words, bootstyle="@card secondary").pack(fill="x")

    def add(self) -> None:
        """Ask for a new channel."""
        self._ask(None)

    def change(self, channel: ChannelRow) -> None:
        """Ask for what is to be said of a channel."""
        self._ask(channel)

    def _ask(self, channel: ChannelRow | None) -> None:
        dialog = ChannelDialog(self, channel, keep=partial(self._keep, channel))
        if dialog.run(focus=dialog.form.fields["name"]):
            self.refresh()
            self._kept()

    def _keep(self, channel: ChannelRow | None, given: ChannelRow) -> bool:
        return self._attempt(partial(keep_channel, channel.id if channel else None, given))

    def remove(self, channel: ChannelRow) -> None:
        """Take out a channel nothing ever went to; Undo brings it back."""
        if self._attempt(partial(channels.remove_channel, channel.id)):
            self.refresh()
            self._kept()
            words = _("{channel}: taken out").format(channel=channel.name)
            self._toast.say(words, undo=partial(self._bring_back, channel.id))

    def _bring_back(self, channel_id: str) -> None:
        channels.bring_channel_back(channel_id)
        self.refresh()

    def _attempt(self, verb: Callable[[], object]) -> bool:
        try:
            verb()
        except UserError as error:
            self._dialogs.show_error(error)
            return False
        return True


def keep_channel(channel_id: str | None, given: ChannelRow) -> None:
    """Keep a new channel, or what is now said of a known one."""
    said: dict[str, Any] = {"kind": given.kind, "name": given.name, "url": given.url, "official": given.is_official}
    if channel_id is None:
        channels.add_channel(**said, first=given.valid_from, last=given.valid_to)
    else:
        channels.use_channel(channel_id, given.valid_from, given.valid_to)
        channels.describe_channel(channel_id, **said)


class ChannelLine(ttk.Frame):
    """One channel: its name and kind, the address and days below, and what can be done with it."""

    def __init__(
        self,
        parent: tkinter.Misc,
        channel: ChannelRow,
        *,
        change: Callable[[ChannelRow], object],
        remove: Callable[[ChannelRow], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self.channel = channel
        self.removing = ttk.Button(self, icon="x-lg", icon_only=True, icon_size=12, bootstyle="@card ghost")
        self.removing.configure(command=lambda: remove(channel))
        ttk.ToolTip(self.removing, text=_("Take this channel out"), delay=500)
        if not channel.is_used:
            self.removing.pack(side="right", anchor="n")
        self.changing = ttk.Button(self, text=_("Change…"), command=lambda: change(channel), bootstyle="@card ghost")
        self.changing.pack(side="right", anchor="n")
        words = ttk.Frame(self, bootstyle="@card")
        words.pack(side="left", fill="x", expand=True)
        Wrapped(words, channel.name, bootstyle="@card").pack(fill="x")
        Wrapped(words, about(channel), font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")


def about(channel: ChannelRow) -> str:
    """The kind, the address and the days of a channel in one line."""
    days = ""
    if channel.valid_from and channel.valid_to:
        days = f"{short_date(channel.valid_from)} – {short_date(channel.valid_to)}"
    elif channel.valid_from:
        days = _("from {day}").format(day=short_date(channel.valid_from))
    elif channel.valid_to:
        days = _("until {day}").format(day=short_date(channel.valid_to))
    url = channel.url.removeprefix("https://").removeprefix("http://")
    return " · ".join(part for part in (_(KIND_WORDS.get(channel.kind, channel.kind)), url, days) if part)


class ChannelDialog(Modal):
    """Options: ``keep(given)`` says whether it was kept; the dialog stays with all its words if not."""

    def __init__(self, parent: tkinter.Misc, channel: ChannelRow | None, *, keep: Callable[[ChannelRow], bool]) -> None:
        title = _("Change the channel") if channel else _("Add a channel")
        super().__init__(parent, title, minsize=(560, 300))
        known = channel or ChannelRow("", "fanpage", "", "", True, None, None, False, False)
        self._known, self._keep = known, keep
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w", pady=(0, px(BETWEEN)))
        self.form = Form(self.body, label_width=150)
        self.form.pack(fill="x")
        self.form.entry("name", _("Name"), value=known.name)
        note = _("Something went out there already, so its kind stays") if known.is_used else ""
        kinds = [_(word) for word in KIND_WORDS.values()]
        self.kind = self.form.choice("kind", _("Kind"), kinds, value=_(KIND_WORDS[known.kind]), note=note)
        if known.is_used:
            self.kind.configure(state="disabled")
        self.form.entry("url", _("Address"), value=known.url)
        self.form.tick("official", _("Official"), _("The school itself speaks there"), value=known.is_official)
        self.form.row("first", _("In use from"), DateEntry(self.form, known.valid_from))
        closing = _("Close a channel with its last day; what went out there stays")
        self.form.row("last", _("Until"), DateEntry(self.form, known.valid_to), note=closing)
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.ok = self.button(foot, _("Keep"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.bind("<Return>", lambda event: self.keep())

    def keep(self) -> None:
        """Hand over what is filled in, or say what is wrong."""
        values = self.form.values()
        wrong = {"name": "" if values["name"] else _("The name is missing")}
        wrong |= {name: self.form.fields[name].problem() for name in ("first", "last")}
        for field, sentence in wrong.items():
            self.form.wrong(field, sentence)
        given = self._known._replace(
            name=nfc(values["name"]),
            kind=list(KIND_WORDS)[self.kind.current()],
            url=values["url"],
            is_official=values["official"],
            valid_from=values["first"],
            valid_to=values["last"],
        )
        if not any(wrong.values()) and self._keep(given):
            self.close(True)
