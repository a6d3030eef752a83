"""The store of photos checked from the settings: every original read again, what is lost found, the rest named."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.media.checking import StoreCheck, check_store
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.modal import Modal
from desktop_app.ui.runner import Runner
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.wrapped import Wrapped

WIDTH, LINE, TALLEST = 560, 68, 340
"""Plain pixels of the report: its width, what one file takes, and where it begins to scroll."""


class StoreCheckCard(Card):
    """Options: ``by_name()`` sits here; the log says who had the store checked."""

    def __init__(
        self, parent: tkinter.Misc, *, home: Home, runner: Runner, dialogs: Dialogs, by_name: Callable[[], str]
    ) -> None:
        super().__init__(parent, _("The archive of photos"))
        self._home, self._runner, self._dialogs, self._by_name = home, runner, dialogs, by_name
        words = _(
            "Every photo and video is read again and compared with what was taken in. Lost ones are looked for, "
            "small pictures are made anew. Nothing is deleted."
        )
        Wrapped(self.body, words, bootstyle="@card secondary").pack(fill="x")
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(INSIDE), 0))
        self.button = ttk.Button(row, text=_("Check the archive"), icon="shield-check", command=self.check)
        self.button.configure(bootstyle="@card")
        self.button.pack(side="left")

    def check(self) -> None:
        """Look the whole store through behind a bar; a stop keeps every repair made until then."""
        if self._runner.busy:
            return
        run_with_dialog(
            self,
            self._runner,
            partial(check_store, self._home, by_name=self._by_name()),
            title=_("Checking the archive of photos"),
            done=lambda check: StoreReport(self, check).run(),
            failed=self._dialogs.show_error,
        )


class StoreReport(Modal):
    """What a check found, the worst first; files nobody knows are named and left alone."""

    def __init__(self, parent: tkinter.Misc, check: StoreCheck) -> None:
        super().__init__(parent, _("The archive of photos"), minsize=(WIDTH, 160))
        head = ttk.Frame(self.body, bootstyle="@card")
        head.pack(fill="x")
        ttk.Label(head, text=_("The archive of photos"), font=fonts.SECTION, bootstyle="@card").pack(side="left")
        lost = _("{count} lost").format(count=len(check.wrong)) if check.wrong else ""
        Badge(head, lost or _("All is well"), "late" if lost else "good").pack(side="right")
        self.sum = ttk.Label(self.body, text=sum_words(check), wraplength=px(WIDTH - 48), bootstyle="@card")
        self.sum.pack(anchor="w", pady=(px(HALF), px(INSIDE)))
        lines = report_lines(check)
        if lines:
            self._list(lines)
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(BETWEEN), 0))
        self.button(row, _("Close"), self.close, "@card primary")

    def _list(self, lines: list[tuple[str, str]]) -> None:
        room = Scrolled(self.body, card=True)
        room.pack(fill="both", expand=True)
        room.canvas.configure(height=px(min(TALLEST, LINE * len(lines))))
        for name, words in lines:
            title = ttk.Label(room.inside, text=name, font=fonts.STRONG, wraplength=px(WIDTH - 60), bootstyle="@card")
            title.pack(anchor="w", pady=(px(HALF), 0))
            note = ttk.Label(room.inside, text=words, font=fonts.NOTE, wraplength=px(WIDTH - 60))
            note.configure(bootstyle="@card secondary")
            note.pack(anchor="w")


def sum_words(check: StoreCheck) -> str:
    """“Read 312 = 310 sound + 1 found again + 1 wrong.”"""
    words = _("Read {seen} = {sound} sound + {found} found again + {wrong} wrong.").format(
        seen=check.seen, sound=check.sound, found=len(check.found), wrong=len(check.wrong)
    )
    made = _("{count} photos got their small pictures anew.").format(count=check.renditions) if check.renditions else ""
    return f"{words} {made}".strip()


def report_lines(check: StoreCheck) -> list[tuple[str, str]]:
    """Each file that is not plainly sound, and what became of it: wrong ones, then found ones, then strangers."""
    hint = _("Open the photo and choose “Look for it…”, with the card or stick it came from in this PC.")
    return [
        *((one.name, f"{_(one.why)}. {hint}") for one in check.wrong),
        *((one.name, _("Put back; it lay at {place}").format(place=one.found_at)) for one in check.found),
        *((place, _("No record knows this file; it was left where it is.")) for place in check.foreign),
    ]
