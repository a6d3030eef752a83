"""What every test may ask for: a screen of its own, a school's home folder, files of the neighbourhood."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core import i18n
from desktop_app.core.home import Home
from tests.new_school import begin

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_configure() -> None:
    """Take this worker's screen, so that two windows never fight for the focus."""
    screens = os.environ.get("LOA_SCREENS", "").split()
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    if screens:
        os.environ["DISPLAY"] = screens[worker % len(screens)]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Tests read the sentences of the code; papers are Vietnamese all the same."""
    i18n.set_language("en")
    yield
    i18n.set_language("en")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """An empty school's home folder with its records open."""
    home = Home(tmp_path / "home")
    begin(home)
    with home.opened():
        yield home


@pytest.fixture
def real_plan() -> Path:
    """The text of the plan a real school carried out in 2024."""
    plan = SHARED / "plan" / "ke-hoach-truyen-thong-2024.txt"
    if not plan.exists():
        pytest.skip("the real plan is not on this machine")
    return plan


@pytest.fixture
def real_photos() -> Path:
    """A folder of files from real cameras."""
    photos = SHARED / "photos"
    if not photos.exists():
        pytest.skip("the real camera files are not on this machine")
    return photos
