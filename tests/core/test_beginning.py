"""School, plan and months enter together or not at all; offices and people are kept one by one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db.queries import people, plans
from desktop_app.core import school
from desktop_app.core.beginning import PlanGiven, begin
from desktop_app.core.home import Home
from desktop_app.core.offices import (
    OfficeEndsBeforeItBegins,
    OfficeHasNoName,
    keep_office,
    put_away_office,
    take_back_office,
)
from desktop_app.core.periods import Month
from desktop_app.core.plans.counting import MonthOutsidePlan
from desktop_app.core.plans.reader import read_plan
from desktop_app.core.school import AuthorityGiven, SchoolGiven

OURS = SchoolGiven(name="Trường Bản Mẫu", principal="Lường Thị Mẫu", clerk="Giàng A Mẫu", units=["Tổ 1-2-3"])


def test_a_school_begins_with_its_plan(home: Home, real_plan: Path) -> None:
    draft = read_plan(real_plan.read_text(encoding="utf-8"))
    saved = begin(OURS, PlanGiven(draft, "ke-hoach.txt", {0: "15/KH"}, Month(2024, 4), 7))
    plan, ours = plans.plan(saved.id), people.school()
    assert plan is not None
    assert ours is not None
    assert (plan.number, plan.quota_from, plan.record_grace_days) == ("15/KH", "2024-04", 7)
    assert ours.name == "Trường Bản Mẫu"
    assert people.roles()["principal"].name == "Lường Thị Mẫu"
    assert people.units() == ["Tổ 1-2-3"]


def test_what_cannot_be_kept_whole_is_not_kept_at_all(home: Home, real_plan: Path) -> None:
    draft = read_plan(real_plan.read_text(encoding="utf-8"))
    with pytest.raises(MonthOutsidePlan):
        begin(OURS, PlanGiven(draft, first_month=Month(2030, 1)))
    assert people.school() is None
    assert plans.newest_plan() is None
    assert people.people() == []


def test_an_office_holds_for_its_own_days(home: Home) -> None:
    old = keep_office(AuthorityGiven("Phòng GDĐT", valid_to=date(2025, 6, 30)))
    keep_office(AuthorityGiven("UBND xã", valid_from=date(2025, 7, 1)))
    assert office_on(date(2024, 5, 1)) == "Phòng GDĐT"
    assert office_on(date(2026, 5, 1)) == "UBND xã"
    keep_office(AuthorityGiven("Phòng GD&ĐT Mường Mẫu", valid_to=date(2025, 6, 30)), old)
    assert office_on(date(2024, 5, 1)) == "Phòng GD&ĐT Mường Mẫu"
    put_away_office(old)
    assert office_on(date(2024, 5, 1)) is None
    take_back_office(old)
    assert office_on(date(2024, 5, 1)) == "Phòng GD&ĐT Mường Mẫu"


def office_on(day: date) -> str | None:
    office = school.parent_on(day)
    return office.name if office else None


def test_an_office_without_a_name_or_with_twisted_days_is_refused(home: Home) -> None:
    with pytest.raises(OfficeHasNoName):
        keep_office(AuthorityGiven("  "))
    with pytest.raises(OfficeEndsBeforeItBegins):
        keep_office(AuthorityGiven("Sở", valid_from=date(2025, 7, 1), valid_to=date(2025, 6, 30)))


def test_who_left_is_no_longer_offered(home: Home) -> None:
    begin_id = school.person_named("Cô Vân")
    school.give_role(begin_id, school.CLERK)
    school.take_leave(begin_id)
    assert people.people() == []
    assert people.roles() == {}
    assert school.holder_of(school.CLERK, date.today()) is None


def test_a_name_is_spelt_anew_but_never_emptied(home: Home) -> None:
    someone = school.person_named("Cô Vân")
    school.correct_person(someone, name="Cô Vân Anh", post="Tổ trưởng")
    school.correct_person(someone, name="  ")
    assert [(person.name, person.post) for person in people.people()] == [("Cô Vân Anh", "Tổ trưởng")]


def test_a_role_may_come_back_to_who_held_it_before(home: Home) -> None:
    first, second = school.person_named("Cô Liễu"), school.person_named("Thầy Pó")
    for person in (first, second, first):
        school.give_role(person, school.PRINCIPAL)
    assert school.principal_on(date.today()).name == "Cô Liễu"
    assert people.roles()[school.PRINCIPAL].person_id == first
