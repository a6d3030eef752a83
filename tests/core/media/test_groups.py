"""Like photos: the original proposed, one kept or all told apart, and everything back with one undo."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from db.models import Article, AuditEvent, MediaAsset, MediaParted, Plan, Topic, Usage
from db.queries.media_groups import Member, group_of, groups, members
from db.queries.trash import trash_count
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.best import BYTES, CAMERA_DAY, NOT_ZALO, PIXELS, SHARPER, proposed, ranked, reasons
from desktop_app.core.media.bursts import ONE_VIEW, Bundles, gather_bursts
from desktop_app.core.media.errors import NoSuchMedia
from desktop_app.core.media.groups import keep_one, part, put_together, take_back
from desktop_app.core.media.likeness import difference_hash
from desktop_app.core.media.pictures import opened, upright
from desktop_app.core.trash import NotThere, StillUsed, put_in
from tests.core.makers import a_picture, a_plan

ORIGINAL = Member("1", "a" * 64, "DSC_1.jpg", "media/a.jpg", "", 3_200_000, 4000, 3000, "2024-05-07T07:30:00", "exif",
                  "", "Nikon", 900.0, {}, "waiting")  # fmt: skip
COPY = ORIGINAL._replace(
    id="2", bytes=180_000, width=1280, height=960, source="zalo", taken_source="file", sharpness=600.0
)


def a_group(count: int = 3, **facts: object) -> list[str]:
    """So many photos of one moment; the first is the one they stand under."""
    first = a_picture("0" * 64, **facts)
    return [first, *(a_picture(str(number) * 64, burst_of=first, **facts) for number in range(1, count))]


def stands_under(ids: list[str]) -> list[str]:
    return [group_of(one) for one in ids]


# ---------------------------------------------------------------- which one


def test_an_original_beats_its_copy_from_zalo_and_says_why() -> None:
    assert proposed([COPY, ORIGINAL]) == ORIGINAL
    assert reasons(ORIGINAL, COPY) == [PIXELS, BYTES, NOT_ZALO, SHARPER, CAMERA_DAY]
    assert reasons(COPY, ORIGINAL) == []


def test_nothing_is_proposed_where_sizes_differ_little() -> None:
    burst = [ORIGINAL, ORIGINAL._replace(id="2", bytes=3_500_000), ORIGINAL._replace(id="3", sharpness=2000.0)]
    assert proposed(burst) is None
    assert [one.id for one in ranked(burst)] == ["2", "3", "1"]


def test_a_better_one_is_proposed_only_if_it_beats_all() -> None:
    assert proposed([ORIGINAL, ORIGINAL._replace(id="3", sharpness=500.0), COPY]) is None
    assert proposed([COPY, ORIGINAL, COPY._replace(id="3", bytes=90_000)]) == ORIGINAL


def test_bytes_tell_nothing_between_two_kinds_of_file() -> None:
    heic = ORIGINAL._replace(id="2", original_path="media/b.heic", bytes=1_500_000)
    assert BYTES not in reasons(ORIGINAL, heic)
    assert proposed([ORIGINAL, heic]) is None


def test_one_with_more_pixels_that_came_through_zalo_is_left_to_the_person() -> None:
    enlarged = COPY._replace(id="3", width=6000, height=4500, bytes=900_000)
    assert reasons(enlarged, ORIGINAL) == [PIXELS]
    assert proposed([enlarged, ORIGINAL]) is None


# ---------------------------------------------------------------- which groups


def test_groups_are_counted_by_who_is_still_here(home: Home) -> None:
    first, second, third = a_group(3)
    alone = a_picture("9" * 64)
    assert [(row.id, row.pictures, row.day[:10]) for row in groups()] == [(first, 3, "2024-05-07")]
    assert [one.id for one in members(first)] == [first, second, third]
    put_in("media_asset", [first])
    assert [(row.id, row.pictures) for row in groups()] == [(first, 2)]
    put_in("media_asset", [second])
    assert groups() == []
    assert group_of(alone) == alone
    assert group_of("nowhere") == ""


def test_a_group_outlives_its_first_photo(home: Home) -> None:
    first, second, third = a_group(3)
    MediaAsset.delete().where(MediaAsset.id == first).execute()
    assert [(row.id, row.pictures) for row in groups()] == [(second, 2)]
    MediaAsset.delete().where(MediaAsset.id == second).execute()
    assert group_of(third) == third


def test_a_whole_group_may_go_at_once(home: Home) -> None:
    a_group(4)
    alone = a_picture("9" * 64)
    MediaAsset.delete().where(MediaAsset.id != alone).execute()
    assert [str(asset.id) for asset in MediaAsset.select()] == [alone]


# ---------------------------------------------------------------- one is kept


def test_the_others_go_to_the_trash_and_come_back(home: Home) -> None:
    first, second, third = a_group(3)
    kept = keep_one(second, [first, third], by_name="Cô Hoa")
    assert groups() == []
    assert trash_count() == 2
    take_back(kept, by_name="Cô Hoa")
    assert (trash_count(), groups()[0].pictures) == (0, 3)


def test_a_used_one_refuses_and_names_the_place_and_nothing_moves(home: Home) -> None:
    first, second, third = a_group(3, caption="")
    MediaAsset.update(caption="Lễ").where(MediaAsset.id == third).execute()
    Usage.create(asset=third, article=Article.create(title="Ngày hội đọc sách"))
    with pytest.raises(StillUsed) as refused:
        keep_one(first, [second, third])
    assert "Ngày hội đọc sách" in str(refused.value)
    assert (trash_count(), groups()[0].pictures) == (0, 3)
    assert MediaAsset.get_by_id(first).caption == ""
    assert members(first)[2].used_in == ("“Ngày hội đọc sách”",)


def test_words_written_on_the_copy_are_not_lost_with_it(home: Home) -> None:
    original, copy = a_group(2, caption="", activity="", people="", review="waiting", taken_source="file")
    MediaAsset.update(
        caption="Đọc sách", activity="Ngày hội", people="adults", review="accepted", taken_source="person"
    ).where(MediaAsset.id == copy).execute()
    kept = keep_one(original, [copy], by_name="Cô Hoa")
    asset = MediaAsset.get_by_id(original)
    assert (asset.caption, asset.activity, asset.people, asset.review) == ("Đọc sách", "Ngày hội", "adults", "accepted")
    assert (asset.taken_at, asset.taken_source) == ("2024-05-07T07:30:00", "file")  # the same day: nothing to type
    take_back(kept)
    asset = MediaAsset.get_by_id(original)
    assert (asset.caption, asset.activity, asset.people, asset.review) == ("", "", "", "waiting")


def test_a_day_a_person_typed_on_the_copy_goes_to_an_original_that_has_only_its_files(home: Home) -> None:
    original, copy = a_group(2, taken_source="file")
    MediaAsset.update(taken_at="2024-04-30", taken_source="person").where(MediaAsset.id == copy).execute()
    keep_one(original, [copy])
    asset = MediaAsset.get_by_id(original)
    assert (asset.taken_at, asset.taken_source) == ("2024-04-30", "person")


def test_words_of_the_kept_one_stay_as_they_are(home: Home) -> None:
    a_plan()
    ours, other = str(Topic.get().id), str(Topic.create(plan=Plan.get(), code="T14", title="Hè", sort=1).id)
    original, copy = a_group(2, caption="Của ảnh gốc", taken_source="exif", topic=ours, review="rejected")
    words = {"caption": "Của ảnh Zalo", "taken_at": "2024-05-09", "topic": other, "review": "accepted"}
    MediaAsset.update(**words).where(MediaAsset.id == copy).execute()
    keep_one(original, [copy])
    asset = MediaAsset.get_by_id(original)
    assert (asset.caption, asset.taken_at) == ("Của ảnh gốc", "2024-05-07T07:30:00")
    assert (asset.topic_id, asset.review) == (ours, "rejected")


def test_a_topic_of_the_copy_goes_to_an_original_that_has_none(home: Home) -> None:
    a_plan()
    original, copy = a_group(2)
    MediaAsset.update(topic=Topic.get().id).where(MediaAsset.id == copy).execute()
    keep_one(original, [copy])
    assert MediaAsset.get_by_id(original).topic_id == Topic.get().id


def test_one_that_is_gone_cannot_be_kept_or_put_away(home: Home) -> None:
    first, second = a_group(2)
    with pytest.raises(NoSuchMedia):
        keep_one("nowhere", [second])
    put_in("media_asset", [second])
    with pytest.raises(NotThere):
        keep_one(first, [second])


# ---------------------------------------------------------------- told apart


def test_one_told_apart_stands_alone_and_the_others_stay_together(home: Home) -> None:
    first, second, _third = ids = a_group(3)
    parted = part([second], by_name="Cô Hoa")
    assert stands_under(ids) == [first, second, first]
    assert MediaParted.select().count() == 2
    put_together(parted)
    assert stands_under(ids) == [first, first, first]
    assert MediaParted.select().count() == 0
    assert AuditEvent.select().where(AuditEvent.act == "part alike").count() == 1


def test_the_first_told_apart_leaves_the_group_to_the_next(home: Home) -> None:
    first, second, _third = ids = a_group(3)
    parted = part([first])
    assert stands_under(ids) == [first, second, second]
    put_together(parted)
    assert stands_under(ids) == [first, first, first]


def test_one_still_here_leads_the_group_rather_than_one_in_the_trash(home: Home) -> None:
    first, second, third, _fourth = ids = a_group(4)
    put_in("media_asset", [first])
    part([second])
    assert stands_under(ids) == [third, second, third, third]
    assert MediaParted.select().count() == 2  # nobody has looked at the one in the trash


def test_all_told_apart_are_no_group_any_more(home: Home) -> None:
    ids = a_group(3)
    part(ids)
    assert groups() == []
    assert stands_under(ids) == ids
    assert MediaParted.select().count() == 3


# ---------------------------------------------------------------- bursts


def shot(number: int, second: int, bits: int, **facts: object) -> str:
    """A photo of a burst: ``bits`` of its view differ from the first."""
    phash = f"{0x0F0F_0F0F_0F0F_0F0F ^ ((1 << bits) - 1):016x}"
    return a_picture(
        str(number) * 64,
        taken_at=f"2024-05-07T07:30:{second:02}",
        phash=phash,
        **{"camera": "Nikon", "taken_source": "exif", **facts},
    )


def test_what_was_shot_in_one_breath_becomes_one_group(home: Home) -> None:
    ids = [shot(1, 0, 0), shot(2, 3, 8), shot(3, 6, 16)]
    assert gather_bursts(Progress()) == 2
    assert stands_under(ids) == [ids[0]] * 3
    assert gather_bursts(Progress()) == 0


def test_another_view_another_camera_or_a_pause_is_no_burst(home: Home) -> None:
    ids = [shot(1, 0, 0), shot(2, 6, 0), shot(3, 7, 13), shot(4, 8, 13, camera="Canon"), shot(5, 8, 0, camera="")]
    assert gather_bursts(Progress()) == 0
    assert stands_under(ids) == ids


def test_two_cameras_that_shoot_at_once_are_two(home: Home) -> None:
    ids = [shot(1, 3, 0, camera="Canon"), shot(2, 4, 0, camera="Nikon")]
    assert gather_bursts(Progress()) == 0
    assert stands_under(ids) == ids


def test_two_groups_of_one_breath_become_one(home: Home) -> None:
    one, two = shot(1, 0, 0), shot(3, 4, 9)
    copy, other = shot(2, 1, 1, burst_of=one), shot(4, 5, 9, burst_of=two)
    assert gather_bursts(Progress()) == 1
    assert stands_under([one, copy, two, other]) == [one] * 4


def test_one_told_apart_from_any_of_a_burst_stays_apart_from_all_of_it() -> None:
    bundles = Bundles([("b", "d")])
    for group, other in (("a", "b"), ("c", "d"), ("b", "c"), ("d", "e"), ("a", "c"), ("e", "b")):
        bundles.tie(group, other)
    assert bundles.tied == {"a": ["b"], "c": ["d", "e"]}


@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12))),
    st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12))),
)
def test_no_two_photos_told_apart_ever_meet(ties: list[tuple[int, int]], apart: set[tuple[int, int]]) -> None:
    bundles = Bundles([(str(one), str(other)) for one, other in apart])
    for one, other in ties:
        bundles.tie(str(one), str(other))
    together = [{first, *others} for first, others in bundles.tied.items()]
    assert not any({str(one), str(other)} <= bundle for one, other in apart if one != other for bundle in together)
    assert sum(len(bundle) for bundle in together) == len(set().union(*together))


def test_what_a_person_told_apart_is_never_joined_again(home: Home) -> None:
    ids = [shot(1, 0, 0), shot(2, 1, 4), shot(3, 2, 8)]
    gather_bursts(Progress())
    part([ids[1]])
    assert gather_bursts(Progress()) == 0
    assert stands_under(ids) == [ids[0], ids[1], ids[0]]


def test_real_views_that_move_a_little_are_one_and_different_views_are_not(real_photos: Path) -> None:
    hashes = {}
    for name in ("DSCN0010.jpg", "DSCN0012.jpg", "DSCN0021.jpg", "DSCN0025.jpg", "portrait_1.jpg", "IMG_5195.HEIC"):
        with opened(real_photos / name) as photo:
            hashes[name] = [int(difference_hash(view), 16) for view in views(upright(photo, 800))]
    for still, moved in hashes.values():
        assert (still ^ moved).bit_count() <= ONE_VIEW
    for one, other in combinations(hashes.values(), 2):
        assert (one[0] ^ other[0]).bit_count() > ONE_VIEW + 4


def views(photo: Image.Image) -> list[Image.Image]:
    """As a hand holds a camera twice: the second view stands 1 % beside the first."""
    width, height = (side * 9 // 10 for side in photo.size)
    aside = photo.width // 100
    return [photo.crop((left, 0, left + width, height)) for left in (0, aside)]
