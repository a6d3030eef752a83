"""The queue to the website: an approved article is offered once, and goes when the line is there.

Whether there is a line is learnt by trying the website itself; nobody else is asked. What the line stopped is tried
again at most five minutes apart, what the website's own trouble stopped one hour; what needs a person waits for it.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import AuditEvent, Channel, Distribution, Evidence, WebPost, WebSite
from db.queries import web_posts
from db.queries.web_posts import WebPostRow
from desktop_app.core import audit, distributions
from desktop_app.core.articles import article_of
from desktop_app.core.distribution_rules import FAILED, PLANNED, STANDING, TAKEN_DOWN
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.one_at_a_time import only_one
from desktop_app.core.pauses import pause_after
from desktop_app.core.told import kept
from desktop_app.core.website.client import WordPress
from desktop_app.core.website.errors import PutThereByHand, WebsiteTrouble
from desktop_app.core.website.line import PATIENCE
from desktop_app.core.website.sending import Arrived, publish, show_again, text_that_may_go
from desktop_app.core.website.site import password_of, site_behind

OFFER = "offer to website"

_log = logging.getLogger(__name__)


class Sent(NamedTuple):
    """One round of the queue: titles that arrived, how many wait on, the last trouble in the way."""

    arrived: list[str]
    waiting: int
    trouble: UserError | None


def offer(article_id: str, channel_id: str, *, by_name: str = "") -> str:
    """Give an approved article to the website behind a channel; returns the id of its (planned) publication.

    The same article again means the newest approved text: it replaces what stands there.
    Raises NoWebsite, NotApprovedYet, PictureMayNotGo, ChannelClosed, PutThereByHand.
    """
    site_behind(channel_id)
    article, channel = article_of(article_id), Channel.get_by_id(channel_id)
    text = text_that_may_go(article, channel)
    with database.atomic():
        post = _post_of(article_id, channel_id) or _new_post(article_id, channel, by_name)
        _set(str(post.id), state="queued", text_sha256=text.sha256, tries=0, next_try_at=None, problem="")
        audit.record(OFFER, "article", article_id, by_name, channel=channel.name, revision=text.number)
    return str(post.distribution_id)


def _post_of(article_id: str, channel_id: str) -> WebPost | None:
    live = (PLANNED, FAILED, *STANDING)
    return (
        WebPost.select()
        .join(Distribution)
        .where(Distribution.article == article_id, Distribution.channel == channel_id, Distribution.state.in_(live))
        .order_by(WebPost.id.desc())
        .first()
    )


def _new_post(article_id: str, channel: Channel, by_name: str) -> WebPost:
    """A place in the queue; what was taken down before has nothing more to say to the website."""
    earlier = Distribution.select(Distribution.id).where(
        Distribution.article == article_id, Distribution.channel == channel.id
    )
    WebPost.update(state="withdrawn").where(WebPost.distribution.in_(earlier)).execute()
    return WebPost.create(distribution=_place(article_id, channel, by_name))


def _place(article_id: str, channel: Channel, by_name: str) -> Distribution:
    """The publication that waits on this channel for the article, or a new one for today."""
    if distributions.standing_on(article_id, str(channel.id)) is not None:
        raise PutThereByHand(channel=channel.name)
    planned = Distribution.get_or_none(
        Distribution.article == article_id,
        Distribution.channel == channel.id,
        Distribution.state.in_((PLANNED, FAILED)),
    )
    day = planned.planned_on if planned and planned.planned_on else now().astimezone().date()
    return Distribution.get_by_id(distributions.plan(article_id, str(channel.id), day, by_name=by_name))


def try_again(distribution_id: str) -> None:
    """Try at the next round what waits or was refused, without any further pause."""
    row = web_posts.state_of(distribution_id)
    if row is None:
        return
    post = WebPost.get(WebPost.distribution == row.distribution_id)
    state = "queued" if post.state == "failed" else post.state
    _set(str(post.id), state=state, tries=0, next_try_at=None, problem="")


def take_back(distribution_id: str, *, by_name: str = "") -> None:
    """Take an article out of the queue before it has arrived; its planned day stays.

    A publication that stands is taken down instead (distributions.take_down).
    """
    row = web_posts.state_of(distribution_id)
    if row is None or row.state not in ("queued", "failed"):
        return
    post, standing = (
        WebPost.distribution == row.distribution_id,
        distributions.standing_on(row.article_id, row.channel_id),
    )
    with database.atomic():
        if standing is not None:  # a correction: the text that is there already stays
            facts = {"state": "sent", "problem": "", "text_sha256": standing.revision.sha256}
            WebPost.update(**facts).where(post).execute()
        else:
            WebPost.delete().where(post).execute()
        audit.record("take back from website", "article", row.article_id, by_name, channel=row.channel)


def send_waiting(home: Home, progress: Progress, *, patience: float = PATIENCE, at: datetime | None = None) -> Sent:
    """Tell each website what is due, the oldest first; what its line or its password stops waits with all the rest.

    While another program sends, this one leaves it to it. Raises Cancelled; what has arrived by then is recorded.
    ``patience`` is in seconds for a small answer.
    """
    arrived: list[str] = []
    trouble: UserError | None = None
    with only_one(home, "website") as ours:
        due = sorted(web_posts.due(at), key=_by_site) if ours else []
        for channel_id, rows in groupby(due, _by_site):
            titles, stopped = _tell_site(home, site_behind(channel_id), list(rows), progress, patience)
            arrived += titles
            trouble = stopped or trouble
    return Sent(arrived, len(web_posts.waiting()), trouble)


def _by_site(row: WebPostRow) -> str:
    return row.channel_id  # sorting keeps the order of waiting within one website


def _tell_site(
    home: Home, site: WebSite, rows: list[WebPostRow], progress: Progress, patience: float
) -> tuple[list[str], UserError | None]:
    arrived: list[str] = []
    stopped: UserError | None = None
    try:
        password = password_of(site)
    except WebsiteTrouble as error:
        _stop(rows[0], error)
        return arrived, error
    with WordPress(site.address, site.user_name, password, progress, patience) as wordpress:
        for row in rows:
            try:
                arrived += _tell(home, site, row, wordpress, progress)
            except UserError as error:
                stopped = error
                _log.info("website: %s waits: %s", row.distribution_id, type(error).__name__)
                if _stop(row, error):
                    break
    return arrived, stopped


def _tell(home: Home, site: WebSite, row: WebPostRow, wordpress: WordPress, progress: Progress) -> list[str]:
    """Bring one article's state there to what it is here; its title where it has been shown."""
    post = WebPost.get(WebPost.distribution == row.distribution_id)
    if post.distribution.state == TAKEN_DOWN:
        show_again(post, wordpress, status="draft")
        _set(str(post.id), state="withdrawn", tries=0, next_try_at=None, problem="")
        return []
    if post.state == "withdrawn":
        show_again(post, wordpress, status="publish")
        _set(str(post.id), state="sent", tries=0, next_try_at=None, problem="")
        return [row.title]
    _record(post, publish(home, site, post, wordpress, progress))
    return [row.title]


