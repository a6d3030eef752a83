"""Several sticks in one go: each gets a proved bundle or says why not; one that fails keeps nobody from theirs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.models import Bundle
from desktop_app.core.bundle.errors import TargetMissing
from desktop_app.core.bundle.verifying import verify_bundle
from desktop_app.core.exporting_to import export_to
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from tests.core.makers import a_plan, a_published_article, a_school

MAY = ("month", "2024-05")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path / "home")
    with home.opened():
        a_published_article(a_plan(), a_school(), date(2024, 5, 7))
        yield home


@pytest.fixture
def sticks(tmp_path: Path) -> list[Path]:
    made = [tmp_path / name for name in ("one", "two")]
    for stick in made:
        stick.mkdir()
    return made


class StopsOn(Progress):
    """Cancels once a word of a later stick is said."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share

    def step(self, done: int, total: int, text: str = "") -> None:
        if total and done > self._share * total:
            self.cancel()
        super().step(done, total, text)


def test_every_stick_gets_its_own_proved_bundle(home: Home, sticks: list[Path]) -> None:
    outcomes = export_to(home, MAY, sticks, Progress())
    assert [one.target for one in outcomes] == sticks
    assert all(one.made and verify_bundle(one.made.path, Progress()).ok for one in outcomes)
    assert Bundle.select().count() == 2


def test_one_that_is_gone_keeps_nobody_from_theirs(home: Home, sticks: list[Path], tmp_path: Path) -> None:
    first, gone, last = export_to(home, MAY, [sticks[0], tmp_path / "gone", sticks[1]], Progress())
    assert first.made
    assert last.made
    assert isinstance(gone.error, TargetMissing)
    assert Bundle.select().count() == 2


def test_stopping_tells_what_has_arrived(home: Home, sticks: list[Path]) -> None:
    first, second = export_to(home, MAY, sticks, StopsOn(0.7))
    assert first.made
    assert second == (sticks[1], None, None)
    assert list(sticks[1].iterdir()) == []


def test_stopping_before_anything_arrived_leaves_nothing(home: Home, sticks: list[Path]) -> None:
    with pytest.raises(Cancelled):
        export_to(home, MAY, sticks, StopsOn(0.4))
    assert not [path for stick in sticks for path in stick.iterdir()]
    assert Bundle.select().count() == 0


def test_papers_without_pictures_go_the_same_way(home: Home, sticks: list[Path]) -> None:
    outcomes = export_to(home, ("opinions", "2024-05"), sticks, Progress())
    assert all(one.made for one in outcomes)
