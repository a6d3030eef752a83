"""Starting: the one place that puts settings, records and a face together."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop_app.cli import commands
from desktop_app.cli.answers import explain
from desktop_app.cli.parser import parser
from desktop_app.core import i18n
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.paths import default_home
from desktop_app.core.settings import load_settings


def main(arguments: Sequence[str]) -> int:
    """Run ``loa`` with these words; returns the exit code."""
    _speak_unicode()
    i18n.set_language(_wished_language(arguments))
    given = parser().parse_args(arguments)
    home = Home(Path(given.home) if given.home else default_home())
    if given.command and given.command != "screenshot" and not _is_office_window(given):
        return commands.run(home, given)
    try:
        return _office_on_screen(home, given) if _is_office_window(given) else _on_screen(home, given)
    except UserError as error:
        return explain(error, given.json)


def _on_screen(home: Home, given: argparse.Namespace) -> int:
    """The window, or a picture of it. Tk is needed from here on, and only here."""
    from desktop_app.ui import start  # the command line must work where no Tk is installed

    with home.opened():
        settings = load_settings(home.settings_file)
        settings.language = given.lang or settings.language
        i18n.set_language(settings.language)
        return start.take_picture(home, settings, given) if given.command else start.open_window(home, settings)


def _is_office_window(given: argparse.Namespace) -> bool:
    return (given.command, getattr(given, "act", "")) == ("office", "window")


def _office_on_screen(home: Home, given: argparse.Namespace) -> int:
    """The window of an authority: no school's records are opened."""
    from desktop_app.core.office.place import OfficePlace  # a school's start has no time for them
    from desktop_app.ui.office_window import open_office_window  # see _on_screen

    settings = load_settings(home.settings_file)
    i18n.set_language(given.lang or settings.language)
    place = OfficePlace(given.database, given.source, received=home.root / "received")
    return open_office_window(place, settings, home.log)


def _wished_language(arguments: Sequence[str]) -> str:
    """--lang must be known before the words of the help are built."""
    for place, word in enumerate(arguments):
        if (word == "--lang" and arguments[place + 1 : place + 2] == ["en"]) or word == "--lang=en":
            return "en"
    return "vi"


def _speak_unicode() -> None:
    """A Windows console speaks cp1252 unless told; a windowed program has no console at all."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def run() -> None:
    """The entry of ``loa``."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
