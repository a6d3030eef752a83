"""Every text an article ever had: what changed, who did it, and none lost when an older one comes back."""

from __future__ import annotations

from datetime import date

import pytest

from db.models import AuditEvent, Revision
from db.queries import articles as rows
from desktop_app.core import articles, revisions
from desktop_app.core.article_rules import NotAllowedNow
from desktop_app.core.home import Home
from desktop_app.core.revisions import Changed, NoSuchVersion
from tests.core.makers import TEXT, a_plan, a_published_article, a_school, an_approved_article, an_article

NEWER = TEXT._replace(body="Sáng nay, thầy cô và trò dự lễ chào cờ. Ai cũng vui.")


def test_the_list_says_who_when_why_and_what_changed(home: Home) -> None:
    article = an_article(a_plan())
    articles.save_article(article, NEWER, by_name="Vân")
    newest, first = revisions.versions(article)
    assert (newest.row.number, newest.row.by, newest.row.reason, newest.row.is_head) == (2, "Vân", "save", True)
    assert newest.changed == Changed(sentences=2, words_added=4, words_taken=0)
    assert first.changed is None
    assert first.text == TEXT


def test_an_older_text_comes_back_as_a_new_version_and_nothing_is_lost(home: Home) -> None:
    article = an_article(a_plan())
    articles.save_article(article, NEWER)
    oldest = revisions.versions(article)[-1]
    assert revisions.restore(article, oldest.row.id, by_name="Vân")
    assert [(version.row.number, version.row.reason) for version in revisions.versions(article)] == [
        (3, "restore"),
        (2, "save"),
        (1, "save"),
    ]
    assert revisions.versions(article)[0].text == TEXT
    assert AuditEvent.select().where(AuditEvent.act == "restore version").get().by_name == "Vân"


def test_bringing_back_what_is_there_is_no_version(home: Home) -> None:
    article = an_article(a_plan())
    (only,) = revisions.versions(article)
    assert not revisions.restore(article, only.row.id)
    assert Revision.select().count() == 1


def test_approved_words_that_are_changed_by_restoring_are_asked_about_anew(home: Home) -> None:
    principal = a_school()
    article = an_approved_article(a_plan(), principal)
    articles.save_article(article, NEWER)
    approved = next(version for version in revisions.versions(article) if version.row.approved)
    assert not approved.row.is_head
    revisions.restore(article, approved.row.id)
    assert rows.article(article).state == "in_review"  # type: ignore[union-attr]


def test_the_list_says_which_version_is_out_where(home: Home) -> None:
    article = a_published_article(a_plan(), a_school(), date(2024, 5, 7), "website")
    articles.save_article(article, NEWER)
    assert [version.row.channels for version in revisions.versions(article)] == [(), ("website",)]


def test_words_kept_aside_are_listed_but_nothing_is_measured_against_them(home: Home) -> None:
    article = an_article(a_plan())
    articles.keep_savepoint(article, TEXT._replace(body="Khác hẳn"))
    articles.put_unsaved_aside(article, by_name="Vân")
    articles.save_article(article, NEWER)
    newest, aside, _first = revisions.versions(article)
    assert aside.row.reason == "auto"
    assert newest.changed == Changed(2, 4, 0)


def test_an_article_that_was_put_away_keeps_its_text(home: Home) -> None:
    article = an_article(a_plan())
    articles.save_article(article, NEWER)
    articles.cancel_article(article, "Trùng")
    with pytest.raises(NotAllowedNow):
        revisions.restore(article, revisions.versions(article)[-1].row.id)
    assert Revision.select().count() == 2


def test_a_version_nobody_has_is_refused(home: Home) -> None:
    with pytest.raises(NoSuchVersion):
        revisions.restore(an_article(a_plan()), "không có")
