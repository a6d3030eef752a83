"""The trash: soft, refused while something uses a thing, put back whole, emptied after thirty days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from db import database
from db.models import Article, AuditEvent, MediaAsset
from db.queries import article_list, distributions, months, reviews, today
from db.queries import trash as rows
from db.queries.media import MediaFilter
from db.queries.media_shown import Shown, shown_count
from desktop_app.core import articles, trash
from desktop_app.core.albums.arranging import add_pictures
from desktop_app.core.albums.keeping import start_album
from desktop_app.core.articles import InTrash
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.trash import ARTICLE, ASSET, NotThere, StillUsed
from tests.core.makers import a_picture, a_plan, a_published_article, a_school, an_approved_article, an_article

LATER = datetime.now(UTC) + timedelta(days=31)


def test_what_lies_in_the_trash_is_seen_nowhere_else(home: Home) -> None:
    plan, principal = a_plan(), a_school()
    waiting, ready = an_article(plan), an_approved_article(plan, principal)
    articles.submit_article(waiting)
    trash.put_in(ARTICLE, [waiting, ready], by_name="Hoa", reason="Trùng")
    trash.put_in(ASSET, [a_picture()])
    assert sum(article_list.article_counts().values()) == 0
    assert not list(article_list.every_article())
    assert not reviews.waiting()
    assert not today.waiting(date.today())
    assert not months.approved_waiting(plan)
    assert not months.unfinished_articles(plan)
    assert not months.counted_articles(plan, "approved", [])
    assert not months.counted_materials()
    assert shown_count(Shown(MediaFilter())) == 0
    assert not any(distributions.desk())
    assert [(row.title, row.by_name, row.reason) for row in rows.trash()][1:] == [
        ("Lễ kỷ niệm 07/5", "Hoa", "Trùng"),
        ("Lễ kỷ niệm 07/5", "Hoa", "Trùng"),
    ]


def test_nothing_is_done_with_an_article_in_the_trash(home: Home) -> None:
    article_id = an_article(a_plan())
    trash.put_in(ARTICLE, [article_id])
    with pytest.raises(InTrash):
        articles.submit_article(article_id)
    with pytest.raises(NotThere):
        trash.put_in(ARTICLE, [article_id])


def test_what_is_used_is_refused_with_the_names_of_its_users_and_nothing_goes(home: Home) -> None:
    plan, principal = a_plan(), a_school()
    out, free = a_published_article(plan, principal, date(2024, 5, 8)), an_article(plan)
    with pytest.raises(StillUsed) as refused:
        trash.put_in(ARTICLE, [free, out])
    assert refused.value.facts["users"] == "website, 08/05/2024"
    shown, kept = a_picture(), a_picture("b" * 64)
    articles.place_photos(free, [shown])
    add_pictures(start_album("Sơ kết"), [kept])
    with pytest.raises(StillUsed, match="Lễ kỷ niệm"):
        trash.put_in(ASSET, [shown])
    with pytest.raises(StillUsed, match="Sơ kết"):
        trash.put_in(ASSET, [kept])
    assert rows.trash_count() == 0
    assert article_list.article_counts()["writing"] == 1


def test_all_of_it_comes_back(home: Home) -> None:
    article_id, picture = an_article(a_plan()), a_picture()
    entries = [*trash.put_in(ARTICLE, [article_id]), *trash.put_in(ASSET, [picture])]
    assert trash.take_back(entries, by_name="Hoa") == 2
    assert trash.take_back(entries) == 0
    assert rows.trash_count() == 0
    assert articles.article_of(article_id).state == "writing"
    assert AuditEvent.select().where(AuditEvent.act == "take from trash").count() == 2


def test_a_photo_taken_in_again_leaves_the_trash_by_itself(home: Home) -> None:
    picture = a_picture()
    trash.put_in(ASSET, [picture])
    MediaAsset.update(deleted_at=None).execute()
    assert rows.trash_count() == 0


def test_after_thirty_days_it_is_gone_with_its_files_and_not_before(home: Home) -> None:
    plan, principal = a_plan(), a_school()
    decided, picture = an_approved_article(plan, principal), a_picture()
    file = home.root / "media" / "x.jpg"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x")
    trash.put_in(ARTICLE, [decided])
    trash.put_in(ASSET, [picture])
    assert trash.empty_old(home, Progress()) == 0
    assert file.exists()
    assert trash.empty_old(home, Progress(), LATER) == 2
    assert not file.exists()
    assert not Article.select().exists()
    assert not MediaAsset.select().exists()
    assert database.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    assert rows.trash_count() == 0


def test_what_something_uses_by_now_stays(home: Home) -> None:
    picture, article_id = a_picture(), an_article(a_plan())
    trash.put_in(ASSET, [picture])
    articles.place_photos(article_id, [picture])
    assert trash.empty_old(home, Progress(), LATER) == 0
    assert MediaAsset.select().count() == 1
