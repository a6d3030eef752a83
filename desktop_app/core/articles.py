"""Articles: begun, written, kept at every save, described, illustrated, sent for approval, put away."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import Article, ArticleAuthor, MediaAsset, Revision, Savepoint, Usage
from db.queries.sync import pc_of
from db.text import nfc
from desktop_app.core import article_rules, audit, reviews
from desktop_app.core.article_rules import ArticleFacts, Requirement
from desktop_app.core.article_templates import questions_left
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.manuscripts.markup import word_count
from desktop_app.core.reviews import close_review


class ReasonNeeded(UserError):
    message = N_("This needs a reason.")
    hint = N_("Say in a few words why; it is kept with the article.")


class NoSuchArticle(UserError):
    message = N_("There is no article {id}.")
    hint = N_("“loa article list” shows every article with its id.")


class InTrash(UserError):
    message = N_("“{title}” lies in the trash.")
    hint = N_("Take it out of the trash first.")


class ChangedElsewhere(UserError):
    message = N_("The text of “{title}” was changed meanwhile: {whose}.")
    hint = N_("Your words are kept. Look at both texts and choose; the other one stays among the versions.")


class ShownAnew(ChangedElsewhere):
    hint = N_("The new text is on the sheet now. Read it, then do this again.")


class ArticleText(NamedTuple):
    """The words of an article; ``body`` is our small markup (see manuscripts.markup)."""

    title: str = ""
    lead: str = ""
    body: str = ""

    def composed(self) -> ArticleText:
        """The same words in the one spelling (NFC) that is kept."""
        return ArticleText(*(nfc(part) for part in self))

    def sha256(self) -> str:
        """The name of exactly these words: what an approval is for."""
        return hashlib.sha256("\x1f".join(self.composed()).encode()).hexdigest()


def start_article(plan_id: str | None, *, topic_id: str | None = None, by_name: str = "", source: str = "") -> str:
    """Begin an empty article; returns its id."""
    with database.atomic():
        article = Article.create(plan=plan_id, topic=topic_id, source_name=source)
        audit.record("start article", "article", article.id, by_name)
    return str(article.id)


def save_article(
    article_id: str,
    text: ArticleText,
    *,
    by_name: str = "",
    reason: str = "save",
    based_on: ArticleText | None = None,
) -> bool:
    """Keep ``text`` as a new revision unless nothing changed; says whether it did.

    An approved text that is changed goes back to review, and an open review moves to the new text.
    What is out on a channel stays out as it is; the change is a correction of it. ``based_on`` is the text that was
    on the writer's sheet: where another PC or window made it another one since, nothing is kept.
    Raises ChangedElsewhere, and NotAllowedNow for an article that was put away.
    """
    text = text.composed()
    with database.atomic():
        article = article_of(article_id)
        if based_on is not None:
            _refuse_unseen(article, (based_on.sha256(), text.sha256()))
        published = is_published(article)
        state = article_rules.next_state("edit", article_rules.standing(article.state, published))
        Savepoint.delete().where(Savepoint.article == article_id).execute()
        if _head_sha256(article) == text.sha256():
            return False
        corrects = published and article.state == article_rules.APPROVED and reason == "save"
        revision = _new_revision(article, text, by_name, "correction" if corrects else reason)
        article.title, article.head_revision_id, article.state = text.title, str(revision.id), state
        article.save()
        if state == article_rules.IN_REVIEW:
            reviews.follow(article, revision, by_name)
    return True


def _refuse_unseen(article: Article, known: Sequence[str]) -> None:
    """A text that the writer never saw must not disappear below the writer's."""
    head = head_revision(article)
    if head is not None and head.sha256 not in known:
        raise ChangedElsewhere(title=head.title, whose=whose(str(head.id)))


def require_seen(article_id: str, seen: ArticleText) -> None:
    """Whoever decides about an article must have its newest text before them. Raises ShownAnew."""
    head = head_revision(article_of(article_id))
    if head is not None and head.sha256 != seen.sha256():
        raise ShownAnew(title=head.title, whose=whose(str(head.id)))


