"""Where an article goes: planned on a channel, out on its day, proved, corrected by newer words, taken down."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from db import database
from db.fields import now
from db.models import Article, Channel, Decision, Distribution, Evidence, Revision, Usage
from db.text import nfc
from desktop_app.core import article_rules, audit, consent
from desktop_app.core.articles import ReasonNeeded, article_of, is_published
from desktop_app.core.channels import ONE_PLACE_KINDS, PUBLIC_KINDS, is_open
from desktop_app.core.distribution_rules import (
    DONE,
    FAILED,
    PLANNED,
    PROVED,
    STANDING,
    TAKEN_DOWN,
    WITHDRAWN,
    AlreadyThere,
    ChannelClosed,
    CorrectedSince,
    DateInFuture,
    NotApprovedYet,
    NothingToCorrect,
    PictureMayNotGo,
    TooLateToForget,
)
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.papers import keep_paper
from desktop_app.core.periods import short_date
from desktop_app.core.places import chain, newest, row_in, waiting_row
from desktop_app.core.reviews import close_review
from desktop_app.core.screenshots import keep_screenshot


def plan(article_id: str, channel_id: str, day: date, *, by_name: str = "") -> str:
    """Say when an article is to go out on a channel; one that is planned there already moves. Returns its id."""
    article, channel = article_of(article_id), Channel.get_by_id(channel_id)
    if article.state in article_rules.PUT_AWAY:
        raise article_rules.NotAllowedNow(state=article_rules.STATE_WORDS[article.state])
    row = waiting_row(article_id, channel_id) or Distribution(article=article, channel=channel)
    row.planned_on, row.state, row.reason = day, PLANNED, ""
    with database.atomic():
        _keep(row)
        audit.record("plan publication", "distribution", row.id, by_name, channel=channel.name, on=str(day))
    return str(row.id)


def unplan(distribution_id: str, *, by_name: str = "") -> None:
    """Let go of a publication that never happened."""
    row = row_in(distribution_id, (PLANNED, FAILED))
    with database.atomic():
        row.state, row.deleted_at = WITHDRAWN, now()
        row.save()
        audit.record("unplan publication", "distribution", row.id, by_name, planned=str(row.planned_on))


def distribute(
    article_id: str, channel_id: str, done_on: date, *, by_name: str = "", revision_id: str | None = None
) -> str:
    """Record that the approved text went out on a channel on ``done_on``; returns the distribution's id.

    A plan for that channel becomes this publication. Where a channel holds one place only and an older text stands
    there, this corrects it. ``revision_id`` names an approved text that went out although newer words are written;
    without it the newest words must be approved.
    Raises NotApprovedYet, DateInFuture, ChannelClosed, PictureMayNotGo, AlreadyThere.
    """
    article, channel = article_of(article_id), Channel.get_by_id(channel_id)
    revision = _text_that_may_go(article, revision_id)
    earlier = standing_on(article_id, channel_id) if channel.kind in ONE_PLACE_KINDS else None
    if earlier and earlier.revision and earlier.revision.sha256 == revision.sha256:
        raise AlreadyThere(channel=channel.name, day=short_date(earlier.done_on))
    return _go_out(article, channel, revision, done_on, by_name, corrects=earlier)


def correct(distribution_id: str, done_on: date, *, by_name: str = "") -> str:
    """Record that the newest approved text replaced what stood there; the article still counts by its first day."""
    place = newest(row_in(distribution_id, STANDING))
    revision = approved_revision(str(place.article_id))
    if revision is None:
        raise NotApprovedYet(title=place.article.title)
    if place.revision and place.revision.sha256 == revision.sha256:
        raise NothingToCorrect(channel=place.channel.name)
    return _go_out(place.article, place.channel, revision, done_on, by_name, corrects=place)


def _go_out(
    article: Article, channel: Channel, revision: Revision, day: date, by_name: str, *, corrects: Distribution | None
) -> str:
    _refuse_day(channel, day)
    _refuse_pictures(str(article.id), channel.kind, day)
    row = waiting_row(str(article.id), str(channel.id)) or Distribution(article=article, channel=channel)
    row.revision, row.corrects, row.done_on, row.by_name = revision, corrects, day, by_name
    row.state, row.reason, row.recorded_at = DONE, "", now()
    facts = {"channel": channel.name, "on": str(day), "revision": revision.number}
    with database.atomic():
        _keep(row)
        audit.record(
            "correct publication" if corrects else "distribute article", "article", article.id, by_name, **facts
        )
    return str(row.id)


def _keep(row: Distribution) -> None:
    row.save(force_insert=not Distribution.select().where(Distribution.id == row.id).exists())


def approved_revision(article_id: str) -> Revision | None:
    """The newest text of an article that the principal approved, or None."""
    return (
        Revision.select()
        .join(Decision, on=Decision.revision == Revision.id)
        .where(Decision.article == article_id, Decision.verdict == "approved")
        .order_by(Revision.number.desc())
        .first()
    )


def _text_that_may_go(article: Article, revision_id: str | None) -> Revision:
    wanted = revision_id or article.head_revision_id
    approved = Decision.select().where(
        Decision.article == article, Decision.revision == wanted, Decision.verdict == "approved"
    )
    put_away = article.state in article_rules.PUT_AWAY
    may = not put_away if revision_id else article_rules.can("distribute", article.state)
    if not may or not approved.exists():
        raise NotApprovedYet(title=article.title)
    return Revision.get_by_id(wanted)


def _refuse_day(channel: Channel, day: date) -> None:
    if day > date.today():
        raise DateInFuture(day=short_date(day))
    if not is_open(channel, day):
        raise ChannelClosed(channel=channel.name, day=short_date(day))


def _refuse_pictures(article_id: str, kind: str, day: date) -> None:
    for why in pictures_kept_back(article_id, kind, day).values():
        raise PictureMayNotGo(why=_(why).lower())


def pictures_kept_back(article_id: str, kind: str, day: date) -> dict[str, str]:
    """The pictures of an article that may not go to a channel of this kind on ``day``: id and why (a message id)."""
    if kind not in PUBLIC_KINDS:
        return {}
    usages = Usage.select().where(Usage.article == article_id).order_by(Usage.sort)
    return consent.obstacles([str(usage.asset_id) for usage in usages], kind, day)


# ---------------------------------------------------------------- evidence


def prove_with_address(distribution_id: str, url: str, *, by_name: str = "") -> str:
    """Keep the public address as evidence; returns the evidence's id, as the others do."""
    return _prove(distribution_id, by_name, kind="url", url=nfc(url.strip()))


