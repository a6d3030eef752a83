"""What the school expects of a photo: kept at once, and all photos judged anew by it."""

from __future__ import annotations

import pytest
import ttkbootstrap as ttk

from db.models import MediaAsset
from desktop_app.core.home import Home
from desktop_app.core.media.quality import Profile, profile_here
from desktop_app.core.settings import Settings, load_settings
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.settings.photo_quality import PhotoQualityCard
from tests.core.makers import a_picture
from tests.ui.conftest import FakeDialogs, WaitUntil


@pytest.fixture
def kept() -> list[str]:
    return []


@pytest.fixture
def card(place: ttk.Frame, home: Home, runner: Runner, dialogs: FakeDialogs, kept: list[str]) -> PhotoQualityCard:
    settings = Settings(home.settings_file)
    card = PhotoQualityCard(place, settings=settings, runner=runner, dialogs=dialogs, kept=lambda: kept.append("kept"))
    card.pack(fill="x")
    card.refresh()
    return card


def choose(box: ttk.Combobox, place: int) -> None:
    box.current(place)
    box.event_generate("<<ComboboxSelected>>")


def test_the_usual_expectations_are_shown(card: PhotoQualityCard) -> None:
    assert [box.get() for box in (card.edge, card.sharpness, card.light)] == [
        "1600 pixels",
        "Usual",
        "Far too dark or burnt out",
    ]


def test_another_expectation_is_kept_and_judges_all_photos(
    card: PhotoQualityCard, home: Home, kept: list[str], wait_until: WaitUntil
) -> None:
    blurred = a_picture("1" * 64, width=2000, height=1500, sharpness=100.0, dark=0.0, bright=0.0)
    choose(card.edge, 3)
    wait_until(lambda: MediaAsset.get_by_id(blurred).quality == {"size": "small", "blur": "blurred"})
    choose(card.sharpness, 1)
    wait_until(lambda: MediaAsset.get_by_id(blurred).quality == {"size": "small"})
    assert kept == ["kept", "kept"]
    assert profile_here(home).least_edge == 2400
    assert load_settings(home.settings_file).photo_sharpness == "lenient"


def test_a_choice_that_changes_nothing_does_nothing(card: PhotoQualityCard, home: Home, kept: list[str]) -> None:
    choose(card.edge, 2)
    assert (kept, home.settings_file.exists(), profile_here(home)) == ([], False, Profile())


def test_a_setting_of_a_stranger_shows_the_usual_one(card: PhotoQualityCard) -> None:
    card._settings.photo_edge, card._settings.photo_sharpness = "17", "x"
    card.refresh()
    assert (card.edge.get(), card.sharpness.get()) == ("1600 pixels", "Usual")
