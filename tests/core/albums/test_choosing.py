"""The first choice of the best: sound pictures, one of each moment, something of everything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.queries.albums import Candidate
from desktop_app.core.albums.choosing import best_of

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
    ),
    unique_by=lambda one: one.id,
)


def picture(name: str, **facts: object) -> Candidate:
    sound = {"group": name, "day": "2024-05-07", "activity": "", "topic_id": "", "pixels": 1, "flaws": 0, "used": 0}
    return Candidate(id=name, **{**sound, **facts})  # type: ignore[arg-type]


@given(pictures, st.integers(0, 12))
def test_a_choice_is_never_too_long_and_shows_no_moment_twice(candidates: list[Candidate], count: int) -> None:
    chosen = best_of(candidates, count)
    moments = {one.id: one.group for one in candidates}
    assert len(chosen) == min(count, len(set(moments.values())))
    assert len({moments[one] for one in chosen}) == len(chosen)


@given(pictures)
def test_the_days_go_forward(candidates: list[Candidate]) -> None:
    days = {one.id: one.day for one in candidates}
    chosen = [days[one] for one in best_of(candidates, 100)]
    assert chosen == sorted(chosen)


def test_of_one_moment_the_sound_one_is_taken_and_then_the_published_one() -> None:
    blurred, plain = picture("blurred", group="m", flaws=1, pixels=99), picture("plain", group="m")
    published = picture("published", group="m", used=1)
    assert best_of([blurred, plain], 5) == ["plain"]
    assert best_of([blurred, plain, published], 5) == ["published"]


def test_a_day_with_many_photos_does_not_crowd_out_the_others() -> None:
    crowd = [picture(f"c{number}", activity="Chào cờ") for number in range(9)]
    alone = picture("alone", activity="Đọc sách", pixels=0)
    assert "alone" in best_of([*crowd, alone], 2)
