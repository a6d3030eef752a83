"""The principal's word: by PIN or on paper, for one text, by whoever may, once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from db import database
from db.models import AuditEvent, Decision, Delegation, Review
from db.queries import articles as rows
from db.queries import delegations as delegation_rows
from db.queries import reviews as review_rows
from desktop_app.core import approvals, articles, delegations, distributions, pins, reviews, school
from desktop_app.core.approvals import Verdict
from desktop_app.core.article_rules import NotAllowedNow
from desktop_app.core.home import Home
from desktop_app.core.papers import KeptPaper, keep_bytes
from tests.core.makers import TEXT, a_plan, a_published_article, a_school, an_approved_article, an_article

TODAY = date.today()
YES = Verdict(approvals.APPROVED)


@pytest.fixture
def principal(home: Home) -> str:
    return a_school()


@pytest.fixture
def plan(home: Home) -> str:
    return a_plan()


@pytest.fixture
def scan(home: Home) -> KeptPaper:
    return keep_bytes(home, b"a scan of a slip", "phieu.pdf")


def sent(plan_id: str, note: str = "") -> str:
    article_id = an_article(plan_id)
    articles.submit_article(article_id, note=note, by_name="Lò Thị Vân")
    return article_id


def state_of(article_id: str) -> str:
    article = rows.article(article_id)
    assert article is not None
    return article.state


def code_of(article_id: str) -> str:
    (row,) = (row for row in review_rows.waiting() if row.article_id == article_id)
    return row.code


def lend(taker: str, until: date = TODAY, powers: tuple[str, ...] = ("approve",)) -> str:
    letter = KeptPaper("evidence/x.pdf", "0" * 64, "giay-uy-quyen.pdf")
    return delegations.lend(taker, powers, min(TODAY, until), until, letter=letter)


# ---------------------------------------------------------------- in the app


def test_with_a_pin_nothing_is_decided_without_it(principal: str, plan: str) -> None:
    article = sent(plan)
    pins.set_pin(principal, "4826")
    acts: list[Callable[[str], None]] = [
        lambda pin: approvals.approve(article, person_id=principal, pin=pin),
        lambda pin: approvals.return_article(article, person_id=principal, reasons=["title"], pin=pin),
    ]
    for act in acts:
        with pytest.raises(pins.PinNeeded):
            act("")
        with pytest.raises(pins.WrongPin):
            act("9517")
    assert state_of(article) == "in_review"
    approvals.approve(article, person_id=principal, pin="4826", recorded_by="Cô Hoa")
    assert state_of(article) == "approved"
    assert "4826" not in str([(event.act, event.facts) for event in AuditEvent.select()])


def test_a_delegate_never_approves_an_own_article_and_the_principal_is_marked(principal: str, plan: str) -> None:
    delegate = school.person_named("Lò Thị Vân")
    lend(delegate)
    article = sent(plan)
    articles.describe_article(article, topic_id=None, event_date=None, authors=["lò thị vân"])
    with pytest.raises(approvals.OwnArticle):
        approvals.approve(article, person_id=delegate)
    approvals.return_article(article, person_id=delegate, reasons=["title"])
    own = sent(plan)
    articles.describe_article(own, topic_id=None, event_date=None, authors=["Nguyễn Thị Liễu"])
    approvals.approve(own, person_id=principal)
    assert [one.self_approved for one in Decision.select().order_by(Decision.id)] == [False, True]


def test_two_programs_send_one_article_once(principal: str, plan: str, home: Home) -> None:
    article = an_article(plan)
    together, refused = threading.Barrier(2), []

    def send() -> None:
        with database.connection_context():
            together.wait()
            try:
                articles.submit_article(article)
            except NotAllowedNow as error:
                refused.append(error)

    threads = [threading.Thread(target=send) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert Review.select().where(Review.closed_at.is_null()).count() == 1


def test_the_records_themselves_refuse_a_second_open_review(principal: str, plan: str) -> None:
    article = articles.article_of(sent(plan))
    head = articles.head_revision(article)
    assert head is not None
    with pytest.raises(Exception, match="UNIQUE"):
        reviews.ask(article, head)


# ---------------------------------------------------------------- on paper


def test_a_code_is_read_however_it_is_typed() -> None:
    assert reviews.read_code(" y0y-1ca ") == reviews.read_code("YoY lCA") == reviews.read_code("Y0Y1CA") == "Y0Y1CA"
    assert reviews.read_code("Đ5S8B…") == "D5588"
    assert not set("OQILZSBGU") & set(reviews.SIGNS)


def test_a_paper_decision_keeps_both_names_the_day_and_the_scan(principal: str, plan: str, scan: KeptPaper) -> None:
    article = sent(plan)
    moved = approvals.record_paper(
        code_of(article).lower(),
        YES,
        person_id=principal,
        decided_on=date(2024, 5, 20),
        scan=scan,
        recorded_by="Cô Hoa",
    )
    assert moved
    assert state_of(article) == "approved"
    kept = Decision.get()
    assert (kept.mode, kept.decided_by_name, kept.recorded_by_name) == ("paper", "Nguyễn Thị Liễu", "Cô Hoa")
    assert (kept.at.date(), kept.scan_sha256) == (date(2024, 5, 20), scan.sha256)


def test_a_paper_needs_no_pin_but_a_day_that_has_come_and_a_reason(principal: str, plan: str, scan: KeptPaper) -> None:
    pins.set_pin(principal, "4826")
    code = code_of(sent(plan))
    given: dict[str, Any] = {"person_id": principal, "scan": scan, "recorded_by": "Cô Hoa"}
    with pytest.raises(approvals.DecidedInFuture):
        approvals.record_paper(code, YES, decided_on=TODAY + timedelta(days=1), **given)
    with pytest.raises(articles.ReasonNeeded):
        approvals.record_paper(code, Verdict(approvals.RETURNED), decided_on=TODAY, **given)
    assert approvals.record_paper(code, Verdict(approvals.RETURNED, ("facts",)), decided_on=TODAY, **given)


def test_a_slip_of_an_older_text_is_recorded_for_that_text_and_moves_nothing(
    principal: str, plan: str, scan: KeptPaper
) -> None:
    article = sent(plan, note="nhờ cô xem số liệu")
    printed = code_of(article)
    articles.save_article(article, TEXT._replace(body="Sửa sau khi in phiếu"))
    (waits,) = review_rows.waiting()
    assert (waits.note, waits.by_name, waits.revision) == ("nhờ cô xem số liệu", "Lò Thị Vân", 2)
    slip = review_rows.slip(reviews.read_code(printed))
    assert slip is not None
    assert (slip.revision, slip.newest, slip.waits) == (1, 2, False)
    given: dict[str, Any] = {"person_id": principal, "decided_on": TODAY, "scan": scan, "recorded_by": "Cô Hoa"}
    assert not approvals.record_paper(printed, YES, **given)
    assert state_of(article) == "in_review"
    assert Decision.get().revision.number == 1
    assert approvals.record_paper(waits.code, YES, **given)
    assert state_of(article) == "approved"


def test_one_slip_decides_once_and_never_against_the_app(principal: str, plan: str, scan: KeptPaper) -> None:
    given: dict[str, Any] = {"person_id": principal, "decided_on": TODAY, "scan": scan, "recorded_by": "Cô Hoa"}
    first, second = sent(plan), sent(plan)
    code, other = code_of(first), code_of(second)
    approvals.record_paper(code, YES, **given)
    approvals.approve(second, person_id=principal)
    for used in (code, other):
        with pytest.raises(approvals.SlipUsed):
            approvals.record_paper(used, Verdict(approvals.RETURNED, ("title",)), **given)
    with pytest.raises(approvals.NoSuchSlip):
        approvals.record_paper("000000", YES, **given)


def test_a_text_taken_back_and_sent_again_unchanged_obeys_its_first_slip(
    principal: str, plan: str, scan: KeptPaper
) -> None:
    article = sent(plan)
    printed = code_of(article)
    articles.withdraw_article(article)
    articles.submit_article(article)
    assert code_of(article) != printed
    given: dict[str, Any] = {"person_id": principal, "decided_on": TODAY, "scan": scan, "recorded_by": "Cô Hoa"}
    assert approvals.record_paper(printed, YES, **given)
    assert state_of(article) == "approved"


# ---------------------------------------------------------------- after publication


def test_a_correction_of_what_is_out_needs_a_new_yes_and_what_is_out_stays(principal: str, plan: str) -> None:
    article = a_published_article(plan, principal, date(2024, 5, 21))
    articles.save_article(article, TEXT._replace(title="Đính chính"))
    assert state_of(article) == "in_review"
    assert [place.state for place in rows.distributions(article)] == ["done"]
    with pytest.raises(NotAllowedNow):
        articles.cancel_article(article, "nhầm")
    approvals.approve(article, person_id=principal)
    assert state_of(article) == "published"
    (place,) = rows.distributions(article)
    distributions.take_down(place.id, "phụ huynh yêu cầu")
    assert state_of(article) == "taken_down"


def test_cancelling_a_sent_article_leads_back_to_the_desk(principal: str, plan: str) -> None:
    article, approved = sent(plan), an_approved_article(plan, principal)
    for one in (article, approved):
        articles.cancel_article(one, "Mưa lớn, lễ hoãn")
        assert articles.refusal("submit", one)[0].field == "state"
        articles.reopen_article(one)
    assert (state_of(article), state_of(approved)) == ("writing", "approved")


# ---------------------------------------------------------------- lent powers


def test_only_the_newest_principal_and_live_delegates_decide(home: Home) -> None:
    first = a_school()
    second = a_school("Trần Văn Nam")
    helper, late = school.person_named("Lò Thị Vân"), school.person_named("Quàng Văn Pọm")
    lend(helper)
    lend(late, TODAY - timedelta(days=1))
    assert [one.id for one in delegation_rows.deciders(TODAY)] == [second, helper]
    assert [one.until for one in delegation_rows.deciders(TODAY)] == [None, TODAY]
    assert not school.may(first, school.APPROVE, TODAY)


def test_a_power_is_lent_by_letter_or_pin_for_days_in_order(principal: str) -> None:
    helper = school.person_named("Lò Thị Vân")
    for error, given in (
        (delegations.NothingLent, (helper, (), TODAY, TODAY)),
        (delegations.LentToOneself, (principal, ("approve",), TODAY, TODAY)),
        (delegations.DaysLentCrossed, (helper, ("approve",), TODAY, TODAY - timedelta(days=1))),
        (delegations.LetterNeeded, (helper, ("approve",), TODAY, TODAY)),
    ):
        with pytest.raises(error):
            delegations.lend(*given)
    pins.set_pin(principal, "4826")
    delegations.lend(helper, ["sign", "approve", "fly"], TODAY, TODAY, pin="4826")
    assert Delegation.get().powers == ["approve", "sign"]


def test_an_end_before_its_day_and_its_undoing(principal: str) -> None:
    helper = school.person_named("Lò Thị Vân")
    until = TODAY + timedelta(days=9)
    lent = lend(helper, until)
    assert school.may(helper, school.APPROVE, TODAY)
    assert delegations.end_early(lent) == until
    assert not school.may(helper, school.APPROVE, TODAY)
    delegations.go_on(lent, until)
    assert school.may(helper, school.APPROVE, TODAY)
    school.take_leave(helper)
    assert not school.may(helper, school.APPROVE, TODAY)


def test_powers_end_with_the_principal_who_lent_them(principal: str) -> None:
    helper = school.person_named("Lò Thị Vân")
    lend(helper)
    a_school("Trần Văn Nam")
    assert not school.may(helper, school.APPROVE, TODAY)


def test_the_scan_lies_in_the_home_folder(scan: KeptPaper, home: Home) -> None:
    assert (home.root / Path(scan.place)).read_bytes() == b"a scan of a slip"
