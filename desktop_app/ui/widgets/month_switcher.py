"""MonthSwitcher: ‹ Tháng 5/2024 › with the twelve months of a year folding out below.

switcher = MonthSwitcher(bar, month, changed=self.show_month)
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.periods import Month
from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, INSIDE, px

COLUMNS = 3


class MonthSwitcher(ttk.Frame):
    """Options: ``month`` shown first, ``changed(month)`` called after a choice of the user."""

    def __init__(self, parent: tkinter.Misc, month: Month, changed: Callable[[Month], object]) -> None:
        super().__init__(parent)
        self.month = month
        self._changed = changed
        self.before = self._arrow("chevron-left", -1, _("Month before (Ctrl+PgUp)"))
        self.label = ttk.Button(self, text=" ", width=16, command=self.unfold, icon="calendar3", compound="left")
        self.label.pack(side="left", padx=px(HALF))
        self.after_ = self._arrow("chevron-right", 1, _("Month after (Ctrl+PgDn)"))
        self.label.bind("<Down>", lambda event: self.unfold())
        self.label.bind("<Left>", lambda event: self.step(-1))
        self.label.bind("<Right>", lambda event: self.step(1))
        self._panel: YearPanel | None = None
        self._say()

    def _arrow(self, icon: str, months: int, tip: str) -> ttk.Button:
        button = ttk.Button(
            self, icon=icon, icon_only=True, bootstyle="ghost", command=lambda: self.step(months), takefocus=False
        )
        ttk.ToolTip(button, text=tip, delay=500)
        button.pack(side="left")
        return button

    def set(self, month: Month) -> None:
        """Show ``month`` without telling anyone."""
        self.month = month
        self._say()

    def step(self, months: int) -> None:
        """Go so many months on (or back)."""
        self.choose(self.month.shifted(months))

    def choose(self, month: Month) -> None:
        """The user's choice: show it and tell."""
        self.fold()
        self.set(month)
        self._changed(month)

    def enable(self, on: bool) -> None:
        """Grey the switcher where the month means nothing."""
        for button in (self.before, self.label, self.after_):
            button.configure(state="normal" if on else "disabled")

    def unfold(self) -> None:
        """Show the twelve months of the year, or fold them away again."""
        if self._panel is not None:
            self.fold()
            return
        top = self.winfo_toplevel()
        self._panel = YearPanel(top, self.month, self.choose, self.fold)
        left = self.label.winfo_rootx() - top.winfo_rootx()
        below = self.label.winfo_rooty() - top.winfo_rooty() + self.label.winfo_height() + px(HALF)
        self._panel.place(x=left, y=below)
        self._panel.lift()
        self._panel.focus_month(self.month)

    def fold(self) -> None:
        """Put the months away."""
        if self._panel is not None:
            panel, self._panel = self._panel, None
            panel.destroy()
            self.label.focus_set()

    def _say(self) -> None:
        self.label["text"] = "  " + _("Month {month}").format(month=self.month.label())


class YearPanel(ttk.Frame):
    """Twelve buttons and two arrows for the year, moved through with the arrow keys."""

    def __init__(
        self, parent: tkinter.Misc, month: Month, choose: Callable[[Month], object], fold: Callable[[], object]
    ) -> None:
        super().__init__(parent, style="Card.TFrame", padding=px(INSIDE))
        self._chosen, self._year = month, month.year
        self._choose, self._fold = choose, fold
        self._head().grid(row=0, column=0, columnspan=COLUMNS, sticky="we", pady=(0, px(HALF)))
        self.months = [self._month(number) for number in range(1, 13)]
        self.bind("<FocusOut>", lambda event: self.after_idle(self._left))
        self._say()

    def _head(self) -> ttk.Frame:
        head = ttk.Frame(self, bootstyle="@card")
        for side, icon, years in (("left", "chevron-left", -1), ("right", "chevron-right", 1)):
            ttk.Button(
                head,
                icon=icon,
                icon_only=True,
                bootstyle="@card ghost",
                command=partial(self.turn, years),
                takefocus=False,
            ).pack(side=side)
        self.year = ttk.Label(head, font=fonts.STRONG, anchor="center", bootstyle="@card")
        self.year.pack(fill="both", expand=True)
        return head

    def _month(self, number: int) -> ttk.Button:
        button = ttk.Button(self, width=8, bootstyle="@card ghost", command=lambda: self._take(number))
        button.grid(row=1 + (number - 1) // COLUMNS, column=(number - 1) % COLUMNS, padx=1, pady=1)
        for key, step in (("Left", -1), ("Right", 1), ("Up", -COLUMNS), ("Down", COLUMNS)):
            button.bind(f"<{key}>", partial(self._move, number + step))
        button.bind("<Prior>", lambda event: self.turn(-1))
        button.bind("<Next>", lambda event: self.turn(1))
        button.bind("<Escape>", self._give_up)
        button.bind("<FocusOut>", lambda event: self.after_idle(self._left))
        return button

    def turn(self, years: int) -> None:
        """Another year."""
        self._year += years
        self._say()

    def focus_month(self, month: Month) -> None:
        """Put the focus on a month of the year shown."""
        self.months[month.number - 1].focus_set()

    def _say(self) -> None:
        self.year["text"] = str(self._year)
        for number, button in enumerate(self.months, 1):
            chosen = Month(self._year, number) == self._chosen
            words = _("Month {month}").format(month=number)
            button.configure(text=words, bootstyle="@card primary" if chosen else "@card ghost")

    def _take(self, number: int) -> None:
        self._choose(Month(self._year, number))

    def _move(self, number: int, event: object = None) -> str:
        if not 1 <= number <= 12:
            self.turn(1 if number > 12 else -1)
        self.months[(number - 1) % 12].focus_set()
        return "break"

    def _give_up(self, event: tkinter.Event) -> str:
        self._fold()
        return "break"

    def _left(self) -> None:
        if self.winfo_exists() and not str(self.focus_get() or "").startswith(str(self)):
            self._fold()
