"""The school of this file: its sign, its people, the offices above it on a day."""

from __future__ import annotations

from datetime import date

import pytest

from db.models import School, Unit
from desktop_app.core import school
from desktop_app.core.home import Home
from desktop_app.core.school import AuthorityGiven, NobodyCanApprove, SchoolGiven, short_name_of


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Trường PTDTBT Tiểu học số 2 Mường Mươn", "THS2MM"),
        ("Trường Tiểu học Bản Mẫu", "THBM"),
        ("Trường THCS Hiệp Lực", "THCSHL"),
    ],
)
def test_a_sign_is_proposed_from_the_name(name: str, sign: str) -> None:
    assert short_name_of(name) == sign


def test_the_office_above_is_the_one_of_the_day(home: Home) -> None:
    offices = (
        AuthorityGiven("Phòng GDĐT", kind="education_office", valid_to=date(2025, 6, 30)),
        AuthorityGiven("UBND xã Mường Pồn", valid_from=date(2025, 7, 1)),
    )
    school.set_up(SchoolGiven(name="Trường", authorities=offices))
    before, after = school.parent_on(date(2024, 5, 31)), school.parent_on(date(2026, 5, 31))
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("Phòng GDĐT", "UBND xã Mường Pồn")


def test_without_a_principal_nobody_approves(home: Home) -> None:
    school.set_up(SchoolGiven(name="Trường"))
    with pytest.raises(NobodyCanApprove):
        school.principal_on(date(2024, 5, 1))


def test_setting_up_again_corrects_and_never_doubles(home: Home) -> None:
    for name in ("Trường cũ", "Trường mới"):
        school.set_up(SchoolGiven(name=name, principal="Nguyễn Thị Liễu", units=("Tổ 1",)))
    assert school.principal_on(date.today()).name == "Nguyễn Thị Liễu"
    assert School.select().count() == 1
    assert Unit.select().count() == 1
