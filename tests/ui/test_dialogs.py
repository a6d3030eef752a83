"""Errors become words in one place; questions are answered by keys as by the mouse."""

from __future__ import annotations

import logging
import tkinter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import ttkbootstrap as ttk

from desktop_app.core.errors import UserError
from desktop_app.core.jobs import Cancelled
from desktop_app.ui.dialogs import Choice, WindowDialogs, words_of
from desktop_app.ui.modal import Modal
from desktop_app.ui.window import Window
from tests.ui.conftest import Remembered, focus, turn


class DriveFull(UserError):
    message = "{drive} needs {missing} MB more."
    hint = "Take another stick."


@pytest.fixture
def real(window: Window, tmp_path: Path) -> WindowDialogs:
    return WindowDialogs(window, Remembered(), tmp_path)


def while_open(window: Window, act: Callable[[Any], object]) -> list[str]:
    """Act on the dialog that opens next; returns every word it showed (filled once it was there)."""
    words: list[str] = []

    def look() -> None:
        dialogs = [child for child in window.winfo_children() if isinstance(child, Modal)]
        if not dialogs:
            window.after(30, look)
            return
        words.extend(texts(dialogs[-1]))
        act(dialogs[-1])

    window.after(30, look)
    return words


def texts(widget: tkinter.Misc) -> list[str]:
    own = [str(widget["text"])] if isinstance(widget, ttk.Label | ttk.Button) else []
    return own + [word for child in widget.winfo_children() for word in texts(child)]


def key(name: str) -> Callable[[Any], object]:
    def press(dialog: Any) -> None:
        focus(dialog)
        dialog.event_generate(name)

    return press


def test_a_users_error_is_its_sentence_and_its_hint(window: Window, real: WindowDialogs) -> None:
    words = while_open(window, key("<Escape>"))
    real.show_error(DriveFull(drive="KINGSTON", missing=12))
    assert "KINGSTON needs 12 MB more." in words
    assert "Take another stick." in words


def test_stopping_is_no_error(window: Window, real: WindowDialogs) -> None:
    real.show_error(Cancelled())
    assert not [child for child in window.winfo_children() if isinstance(child, Modal)]


@pytest.mark.usefixtures("expects_errors")
def test_anything_else_is_logged_and_said_calmly(
    window: Window, real: WindowDialogs, caplog: pytest.LogCaptureFixture
) -> None:
    words = while_open(window, key("<Escape>"))
    with caplog.at_level(logging.ERROR):
        real.show_error(ValueError("index 7"))
    assert "index 7" in caplog.text
    assert not any("index 7" in word for word in words)
    assert "Open the log folder" in words


@pytest.mark.parametrize(("pressed", "answer"), [("<Return>", True), ("<Escape>", False)])
def test_enter_is_yes_and_escape_is_no(window: Window, real: WindowDialogs, pressed: str, answer: bool) -> None:
    words = while_open(window, key(pressed))
    assert real.confirm("Delete 3 articles?", yes="Delete", danger=True) is answer
    assert "Delete" in words


def test_enter_on_the_cancel_button_is_no(window: Window, real: WindowDialogs) -> None:
    def press(dialog: Any) -> None:
        cancel = next(button for button in buttons(dialog) if button["text"] == "Cancel")
        focus(cancel)
        cancel.event_generate("<Return>")

    while_open(window, press)
    assert real.confirm("Delete 3 articles?", yes="Delete") is False


def buttons(widget: tkinter.Misc) -> list[ttk.Button]:
    own = [widget] if isinstance(widget, ttk.Button) else []
    return own + [button for child in widget.winfo_children() for button in buttons(child)]


def test_one_of_several_answers(window: Window, real: WindowDialogs) -> None:
    while_open(window, lambda dialog: next(b for b in buttons(dialog) if b["text"] == "Take this one").invoke())
    choices = [Choice("keep", "Keep mine"), Choice("take", "Take this one")]
    assert real.ask("Two texts were found.", choices) == "take"


def test_a_line_of_text_is_asked_for(window: Window, real: WindowDialogs) -> None:
    def answer(dialog: Any) -> None:
        dialog.entry.insert("end", " năm 2024")
        key("<Return>")(dialog)

    while_open(window, answer)
    assert real.ask_text("Name of the album?", start="Khai giảng") == "Khai giảng năm 2024"


def test_the_focus_comes_back_after_a_dialog(window: Window, place: ttk.Frame, real: WindowDialogs) -> None:
    entry = ttk.Entry(place)
    entry.pack()
    turn(window)
    focus(entry)
    while_open(window, key("<Escape>"))
    real.tell("Read this.")
    turn(window, 50)
    assert window.focus_get() is entry


def test_words_of_an_error_need_no_facts() -> None:
    class Plain(UserError):
        message = "Nothing is chosen."

    assert words_of(Plain()) == ("Nothing is chosen.", "")


def test_a_dialog_that_is_over_before_it_is_seen_is_no_error(window: Window) -> None:
    dialog = Modal(window, "A short job")
    dialog.bind("<Map>", lambda event: dialog.close())  # laid on the screen, not yet drawn
    assert dialog.run() is None
    assert not dialog.winfo_exists()
