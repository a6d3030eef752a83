"""TextBox: a text of many lines in our font; Tab leaves it, undo goes word by word, a pause is told (autosave).

box = TextBox(card.body, height=12)
box.on_pause(2.0, self.keep); box.set(text); box.get()
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from contextlib import suppress

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.ui import fonts
from desktop_app.ui.later import Later
from desktop_app.ui.theme import INSIDE, palette, px
from desktop_app.ui.widgets.hiding_bar import HidingBar


class TextBox(ttk.Frame):
    """Options: ``height`` in lines, ``bare`` without a frame. ``text`` is the tk.Text inside."""

    def __init__(self, parent: tkinter.Misc, *, height: int = 8, bare: bool = False) -> None:
        super().__init__(parent, style="Card.TFrame" if bare else "Field.TFrame", padding=0 if bare else px(3))
        self._pauses: list[tuple[int, Later, Callable[[], object]]] = []
        self._told: list[Callable[[], object]] = []
        self.text = ttk.Text(
            self,
            autostyle=False,  # the library would draw a second frame
            height=height,
            width=20,
            wrap="word",
            font=fonts.BODY,
            undo=True,
            autoseparators=False,
            maxundo=500,
            borderwidth=0,
            relief="flat",
            highlightthickness=0,
            padx=px(INSIDE),
            pady=px(6),
            spacing1=px(1),
            spacing3=px(3),
        )
        self.text.configure(yscrollcommand=HidingBar(self, self.text).set)
        self.text.pack(side="left", fill="both", expand=True)
        self._listen()
        self._colour()
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._colour))

    def _listen(self) -> None:
        text = self.text
        text.bind("<Tab>", lambda event: leave_for(event.widget.tk_focusNext()))
        for shift_tab in ("<Shift-Tab>", "<<PrevWindow>>"):
            text.bind(shift_tab, lambda event: leave_for(event.widget.tk_focusPrev()))
        text.bind("<KeyRelease>", self._typed)
        text.bind("<<Paste>>", lambda event: self.after_idle(self._changed), "+")
        text.bind("<space>", lambda event: text.edit_separator())
        text.bind("<Return>", lambda event: text.edit_separator())
        text.bind("<FocusIn>", lambda event: self.state(["focus"]))
        text.bind("<FocusOut>", lambda event: self._left())
        text.bind("<Control-y>", lambda event: self._redo())
        text.bind("<Control-Y>", lambda event: self._redo())

    def get(self) -> str:
        """The text, composed (NFC), without the line end Tk adds."""
        return nfc(self.text.get("1.0", "end-1c"))

    def set(self, text: str) -> None:
        """Another text; the cursor stays where it was as far as it can, and undo begins anew."""
        place = self.text.index("insert")
        self.text.delete("1.0", "end")
        self.text.insert("1.0", text)
        self.text.mark_set("insert", place)
        self.text.edit_reset()
        self.text.edit_modified(False)

    @property
    def changed(self) -> bool:
        """Whether something was typed since the last ``set`` or ``kept``."""
        return bool(self.text.edit_modified())

    def kept(self) -> None:
        """What is typed is saved now."""
        self.text.edit_modified(False)

    def on_pause(self, seconds: float, then: Callable[[], object]) -> None:
        """Call ``then()`` when nothing was typed for so long after a change, and when the field is left."""
        self._pauses.append((round(seconds * 1000), Later(self, then), then))

    def on_change(self, then: Callable[[], object]) -> None:
        """Call ``then()`` at each change by a person: it must be quick."""
        self._told.append(then)

    def enable(self, on: bool) -> None:
        """Let it be written in, or only read."""
        self.text.configure(state="normal" if on else "disabled")

    def focus_set(self) -> None:
        """Go there."""
        self.text.focus_set()

    def _typed(self, event: tkinter.Event) -> None:
        if self.changed:
            self._changed()

    def _changed(self) -> None:
        for pause, later, _then in self._pauses:
            later.start(pause)
        for then in self._told:
            then()

    def _left(self) -> None:
        self.state(["!focus"])
        self.text.edit_separator()
        for _pause, later, then in self._pauses:
            if later.waits:
                later.cancel()
                then()

    def _redo(self) -> str:
        with suppress(tkinter.TclError):  # nothing to redo
            self.text.edit_redo()
        self._changed()
        return "break"

    def _colour(self) -> None:
        if self.winfo_exists():
            colour_text(self.text)


def colour_text(text: tkinter.Text) -> None:
    """The colours of the mode shown now for a text on a card."""
    colours = palette()
    text.configure(
        background=colours.card,
        foreground=colours.text,
        insertbackground=colours.primary,
        selectbackground=colours.selected,
        selectforeground=colours.text,
        inactiveselectbackground=colours.selected,
    )


def leave_for(other: tkinter.Misc | None) -> str:
    """Give the keyboard to ``other``: in a text Tab means the next field, not a sign."""
    if other is not None:
        other.focus_set()
    return "break"