def whose(revision_id: str) -> str:
    """Who wrote a text, on which other PC, and when: “Lò Văn Dơn · Văn phòng 2 · 07/05/2024 10:32”."""
    row = Revision.get_or_none(Revision.id == revision_id)
    if row is None:
        return ""
    parts = (row.by_name, pc_of("revision", revision_id), f"{row.at.astimezone():%d/%m/%Y %H:%M}")
    return " · ".join(part for part in parts if part)


def _head_sha256(article: Article) -> str:
    head = head_revision(article)
    return str(head.sha256) if head else ArticleText().sha256()


def head_revision(article: Article) -> Revision | None:
    """The newest text of an article, or None before the first save."""
    return Revision.get_or_none(Revision.id == article.head_revision_id) if article.head_revision_id else None


def _new_revision(article: Article, text: ArticleText, by_name: str, reason: str) -> Revision:
    number = article.revisions.count() + 1
    return Revision.create(
        article=article, number=number, **text._asdict(), sha256=text.sha256(), by_name=by_name, reason=reason
    )


def keep_savepoint(article_id: str, text: ArticleText) -> None:
    """Put unsaved words on disk, seconds after the last key; the next save takes them away."""
    text = text.composed()
    Savepoint.insert(article=article_id, **text._asdict()).on_conflict(
        conflict_target=[Savepoint.article],
        update={**text._asdict(), Savepoint.at: now()},
    ).execute()


def unsaved_text(article_id: str) -> ArticleText | None:
    """Words that were typed but never saved, when they differ from the newest revision."""
    kept = Savepoint.get_or_none(Savepoint.article == article_id)
    if kept is None:
        return None
    text = ArticleText(kept.title, kept.lead, kept.body)
    return None if text.sha256() == _head_sha256(article_of(article_id)) else text


def drop_savepoint(article_id: str) -> None:
    """Let go of unsaved words after a person chose the saved ones."""
    Savepoint.delete().where(Savepoint.article == article_id).execute()


def put_unsaved_aside(article_id: str, *, by_name: str = "") -> None:
    """Keep unsaved words as an older version, not as the text; the saved text and its approval stay as they are."""
    text = unsaved_text(article_id)
    if text is None:
        return
    with database.atomic():
        _new_revision(article_of(article_id), text, by_name, "auto")
        drop_savepoint(article_id)


def describe_article(
    article_id: str,
    *,
    topic_id: str | None,
    event_date: date | None,
    authors: Sequence[str],
    by_name: str = "",
) -> None:
    """Say what the article is about, when it happened and who wrote it."""
    names = [nfc(name.strip()) for name in authors if name.strip()]
    with database.atomic():
        article = article_of(article_id)
        article.topic, article.event_date = topic_id, event_date
        article.save()
        _name_authors(article, names)
        audit.record("describe article", "article", article_id, by_name, authors=names)


def _name_authors(article: Article, names: Sequence[str]) -> None:
    """The same names again change nothing: another PC may be giving other ones just now."""
    if [author.name for author in article.authors.order_by(ArticleAuthor.sort)] == names:
        return
    ArticleAuthor.delete().where(ArticleAuthor.article == article.id).execute()
    for sort, name in enumerate(names):
        ArticleAuthor.create(article=article.id, name=name, sort=sort)


def place_photos(article_id: str, asset_ids: Sequence[str]) -> None:
    """Put photos of the archive under an article, after those already there; the same one is placed once."""
    with database.atomic():
        placed = {str(usage.asset_id) for usage in Usage.select().where(Usage.article == article_id)}
        for asset_id in asset_ids:
            if asset_id not in placed:
                Usage.create(article=article_id, asset=asset_id, sort=len(placed))
                placed.add(asset_id)


