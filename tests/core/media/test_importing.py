"""Taking files in: whole, once, counted, and never half."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from db.models import ImportRoll, MediaAsset, Usage
from desktop_app.core import articles
from desktop_app.core.files import sha256_of
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.media import errors
from desktop_app.core.media.errors import DiskFull, MediaInUse, NothingThere
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.renditions import LARGE, SMALL, rendition, rendition_place
from desktop_app.core.media.undoing import undo_import
from tests.core.media.conftest import png_that_claims


def originals(home: Home) -> list[Path]:
    return [file for file in home.media.rglob("*") if file.is_file()]


def test_photos_are_kept_byte_for_byte_and_the_card_is_untouched(home: Home, card: Path) -> None:
    before = {file.name: (sha256_of(file), file.stat().st_mtime_ns) for file in card.iterdir()}
    result = import_media(home, [card], Progress())
    assert (result.seen, result.imported, result.failed) == (3, 3, [])
    assert {sha256_of(file) for file in originals(home)} == {sha256 for sha256, _time in before.values()}
    assert {file.name: (sha256_of(file), file.stat().st_mtime_ns) for file in card.iterdir()} == before


def test_the_day_is_the_cameras(home: Home, card: Path) -> None:
    import_media(home, [card], Progress())
    taken = {(asset.taken_at, asset.taken_source) for asset in MediaAsset.select()}
    assert taken == {(f"2024-05-07T08:0{minute}:00", "exif") for minute in range(3)}


def test_a_second_import_finds_everything_known(home: Home, card: Path) -> None:
    import_media(home, [card], Progress())
    again = import_media(home, [card], Progress())
    assert (again.seen, again.known, again.imported) == (3, 3, 0)
    assert MediaAsset.select().count() == 3


def test_the_same_photo_twice_on_one_card_is_one(home: Home, card: Path) -> None:
    shutil.copy(card / "DSC_0000.jpg", card / "copy of 0000.jpg")
    result = import_media(home, [card], Progress())
    assert (result.seen, result.imported, result.known) == (4, 3, 1)


def test_a_copy_shrunk_by_a_chat_program_is_kept_and_told_as_alike(home: Home, card: Path) -> None:
    with Image.open(card / "DSC_0001.jpg") as photo:
        photo.resize((800, 533)).save(card / "zalo.jpg", quality=60)
    result = import_media(home, [card], Progress())
    assert (result.imported, result.similar, result.seen) == (3, 1, 4)
    assert MediaAsset.get(MediaAsset.original_name == "zalo.jpg").burst_of.original_name == "DSC_0001.jpg"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("rong.jpg", b"", errors.EMPTY),
        ("thu.jpg", "Kính gửi thầy cô".encode(), errors.NO_PICTURE),
        ("cut.jpg", b"\xff\xd8\xff\xe0" + bytes(64), errors.BROKEN),
        ("virus.png", b"MZ" + bytes(200), errors.NO_PICTURE),
    ],
)
def test_a_file_that_is_no_photo_is_named_with_its_reason(
    home: Home, card: Path, name: str, content: bytes, reason: str
) -> None:
    (card / name).write_bytes(content)
    result = import_media(home, [card], Progress())
    assert [(one.file, one.reason) for one in result.failed] == [(name, reason)]
    assert (result.imported, result.seen) == (3, 4)
    assert len(originals(home)) == 3


def test_a_truncated_photo_is_named_and_leaves_nothing(home: Home, card: Path) -> None:
    whole = (card / "DSC_0002.jpg").read_bytes()
    (card / "DSC_0002.jpg").write_bytes(whole[: len(whole) // 3])
    result = import_media(home, [card], Progress())
    assert [one.file for one in result.failed] == ["DSC_0002.jpg"]
    assert len(originals(home)) == 2


def test_a_picture_that_claims_nine_hundred_million_pixels_is_refused_unopened(home: Home, card: Path) -> None:
    png_that_claims(card / "bomb.png", 30_000, 30_000)
    result = import_media(home, [card], Progress())
    assert [(one.file, one.reason) for one in result.failed] == [("bomb.png", errors.TOO_LARGE)]


def test_a_wrong_ending_is_corrected_by_what_the_file_is(home: Home, tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), "green").save(tmp_path / "anh.jpg", "PNG")
    import_media(home, [tmp_path / "anh.jpg"], Progress())
    asset = MediaAsset.get()
    assert asset.original_path.endswith(".png")
    assert asset.original_name == "anh.jpg"


def test_pictures_of_every_mode_get_their_renditions(home: Home, tmp_path: Path) -> None:
    for mode, ending in (("CMYK", "jpg"), ("RGBA", "png"), ("P", "png"), ("L", "jpg"), ("I;16", "png"), ("LA", "png")):
        Image.new(mode, (3000, 2000)).save(tmp_path / f"{mode.replace(';', '')}.{ending}")
    result = import_media(home, [tmp_path], Progress())
    assert result.failed == []
    for asset in MediaAsset.select():
        with Image.open(rendition(home, asset.sha256, LARGE)) as large:
            assert (large.mode, max(large.size)) == ("RGB", 1600)


def test_renditions_come_back_when_they_were_deleted(home: Home, card: Path) -> None:
    import_media(home, [card], Progress())
    shutil.rmtree(home.renditions)
    asset = MediaAsset.select().first()
    with Image.open(rendition(home, asset.sha256, SMALL)) as small:
        assert max(small.size) == 256


def test_videos_are_kept_with_the_day_in_their_name(home: Home, tmp_path: Path) -> None:
    (tmp_path / "VID_20240507_073000.mp4").write_bytes(b"\0\0\0\x18ftypisom" + bytes(500))
    import_media(home, [tmp_path], Progress())
    video = MediaAsset.get()
    assert (video.kind, video.taken_at, video.taken_source) == ("video", "2024-05-07T07:30:00", "file")


class StopsAfter(Progress):
    """Someone presses Stop after so many files; ``then`` happens first."""

    def __init__(self, files: int) -> None:
        super().__init__()
        self._files = files

    def step(self, done: int, total: int, text: str = "") -> None:
        if done >= self._files:
            self.cancel()
        super().step(done, total, text)


def test_a_cancel_keeps_what_is_done_and_the_rest_comes_next_time(home: Home, card: Path) -> None:
    with pytest.raises(Cancelled):
        import_media(home, [card], StopsAfter(1))
    kept = MediaAsset.select().count()
    assert 1 <= kept <= 3
    assert len(originals(home)) == kept
    assert ImportRoll.get().ended_at is not None
    again = import_media(home, [card], Progress())
    assert again.known + again.imported == 3
    assert MediaAsset.select().count() == 3


class PullsTheCard(Progress):
    """The card is pulled out after the first file."""

    def __init__(self, card: Path) -> None:
        super().__init__()
        self._card = card

    def step(self, done: int, total: int, text: str = "") -> None:
        shutil.rmtree(self._card, ignore_errors=True)
        super().step(done, total, text)


def test_a_card_pulled_half_way_names_what_is_missing(home: Home, card: Path) -> None:
    for number in range(20):
        shutil.copy(card / "DSC_0000.jpg", card / f"X{number:02d}.jpg")
    result = import_media(home, [card], PullsTheCard(card))
    assert result.seen == 23
    assert {one.reason for one in result.failed} == {errors.GONE}
    assert len(originals(home)) == MediaAsset.select().count()


def test_a_place_that_is_not_there_is_said_so(home: Home, tmp_path: Path) -> None:
    with pytest.raises(NothingThere):
        import_media(home, [tmp_path / "E:"], Progress())


def test_undoing_removes_just_this_import(home: Home, card: Path, tmp_path: Path) -> None:
    import_media(home, [card / "DSC_0000.jpg"], Progress())
    second = import_media(home, [card], Progress())
    assert undo_import(home, second.roll_id) == 2
    left = MediaAsset.get()
    assert left.original_name == "DSC_0000.jpg"
    assert [file.stem for file in originals(home)] == [left.sha256]
    assert not any(rendition_place(home, one, SMALL).exists() for one in ("",))


def test_a_used_photo_holds_its_import(home: Home, card: Path) -> None:
    result = import_media(home, [card], Progress())
    articles.place_photos(articles.start_article(None), [result.asset_ids[0]])
    with pytest.raises(MediaInUse):
        undo_import(home, result.roll_id)
    assert MediaAsset.select().count() == 3
    assert Usage.select().count() == 1


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="a small disk can only be mounted by root on Linux"
)
def test_a_disk_that_fills_keeps_what_is_in_and_stores_nothing_half(home: Home, card: Path) -> None:
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=220k", "tmpfs", home.media], check=False).returncode:
        pytest.skip("this machine does not allow mounting")
    try:
        with pytest.raises(DiskFull) as full:
            import_media(home, [card], Progress())
        assert full.value.facts["left"]
        kept = {asset.sha256 for asset in MediaAsset.select()}
        assert {file.stem for file in originals(home)} == kept
    finally:
        subprocess.run(["umount", home.media], check=True)


KILLED = """
import os, sys
from pathlib import Path
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import import_media
class Dies(Progress):
    def step(self, done, total, text=""):
        os.kill(os.getpid(), 9)
with Home(Path(sys.argv[1])).opened():
    import_media(Home(Path(sys.argv[1])), [Path(sys.argv[2])], Dies())
"""


def test_a_killed_import_is_completed_by_the_next_one(tmp_path: Path, card: Path) -> None:
    home = Home(tmp_path / "home")
    died = subprocess.run([sys.executable, "-c", KILLED, str(home.root), str(card)], check=False)
    assert died.returncode == -9
    with home.opened():
        result = import_media(home, [card], Progress())
        assert result.seen == 3
        assert MediaAsset.select().count() == 3
        assert {file.stem for file in originals(home) if file.suffix != ".part"} == {
            asset.sha256 for asset in MediaAsset.select()
        }


def test_the_same_new_photo_twice_on_a_card_is_taken_in_once(home: Home, card: Path) -> None:
    for number in range(6):
        (card / f"copy {number}.jpg").write_bytes((card / "DSC_0000.jpg").read_bytes())
    result = import_media(home, [card], Progress())
    assert (result.seen, result.imported, result.known, result.failed) == (9, 3, 6, [])
