"""Every paper, as it is printed, has the decree's parts in the decree's letters, inside the decree's margins."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.home import Home
from desktop_app.core.reports.decree import MM, decree
from tests.new_school import begin
from tests.papers.beside import picture
from tests.papers.elements import elements_of, runs_of
from tests.papers.sample import PAPERS, Printed, print_all

HEAD = {"state_name", "motto", "authority", "issuer", "number"}
LETTER = HEAD | {"place_and_date", "recipients_word", "recipients"}
PARTS = {
    "cong-van": LETTER | {"concerning", "addressees", "post", "signer"},
    "bien-ban": LETTER | {"kind", "subject"},
    "ke-hoach": LETTER | {"kind", "subject", "post", "signer"},
    "phieu-duyet": HEAD | {"kind", "post", "signer"},
}
REPORT = LETTER | {"kind", "subject", "addressees", "post", "signer"}
NAMES = [name for name, _title, _write in PAPERS]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    folder = tmp_path_factory.mktemp("papers")
    home = Home(folder / "home")
    begin(home)
    with home.opened():
        papers = print_all(home, folder)
    return {paper.name: paper for paper in papers}


@pytest.mark.parametrize("name", NAMES)
def test_every_part_the_decree_asks_for_is_there_in_its_letters(printed: dict[str, Printed], name: str) -> None:
    found = elements_of(printed[name].file)
    assert {one.name for one in found} >= PARTS.get(name, REPORT)
    assert [one for one in found if not one.fits] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_stands_in_a_margin(printed: dict[str, Printed], name: str) -> None:
    page, runs = decree().page, runs_of(printed[name].file)
    left, right = page.left_range[0] * MM, (page.width_mm - page.right_range[0]) * MM
    bottom = (page.height_mm - page.bottom_range[0]) * MM
    assert [run.text for run in runs if run.left < left - 1 or run.right > right + 1 or run.bottom > bottom + 1] == []


def test_the_states_name_stands_at_the_right_and_the_issuers_at_the_left(printed: dict[str, Printed]) -> None:
    for paper in printed.values():
        runs = {one.name: one.run for one in elements_of(paper.file)}
        assert runs["issuer"].right < runs["state_name"].left
        assert runs["motto"].top > runs["state_name"].top
        assert runs["number"].top > runs["issuer"].top


def test_a_paper_stands_beside_the_drawing_at_the_same_scale(printed: dict[str, Printed], tmp_path: Path) -> None:
    paper = printed["cong-van"]
    drawn = picture(paper.title, paper.file, elements_of(paper.file))
    drawn.save(tmp_path / "a.png")
    assert drawn.width > 2 * 0.7 * drawn.height * 210 / 297
    assert (tmp_path / "a.png").stat().st_size > 10_000


def test_the_manual_shows_every_paper() -> None:
    docs = Path(__file__).resolve().parents[2] / "docs"
    page = (docs / "papers.md").read_text(encoding="utf-8")
    assert "**không**" not in page
    for name in NAMES:
        assert f"pictures/papers/{name}.png" in page
        assert (docs / "pictures" / "papers" / f"{name}.png").is_file()