def caption_photo(article_id: str, asset_id: str, caption: str) -> None:
    """Say what stands below a photo in this article; a photo that had no caption yet takes it for the archive too."""
    caption = nfc(caption.strip())
    with database.atomic():
        Usage.update(caption=caption).where(Usage.article == article_id, Usage.asset == asset_id).execute()
        MediaAsset.update(caption=caption).where(MediaAsset.id == asset_id, MediaAsset.caption == "").execute()


def remove_photo(article_id: str, asset_id: str) -> None:
    """Take a photo from under the article; it stays in the archive."""
    Usage.delete().where(Usage.article == article_id, Usage.asset == asset_id).execute()


def article_facts(article: Article) -> ArticleFacts:
    """What the rules ask of an article, counted now."""
    head = head_revision(article)
    usages = list(Usage.select().where(Usage.article == article))
    return ArticleFacts(
        state=article.state,
        title=article.title,
        has_topic=article.topic_id is not None,
        words=word_count(head.body) if head else 0,
        photos=len(usages),
        photos_without_caption=sum(not (usage.caption or usage.asset.caption) for usage in usages),
        has_event_date=article.event_date is not None,
        authors=article.authors.count(),
        published=is_published(article),
        questions_left=questions_left(f"{head.lead}\n{head.body}") if head else 0,
    )


def checklist(article_id: str) -> list[Requirement]:
    """What is looked at before sending, met or not, each with its field."""
    return article_rules.requirements(article_facts(article_of(article_id)))


def refusal(act: str, article_id: str) -> list[Requirement]:
    """What stands in the way of ``act`` on this article now; nothing when it may be done."""
    return article_rules.refusal(act, article_facts(article_of(article_id)))


def submit_article(article_id: str, *, note: str = "", by_name: str = "") -> None:
    """Send the newest text for approval with a word to whoever decides. Raises StillMissing, NotAllowedNow."""
    with _moving("submit", article_id) as article:
        head = head_revision(article)
        assert head is not None, "the rules refuse an article without words"
        reviews.ask(article, head, note=note, by_name=by_name)
        audit.record("submit article", "article", article_id, by_name, revision=head.number)


def withdraw_article(article_id: str, *, by_name: str = "") -> None:
    """Take the article back from review to write on."""
    with _moving("withdraw", article_id) as article:
        close_review(article)
        audit.record("withdraw article", "article", article_id, by_name)


def cancel_article(article_id: str, reason: str, *, by_name: str = "") -> None:
    """Put an article away for a reason; it can be reopened. Published ones are taken down instead."""
    if not reason.strip():
        raise ReasonNeeded
    with _moving("cancel", article_id) as article:
        close_review(article)
        article.state_before = article_rules.desk_state(article.state)
        article.state_reason = nfc(reason)
        audit.record("cancel article", "article", article_id, by_name, reason=reason)


def reopen_article(article_id: str, *, by_name: str = "") -> None:
    """Bring a cancelled article back to where it was; one whose review was closed by it goes back to the desk."""
    with database.atomic():
        article = article_of(article_id)
        desk = article_rules.require("reopen", article_facts(article))
        article.state, article.state_reason, article.state_before = article.state_before or desk, "", ""
        article.save()
        audit.record("reopen article", "article", article_id, by_name)


@contextmanager
def _moving(act: str, article_id: str) -> Iterator[Article]:
    """One act in one transaction: looked at, done and kept, so that two programs never do it twice."""
    with database.atomic():
        article = article_of(article_id)
        state = article_rules.require(act, article_facts(article))
        yield article
        article.state = state
        article.save()


def is_published(article: Article) -> bool:
    """Whether the article has gone out on at least one channel."""
    return bool(article.distributions.where(article.distributions.model.state.in_(("done", "proved"))).exists())


def article_of(article_id: str) -> Article:
    """The article, or NoSuchArticle; one that lies in the trash raises InTrash: nothing is done with it there."""
    article = Article.get_or_none(Article.id == article_id)
    if article is None:
        raise NoSuchArticle(id=article_id)
    if article.deleted_at is not None:
        raise InTrash(title=article.title)
    return article
