"""The first choice of the best: sound pictures, one of each moment, something of everything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.queries.albums import Candidate
from desktop_app.core.albums.choosing import (
    BEST_OF_ACTIVITY,
    BEST_OF_MOMENT,
    FLAWED,
    ONLY_ONE,
    PUBLISHED,
    SOUND,
    STAYS,
    best_of,
)

few = st.sampled_from
pictures = st.lists(
    st.builds(
        Candidate,
        id=st.uuids().map(str),
        group=few(["a", "b", "c", "d"]),
        day=few(["", "2024-05-07", "2024-05-19", "2024-09-05"]),
        activity=few(["", "Chào cờ", "Đọc sách"]),
        topic_id=st.just(""),
        pixels=st.integers(0, 10**8),
        flaws=st.integers(0, 3),
        used=st.integers(0, 2),
        sharpness=st.floats(0, 900),
    ),
    unique_by=lambda one: one.id,
)


def picture(name: str, **facts: object) -> Candidate:
    sound = {"group": name, "day": "2024-05-07", "activity": "", "topic_id": "", "pixels": 1, "flaws": 0, "used": 0}
    return Candidate(id=name, **{**sound, "sharpness": 0.0, **facts})  # type: ignore[arg-type]


def names(found: list[Candidate], count: int) -> list[str]:
    return [one.id for one in best_of(found, count)]


@given(pictures, st.integers(0, 12))
def test_a_choice_is_never_too_long_and_shows_no_moment_twice(candidates: list[Candidate], count: int) -> None:
    chosen = names(candidates, count)
    moments = {one.id: one.group for one in candidates}
    assert len(chosen) == min(count, len(set(moments.values())))
    assert len({moments[one] for one in chosen}) == len(chosen)


@given(pictures)
def test_the_days_go_forward(candidates: list[Candidate]) -> None:
    days = {one.id: one.day for one in candidates}
    chosen = [days[one] for one in names(candidates, 100)]
    assert chosen == sorted(chosen)


def test_of_one_moment_the_sound_one_is_taken_and_then_the_published_one() -> None:
    blurred, plain = picture("blurred", group="m", flaws=1, pixels=99), picture("plain", group="m")
    published = picture("published", group="m", used=1)
    assert names([blurred, plain], 5) == ["plain"]
    assert names([blurred, plain, published], 5) == ["published"]


def test_a_day_with_many_photos_does_not_crowd_out_the_others() -> None:
    crowd = [picture(f"c{number}", activity="Chào cờ") for number in range(9)]
    alone = picture("alone", activity="Đọc sách", pixels=0)
    assert "alone" in names([*crowd, alone], 2)


def test_what_is_published_goes_before_what_is_not_when_there_is_room_for_one_activity_only() -> None:
    found = [picture("a", activity="Chào cờ"), picture("z", activity="Trồng cây", used=1)]
    assert names(found, 1) == ["z"]


def test_each_picture_says_why_it_is_proposed() -> None:
    found = [
        picture("best", group="m", used=2, activity="Chào cờ"),
        picture("like it", group="m", activity="Chào cờ"),
        picture("second", activity="Chào cờ"),
        picture("blurred", flaws=1, activity="Đọc sách"),
    ]
    why = {one.id: (one.alike, one.reasons) for one in best_of(found, 9)}
    assert why == {
        "best": (2, (PUBLISHED, BEST_OF_ACTIVITY, BEST_OF_MOMENT, SOUND)),
        "second": (1, (SOUND,)),
        "blurred": (1, (ONLY_ONE, FLAWED)),
    }


def test_what_may_leave_goes_before_what_may_not_and_that_says_so() -> None:
    found = [picture("pupils", activity="Chào cờ", used=3), picture("flag", activity="Chào cờ")]
    assert [one.id for one in best_of(found, 1, {"pupils"})] == ["flag"]
    (alone,) = best_of(found[:1], 1, {"pupils"})
    assert alone.reasons == (PUBLISHED, ONLY_ONE, STAYS)
