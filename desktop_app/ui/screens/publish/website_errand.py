"""What waits for the school's website is sent in rounds while the window is open."""

from __future__ import annotations

from datetime import datetime

from db.queries import web_posts
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.website.queue import Sent, send_waiting
from desktop_app.ui.rounds import Errand
from desktop_app.ui.screens.publish.website import WAITS
from desktop_app.ui.screens.publish.website_words import round_words


def website_errand(home: Home) -> Errand:
    """The rounds to the websites of this school."""

    def send(progress: Progress, at: datetime | None) -> Sent:
        return send_waiting(home, progress, at=at)

    return Errand(
        name="website",
        title=_("Sending to the website"),
        waits=WAITS,
        due=lambda at: bool(web_posts.due(at)),
        job=send,
        strip=lambda sent: (round_words(sent), sent.trouble is None),
        arrived=_arrived,
    )


def _arrived(sent: Sent) -> str:
    titles = ", ".join(f"“{title}”" for title in sent.arrived)
    return _("Published on the website: {titles}").format(titles=titles) if titles else ""
