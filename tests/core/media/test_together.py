"""Several pictures described, judged and put back as one."""

from __future__ import annotations

from datetime import date

import pytest

from db.queries.media import MediaFilter, media
from db.queries.media_shown import Shown, media_shared, media_tally, shown_count, shown_place, words_used
from desktop_app.core.articles import ReasonNeeded
from desktop_app.core.home import Home
from desktop_app.core.media.errors import NoSuchMedia
from desktop_app.core.media.together import describe_together, put_back, review_together
from tests.core.makers import a_picture

MAY = (date(2024, 5, 1), date(2024, 5, 31))


@pytest.fixture
def two(home: Home) -> list[str]:
    return [a_picture("a" * 64, caption="Một", review="waiting"), a_picture("b" * 64, caption="Hai", review="waiting")]


def captions(ids: list[str]) -> list[str]:
    return [one.caption for one in map(media, ids) if one is not None]


def test_all_get_the_same_words_and_one_undo_brings_back_their_own(two: list[str]) -> None:
    before = describe_together(two, caption="Hội khoẻ", taken_on=date(2024, 5, 9))
    assert captions(two) == ["Hội khoẻ", "Hội khoẻ"]
    put_back(before)
    assert captions(two) == ["Một", "Hai"]
    one = media(two[0])
    assert one is not None
    assert one.taken_at == "2024-05-07T07:30:00"


def test_one_that_is_not_there_leaves_all_as_they_were(two: list[str]) -> None:
    with pytest.raises(NoSuchMedia):
        describe_together([*two, "nobody"], caption="Hội khoẻ")
    assert captions(two) == ["Một", "Hai"]


def test_a_verdict_is_for_all_and_can_be_taken_back(two: list[str]) -> None:
    before = review_together(two, accepted=True)
    assert media_shared(two).review == "accepted"
    put_back(before)
    assert media_shared(two).review == "waiting"


def test_no_reason_no_rejection(two: list[str]) -> None:
    with pytest.raises(ReasonNeeded):
        review_together(two, accepted=False)


def test_what_they_share_is_told_and_what_differs_is_not(two: list[str]) -> None:
    shared = media_shared(two)
    assert (shared.caption, shared.activity, shared.purpose_archive) == ("", "Kỷ niệm", True)


def test_what_was_just_changed_is_shown_though_it_fits_no_more(two: list[str]) -> None:
    lacking = MediaFilter(lacking_caption=True)
    assert shown_count(Shown(lacking)) == 0
    assert shown_count(Shown(lacking, (two[1],))) == 1
    assert shown_place(Shown(lacking, (two[1],)), two[1]) == 0
    assert shown_place(Shown(lacking), two[1]) is None


def test_the_tally_counts_each_tab(two: list[str]) -> None:
    a_picture("c" * 64, caption="", taken_at="2024-06-02")
    assert media_tally(MediaFilter(), *MAY) == (3, 2, 1, 2, 1, 0)


def test_words_used_before_are_offered_newest_first(two: list[str]) -> None:
    a_picture("c" * 64, activity="Hội khoẻ")
    assert words_used("activity") == ["Hội khoẻ", "Kỷ niệm"]
