"""HitList: things found, a row each with title, a line of its text and the words marked; ↑↓ and Enter.

hits = HitList(card.body, opened=self.open)
hits.show(first_page(text), meaning(text))
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tkinter import font

import ttkbootstrap as ttk

from db.said import Asked, snippet
from db.search import Hit
from desktop_app.ui import fonts
from desktop_app.ui.screens.search.words import about_of, facts_of, title_of
from desktop_app.ui.theme import BETWEEN, INSIDE, palette, px
from desktop_app.ui.widgets.ellipsis import SIGN, cut
from desktop_app.ui.widgets.hiding_bar import HidingBar
from desktop_app.ui.widgets.pictures import Pictures

ROW, LINE = 64, 22
PICTURE = (64, 48)
LONG_TITLE = 110

Piece = tuple[str, bool]
"""Words that stand together, and whether they are marked."""


class HitList(ttk.Frame):
    """Options: ``opened(hit)``, ``picture(hit)`` the small file of a photo or None."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        opened: Callable[[Hit], object],
        picture: Callable[[Hit], Path | None] = lambda hit: None,
        focus: bool = True,
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._opened, self._picture = opened, picture
        self.hits: Sequence[Hit] = ()
        self._meant, self._files = Asked((), ""), dict[str, Path | None]()
        self.at = -1
        self.canvas = tkinter.Canvas(self, highlightthickness=0, borderwidth=0, takefocus=focus, height=px(ROW))
        self.bar = HidingBar(self, self.canvas, bootstyle="@card")
        self.canvas.configure(yscrollcommand=self.bar.set, yscrollincrement=px(ROW) // 2)
        self.canvas.pack(side="left", fill="both", expand=True)
        self._pictures = Pictures(self, (px(PICTURE[0]), px(PICTURE[1])), self._draw)
        self._listen(focus)

    def show(self, hits: Sequence[Hit], meant: Asked) -> None:
        """Show ``hits`` with the words of ``meant`` marked; nothing is chosen yet."""
        longer = bool(self.hits) and list(hits[: len(self.hits)]) == list(self.hits)
        self.at = self.at if longer else -1
        self.hits, self._meant = hits, meant
        self._files = {hit.id: self._picture(hit) for hit in hits if hit.kind == "media"}
        self._draw()
        if not longer:
            self.canvas.yview_moveto(0)

    def move(self, step: int) -> str:
        """Choose the next or the one before."""
        if self.hits:
            self.at = max(0, min(self.at + step, len(self.hits) - 1))
            self._draw()
            self._see()
        return "break"

    def open(self) -> str:
        """Open the one chosen."""
        if 0 <= self.at < len(self.hits):
            self._opened(self.hits[self.at])
        return "break"

    def focus_set(self) -> None:
        """Go there, on the first row if none is chosen."""
        self.canvas.focus_set()
        if self.at < 0:
            self.move(1)

    # ------------------------------------------------------------ inside

    def _listen(self, focus: bool) -> None:
        canvas = self.canvas
        steps = {"<Up>": -1, "<Down>": 1, "<Prior>": -6, "<Next>": 6, "<Home>": -9999, "<End>": 9999}
        for key, step in steps.items():
            canvas.bind(key, partial(self._step, step))
        canvas.bind("<Return>", lambda event: self.open())
        canvas.bind("<Button-1>", lambda event: self._pressed(event, focus))
        for wheel, units in (("<Button-4>", -2), ("<Button-5>", 2)):
            canvas.bind(wheel, partial(self._roll_by, units))
        canvas.bind("<MouseWheel>", lambda event: self._roll(-2 if event.delta > 0 else 2))
        canvas.bind("<Configure>", lambda event: self._draw())
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._draw))
        self.bind("<Destroy>", lambda event: self._pictures.close() if event.widget is self else None)

    def _step(self, step: int, event: tkinter.Event) -> str:
        return self.move(step)

    def _roll_by(self, units: int, event: tkinter.Event) -> str:
        return self._roll(units)

    def _roll(self, units: int) -> str:
        if len(self.hits) * px(ROW) > self.canvas.winfo_height():
            self.canvas.yview_scroll(units, "units")
        return "break"

    def _pressed(self, event: tkinter.Event, focus: bool) -> None:
        place = int(self.canvas.canvasy(event.y)) // px(ROW)
        if place < len(self.hits):
            if focus:
                self.canvas.focus_set()
            self.at = place
            self._draw()
            self.open()

    def _see(self) -> None:
        view, top = self.canvas.winfo_height(), self.at * px(ROW)
        whole = max(len(self.hits) * px(ROW), view)
        if top < self.canvas.canvasy(0):
            self.canvas.yview_moveto(top / whole)
        elif top + px(ROW) > self.canvas.canvasy(view):
            self.canvas.yview_moveto((top + px(ROW) - view + px(ROW) // 2) / whole)

    def _draw(self) -> None:
        if not self.winfo_exists():
            return
        canvas = self.canvas
        canvas.delete("all")
        view = max(len(self.hits) * px(ROW), canvas.winfo_height())
        canvas.configure(background=palette().card, scrollregion=(0, 0, 1, view))
        self._pictures.want(path for path in self._files.values() if path)
        for place, hit in enumerate(self.hits):
            self._row(place, hit, self._files.get(hit.id))

    def _row(self, place: int, hit: Hit, picture: Path | None) -> None:
        canvas, colours, top = self.canvas, palette(), place * px(ROW)
        width, left = canvas.winfo_width(), px(BETWEEN)
        right = width - px(BETWEEN)
        if place == self.at:
            canvas.create_rectangle(0, top, width, top + px(ROW), fill=colours.selected, outline="")
        elif place:
            canvas.create_line(left, top, right, top, fill=colours.line)
        if picture:
            right -= self._put_picture(picture, right, top)
        middle = top + (px(LINE) if about_of(hit) else px(ROW) // 2)
        facts = canvas.create_text(right, middle, text=facts_of(hit), anchor="e", font=fonts.NOTE)
        canvas.itemconfigure(facts, fill=colours.text if place == self.at else colours.note)
        room = canvas.bbox(facts)[0] - px(BETWEEN) - left
        title, about = snippet(title_of(hit), self._meant, LONG_TITLE), snippet(about_of(hit), self._meant)
        self._line(left, middle, room, pieces(title.text, title.marks), fonts.STRONG, colours.text)
        ink = colours.text if place == self.at else colours.note
        self._line(left, top + 2 * px(LINE), right - left, pieces(about.text, about.marks), fonts.NOTE, ink)

    def _put_picture(self, picture: Path, right: int, top: int) -> int:
        """Draw the picture at the right; returns the room it takes."""
        width = px(PICTURE[0])
        image = self._pictures.get(picture)
        if image is not None:
            self.canvas.create_image(right - width // 2, top + px(ROW) // 2, image=image)
        return width + px(INSIDE)

    def _line(self, left: int, middle: int, room: int, words: Sequence[Piece], name: str, ink: str) -> None:
        measure, canvas, colours = font.nametofont(name, self).measure, self.canvas, palette()
        end = left + room
        for text, marked in words:
            shown = cut(text, end - left, measure)
            item = canvas.create_text(left, middle, text=shown, anchor="w", font=name)
            canvas.itemconfigure(item, fill=colours.text if marked else ink)
            if marked and shown.strip(SIGN):
                box = canvas.bbox(item)
                ground = canvas.create_rectangle(box, fill=colours.soon_wash, outline="")
                canvas.tag_lower(ground, item)
            left += measure(shown)
            if shown != text:
                return


def pieces(text: str, marks: Sequence[tuple[int, int]]) -> list[Piece]:
    """``text`` cut at its marks."""
    cuts: list[Piece] = []
    at = 0
    for start, end in marks:
        cuts += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [piece for piece in [*cuts, (text[at:], False)] if piece[0]]
