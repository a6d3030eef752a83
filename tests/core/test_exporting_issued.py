"""A bundle takes the issued report exactly as it was issued, whatever was written since."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db.models import Report
from desktop_app.core.exporting import export_month
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.periods import Month
from desktop_app.core.reports import keeping
from desktop_app.core.reports.issuing import Signing, issue
from desktop_app.core.reports.paper_file import IssuedPaperLost
from tests.core.makers import a_plan, a_published_article, a_school

MAY = Month(2024, 5)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def issued(home: Home) -> str:
    principal = a_school()
    plan = a_plan()
    a_published_article(plan, principal, date(2024, 5, 7))
    report = keeping.open_report(plan, "month", "2024-05")
    issue(home, report, Signing(date(2024, 6, 3), principal), Progress())
    return report


def test_the_issued_pdf_and_word_file_travel_byte_for_byte_with_the_scan(
    home: Home, issued: str, out: Path, tmp_path: Path
) -> None:
    pdf, word = keeping.issued_pdf(home, issued), keeping.issued_word(home, issued)
    assert pdf is not None
    assert word is not None
    scan = tmp_path / "ban-ky.pdf"
    scan.write_bytes(pdf.read_bytes() + b"%")
    keeping.attach_scan(home, issued, scan)
    keeping.new_edition(issued)
    a_published_article(str(Report.get_by_id(issued).plan_id), _principal(issued), date(2024, 5, 20), kind="fanpage")
    bundle = export_month(home, MAY, out, Progress())
    assert bundle.report.read_bytes() == pdf.read_bytes()
    assert (bundle.path / "data/01_BaoCao.docx").read_bytes() == word.read_bytes()
    assert (bundle.path / "data/01_BaoCao_ban-ky.pdf").read_bytes() == scan.read_bytes()
    assert Report.get_by_id(issued).numbers["figures"]
    assert Report.get_by_id(issued).state == "signed"


def _principal(report_id: str) -> str:
    return str(Report.get_by_id(report_id).signer_id)


def test_an_issued_paper_that_is_lost_is_never_made_anew(home: Home, issued: str, out: Path) -> None:
    pdf = keeping.issued_pdf(home, issued)
    assert pdf is not None
    pdf.unlink()
    with pytest.raises(IssuedPaperLost):
        export_month(home, MAY, out, Progress())
    assert not list(out.iterdir())


def test_a_withdrawn_report_is_not_sent_its_next_draft_is(home: Home, issued: str, out: Path) -> None:
    keeping.withdraw(issued, "Sai số liệu")
    after = keeping.new_edition(issued)
    keeping.keep_wording(after, {"opening/0/0": "Thực hiện kế hoạch, nhà trường báo cáo lại như sau:"})
    export_month(home, MAY, out, Progress())
    assert Report.get_by_id(after).bundles.count() == 1
    assert Report.get_by_id(after).numbers["articles"]
    assert Report.get_by_id(after).state == "draft"
