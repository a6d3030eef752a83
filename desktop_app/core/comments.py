"""What the school's people say to each other about a passage of an article. Internal: never in a report or bundle."""

from __future__ import annotations

import re

from db import database
from db.fields import now
from db.models import Comment
from db.text import nfc
from desktop_app.core import articles, audit
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.text_difference import Stretch, beside, changes


class WordsNeeded(UserError):
    message = N_("The comment is empty.")
    hint = N_("Write what should be looked at, then keep it.")


class NoSuchComment(UserError):
    message = N_("This comment is not there.")
    hint = N_("Open the article again; its comments stand beside it.")


def say(article_id: str, text: str, *, quote: str = "", start: int = 0, by_name: str = "") -> str:
    """Comment on the passage ``quote`` from sign ``start`` of the newest text, or on the whole; returns the id.

    Raises WordsNeeded, NoSuchArticle.
    """
    article = articles.article_of(article_id)
    anchor = {"quote": quote, "range_start": start, "range_end": start + len(quote)} if quote.strip() else {}
    with database.atomic():
        comment = _kept(text, article=article, revision=article.head_revision_id, by_name=by_name, **anchor)
        audit.record("comment on article", "article", article_id, by_name, comment=str(comment.id))
    return str(comment.id)


def answer(comment_id: str, text: str, *, by_name: str = "") -> str:
    """Say something to a comment: another word on the same passage, open again; returns its id."""
    first = _comment(comment_id)
    with database.atomic():
        comment = _kept(
            text,
            article=first.article_id,
            revision=first.revision_id,
            quote=first.quote,
            range_start=first.range_start,
            range_end=first.range_end,
            by_name=by_name,
        )
        _settle(first, None, "")
        audit.record("answer comment", "article", str(first.article_id), by_name, comment=str(comment.id))
    return str(comment.id)


def resolve(comment_id: str, *, by_name: str = "") -> None:
    """What was said about this passage has been seen to."""
    comment = _comment(comment_id)
    with database.atomic():
        _settle(comment, now(), by_name)
        audit.record("resolve comment", "article", str(comment.article_id), by_name, comment=comment_id)


def reopen(comment_id: str, *, by_name: str = "") -> None:
    """It was not seen to after all."""
    comment = _comment(comment_id)
    with database.atomic():
        _settle(comment, None, "")
        audit.record("reopen comment", "article", str(comment.article_id), by_name, comment=comment_id)


def place_of(quote: str, start: int, text: str, before: str = "") -> Stretch | None:
    """Where a passage stands in the present ``text``; None when it was rewritten.

    Line breaks and spaces may have changed between its words. Where the same words stand several times, the place that
    belongs to sign ``start`` of ``before``, the text that was commented on, tells which are meant.
    """
    words = quote.split()
    spans = [found.span() for found in re.finditer(r"\s+".join(map(re.escape, words)), text)] if words else []
    if len(spans) > 1 and before:
        start = beside(changes(before, text), start)
    return min(spans, key=lambda span: abs(span[0] - start), default=None)


def _kept(text: str, **facts: object) -> Comment:
    words = nfc(text.strip())
    if not words:
        raise WordsNeeded
    return Comment.create(text=words, **facts)


def _settle(comment: Comment, at: object, by_name: str) -> None:
    """Everything said about the same passage is settled, or open, together."""
    same = [
        getattr(Comment, name) == value if value is not None else getattr(Comment, name).is_null()
        for name, value in (
            ("article", comment.article_id),
            ("revision", comment.revision_id),
            ("range_start", comment.range_start),
            ("quote", comment.quote),
        )
    ]
    Comment.update(resolved_at=at, resolved_by_name=by_name).where(*same).execute()


def _comment(comment_id: str) -> Comment:
    comment = Comment.get_or_none(Comment.id == comment_id)
    if comment is None:
        raise NoSuchComment
    return comment
