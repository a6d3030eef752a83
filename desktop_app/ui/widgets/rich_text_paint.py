"""What each kind of line, bold letters and each mark look like on a body, in the mode shown now."""

from __future__ import annotations

import tkinter
from typing import Any

from PIL import ImageTk

from desktop_app.ui import fonts
from desktop_app.ui.rounded import Look, rounded
from desktop_app.ui.theme import palette, px
from desktop_app.ui.widgets.rich_text_page import BOLD, DOT_ROOM

MARKS = ("comment", "spelling", "found", "here")
"""The looks of RichText.mark, the stronger ones last; "here" is the find that is shown now."""
DOT, INDENT = 6, 8


class Paint:
    """Options: ``text`` to paint. ``dot`` is the picture before an item; it takes the colour of the mode by itself."""

    def __init__(self, text: tkinter.Text) -> None:
        self._text = text
        self.dot: Any = None

    def apply(self) -> None:
        """Give every look the colours and sizes of now."""
        self._paint_dot(palette().primary)
        self._paint_lines()
        self._paint_marks()
        for look in ("heading", *MARKS, "sel"):
            self._text.tag_raise(look)

    def _paint_lines(self) -> None:
        text, room = self._text, px(INDENT)
        text.tag_configure("paragraph", spacing1=px(6))
        text.tag_configure("heading", font=fonts.SECTION, spacing1=px(14), spacing3=px(2))
        text.tag_configure("item", lmargin1=room, lmargin2=room + px(DOT) + 2 + 2 * px(DOT_ROOM), spacing1=px(2))
        text.tag_configure("picture", spacing1=px(8), spacing3=px(4))
        text.tag_configure(BOLD, font=fonts.STRONG)

    def _paint_marks(self) -> None:
        text, colours = self._text, palette()
        text.tag_configure("spelling", underline=True, underlinefg=colours.late)
        text.tag_configure("comment", background=colours.soon_wash)
        text.tag_configure("found", background=colours.info_wash)
        text.tag_configure("here", background=colours.info, foreground=colours.card)

    def _paint_dot(self, colour: str) -> None:
        side = px(DOT) + 2
        picture = rounded(Look(fill=colour), "", side, side // 2 - 1, 1, 1)
        if self.dot is None:
            self.dot = ImageTk.PhotoImage(picture, master=self._text)
        else:
            self.dot.paste(picture)
