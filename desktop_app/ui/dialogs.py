"""Every message box and file chooser, and the one place where an error becomes words.

A screen takes ``dialogs: Dialogs`` and never asks Tk itself; tests hand in answers that are ready.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tkinter
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from tkinter import filedialog
from typing import Any, NamedTuple, Protocol

import ttkbootstrap as ttk

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Cancelled
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, INSIDE, px

log = logging.getLogger(__name__)

TEXT_WIDTH = 420

FileKinds = Sequence[tuple[str, str]]
"""Pairs of a translated name and patterns, such as ("Photos", "*.jpg *.png *.heic")."""


class Choice(NamedTuple):
    """One answer of a question: what it returns and what its button says."""

    name: str
    label: str


class Dialogs(Protocol):
    """What a screen may ask of the user."""

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong; nothing for Cancelled."""

    def tell(self, sentence: str, hint: str = "") -> None:
        """Say something that needs to be read now. (For what has gone well use the toast.)"""

    def confirm(self, question: str, hint: str = "", *, yes: str, danger: bool = False) -> bool:
        """Ask whether to go on; ``yes`` is the verb on the button. Esc and Cancel are no."""

    def ask(self, question: str, choices: Sequence[Choice], hint: str = "") -> str | None:
        """Let one of ``choices`` be taken (the first is the main one); its name, or None for Esc."""

    def ask_text(self, question: str, *, hint: str = "", start: str = "", yes: str = "") -> str | None:
        """Ask for one line; None for Esc."""

    def choose_file(self, title: str, kinds: FileKinds = ()) -> Path | None:
        """One existing file."""

    def choose_files(self, title: str, kinds: FileKinds = ()) -> list[Path]:
        """Existing files; none when given up."""

    def choose_folder(self, title: str) -> Path | None:
        """An existing folder."""

    def save_file(self, title: str, name: str, kinds: FileKinds = ()) -> Path | None:
        """A file to write; the chooser asks before an old one is replaced."""


class LastFolder(Protocol):
    """Where choosers begin: the settings."""

    last_folder: str


class WindowDialogs:
    """Dialogs in front of the window."""

    def __init__(self, root: tkinter.Misc, settings: LastFolder, log_folder: Path | None = None) -> None:
        self._root = root
        self._settings = settings
        self._log_folder = log_folder

    def show_error(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, UserError):
            self.tell(*words_of(error))
            return
        log.error("unexpected error", exc_info=error)
        self._confess()

    def tell(self, sentence: str, hint: str = "") -> None:
        self.ask(sentence, [Choice("ok", _("Close"))], hint)

    def confirm(self, question: str, hint: str = "", *, yes: str, danger: bool = False) -> bool:
        dialog = Message(self._root, question, hint, icon="question-circle")
        dialog.offer([Choice("yes", yes), Choice("", _("Cancel"))], main="danger" if danger else "primary")
        return dialog.run() == "yes"

    def ask(self, question: str, choices: Sequence[Choice], hint: str = "") -> str | None:
        icon = "question-circle" if len(choices) > 1 else "info-circle"
        dialog = Message(self._root, question, hint, icon=icon)
        dialog.offer(choices)
        answer = dialog.run()
        return str(answer) if answer else None

    def ask_text(self, question: str, *, hint: str = "", start: str = "", yes: str = "") -> str | None:
        dialog = Question(self._root, question, hint, start)
        dialog.offer([Choice("yes", yes or _("OK")), Choice("", _("Cancel"))])
        answer = dialog.run(dialog.entry)
        return None if answer is None else str(answer)

    def choose_file(self, title: str, kinds: FileKinds = ()) -> Path | None:
        return self._remember(filedialog.askopenfilename(**self._wishes(title), filetypes=_kinds(kinds)))

    def choose_files(self, title: str, kinds: FileKinds = ()) -> list[Path]:
        names = filedialog.askopenfilenames(**self._wishes(title), filetypes=_kinds(kinds)) or ()
        return [path for name in names if (path := self._remember(name))]

    def choose_folder(self, title: str) -> Path | None:
        return self._remember(filedialog.askdirectory(**self._wishes(title), mustexist=True))

    def save_file(self, title: str, name: str, kinds: FileKinds = ()) -> Path | None:
        wishes = self._wishes(title)
        return self._remember(
            filedialog.asksaveasfilename(
                **wishes, initialfile=name, defaultextension=Path(name).suffix, filetypes=_kinds(kinds)
            )
        )

    def _wishes(self, title: str) -> dict[str, Any]:
        return {"parent": self._root, "title": title, "initialdir": self._settings.last_folder or None}

    def _remember(self, name: object) -> Path | None:
        if not name or not isinstance(name, str):
            return None
        path = Path(name)
        self._settings.last_folder = str(path if path.is_dir() else path.parent)
        return path

    def _confess(self) -> None:
        dialog = Message(
            self._root,
            _("Something went wrong that the program did not expect."),
            _("Nothing you have saved is lost. What happened was written down for whoever looks after the program."),
            icon="exclamation-circle",
        )
        choices = [Choice("", _("Close"))]
        if self._log_folder is not None:
            choices.append(Choice("log", _("Open the log folder")))
        dialog.offer(choices)
        if dialog.run() == "log" and self._log_folder is not None:
            open_folder(self._log_folder)


