"""Channels: the ways to the public and to the authority, each with its address and the days it was in use."""

from __future__ import annotations

from datetime import date

from db import database
from db.fields import now
from db.models import Channel, Distribution
from db.text import nfc
from desktop_app.core import audit
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.periods import short_date

KIND_WORDS = {
    "website": N_("School website"),
    "fanpage": N_("Fanpage"),
    "groups": N_("Groups and people on social networks"),
    "personal": N_("Personal pages"),
    "conference": N_("Conference or event"),
    "authority": N_("Sent to the authority"),
    "press": N_("Press"),
    "district_page": N_("District information page"),
}
PUBLIC_KINDS = ("website", "fanpage", "groups", "personal", "press", "district_page")
"""Channels anyone can see: a pupil's picture goes there only with consent."""
SHOWN_KINDS = (*PUBLIC_KINDS, "conference", "authority")
"""Every way a picture leaves the archive: each is asked for by itself when a consent is written down."""
COUNTING_KINDS = ("website", "fanpage", "conference", "authority", "press", "district_page")
"""Channels whose first use counts an article for its month; groups and personal pages are not official."""

ONE_PLACE_KINDS = ("website", "fanpage", "district_page")
"""Channels where an article stands once: a newer text replaces the older one there."""
USED = ("planned", "done", "proved", "failed", "taken_down")


class NoSuchChannel(UserError):
    message = N_("There is no channel “{name}”.")
    hint = N_("The plan's channels are: {known}.")


class ChannelNameMissing(UserError):
    message = N_("The channel has no name.")
    hint = N_("Give it the name people know it by, as “School website”.")


class ChannelInUse(UserError):
    message = N_("“{name}” is used by {count} publications; its kind stays and it is not deleted.")
    hint = N_("Close it with its last day instead: what went out there stays in the records.")


class DaysCrossed(UserError):
    message = N_("{last} is before {first}.")
    hint = N_("Give a last day on or after the first.")


def add_channel(
    kind: str,
    name: str,
    *,
    url: str = "",
    official: bool = True,
    first: date | None = None,
    last: date | None = None,
) -> str:
    """Keep a way to the public, in use from ``first`` to ``last``; returns its id. Raises DaysCrossed."""
    _refuse_crossed(first, last)
    facts = {"kind": kind, "name": _named(name), "url": nfc(url.strip()), "is_official": official}
    sort = Channel.select().count()
    return str(Channel.create(**facts, valid_from=first, valid_to=last, sort=sort).id)


def describe_channel(channel_id: str, *, kind: str, name: str, url: str, official: bool, by_name: str = "") -> None:
    """Correct what is said of a channel. Raises ChannelInUse for another kind once something went out there."""
    channel = Channel.get_by_id(channel_id)
    if kind != channel.kind:
        _refuse_used(channel)
    channel.kind, channel.name, channel.url, channel.is_official = kind, _named(name), nfc(url.strip()), official
    with database.atomic():
        channel.save()
        audit.record("describe channel", "channel", channel_id, by_name, name=channel.name, url=channel.url)


def use_channel(channel_id: str, first: date | None, last: date | None, *, by_name: str = "") -> None:
    """Say from when to when a channel is in use; None leaves that end open. Raises DaysCrossed."""
    _refuse_crossed(first, last)
    with database.atomic():
        Channel.update(valid_from=first, valid_to=last).where(Channel.id == channel_id).execute()
        audit.record("use channel", "channel", channel_id, by_name, first=str(first or ""), last=str(last or ""))


def remove_channel(channel_id: str, *, by_name: str = "") -> None:
    """Take out a channel nothing ever went to. Raises ChannelInUse."""
    channel = Channel.get_by_id(channel_id)
    _refuse_used(channel)
    with database.atomic():
        channel.deleted_at = now()
        channel.save()
        audit.record("remove channel", "channel", channel_id, by_name, name=channel.name)


def bring_channel_back(channel_id: str, *, by_name: str = "") -> None:
    """Undo the removal of a channel."""
    with database.atomic():
        Channel.update(deleted_at=None).where(Channel.id == channel_id).execute()
        audit.record("bring channel back", "channel", channel_id, by_name)


def is_open(channel: Channel, day: date) -> bool:
    """Whether a channel is in use on ``day``."""
    return (channel.valid_from or day) <= day <= (channel.valid_to or day)


def _refuse_crossed(first: date | None, last: date | None) -> None:
    if first and last and last < first:
        raise DaysCrossed(first=short_date(first), last=short_date(last))


def _refuse_used(channel: Channel) -> None:
    count = Distribution.select().where(Distribution.channel == channel, Distribution.state.in_(USED)).count()
    if count:
        raise ChannelInUse(name=channel.name, count=count)


def _named(name: str) -> str:
    if not name.strip():
        raise ChannelNameMissing
    return nfc(name.strip())


def channel_called(name: str) -> str:
    """The id of the channel with this kind, name or id. Raises NoSuchChannel with the known ones."""
    wanted = nfc(name.strip())
    channels = list(Channel.select().where(Channel.deleted_at.is_null()).order_by(Channel.sort))
    for channel in channels:
        if wanted in (channel.kind, channel.name, str(channel.id)):
            return str(channel.id)
    raise NoSuchChannel(name=name, known=", ".join(channel.kind for channel in channels))
