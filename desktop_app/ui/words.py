"""Small sentences the whole window shares: time left, counts."""

from __future__ import annotations

from desktop_app.core.i18n import _


def time_left(seconds: float | None) -> str:
    """An honest guess in words, or nothing while it is too early to say."""
    if seconds is None:
        return ""
    if seconds < 10:
        return _("a few seconds left")
    if seconds < 60:
        return _("less than a minute left")
    minutes = round(seconds / 60)
    if minutes < 60:
        return _("about {minutes} min left").format(minutes=minutes)
    return _("about {hours} h left").format(hours=round(minutes / 60))


def percent(fraction: float) -> str:
    """0.42 as 42 %."""
    return f"{round(fraction * 100)} %"
