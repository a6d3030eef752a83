"""Decisions by command: the PIN where one is set, the slip printed, and what was decided on it written down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.core import articles, pins
from desktop_app.core.home import Home
from tests.cli.conftest import Ran
from tests.core.makers import a_plan, a_school, an_article

Loa = Callable[..., Ran]


@pytest.fixture
def sent(tmp_path: Path) -> str:
    """An article in review in the home of ``loa``."""
    with Home(tmp_path / "home").opened():
        a_school()
        article_id = an_article(a_plan())
        articles.submit_article(article_id)
    return article_id


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    paper = tmp_path / "quet.pdf"
    paper.write_bytes(b"%PDF-1.7 signed")
    return paper


def test_without_a_pin_an_article_is_approved_at_once(loa: Loa, sent: str) -> None:
    assert loa("article", "approve", sent, "--json").json()["state"] == "approved"


def test_where_a_pin_is_set_it_must_be_given(loa: Loa, sent: str, tmp_path: Path) -> None:
    with Home(tmp_path / "home").opened():
        pins.set_pin(a_school(), "4826")
    assert loa("article", "approve", sent).code == 3
    assert loa("article", "approve", sent, "--pin", "1928").code == 3
    assert loa("article", "approve", sent, "--pin", "4826", "--json").json()["state"] == "approved"


def test_a_slip_is_printed_and_its_decision_written_down(loa: Loa, sent: str, scan: Path, tmp_path: Path) -> None:
    printed = loa("article", "slip", sent, tmp_path / "phieu.pdf", "--json").json()
    (slip,) = printed["slips"]
    words = PdfReader(printed["paper"]).pages[0].extract_text()
    assert f"{slip['code'][:3]} {slip['code'][3:]}" in words
    told = ("--return", "--reason", "facts", "--scan", scan, "--on", "20/05/2024", "--json")
    answer = loa("article", "decide", slip["code"].lower(), *told).json()
    assert (answer["state"], answer["moved"]) == ("needs_changes", True)
    assert loa("article", "decide", slip["code"], *told).code == 3
    assert loa("article", "slip", "all", tmp_path / "none.pdf").code == 3


def test_a_paper_decision_without_its_scan_is_wrong_use(loa: Loa, sent: str) -> None:
    with pytest.raises(SystemExit) as left:
        loa("article", "decide", "AAAAAA", "--approve", "--on", "20/05/2024")
    assert left.value.code == 2
