"""The same story handed in twice: found among the articles, whatever its title, and never itself."""

from __future__ import annotations

from datetime import date

import pytest

from db import database
from db.fields import now
from db.models import Article, ArticleMark
from desktop_app.core import articles
from desktop_app.core.articles import ArticleText
from desktop_app.core.home import Home
from desktop_app.core.near_duplicates import alike, alike_to

STORY = (
    "Sáng 21/4, Trường Tiểu học Mường Báng tổ chức ngày hội đọc sách cho hơn ba trăm học sinh. "
    "Các em được nghe kể chuyện, đố vui và trao đổi sách với các bạn lớp khác. Kết thúc ngày hội, "
    "nhà trường trao mười giải cho các lớp có gian hàng đẹp và quyên góp được nhiều sách nhất."
)
OTHER = "Chiều 5/9, nhà trường khai giảng năm học mới trong niềm vui của thầy cô và học sinh toàn trường."


def written(title: str, body: str) -> str:
    article_id = articles.start_article(None)
    articles.save_article(article_id, ArticleText(title, "", body))
    return article_id


def test_the_same_story_under_another_title_is_found(home: Home) -> None:
    first = written("Ngày hội đọc sách", STORY)
    written("Khai giảng", OTHER)
    articles.describe_article(first, topic_id=None, event_date=date(2024, 4, 21), authors=[])
    second = written("Sách và em", STORY.replace("hơn ba trăm học sinh", "toàn thể các em"))
    (found,) = alike(second)
    assert (found.article_id, found.title, found.state, found.when) == (
        first,
        "Ngày hội đọc sách",
        "writing",
        date(2024, 4, 21),
    )
    assert 0.6 < found.likeness < 1
    assert [one.article_id for one in alike(first)] == [second]


def test_accents_capitals_and_the_signs_of_the_markup_make_no_difference(home: Home) -> None:
    first = written("Ngày hội đọc sách", STORY)
    found = alike_to(ArticleText("NGAY HOI DOC SACH", "", f"**{STORY.upper()}**\n\n![1]"))
    assert [one.article_id for one in found] == [first]
    assert found[0].likeness > 0.9


def test_the_newest_words_count(home: Home) -> None:
    first = written("Ngày hội đọc sách", STORY)
    articles.save_article(first, ArticleText("Khai giảng", "", OTHER))
    assert alike_to(ArticleText("", "", STORY)) == []
    assert [one.article_id for one in alike_to(ArticleText("", "", OTHER))] == [first]


def test_an_article_in_the_bin_is_not_found(home: Home) -> None:
    first = written("Ngày hội đọc sách", STORY)
    Article.update(deleted_at=now()).where(Article.id == first).execute()
    assert alike_to(ArticleText("", "", STORY)) == []


@pytest.mark.parametrize("text", [ArticleText(), ArticleText("Tin")])
def test_a_text_of_hardly_a_word_is_like_nothing(home: Home, text: ArticleText) -> None:
    written("", "")
    written("Ngày hội", STORY)
    assert alike_to(text) == []


def test_marks_go_with_their_article(home: Home) -> None:
    first = written("Ngày hội đọc sách", STORY)
    assert ArticleMark.select().count() == 8
    database.execute_sql("DELETE FROM revision WHERE article_id = ?", (first,))
    database.execute_sql("DELETE FROM article WHERE id = ?", (first,))
    assert ArticleMark.select().count() == 0


def test_one_among_many_that_share_its_sayings_is_found(home: Home) -> None:
    sayings = STORY.split(". ")
    first = written("Ngày hội đọc sách", STORY)
    for number in range(40):
        words = " ".join(f"việc{number * place}" for place in range(60))
        written(f"Tin {number}", f"{words}. {sayings[number % 3]}.")
    assert [one.article_id for one in alike_to(ArticleText("", "", STORY))] == [first]
