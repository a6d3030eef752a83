"""A real window for the tests of ui: one App for the session, real mainloop slices, every stray error a failure."""

from __future__ import annotations

import logging
import os
import time
import tkinter
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

os.environ["TTKBOOTSTRAP_STRICT"] = "1"  # a misspelt style is an error; read when ttkbootstrap is imported

import pytest
import ttkbootstrap as ttk

from desktop_app.core.i18n import set_language
from desktop_app.ui.dialogs import Choice, FileKinds
from desktop_app.ui.room import Room
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.screen import Screen
from desktop_app.ui.window import Window

EMPTY_ROOMS = [
    *(Room(name, name.title(), "house", Screen) for name in ("today", "plan", "articles", "media", "calendar")),
    *(Room(name, name.title(), "house", Screen) for name in ("publish", "opinions", "reports")),
    *(Room(name, name.title(), "gear", Screen, low=True) for name in ("search", "trash", "settings")),
]
LONGEST_WAIT = 30
"""Seconds: far more than any act takes, so that a busy machine fails no test."""
WaitUntil = Callable[[Callable[[], object]], None]
D = TypeVar("D", bound=tkinter.Misc)


@dataclass
class Remembered:
    """Settings that are kept nowhere."""

    language: str = "en"
    theme: str = "loa-light"
    window_size: str = "1180x720+0+0"
    last_folder: str = ""
    hashtags: str = ""
    saves: int = 0

    def save(self) -> None:
        self.saves += 1


@dataclass
class FakeDialogs:
    """Dialogs with answers ready: put them into ``answers`` in order, and read ``said``, ``errors``, ``asked``."""

    answers: list[Any] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    errors: list[BaseException] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def show_error(self, error: BaseException) -> None:
        self.errors.append(error)

    def tell(self, sentence: str, hint: str = "") -> None:
        self.said.append(sentence)

    def confirm(self, question: str, hint: str = "", *, yes: str, danger: bool = False) -> bool:
        return bool(self._answer(question))

    def ask(self, question: str, choices: Sequence[Choice], hint: str = "") -> str | None:
        return self._answer(question)

    def ask_text(self, question: str, *, hint: str = "", start: str = "", yes: str = "") -> str | None:
        return self._answer(question)

    def choose_file(self, title: str, kinds: FileKinds = ()) -> Path | None:
        return self._answer(title)

    def choose_files(self, title: str, kinds: FileKinds = ()) -> list[Path]:
        return list(self._answer(title) or [])

    def choose_folder(self, title: str) -> Path | None:
        return self._answer(title)

    def save_file(self, title: str, name: str, kinds: FileKinds = ()) -> Path | None:
        return self._answer(title)

    def _answer(self, question: str) -> Any:
        self.asked.append(question)
        assert self.answers, f"nobody answers: {question}"
        return self.answers.pop(0)


@pytest.fixture(scope="session")
def _app() -> Iterator[Window]:
    window = Window(Remembered(), dialogs=FakeDialogs())
    yield window
    window.runner.close()
    window.destroy()


@pytest.fixture
def window(_app: Window, dialogs: FakeDialogs) -> Iterator[Window]:
    """The one window, furnished anew, in English, with no room shown yet."""
    set_language("en")
    _app.dialogs = dialogs
    _app.runner = Runner(_app, nullcontext)
    _app.furnish(EMPTY_ROOMS)
    _app.deiconify()
    _app.focus_force()
    turn(_app)
    yield _app
    _app.runner.close()
    for child in _app.winfo_children():
        if isinstance(child, ttk.Toplevel):
            child.destroy()


@pytest.fixture
def dialogs() -> FakeDialogs:
    """Dialogs that answer what the test put into ``answers``."""
    return FakeDialogs()


@pytest.fixture
def place(window: Window) -> Iterator[ttk.Frame]:
    """An empty place in the window for a widget under test."""
    frame = ttk.Frame(window)
    frame.place(x=0, y=0, relwidth=1, relheight=1)
    frame.lift()
    yield frame
    frame.destroy()
    turn(window)


@pytest.fixture
def wait_until(window: Window) -> WaitUntil:
    """Let the real mainloop run until ``condition()`` holds; fails after half a minute."""

    def wait(condition: Callable[[], object]) -> None:
        until = time.monotonic() + LONGEST_WAIT
        while not condition():
            assert time.monotonic() < until, f"waited {LONGEST_WAIT} s in vain"
            turn(window)

    return wait


@pytest.fixture
def press(window: Window) -> Callable[[tkinter.Misc, str], None]:
    """Give a widget the focus and a key, as the keyboard would."""

    def press_key(widget: tkinter.Misc, key: str) -> None:
        focus(widget)
        widget.event_generate(key)
        turn(window)

    return press_key


@pytest.fixture
def expects_errors() -> None:
    """For a test that brings an error about on purpose."""


@pytest.fixture(autouse=True)
def _no_stray_errors(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """An error inside a callback of Tk, or a line of the log at ERROR, fails the test that caused it."""
    stray: list[BaseException] = []
    expected = "expects_errors" in request.fixturenames
    if not expected:
        monkeypatch.setattr(Window, "report_callback_exception", lambda self, kind, error, trace: stray.append(error))
    yield
    if stray:
        raise stray[0]
    errors = [record for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert expected or not errors, errors


def focus(widget: tkinter.Misc) -> None:
    """Give a widget the keyboard and wait for the screen to agree: without a window manager that takes a moment."""
    until = time.monotonic() + 2
    widget.focus_force()
    while str(widget.tk.call("focus", "-displayof", widget)) != str(widget) and time.monotonic() < until:
        turn(widget)


def turn(window: tkinter.Misc, ms: int = 10) -> None:
    """One slice of the real mainloop (update() would starve worker threads that wait for Tk)."""
    window.after(ms, window.quit)
    window.mainloop()


def answering(window: Window, kind: type[D], act: Callable[[D], object]) -> None:
    """Do ``act`` with the next dialog of this kind, once it has the keyboard and the mouse."""

    def look() -> None:
        found = [child for child in window.winfo_children() if isinstance(child, kind)]
        if found and window.grab_current() is found[0]:
            act(found[0])
        else:
            window.after(30, look)

    window.after(30, look)
