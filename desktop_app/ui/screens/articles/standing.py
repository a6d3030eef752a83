"""The first page beside the sheet: its state with the act of each station, what is missing, what was decided."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from db.queries.articles import DecisionRow, DistributionRow
from desktop_app.core import article_rules
from desktop_app.core.article_rules import Requirement
from desktop_app.core.i18n import N_, _
from desktop_app.ui import fonts
from desktop_app.ui.screens.articles import words as article_words
from desktop_app.ui.screens.articles.words import STEPS, Offer, Step
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.checklist import Checklist
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.wrapped import Wrapped

STATION = 42
"""Height of a station: its buttons come and go without moving anything."""

LOOKS = {
    "done": ("check-circle-fill", "success"),
    "now": ("record-circle-fill", "primary"),
    "returned": ("exclamation-circle-fill", "danger"),
    "ahead": ("circle", "secondary"),
}
# Each act has its own button at the station it leads to, so that no spot ever means two things.
ACTS = {
    "writing": {"return": N_("Return…"), "withdraw": N_("Withdraw"), "reopen": N_("Reopen")},
    "in_review": {"submit": N_("Send for approval")},
    "approved": {"approve": N_("Approve")},
    "published": {"publish": N_("Record a publication…")},
}

Press = Callable[[str], object]


class WayCard(Card):
    """The four stations from top to bottom; ``press(act)`` for their buttons."""

    def __init__(self, parent: tkinter.Misc, press: Press) -> None:
        super().__init__(parent, _("State"))
        self.body.columnconfigure(1, weight=1)
        self.icons: dict[str, ttk.Label] = {}
        self.words: dict[str, ttk.Label] = {}
        self.buttons: dict[str, ttk.Button] = {}
        for row, name in enumerate(STEPS):
            self._station(row, name, press)
        sending = self.buttons["submit"].master
        self.note = ttk.Label(sending, font=fonts.NOTE, bootstyle="@card danger")
        self.note.pack(side="left")

    def _station(self, row: int, name: str, press: Press) -> None:
        self.body.rowconfigure(row, minsize=px(STATION))
        self.icons[name] = ttk.Label(self.body, bootstyle="@card")
        self.icons[name].grid(row=row, column=0, padx=(0, px(INSIDE)))
        self.words[name] = ttk.Label(self.body, bootstyle="@card")
        self.words[name].grid(row=row, column=1, sticky="w")
        place = ttk.Frame(self.body, bootstyle="@card")
        place.grid(row=row, column=1, sticky="e")
        for act, words in ACTS[name].items():
            self.buttons[act] = ttk.Button(place, text=_(words), command=partial(press, act), bootstyle="@card")

    def show(self, stations: Sequence[Step], offers: Mapping[str, Offer], note: str) -> None:
        """Mark the present station and show the buttons of this state; ``note`` says why sending is grey."""
        for step in stations:
            icon, colour = LOOKS[step.look]
            self.icons[step.name].configure(icon=icon, icon_size=16, bootstyle=f"@card {colour}")
            quiet = "@card secondary" if step.look == "ahead" else "@card"
            font = fonts.STRONG if step.look in ("now", "returned") else fonts.BODY
            self.words[step.name].configure(text=step.words, font=font, bootstyle=quiet)
        for act, button in self.buttons.items():
            self._offer(button, offers.get(act))
        self.note["text"] = note

    def _offer(self, button: ttk.Button, offer: Offer | None) -> None:
        if offer is None:
            button.pack_forget()
            return
        style = "@card primary" if offer.main and offer.enabled else "@card"
        button.configure(bootstyle=style, state="normal" if offer.enabled else "disabled")
        if not button.winfo_manager():
            button.pack(side="left", padx=(px(HALF), 0))


class PinnedReasons(Card):
    """Why the article came back, on top of everything; ticking one off is for the writer's own eyes."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, _("To be changed"))
        self.title.configure(bootstyle="@card danger")
        self._shown: list[str] = []
        self.ticks: list[tkinter.BooleanVar] = []

    def show(self, reasons: Sequence[str]) -> None:
        """Show ``reasons``; ticks stay while they are the same."""
        if list(reasons) == self._shown:
            return
        self._shown = list(reasons)
        for child in self.body.winfo_children():
            child.destroy()
        self.ticks = [tkinter.BooleanVar(self, False) for _reason in reasons]
        for reason, ticked in zip(reasons, self.ticks, strict=True):
            row = ttk.Frame(self.body, bootstyle="@card")
            row.pack(fill="x", pady=px(HALF) // 2)
            ttk.Checkbutton(row, variable=ticked, bootstyle="@card primary").pack(side="left", anchor="n")
            Wrapped(row, reason, bootstyle="@card").pack(side="left", fill="x", expand=True, padx=(px(HALF), 0))


class Standing(Scrolled):
    """Options: ``press(act)``, ``go(field)`` for the list's links, ``prove(publication)`` for missing evidence."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        press: Press,
        go: Callable[[str], object],
        prove: Callable[[DistributionRow], object],
    ) -> None:
        super().__init__(parent, padding=(0, 0, px(INSIDE), 0))
        self.inside.columnconfigure(0, weight=1)
        self.pinned = PinnedReasons(self.inside)
        self.way = WayCard(self.inside, press)
        self.check_card, self.checklist = self._list(_("Before sending"), go)
        self.decision_card, self.decisions = self._list(_("Decisions"), lambda target: None)
        self.place_card, self.places = self._list(_("Where it went"), prove)
        self._cards = (self.pinned, self.way, self.check_card, self.place_card, self.decision_card)
        for row, card in enumerate(self._cards):
            card.grid(row=row, column=0, sticky="we", pady=(0, px(BETWEEN)))

    def _list(self, title: str, go: Callable[[Any], object]) -> tuple[Card, Checklist]:
        card = Card(self.inside, title)
        lines = Checklist(card.body, go=go)
        lines.pack(fill="x")
        return card, lines

    def show(
        self,
        state: str,
        requirements: Sequence[Requirement],
        decisions: Sequence[DecisionRow],
        places: Sequence[DistributionRow],
    ) -> None:
        """Everything that is known of an article beside its words."""
        blocking = len(article_rules.blocking(requirements))
        offers = article_words.offers(state, blocking)
        missing = article_words.missing_words(blocking) if "submit" in offers and blocking else ""
        self.way.show(article_words.steps(state), offers, missing)
        reasons = article_words.pinned_reasons(state, decisions)
        self.pinned.show(reasons)
        self.checklist.show(article_words.checklist_lines(requirements))
        self.decisions.show(article_words.decision_lines(decisions))
        self.places.show(article_words.publication_lines(places))
        there = (reasons, True, "submit" in offers, places, decisions)
        for card, shown in zip(self._cards, there, strict=True):
            card.grid() if shown else card.grid_remove()
