"""Charts are drawn, not pictures: their numbers can be read out of the file, and they break where they must."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from desktop_app.core.reports.chart_drawing import chart_flowable, coverage_words
from desktop_app.core.reports.charts import Channels, Chart, Coverage, Months
from desktop_app.core.reports.decree import decree
from desktop_app.core.reports.document import About, Pages, write_document

MONTHS = ("9", "10", "11", "12")


def coverage(topics: int) -> Coverage:
    return Coverage(MONTHS, tuple((str(n), f"Chủ đề số {n}", ((n, 0), (0, n), (n, n), (0, 0))) for n in range(topics)))


def printed(chart: Chart, path: Path) -> list[str]:
    """The words of each page."""
    write_document(lambda: [chart_flowable(chart, decree().page.text_width)], Pages(), About("", "", ""), path)
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize(("counts", "words"), [((2, 0), "2"), ((2, 5), "2+5"), ((0, 5), "+5"), ((0, 0), "")])
def test_a_month_of_a_topic_is_said_in_a_few_letters(counts: tuple[int, int], words: str) -> None:
    assert coverage_words(*counts) == words


def test_every_topic_stands_in_the_coverage_with_its_sum(tmp_path: Path) -> None:
    (page,) = printed(coverage(13), tmp_path / "coverage.pdf")
    assert all(f"Chủ đề số {n}" in page for n in range(13))
    assert "12+12" in page  # the month
    assert "24+24" in page  # the sum of four months


def test_a_coverage_longer_than_a_page_goes_on_under_its_months(tmp_path: Path) -> None:
    pages = printed(coverage(90), tmp_path / "long.pdf")
    assert len(pages) > 1
    assert all("TT Chủ đề 9" in " ".join(page.splitlines()[:3]) for page in pages)


def test_the_months_tell_numbers_and_how_each_went(tmp_path: Path) -> None:
    chart = Months((("Tháng 9", 7, 31, "met"), ("Tháng 10", 0, 0, "missing")), 1, 1)
    (page,) = printed(chart, tmp_path / "months.pdf")
    assert all(words in page for words in ("Tháng 9", "31", "7", "Đạt", "Thiếu", "chỉ tiêu: 1"))


def test_channels_stand_with_their_numbers(tmp_path: Path) -> None:
    (page,) = printed(Channels((("Fanpage", 12), ("Hội nghị", 3))), tmp_path / "channels.pdf")
    assert all(words in page for words in ("Fanpage", "12", "Hội nghị", "3"))


@pytest.mark.parametrize("chart", [Coverage((), ()), Months(()), Channels(())])
def test_a_chart_of_nothing_is_no_error(tmp_path: Path, chart: Chart) -> None:
    printed(chart, tmp_path / "empty.pdf")


def test_a_chart_is_the_same_bytes_twice(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one.pdf", "two.pdf")]
    for file in files:
        printed(coverage(5), file)
    assert files[0].read_bytes() == files[1].read_bytes()
