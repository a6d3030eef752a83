"""Channels and what went out on them: planned, done, proved with evidence, failed, taken down."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from db import database
from db.models import Article, Channel, Decision, Distribution, Evidence, Usage
from db.text import nfc
from desktop_app.core import article_rules, audit, consent
from desktop_app.core.articles import ReasonNeeded, article_of
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, _
from desktop_app.core.papers import keep_paper
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
COUNTING_KINDS = ("website", "fanpage", "conference", "authority", "press", "district_page")
"""Channels whose first use counts an article for its month; groups and personal pages are not official."""


class NotApprovedYet(UserError):
    message = N_("The newest text of “{title}” is not approved, so it cannot be recorded as published.")
    hint = N_("Send it for approval first; the approval is for exactly the text that goes out.")


class DateInFuture(UserError):
    message = N_("{day} has not come yet.")
    hint = N_("Record a publication on or after the day it happened.")


class PictureMayNotGo(UserError):
    message = N_("A photo may not go to this channel: {why}.")
    hint = N_("Say who is in the picture and write the consent down, or take the photo out of the article.")


class NoSuchChannel(UserError):
    message = N_("There is no channel “{name}”.")
    hint = N_("The plan's channels are: {known}.")


def add_channel(kind: str, name: str, *, url: str = "", official: bool = True) -> str:
    """Keep a way to the public; returns its id."""
    sort = Channel.select().count()
    return str(Channel.create(kind=kind, name=name, url=url, is_official=official, sort=sort).id)


def channel_called(name: str) -> str:
    """The id of the channel with this kind, name or id. Raises NoSuchChannel with the known ones."""
    wanted = nfc(name.strip())
    channels = list(Channel.select().where(Channel.deleted_at.is_null()).order_by(Channel.sort))
    for channel in channels:
        if wanted in (channel.kind, channel.name, str(channel.id)):
            return str(channel.id)
    raise NoSuchChannel(name=name, known=", ".join(channel.kind for channel in channels))


def distribute(article_id: str, channel_id: str, done_on: date, *, by_name: str = "") -> str:
    """Record that the approved text went out on a channel on ``done_on``; returns the distribution's id.

    Raises NotApprovedYet, DateInFuture, PictureMayNotGo.
    """
    article = article_of(article_id)
    channel = Channel.get_by_id(channel_id)
    _refuse_unapproved(article)
    if done_on > date.today():
        raise DateInFuture(day=short_date(done_on))
    _refuse_pictures(article_id, channel.kind, done_on)
    with database.atomic():
        distribution = Distribution.create(
            article=article,
            revision=article.head_revision_id,
            channel=channel,
            done_on=done_on,
            by_name=by_name,
            state="done",
        )
        audit.record("distribute article", "article", article_id, by_name, channel=channel.name, on=str(done_on))
    return str(distribution.id)


def _refuse_unapproved(article: Article) -> None:
    approved = Decision.select().where(
        Decision.article == article,
        Decision.revision == article.head_revision_id,
        Decision.verdict == "approved",
    )
    if not article_rules.can("distribute", article.state) or not approved.exists():
        raise NotApprovedYet(title=article.title)


def _refuse_pictures(article_id: str, kind: str, day: date) -> None:
    if kind not in PUBLIC_KINDS:
        return
    for usage in Usage.select().where(Usage.article == article_id):
        why = consent.obstacle(str(usage.asset_id), kind, day)
        if why:
            raise PictureMayNotGo(why=_(why).lower())


def prove_with_address(distribution_id: str, url: str, *, by_name: str = "") -> None:
    """Keep the public address as evidence."""
    _prove(distribution_id, by_name, kind="url", url=nfc(url.strip()))


def prove_with_file(home: Home, distribution_id: str, file: Path, kind: str, *, by_name: str = "") -> None:
    """Keep a screenshot, minutes, a slip or a photo as evidence: a copy by its hash inside the home folder."""
    paper = keep_paper(home, file)
    _prove(distribution_id, by_name, kind=kind, file_path=paper.place, sha256=paper.sha256, note=paper.name)


def _prove(distribution_id: str, by_name: str, **facts: str) -> None:
    with database.atomic():
        Evidence.create(distribution=distribution_id, **facts)
        Distribution.update(state="proved").where(Distribution.id == distribution_id).execute()
        audit.record("prove distribution", "distribution", distribution_id, by_name, kind=facts["kind"])


def take_down(distribution_id: str, reason: str, *, by_name: str = "") -> None:
    """Say that a publication was taken down, and why."""
    if not reason.strip():
        raise ReasonNeeded
    with database.atomic():
        Distribution.update(state="taken_down", reason=nfc(reason)).where(Distribution.id == distribution_id).execute()
        audit.record("take down", "distribution", distribution_id, by_name, reason=reason)
