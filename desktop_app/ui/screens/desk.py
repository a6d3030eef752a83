"""What the pieces of a room work with: one thing to hand on instead of seven."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from desktop_app.core.home import Home
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.screen import ByName, Show
from desktop_app.ui.widgets.toast import Toast


class Desk(NamedTuple):
    """The school's files, long jobs and questions, who sits here; ``saved(words)`` says quietly what was kept."""

    home: Home
    runner: Runner
    dialogs: Dialogs
    toast: Toast
    by_name: ByName
    show: Show
    saved: Callable[[str], object] = lambda words: None

    def to_article(self, article_id: str) -> None:
        """Where an article with the picture is out."""
        self.show("publish", article_id=article_id)
