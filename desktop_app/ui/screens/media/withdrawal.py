"""A consent taken back: whose, since when, why; then the places where the picture must be taken down."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries.consents import ConsentRow, PlaceOfPicture
from desktop_app.core.consent import TAKEN_DOWN_WITHIN, withdraw_consent
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.periods import short_date
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.checklist import Checklist, Line
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.wrapped import Wrapped

WIDTH = 560


class Withdrawn(NamedTuple):
    """Since when a consent no longer holds, and where its pictures are still out."""

    day: date
    places: list[PlaceOfPicture]


class WithdrawalDialog(Modal):
    """Answers a Withdrawn, or None when given up."""

    def __init__(
        self, parent: tkinter.Misc, consents: Sequence[ConsentRow], *, dialogs: Dialogs, by_name: str = ""
    ) -> None:
        super().__init__(parent, _("Withdraw a consent"), minsize=(WIDTH, 200))
        self._consents, self._dialogs, self._by_name = list(consents), dialogs, by_name
        ttk.Label(self.body, text=_("Withdraw a consent"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        words = _("From that day the picture goes nowhere any more. It stays in the archive, marked as restricted.")
        Wrapped(self.body, words, bootstyle="@card secondary").pack(fill="x", pady=(0, px(BETWEEN)))
        self.form = Form(self.body, label_width=150)
        self.form.pack(fill="x")
        names = [f"{one.subject}, {short_date(one.given_on)}" for one in self._consents]
        self.whose = self.form.choice("whose", _("Whose consent"), names, value=names[0])
        self.day = self.form.row("day", _("Withdrawn on"), DateEntry(self.form, date.today()))
        self.reason = self.form.entry("reason", _("In which words"), note=_("Kept with the consent"))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.ok = self.button(foot, _("Withdraw the consent"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)

    def keep(self) -> None:
        """Write it down; what is wrong is said and nothing is kept then."""
        day = self.day.get()
        if day is None:
            self.form.wrong("day", self.day.problem() or _("The day is missing"))
            return
        chosen = self._consents[max(0, self.whose.current())]
        try:
            self.close(Withdrawn(day, withdraw_consent(chosen.id, day, self.reason.get(), by_name=self._by_name)))
        except UserError as error:
            self._dialogs.show_error(error)


class PlacesDialog(Modal):
    """The places that must be taken down now; a line leads to its article. They wait on Today until it is done."""

    def __init__(self, parent: tkinter.Misc, withdrawn: Withdrawn, go: Callable[[str], object]) -> None:
        super().__init__(parent, _("To be taken down"), minsize=(WIDTH, 160))
        title = _("To be taken down until {day}").format(day=short_date(withdrawn.day + TAKEN_DOWN_WITHIN))
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        words = _("These wait on the page Today until each is taken down.")
        Wrapped(self.body, words, bootstyle="@card secondary").pack(fill="x", pady=(0, px(BETWEEN)))
        self.lines = Checklist(self.body, go=lambda article_id: self._go(article_id, go))
        self.lines.pack(fill="x")
        self.lines.show([place_line(place) for place in withdrawn.places])
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(BETWEEN), 0))
        self.button(foot, _("Close"), self.close, "@card primary")

    def _go(self, article_id: str, go: Callable[[str], object]) -> None:
        self.close()
        go(article_id)


def place_line(place: PlaceOfPicture) -> Line:
    """A place as a line: the article, the channel and since when, its address."""
    where = _("{channel}, since {day}").format(channel=place.channel, day=short_date(place.done_on))
    note = f"{where}\n{place.address}" if place.address else where
    return Line(place.article or _("Untitled"), "late", place.article_id, note, _("Open"))
