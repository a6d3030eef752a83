"""A paragraph in one face is set as the typesetter sets it: the same lines, the same words, in less time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from desktop_app.core.jobs import Progress
from desktop_app.core.reports.fonts import printable
from desktop_app.core.reports.paper import ContactSheet, Paper, words
from desktop_app.core.reports.pdf import write_pdf
from desktop_app.core.reports.plain_paragraph import led_paragraph, plain_paragraph
from desktop_app.core.reports.snapshot import PhotoInReport
from desktop_app.core.reports.styles import style
from desktop_app.core.reports.wording import plain


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.sampled_from(["body", "cell", "caption"]))
@example("0 00000000@@¼", "body")  # too wide for the first line, and not for the others
def test_lines_end_where_the_typesetter_ends_them(text: str, name: str) -> None:
    ours, theirs = plain_paragraph(name, printable(text)), Paragraph("x", style(name))
    theirs.frags[0].text = printable(text)
    for width in (40.0, 120.0, 467.0):
        assert ours.wrap(width, 10_000) == theirs.wrap(width, 10_000)
        assert lines_of(ours) == lines_of(theirs)


def lines_of(piece: object) -> list[str]:
    return [" ".join(words) for _free, words in piece.blPara.lines]  # type: ignore[attr-defined]


def test_a_paragraph_cut_by_the_end_of_a_page_goes_on_whole(tmp_path: Path) -> None:
    said = [f"chữ{number}" for number in range(3000)]
    write_pdf(Paper("", "", "", lambda: iter([words(" ".join(said))])), tmp_path / "a.pdf", Progress())
    read = " ".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages).split()
    assert [word for word in read if word.startswith("chữ")] == said


def test_more_letters_than_a_part_of_a_font_holds_are_all_read_back(tmp_path: Path) -> None:
    letters = printable("".join(map(chr, [*range(0xC0, 0x250), *range(0x391, 0x3CA), *range(0x410, 0x450)])))
    shown = " ".join(letters)
    write_pdf(Paper("", "", "", lambda: iter([words(shown)])), tmp_path / "a.pdf", Progress())
    read = " ".join(PdfReader(tmp_path / "a.pdf").pages[0].extract_text().split())
    assert read == " ".join(shown.split())


@given(st.lists(st.text("aămnơưT&", min_size=1, max_size=7), min_size=1, max_size=60))
@example(["n" * 24])  # as wide as the room itself, but for the lead
def test_words_after_a_lead_are_as_high_as_with_the_lead_in_markup(said: list[str]) -> None:
    text = " ".join(said)
    ours: Any = led_paragraph("sheet", "12.", text)
    theirs: Any = Paragraph(f"<b>12.</b> {plain(text)}", style("sheet"))
    for each in (ours, theirs):  # the typesetter lets the space after the lead shrink too, by a hair
        each.style = ParagraphStyle("stiff", parent=each.style, spaceShrinkage=0)
    for width in (110.0, 120.0, 150.0):
        assert ours.wrap(width, 10_000) == theirs.wrap(width, 10_000)


def test_a_lead_is_read_on_the_line_of_its_words(tmp_path: Path) -> None:
    sheet = ContactSheet((PhotoInReport(None, "Lễ khai giảng", "Giàng A Mẫu"),))
    write_pdf(Paper("", "", "", lambda: iter([sheet])), tmp_path / "a.pdf", Progress())
    read = PdfReader(tmp_path / "a.pdf").pages[0].extract_text()
    assert [line.strip() for line in read.splitlines() if "Mẫu" in line or "giảng" in line] == [
        "1. Lễ khai giảng",
        "Giàng A Mẫu",
    ]
