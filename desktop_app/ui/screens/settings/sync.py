"""Syncing in the settings: which store, what waits since when, what differs, and how much of the line it may take."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from contextlib import closing
from dataclasses import astuple
from datetime import datetime
from functools import partial

import ttkbootstrap as ttk

from db.queries.sync import SyncState, Target, sync_state, targets
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.settings import Settings
from desktop_app.core.sync import pairing, removals
from desktop_app.core.sync.stores.opening import known_password, open_store
from desktop_app.core.told import told
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Choice, Dialogs, words_of
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.settings.store_owner import StoreOwner
from desktop_app.ui.screens.settings.sync_conflicts import ConflictsDialog
from desktop_app.ui.screens.settings.sync_connect import ConnectStore
from desktop_app.ui.screens.settings.sync_errand import SYNC_WAITS
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.wrapped import Wrapped


class SyncCard(Card):
    """Options: ``by_name()`` sits here; ``kept()`` after each change."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        home: Home,
        settings: Settings,
        runner: Runner,
        dialogs: Dialogs,
        by_name: Callable[[], str],
        kept: Callable[[], object],
    ) -> None:
        super().__init__(parent, _("Syncing"))
        self._home, self._settings, self._runner, self._dialogs = home, settings, runner, dialogs
        self._by_name, self._kept = by_name, kept
        self.line = Wrapped(self.body, "", lines=2, bootstyle="@card")
        self.line.pack(fill="x")
        self.note = Wrapped(self.body, "", lines=2, font=fonts.NOTE, bootstyle="@card secondary")
        self.note.pack(fill="x", pady=(0, px(HALF)))
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(0, px(INSIDE)))
        self.buttons = {
            "connect": self._button(row, _("Connect a store…"), self.connect),
            "now": self._button(row, _("Sync now"), self.sync_now),
            "invite": self._button(row, _("Invite a PC…"), self.invite),
            "conflicts": self._button(row, _("Where PCs differ…"), self.show_conflicts),
            "removals": self._button(row, _("Removals that wait…"), self.decide_removals),
        }
        self.form = Form(self.body, label_width=150)
        self.form.entry("kilobytes", _("At most (kB a second)"), note=_("Empty: as fast as the line is"), width=8)
        self.form.entry("begin", _("Videos from hour"), width=8)
        self.form.entry("end", _("Videos until hour"), note=_("20 to 6 is the night; text goes at any hour"), width=8)
        self.metered = self.form.tick("metered", _("Line paid by the MB"), _("Send over it too"))
        self.metered.configure(command=self.keep)
        self.owner = self.form.row("owner", _("Whose store is it?"), StoreOwner(self.form, self.keep))
        for name in ("kilobytes", "begin", "end"):
            self.form.fields[name].bind("<FocusOut>", lambda event: self.keep(), "+")

    def _button(self, row: ttk.Frame, text: str, command: Callable[[], object]) -> ttk.Button:
        return ttk.Button(row, text=text, command=command, bootstyle="@card")

    def refresh(self) -> None:
        """How it stands now; asks no store."""
        settings, state = self._settings, sync_state()
        target = next((one for one in targets() if one.address == settings.sync_address), None)
        self.line.say(line_words(target, state))
        self.note.say(note_words(target, state))
        wanted = {
            "connect": target is None,
            "now": target is not None,
            "invite": target is not None,
            "conflicts": state.conflicts > 0,
            "removals": state.braked > 0,
        }
        for name, button in self.buttons.items():
            button.pack_forget()
            if wanted[name]:
                button.pack(side="left", padx=(0, px(INSIDE)))
        self._fill_limits(target is not None)

    def _fill_limits(self, connected: bool) -> None:
        self.form.pack_forget()
        if not connected:
            return
        self.form.pack(fill="x")
        settings = self._settings
        shown = {"kilobytes": settings.sync_kilobytes, "begin": settings.sync_begin, "end": settings.sync_end}
        for name, value in shown.items():
            self.form.fields[name].delete(0, "end")
            self.form.fields[name].insert(0, value)
        self.owner.choose(settings.sync_archive)
        if self.form.values()["metered"] != (settings.sync_metered == "yes"):
            self.metered.invoke()

    def keep(self) -> None:
        """Keep the limits as they are filled in; what is no number is told and not kept."""
        values, settings = self.form.values(), self._settings
        before = astuple(settings)
        right = {
            "kilobytes": not values["kilobytes"] or values["kilobytes"].isdecimal(),
            "begin": values["begin"].isdecimal() and int(values["begin"]) <= 24,
            "end": values["end"].isdecimal() and int(values["end"]) <= 24,
        }
        for name, fits in right.items():
            self.form.wrong(name, "" if fits else _("A number is wanted here"))
        if not all(right.values()):
            return
        settings.sync_kilobytes, settings.sync_begin, settings.sync_end = (
            values[name] for name in ("kilobytes", "begin", "end")
        )
        settings.sync_metered = "yes" if values["metered"] else "no"
        settings.sync_archive = values["owner"]
        if before != astuple(settings):
            settings.save()
            self._kept()

    def connect(self) -> None:
        """Connect a store, or join with a code."""
        box = ConnectStore(self, home=self._home, settings=self._settings, runner=self._runner, dialogs=self._dialogs)
        if box.run(focus=box.form.fields["address"]):
            self._kept()
            self.sync_now()

    def sync_now(self) -> None:
        """A round at once; how it goes is told at the foot of the window."""
        self.winfo_toplevel().event_generate(SYNC_WAITS)
        self.refresh()

    def invite(self) -> None:
        """Show the code with which another PC of the school joins; it holds no password."""
        address = self._settings.sync_address
        try:
            with closing(open_store(address, known_password(address))) as store:
                code = pairing.invite(store).code()
        except UserError as error:
            self._dialogs.show_error(error)
            return
        hint = _("On the other PC: Settings, Syncing, Connect a store. It asks for the store's password there.")
        self._dialogs.ask_text(_("Copy this code to the other PC"), hint=hint, start=code, yes=_("Close"))

    def show_conflicts(self) -> None:
        """Choose between what PCs said."""
        if ConflictsDialog(self, dialogs=self._dialogs, by_name=self._by_name).run():
            self._kept()
        self.refresh()

    def decide_removals(self) -> None:
        """Many records are about to go at once: a person says whether that is meant."""
        held = removals.held_removals()
        count = sum(held.here.values()) + sum(held.elsewhere.values())
        question = _("{count} records are to be removed on every PC. Is that meant?").format(count=count)
        choices = [Choice("go", _("Yes, remove them")), Choice("back", _("No, keep all of them"))]
        answer = self._dialogs.ask(question, choices, hint=_("Until you decide nothing is removed."))
        if answer is not None:
            decide = partial(removals.let_them_go if answer == "go" else removals.have_them_back)
            decide(by_name=self._by_name())
            self._kept()
        self.refresh()


def line_words(target: Target | None, state: SyncState) -> str:
    """Where it syncs to and what waits."""
    if target is None:
        return _("This PC keeps everything to itself.")
    if state.waiting:
        since = f"{datetime.fromisoformat(state.oldest).astimezone():%H:%M %d/%m/%Y}" if state.oldest else ""
        words = _("{address}: {count} changes wait") if not since else _("{address}: {count} changes wait since {time}")
        return words.format(address=target.address, count=state.waiting, time=since)
    return _("{address}: everything is sent").format(address=target.address)


def note_words(target: Target | None, state: SyncState) -> str:
    """The last success, and what stood in the way since."""
    if target is None:
        return _("Connect a store, and work leaves by itself whenever there is a line.")
    done = f"{datetime.fromisoformat(target.done_at).astimezone():%H:%M %d/%m/%Y}" if target.done_at else ""
    words = _("Last in order {time}.").format(time=done) if done else _("No round has gone well yet.")
    problem = told(target.problem)
    return f"{words} {words_of(problem)[0] if problem else ''}".strip()
