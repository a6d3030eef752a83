"""Files that teachers hand in: taken in one after the other, and a page that says what became of each."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import ttkbootstrap as ttk

from desktop_app.core.errors import UserError
from desktop_app.core.handing_in import TakenIn, take_in
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import words_of
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.articles.words import row_title, taken_words
from desktop_app.ui.theme import BETWEEN, px
from desktop_app.ui.widgets.checklist import Checklist, Line
from desktop_app.ui.widgets.scrolled import Scrolled

SHARES = 100
WIDTH, HIGHEST = 620, 360


class Refused(NamedTuple):
    """A file that could not be read, and why."""

    file: str
    why: str


class Intake(NamedTuple):
    """What became of the files: the articles they are now, and those that could not be read."""

    taken: list[TakenIn]
    refused: list[Refused]


class ShareOf(Progress):
    """The progress of one file, told as a share of all files, so that the bar never goes back."""

    def __init__(self, all_files: Progress, place: int, count: int, name: str) -> None:
        super().__init__()
        self._all, self._place, self._count, self._name = all_files, place, count, name

    def step(self, done: int, total: int, text: str = "") -> None:
        """One step inside this file. Raises Cancelled."""
        share = SHARES * done // total if total else 0
        self._all.step(self._place * SHARES + share, self._count * SHARES, self._name)


def take_in_files(home: Home, files: Sequence[Path], by_name: str, progress: Progress) -> Intake:
    """Take in every file; one that cannot be read does not stop the others. A cancel keeps what is done."""
    intake = Intake([], [])
    for place, file in enumerate(files):
        share = ShareOf(progress, place, len(files), file.name)
        share.step(0, 1)
        try:
            intake.taken.append(take_in(home, file, share, by_name=by_name))
        except UserError as error:
            intake.refused.append(Refused(file.name, " ".join(words_of(error))))
    return intake


def intake_lines(intake: Intake) -> list[Line]:
    """A line for each file: the article it became with what to look at, or why it was refused."""
    taken = [
        Line(row_title(one.title), "open" if one.notes else "done", one.article_id, " ".join(one.notes), _("Open"))
        for one in intake.taken
    ]
    return taken + [Line(one.file, "late", None, one.why) for one in intake.refused]


class IntakeDialog(Modal):
    """What was taken in; a link opens the article."""

    def __init__(self, parent: tkinter.Misc, intake: Intake, open_article: Callable[[str], object]) -> None:
        super().__init__(parent, _("Taken in"))
        words = taken_words(intake.taken, len(intake.refused))
        ttk.Label(self.body, text=words, font=fonts.SECTION, bootstyle="@card", wraplength=px(WIDTH)).pack(anchor="w")
        room = Scrolled(self.body, card=True)
        self.lines = Checklist(room.inside, go=lambda article_id: self._go(article_id, open_article))
        self.lines.pack(fill="x")
        self.lines.show(intake_lines(intake))
        room.canvas.configure(width=px(WIDTH), height=self._height(len(intake.taken) + len(intake.refused)))
        room.pack(pady=px(BETWEEN))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x")
        self.shut = self.button(foot, _("Close"), self.close, "@card primary")

    def _height(self, lines: int) -> int:
        return px(min(HIGHEST, 72 * lines))

    def _go(self, article_id: str, open_article: Callable[[str], object]) -> None:
        self.close()
        open_article(article_id)
