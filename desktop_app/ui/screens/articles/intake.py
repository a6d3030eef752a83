"""What teachers handed in, taken in: a page that says what became of each file and which story is known already."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Iterator
from typing import NamedTuple

import ttkbootstrap as ttk

from desktop_app.core.handing_in import TakenIn
from desktop_app.core.i18n import _
from desktop_app.core.intake import Intake
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import words_of
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.articles.told_before import BothDialog, alike_note, alike_words
from desktop_app.ui.screens.articles.words import row_title, taken_words
from desktop_app.ui.theme import BETWEEN, px
from desktop_app.ui.widgets.checklist import Checklist, Line
from desktop_app.ui.widgets.scrolled import Scrolled

WIDTH, HIGHEST = 620, 360


class Both(NamedTuple):
    """Two articles to be seen side by side: the one just taken in and one that was there before."""

    article_id: str
    other_id: str


def intake_lines(intake: Intake) -> list[Line]:
    """What became of each file: its article with what to look at and who told it before, or why it was refused."""
    lines = [line for one in intake.taken for line in _taken_lines(one)]
    lines += [Line(one.file, "late", None, " ".join(words_of(one.error))) for one in intake.refused]
    if intake.left_out:
        left = _("{count} other files of the packed folder were left out").format(count=intake.left_out)
        lines.append(Line(left, "info", None, _("Photos and videos go under “Materials”.")))
    return lines


def _taken_lines(one: TakenIn) -> Iterator[Line]:
    state = "open" if one.notes or one.alike else "done"
    yield Line(row_title(one.title), state, one.article_id, " ".join(one.notes), _("Open"))
    for other in one.alike:
        yield Line(alike_words(other), "late", Both(one.article_id, other.article_id), alike_note(other), _("See both"))


class IntakeDialog(Modal):
    """What was taken in; a link opens the article, or shows it beside the one it is like."""

    def __init__(self, parent: tkinter.Misc, intake: Intake, open_article: Callable[[str], object]) -> None:
        super().__init__(parent, _("Taken in"))
        self._open_article = open_article
        words = taken_words(intake.taken, len(intake.refused))
        ttk.Label(self.body, text=words, font=fonts.SECTION, bootstyle="@card", wraplength=px(WIDTH)).pack(anchor="w")
        room = Scrolled(self.body, card=True)
        self.lines = Checklist(room.inside, go=self._go)
        self.lines.pack(fill="x")
        shown = intake_lines(intake)
        self.lines.show(shown)
        room.canvas.configure(width=px(WIDTH), height=px(min(HIGHEST, 72 * len(shown))))
        room.pack(pady=px(BETWEEN))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x")
        self.shut = self.button(foot, _("Close"), self.close, "@card primary")

    def _go(self, target: str | Both) -> None:
        article_id = BothDialog(self, *target).run() if isinstance(target, Both) else target
        if isinstance(article_id, str):
            self.close()
            self._open_article(article_id)
