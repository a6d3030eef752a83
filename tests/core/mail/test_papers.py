"""A month's report by e-mail: its papers, and with its pictures only those that may leave."""

from __future__ import annotations

from datetime import date

import pytest

from db.models import Plan, Report
from db.queries import letters as rows
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.mail.account import MailAccount
from desktop_app.core.mail.letters import Words
from desktop_app.core.mail.papers import Posting, queue_paper, usual_words
from desktop_app.core.mail.queue import send_waiting
from desktop_app.core.reports import keeping
from desktop_app.core.reports.issuing import Signing, issue
from tests.core.mail.conftest import Mailbox
from tests.core.makers import a_plan, a_published_article, a_school

WORDS = Words("Báo cáo", "Kính gửi.")


@pytest.fixture
def principal(home: Home) -> str:
    principal = a_school()
    a_published_article(a_plan(), principal, date(2024, 5, 7))
    return principal


def posting(kind: str = "month", period: str = "2024-05", *, with_contents: bool = False) -> Posting:
    return Posting(kind, period, ["phong@mau.edu.vn"], WORDS, with_contents)


def names_in(mailbox: Mailbox) -> list[str]:
    return [str(part.get_filename()) for letter in mailbox.letters for part in letter.iter_attachments()]


def test_the_papers_go_and_an_issued_report_counts_as_sent(
    home: Home, account: MailAccount, mailbox: Mailbox, principal: str
) -> None:
    report = keeping.open_report(str(Plan.get().id), "month", "2024-05")
    issue(home, report, Signing(date(2024, 6, 3), principal), Progress())
    queue_paper(home, account, posting(), Progress(), by_name="Văn thư")
    assert Report.get_by_id(report).state == keeping.ISSUED
    send_waiting(home, lambda: account, Progress())
    assert names_in(mailbox) == ["month_2024-05.pdf", "month_2024-05.docx"]
    pdf = keeping.issued_pdf(home, report)
    assert pdf is not None
    (letter,) = mailbox.letters
    assert next(letter.iter_attachments()).get_content() == pdf.read_bytes()
    assert Report.get_by_id(report).state == keeping.SENT


def test_a_draft_can_go_and_stays_a_draft(home: Home, account: MailAccount, mailbox: Mailbox, principal: str) -> None:
    queue_paper(home, account, posting("term", "2023-2024/II"), Progress())
    send_waiting(home, lambda: account, Progress())
    assert names_in(mailbox) == ["term_2023-2024-II.pdf", "term_2023-2024-II.docx"]
    assert Report.get().state == keeping.DRAFT


def test_with_its_contents_go_the_articles(home: Home, account: MailAccount, mailbox: Mailbox, principal: str) -> None:
    queue_paper(home, account, posting(with_contents=True), Progress())
    send_waiting(home, lambda: account, Progress())
    assert [name for name in names_in(mailbox) if name.endswith(".txt")]


def test_a_stop_queues_nothing(home: Home, account: MailAccount, principal: str) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        queue_paper(home, account, posting(), progress)
    assert rows.letters() == []
    assert [file for file in home.outbox.rglob("*") if file.is_file()] == []


def test_the_usual_words_name_school_and_paper(home: Home, principal: str) -> None:
    words = usual_words("Báo cáo tháng 5")
    assert words.subject == "Trường PTDTBT Tiểu học số 2 Mường Mươn: Báo cáo tháng 5"
    assert "trân trọng gửi: Báo cáo tháng 5." in words.text
