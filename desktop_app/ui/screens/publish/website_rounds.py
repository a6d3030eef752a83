"""The rounds to the website while the window is open: at its start, every minute, and when someone asks."""

from __future__ import annotations

import logging
import tkinter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from db.queries import web_posts
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.website.queue import Sent, send_waiting
from desktop_app.ui.later import Later
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.publish.website import WAITS
from desktop_app.ui.screens.publish.website_words import round_words
from desktop_app.ui.widgets.toast import Toast

EVERY_MS = 60 * 1000
"""A look at what is due, not yet a try: each article has its own pause (core.website.queue)."""
AT_ONCE = timedelta(days=1)
"""The first round waits for nobody's pause: the program was closed meanwhile, and the line may be another."""

_log = logging.getLogger(__name__)


class WebsiteRounds:
    """``say(words, online)`` is the strip at the foot; ``changed()`` follows when an article has arrived."""

    def __init__(
        self,
        root: tkinter.Misc,
        *,
        home: Home,
        runner: Runner,
        toast: Toast,
        say: Callable[[str, bool], object],
        changed: Callable[[], object],
    ) -> None:
        self._home, self._runner, self._toast, self._say, self._changed = home, runner, toast, say, changed
        self._under_way = False
        self._later = Later(root, self.look)
        root.bind(WAITS, lambda event: self.look(), "+")

    def begin(self) -> None:
        """The first round: everything that waits."""
        self.look(datetime.now(UTC) + AT_ONCE)

    def look(self, at: datetime | None = None) -> None:
        """Send what is due (``at`` another moment), if anything is, and look again in a minute."""
        if not self._under_way and web_posts.due(at):
            self._under_way = True
            title = _("Sending to the website")
            self._runner.run_quietly(
                partial(send_waiting, self._home, at=at), title=title, done=self._done, failed=self._failed
            )
        self._later.start(EVERY_MS)

    def _done(self, sent: Sent) -> None:
        self._under_way = False
        words = round_words(sent)
        if words:
            self._say(words, sent.trouble is None)
        if sent.arrived:
            titles = ", ".join(f"“{title}”" for title in sent.arrived)
            self._toast.say(_("Published on the website: {titles}").format(titles=titles))
        self._changed()
        self.look()  # what was given to the website meanwhile

    def _failed(self, error: BaseException) -> None:
        """What nobody foresaw is written down; a round that nobody asked for shows no message box."""
        self._under_way = False
        _log.error("the round to the website broke off", exc_info=error)
