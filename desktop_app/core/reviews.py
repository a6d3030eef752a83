"""Asking for approval: one review open for an article, each for one exact text with the short code of its slip."""

from __future__ import annotations

import hashlib

from db.fields import now
from db.models import Article, Review, Revision
from db.text import fold, nfc

SIGNS = "0123456789ACDEFHJKMNPRTVWXY"
"""Signs of a code. No two of them are taken for each other in print or handwriting."""
CODE_LENGTH = 6
LOOK_ALIKES = str.maketrans("OQILZSBGU", "00112586V")
"""What a person may read for a sign of ours."""


def open_review(article: Article) -> Review | None:
    """The one review of an article that waits for a decision."""
    return article.reviews.where(Review.closed_at.is_null()).first()


def ask(article: Article, revision: Revision, *, note: str = "", by_name: str = "") -> Review:
    """Open the review of ``revision``. The records themselves refuse a second open one."""
    return Review.create(
        article=article, revision=revision, note=nfc(note.strip()), by_name=by_name, code=_code_for(str(revision.id))
    )


def follow(article: Article, revision: Revision, by_name: str) -> None:
    """The text changed: its open review ends, and the newer words are asked about with the same note, since the same
    day, under a code of their own. A slip already printed keeps naming the words that are on it."""
    before = open_review(article)
    close_review(article)
    after = ask(article, revision, note=before.note if before else "", by_name=before.by_name if before else by_name)
    if before is not None:
        after.opened_at = before.opened_at
        after.save()


def close_review(article: Article) -> None:
    """End the open review of an article."""
    Review.update(closed_at=now()).where(Review.article == str(article.id), Review.closed_at.is_null()).execute()


def read_code(typed: str) -> str:
    """The code a person means: small letters, spaces, dashes and look-alikes are understood."""
    signs = fold(typed).upper().translate(LOOK_ALIKES)
    return "".join(sign for sign in signs if sign in SIGNS)


def _code_for(revision_id: str) -> str:
    """A code that no other slip of this school has."""
    tries = (_code(f"{revision_id}/{number}") for number in range(1000))
    return next(code for code in tries if not Review.select().where(Review.code == code).exists())


def _code(name: str) -> str:
    number = int.from_bytes(hashlib.sha256(name.encode()).digest())
    return "".join(SIGNS[number // len(SIGNS) ** place % len(SIGNS)] for place in range(CODE_LENGTH))
