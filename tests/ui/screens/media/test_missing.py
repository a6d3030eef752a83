"""A photo whose file is gone is said to be gone, and comes back from the card it came from."""

from __future__ import annotations

from pathlib import Path

from db.models import MediaAsset
from desktop_app.core.home import Home
from desktop_app.ui.screens.media.screen import MediaScreen
from tests.ui.conftest import FakeDialogs, WaitUntil


def original_of(screen: MediaScreen, home: Home) -> Path:
    return home.root / MediaAsset.get_by_id(screen.details.ids[0]).original_path


def test_a_photo_that_is_there_says_nothing(filled: MediaScreen) -> None:
    assert not filled.details.missing.winfo_manager()


def test_a_lost_photo_is_brought_back_from_its_card(
    filled: MediaScreen, home: Home, card: Path, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    original = original_of(filled, home)
    original.unlink()
    filled.details.tell()
    assert original.name not in filled.details.missing.words.label["text"], "the name it came with, not ours"
    dialogs.answers.append(card)
    filled.details.missing.button.invoke()
    wait_until(lambda: not filled.details.missing.winfo_manager())
    assert original.exists()


def test_where_it_is_not_that_is_said_and_it_stays_missing(
    filled: MediaScreen, home: Home, tmp_path: Path, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    original_of(filled, home).unlink()
    filled.details.tell()
    (tmp_path / "empty").mkdir()
    dialogs.answers.append(tmp_path / "empty")
    filled.details.missing.button.invoke()
    wait_until(lambda: bool(dialogs.said))
    assert filled.details.missing.winfo_manager()
