"""Work leaves the school by itself while the window is open: rounds to the store, told at the foot of the window."""

from __future__ import annotations

from datetime import datetime

from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.settings import Settings
from desktop_app.core.sync.background import Rhythm, Synced
from desktop_app.core.sync.errors import StoreOffline
from desktop_app.ui.dialogs import words_of
from desktop_app.ui.rounds import Errand

SYNC_WAITS = "<<SyncWaits>>"
"""Sent to the window when a round is wished for at once; the rounds hear it."""


def sync_errand(home: Home, settings: Settings) -> Errand:
    """The rounds to the store of this PC."""
    rhythm = Rhythm(settings)

    def go(progress: Progress, at: datetime | None) -> Synced:
        return rhythm.round(home, progress)

    return Errand(
        name="sync",
        title=_("Syncing"),
        waits=SYNC_WAITS,
        due=rhythm.due,
        job=go,
        strip=lambda synced: (strip_words(synced), synced.problem is None),
        arrived=_arrived,
    )


def strip_words(synced: Synced) -> str:
    """What waits, why, and when it is tried again; else what wants a person, else that all is in order."""
    when = f"{synced.next_at.astimezone():%H:%M}"
    if isinstance(synced.problem, StoreOffline):
        return _("Offline, {count} changes wait; next try {time}").format(count=synced.waiting, time=when)
    if synced.problem is not None:
        return _("{problem} Next try {time}").format(problem=words_of(synced.problem)[0], time=when)
    outcome = synced.outcome
    if outcome is not None and outcome.braked:
        return _("{count} removals wait for a person (Settings)").format(count=outcome.braked)
    if outcome is not None and outcome.conflicts:
        return _("{count} records differ between PCs (Settings)").format(count=outcome.conflicts)
    bundles = synced.handed_in.waiting if synced.handed_in is not None else 0
    if bundles or synced.waiting:
        words = _("{count} report bundles wait to be sent") if bundles else _("{count} files wait to be sent")
        return words.format(count=bundles or synced.waiting)
    return _("Synced {time}").format(time=f"{datetime.now():%H:%M}")


def _arrived(synced: Synced) -> str:
    """What came, and what reached the store whole."""
    parts = []
    if synced.outcome is not None and synced.outcome.received:
        parts.append(_("{count} changes came from other PCs").format(count=synced.outcome.received))
    if synced.handed_in is not None and synced.handed_in.sent:
        parts.append(_("In the store now: {bundles}").format(bundles=", ".join(synced.handed_in.sent)))
    return " · ".join(parts)
