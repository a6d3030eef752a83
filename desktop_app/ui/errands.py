"""Everything that leaves the school by itself while the window is open, each with the room that shows what arrived."""

from __future__ import annotations

from desktop_app.core.home import Home
from desktop_app.core.settings import Settings
from desktop_app.ui.rounds import Errand, Rounds
from desktop_app.ui.screens.publish.website_errand import website_errand
from desktop_app.ui.screens.reports.mail_errand import mail_errand
from desktop_app.ui.screens.settings.sync_errand import sync_errand

__all__ = ["Rounds", "errands"]


def errands(home: Home, settings: Settings) -> list[tuple[Errand, str]]:
    """The errands of this PC, and the room that is laid anew after a round."""
    return [
        (website_errand(home), "publish"),
        (mail_errand(home, settings), "reports"),
        (sync_errand(home, settings), "settings"),
    ]
