"""Printing: on which printer, how many copies, which pages."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from typing import NamedTuple

import ttkbootstrap as ttk

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.printing import MOST_COPIES, Printer, copies_in, pages_in, printers
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import words_of
from desktop_app.ui.modal import Modal
from desktop_app.ui.runner import Runner
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.form import Form

WIDTH = 480
ALL, HERE, SOME = "all", "here", "some"


class Wanted(NamedTuple):
    """What is to be printed; no pages means all of them."""

    printer: str
    copies: int
    pages: tuple[int, ...]


class PrintDialog(Modal):
    """Options: ``title`` of the paper, its ``pages``, the page ``shown`` now; answers Wanted, or None."""

    def __init__(self, parent: tkinter.Misc, title: str, pages: int, shown: int, *, runner: Runner) -> None:
        super().__init__(parent, _("Print"), minsize=(WIDTH, 240))
        self._pages, self._here = pages, shown
        ttk.Label(self.body, text=_("Print"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        about = _("{title}, {pages} pages").format(title=title, pages=pages)
        ttk.Label(self.body, text=about, bootstyle="@card secondary").pack(anchor="w", pady=(0, px(BETWEEN)))
        self.form = Form(self.body, label_width=110)
        self.form.pack(fill="x")
        self.printers = self.form.choice("printer", _("Printer"), [])
        self.copies = self.form.row("copies", _("Copies (number)"), self._copies())
        self.which = tkinter.StringVar(self, ALL)
        self.form.row("pages", _("Pages to print"), self._choices())
        self.told = ttk.Label(self.body, text=_("Looking for printers…"), wraplength=px(WIDTH), bootstyle="@card")
        self.told.pack(anchor="w", pady=(px(INSIDE), 0))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.printing = self.button(foot, _("Print"), self.print, "@card primary")
        self.printing.configure(state="disabled")
        self.button(foot, _("Cancel"), self.give_up)
        self.bind("<Return>", lambda event: self.print())
        self._found: list[Printer] = []
        runner.run_quietly(
            lambda progress: printers(), title=_("Looking for printers…"), done=self._offer, failed=self._none
        )

    def _copies(self) -> ttk.Frame:
        row = ttk.Frame(self.form, bootstyle="@card")
        self.number = ttk.Spinbox(row, from_=1, to=MOST_COPIES, width=5)
        self.number.set(1)
        self.number.pack(side="left")
        return row

    def _choices(self) -> ttk.Frame:
        column = ttk.Frame(self.form, bootstyle="@card")
        self._choice(column, ALL, _("All pages"))
        self._choice(column, HERE, _("The page shown, {page}").format(page=self._here))
        row = ttk.Frame(column, bootstyle="@card")
        row.pack(anchor="w", fill="x")
        self._choice(row, SOME, _("These:")).pack(side="left")
        self.some = ttk.Entry(row, width=14)
        self.some.pack(side="left", padx=px(INSIDE))
        self.some.bind("<FocusIn>", lambda event: self.which.set(SOME))
        ttk.Label(row, text=_("such as 1-3, 5"), font=fonts.NOTE, bootstyle="@card secondary").pack(side="left")
        return column

    def _choice(self, parent: ttk.Frame, value: str, words: str) -> ttk.Radiobutton:
        button = ttk.Radiobutton(parent, text=words, value=value, variable=self.which, bootstyle="@card primary")
        button.pack(anchor="w", pady=px(HALF) // 2)
        return button

    def _offer(self, found: list[Printer]) -> None:
        if not self.winfo_exists():
            return
        if not found:
            self._say(_("No printer was found. Add one in the system's settings, or save the paper as a PDF."))
            return
        self._found = found
        self.printers.configure(values=[_named(printer) for printer in found])
        self.printers.current(0)
        self._say("")
        self.printing.configure(state="normal")

    def _none(self, error: BaseException) -> None:
        if self.winfo_exists():
            self._say(" ".join(words_of(error)) if isinstance(error, UserError) else str(error))

    def _say(self, words: str) -> None:
        self.told["text"] = words

    def print(self) -> None:
        """Answer with what was chosen, or say what is wrong with it."""
        if not self._found:
            return
        for name in ("copies", "pages"):
            self.form.wrong(name, "")
        copies, pages = self._checked("copies", self._how_many), self._checked("pages", self._which_pages)
        if copies is not None and pages is not None:
            self.close(Wanted(self._found[self.printers.current()].name, copies[0], pages))

    def _how_many(self) -> tuple[int, ...]:
        return (copies_in(self.number.get()),)

    def _which_pages(self) -> tuple[int, ...]:
        wanted = self.which.get()
        if wanted == SOME:
            return pages_in(self.some.get(), self._pages)
        return (self._here,) if wanted == HERE else ()

    def _checked(self, name: str, read: Callable[[], tuple[int, ...]]) -> tuple[int, ...] | None:
        try:
            return read()
        except UserError as error:
            self.form.wrong(name, " ".join(words_of(error)))
            return None


def _named(printer: Printer) -> str:
    name = _("{printer} (usual)").format(printer=printer.name) if printer.is_usual else printer.name
    return _("{printer}: {trouble}").format(printer=name, trouble=printer.trouble) if printer.trouble else name
