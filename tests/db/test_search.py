"""Finding things: any word, no accents, newest first, always up to date."""

from __future__ import annotations

from db import database
from db.models import Article, MediaAsset, Revision
from db.search import Hit, search
from desktop_app.core.home import Home


def written(title: str, body: str = "") -> Article:
    article = Article.create(title=title)
    Revision.create(article=article, number=1, title=title, body=body, sha256=title)
    return article


def test_an_article_is_found_by_a_word_of_its_text_without_accents(home: Home) -> None:
    article = written("Hội khoẻ Phù Đổng", "Học sinh bơi để phòng đuối nước.")
    assert search("duoi nuoc").hits == [Hit("article", article.id, "Hội khoẻ Phù Đổng", "")]
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
    assert search("chao co").hits == [Hit("media", picture.id, "Lễ chào cờ", "")]
    picture.delete_instance()
    assert search("chao co").total == 0


def test_signs_of_a_query_language_are_only_signs(home: Home) -> None:
    written('Đề án "Tăng cường" NEAR (AND)')
    for text in ('"', "AND", "(", "*", "a OR", "NEAR(", "'; DROP TABLE article; --", "   "):
        search(text)
    assert database.execute_sql("SELECT count(*) FROM article").fetchone() == (1,)


def test_the_newest_comes_first_and_the_total_counts_all(home: Home) -> None:
    for number in range(60):
        written(f"Tin số {number}")
    found = search("tin")
    assert found.total == 60
    assert len(found.hits) == 50
    assert found.hits[0].title == "Tin số 59"
