"""Finding things: any word, no accents, newest first, always up to date."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import database
from db.models import Article, ArticleAuthor, Comment, MediaAsset, Plan, Revision, Topic
from db.search import first_page, search, totals
from db.text import fold
from desktop_app.core.home import Home

SYLLABLES = ["điện", "biên", "phủ", "hoà", "Ủy", "đuối", "nước", "Tết", "học-sinh", "2024", "khoẻ,", "\u201clửa\u201d"]


def written(title: str, body: str = "") -> Article:
    article = Article.create(title=title)
    Revision.create(article=article, number=1, title=title, body=body, sha256=title)
    return article


def titles(text: str) -> list[str]:
    return [hit.title for hit in first_page(text)]


def whole_index() -> None:
    """The index agrees with the words it was made from; raises where it does not."""
    database.execute_sql("INSERT INTO search_text (search_text, rank) VALUES ('integrity-check', 1)")


def test_an_article_is_found_by_a_word_of_its_text_without_accents(home: Home) -> None:
    article = written("Hội khoẻ Phù Đổng", "Học sinh bơi để phòng đuối nước.")
    (hit,) = search("duoi nuoc").hits
    assert hit[:5] == ("article", article.id, "Hội khoẻ Phù Đổng", "", article.id)
    assert "phòng đuối nước" in hit.text
    assert search("PHU dong").total == 1


def test_the_newest_text_is_the_one_that_is_found(home: Home) -> None:
    article = written("Bản đầu", "mùa xuân")
    Revision.create(article=article, number=2, title="Bản hai", body="mùa thu", sha256="2")
    assert search("xuan").total == 0
    assert search("thu").hits[0].title == "Bản hai"


def test_a_beginning_of_a_word_is_enough_while_typing(home: Home) -> None:
    written("Chiến thắng Điện Biên Phủ")
    assert search("die bi").total == 1


def test_captions_are_found_and_a_deleted_picture_is_not(home: Home) -> None:
    picture = MediaAsset.create(sha256="1" * 64, original_path="a", original_name="IMG_1.jpg", bytes=1)
    MediaAsset.update(caption="Lễ chào cờ").execute()
    assert titles("chao co") == ["Lễ chào cờ"]
    assert titles("img_1") == ["Lễ chào cờ"]
    picture.delete_instance()
    assert search("chao co").total == 0


def test_what_lies_in_the_trash_is_hidden_but_counted_until_it_is_taken_back(home: Home) -> None:
    article, _other = written("Lễ khai giảng"), written("Khai giảng năm học mới")
    Article.update(deleted_at=datetime.now(UTC)).where(Article.id == article.id).execute()
    assert titles("khai giang") == ["Khai giảng năm học mới"]
    assert totals("khai giang") == ({"article": 1}, 1)
    Article.update(deleted_at=None).where(Article.id == article.id).execute()
    assert totals("khai giang") == ({"article": 2}, 0)


def test_an_article_is_found_by_its_author_and_its_topic(home: Home) -> None:
    plan = Plan.create(title="x", period_start="2024-01-01", period_end="2024-12-31", quota_from="2024-03")
    topic = Topic.create(plan=plan, code="T02", title="An toàn giao thông", sort=1)
    article = written("Đội mũ bảo hiểm")
    author = ArticleAuthor.create(article=article, name="Lò Thị Ân")
    Article.update(topic=topic).execute()
    assert {hit.kind for hit in first_page("an toan giao")} == {"topic", "article"}
    assert titles("lo thi an") == ["Đội mũ bảo hiểm"]
    ArticleAuthor.update(name="Giàng A Dơ").execute()
    assert titles("lo thi an") == []
    assert titles("giang a do") == ["Đội mũ bảo hiểm"]
    author.delete_instance()
    assert titles("giang a do") == []
    whole_index()


def test_a_comment_leads_to_its_article(home: Home) -> None:
    article = written("Ngày hội đọc sách")
    Comment.create(article=article, text="Nên thêm tên tác giả", by_name="Cô Hoa")
    (hit,) = first_page("them ten")
    assert (hit.kind, hit.of_id) == ("comment", article.id)


def test_accents_typed_mean_just_these_as_long_as_anything_says_them(home: Home) -> None:
    written("Điện Biên Phủ")
    written("Diễn biến hòa bình")
    assert len(titles("dien bien")) == 2
    assert titles("điện biên") == ["Điện Biên Phủ"]
    assert totals("điện biên").total == 1
    assert titles("hoà") == titles("hòa") == ["Diễn biến hòa bình"]
    assert len(titles("điển biển")) == 2  # nobody wrote that: accents are forgiven


def test_a_word_with_a_hyphen_or_a_quotation_mark_is_found_as_written(home: Home) -> None:
    written("Phòng Covid-19", "năm học 2023\u20132024, \u201cchung tay\u201d")
    for text in ("covid-19", "2023–2024", "“chung tay”", "Covid 19"):
        assert len(titles(text)) == 1, text


def test_signs_of_a_query_language_are_only_signs(home: Home) -> None:
    written('Đề án "Tăng cường" NEAR (AND)')
    for text in ('"', "AND", "(", "*", "a OR", "NEAR(", "'; DROP TABLE article; --", "   ", "_", "\x00"):
        search(text)
    assert database.execute_sql("SELECT count(*) FROM article").fetchone() == (1,)


def test_the_newest_comes_first_and_the_total_counts_all(home: Home) -> None:
    for number in range(60):
        written(f"Tin số {number}")
    found = search("tin")
    assert found.total == 60
    assert len(found.hits) == 50
    assert found.hits[0].title == "Tin số 59"
    assert len(first_page("tin", -1)) == 60
    assert first_page("tin", kind="media") == []


words = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=words, second=words, data=st.data())
def test_whatever_is_written_is_found_by_any_of_its_words_and_their_beginnings(
    home: Home, first: str, second: str, data: st.DataObject
) -> None:
    with database.atomic() as attempt:
        article = written("Tin", first)
        Revision.create(article=article, number=2, title="Tin", body=second, sha256="2")
        word = data.draw(st.sampled_from(second.split()))
        typed = word[: data.draw(st.integers(1, len(word)))]
        for text in (word, fold(word), typed if any(map(str.isalnum, typed)) else word):
            assert [hit.id for hit in first_page(text)] == [article.id]
        gone = set(fold(first).replace(",", "").split()) - set(fold(second).replace(",", "").split())
        whole_index()
        for word in gone:
            beginnings = [other for other in fold(second).replace("-", " ").split() if other.startswith(word[:1])]
            assert beginnings or not first_page(word)
        article.delete_instance(recursive=True)
        assert first_page(second) == []
        whole_index()
        attempt.rollback()


def test_an_archive_of_before_is_filled_as_if_it_had_just_been_written(home: Home) -> None:
    article = written("Ngày hội đọc sách", "Cả trường cùng đọc")
    ArticleAuthor.create(article=article, name="Lò Thị Ân")
    Comment.create(article=article, text="Nên thêm ảnh", by_name="Cô Hoa")
    MediaAsset.create(sha256="1" * 64, original_path="a", original_name="IMG_1.jpg", bytes=1, caption="Đọc sách")
    written_now = database.execute_sql("SELECT * FROM search_words ORDER BY id").fetchall()
    database.execute_sql("DELETE FROM search_words")
    for statement in import_module("db.migrations.0003_finding").FILLING[-2:]:
        database.execute_sql(statement)
    assert database.execute_sql("SELECT * FROM search_words ORDER BY id").fetchall() == written_now
    whole_index()


@pytest.mark.parametrize("text", ["", "   ", "!?"])
def test_no_words_find_nothing(home: Home, text: str) -> None:
    written("Tin")
    assert first_page(text) == []
    assert totals(text).total == 0
