"""One article brought to the website, corrected there, or taken off: every step may be done twice and changes nothing.

A draft is made first under a name of ours, so that an answer that got lost is found again; only then go the pictures,
and the words with the wish to be shown come last. Whatever breaks in between, nobody sees half an article.
"""

from __future__ import annotations

import html
from datetime import date
from typing import Any, NamedTuple

from db.models import Article, Channel, Decision, Distribution, Revision, WebPost, WebSite
from desktop_app.core import article_rules
from desktop_app.core.articles import ArticleText
from desktop_app.core.channels import is_open
from desktop_app.core.distribution_rules import ChannelClosed, NotApprovedYet, PictureMayNotGo
from desktop_app.core.distributions import approved_revision, pictures_kept_back
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.periods import short_date
from desktop_app.core.website import rendering
from desktop_app.core.website.client import WordPress
from desktop_app.core.website.errors import GoneThere, HeldBack, PictureGone, TextChanged
from desktop_app.core.website.uploads import forget_pictures, pictures_there, remove_uncovered


class Arrived(NamedTuple):
    """What stands on the website now: where, and exactly which text."""

    link: str
    revision: Revision


def text_that_may_go(article: Article, channel: Channel) -> Revision:
    """The approved text, if it and its pictures may go to this channel today.

    Raises NotApprovedYet, PictureMayNotGo, ChannelClosed: the same as recording the publication would, but before it.
    """
    revision = approved_revision(str(article.id))
    newest = revision is not None and str(revision.id) == article.head_revision_id
    if revision is None or not newest or not article_rules.can("distribute", article.state):
        raise NotApprovedYet(title=article.title)
    for why in pictures_kept_back(str(article.id), channel.kind, date.today()).values():
        raise PictureMayNotGo(why=_(why).lower())
    if not is_open(channel, date.today()):
        raise ChannelClosed(channel=channel.name, day=short_date(date.today()))
    return revision


def publish(home: Home, site: WebSite, post: WebPost, wordpress: WordPress, progress: Progress) -> Arrived:
    """Show the approved text that was offered, with its pictures; an earlier one of the article is replaced.

    Raises TextChanged when another text is the article's now, and every WebsiteTrouble.
    """
    article = post.distribution.article
    if article.state != article_rules.APPROVED or _text_of(article).sha256() != post.text_sha256:
        raise TextChanged(title=article.title)
    revision = text_that_may_go(article, post.distribution.channel)
    try:
        return _shown(home, site, post, revision, wordpress, progress)
    except (GoneThere, PictureGone):  # deleted there by hand: it is made anew, once
        WebPost.update(post_id=None).where(WebPost.id == post.id).execute()
        forget_pictures(site, str(article.id))
        return _shown(home, site, WebPost.get_by_id(post.id), revision, wordpress, progress)


def _shown(
    home: Home, site: WebSite, post: WebPost, revision: Revision, wordpress: WordPress, progress: Progress
) -> Arrived:
    post_id = post.post_id or _place_for(post, revision, wordpress)
    pictures = pictures_there(home, site, post.distribution, wordpress, progress)
    text = ArticleText(revision.title, revision.lead, revision.body)
    facts = {
        "title": html.escape(text.title, quote=False),
        "content": rendering.content(text, pictures),
        "excerpt": rendering.escaped(text.lead),
        "featured_media": next((shown.media_id for shown in pictures if shown), 0),
        "status": "publish",
    }
    route = f"wp/v2/posts/{post_id}"
    there = wordpress.post(route, facts, name=text.title, _fields="id,link,status")
    if there.get("status") != "publish":
        raise HeldBack(host=wordpress.host, user=wordpress.user)
    remove_uncovered(site, str(post.distribution.article_id), wordpress)
    return Arrived(str(there.get("link", "")), revision)


def _place_for(post: WebPost, revision: Revision, wordpress: WordPress) -> int:
    """The article's number on the website: found by our name for it, or a new draft; kept at once."""
    names = _names(post.distribution)
    asked = {"slug": ",".join(names), "status": "any", "context": "edit", "_fields": "id"}
    there = wordpress.ask("wp/v2/posts", **asked) or [_draft(names[0], revision.title, wordpress)]
    WebPost.update(post_id=there[0]["id"]).where(WebPost.id == post.id).execute()
    return int(there[0]["id"])


def _draft(name: str, title: str, wordpress: WordPress) -> dict[str, Any]:
    facts = {"slug": name, "title": html.escape(title, quote=False), "status": "draft"}
    return wordpress.post("wp/v2/posts", facts, name=title, _fields="id")


def _names(distribution: Distribution) -> list[str]:
    """What the article is called at the end of its address, the newest first: one for each title ever approved."""
    article_id = str(distribution.article_id)
    approved = (
        Revision.select(Revision.title)
        .join(Decision, on=Decision.revision == Revision.id)
        .where(Revision.article == article_id, Decision.verdict == "approved")
        .order_by(Revision.number.desc())
    )
    return list(dict.fromkeys(rendering.slug(revision.title, article_id) for revision in approved))


def _text_of(article: Article) -> ArticleText:
    head = Revision.get_by_id(article.head_revision_id)
    return ArticleText(head.title, head.lead, head.body)


def show_again(post: WebPost, wordpress: WordPress, *, status: str) -> None:
    """Take an article off the website ("draft": WordPress keeps it), or show it there again ("publish")."""
    if post.post_id is None:
        return
    title = post.distribution.article.title
    try:
        wordpress.post(f"wp/v2/posts/{post.post_id}", {"status": status}, name=title, _fields="id,status")
    except GoneThere:
        if status == "publish":
            raise
