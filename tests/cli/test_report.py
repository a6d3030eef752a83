"""Papers by command: issued with the next number, the scan kept, the registers told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop_app.core.home import Home
from desktop_app.core.reports import registers
from tests.cli.conftest import Ran
from tests.core.makers import a_plan, a_school

Loa = Callable[..., Ran]


@pytest.fixture
def ready(loa: Loa, tmp_path: Path) -> Loa:
    """A school with a plan of 2024 in the home that ``loa`` works in."""
    home = Home(tmp_path / "home")
    with home.opened():
        a_school()
        a_plan()
    return loa


def test_a_report_is_issued_with_the_next_number_and_listed(ready: Loa) -> None:
    issued = ready("report", "issue", "month", "2024-05", "--on", "03/06/2024", "--json").json()
    assert (issued["number"], issued["state"], issued["posts"]) == (1, "issued", ["HIỆU TRƯỞNG"])
    assert Path(issued["pdf"]).read_bytes().startswith(b"%PDF")
    listed = ready("report", "list", "month", "05/2024", "--json").json()
    assert [one["id"] for one in listed] == [issued["id"]]


def test_what_was_issued_is_not_issued_again(ready: Loa) -> None:
    words = ("--lang", "en", "report", "issue", "month", "2024-05", "--on", "03/06/2024")
    assert ready(*words).code == 0
    again = ready(*words)
    assert again.code == 3
    assert "was issued" in again.err


def test_a_scan_needs_an_issued_paper_and_makes_it_signed(ready: Loa, tmp_path: Path) -> None:
    file = tmp_path / "ban-ky.pdf"
    file.write_bytes(b"nothing")
    assert ready("report", "scan", "month", "2024-05", file).code == 3
    pdf = ready("report", "issue", "month", "2024-05", "--on", "03/06/2024", "--json").json()["pdf"]
    file.write_bytes(Path(pdf).read_bytes())
    assert ready("report", "scan", "month", "2024-05", file, "--json").json()["state"] == "signed"


def test_registers_are_told_and_a_gap_ends_with_one_when_asked_strictly(ready: Loa, tmp_path: Path) -> None:
    assert ready("report", "numbers", "--year", 2024, "--strict").code == 0
    with Home(tmp_path / "home").opened():
        registers.enter_paper_number("letter", 3, date(2024, 2, 1), "Công văn")
    told = ready("report", "numbers", "--year", 2024, "--json").json()["registers"]
    assert told["letter"] == {"next": 4, "used": 1, "gaps": [1, 2], "doubles": [], "backwards": []}
    assert ready("report", "numbers", "--year", 2024, "--strict").code == 1


def test_a_period_without_a_plan_is_a_sentence(ready: Loa) -> None:
    assert "no plan" in ready("--lang", "en", "report", "list", "month", "2031-05").err
