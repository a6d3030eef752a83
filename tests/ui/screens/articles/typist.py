"""People at real windows who type and type until they are killed. A program of its own, for test_kills.

python -m tests.ui.screens.articles.typist TEMPLATE FOLDER KILLS DESKS SEED

At each desk stands a screen of its own (Xvfb), so that no window takes the keyboard from another. There one person
after the other opens a copy of TEMPLATE (a home folder) and types; each letter the sheet has taken goes into a log
with the time. After a random while: kill -9. What is left of everyone is FOLDER/<number>/home, log and killed (the
time). Modules are imported once and the process forked before any window is there, so that a kill costs little more
than the typing.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from db import database
from db.models import Article
from desktop_app.core.home import Home
from desktop_app.core.settings import Settings
from desktop_app.ui.rooms import rooms
from desktop_app.ui.screens.articles import room as _room  # noqa: F401  # read once, before the forks
from desktop_app.ui.window import Window

SHORTEST, LONGEST = 0.5, 6.0
"""Seconds of typing before the kill."""
HURRY = (15, 110)
"""Milliseconds between two letters."""
WORDS = ("sáng", "nay", "thầy", "và", "trò", "Mường", "Mươn", "đọc", "sách", "dưới", "gốc", "cây", "ban", "rất", "vui")


def main(template: Path, folder: Path, kills: int, desks: int, seed: int) -> None:
    """Let so many people type at so many desks, and kill each of them."""
    people = [os.fork() or _sit_down(template, folder, range(desk, kills, desks), seed) for desk in range(desks)]
    for person in people:
        _pid, status = os.waitpid(person, 0)
        assert status == 0, status


def _sit_down(template: Path, folder: Path, numbers: range, seed: int) -> int:
    """One desk: its people one after the other. Never returns: it is a process of its own."""
    try:
        with screen():
            for number in numbers:
                _live_and_die(template, folder / str(number), random.Random(seed * 1000 + number))
        os._exit(0)
    except BaseException as problem:
        print(repr(problem), file=sys.stderr, flush=True)
        os._exit(1)


@contextmanager
def screen() -> Iterator[None]:
    """A screen nobody else types on."""
    reader, writer = os.pipe()
    arguments = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-noreset", "-nolisten", "tcp"]
    server = subprocess.Popen(arguments, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as told:
        os.environ["DISPLAY"] = f":{told.readline().strip()}"
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def _live_and_die(template: Path, place: Path, chance: random.Random) -> None:
    place.mkdir(parents=True)
    shutil.copytree(template, place / "home")
    reader, writer = os.pipe()
    person = os.fork()
    if person == 0:
        os.close(reader)
        _type_for_ever(Home(place / "home"), place / "log", writer, chance)
    os.close(writer)
    begun = os.read(reader, 1)  # the first letter is on the sheet; nothing at all when the window failed
    os.close(reader)
    time.sleep(chance.uniform(SHORTEST, LONGEST))
    os.kill(person, signal.SIGKILL)
    (place / "killed").write_text(str(time.monotonic()))
    _pid, status = os.waitpid(person, 0)
    assert begun, place
    assert os.WIFSIGNALED(status), (place, status)


def _type_for_ever(home: Home, log: Path, begun: int, chance: random.Random) -> None:
    """The real window with the room of articles in it, and somebody who types. Ends by being killed."""
    try:
        with home.opened():
            settings = Settings(home.settings_file, language="en", user_name="Cô Hoa")
            window = Window(settings, session=database.connection_context)
            window.furnish(rooms(window, home, settings))
            window.show("articles", article_id=str(Article.get().id))
            Typist(window, log, begun, chance)
            window.mainloop()
    except BaseException:
        traceback.print_exc()
    os._exit(1)


class Typist:
    """Types into title, lead and body, one letter after the other, as keys and as an input method does."""

    def __init__(self, window: Window, log: Path, begun: int, chance: random.Random) -> None:
        room: Any = window.screen
        fields = room.editor.fields
        self._fields = [("title", fields.title, 8), ("lead", fields.lead.text, 16), ("body", fields.body.text, 10**9)]
        self._window, self._begun, self._chance = window, begun, chance
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._letters = iter("")
        self._enter()

    def _enter(self) -> None:
        """Go to the next field and wait for the keyboard to be there."""
        self._name, self._field, self._left = self._fields.pop(0)
        self._letters = iter("")
        self._field.focus_force()
        self._window.after(20, self._type)

    def _type(self) -> None:
        if str(self._window.tk.call("focus")) != str(self._field):
            self._window.after(10, self._type)
            return
        letter = next(self._letters, "")
        if not letter:
            word = self._chance.choice(WORDS)
            self._letters = iter(word + (" " if self._name != "body" or self._chance.random() < 0.9 else "\n"))
            letter = next(self._letters)
        self._press(letter)
        os.write(self._log, f"{time.monotonic()}\t{self._name}\t{ord(letter)}\n".encode())
        if self._begun:
            os.write(self._begun, b"x")
            os.close(self._begun)
            self._begun = 0
        self._left -= 1
        if self._left:
            self._window.after(self._chance.randint(*HURRY), self._type)
        else:
            self._enter()

    def _press(self, letter: str) -> None:
        keys = {" ": "<space>", "\n": "<Return>"}
        if letter in keys or letter.isascii():
            self._field.event_generate(keys.get(letter, f"<Key-{letter}>"))
        else:
            self._field.insert("insert", letter)
        self._field.event_generate("<KeyRelease>", keysym="a")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:6]))
