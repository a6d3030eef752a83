"""The store looked through: nothing lost is passed over, what can be found is back, strangers are left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db.models import MediaAsset
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.media.checking import DAMAGED, MISSING, StoreCheck, bring_back, check_store
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.renditions import LARGE, SMALL, rendition_place
from desktop_app.core.media.store import hash_of


@pytest.fixture
def originals(home: Home, card: Path) -> list[Path]:
    """Three photos in the store; where their originals lie."""
    import_media(home, [card], Progress())
    return [home.root / asset.original_path for asset in MediaAsset.select().order_by(MediaAsset.id)]


def checked(home: Home, *look_in: Path) -> StoreCheck:
    return check_store(home, Progress(), look_in=look_in)


def test_a_sound_store_is_counted_and_nothing_is_touched(home: Home, originals: list[Path]) -> None:
    before = {file: file.stat().st_mtime_ns for file in home.media.rglob("*")}
    check = checked(home)
    assert (check.seen, check.sound, check.found, check.wrong, check.foreign) == (3, 3, [], [], [])
    assert {file: file.stat().st_mtime_ns for file in home.media.rglob("*")} == before


def test_a_file_that_strayed_inside_the_store_goes_home(home: Home, originals: list[Path]) -> None:
    (home.media / "new folder").mkdir()
    originals[0].rename(home.media / "new folder" / "copy of photo.jpg")
    check = checked(home)
    assert [Path(one.place) for one in check.found] == [originals[0].relative_to(home.root)]
    assert originals[0].is_file()
    assert checked(home).sound == 3


def test_a_changed_file_is_named_and_never_called_sound(home: Home, originals: list[Path]) -> None:
    spoilt = bytearray(originals[1].read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    originals[1].write_bytes(spoilt)
    check = checked(home)
    assert [(one.why, home.root / one.place) for one in check.wrong] == [(DAMAGED, originals[1])]
    assert check.seen == 3


def test_a_lost_and_a_damaged_file_come_back_from_the_card(home: Home, originals: list[Path], card: Path) -> None:
    originals[0].unlink()
    originals[1].write_bytes(b"not a photo")
    check = checked(home, card)
    assert (len(check.found), check.wrong, check.seen) == (2, [], 3)
    assert originals[1].with_name(originals[1].name + ".damaged").read_bytes() == b"not a photo"
    assert len(list(card.iterdir())) == 3, "the card is only read"
    assert checked(home).sound == 3


def test_one_lost_photo_is_brought_back_from_a_card_whatever_its_name_there(
    home: Home, originals: list[Path], card: Path
) -> None:
    asset = MediaAsset.get(MediaAsset.original_path == originals[1].relative_to(home.root).as_posix())
    for file in card.iterdir():
        file.rename(file.with_name(f"copy of {file.name}"))
    originals[1].unlink()
    assert bring_back(home, str(asset.id), card, Progress())
    assert hash_of(originals[1], Progress()) == asset.sha256
    assert len(list(card.iterdir())) == 3


def test_a_photo_that_is_not_on_the_card_stays_missing(home: Home, originals: list[Path], tmp_path: Path) -> None:
    asset = MediaAsset.get(MediaAsset.original_path == originals[0].relative_to(home.root).as_posix())
    originals[0].unlink()
    assert not bring_back(home, str(asset.id), tmp_path / "card" / "nothing", Progress())
    assert not originals[0].exists()


def test_what_is_nowhere_is_missing(home: Home, originals: list[Path]) -> None:
    originals[2].unlink()
    assert [one.why for one in checked(home).wrong] == [MISSING]


def test_a_stranger_in_the_store_is_named_and_left_alone(home: Home, originals: list[Path]) -> None:
    (home.media / "Thumbs.db").write_bytes(b"Windows")
    assert checked(home).foreign == ["media/Thumbs.db"]
    assert (home.media / "Thumbs.db").exists()


def test_small_pictures_that_were_lost_are_made_anew(home: Home, originals: list[Path]) -> None:
    shutil.rmtree(home.renditions)
    check = checked(home)
    assert check.renditions == 3
    sha256 = originals[0].stem
    assert all(rendition_place(home, sha256, size).is_file() for size in (SMALL, LARGE))


def test_a_cancel_leaves_no_half_copied_file(home: Home, originals: list[Path], card: Path) -> None:
    originals[0].unlink()
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        check_store(home, progress, look_in=[card])
    assert not list(home.media.glob("*.part"))
