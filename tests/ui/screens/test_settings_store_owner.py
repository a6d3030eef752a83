"""Whose store it is: asked where it is connected and in the settings, kept as the rule of what goes there."""

from __future__ import annotations

from pathlib import Path

import pytest
import ttkbootstrap as ttk

from desktop_app.core import school
from desktop_app.core.home import Home
from desktop_app.core.settings import Settings, load_settings
from desktop_app.core.sync import pairing
from desktop_app.core.sync.stores.opening import open_store
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.settings.store_owner import OTHERS, OURS, StoreOwner
from desktop_app.ui.screens.settings.sync import SyncCard
from desktop_app.ui.screens.settings.sync_connect import ConnectStore
from tests.ui.conftest import FakeDialogs, WaitUntil


@pytest.fixture
def address(tmp_path: Path) -> str:
    (tmp_path / "store").mkdir()
    return (tmp_path / "store").as_uri().replace("file://", "folder://")


@pytest.fixture
def settings(home: Home) -> Settings:
    school.set_up(school.SchoolGiven("Trường Bản Mẫu"))
    return Settings(home.settings_file, user_name="Cô Hoa")


def test_until_somebody_answers_it_is_another_s(place: ttk.Frame) -> None:
    owner = StoreOwner(place)
    assert owner.get() == OTHERS
    owner.choose("a word of tomorrow")
    assert owner.get() == OTHERS


@pytest.mark.parametrize("answer", [OURS, OTHERS])
def test_the_answer_is_kept_with_the_address(
    answer: str,
    place: ttk.Frame,
    home: Home,
    settings: Settings,
    runner: Runner,
    dialogs: FakeDialogs,
    address: str,
    wait_until: WaitUntil,
) -> None:
    settings.sync_archive = OTHERS if answer == OURS else OURS
    box = ConnectStore(place, home=home, settings=settings, runner=runner, dialogs=dialogs)
    box.form.fields["address"].insert(0, address)
    box.owner.buttons[answer].invoke()
    box.main.invoke()
    wait_until(lambda: not box.winfo_exists())
    kept = load_settings(home.settings_file)
    assert (kept.sync_address, kept.sync_archive) == (address, answer)


def test_it_can_be_changed_in_the_settings(
    place: ttk.Frame, home: Home, settings: Settings, runner: Runner, dialogs: FakeDialogs, address: str
) -> None:
    pairing.connect(home, open_store(address), pc_name="Máy một")
    settings.sync_address, settings.sync_archive = address, OURS
    card = SyncCard(
        place, home=home, settings=settings, runner=runner, dialogs=dialogs, by_name=lambda: "", kept=lambda: None
    )
    card.refresh()
    assert card.owner.get() == OURS
    card.owner.buttons[OTHERS].invoke()
    assert load_settings(home.settings_file).sync_archive == OTHERS
