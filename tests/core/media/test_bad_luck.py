"""Disks that fill, cards with holes, files that lie: what is here stays whole, what is not is named."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from db.models import Distribution, MediaAsset, TrashEntry
from desktop_app.core import channels
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.media.errors import DiskFull, MediaInUse, OriginalUnreadable
from desktop_app.core.media.exporting import StillKnowsTooMuch, exported_copy
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.jpeg import has_lost_a_piece, notes_in
from desktop_app.core.media.renditions import LARGE, rendition, rendition_place
from desktop_app.core.media.store import arriving
from desktop_app.core.media.taking import Archive
from desktop_app.core.media.undoing import undo_import
from tests.core.makers import a_picture

SmallDisk = Callable[[Path, str], None]


def stored(home: Home) -> set[str]:
    return {file.stem for file in home.media.rglob("*") if file.is_file()}


def rows() -> set[str]:
    return {str(asset.sha256) for asset in MediaAsset.select()}


@pytest.fixture
def small_disk() -> Iterator[SmallDisk]:
    """Put a disk of so many bytes under a folder."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a small disk can only be mounted by root on Linux")
    mounted: list[Path] = []

    def mount(folder: Path, size: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
        if subprocess.run(command, check=False).returncode:
            pytest.skip("this machine does not allow mounting")
        mounted.append(folder)

    yield mount
    for folder in mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_no_room_for_the_small_copies_is_a_full_disk_and_no_damaged_photo(
    home: Home, card: Path, small_disk: SmallDisk
) -> None:
    small_disk(home.renditions, "60k")
    with pytest.raises(DiskFull) as full:
        import_media(home, [card], Progress())
    assert full.value.facts == {"left": 3, "missing_mb": full.value.facts["missing_mb"]}
    assert stored(home) == rows() == set()


def test_a_school_on_a_disk_that_fills_keeps_files_and_rows_together(
    tmp_path: Path, card: Path, small_disk: SmallDisk
) -> None:
    home = Home(tmp_path / "small" / "home")
    small_disk(tmp_path / "small", "6m")
    for number in range(40):
        with Image.open(card / "DSC_0000.jpg") as photo:
            photo.rotate(number * 7).save(card / f"R{number:02d}.jpg", quality=90)
    with home.opened():
        with pytest.raises(DiskFull):
            import_media(home, [card], Progress())
        assert stored(home) == rows() != set()
        with pytest.raises(DiskFull):
            import_media(home, [card], Progress())
        assert stored(home) == rows()


def test_a_block_of_the_card_that_was_erased_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    Image.effect_noise((800, 600), 80).save(file)
    assert not has_lost_a_piece(file)
    whole = bytearray(file.read_bytes())
    whole[60_000:60_512] = b"\xff" * 512
    file.write_bytes(whole)
    assert has_lost_a_piece(file)


def test_whole_photos_of_every_making_are_believed(tmp_path: Path) -> None:
    picture = Image.effect_noise((800, 600), 80)
    for number, making in enumerate(({}, {"progressive": True}, {"restart_marker_rows": 1}, {"optimize": True})):
        picture.save(tmp_path / f"{number}.jpg", **making)  # type: ignore[arg-type]
        assert not has_lost_a_piece(tmp_path / f"{number}.jpg"), making


def test_what_a_killed_import_left_is_swept_and_a_running_ones_is_not(home: Home, card: Path) -> None:
    dead, alive = home.media / "arriving-999999999-a.part", home.media / f"arriving-{os.getpid()}-b.part"
    for left in (dead, alive):
        left.write_bytes(b"half")
    import_media(home, [card], Progress())
    assert not dead.exists()
    assert alive.exists()


def test_a_long_video_can_be_stopped_in_its_middle(home: Home, tmp_path: Path) -> None:
    (tmp_path / "v.mp4").write_bytes(b"\0\0\0\x18ftypisom" + bytes(3 << 20))
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled), arriving(home, tmp_path / "v.mp4", progress):
        pass
    assert stored(home) == set()


