"""The principal gives an article back: six reasons to tick, words of one's own, the name of who decides."""

from __future__ import annotations

import tkinter
from collections.abc import Sequence
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries.delegations import Decider
from desktop_app.core.article_rules import RETURN_REASONS
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.text_box import TextBox


class Returned(NamedTuple):
    """What was decided: by whom, for which reasons (codes), in which words."""

    person_id: str
    reasons: tuple[str, ...]
    comment: str


class ReturnDialog(Modal):
    """Answers a Returned. The button is grey until a reason is ticked or written."""

    def __init__(self, parent: tkinter.Misc, title: str, deciders: Sequence[Decider]) -> None:
        super().__init__(parent, _("Return the article"))
        self._deciders = list(deciders)
        self.ticks = {code: tkinter.BooleanVar(self, False) for code in RETURN_REASONS}
        heading = ttk.Label(self.body, text=_("Return the article"), font=fonts.SECTION, bootstyle="@card")
        heading.grid(row=0, column=0, columnspan=2, sticky="w")
        what = ttk.Label(self.body, text=title or _("Untitled"), wraplength=px(480), bootstyle="@card secondary")
        what.grid(row=1, column=0, columnspan=2, sticky="w", pady=(0, px(BETWEEN)))
        self._who(2)
        self._reasons(3)
        self._words(6)
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.grid(row=8, column=0, columnspan=2, sticky="we", pady=(px(BETWEEN), 0))
        self.ok = self.button(foot, _("Return it"), self._answer, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.why = ttk.Label(foot, font=fonts.NOTE, bootstyle="@card secondary")
        self.why.pack(side="left")
        self._look()

    def _who(self, row: int) -> None:
        line = ttk.Frame(self.body, bootstyle="@card")
        line.grid(row=row, column=0, columnspan=2, sticky="we", pady=(0, px(BETWEEN)))
        ttk.Label(line, text=_("Decided by"), bootstyle="@card").pack(side="left", padx=(0, px(INSIDE)))
        self.who = ttk.Combobox(line, values=[person.name for person in self._deciders], state="readonly", width=30)
        self.who.current(0)
        self.who.pack(side="left")

    def _reasons(self, first: int) -> None:
        for place, (code, words) in enumerate(RETURN_REASONS.items()):
            tick = ttk.Checkbutton(
                self.body, text=_(words), variable=self.ticks[code], command=self._look, bootstyle="@card primary"
            )
            tick.grid(row=first + place // 2, column=place % 2, sticky="w", pady=px(HALF), padx=(0, px(BETWEEN)))

    def _words(self, row: int) -> None:
        label = ttk.Label(self.body, text=_("What should be changed"), font=fonts.NOTE, bootstyle="@card secondary")
        label.grid(row=row, column=0, columnspan=2, sticky="w", pady=(px(INSIDE), 0))
        self.comment = TextBox(self.body, height=4)
        self.comment.grid(row=row + 1, column=0, columnspan=2, sticky="we")
        self.comment.text.bind("<KeyRelease>", lambda event: self._look(), "+")

    def _look(self) -> None:
        given = bool(self._codes() or self.comment.get().strip())
        self.ok.configure(state="normal" if given else "disabled")
        self.why["text"] = "" if given else _("Tick a reason or write one")

    def _codes(self) -> tuple[str, ...]:
        return tuple(code for code, ticked in self.ticks.items() if ticked.get())

    def _answer(self) -> None:
        person = self._deciders[self.who.current()]
        self.close(Returned(person.id, self._codes(), self.comment.get().strip()))
