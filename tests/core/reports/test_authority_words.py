"""Above each signature stand the words of the decree: HIỆU TRƯỞNG, Q., KT., TL., TUQ., TM."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from db.models import Delegation, Person, RoleAssignment
from desktop_app.core import school
from desktop_app.core.home import Home
from desktop_app.core.reports.authority_words import (
    ACTING,
    BY_ORDER,
    CHAIR,
    DEPUTY,
    BodyHasNoName,
    MayNotSign,
    SigningDaysCrossed,
    end_signing,
    let_sign,
    signer_on,
    signers_on,
)
from desktop_app.core.reports.snapshot import Signer
from tests.core.makers import a_school

DAY = date(2024, 6, 3)


def lent(giver: str, taker: str, first: date, last: date, power: str = school.SIGN) -> None:
    Delegation.create(giver=giver, taker=taker, powers=[power], valid_from=first, valid_to=last)


def test_the_principal_signs_plainly(home: Home) -> None:
    assert signer_on(a_school(), DAY) == Signer(("HIỆU TRƯỞNG",), "Nguyễn Thị Liễu")


def test_a_deputy_signs_for_the_principal_in_these_days_only(home: Home) -> None:
    a_school()
    deputy = school.person_named("Lò Văn Pọm", "Phó Hiệu trưởng")
    let_sign(deputy, DEPUTY, date(2024, 6, 1), date(2024, 6, 30))
    assert signer_on(deputy, DAY).posts == ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")
    with pytest.raises(MayNotSign):
        signer_on(deputy, date(2024, 7, 1))


def test_the_acting_head_signs_with_q_and_lends_as_a_head(home: Home) -> None:
    school.set_up(school.SchoolGiven(name="Trường Tiểu học"))
    acting, teacher = school.person_named("Lò Văn Pọm"), school.person_named("Vàng A Chu", "Tổ trưởng chuyên môn")
    let_sign(acting, ACTING, None, None)
    lent(acting, teacher, DAY, DAY)
    assert signer_on(acting, DAY).posts == ("Q. HIỆU TRƯỞNG",)
    assert signer_on(teacher, DAY).posts == ("TUQ. HIỆU TRƯỞNG", "TỔ TRƯỞNG CHUYÊN MÔN")


def test_a_letter_of_authority_to_sign_makes_tuq_and_a_deputys_kt(home: Home) -> None:
    principal = a_school()
    clerk, deputy = school.person_named("Lò Thị Én", "Văn thư"), school.person_named("Lò Văn Pọm", "Phó Hiệu trưởng")
    for taker in (clerk, deputy):
        lent(principal, taker, DAY, DAY)
    assert signer_on(clerk, DAY).posts == ("TUQ. HIỆU TRƯỞNG", "VĂN THƯ")
    assert signer_on(deputy, DAY).posts == ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")


def test_a_letter_for_another_power_or_another_day_lets_nobody_sign(home: Home) -> None:
    principal = a_school()
    clerk = school.person_named("Lò Thị Én", "Văn thư")
    lent(principal, clerk, DAY, DAY, power=school.APPROVE)
    lent(principal, clerk, date(2024, 5, 1), date(2024, 5, 31))
    with pytest.raises(MayNotSign):
        signer_on(clerk, DAY)


def test_by_order_and_for_a_body(home: Home) -> None:
    principal = a_school()
    clerk = school.person_named("Lò Thị Én", "Văn thư")
    let_sign(clerk, BY_ORDER, None, None, post="Tổ trưởng Văn phòng")
    let_sign(principal, CHAIR, None, None, on_behalf_of="Hội đồng trường")
    assert signer_on(clerk, DAY).posts == ("TL. HIỆU TRƯỞNG", "TỔ TRƯỞNG VĂN PHÒNG")
    assert signer_on(principal, DAY).posts == ("HIỆU TRƯỞNG",)
    as_chair = ("TM. HỘI ĐỒNG TRƯỜNG", "CHỦ TỊCH")
    assert signer_on(principal, DAY, as_chair).posts == as_chair


def test_the_list_begins_with_the_head_and_names_nobody_twice(home: Home) -> None:
    principal = a_school()
    deputy = school.person_named("Lò Văn Pọm", "Phó Hiệu trưởng")
    for _ in range(2):
        let_sign(deputy, DEPUTY, None, None)
    lent(principal, deputy, DAY, DAY)
    assert [one.person_id for one in signers_on(DAY)] == [principal, deputy]


def test_who_left_the_school_signs_no_more_from_today(home: Home) -> None:
    a_school()
    deputy = school.person_named("Lò Văn Pọm", "Phó Hiệu trưởng")
    let_sign(deputy, DEPUTY, None, None)
    let_sign(deputy, BY_ORDER, None, date.today() + timedelta(days=90))
    school.take_leave(deputy)
    assert signer_on(deputy, DAY).name == "Lò Văn Pọm"
    with pytest.raises(MayNotSign):
        signer_on(deputy, date.today())
    assert not Person.get_by_id(deputy).is_active


def test_a_right_to_sign_ends_on_the_day_that_is_said(home: Home) -> None:
    a_school()
    deputy = school.person_named("Lò Văn Pọm", "Phó Hiệu trưởng")
    held = let_sign(deputy, DEPUTY, date(2024, 6, 1), None)
    end_signing(held, date(2024, 6, 2))
    with pytest.raises(MayNotSign):
        signer_on(deputy, DAY)
    later = let_sign(deputy, DEPUTY, date(2024, 9, 1), None)
    end_signing(later, date(2024, 8, 1))
    with pytest.raises(MayNotSign):
        signer_on(deputy, date(2024, 9, 5))


def test_days_that_cross_and_bodies_without_a_name_are_refused(home: Home) -> None:
    principal = a_school()
    with pytest.raises(SigningDaysCrossed):
        let_sign(principal, DEPUTY, date(2024, 6, 2), date(2024, 6, 1))
    with pytest.raises(BodyHasNoName):
        let_sign(principal, CHAIR, None, None, on_behalf_of=" ")
    assert RoleAssignment.select().where(RoleAssignment.role != "principal").count() == 0
