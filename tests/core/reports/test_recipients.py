"""Who gets a paper is said by kind and by day; papers that are out keep what they said."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.core import school
from desktop_app.core.home import Home
from desktop_app.core.reports import keeping
from desktop_app.core.reports.recipients import keep_recipients, recipients_of, recipients_on
from tests.core.makers import a_plan

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
DISTRICT, COMMUNE = "Phòng GDĐT huyện Mường Chà", "UBND xã Mường Mươn"


@pytest.fixture
def _offices(home: Home) -> None:
    offices = (
        school.AuthorityGiven(DISTRICT, kind="office", valid_to=BEFORE),
        school.AuthorityGiven(COMMUNE, kind="office", valid_from=AFTER),
    )
    school.set_up(school.SchoolGiven(name="Trường Tiểu học", principal="Nguyễn Thị Liễu", authorities=offices))


pytestmark = pytest.mark.usefixtures("_offices")


def test_without_a_word_a_report_goes_to_the_office_of_its_day() -> None:
    assert recipients_on("month", BEFORE) == ((DISTRICT,), ())
    assert recipients_on("month", AFTER) == ((COMMUNE,), ())
    assert recipients_on("minutes", AFTER) == ((), ())


def test_an_office_that_was_merged_gives_its_place_to_the_one_after_it() -> None:
    keep_recipients("month", [DISTRICT], ["Các tổ chuyên môn"], date(2024, 1, 1))
    assert recipients_on("month", BEFORE) == ((DISTRICT,), ("Các tổ chuyên môn",))
    assert recipients_on("month", AFTER) == ((COMMUNE,), ("Các tổ chuyên môn",))


def test_a_changed_list_holds_from_its_day_on() -> None:
    keep_recipients("letter", ["Báo Điện Biên Phủ"], [], date(2024, 1, 1))
    keep_recipients("letter", ["- Đài PT-TH Điện Biên;"], ["Chi bộ"], date(2024, 9, 1))
    assert recipients_on("letter", date(2024, 8, 31)) == (("Báo Điện Biên Phủ",), ())
    assert recipients_on("letter", date(2024, 9, 1)) == (("Đài PT-TH Điện Biên",), ("Chi bộ",))
    assert recipients_on("month", date(2024, 9, 1)) == ((DISTRICT,), ())


def test_a_list_corrected_on_the_same_day_leaves_no_second_one() -> None:
    for copies in (["Chi bộ"], ["Công đoàn", "Công đoàn", " "]):
        keep_recipients("month", [DISTRICT], copies, date(2024, 9, 1))
    assert recipients_on("month", date(2024, 9, 1)).copies == ("Công đoàn",)


def test_one_paper_may_have_receivers_of_its_own_and_let_them_go() -> None:
    report = keeping.open_report(a_plan(), "month", "2024-05")
    keeping.keep_receivers(report, ("Sở GDĐT",), ("Chi bộ",))
    assert recipients_of(report, BEFORE) == (("Sở GDĐT",), ("Chi bộ",))
    keeping.keep_receivers(report, (), ())
    assert recipients_of(report, BEFORE) == ((DISTRICT,), ())
