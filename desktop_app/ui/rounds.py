"""Rounds to the outside while the window is open: at its start, every minute, and when something was given to it.

Each errand (the website, the mailbox, the store) has rounds of its own; none of them shows a message box by itself.
"""

from __future__ import annotations

import logging
import tkinter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop_app.core.jobs import Progress
from desktop_app.ui.later import Later
from desktop_app.ui.runner import Runner
from desktop_app.ui.widgets.toast import Toast

EVERY_MS = 60 * 1000
"""A look at what is due, not yet a try: whatever waits has its own pause."""
AT_ONCE = timedelta(days=1)
"""The first round waits for nobody's pause: the program was closed meanwhile, and the line may be another."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Errand:
    """``waits``: the event that says something was given; ``due`` and ``job`` take another moment than now, or None.

    ``strip`` and ``arrived`` tell an outcome: (words, online) for the foot of the window, a sentence for the toast.
    """

    name: str
    title: str
    waits: str
    due: Callable[[datetime | None], bool]
    job: Callable[[Progress, datetime | None], Any]
    strip: Callable[[Any], tuple[str, bool]]
    arrived: Callable[[Any], str]


class Rounds:
    """``say(errand's name, words, online)`` is the strip at the foot; ``changed()`` follows every round."""

    def __init__(
        self,
        root: tkinter.Misc,
        errand: Errand,
        *,
        runner: Runner,
        toast: Toast,
        say: Callable[[str, str, bool], object],
        changed: Callable[[], object],
    ) -> None:
        self._errand, self._runner, self._toast, self._say, self._changed = errand, runner, toast, say, changed
        self._under_way = False
        self._later = Later(root, self.look)
        root.bind(errand.waits, lambda event: self.look(), "+")

    def begin(self) -> None:
        """The first round: everything that waits."""
        self.look(datetime.now(UTC) + AT_ONCE)

    def look(self, at: datetime | None = None) -> None:
        """Send what is due (``at`` another moment), if anything is, and look again in a minute."""
        if not self._under_way and self._errand.due(at):
            self._under_way = True
            job = self._errand.job
            self._runner.run_quietly(
                lambda progress: job(progress, at), title=self._errand.title, done=self._done, failed=self._failed
            )
        self._later.start(EVERY_MS)

    def _done(self, outcome: Any) -> None:
        self._under_way = False
        words, online = self._errand.strip(outcome)
        self._say(self._errand.name, words, online)
        sentence = self._errand.arrived(outcome)
        if sentence:
            self._toast.say(sentence)
        self._changed()
        self.look()  # what was given meanwhile

    def _failed(self, error: BaseException) -> None:
        """What nobody foresaw is written down; a round that nobody asked for shows no message box."""
        self._under_way = False
        _log.error("the round to the %s broke off", self._errand.name, exc_info=error)
