"""How an article stands with the school's website, in words, and what can be done about it."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from db.queries.web_posts import WebPostRow
from desktop_app.core.i18n import _
from desktop_app.core.periods import short_date
from desktop_app.core.told import kind_of, told
from desktop_app.core.website.queue import Sent
from desktop_app.core.website.site import HEALED_BY_CONNECTING
from desktop_app.ui.dialogs import words_of

OFFLINE = ("Unreachable", "LineBroke", "TooSlow", "LoginPage")
"""Troubles of the line, not of the website."""


class Standing(NamedTuple):
    """A badge (words and kind), a line below it, and the acts that make sense now, the main one first."""

    words: str
    kind: str
    note: str
    acts: tuple[str, ...]


def act_words() -> dict[str, str]:
    """What the buttons say."""
    return {
        "connect": _("Connect the website"),
        "connect_anew": _("Connect anew"),
        "publish": _("Publish on the website"),
        "renew": _("Update on the website"),
        "again": _("Try again"),
        "take_back": _("Take out of the queue"),
        "open": _("Open the page"),
        "send_again": _("Send again"),
    }


def standing(connected: bool, post: WebPostRow | None) -> Standing:
    """How an approved article stands with a website that is ``connected`` or not."""
    if not connected:
        return Standing("", "", _("Where it is WordPress, Loa Trường can publish there by itself."), ("connect",))
    if post is None or (post.state == "withdrawn" and not post.taken_down):
        return Standing("", "", "", ("publish",))
    if post.taken_down:
        return _coming_off(post)
    if post.state == "sent":
        return _there(post)
    trouble = told(post.problem)
    note = " ".join(part for part in words_of(trouble) if part) if trouble else ""
    if post.state == "failed":
        return Standing(_("Not sent to the website"), "late", note, (_remedy(post), "take_back"))
    return Standing(_waits(post), "soon", note, ("again", "take_back"))


def _remedy(post: WebPostRow) -> str:
    if kind_of(post.problem) in HEALED_BY_CONNECTING:
        return "connect_anew"
    return "renew" if post.outdated else "again"


def _coming_off(post: WebPostRow) -> Standing:
    if post.state == "withdrawn":
        return Standing(_("Taken off the website"), "neutral", "", ("publish",))
    return Standing(_("Comes off the website when there is a network"), "soon", "", ("again",))


def _there(post: WebPostRow) -> Standing:
    if post.outdated:
        return Standing(_("An older text is on the website"), "soon", "", ("renew", "open"))
    return Standing(_("On the website"), "good", "", ("open", "send_again"))


def _waits(post: WebPostRow) -> str:
    if post.next_try_at is None:
        return _("Waits to be sent to the website")
    when = moment(post.next_try_at)
    if kind_of(post.problem) in OFFLINE:
        return _("Waits for the network, next try {time}").format(time=when)
    return _("Waits, next try {time}").format(time=when)


def moment(instant: datetime) -> str:
    """10:45 of today, or the day with it."""
    local = instant.astimezone()
    day = "" if local.date() == date.today() else f" {short_date(local.date())}"
    return f"{local:%H:%M}{day}"


def round_words(sent: Sent) -> str:
    """What the strip at the foot says after a round; "" when there is nothing to say."""
    if sent.waiting and sent.trouble is not None and type(sent.trouble).__name__ in OFFLINE:
        return _("Offline, {count} waiting for the website").format(count=sent.waiting)
    if sent.trouble is not None:
        return words_of(sent.trouble)[0]
    return _("On the website {time}").format(time=f"{datetime.now():%H:%M}") if sent.arrived else ""