class Message(Modal):
    """An icon, a sentence, a hint and a row of buttons. Enter takes the main one."""

    def __init__(self, parent: tkinter.Misc, sentence: str, hint: str = "", *, icon: str = "info-circle") -> None:
        super().__init__(parent, _("Loa Trường"))
        colour = "danger" if icon.startswith("exclamation") else "primary"
        ttk.Label(self.body, icon=icon, icon_size=28, bootstyle=f"@card {colour}").grid(
            row=0, column=0, sticky="n", padx=(0, px(BETWEEN))
        )
        self.words = ttk.Frame(self.body, bootstyle="@card")
        self.words.grid(row=0, column=1, sticky="nwe")
        self.body.columnconfigure(1, weight=1)
        self._line(sentence, fonts.STRONG, "@card")
        if hint:
            self._line(hint, fonts.BODY, "@card secondary")

    def _line(self, text: str, font: str, style: str) -> None:
        line = ttk.Label(self.words, text=text, font=font, wraplength=px(TEXT_WIDTH), bootstyle=style)
        line.pack(anchor="w", pady=(0, px(INSIDE)))

    def offer(self, choices: Sequence[Choice], main: str = "primary") -> None:
        """Put the buttons in, the first choice as the main one at the right."""
        row = ttk.Frame(self.body, bootstyle="@card")
        row.grid(row=1, column=0, columnspan=2, sticky="we", pady=(px(BETWEEN), 0))
        for place, choice in enumerate(choices):
            style = f"@card {main}" if place == 0 else "@card"
            self.button(row, choice.label, partial(self.take, choice.name), style)
        self.bind("<Return>", lambda event: self.take(choices[0].name))

    def take(self, name: str) -> None:
        """Close with the name of the button that was pressed."""
        self.close(name)


class Question(Message):
    """A message with one line to fill in; answers the line."""

    def __init__(self, parent: tkinter.Misc, question: str, hint: str, start: str) -> None:
        super().__init__(parent, question, hint, icon="pencil-square")
        self.entry = ttk.Entry(self.words, width=44)
        self.entry.insert(0, start)
        self.entry.select_range(0, "end")
        self.entry.pack(fill="x", pady=(px(INSIDE), 0))

    def take(self, name: str) -> None:
        self.close(self.entry.get() if name else None)


def words_of(error: UserError) -> tuple[str, str]:
    """The sentence and the hint of an error in the language spoken now."""
    return tuple(_(words).format(**error.facts) if words else "" for words in (error.message, error.hint))  # type: ignore[return-value]


def open_folder(folder: Path) -> None:
    """Show ``folder`` in the system's file window."""
    open_file(folder)


def open_file(file: Path) -> None:
    """Open ``file`` with the program the system has for it; where there is none, nothing happens."""
    if sys.platform == "win32":
        os.startfile(file)  # noqa: S606
    else:
        with suppress(FileNotFoundError):
            subprocess.Popen(["xdg-open", str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _kinds(kinds: FileKinds) -> list[tuple[str, str]]:
    return [*kinds, (_("All files"), "*")] if kinds else []
