"""Videos over the limit stay at school; the bundle and the window say which."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.bundle.packing import pack_month
from desktop_app.core.bundle.videos import LIST_PLACE, NO_ROOM, TOO_LARGE, VideoLimit, within
from desktop_app.core.reports.snapshot import MonthReport, VideoInReport
from tests.core.reports.samples import month_report, photo


def a_video(folder: Path, name: str, megabytes: float) -> VideoInReport:
    file = folder / f"{name}.mp4"
    with file.open("wb") as out:
        out.truncate(int(megabytes * 1_000_000))
    return VideoInReport(name, exported=file)


@pytest.fixture
def report(tmp_path: Path) -> MonthReport:
    """Three videos of 1, 3 and 5 MB beside a photo, the largest first."""
    sizes = {"khai-giang": 5, "mua-xoe": 3, "chao-co": 1}
    videos = (a_video(tmp_path, name, size) for name, size in sizes.items())
    return month_report(materials=(photo(tmp_path, "b"), *videos))


def test_without_a_limit_everything_goes(report: MonthReport) -> None:
    assert within(report, VideoLimit()) == (report, [])


def test_a_video_over_its_limit_stays(report: MonthReport) -> None:
    lighter, held = within(report, VideoLimit(each_mb=4))
    assert [(one.name, one.why, one.megabytes) for one in held] == [("khai-giang", TOO_LARGE, 5.0)]
    assert [bool(each.exported) for each in lighter.materials[1:]] == [False, True, True]


def test_small_ones_go_first_where_there_is_room_for_some(report: MonthReport) -> None:
    lighter, held = within(report, VideoLimit(all_mb=4))
    assert [(one.name, one.why) for one in held] == [("khai-giang", NO_ROOM)]
    lighter, held = within(report, VideoLimit(all_mb=1))
    assert {one.name for one in held} == {"khai-giang", "mua-xoe"}
    assert sum(bool(each.exported) for each in lighter.materials if isinstance(each, VideoInReport)) == 1


def test_a_limit_on_both_counts_only_what_goes(report: MonthReport) -> None:
    _lighter, held = within(report, VideoLimit(each_mb=4, all_mb=4))
    assert [one.name for one in held] == ["khai-giang"]


def test_the_bundle_says_what_is_not_in_it(report: MonthReport) -> None:
    lighter, held = within(report, VideoLimit(each_mb=4))
    files = {file.place: file.source for file in pack_month(lighter, b"%PDF", b"PK", (), held)}
    text, page = files[LIST_PLACE], files["index.html"]
    assert isinstance(text, bytes)
    assert isinstance(page, bytes)
    assert "khai-giang, 5,0 MB" in text.decode("utf-8-sig")
    assert "khai-giang, 5,0 MB" in page.decode()
    assert not [place for place in files if "khai-giang" in place]


def test_a_whole_bundle_has_no_such_list(report: MonthReport) -> None:
    assert LIST_PLACE not in {file.place for file in pack_month(report, b"%PDF", b"PK")}
