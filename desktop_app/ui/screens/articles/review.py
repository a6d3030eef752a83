"""The principal gives an article back: six reasons to tick, words of one's own, the name of who decides."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries.delegations import Decider
from desktop_app.core.article_rules import RETURN_REASONS
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.articles.signature import Signature
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.text_box import TextBox


class Returned(NamedTuple):
    """What was decided: by whom, with which PIN, for which reasons (codes), in which words."""

    person_id: str
    pin: str
    reasons: tuple[str, ...]
    comment: str


class ReturnDialog(Modal):
    """Answers a Returned once ``decide(returned)`` has happened, or the error it met. The button is grey until a
    reason is ticked or written."""

    def __init__(
        self,
        parent: tkinter.Misc,
        title: str,
        deciders: Sequence[Decider],
        *,
        decide: Callable[[Returned], object],
    ) -> None:
        super().__init__(parent, _("Return the article"))
        self._decide = decide
        heading = ttk.Label(self.body, text=_("Return the article"), font=fonts.SECTION, bootstyle="@card")
        heading.pack(anchor="w")
        what = ttk.Label(self.body, text=title or _("Untitled"), wraplength=px(480), bootstyle="@card secondary")
        what.pack(anchor="w", pady=(0, px(BETWEEN)))
        self.why = ReturnReasons(self.body, changed=self._look)
        self.why.pack(fill="x", pady=(0, px(BETWEEN)))
        self.ticks, self.comment = self.why.ticks, self.why.comment
        self.signature = Signature(self.body, deciders, choosing=False)
        self.signature.pack(fill="x")
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(BETWEEN), 0))
        self.ok = self.button(foot, _("Return it"), self._answer, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.note = ttk.Label(foot, font=fonts.NOTE, bootstyle="@card secondary")
        self.note.pack(side="left")
        self._look()

    def _look(self) -> None:
        self.ok.configure(state="normal" if self.why.given else "disabled")
        self.note["text"] = "" if self.why.given else _("Tick a reason or write one")

    def _answer(self) -> None:
        answers: list[Returned] = []

        def decide(person: Decider, pin: str) -> None:
            answers.append(Returned(person.id, pin, self.why.codes, self.why.words))
            self._decide(answers[-1])

        try:
            if self.signature.sign(decide):
                self.close(answers[-1])
        except UserError as error:
            self.close(error)


class ReturnReasons(ttk.Frame):
    """Six reasons to tick and room for words of one's own; ``changed()`` after each."""

    def __init__(self, parent: tkinter.Misc, *, changed: Callable[[], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self._changed = changed
        self.columnconfigure((0, 1), weight=1)
        self.ticks = {code: tkinter.BooleanVar(self, False) for code in RETURN_REASONS}
        self._reasons(0)
        self._words(3)

    def _reasons(self, first: int) -> None:
        for place, (code, words) in enumerate(RETURN_REASONS.items()):
            tick = ttk.Checkbutton(
                self, text=_(words), variable=self.ticks[code], command=self._changed, bootstyle="@card primary"
            )
            tick.grid(row=first + place // 2, column=place % 2, sticky="w", pady=px(HALF), padx=(0, px(BETWEEN)))

    def _words(self, row: int) -> None:
        label = ttk.Label(self, text=_("What should be changed"), font=fonts.NOTE, bootstyle="@card secondary")
        label.grid(row=row, column=0, columnspan=2, sticky="w", pady=(px(INSIDE), 0))
        self.comment = TextBox(self, height=4)
        self.comment.grid(row=row + 1, column=0, columnspan=2, sticky="we")
        self.comment.text.bind("<KeyRelease>", lambda event: self._changed(), "+")

    @property
    def codes(self) -> tuple[str, ...]:
        """The reasons ticked."""
        return tuple(code for code, ticked in self.ticks.items() if ticked.get())

    @property
    def words(self) -> str:
        """What was written."""
        return self.comment.get().strip()

    @property
    def given(self) -> bool:
        """Whether anything was ticked or written."""
        return bool(self.codes or self.words)
