"""The versions of an article: what each changed, and how an older one comes back without losing the newer."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from db import database
from db.queries import revisions as rows
from db.queries.revisions import RevisionRow
from desktop_app.core import articles, audit
from desktop_app.core.articles import ArticleText
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.manuscripts.markup import plain_text
from desktop_app.core.text_difference import changed_sentences, words_changed

REASON_WORDS = {
    "auto": N_("kept aside, not chosen"),
    "restore": N_("brought back"),
    "import": N_("taken from a file"),
    "correction": N_("correction of what is out"),
}
"""Why a version was made, where it was not simply saved."""
ASIDE = "auto"
"""Words that were typed and not chosen: they lie among the versions but never were the text."""


class NoSuchVersion(UserError):
    message = N_("This version of the article is not there.")
    hint = N_("Look at the history of the article: it lists every version.")


class Changed(NamedTuple):
    """What a version changed against the one before it."""

    sentences: int
    words_added: int
    words_taken: int


class Version(NamedTuple):
    """A text of the article with what it changed; None for the first."""

    row: RevisionRow
    changed: Changed | None

    @property
    def text(self) -> ArticleText:
        """Its words."""
        return _text(self.row)


def versions(article_id: str) -> list[Version]:
    """Every version, newest first. Each is held against the newest before it that was the text."""
    found: list[Version] = []
    before: RevisionRow | None = None
    for row in reversed(rows.revisions(article_id)):
        found.append(Version(row, _changed(before.id, row.id) if before else None))
        before = before if row.reason == ASIDE else row
    return found[::-1]


def version_text(revision_id: str) -> ArticleText:
    """The words of one version. Raises NoSuchVersion."""
    return _text(_row(revision_id))


def restore(article_id: str, revision_id: str, *, by_name: str = "") -> bool:
    """Make an older text the present one, as a new version; says whether anything changed.

    Nothing is overwritten, and the rules of every save hold: approved words that change are asked about anew.
    Raises NoSuchVersion, and NotAllowedNow for an article that was put away.
    """
    row = _row(revision_id)
    with database.atomic():
        done = articles.save_article(article_id, _text(row), by_name=by_name, reason="restore")
        if done:
            audit.record("restore version", "article", article_id, by_name, revision=row.number)
    return done


def _row(revision_id: str) -> RevisionRow:
    row = rows.revision(revision_id)
    if row is None:
        raise NoSuchVersion
    return row


def _text(row: RevisionRow) -> ArticleText:
    return ArticleText(row.title, row.lead, row.body)


@lru_cache(maxsize=2048)
def _changed(before_id: str, after_id: str) -> Changed:
    """Counted once: the words of a version never change."""
    before, after = (_readable(version_text(revision_id)) for revision_id in (before_id, after_id))
    return Changed(changed_sentences(before, after), *words_changed(before, after))


def _readable(text: ArticleText) -> str:
    return "\n".join((text.title, text.lead, plain_text(text.body)))
