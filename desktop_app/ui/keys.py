"""The keys of the window: rooms, acts, help; Space presses buttons; Tab goes in order."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import ttkbootstrap as ttk

from desktop_app.core.i18n import N_, _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, HALF, px

ROOMS = 8
ROOM = 32


class Key(NamedTuple):
    """One key: Tk's name of it, how it is printed on the card, which act it means, what the card says."""

    event: str
    shown: str
    act: str
    words: str


ACTS = (
    Key("<Control-n>", "Ctrl+N", "new", N_("Something new of this screen's kind")),
    Key("<Control-s>", "Ctrl+S", "save", N_("Save")),
    Key("<Control-Return>", "Ctrl+Enter", "submit", N_("Send, or next")),
    Key("<Control-p>", "Ctrl+P", "print", N_("Print")),
    Key("<Control-e>", "Ctrl+E", "export", N_("Export")),
    Key("<F2>", "F2", "rename", N_("Rename or edit")),
    Key("<Delete>", "Delete", "delete", N_("Move to the trash")),
    Key("<Control-z>", "Ctrl+Z", "undo", N_("Undo")),
    Key("<Control-y>", "Ctrl+Y", "redo", N_("Redo")),
)
WINDOW = (
    Key("<F1>", "F1", "help", N_("This card")),
    Key("<F3>", "F3, Ctrl+K", "search", N_("Search")),
    Key("<Control-k>", "", "search", ""),
    Key("<F5>", "F5", "refresh", N_("Look again")),
    Key("<Escape>", "Esc", "back", N_("Back")),
    Key("<Alt-Left>", "", "back", ""),
    Key("<Control-Prior>", "Ctrl+PgUp, PgDn", "month_before", N_("Month before, month after")),
    Key("<Control-Next>", "", "month_after", ""),
)
TYPING = ("TEntry", "TCombobox", "TSpinbox", "Text")
OF_A_FIELD = frozenset({"delete", "undo", "redo"})
"""Acts whose keys mean something else while one types."""


def bind_keys(root: tkinter.Misc, press: Callable[[str], bool], show_room: Callable[[int], object]) -> None:
    """Send each key to ``press(act)`` (True when it did something) and Ctrl+1..8 to ``show_room(0..7)``."""
    for key in (*ACTS, *WINDOW):
        root.bind_all(key.event, partial(_pressed, root, key.act, press))
        _bind_capital(root, key, press)
    for number in range(ROOMS):
        root.bind_all(f"<Control-Key-{number + 1}>", partial(_room, root, number, show_room))
    press_buttons_with_space(root)
    forget_emacs(root)
    hold_wheel(root)


def _bind_capital(root: tkinter.Misc, key: Key, press: Callable[[str], bool]) -> None:
    """With Caps Lock on Tk says Control-N, not Control-n."""
    start, letter = key.event[:-2], key.event[-2:-1]
    if start == "<Control-" and letter.islower():
        root.bind_all(f"{start}{letter.upper()}>", partial(_pressed, root, key.act, press))


def _pressed(root: tkinter.Misc, act: str, press: Callable[[str], bool], event: tkinter.Event) -> str | None:
    if not _in_window(root, event) or (act in OF_A_FIELD and _typing(event)):
        return None
    return "break" if press(act) else None


def _room(root: tkinter.Misc, room: int, show_room: Callable[[int], object], event: tkinter.Event) -> str | None:
    if not _in_window(root, event):
        return None
    show_room(room)
    return "break"


def _in_window(root: tkinter.Misc, event: tkinter.Event) -> bool:
    """Keys of a dialog are the dialog's own."""
    widget = event.widget
    return isinstance(widget, tkinter.Misc) and widget.winfo_toplevel() is root.winfo_toplevel()


def _typing(event: tkinter.Event) -> bool:
    return isinstance(event.widget, tkinter.Misc) and event.widget.winfo_class() in TYPING


def press_buttons_with_space(root: tkinter.Misc) -> None:
    """ttkbootstrap takes Space from buttons; clerks press it."""
    root.bind_class("TButton", "<KeyRelease-space>", lambda event: root.tk.call(event.widget, "invoke"))


def forget_emacs(root: tkinter.Misc) -> None:
    """Tk's fields know keys of Emacs: Ctrl+K would wipe a line before it opens the search."""
    for move, keys in {"<<NextLine>>": "n", "<<PrevLine>>": "p", "<<LineEnd>>": "e"}.items():
        root.event_delete(move, f"<Control-{keys}>", f"<Control-{keys.upper()}>")
    for field in ("Text", "TEntry", "TCombobox", "TSpinbox"):
        for letter in "kodth":
            root.unbind_class(field, f"<Control-{letter}>")
    root.bind_class("Text", "<Control-Return>", lambda event: None)


def hold_wheel(root: tkinter.Misc) -> None:
    """Rolling through a form must not change the choices the pointer passes over."""
    for field in ("TCombobox", "TSpinbox"):
        for wheel in ("<MouseWheel>", "<Shift-MouseWheel>", "<Button-4>", "<Button-5>"):
            root.unbind_class(field, wheel)


def underlined(label: str) -> tuple[str, int]:
    """A label with its Alt letter marked by &: "&Save" gives ("Save", 0) for text= and underline=."""
    place = label.find("&")
    return label.replace("&", "", 1), place


class HelpCard(Modal):
    """F1: every key of the window on one card."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, _("Keys"))
        ttk.Label(self.body, text=_("Keys"), font=fonts.SECTION, bootstyle="@card").grid(
            row=0, column=0, columnspan=2, sticky="w", pady=(0, px(BETWEEN))
        )
        rows = [("Ctrl+1 … 8", _("The eight rooms at the left"))]
        rows += [(key.shown, _(key.words)) for key in (*WINDOW, *ACTS) if key.shown]
        rows += [("Tab, Shift+Tab", _("Next field, field before")), (_("Space, Enter"), _("Press the button"))]
        for row, (keys, words) in enumerate(rows, 1):
            self._line(row, keys, words)
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.grid(row=len(rows) + 1, column=0, columnspan=2, sticky="we", pady=(px(BETWEEN), 0))
        self.shut = self.button(foot, _("Close"), self.close, "@card primary")
        self.bind("<F1>", lambda event: self.close())

    def _line(self, row: int, keys: str, words: str) -> None:
        ttk.Label(self.body, text=keys, font=fonts.STRONG, bootstyle="@card primary").grid(
            row=row, column=0, sticky="w", pady=px(HALF) // 2
        )
        ttk.Label(self.body, text=words, bootstyle="@card").grid(row=row, column=1, sticky="w", padx=(px(ROOM), 0))
