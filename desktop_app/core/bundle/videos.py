"""Videos that are too large for a stick stay at school, and the bundle says which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.periods import short_date
from desktop_app.core.reports.snapshot import MonthReport, VideoInReport

LIST_PLACE = "data/03_TuLieu/KhongKemTheo.txt"
"""Where the bundle says what is not in it."""
MEGABYTE = 1_000_000
TOO_LARGE = N_("The video is larger than the limit for one video")
NO_ROOM = N_("The videos together are larger than the limit for all")


class VideoLimit(NamedTuple):
    """How many MB a video may have, and all of them together; 0 is no limit."""

    each_mb: int = 0
    all_mb: int = 0


class HeldBack(NamedTuple):
    """A video that stays at school: its caption, its day, its MB, why (a message id)."""

    name: str
    day: date | None
    megabytes: float
    why: str

    def words(self) -> str:
        """“Học sinh múa xòe (07/05/2024), 812,4 MB”."""
        day = f" ({short_date(self.day)})" if self.day else ""
        return f"{self.name}{day}, {self.megabytes:.1f} MB".replace(".", ",")


def within(report: MonthReport, limit: VideoLimit) -> tuple[MonthReport, list[HeldBack]]:
    """The report with the files of its videos within ``limit``, and the videos that are not: small ones go first."""
    videos = _videos(report)
    held = {id(videos[place]): why for place, why in over([_size(video) for video in videos], limit).items()}
    lighter = tuple(
        replace(each, exported=None) if isinstance(each, VideoInReport) and id(each) in held else each
        for each in report.materials
    )
    back = [_held_back(video, held[id(video)]) for video in videos if id(video) in held]
    return (replace(report, materials=lighter) if back else report), back


def held_back_text(held: list[HeldBack]) -> bytes:
    """For Notepad: which videos are not in the bundle, and where they are."""
    lines = [
        in_vietnamese(N_("These videos are not in the bundle because of their size; the school keeps them:")),
        "",
        *(f"- {one.words()}" for one in held),
    ]
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")


def over(sizes: Sequence[int], limit: VideoLimit) -> dict[int, str]:
    """Which of these bytes do not go (by place), and why (a message id): small ones go first."""
    taken, held = 0, dict[int, str]()
    for place in sorted(range(len(sizes)), key=lambda place: sizes[place]):
        if limit.each_mb and sizes[place] > limit.each_mb * MEGABYTE:
            held[place] = TOO_LARGE
        elif limit.all_mb and taken + sizes[place] > limit.all_mb * MEGABYTE:
            held[place] = NO_ROOM
        else:
            taken += sizes[place]
    return held


def _videos(report: MonthReport) -> list[VideoInReport]:
    return [each for each in report.materials if isinstance(each, VideoInReport) and each.exported]


def _size(video: VideoInReport) -> int:
    return video.exported.stat().st_size if video.exported else 0


def _held_back(video: VideoInReport, why: str) -> HeldBack:
    name = video.caption or in_vietnamese("(no caption)")
    return HeldBack(name, video.taken_on, _size(video) / MEGABYTE, why)