def _record(post: WebPost, there: Arrived) -> None:
    """The article is out: publication, evidence and queue are written together or not at all."""
    place, by_name = post.distribution, _offered_by(str(post.distribution.article_id))
    facts = (str(place.article_id), str(place.channel_id))
    with database.atomic():
        standing = distributions.standing_on(*facts)
        if standing is None or standing.revision.sha256 != there.revision.sha256:
            day, revision_id = now().astimezone().date(), str(there.revision.id)
            done = distributions.distribute(*facts, day, by_name=by_name, revision_id=revision_id)
        else:
            done = str(standing.id)  # the same text once more, or recorded by hand while it waited
        if not Evidence.select().where(Evidence.distribution == done, Evidence.url == there.link).exists():
            distributions.prove_with_address(done, there.link, by_name=by_name)
        _set(str(post.id), state="sent", link=there.link, tries=0, next_try_at=None, problem="")


def _offered_by(article_id: str) -> str:
    """Who pressed the button, hours or days ago."""
    offers = AuditEvent.select().where(AuditEvent.act == OFFER, AuditEvent.record_id == article_id)
    last = offers.order_by(AuditEvent.id.desc()).first()
    return str(last.by_name) if last else ""


def _stop(row: WebPostRow, error: UserError) -> bool:
    """Keep what stands in the way; says whether it stands in the way of the whole website."""
    trouble = error if isinstance(error, WebsiteTrouble) else None
    whole_site = trouble is not None and trouble.whole_site
    others = [one for one in web_posts.waiting() if one.channel_id == row.channel_id] if whole_site else [row]
    wait = pause_after(row.tries, trouble.longest_pause, trouble.wait_seconds) if trouble else 0
    with database.atomic():
        for one in others:
            facts = {"problem": kept(error), "next_try_at": now() + timedelta(seconds=wait)}
            if trouble is not None and trouble.by_itself:
                facts["tries"] = row.tries + 1
            else:
                facts["state"] = "failed"
            WebPost.update(**facts).where(WebPost.distribution == one.distribution_id).execute()
    return whole_site


def _set(post_id: str, **facts: object) -> None:
    WebPost.update(**facts).where(WebPost.id == post_id).execute()
