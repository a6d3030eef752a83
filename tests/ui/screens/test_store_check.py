"""The store of photos checked from the settings: the sum adds up, the lost are named first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from db import database
from db.models import MediaAsset
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.checking import DAMAGED, StoreCheck, Wrong
from desktop_app.core.media.importing import import_media
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.settings.store_check import StoreCheckCard, StoreReport, report_lines
from desktop_app.ui.window import Window
from tests.ui.conftest import FakeDialogs, WaitUntil, answering


@pytest.fixture
def card(
    place: ttk.Frame, window: Window, home: Home, dialogs: FakeDialogs, tmp_path: Path
) -> Iterator[StoreCheckCard]:
    for number in range(3):
        draw_scene(tmp_path / f"{number}.jpg", seed=number, taken_at=datetime(2024, 5, 7, 8))  # noqa: DTZ001  # a camera names no zone
    import_media(home, [tmp_path / f"{number}.jpg" for number in range(3)], Progress())
    runner = Runner(window, database.connection_context)
    card = StoreCheckCard(place, home=home, runner=runner, dialogs=dialogs, by_name=lambda: "Cô Hoa")
    card.pack(fill="x")
    yield card
    runner.close()


def reported(window: Window, card: StoreCheckCard, wait_until: WaitUntil) -> str:
    """The words of the report after a check."""
    said: list[str] = []

    def read(report: StoreReport) -> None:
        said.append(str(report.sum["text"]))
        report.close()

    answering(window, StoreReport, read)
    card.button.invoke()
    wait_until(lambda: bool(said))
    return said[0]


def test_a_sound_archive_is_called_so(window: Window, card: StoreCheckCard, wait_until: WaitUntil) -> None:
    assert reported(window, card, wait_until) == "Read 3 = 3 sound + 0 found again + 0 wrong."


def test_a_lost_photo_is_counted(window: Window, card: StoreCheckCard, home: Home, wait_until: WaitUntil) -> None:
    (home.root / MediaAsset.select().first().original_path).unlink()
    assert reported(window, card, wait_until) == "Read 3 = 2 sound + 0 found again + 1 wrong."


def test_the_worst_is_named_first_with_what_to_do() -> None:
    check = StoreCheck(foreign=["media/Thumbs.db"], wrong=[Wrong("DSC_1.jpg", "media/ab/x.jpg", DAMAGED)])
    (first, why), (second, _left) = report_lines(check)
    assert (first, second) == ("DSC_1.jpg", "media/Thumbs.db")
    assert "Look for it…" in why