def test_a_lost_original_takes_its_old_place_when_it_is_imported_again(home: Home, card: Path) -> None:
    import_media(home, [card], Progress())
    shutil.rmtree(home.media)
    shutil.rmtree(home.renditions)
    home.prepare()
    asset = MediaAsset.select().first()
    with pytest.raises(OriginalUnreadable):
        rendition(home, asset.sha256, LARGE)
    assert import_media(home, [card], Progress()).known == 3
    assert stored(home) == rows()
    assert rendition(home, asset.sha256, LARGE).exists()


def test_a_known_file_is_hashed_and_not_copied_again(home: Home, card: Path) -> None:
    import_media(home, [card], Progress())

    def times() -> dict[Path, int]:
        return {file: file.stat().st_mtime_ns for file in (home.media, *home.media.rglob("*"))}

    before = times()
    import_media(home, [card], Progress())
    assert times() == before


def test_a_picture_from_the_bin_that_is_brought_again_is_back(home: Home, card: Path) -> None:
    import_media(home, [card], Progress())
    asset = MediaAsset.select().first()
    asset.deleted_at = datetime.now(UTC)
    asset.save()
    TrashEntry.create(table="media_asset", record_id=str(asset.id))
    import_media(home, [card], Progress())
    assert MediaAsset.get_by_id(asset.id).deleted_at is None
    assert TrashEntry.select().count() == 0


def test_photos_of_one_moment_share_their_first(home: Home, card: Path, tmp_path: Path) -> None:
    with Image.open(card / "DSC_0001.jpg") as photo:
        for quality in (40, 60, 80):
            photo.save(tmp_path / f"q{quality}.jpg", quality=quality)
    result = import_media(home, [card / "DSC_0001.jpg", *sorted(tmp_path.glob("q*.jpg"))], Progress())
    assert (result.imported, result.similar) == (1, 3)
    firsts = {str(asset.burst_of_id) for asset in MediaAsset.select().where(MediaAsset.burst_of.is_null(False))}
    assert firsts == {result.asset_ids[0]}


def test_a_chain_of_like_photos_is_one_group(home: Home) -> None:
    first = a_picture("1" * 64, phash="0000000000ffffff")
    a_picture("2" * 64, phash="000000000fffffff", burst_of=first)
    assert Archive().like("00000000ffffffff") == first


def test_a_photo_on_a_channel_holds_its_import(home: Home, card: Path) -> None:
    result = import_media(home, [card], Progress())
    channel = channels.add_channel("website", "Website")
    Distribution.create(asset=result.asset_ids[0], channel=channel)
    with pytest.raises(MediaInUse) as refused:
        undo_import(home, result.roll_id)
    assert "DSC_0000.jpg" in str(refused.value)
    assert stored(home) == rows()


def test_a_rendition_that_somebody_swapped_never_leaves(home: Home, card: Path, tmp_path: Path) -> None:
    import_media(home, [card], Progress())
    sha256 = MediaAsset.get().sha256
    shutil.copy(card / "DSC_0000.jpg", rendition_place(home, sha256, LARGE))
    with pytest.raises(StillKnowsTooMuch):
        exported_copy(home, sha256, tmp_path / "out.jpg")
    assert not (tmp_path / "out.jpg").exists()


def test_comments_and_tails_of_a_jpeg_are_noticed(tmp_path: Path) -> None:
    Image.new("RGB", (40, 30)).save(tmp_path / "a.jpg")
    plain = (tmp_path / "a.jpg").read_bytes()
    Image.new("RGB", (40, 30)).save(tmp_path / "a.jpg", comment=b"secret")
    assert notes_in(plain) == []
    assert notes_in((tmp_path / "a.jpg").read_bytes()) == ["comment"]
    assert notes_in(plain + b"second picture") == ["tail"]


def test_a_photo_whose_notes_are_rubbish_is_still_a_photo(home: Home, tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), "red").save(tmp_path / "a.jpg", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + bytes(20))
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # Pillow's word about the rubbish
        result = import_media(home, [tmp_path / "a.jpg"], Progress())
    assert (result.imported, result.failed) == (1, [])
