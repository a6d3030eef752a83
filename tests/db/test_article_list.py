"""The list of articles: the lines the file keeps by itself, narrowed, in Vietnamese order, from both ends."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

import db.opening
from db import database, open_database
from db.fields import now
from db.lines import LINE_OF
from db.models import Article, Distribution, Topic
from db.queries import article_list
from db.queries.article_list import Narrowing, article_ids
from desktop_app.core import articles, channels, distributions
from desktop_app.core.home import Home
from tests.core.makers import a_picture, a_plan, a_published_article, a_school, an_article

TITLES = ("Ổn định", "an toàn", "Ánh sáng", "đọc sách", "Dạy học", "anh hùng")


def lines_are_right() -> bool:
    kept = database.execute_sql("SELECT * FROM article_line ORDER BY article_id").fetchall()
    return bool(kept == database.execute_sql(f"{LINE_OF} ORDER BY id").fetchall())


def test_titles_come_in_vietnamese_order_and_backwards(home: Home) -> None:
    for title in TITLES:
        Article.create(title=title)
    rows = [row.title for row in article_list.articles("writing", sort="title")]
    assert rows == ["an toàn", "anh hùng", "Ánh sáng", "Dạy học", "đọc sách", "Ổn định"]
    assert [row.title for row in article_list.articles("writing", sort="title_down")] == rows[::-1]


@pytest.mark.parametrize("sort", sorted(article_list.SORTS))
def test_a_page_read_from_the_end_is_the_same_page(home: Home, sort: str) -> None:
    for number in range(23):
        Article.create(title=f"Bài {number % 5}", event_date=date(2024, 5, 1 + number % 3) if number % 4 else None)
    for offset in range(0, 23, 5):
        limit = min(5, 23 - offset)
        near = article_list.articles("writing", sort=sort, offset=offset, limit=limit)
        assert article_list.articles("writing", sort=sort, offset=offset, limit=limit, of=23) == near


def test_the_lines_follow_every_change_below_the_models(home: Home) -> None:
    plan, principal = a_plan(), a_school()
    article_id = a_published_article(plan, principal, date(2024, 5, 8))
    (row,) = article_list.articles("published")
    assert (row.published_on, row.state) == (date(2024, 5, 8), "published")
    Distribution.update(state="withdrawn", deleted_at=now()).execute()
    assert article_list.article_counts()["approved"] == 1
    database.execute_sql("UPDATE article SET title = 'Khác', state = 'cancelled' WHERE id = ?", (article_id,))
    assert [row.title for row in article_list.articles("put_away")] == ["Khác"]
    assert lines_are_right()
    Article.update(deleted_at=now()).execute()
    assert sum(article_list.article_counts().values()) == 0
    Article.update(deleted_at=None).execute()
    assert article_list.article_counts()["put_away"] == 1


def test_several_wishes_narrow_together_without_accents(home: Home) -> None:
    plan = a_plan()
    topic = str(Topic.get().id)
    wanted = an_article(plan)
    articles.describe_article(wanted, topic_id=topic, event_date=date(2024, 5, 7), authors=["Lò Thị Ân"])
    other = str(Article.create(title="Hội khoẻ").id)
    articles.place_photos(wanted, [a_picture()])
    assert article_ids(None, Narrowing(text="niem le")) == [wanted]
    assert article_ids(None, Narrowing(month="2024-05", author="Lò Thị Ân", topic_id=topic)) == [wanted]
    assert article_ids(None, Narrowing(without_photo=True)) == [other]
    assert article_ids(None, Narrowing(ids=(other,))) == [other]
    assert article_list.article_counts(Narrowing(month="2024-06"))["writing"] == 0
    assert (article_list.months(), article_list.authors()) == (["2024-05"], ["Lò Thị Ân"])


def test_the_month_of_publication_counts_as_the_articles_month_too(home: Home) -> None:
    plan, principal = a_plan(), a_school()
    article_id = a_published_article(plan, principal, date(2024, 6, 1))
    distributions.distribute(article_id, channels.add_channel("fanpage", "Trang"), date(2024, 7, 1))
    assert article_ids("published", Narrowing(month="2024-06")) == [article_id]
    assert article_ids("published", Narrowing(month="2024-07")) == []


def test_every_article_is_read_once_however_many(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_list, "STREAMED", 2)
    ids = [str(Article.create(title=str(number)).id) for number in range(5)]
    assert [one.id for one in article_list.every_article()] == ids[::-1]


def test_a_file_that_knew_no_list_gets_its_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = tmp_path / "migrations"
    scripts.mkdir()
    for script in db.opening.MIGRATIONS.glob("0*"):
        (scripts / script.name).write_bytes(script.read_bytes())
    (scripts / "0004_list.py").unlink()
    file = tmp_path / "loa.db"
    monkeypatch.setattr(db.opening, "install_triggers", lambda database: None)
    monkeypatch.setattr(db.opening, "MIGRATIONS", scripts)
    open_database(file)
    for title in TITLES:
        Article.create(title=title)
    Article.update(deleted_at=now()).where(Article.title == TITLES[0]).execute()
    database.close()
    monkeypatch.undo()
    open_database(file)
    assert article_list.article_counts()["writing"] == len(TITLES) - 1
    assert lines_are_right()
    database.close()
    assert sqlite3.connect(file).execute("SELECT count(*) FROM article").fetchone() == (len(TITLES),)
