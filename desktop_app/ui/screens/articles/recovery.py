"""Words that were typed but never saved, beside the saved ones: a person chooses, the other stays as a version."""

from __future__ import annotations

import re
import tkinter
from difflib import SequenceMatcher

import ttkbootstrap as ttk

from desktop_app.core.articles import ArticleText
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, INSIDE, palette, px
from desktop_app.ui.widgets.text_box import TextBox

SAVED, RECOVERED = "saved", "recovered"
PANE = (400, 340)

Stretch = tuple[int, int]


def different_stretches(one: str, other: str) -> tuple[list[Stretch], list[Stretch]]:
    """Where two texts differ, word by word: stretches of letters in the one and in the other."""
    words, others = ([found.span() for found in re.finditer(r"\S+", text)] for text in (one, other))
    matcher = SequenceMatcher(None, _cut(one, words), _cut(other, others), autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    return (
        [_stretch(words, first, last) for _what, first, last, _a, _b in changes if last > first],
        [_stretch(others, first, last) for _what, _a, _b, first, last in changes if last > first],
    )


def _cut(text: str, spans: list[Stretch]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _stretch(spans: list[Stretch], first: int, last: int) -> Stretch:
    return spans[first][0], spans[last - 1][1]


def whole(text: ArticleText) -> str:
    """Title, lead and body as one text to read."""
    return "\n\n".join(part for part in text if part.strip())


class RecoveryDialog(Modal):
    """Answers SAVED or RECOVERED. Esc keeps the saved text: nothing is lost either way."""

    def __init__(self, parent: tkinter.Misc, saved: ArticleText, recovered: ArticleText) -> None:
        super().__init__(parent, _("Words that were not saved"))
        ttk.Label(
            self.body, text=_("The last time some words were not saved"), font=fonts.SECTION, bootstyle="@card"
        ).grid(row=0, column=0, columnspan=2, sticky="w")
        ttk.Label(
            self.body,
            text=_("They were kept every few seconds. Choose one; the other stays among the older versions."),
            bootstyle="@card secondary",
        ).grid(row=1, column=0, columnspan=2, sticky="w", pady=(0, px(BETWEEN)))
        marks = different_stretches(whole(saved), whole(recovered))
        self.panes = [
            self._pane(column, title, whole(text), marks[column])
            for column, (title, text) in enumerate(((_("As saved"), saved), (_("As recovered"), recovered)))
        ]
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.grid(row=4, column=0, columnspan=2, sticky="we", pady=(px(BETWEEN), 0))
        self.take = self.button(foot, _("Take the recovered text"), lambda: self.close(RECOVERED), "@card primary")
        self.stay = self.button(foot, _("Keep the saved text"), lambda: self.close(SAVED))

    def give_up(self) -> None:
        self.close(SAVED)

    def _pane(self, column: int, title: str, text: str, marks: list[Stretch]) -> TextBox:
        gap = (0, px(INSIDE)) if column == 0 else (px(INSIDE), 0)
        label = ttk.Label(self.body, text=title, font=fonts.STRONG, bootstyle="@card")
        label.grid(row=2, column=column, sticky="w", padx=gap, pady=(0, px(INSIDE) // 2))
        room = ttk.Frame(self.body, width=px(PANE[0]), height=min(px(PANE[1]), self.winfo_screenheight() // 2))
        room.grid_propagate(False)
        room.pack_propagate(False)
        room.grid(row=3, column=column, padx=gap)
        box = TextBox(room)
        box.pack(fill="both", expand=True)
        box.set(text)
        box.text.tag_configure("other", background=palette().soon_wash, foreground=palette().text)
        for start, end in marks:
            box.text.tag_add("other", f"1.0 + {start} chars", f"1.0 + {end} chars")
        box.enable(False)
        return box
