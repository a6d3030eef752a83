"""Form: rows of a label and a field, each with a quiet note that turns into the sentence of what is wrong.

form = Form(card.body)
name = form.entry("name", _("Name of the school"), note=_("As in the founding decision"))
form.wrong("name", _("The name is missing")); form.values()["name"]
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.ui import fonts
from desktop_app.ui.theme import BETWEEN, INSIDE, px

W = TypeVar("W", bound=tkinter.Misc)


class Form(ttk.Frame):
    """Options: ``label_width`` in plain pixels (longer labels wrap), ``surface`` it lies on ("@card" or "")."""

    def __init__(self, parent: tkinter.Misc, *, label_width: int = 190, surface: str = "@card") -> None:
        super().__init__(parent, bootstyle=surface)
        self._surface, self._label_width = surface, label_width
        self._notes: dict[str, tuple[ttk.Label, str]] = {}
        self._ticks: dict[str, tkinter.BooleanVar] = {}
        self.fields: dict[str, Any] = {}
        self.columnconfigure(0, minsize=px(label_width))
        self.columnconfigure(1, weight=1)

    def row(self, name: str, label: str, field: W, *, note: str = "") -> W:
        """A row with any field (made with this form as its parent)."""
        row = len(self.fields) * 2
        words = ttk.Label(self, text=label, wraplength=px(self._label_width), bootstyle=self._style(""))
        words.grid(row=row, column=0, sticky="nw", pady=(px(6), 0), padx=(0, px(BETWEEN)))
        field.grid(row=row, column=1, sticky="we")  # type: ignore[attr-defined]
        below = ttk.Label(self, text=note or " ", font=fonts.NOTE, bootstyle=self._style("secondary"))
        # The line is kept free even without a note, so that a mistake moves nothing when it is said.
        below.grid(row=row + 1, column=1, sticky="w", pady=(0, px(INSIDE) if note else 0))
        self._notes[name] = (below, note)
        self.fields[name] = field
        return field

    def entry(self, name: str, label: str, *, note: str = "", value: str = "", width: int = 40) -> ttk.Entry:
        """A one-line text."""
        entry = ttk.Entry(self, width=width)
        entry.insert(0, value)
        return self.row(name, label, entry, note=note)

    def choice(self, name: str, label: str, values: Sequence[str], *, note: str = "", value: str = "") -> ttk.Combobox:
        """One of a few values."""
        box = ttk.Combobox(self, values=list(values), state="readonly")
        box.set(value)
        return self.row(name, label, box, note=note)

    def tick(self, name: str, label: str, text: str, *, note: str = "", value: bool = False) -> ttk.Checkbutton:
        """Yes or no."""
        variable = tkinter.BooleanVar(self, value)
        box = ttk.Checkbutton(self, text=text, variable=variable, bootstyle=self._style("primary"))
        self._ticks[str(box)] = variable
        return self.row(name, label, box, note=note)

    def values(self) -> dict[str, Any]:
        """What is filled in: texts composed (NFC) and stripped, ticks as bool, other fields by their get()."""
        return {name: self._value(field) for name, field in self.fields.items()}

    def wrong(self, name: str, sentence: str) -> None:
        """Say below a field what is wrong with it; an empty sentence brings its note back."""
        label, note = self._notes[name]
        label.configure(text=sentence or note or " ", bootstyle=self._style("danger" if sentence else "secondary"))

    def note(self, name: str, words: str) -> None:
        """Another note below a field; what was wrong with it is no longer said."""
        label, _before = self._notes[name]
        self._notes[name] = (label, words)
        self.wrong(name, "")

    def check_on_leaving(self, name: str, check: Callable[[Any], str]) -> None:
        """Ask ``check(value)`` for a sentence when the field is left, never while typing (Telex rewrites letters)."""
        field = self.fields[name]
        field.bind("<FocusOut>", lambda event: self.wrong(name, check(self._value(field))), "+")

    def focus_on(self, name: str) -> None:
        """Put the focus into a field."""
        self.fields[name].focus_set()

    def _value(self, field: Any) -> Any:
        tick = self._ticks.get(str(field))
        value = field.get() if tick is None else bool(tick.get())
        return nfc(value).strip() if isinstance(value, str) else value

    def _style(self, colour: str) -> str:
        return f"{self._surface} {colour}".strip()
