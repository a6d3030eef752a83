"""Two articles that tell the same, side by side, what differs marked: a person sees which one to go on with."""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

from db.queries import articles as rows
from desktop_app.core.articles import ArticleText
from desktop_app.core.i18n import _
from desktop_app.core.manuscripts.markup import plain_text
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.articles.recovery import Stretch, different_stretches, whole
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, palette, px
from desktop_app.ui.widgets.text_box import TextBox

PANE = (420, 380)


class BothDialog(Modal):
    """Answers the id of the article to open, or None."""

    def __init__(self, parent: tkinter.Misc, article_id: str, other_id: str) -> None:
        super().__init__(parent, _("Two articles that tell the same"))
        texts = [_words_of(one) for one in (article_id, other_id)]
        marks = different_stretches(*texts)
        titles = (_("Taken in just now"), _("There before"))
        opens = (_("Open the new one"), _("Open the one there before"))
        for column, one in enumerate((article_id, other_id)):
            self._pane(column, titles[column], texts[column], marks[column])
            ttk.Button(
                self.body, text=opens[column], command=lambda answer=one: self.close(answer), bootstyle="@card"
            ).grid(row=2, column=column, sticky="w", padx=_gap(column), pady=(px(INSIDE), 0))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.grid(row=3, column=0, columnspan=2, sticky="we", pady=(px(BETWEEN), 0))
        self.shut = self.button(foot, _("Close"), self.close, "@card primary")

    def _pane(self, column: int, title: str, text: str, marks: list[Stretch]) -> None:
        label = ttk.Label(self.body, text=title, font=fonts.STRONG, bootstyle="@card")
        label.grid(row=0, column=column, sticky="w", padx=_gap(column), pady=(0, px(HALF)))
        room = ttk.Frame(self.body, width=px(PANE[0]), height=min(px(PANE[1]), self.winfo_screenheight() // 2))
        room.pack_propagate(False)
        room.grid(row=1, column=column, padx=_gap(column))
        box = TextBox(room)
        box.pack(fill="both", expand=True)
        box.set(text)
        box.text.tag_configure("other", background=palette().soon_wash, foreground=palette().text)
        for start, end in marks:
            box.text.tag_add("other", f"1.0 + {start} chars", f"1.0 + {end} chars")
        box.enable(False)


def _gap(column: int) -> tuple[int, int]:
    return (0, px(INSIDE)) if column == 0 else (px(INSIDE), 0)


def _words_of(article_id: str) -> str:
    one = rows.article(article_id)
    return whole(ArticleText(one.title, one.lead, plain_text(one.body))) if one else ""
