"""An article's body on paper: as it was written, its photos in their places, its words still words."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.core.jobs import Progress
from desktop_app.core.manuscripts.markup import paragraphs
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.pdf import write_pdf
from tests.core.reports.samples import article, month_report, photo

BODY = "## Phần lễ\n\nCác em **múa xoè**\nbên suối.\n\n![2]\n\n- một giải nhất\n- hai giải nhì\n\n## Phần hội\n\nVui."


@pytest.fixture
def words(tmp_path: Path) -> str:
    """The words of a report whose article has two photos, the second of them placed."""
    photos = tuple(photo(tmp_path, name, caption=f"Chú thích {name}") for name in ("a", "b"))
    report = month_report(articles=(article(body=tuple(paragraphs(BODY)), photos=photos),))
    paper = tmp_path / "report.pdf"
    write_pdf(month_paper(report), paper, Progress())
    return " ".join(" ".join(page.extract_text() for page in PdfReader(paper).pages).split())


def test_headings_lists_and_placed_photos_stand_in_their_order(words: str) -> None:
    pieces = ["Phần lễ", "Các em múa xoè bên suối.", "Chú thích b", "- một giải nhất", "- hai giải nhì", "Phần hội"]
    places = [words.index(piece) for piece in [*pieces, "Chú thích a"]]
    assert places == sorted(places)


def test_no_sign_of_the_markup_is_printed(words: str) -> None:
    assert not [sign for sign in ("**", "##", "![", "<b>") if sign in words]


def test_the_same_body_gives_the_same_bytes(tmp_path: Path) -> None:
    report = month_report(articles=(article(body=tuple(paragraphs(BODY)), photos=(photo(tmp_path),)),))
    for name in ("a.pdf", "b.pdf"):
        write_pdf(month_paper(report), tmp_path / name, Progress())
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
