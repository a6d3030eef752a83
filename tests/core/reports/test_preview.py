"""The pages of a paper as pictures: as wide as asked, without links for the printer, nothing left on the disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.reports import keeping
from desktop_app.core.reports.authority_words import signers_on
from desktop_app.core.reports.issuing import Signing, issue
from desktop_app.core.reports.paper_file import IssuedPaperLost
from desktop_app.core.reports.preview import write_without_links
from desktop_app.core.reports.showing import PRINTER, SCREEN, WORD, Chosen, save_copy, show_paper
from tests.core.makers import a_plan, a_published_article, a_school


@pytest.fixture
def chosen(home: Home) -> Chosen:
    plan_id = a_plan()
    a_published_article(plan_id, a_school(), date(2024, 5, 21))
    return Chosen(plan_id, "month", "2024-05")


@pytest.fixture
def issued(home: Home, chosen: Chosen) -> Chosen:
    report_id = keeping.open_report(*chosen[:3])
    signer = signers_on(date(2024, 5, 31))[0]
    issue(home, report_id, Signing(date(2024, 5, 31), signer.person_id), Progress())
    return chosen._replace(report_id=report_id)


def text_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_a_page_is_drawn_as_wide_as_the_screen_needs(home: Home, chosen: Chosen) -> None:
    pages = show_paper(home, chosen, Progress()).pages
    assert pages.count >= 2
    width, height = pages.size(1)
    picture = pages.picture(1, 500)
    assert picture.width in (500, 501)
    assert picture.height == pytest.approx(500 * height / width, abs=2)
    pages.close()


def test_a_draft_that_was_looked_at_leaves_nothing_behind(home: Home, chosen: Chosen) -> None:
    shown = show_paper(home, chosen, Progress())
    assert list(home.outbox.glob("preview-*"))
    shown.pages.close()
    shown.pages.close()
    assert not list(home.outbox.glob("preview-*"))


def test_a_drawing_nobody_waits_for_leaves_nothing_behind(home: Home, chosen: Chosen) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        show_paper(home, chosen, progress)
    assert not list(home.outbox.glob("preview-*"))


def test_an_issued_paper_is_shown_and_copied_as_it_was_issued(home: Home, issued: Chosen, tmp_path: Path) -> None:
    shown = show_paper(home, issued, Progress())
    kept = keeping.issued_pdf(home, issued.report_id)
    assert kept is not None
    assert (shown.pages.file, shown.passages) == (kept, ())
    assert [figure.target for figure in shown.figures] == [None] * len(shown.figures) != []
    for purpose in (SCREEN, PRINTER, WORD):
        save_copy(home, issued, purpose, tmp_path / purpose, Progress())
    assert (tmp_path / SCREEN).read_bytes() == kept.read_bytes()
    assert text_of(tmp_path / PRINTER) == text_of(kept)
    assert (tmp_path / WORD).read_bytes()[:2] == b"PK"
    shown.pages.close()


def test_a_lost_paper_is_never_made_anew(home: Home, issued: Chosen) -> None:
    kept = keeping.issued_pdf(home, issued.report_id)
    assert kept is not None
    kept.unlink()
    with pytest.raises(IssuedPaperLost):
        show_paper(home, issued, Progress())


def test_a_copy_for_the_printer_has_no_links(home: Home, chosen: Chosen, tmp_path: Path) -> None:
    save_copy(home, chosen, SCREEN, tmp_path / "a.pdf", Progress())
    write_without_links(tmp_path / "a.pdf", tmp_path / "b.pdf")
    counts = []
    for name in ("a.pdf", "b.pdf"):
        with pypdfium2.PdfDocument(tmp_path / name) as document:
            counts.append((sum(raw.FPDFPage_GetAnnotCount(page) for page in document), len(list(document.get_toc()))))
    assert counts[0] > (0, 0)
    assert counts[1] == (0, 0)


def test_the_draft_shows_who_would_sign_it_now(home: Home, chosen: Chosen) -> None:
    shown = show_paper(home, chosen, Progress())
    assert "Nguyễn Thị Liễu" in text_of(shown.pages.file)
    shown.pages.close()


@pytest.mark.parametrize(("kind", "name"), [("month", "Month"), ("opinions", "Opinions")])
def test_files_are_called_by_kind_and_period(kind: str, name: str) -> None:
    assert name in Chosen("", kind, "2024-05").file_name
    assert Chosen("", "term", "2023-2024/II").file_name.endswith("_2023-2024-II")
