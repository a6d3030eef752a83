"""The frame of every step-by-step dialog: steps at the left, one page at a time, Back, Next, Finish.

    steps = [Step(_("The school"), SchoolPage), Step(_("The plan"), PlanPage)]
    Wizard(root, _("Welcome"), steps, finish=self.keep).run()

A page is a WizardPage; the sentence of its ``problem()`` stands beside the greyed Next button.
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.later import Later
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px

LOOK_MS = 200
STEPS, PAGE = 210, (640, 430)


class WizardPage(ttk.Frame):
    """One page, on a card: build it in __init__(parent), which must call super().__init__(parent)."""

    title = ""
    words = ""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="@card")

    def enter(self) -> None:
        """Called each time the page is shown."""

    def problem(self) -> str | None:
        """What is still missing before Next, as a sentence; None when all is there. Asked several times a second."""
        return None

    def leave(self) -> bool:
        """Called by Next and Finish; False to stay (after saying why)."""
        return True


class Step(NamedTuple):
    """A step: its word at the left and what makes its page."""

    label: str
    page: Callable[[Any], WizardPage]


class Wizard(Modal):
    """Options: ``finish()`` after the last page, ``finish_label``; ``run()`` answers True when finished, else None."""

    def __init__(
        self,
        parent: tkinter.Misc,
        title: str,
        steps: Sequence[Step],
        *,
        finish: Callable[[], object] = lambda: None,
        finish_label: str = "",
        may_leave: bool = True,
    ) -> None:
        super().__init__(parent, title)
        self._finish, self._finish_label, self._may_leave = finish, finish_label or _("Finish"), may_leave
        self.body.configure(padding=0)
        self._steps = [self._step_word(step.label, number) for number, step in enumerate(steps, 1)]
        self._row = self._buttons()
        self._place = ttk.Frame(self.body, bootstyle="@card", padding=(px(ROUND), px(ROUND), px(ROUND), 0))
        self._place.configure(width=px(PAGE[0]), height=px(PAGE[1]))
        self._place.pack_propagate(False)
        self._place.pack(side="top", fill="both", expand=True)
        self.pages = [step.page(self._place) for step in steps]
        self.at = -1
        self._show(0)
        self._later = Later(self, self._look)
        self._look()

    def next(self) -> None:
        """On to the next page, or finish."""
        page = self.pages[self.at]
        if page.problem() or not page.leave():
            return
        if self.at + 1 < len(self.pages):
            self._show(self.at + 1)
        else:
            self.close(True)
            self._finish()

    def before(self) -> None:
        """Back one page."""
        if self.at:
            self._show(self.at - 1)

    def give_up(self) -> None:
        if self._may_leave:
            self.close()

    def _step_word(self, label: str, number: int) -> ttk.Label:
        if number == 1:
            self._side = ttk.Frame(self.body, bootstyle="@chrome", width=px(STEPS), padding=px(BETWEEN))
            self._side.pack_propagate(False)
            self._side.pack(side="left", fill="y")
        word = ttk.Label(self._side, text=label, compound="left", wraplength=px(STEPS - 70), bootstyle="@chrome")
        word.pack(fill="x", pady=px(INSIDE))
        return word

    def _buttons(self) -> ttk.Frame:
        row = ttk.Frame(self.body, bootstyle="@card", padding=(px(ROUND), px(BETWEEN)))
        row.pack(side="bottom", fill="x")
        self.go_on = self.button(row, _("Next"), self.next, "@card primary")
        self.go_back = self.button(row, _("Back"), self.before)
        self.missing = ttk.Label(row, font=fonts.NOTE, bootstyle="@card danger", wraplength=px(PAGE[0] - 280))
        self.missing.pack(side="left")
        return row

    def _show(self, number: int) -> None:
        if self.at >= 0:
            self.pages[self.at].pack_forget()
        self.at = number
        page = self.pages[number]
        page.pack(fill="both", expand=True)
        page.enter()
        for place, word in enumerate(self._steps):
            icon = "check-circle-fill" if place < number else "circle-fill" if place == number else "circle"
            colour = "secondary" if place > number else "primary"
            word.configure(
                font=fonts.STRONG if place == number else fonts.BODY, bootstyle=f"@chrome {colour}", icon=icon
            )
        self.go_on.configure(text=_("Next") if number + 1 < len(self.pages) else self._finish_label)
        self.go_back.configure(state="normal" if number else "disabled")
        first = page.tk_focusNext()
        if first is not None:
            first.focus_set()

    def _look(self) -> None:
        problem = self.pages[self.at].problem() or ""
        if problem != self.missing["text"]:
            self.missing["text"] = problem
        state = "disabled" if problem else "normal"
        if str(self.go_on["state"]) != state:
            self.go_on.configure(state=state)
        self._later.start(LOOK_MS)
