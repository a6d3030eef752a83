"""A paragraph in one face is set as the typesetter sets it: the same lines, the same words, in less time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.platypus import Paragraph

from desktop_app.core.jobs import Progress
from desktop_app.core.reports.fonts import printable
from desktop_app.core.reports.paper import Paper, words
from desktop_app.core.reports.pdf import write_pdf
from desktop_app.core.reports.plain_paragraph import plain_paragraph
from desktop_app.core.reports.styles import style

MEGABYTE = 1 << 20
THREE_HUNDRED_PHOTOS = """
import resource, sys
from pathlib import Path
from PIL import Image
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.pdf import write_pdf
from tests.core.reports.samples import article, month_report, photo
folder = Path(sys.argv[1])
photos = [photo(folder, str(number), (16, 12)) for number in range(300)]
for each in photos:  # as large as photos of 1600 px are: what follows a JPEG's end is carried with it
    each.path.write_bytes(each.path.read_bytes() + bytes(270_000))
report = month_report(articles=tuple(article(photos=tuple(photos[n:n + 2])) for n in range(0, 100, 2)))
from dataclasses import replace
write_pdf(month_paper(replace(report, materials=tuple(photos[100:]))), folder / "report.pdf", Progress())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.sampled_from(["body", "cell", "caption"]))
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


@pytest.mark.skipif(sys.platform == "win32", reason="a process does not tell its peak there")
def test_a_report_of_three_hundred_photos_takes_no_more_than_400_megabytes(tmp_path: Path) -> None:
    child = [sys.executable, "-c", THREE_HUNDRED_PHOTOS, str(tmp_path)]
    peak = subprocess.run(child, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[3]).stdout
    assert (tmp_path / "report.pdf").stat().st_size > 300 * 270_000
    assert int(peak) * (1 if sys.platform == "darwin" else 1024) <= 400 * MEGABYTE
