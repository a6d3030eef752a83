"""Printing through the system: a real program `lp` on the PATH takes the file, or refuses it in its own words."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from desktop_app.core.printing import (
    NoPrinting,
    NoSuchCopies,
    NoSuchPages,
    Printer,
    PrinterRefused,
    copies_in,
    pages_in,
    print_pdf,
    printers,
    ranges,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")

LPSTAT = """#!/bin/sh
case "$1" in
  -e) printf 'Van_Phong\\nHieu_Truong\\n' ;;
  -d) echo 'system default destination: Van_Phong' ;;
  -p) printf 'printer Van_Phong is idle.  enabled since Mon\\n'
      printf 'printer Hieu_Truong disabled since Mon -\\n\\tPaper jam\\n' ;;
esac
"""
LP = """#!/usr/bin/env {python}
import json, pathlib, sys
pathlib.Path({told!r}).write_text(json.dumps([sys.argv[1:], pathlib.Path(sys.argv[-1]).read_bytes().decode()]))
"""
REFUSES = """#!/bin/sh
echo 'lp: The printer or class does not exist.' >&2
exit 1
"""


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that is the whole PATH but for the shell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def program(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    (folder / name).chmod(0o755)


def test_the_usual_printer_comes_first_and_one_that_stopped_says_why(system: Path) -> None:
    program(system, "lpstat", LPSTAT)
    assert printers() == [Printer("Van_Phong", is_usual=True), Printer("Hieu_Truong", trouble="Paper jam")]


def test_a_paper_goes_to_the_chosen_printer_with_its_pages_and_copies(system: Path, tmp_path: Path) -> None:
    told, paper = tmp_path / "told", tmp_path / "Báo cáo.pdf"
    paper.write_text("%PDF")
    program(system, "lp", LP.format(python=sys.executable, told=str(told)))
    print_pdf(paper, "Van_Phong", 3, (1, 2, 3, 5), title="Báo cáo tháng 5")
    wishes, content = json.loads(told.read_text())
    assert wishes[:6] == ["-d", "Van_Phong", "-n", "3", "-t", "Báo cáo tháng 5"]
    assert wishes[-4:] == ["-P", "1-3,5", "--", str(paper)]
    assert content == "%PDF"


def test_what_the_system_says_against_it_is_told(system: Path, tmp_path: Path) -> None:
    program(system, "lp", REFUSES)
    with pytest.raises(PrinterRefused) as refused:
        print_pdf(tmp_path / "x.pdf", "Van_Phong")
    assert refused.value.facts == {"printer": "Van_Phong", "why": "The printer or class does not exist"}


def test_a_pc_without_printing_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoPrinting):
        printers()
    with pytest.raises(NoPrinting):
        print_pdf(tmp_path / "x.pdf", "Van_Phong")


@pytest.mark.parametrize(
    ("text", "pages"),
    [("1", (1,)), ("1-3, 5", (1, 2, 3, 5)), ("4-", (4, 5, 6)), ("5;2", (2, 5)), (" 2 – 3 ", (2, 3)), ("1,1-2", (1, 2))],
)
def test_pages_are_named_as_people_name_them(text: str, pages: tuple[int, ...]) -> None:
    assert pages_in(text, 6) == pages


@pytest.mark.parametrize("text", ["", "0", "7", "3-2", "1-9", "x", "-2", "1..3"])
def test_pages_that_are_not_there_are_refused(text: str) -> None:
    with pytest.raises(NoSuchPages):
        pages_in(text, 6)


def test_runs_of_pages_are_written_short() -> None:
    assert ranges((1, 2, 3, 5, 7, 8)) == "1-3,5,7-8"


@pytest.mark.parametrize("text", ["0", "100", "x", "", "-1", "1.5"])
def test_copies_are_a_small_number(text: str) -> None:
    assert copies_in(" 12 ") == 12
    with pytest.raises(NoSuchCopies):
        copies_in(text)
