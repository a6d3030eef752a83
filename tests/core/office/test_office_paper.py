"""The month of all schools on paper, read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pdfplumber

from benchmarks.office_sample import Journal, begin, live, segments, send
from db.office.engine import Office
from desktop_app.core.jobs import Progress
from desktop_app.core.office.ingesting import ingest
from desktop_app.core.office.paper import write_office_paper
from desktop_app.core.office.report import month_of
from desktop_app.core.periods import Month
from tests.core.office.conftest import MemoryStore

MAY = Month(2024, 5)


def test_every_school_and_what_it_owes_stands_on_the_paper(store: MemoryStore, office: Office, tmp_path: Path) -> None:
    for number, busy in ((1, 1.0), (2, 0.0)):
        journal = Journal(number)
        begin(journal)
        live(journal, MAY, busy)
        send(store, segments(journal.school, journal.events))
    ingest(store, office, Progress())
    file = tmp_path / "table.pdf"
    write_office_paper(month_of(office, MAY, date(2024, 7, 1)), file, Progress(), date(2024, 7, 1))
    with pdfplumber.open(file) as paper:
        text = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    assert "BÁO CÁO" in text
    assert "trong 2 trường có 1 trường đạt theo kế hoạch" in text
    assert "Trường PTDTBT THCS Pha Long số 2: " in text
    assert "Mường Chanh số 1:" not in text