def prove_with_file(home: Home, distribution_id: str, file: Path, kind: str, *, by_name: str = "") -> str:
    """Keep a screenshot, minutes, a slip or a photo as evidence: a copy by its hash inside the home folder."""
    paper = keep_paper(home, file)
    return _prove(distribution_id, by_name, kind=kind, file_path=paper.place, sha256=paper.sha256, note=paper.name)


def prove_with_screenshot(home: Home, distribution_id: str, picture: bytes, *, by_name: str = "") -> str:
    """Keep a picture from the clipboard as evidence. Raises ScreenshotUnreadable for what is no safe picture."""
    paper = keep_screenshot(home, picture)
    return _prove(
        distribution_id, by_name, kind="screenshot", file_path=paper.place, sha256=paper.sha256, note=paper.name
    )


def prove_with_number(distribution_id: str, number: str, *, by_name: str = "") -> str:
    """Keep the number under which an office received it, as it was told."""
    return _prove(distribution_id, by_name, kind="slip", note=nfc(number.strip()))


def _prove(distribution_id: str, by_name: str, **facts: str) -> str:
    row = row_in(distribution_id, STANDING)
    with database.atomic():
        piece = Evidence.create(distribution=distribution_id, **facts)
        row.state = PROVED
        row.save()
        audit.record("prove distribution", "distribution", distribution_id, by_name, **_named(facts))
    return str(piece.id)


