"""Trying something out from a dialog or a card: off the window's thread, one at a time, its outcome said in a line."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from typing import Any

import ttkbootstrap as ttk

from desktop_app.core.errors import UserError
from desktop_app.core.jobs import Progress
from desktop_app.ui.dialogs import Dialogs, words_of
from desktop_app.ui.runner import Job, Runner


class Trial:
    """``owner`` may be gone before it ends; ``button`` is grey meanwhile; ``say(words, colour)`` tells how it went."""

    def __init__(
        self,
        owner: tkinter.Misc,
        button: ttk.Button,
        *,
        say: Callable[[str, str], object],
        runner: Runner,
        dialogs: Dialogs,
    ) -> None:
        self._owner, self._button, self._say, self._runner, self._dialogs = owner, button, say, runner, dialogs
        self._progress: Progress | None = None

    @property
    def under_way(self) -> bool:
        """Whether one is being made."""
        return self._progress is not None

    def start(self, job: Job[Any], done: Callable[[Any], object], words: str) -> None:
        """Begin, saying ``words`` meanwhile; ``done`` gets the outcome if the owner is still there."""
        self._say(words, "secondary")
        self._button.configure(state="disabled")
        self._progress = self._runner.run(
            job, done=lambda outcome: None if self._over() else done(outcome), failed=self._failed
        )

    def cancel(self) -> None:
        """Let go of one that is under way."""
        if self._progress is not None:
            self._progress.cancel()

    def _failed(self, error: BaseException) -> None:
        if self._over():
            return
        if isinstance(error, UserError):
            self._say("\n".join(words_of(error)), "danger")
        else:
            self._dialogs.show_error(error)

    def _over(self) -> bool:
        """Take note that the trial has ended; says whether its owner is gone already."""
        self._progress = None
        if not self._owner.winfo_exists():
            return True
        self._button.configure(state="normal")
        return False
