"""A paper's life: draft, issued with a number that stays, signed, sent, confirmed; changed only as a new edition."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

import peewee
import pypdfium2
import pytest

from db import database
from db.models import AuditEvent, RegisterEntry, Report
from db.queries import registers as register_rows
from db.queries import report_versions as rows
from desktop_app.core import school
from desktop_app.core.files import sha256_of
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.reports import issuing, keeping, registers
from desktop_app.core.reports.authority_words import MayNotSign
from desktop_app.core.reports.issuing import Signing
from desktop_app.core.reports.registers import NumberTaken
from tests.core.makers import a_plan, a_school

DAY = date(2024, 6, 3)


@pytest.fixture
def principal(home: Home) -> str:
    return a_school()


@pytest.fixture
def draft(principal: str) -> str:
    return keeping.open_report(a_plan(), "month", "2024-05")


def issued(home: Home, report_id: str, principal: str, **facts: object) -> int:
    return issuing.issue(home, report_id, Signing(DAY, principal, **facts), Progress(), by_name="Lò Thị Én")  # type: ignore[arg-type]


def test_a_paper_is_one_draft_however_often_it_is_opened(home: Home, draft: str) -> None:
    plan_id = str(Report.get_by_id(draft).plan_id)
    assert keeping.open_report(plan_id, "month", "2024-05") == draft


def test_issuing_gives_the_next_number_and_keeps_the_pdf(home: Home, draft: str, principal: str) -> None:
    assert issued(home, draft, principal) == 1
    row = rows.edition(draft)
    assert row is not None
    assert (row.state, row.number, row.signed_on, row.signer_name) == ("issued", 1, DAY, "Nguyễn Thị Liễu")
    assert row.signer_posts == ("HIỆU TRƯỞNG",)
    pdf = keeping.issued_pdf(home, draft)
    assert pdf is not None
    assert sha256_of(pdf) == row.pdf_sha256
    assert [one.number for one in register_rows.entries("report", 2024)] == [1]


def test_what_was_issued_never_changes_not_even_past_the_program(home: Home, draft: str, principal: str) -> None:
    issued(home, draft, principal)
    with pytest.raises(keeping.NotADraft):
        keeping.keep_wording(draft, {"opening": "Khác"})
    with pytest.raises(keeping.NotADraft):
        issued(home, draft, principal)
    for change in ("number = 7", "numbers = '{}'", "sections = '{\"a\": 1}'", "state = 'draft'"):
        with pytest.raises(peewee.IntegrityError):
            database.execute_sql(f"UPDATE report SET {change} WHERE id = ?", (draft,))


def test_who_may_not_sign_takes_no_number(home: Home, draft: str) -> None:
    teacher = school.person_named("Vàng A Chu")
    with pytest.raises(MayNotSign):
        issued(home, draft, teacher)
    assert registers.next_number("month", 2024) == 1


def test_a_cancelled_paper_gives_its_number_back(home: Home, draft: str, principal: str) -> None:
    class Stopped(Progress):
        def step(self, done: int, total: int, text: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        issuing.issue(home, draft, Signing(DAY, principal), Stopped())
    assert Report.get_by_id(draft).number is None
    assert registers.next_number("month", 2024) == 1
    assert not list(home.outbox.iterdir())


def test_a_number_left_by_a_power_cut_is_used_by_the_same_paper(home: Home, draft: str, principal: str) -> None:
    issuing._reserve(draft, Signing(DAY, principal), "")
    other = keeping.open_report(str(Report.get_by_id(draft).plan_id), "month", "2024-04")
    assert issued(home, other, principal) == 2
    assert issued(home, draft, principal) == 1
    assert register_rows.oddities("report", 2024) == ((), (), ())


def test_a_number_may_be_chosen_but_not_one_that_is_taken(home: Home, draft: str, principal: str) -> None:
    assert issued(home, draft, principal, number=12) == 12
    other = keeping.open_report(str(Report.get_by_id(draft).plan_id), "month", "2024-04")
    with pytest.raises(NumberTaken):
        issued(home, other, principal, number=12)
    assert Report.get_by_id(other).number is None


def test_a_scan_makes_it_signed_then_it_is_sent_and_confirmed(
    home: Home, draft: str, principal: str, tmp_path: Path
) -> None:
    issued(home, draft, principal)
    scan = tmp_path / "scan.pdf"
    pdf = keeping.issued_pdf(home, draft)
    assert pdf is not None
    scan.write_bytes(pdf.read_bytes())
    assert keeping.attach_scan(home, draft, scan) == ()
    assert Report.get_by_id(draft).state == "signed"
    keeping.mark_sent(draft, how="usb")
    keeping.mark_confirmed(draft, receipt="a" * 64)
    keeping.mark_sent(draft)
    assert Report.get_by_id(draft).state == "confirmed"
    acts = [event.act for event in AuditEvent.select().order_by(AuditEvent.id) if event.record_id == draft]
    assert acts == ["issue report", "attach scan", "send report", "confirm report", "send report"]


def test_a_draft_is_neither_signed_nor_sent(home: Home, draft: str, tmp_path: Path) -> None:
    with pytest.raises(keeping.NotIssuedYet):
        keeping.mark_sent(draft)


def test_a_new_edition_keeps_the_words_and_leaves_the_first_alone(home: Home, draft: str, principal: str) -> None:
    keeping.keep_wording(draft, {"opinions": "Phụ huynh mong có mái che."})
    keeping.keep_receivers(draft, ("Phòng VHXH",), ("Các tổ chuyên môn",))
    issued(home, draft, principal)
    after = keeping.new_edition(draft)
    shown = rows.editions(str(Report.get_by_id(draft).plan_id), "month", "2024-05")
    assert [(row.edition, row.state, row.number) for row in shown] == [(2, "draft", None), (1, "issued", 1)]
    assert shown[0].sections == {"opinions": "Phụ huynh mong có mái che."}
    assert keeping.heading_of(after).recipients == ("Các tổ chuyên môn",)
    with pytest.raises(keeping.EditionOpen):
        keeping.new_edition(draft)
    assert issued(home, after, principal) == 2


def test_a_draft_edition_may_be_discarded_but_not_the_first(home: Home, draft: str, principal: str) -> None:
    with pytest.raises(keeping.StillStands):
        keeping.discard_edition(draft)
    issued(home, draft, principal)
    after = keeping.new_edition(draft)
    issuing._reserve(after, Signing(DAY, principal), "")
    keeping.discard_edition(after)
    assert rows.edition(after) is None
    assert RegisterEntry.select().where(RegisterEntry.deleted_at.is_null()).count() == 1


def test_a_withdrawn_paper_keeps_its_number_and_can_stand_again(home: Home, draft: str, principal: str) -> None:
    issued(home, draft, principal)
    with pytest.raises(keeping.WithdrawalNeedsReason):
        keeping.withdraw(draft, "  ")
    keeping.withdraw(draft, "Sai số liệu")
    assert rows.latest_issued(str(Report.get_by_id(draft).plan_id), "month", "2024-05") is None
    assert registers.next_number("month", 2024) == 2
    keeping.let_stand(draft)
    assert Report.get_by_id(draft).state == "issued"
    assert Report.get_by_id(draft).withdrawn_why == ""


def test_what_another_pc_issued_may_still_come_in(home: Home, draft: str, principal: str) -> None:
    issued(home, draft, principal)
    database.execute_sql("UPDATE sync_self SET device = 'abcdef01', capturing = 0")
    database.execute_sql("UPDATE report SET number = 7 WHERE id = ?", (draft,))
    database.execute_sql("UPDATE sync_self SET capturing = 1")
    with pytest.raises(peewee.IntegrityError):
        database.execute_sql("UPDATE report SET number = 8 WHERE id = ?", (draft,))


def test_two_windows_that_issue_one_paper_use_one_number(home: Home, draft: str, principal: str) -> None:
    start = Barrier(2)

    def issue_it(_window: int) -> str:
        start.wait()
        with database.connection_context():
            try:
                return str(issuing.issue(home, draft, Signing(DAY, principal), Progress()))
            except keeping.NotADraft:
                return "refused"

    with ThreadPoolExecutor(2) as windows:
        assert sorted(windows.map(issue_it, range(2))) == ["1", "refused"]
    row = rows.edition(draft)
    assert row is not None
    assert (row.state, row.number) == ("issued", 1)
    assert [one.number for one in register_rows.entries("report", 2024)] == [1]
    assert registers.next_number("month", 2024) == 2


PERIODS = {"month": "2024-05", "term": "2023-2024/II", "year": "2024", "opinions": "2024", "letter": "2024-05"}
PERIODS["minutes"] = "2024-05"


@pytest.mark.parametrize("kind", PERIODS)
def test_every_kind_of_paper_is_issued_in_the_register_of_its_kind(home: Home, principal: str, kind: str) -> None:
    report = keeping.open_report(a_plan(), kind, PERIODS[kind])
    register = kind if kind in ("letter", "minutes") else "report"
    registers.start_at(register, 2024, 17)
    assert issued(home, report, principal) == 17
    pdf = keeping.issued_pdf(home, report)
    assert pdf is not None
    with pypdfium2.PdfDocument(pdf) as document:
        assert "17/" in document[0].get_textpage().get_text_bounded()
    assert all(one.about for one in register_rows.entries(register, 2024))
