"""How the preview of an import is drawn: day headings with a tick for all, files with a tick each, known ones pale."""

from __future__ import annotations

import tkinter
from tkinter import font
from typing import Any

from desktop_app.core.i18n import _
from desktop_app.core.media.offer import DayOffered, Offered
from desktop_app.core.periods import short_date
from desktop_app.ui import fonts
from desktop_app.ui.screens.media.intake_lines import Line
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, palette, px
from desktop_app.ui.widgets.ellipsis import cut

HEAD, CELL, PICTURE = 44, (148, 144), (132, 99)
"""Pixels of a plain screen: a heading's height, a file's room, its picture."""
TICK = 18
ALL, SOME, NONE = "all", "some", "none"


class IntakePainter:
    """Draws on ``canvas``; ``cell`` is the width of a file's room in pixels of the screen."""

    def __init__(self, canvas: tkinter.Canvas) -> None:
        self._canvas = canvas
        self._note = font.nametofont(fonts.NOTE, canvas)
        self.cell = px(CELL[0])
        self._strong = font.nametofont(fonts.STRONG, canvas)

    def heading(self, line: Line, y: int, width: int) -> None:
        """A day: its tick, its date, what it holds."""
        colours, canvas, middle = palette(), self._canvas, y + line.height // 2
        if y > 0 and line.first:
            canvas.create_line(0, y, width, y, fill=colours.line)
        self._tick(px(INSIDE), middle - px(TICK) // 2, ticked_of(line.day), enabled=bool(line.day.new))
        left = px(INSIDE) + px(TICK) + px(INSIDE) + px(HALF)
        day = short_date(line.day.day) or _("Day not known")
        canvas.create_text(left, middle, text=day, anchor="w", font=fonts.STRONG, fill=colours.text)
        left += self._strong.measure(day) + px(BETWEEN)
        words = holds(line.day)
        canvas.create_text(left, middle, text=words, anchor="w", font=fonts.NOTE, fill=colours.note)

    def file(self, one: Offered, corner: tuple[int, int], picture: Any, *, ticked: bool, focused: bool) -> None:
        """A file: its picture or its kind, its tick, its name; one that is here already is pale and says so."""
        x, y = corner
        width, height = px(PICTURE[0]), px(PICTURE[1])
        self._frame(x, y, ticked=ticked, focused=focused)
        left, top = x + (self.cell - width) // 2, y + px(INSIDE)
        self._picture(one, left, top, picture)
        if one.known:
            self._pale(left, top)
        self._tick(left + width - px(TICK) - px(HALF), top + px(HALF), ALL if ticked else NONE)
        name = cut(one.file.name, width, self._note.measure)
        ink = palette().note if one.known else palette().text
        self._canvas.create_text(left, top + height + px(HALF), text=name, anchor="nw", font=fonts.NOTE, fill=ink)

    def _frame(self, x: int, y: int, *, ticked: bool, focused: bool) -> None:
        colours = palette()
        if ticked or focused:
            self._canvas.create_rectangle(
                (x + 1, y + 1, x + self.cell - 2, y + px(CELL[1]) - 2),
                fill=colours.selected if ticked else "",
                outline=colours.primary if focused else "",
                width=px(2),
            )

    def _picture(self, one: Offered, left: int, top: int, picture: Any) -> None:
        colours, (width, height) = palette(), (px(PICTURE[0]), px(PICTURE[1]))
        ground = (left, top, left + width, top + height)
        self._canvas.create_rectangle(ground, fill=colours.neutral_wash, outline="")
        middle = (left + width // 2, top + height // 2)
        if picture is not None:
            self._canvas.create_image(*middle, image=picture)
        elif not one.is_photo:
            self._canvas.create_text(*middle, text=f"▶ {_('Video')}", font=fonts.NOTE, fill=colours.note)

    def _pale(self, left: int, top: int) -> None:
        colours, (width, height) = palette(), (px(PICTURE[0]), px(PICTURE[1]))
        cover = (left, top, left + width, top + height)
        self._canvas.create_rectangle(cover, fill=colours.card, outline="", stipple="gray50")
        words = _("Already here")
        room = self._note.measure(words) + px(INSIDE)
        line = self._note.metrics("linespace") + px(HALF)
        badge = (left + px(HALF), top + height - line - px(HALF), left + px(HALF) + room, top + height - px(HALF))
        self._canvas.create_rectangle(badge, fill=colours.card, outline=colours.line)
        middle = ((badge[0] + badge[2]) // 2, (badge[1] + badge[3]) // 2)
        self._canvas.create_text(*middle, text=words, font=fonts.NOTE, fill=colours.note)

    def _tick(self, x: int, y: int, state: str, *, enabled: bool = True) -> None:
        colours, side = palette(), px(TICK)
        filled = state != NONE
        edge = colours.primary if filled else (colours.field_line if enabled else colours.line)
        ground = colours.primary if filled else colours.card
        self._canvas.create_rectangle(x, y, x + side, y + side, fill=ground, outline=edge, width=px(1))
        if filled:
            points = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3)) if state == ALL else ((0.25, 0.5), (0.75, 0.5))
            line = [value for a, b in points for value in (x + a * side, y + b * side)]
            self._canvas.create_line(*line, fill=colours.card, width=px(2), capstyle="round", joinstyle="round")


def ticked_of(day: DayOffered) -> str:
    """Whether all, some or none of a day are ticked."""
    if not day.ticked:
        return NONE
    return ALL if day.ticked >= day.new else SOME


def holds(day: DayOffered) -> str:
    """“31 new · 12 already here”."""
    new = _("{count} new").format(count=day.new) if day.new else ""
    known = _("{count} already here").format(count=day.known) if day.known else ""
    return " · ".join(part for part in (new, known) if part)
