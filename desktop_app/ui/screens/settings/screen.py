"""Settings: this PC, the school, its people, the offices above it. Every line is kept when it is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import ttkbootstrap as ttk

from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.settings import Settings
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.screen import ByName, Screen
from desktop_app.ui.screens.settings.channels import ChannelsCard
from desktop_app.ui.screens.settings.delegations import DelegationsCard
from desktop_app.ui.screens.settings.here import AboutCard, HereCard
from desktop_app.ui.screens.settings.mail_account import MailAccountCard
from desktop_app.ui.screens.settings.people import PeopleCard
from desktop_app.ui.screens.settings.photo_quality import PhotoQualityCard
from desktop_app.ui.screens.settings.pin import PinCard
from desktop_app.ui.screens.settings.recipients import RecipientsCard
from desktop_app.ui.screens.settings.registers import RegistersCard
from desktop_app.ui.screens.settings.school import OfficesCard, SchoolCard
from desktop_app.ui.screens.settings.signers import SignersCard
from desktop_app.ui.screens.settings.store_check import StoreCheckCard
from desktop_app.ui.screens.settings.sync import SyncCard
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.toast import Toast

NARROW = 860
"""Plain pixels below which two columns of fields would be too tight."""


class SettingsScreen(Screen):
    """Two columns of cards. ``saved(words)`` shows the quiet word in the status strip."""

    follows_month = False

    def __init__(
        self,
        parent: ttk.Frame,
        *,
        settings: Settings,
        home: Home,
        runner: Runner,
        dialogs: Dialogs,
        toast: Toast,
        speak: Callable[[str], object],
        use_theme: Callable[[str], object],
        saved: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._saved = saved
        self._narrow: bool | None = None
        heading = Heading(self, _("Settings"), _("Every line is kept when you leave it."))
        heading.pack(fill="x", padx=px(ROUND), pady=(px(INSIDE), px(BETWEEN)))
        self.room = Scrolled(self, padding=(px(ROUND), 0, px(ROUND), px(ROUND)))
        self.room.pack(fill="both", expand=True)
        left, right = self._columns(self.room.inside)
        self.here = HereCard(left, settings=settings, speak=speak, use_theme=use_theme, kept=self._kept)
        work = {"home": home, "settings": settings, "runner": runner, "dialogs": dialogs, "toast": toast}
        by_name = lambda: settings.user_name  # noqa: E731  # the name may be changed on this very screen
        cards = [self.here, *self._school_cards(left, by_name, **work), *self._people_cards(right, by_name, **work)]
        for card in cards:
            card.pack(fill="x", pady=(0, px(BETWEEN)))

    def _school_cards(self, left: ttk.Frame, by_name: ByName, **work: Any) -> list[Card]:
        """What the school is, its papers, its photos, where all of it lies."""
        home, settings, runner, dialogs = (work[name] for name in ("home", "settings", "runner", "dialogs"))
        self.school = SchoolCard(left, kept=self._kept)
        self.offices = OfficesCard(left, toast=work["toast"], kept=self._kept)
        self.receivers = RecipientsCard(left, by_name=by_name, kept=self._kept)
        self.registers = RegistersCard(left, dialogs=dialogs, by_name=by_name, kept=self._kept)
        self.quality = PhotoQualityCard(left, settings=settings, runner=runner, dialogs=dialogs, kept=self._kept)
        self.store = StoreCheckCard(left, home=home, runner=runner, dialogs=dialogs, by_name=by_name)
        self.about = AboutCard(left, home=home)
        papers = (self.offices, self.receivers, self.registers)
        return [self.school, *papers, self.quality, self.store, self.about]

    def _people_cards(self, right: ttk.Frame, by_name: ByName, **work: Any) -> list[Card]:
        """Who decides and signs, where articles go, how work leaves this PC."""
        home, settings, runner, dialogs = (work[name] for name in ("home", "settings", "runner", "dialogs"))
        at_hand: dict[str, Any] = {"dialogs": dialogs, "by_name": by_name, "kept": self._kept}
        self.people = PeopleCard(right, dialogs=dialogs, kept=self._kept)
        self.signers = SignersCard(right, **at_hand)
        self.pins = PinCard(right, **at_hand)
        self.lent = DelegationsCard(right, home=home, toast=work["toast"], **at_hand)
        self.channels = ChannelsCard(right, dialogs=dialogs, toast=work["toast"], kept=self._kept)
        self.sync = SyncCard(right, home=home, settings=settings, runner=runner, **at_hand)
        self.mail = MailAccountCard(right, settings=settings, runner=runner, dialogs=dialogs, kept=self._kept)
        return [self.people, self.signers, self.pins, self.lent, self.channels, self.sync, self.mail]

    def _columns(self, room: ttk.Frame) -> list[ttk.Frame]:
        columns = []
        for number in (0, 1):
            room.columnconfigure(number, weight=1, uniform="half")
            column = ttk.Frame(room)
            columns.append(column)
        room.bind("<Configure>", lambda event: self._lay(columns, event.width < px(NARROW)), "+")
        return columns

    def _lay(self, columns: list[ttk.Frame], narrow: bool) -> None:
        """Side by side where there is room, else below each other."""
        if narrow != self._narrow:
            self._narrow = narrow
            for number, column in enumerate(columns):
                gap = (0, px(INSIDE)) if number == 0 else (px(INSIDE), 0)
                place = {"row": number, "column": 0, "columnspan": 2} if narrow else {"row": 0, "column": number}
                column.grid_forget()
                column.grid(**place, sticky="new", padx=0 if narrow else gap)

    def refresh(self) -> None:
        papers = (self.offices, self.receivers, self.registers)
        people = (self.people, self.signers, self.pins, self.lent)
        cards = (self.here, self.school, *papers, self.quality, *people, self.channels, self.sync, self.mail)
        for card in cards:
            card.refresh()

    def leave(self) -> bool:
        """Keep the line the cursor is still in."""
        self.here.keep_name()
        self.school.keep()
        self.receivers.keep()
        for line in self.people.rows:
            line.keep()
        return True

    def _kept(self) -> None:
        self._saved(_("Saved {time}").format(time=f"{datetime.now():%H:%M}"))
