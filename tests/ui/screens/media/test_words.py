"""What the photo screen says, without a window."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from db.queries.consents import ConsentRow
from db.queries.media import MediaRow, MediaWhole, media
from db.queries.rolls import FailedFile, RollRow
from desktop_app.core.home import Home
from desktop_app.ui.screens.media import words as media_words
from desktop_app.ui.screens.media.consent import Filled, problem_of
from desktop_app.ui.screens.media.people import consent_words
from desktop_app.ui.screens.media.words import Said
from tests.core.makers import a_picture

GIVEN = Filled("Lớp 3A", "3A", None, "Lò Văn An", True, True, ("website",), date(2024, 5, 2), None, "")
CONSENT = ConsentRow(
    id="c",
    subject="Lớp 3A",
    class_name="3A",
    birth_date=None,
    guardian_name="Lò Văn An",
    guardian_ok=True,
    child_ok=True,
    channels=("website",),
    given_on=date(2024, 5, 2),
    expires_on=None,
    withdrawn_on=None,
    form_place="cặp xanh",
    scan_sha256="",
    pictures=1,
)


def whole(**facts: Any) -> MediaWhole:
    """A picture that counts, but for what is said otherwise."""
    found = media(a_picture(**facts))
    assert found is not None
    return found


def test_a_described_and_accepted_picture_counts_for_its_month(home: Home) -> None:
    assert media_words.counting_words(whole()) == ("Counts as material of 5/2024", "good")


def test_a_month_that_begins_on_the_15th_is_named_by_its_end(home: Home) -> None:
    one = whole(taken_at="2024-05-20T08:00:00")
    assert media_words.counting_words(one, 15)[0] == "Counts as material of 6/2024"


def test_everything_that_is_lacking_is_named(home: Home) -> None:
    one = whole(caption="", activity="", taken_at=None, review="waiting")
    words = "Does not count yet, it lacks: a caption, an activity, a day, the check"
    assert media_words.counting_words(one) == (words, "soon")


def test_a_picture_not_accepted_says_why(home: Home) -> None:
    one = whole(review="rejected", review_reason="mờ")
    assert media_words.counting_words(one) == ("Does not count: mờ", "late")


def test_a_picture_not_kept_as_material_does_not_count(home: Home) -> None:
    assert media_words.counting_words(whole(purpose_archive=False))[1] == "neutral"


def test_only_what_was_changed_is_written() -> None:
    before = Said("Lễ chào cờ", "Kỷ niệm", "none", date(2024, 5, 7), "t1", "Cô Hoa", True)
    now = before._replace(caption="Chào cờ", purpose_archive=False)
    assert media_words.changes(before, now) == {"caption": "Chào cờ", "purpose_archive": False}


def test_an_emptied_day_is_no_change() -> None:
    before = Said(taken_on=date(2024, 5, 7))
    assert not media_words.changes(before, Said())


def test_an_import_ends_with_a_sum_that_adds_up() -> None:
    roll = RollRow("r", 48, 31, 12, 3, (FailedFile("a.jpg", ""), FailedFile("b.jpg", "")), ())
    assert media_words.sum_words(roll) == "Seen 48 = 31 taken in + 12 already here + 3 alike + 2 failed"
    assert media_words.sum_words(roll, stopped=True).startswith("Stopped; what was taken in is kept. Seen 48")


def test_an_empty_folder_is_said_to_be_empty() -> None:
    assert media_words.sum_words(RollRow("r", 0, 0, 0, 0, (), ())) == "No photo or video was found there."


@pytest.mark.parametrize(
    ("kind", "review", "words"),
    [
        ("photo", "waiting", "To be checked"),
        ("photo", "rejected", "Not accepted"),
        ("video", "accepted", "Video · Accepted"),
    ],
)
def test_a_badge_is_a_word(kind: str, review: str, words: str) -> None:
    assert media_words.badge(MediaRow("1", kind, "", "", "x.mp4", "", review, "")) == words


def test_the_file_is_told_in_a_line_with_its_place_only_when_it_knows_one(home: Home) -> None:
    one = whole(width=4000, height=3000, camera="Canon", has_gps=True)
    one = one._replace(bytes=3_200_000, original_name="IMG_1.jpg")
    words = "IMG_1.jpg · 4000 × 3000 · 3 MB · Canon · knows its place (taken out of every copy)"
    assert media_words.file_words(one) == words


def test_small_photos_without_a_camera_look_shrunk(home: Home) -> None:
    assert media_words.looks_shrunk(whole(width=1280, height=960))
    assert not media_words.looks_shrunk(whole(sha256="b" * 64, width=1280, height=960, camera="Canon"))


def test_two_topics_of_one_name_are_told_apart() -> None:
    choices = media_words.topic_choices([("a", "Hè"), ("b", "Hè")], "All")
    assert list(choices.values()) == ["", "a", "b"]


def test_saved_says_the_time() -> None:
    assert media_words.saved_words(datetime(2024, 5, 7, 10, 32)) == "Saved 10:32"  # noqa: DTZ001  # the clock on the wall


def test_without_a_consent_the_picture_stays_inside() -> None:
    assert consent_words([], 1) == ("No consent yet: it stays in the archive and goes to no public channel.", False)


def test_a_consent_names_who_when_and_where() -> None:
    assert consent_words([CONSENT], 1) == ("Lớp 3A agreed on 02/05/2024: School website", True)


def test_a_consent_for_some_of_the_chosen_photos_is_not_enough() -> None:
    words, good = consent_words([CONSENT], 3)
    assert words.endswith("For 1 of the 3 chosen photos.")
    assert not good


def test_a_withdrawn_consent_is_said_first() -> None:
    withdrawn = CONSENT._replace(withdrawn_on=date(2024, 6, 1))
    assert consent_words([CONSENT, withdrawn], 1) == ("Lớp 3A withdrew the consent on 01/06/2024.", False)


@pytest.mark.parametrize("missing", ["subject", "guardian", "guardian_ok", "child_ok", "channels", "day"])
def test_a_consent_lacking_anything_is_not_written_down(missing: str) -> None:
    empty: Any = {"channels": (), "day": None, "guardian_ok": False, "child_ok": False}.get(missing, "")
    name, words = problem_of(GIVEN._replace(**{missing: empty}))
    assert name == missing
    assert words


def test_a_whole_consent_has_no_problem() -> None:
    assert problem_of(GIVEN) == ("", "")


def test_a_child_under_seven_is_not_asked_and_a_consent_does_not_end_before_it_begins() -> None:
    small = GIVEN._replace(child_ok=False, born=date(2019, 1, 1))
    assert problem_of(small) == ("", "")
    assert problem_of(small._replace(born=date(2017, 1, 1)))[0] == "child_ok"
    assert problem_of(GIVEN._replace(expires=date(2024, 5, 2)))[0] == "expires"


@pytest.mark.parametrize(("length", "words"), [(83_000, "▶ Video 1:23"), (5_400, "▶ Video 0:05"), (None, "▶ Video")])
def test_a_video_without_a_frame_says_how_long_it_is(length: int | None, words: str) -> None:
    assert media_words.video_words(length) == words
