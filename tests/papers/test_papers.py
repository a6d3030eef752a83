"""Every paper, as it is printed, has the decree's parts, in the decree's letters, at the decree's places."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.home import Home
from desktop_app.core.reports.decree import MM
from tests.new_school import begin
from tests.papers.beside import picture, places
from tests.papers.elements import Found, Run, elements_of, read
from tests.papers.measures import measures_of
from tests.papers.page import page
from tests.papers.sample import PAPERS, Printed, print_all

DOCS = Path(__file__).resolve().parents[2] / "docs"
BARE = {"state_name", "motto", "authority", "issuer", "number", "post", "signer", "body"}
HEAD = BARE | {"place_and_date"}
LETTER = HEAD | {"recipients_word", "recipients"}
NAMED = LETTER | {"kind", "subject", "section"}
PARTS = {
    "cong-van": LETTER | {"concerning", "addressees"},
    "bien-ban": NAMED - {"place_and_date"},
    "ke-hoach": NAMED | {"clause", "page_number"},
    "phieu-duyet": HEAD | {"kind", "subject"},
}
REPORT = NAMED | {"addressees", "page_number"}
NAMES = [name for name, *_rest in PAPERS]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    folder = tmp_path_factory.mktemp("papers")
    home = Home(folder / "home")
    begin(home)
    with home.opened():
        papers = print_all(home, folder)
    return {paper.name: paper for paper in papers}


@pytest.mark.parametrize("name", NAMES)
def test_every_part_the_decree_asks_for_is_there_and_no_other(printed: dict[str, Printed], name: str) -> None:
    there = {one.name for one in elements_of(printed[name].file)}
    asked = PARTS.get(name, REPORT)
    assert asked <= there
    assert there - asked <= {"clause", "page_number"}


@pytest.mark.parametrize("name", NAMES)
def test_letters_margins_lines_and_places_are_the_decrees(printed: dict[str, Printed], name: str) -> None:
    measures = measures_of(printed[name].file)
    assert len(measures) > 30
    assert [one for one in measures if not one.fits] == []


def test_a_letter_of_another_size_face_case_or_colour_is_seen() -> None:
    run = Run("BÁO CÁO", "LiberationSerif-Bold", 14, black=True, page=1, left=0, top=0, right=9, bottom=9)
    wrong = (
        run._replace(size=15.0),
        run._replace(font="LiberationSerif"),
        run._replace(text="Báo cáo"),
        run._replace(black=False),
    )
    assert Found("5a", "kind", (run,)).fits
    assert not any(Found("5a", "kind", (run, each)).fits for each in wrong)


def test_the_states_name_stands_at_the_right_and_the_issuers_at_the_left(printed: dict[str, Printed]) -> None:
    for paper in printed.values():
        runs = {one.name: one.run for one in elements_of(paper.file)}
        assert runs["issuer"].right < runs["state_name"].left
        assert runs["motto"].top > runs["state_name"].top
        assert runs["number"].top > runs["issuer"].top


@pytest.mark.parametrize("name", NAMES)
def test_the_numbered_frames_of_a_page_do_not_cover_each_other(printed: dict[str, Printed], name: str) -> None:
    file = printed[name].file
    framed = [place for place in places(read(file), elements_of(file), 1) if not place.free]
    for place in framed:
        for other in framed:
            apart = place.right < other.left or place.bottom < other.top or other.right < place.left
            assert place == other or apart or other.bottom < place.top


def test_a_paper_stands_beside_the_drawing_at_the_same_scale(printed: dict[str, Printed], tmp_path: Path) -> None:
    paper = printed["cong-van"]
    drawn = picture(paper.title, paper.file, elements_of(paper.file))
    drawn.save(tmp_path / "a.png", optimize=True)
    assert drawn.width == pytest.approx(2 * 210 * MM * 2, rel=0.05)  # two sheets of A4 at 144 points an inch
    assert 10_000 < (tmp_path / "a.png").stat().st_size < 160_000


def test_the_page_in_the_documents_tells_what_is_measured_now(printed: dict[str, Printed]) -> None:
    """Where this fails, `python3 dev.py papers` makes page and pictures anew: look at them."""
    written = (DOCS / "papers.md").read_text(encoding="utf-8")
    assert written == page(printed.values())
    shown = {line.rpartition("/")[2].rstrip(")") for line in written.splitlines() if line.startswith("![")}
    assert shown == {file.name for file in (DOCS / "pictures" / "papers").iterdir()}
