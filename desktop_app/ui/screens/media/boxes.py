"""A picture with boxes on it: drawn by the mouse or by keys, what is covered hatched, what is cut away dimmed."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.core.media.edits import Box, Edit
from desktop_app.ui.theme import palette, px

if TYPE_CHECKING:
    from PIL import Image

STEP = 0.01
"""Of a side: how far one press of an arrow moves or sizes a box."""
MIDDLE = Box(0.4, 0.35, 0.6, 0.65)
WAYS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}
SHIFT = 0x0001


class Boxes(NamedTuple):
    """What is covered and what is kept, as drawn so far; the last covered one is the one the keys move."""

    covered: tuple[Box, ...] = ()
    crop: Box | None = None


class BoxBoard(tkinter.Canvas):
    """Options: ``drawn(boxes)`` after each change, ``cropping()`` whether a box is the part to keep."""

    def __init__(
        self,
        parent: tkinter.Misc,
        picture: Image.Image,
        room: tuple[int, int],
        *,
        drawn: Callable[[Boxes], object],
        cropping: Callable[[], bool],
    ) -> None:
        from PIL import ImageTk  # only where pictures are shown: it costs the start of the program

        scale = min(room[0] / picture.width, room[1] / picture.height)
        self._size = (round(picture.width * scale), round(picture.height * scale))
        super().__init__(
            parent, width=self._size[0], height=self._size[1], highlightthickness=px(2), takefocus=True, cursor="tcross"
        )
        self._picture: Any = ImageTk.PhotoImage(picture.resize(self._size), master=self)
        self._drawn, self._cropping = drawn, cropping
        self._boxes, self._start = Boxes(), (0, 0)
        self.bind("<Button-1>", self._pressed)
        self.bind("<B1-Motion>", self._dragged)
        self.bind("<ButtonRelease-1>", self._released)
        self.bind("<Insert>", lambda event: self._add(MIDDLE))
        self.bind("<Delete>", lambda event: self._take_out())
        for way in WAYS:
            self.bind(f"<{way}>", self._arrow)

    def show(self, edit: Edit) -> None:
        """Draw the picture with what is kept now."""
        self._boxes = Boxes(edit.covered, edit.crop)
        colours = palette()
        self.configure(highlightcolor=colours.primary, highlightbackground=colours.card, background=colours.card)
        self.delete("all")
        self.create_image(px(2), px(2), image=self._picture, anchor="nw")
        for number, box in enumerate(edit.covered, 1):
            last = number == len(edit.covered)
            self._outline(box, colours.late, px(3) if last else px(1))
        if edit.crop:
            self._dim_around(edit.crop)

    def _outline(self, box: Box, colour: str, width: int) -> None:
        self.create_rectangle(*box.pixels(self._size), outline=colour, width=width, fill=colour, stipple="gray50")

    def _dim_around(self, box: Box) -> None:
        """What is cut away goes dark; what is kept stays as bright as it is."""
        left, top, right, bottom = box.pixels(self._size)
        width, height = (side + px(4) for side in self._size)
        around = ((0, 0, width, top), (0, bottom, width, height), (0, top, left, bottom), (right, top, width, bottom))
        for part in around:
            self.create_rectangle(*part, outline="", fill="black", stipple="gray75")
        self.create_rectangle(left, top, right, bottom, outline="white", width=px(2))

    # ------------------------------------------------------------ the mouse

    def _pressed(self, event: tkinter.Event) -> None:
        self.focus_set()
        self._start = (event.x, event.y)

    def _dragged(self, event: tkinter.Event) -> None:
        self.delete("new")
        self.create_rectangle(*self._start, event.x, event.y, outline=palette().late, width=px(2), tags="new")

    def _released(self, event: tkinter.Event) -> None:
        self.delete("new")
        width, height = self._size
        (left, top), right, bottom = self._start, event.x, event.y
        box = Box(left / width, top / height, right / width, bottom / height).tidy()
        if not box.is_a_slip:
            self._add(box)

    # ------------------------------------------------------------ the keys

    def _add(self, box: Box) -> None:
        if self._cropping():
            self._drawn(self._boxes._replace(crop=box))
        else:
            self._drawn(self._boxes._replace(covered=(*self._boxes.covered, box)))

    def _take_out(self) -> None:
        if self._cropping():
            self._drawn(self._boxes._replace(crop=None))
        else:
            self._drawn(self._boxes._replace(covered=self._boxes.covered[:-1]))

    def _arrow(self, event: tkinter.Event) -> str:
        box = self._in_hand()
        if box is not None:
            across, down = (STEP * way for way in WAYS[event.keysym])
            sized = bool(int(event.state) & SHIFT)
            left, top = (box.left, box.top) if sized else (box.left + across, box.top + down)
            self._move(Box(left, top, box.right + across, box.bottom + down).tidy())
        return "break"

    def _in_hand(self) -> Box | None:
        """The box the keys move: the part to keep, or the one covered last."""
        if self._cropping():
            return self._boxes.crop
        return self._boxes.covered[-1] if self._boxes.covered else None

    def _move(self, box: Box) -> None:
        if box.is_a_slip:
            return
        if not self._cropping():
            self._boxes = self._boxes._replace(covered=self._boxes.covered[:-1])
        self._add(box)