def drop_evidence(evidence_id: str, *, by_name: str = "") -> None:
    """Take out a piece of evidence that does not belong there; its file stays in the home folder, the log names it."""
    piece = Evidence.get_by_id(evidence_id)
    facts = {"kind": piece.kind, "url": piece.url, "sha256": piece.sha256}
    with database.atomic():
        row = piece.distribution
        piece.delete_instance()
        if row.state == PROVED and not row.evidence.exists():
            row.state = DONE
            row.save()
        audit.record("drop evidence", "distribution", row.id, by_name, **_named(facts))


def _named(facts: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in facts.items() if value and name in ("kind", "url", "sha256")}


# ---------------------------------------------------------------- what went wrong, what comes away


def fail(distribution_id: str, reason: str, *, by_name: str = "") -> None:
    """Say that a publication did not go out, and why; it can be done later all the same."""
    row = row_in(distribution_id, (PLANNED, DONE))
    row.state, row.reason = FAILED, _reason(reason)
    with database.atomic():
        row.save()
        audit.record("fail publication", "distribution", row.id, by_name, reason=row.reason)


def take_down(distribution_id: str, reason: str, *, by_name: str = "") -> None:
    """Say that a publication was taken down with all its corrections; with the last one the article is taken down."""
    row, reason = row_in(distribution_id, STANDING), _reason(reason)
    with database.atomic():
        for one in chain(row):
            one.state, one.reason = TAKEN_DOWN, reason
            one.save()
        audit.record("take down", "distribution", row.id, by_name, channel=row.channel.name, reason=reason)
        if row.article is not None and not is_published(row.article):
            _put_article_away(row.article, reason)


def _put_article_away(article: Article, reason: str) -> None:
    article.state_before = article_rules.desk_state(article.state)
    article.state, article.state_reason = article_rules.next_state("take_down", article.state), reason
    close_review(article)
    article.save()


def put_back(distribution_id: str, *, by_name: str = "") -> None:
    """Undo a taking down: the place stands again, and so does its article."""
    row = row_in(distribution_id, (TAKEN_DOWN,))
    with database.atomic():
        for one in chain(row):
            one.state, one.reason = PROVED if one.evidence.exists() else DONE, ""
            one.save()
        article = row.article
        if article is not None and article.state == TAKEN_DOWN:
            article.state = article.state_before or article_rules.APPROVED
            article.state_before = article.state_reason = ""
            article.save()
        audit.record("put back", "distribution", row.id, by_name, channel=row.channel.name)


def forget(distribution_id: str, *, by_name: str = "") -> None:
    """Take out a publication that was recorded by mistake today; it stays in the log, and its plan stands again.

    Raises TooLateToForget, CorrectedSince.
    """
    row = row_in(distribution_id, STANDING)
    if row.corrections.where(Distribution.state.in_(STANDING)).exists():
        raise CorrectedSince
    recorded = _local_day(row.recorded_at)
    if recorded != date.today():
        raise TooLateToForget(day=short_date(recorded))
    with database.atomic():
        row.state, row.deleted_at = WITHDRAWN, now()
        row.save()
        if row.planned_on is not None:
            Distribution.create(article=row.article, channel=row.channel, planned_on=row.planned_on)
        audit.record(
            "recorded by mistake", "distribution", row.id, by_name, channel=row.channel.name, on=str(row.done_on)
        )


def _local_day(instant: datetime) -> date:
    return instant.astimezone().date()


def standing_on(article_id: str, channel_id: str) -> Distribution | None:
    """What of an article stands on a channel now: the newest, with the corrections."""
    return (
        Distribution.select()
        .where(Distribution.article == article_id, Distribution.channel == channel_id, Distribution.state.in_(STANDING))
        .order_by(Distribution.id.desc())
        .first()
    )


def _reason(reason: str) -> str:
    if not reason.strip():
        raise ReasonNeeded
    return nfc(reason.strip())
