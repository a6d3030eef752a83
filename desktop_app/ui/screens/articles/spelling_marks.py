"""Words that cannot be Vietnamese, underlined in the body a moment after writing; each can be let be."""

from __future__ import annotations

import tkinter

from desktop_app.core.i18n import _
from desktop_app.core.manuscripts.spelling import doubtful
from desktop_app.ui.later import Later
from desktop_app.ui.widgets.popup_menu import Item, PopupMenu
from desktop_app.ui.widgets.rich_text import RichText, Stretch

PAUSE = 0.8
"""Seconds after the last key."""
MOVED_MS = 400
MENU_KEYS = ("<Button-3>", "<Menu>", "<App>", "<Shift-F10>")


class SpellingMarks:
    """Options: ``body`` whose words are looked at. ``ignored`` are those of this article that are meant so."""

    def __init__(self, body: RichText) -> None:
        self._body = body
        self._plain = ""
        self._doubtful: list[Stretch] = []
        self.ignored: set[str] = set()
        self._moved = Later(body, self._mark)
        self.menu = PopupMenu(body)
        body.on_pause(PAUSE, self.look)
        body.watch(lambda: self._moved.start(MOVED_MS) if self._doubtful else None)
        for key in MENU_KEYS:
            try:
                body.text.bind(key, self._asked, "+")
            except tkinter.TclError:
                continue  # a keysym of another system

    def begin(self) -> None:
        """Another article: nothing of it is ignored yet."""
        self.ignored = set()
        self.look()

    def look(self) -> None:
        """Look at every word anew."""
        self._plain = self._body.plain()
        self._doubtful = [one for one in doubtful(self._plain) if self._word(one) not in self.ignored]
        self._mark()

    def _mark(self) -> None:
        """Underline them, but never the word somebody is writing; old places are no use once the text has changed."""
        if self._doubtful and self._body.plain() == self._plain:
            writing = self._body.text.focus_get() is self._body.text and self._body.writable
            cursor = self._body.offset("insert") if writing else -1
            self._body.mark("spelling", [one for one in self._doubtful if not one[0] < cursor <= one[1]])
        elif not self._doubtful:
            self._body.mark("spelling", [])

    def _word(self, stretch: Stretch) -> str:
        return self._plain[slice(*stretch)].casefold()

    # ------------------------------------------------------------ letting a word be

    def _asked(self, event: tkinter.Event) -> str | None:
        by_mouse = event.num == 3
        index = f"@{event.x},{event.y}" if by_mouse else "insert"
        stretch = self.at(self._body.offset(str(self._body.text.index(index))))
        if stretch is None:
            return None
        self._fill(stretch)
        x, y = (event.x_root, event.y_root) if by_mouse else self._below_cursor()
        self.menu.tk_popup(x, y)
        return "break"

    def at(self, offset: int) -> Stretch | None:
        """The doubtful word at a sign."""
        return next((one for one in self._doubtful if one[0] <= offset <= one[1]), None)

    def _below_cursor(self) -> tuple[int, int]:
        text = self._body.text
        x, y, _width, height = text.bbox("insert") or (0, 0, 0, 0)
        return text.winfo_rootx() + x, text.winfo_rooty() + y + height

    def _fill(self, stretch: Stretch) -> None:
        words = _("Do not mark “{word}” in this article").format(word=self._plain[slice(*stretch)])
        self.menu.fill([Item(words, lambda: self.ignore(stretch))])

    def ignore(self, stretch: Stretch) -> None:
        """This word is meant so, wherever it stands in this article."""
        self.ignored.add(self._word(stretch))
        self.look()
