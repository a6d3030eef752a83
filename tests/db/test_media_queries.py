"""The archive as rows: narrowed by month, words and kind; groups of like photos; one picture whole."""

from __future__ import annotations

from db.fields import now
from db.models import Article, MediaAsset, Usage
from db.queries.media import (
    MediaFilter,
    kept_files,
    media,
    media_alike,
    media_count,
    media_of_article,
    media_page,
    months_of_media,
)
from desktop_app.core.home import Home
from tests.core.makers import a_picture


def captions(**wished: object) -> list[str]:
    return [row.caption for row in media_page(MediaFilter(**wished), 0, 10)]  # type: ignore[arg-type]


def test_the_newest_day_comes_first_and_pages_follow_each_other(home: Home) -> None:
    for day in range(1, 8):
        a_picture(str(day) * 64, caption=f"ngày {day}", taken_at=f"2024-05-0{day}")
    first, second = media_page(MediaFilter(), 0, 4), media_page(MediaFilter(), 4, 4)
    assert [row.caption[-1] for row in first + second] == list("7654321")


def test_a_month_a_kind_and_a_verdict_narrow(home: Home) -> None:
    a_picture("1" * 64, caption="a", taken_at="2024-05-31T23:59:59")
    a_picture("2" * 64, caption="b", taken_at="2024-06-01", kind="video", review="waiting")
    assert captions(month="2024-05") == ["a"]
    assert captions(kind="video") == captions(review="waiting") == ["b"]
    assert captions(month="2024-05", kind="video") == []


def test_words_are_found_without_accents_and_signs_mean_themselves(home: Home) -> None:
    a_picture("1" * 64, caption="Đọc sách", activity="Ngày hội", credit="Lò Thị Vân")
    assert captions(text="doc SACH") == captions(text="ngay hoi") == captions(text="lo thi van") == ["Đọc sách"]
    assert captions(text="%") == captions(text="_") == []


def test_months_that_have_pictures_are_counted(home: Home) -> None:
    for number, day in enumerate(("2024-05-01", "2024-05-07T07:00:00", "2023-11-20", None)):
        a_picture(str(number) * 64, taken_at=day)
    assert [tuple(month) for month in months_of_media()] == [("2024-05", 2), ("2023-11", 1)]


def test_like_photos_stand_together_the_largest_first(home: Home) -> None:
    first = a_picture("1" * 64)
    second = a_picture("2" * 64, burst_of=first)
    alone = a_picture("3" * 64)
    MediaAsset.update(bytes=90).where(MediaAsset.id == second).execute()
    assert [row.id for row in media_alike(first)] == [row.id for row in media_alike(second)] == [second, first]
    assert [row.id for row in media_alike(alone)] == [alone]
    assert media_count(MediaFilter(alike=True)) == 1
    assert [file.group for file in kept_files()] == [first, first, alone]


def test_what_lies_in_the_bin_is_not_shown_but_known(home: Home) -> None:
    a_picture("1" * 64)
    a_picture("2" * 64, deleted_at=now())
    assert media_count(MediaFilter()) == 1
    assert len(kept_files()) == 2


def test_a_picture_says_where_it_is_used_and_an_article_gives_it_its_own_words(home: Home) -> None:
    picture = a_picture(caption="Lễ", quality={"size": "small"}, has_gps=True)
    article = Article.create(title="Bài")
    Usage.create(article=article, asset=picture, caption="Trong bài", sort=0)
    whole = media(picture)
    assert whole is not None
    assert (whole.used_in, whole.quality, whole.has_gps, whole.group) == (("Bài",), {"size": "small"}, True, picture)
    assert [row.caption for row in media_of_article(str(article.id))] == ["Trong bài"]
    assert media("nobody") is None
