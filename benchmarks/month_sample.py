"""A month to report on: 30 articles, 60 photos, other words each time it is made."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.archive import phrases, school_words
from desktop_app.core.manuscripts.markup import plain
from desktop_app.core.reports.snapshot import (
    ArticleInReport,
    Figures,
    MonthReport,
    PhotoInReport,
    Quota,
    Signer,
    TopicRow,
)

ARTICLES, PARAGRAPHS, WORDS = 30, 4, 60
PHOTOS = 60
DAY = date(2024, 5, 7)


def month_report(number: int, photos: Sequence[Path]) -> MonthReport:
    """A school's month, in other words for each ``number``; half the photos stand in articles, half are materials."""
    chance, words = random.Random(number), school_words()
    shown = [PhotoInReport(photo, phrases(chance, words, 10), "Giàng A Mẫu", DAY) for photo in photos]
    return MonthReport(
        period="2024-05",
        school_name="Trường Tiểu học Bản Mẫu",
        school_short="THBM",
        signer=Signer(("HIỆU TRƯỞNG",), "Lường Thị Mẫu"),
        place="Bản Mẫu",
        plan_title="Kế hoạch truyền thông năm 2024",
        figures=Figures(tuple(Quota(phrases(chance, words, 10), 4, 4, "met") for _ in range(8))),
        topics=tuple(TopicRow(str(place), phrases(chance, words, 10), 2, 4) for place in range(1, 17)),
        articles=tuple(_article(chance, words, photo) for photo in shown[:ARTICLES]),
        materials=tuple(shown[ARTICLES:]),
    )


def _article(chance: random.Random, words: Sequence[str], photo: PhotoInReport) -> ArticleInReport:
    body = tuple(plain(phrases(chance, words, WORDS)) for _ in range(PARAGRAPHS))
    return ArticleInReport(phrases(chance, words, 10), body, authors=("Giàng A Mẫu",), event_date=DAY, photos=(photo,))
