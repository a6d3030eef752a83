"""YearStrip: the months of a plan in a row, each with its state as icon and word; a click turns to it.

strip = YearStrip(room, chosen=show_month)
strip.show(year_of(plan), present)
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.months import MONTH_WORDS, Ledger
from desktop_app.core.periods import Month
from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.wrapped import Wrapped

LOOKS = {
    "met": ("check-circle-fill", "success"),
    "met_recorded_later": ("check-circle", "success"),
    "met_late": ("clock-history", "warning"),
    "almost": ("clock", "warning"),
    "running": ("arrow-right-circle", "info"),
    "missing": ("exclamation-circle-fill", "danger"),
}
QUIET = ("circle", "secondary")


class YearStrip(Card):
    """Options: ``chosen(month)`` after a click; ``show(pages, present)`` fills it."""

    def __init__(self, parent: tkinter.Misc, chosen: Callable[[Month], object]) -> None:
        super().__init__(parent, _("The year"))
        self._chosen = chosen
        self.buttons: dict[Month, ttk.Button] = {}
        self._shown: tuple[object, ...] = ()

    def show(self, pages: Sequence[Ledger], present: Month) -> None:
        """One cell a month; does nothing when they are shown already."""
        wished = (present, *((page.month, page.state) for page in pages))
        if wished == self._shown:
            return
        self._shown, self.buttons = wished, {}
        for child in self.body.winfo_children():
            child.destroy()
        for column, page in enumerate(pages):
            self.body.columnconfigure(column, weight=1, uniform="month")
            self._cell(column, page, page.month == present)

    def _cell(self, column: int, page: Ledger, is_present: bool) -> None:
        icon, colour = LOOKS.get(page.state, QUIET)
        button = ttk.Button(
            self.body,
            text=_("M{number}").format(number=page.month.number),
            icon=icon,
            command=lambda: self._chosen(page.month),
            bootstyle=f"@card {colour} {'outline' if is_present else 'ghost'}",
        )
        button.grid(row=0, column=column, sticky="we", padx=px(HALF) // 2)
        words = Wrapped(self.body, _(MONTH_WORDS[page.state]), lines=2, font=fonts.NOTE, bootstyle=f"@card {colour}")
        words.label.configure(anchor="n", justify="center")
        words.grid(row=1, column=column, sticky="we")
        self.buttons[page.month] = button
