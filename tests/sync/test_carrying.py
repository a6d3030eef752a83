"""Photos and videos go to the store and come from it: small ones first, in their hours, as far as the line goes."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from db.fields import now
from db.models import MediaAsset
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.sync.carrying import Carried, carry
from desktop_app.core.sync.errors import LineBroke, StoreFull
from desktop_app.core.sync.ledger import Ledger
from desktop_app.core.sync.speed_limit import SpeedLimit
from desktop_app.core.sync.stores.folder import FolderStore

SCHOOL = "0190c0de-0000-7000-8000-000000000001"
NOON = datetime(2024, 5, 7, 12, tzinfo=timezone(timedelta(hours=7)))


class Archive:
    """An archive whose files are only bytes, and the store it goes to."""

    def __init__(self, home: Home, store: FolderStore) -> None:
        self.home, self.store, self.ledger = home, store, Ledger(home.root / "sync", "store-1")

    def keep(self, size: int, kind: str = "photo", **facts: object) -> Path:
        content = os.urandom(size)
        sha256 = hashlib.sha256(content).hexdigest()
        ending = ".jpg" if kind == "photo" else ".mp4"
        place = f"media/{sha256[:2]}/{sha256[2:4]}/{sha256}{ending}"
        path = self.home.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        names = {"sha256": sha256, "original_path": place, "original_name": f"{kind}{size}{ending}"}
        MediaAsset.create(**{**names, "kind": kind, "bytes": size, "review": "accepted", **facts})
        return path

    def carry(self, limit: SpeedLimit | None = None, progress: Progress | None = None) -> Carried:
        ledger = Ledger(self.home.root / "sync", "store-1")
        return carry(self.home, self.store, SCHOOL, ledger, progress or Progress(), limit or SpeedLimit(), NOON)

    def there(self) -> set[str]:
        return {
            entry.key.rpartition("/")[2].removesuffix(".json") for entry in self.store.list(f"schools/{SCHOOL}/files/")
        }


@pytest.fixture
def archive(home: Home, folder_store: FolderStore) -> Archive:
    return Archive(home, folder_store)


def test_what_is_kept_goes_out_once(archive: Archive) -> None:
    files = [archive.keep(5000), archive.keep(4000), archive.keep(9000, "video")]
    assert archive.carry() == Carried(sent=3)
    assert archive.there() == {file.stem for file in files}
    assert archive.carry() == Carried()


def test_what_may_not_leave_stays(archive: Archive) -> None:
    archive.keep(100, review="rejected")
    archive.keep(200, state="restricted")
    archive.keep(300, deleted_at=now())
    assert archive.carry() == Carried()
    assert archive.there() == set()


def test_what_another_pc_took_in_comes_back_byte_for_byte(archive: Archive) -> None:
    file = archive.keep(5_000_000, "video")
    content = file.read_bytes()
    archive.carry()
    file.unlink()
    assert archive.carry() == Carried(received=1)
    assert file.read_bytes() == content
    assert archive.carry() == Carried()


@pytest.mark.parametrize("count", [2, 20])
def test_what_the_other_pc_has_not_sent_yet_is_left(archive: Archive, count: int) -> None:
    files = [archive.keep(100 + number) for number in range(count)]
    archive.carry()
    archive.keep(50).unlink()
    for file in files:
        file.unlink()
    assert archive.carry() == Carried(received=count, left=1, bytes_left=50)


def test_a_place_outside_the_archive_is_never_written(archive: Archive, tmp_path: Path) -> None:
    file = archive.keep(100)
    archive.carry()
    file.unlink()
    for place in ("../../evil.jpg", "media/../../evil.jpg", "/tmp/evil.jpg", f"media/aa/bb/{'a' * 64}.jpg"):
        MediaAsset.update(original_path=place).execute()
        assert archive.carry() == Carried()
    assert not list(tmp_path.rglob("evil*"))


def test_outside_its_hours_nothing_goes_and_the_next_hour_is_told(archive: Archive) -> None:
    archive.keep(5000)
    waits = archive.carry(SpeedLimit(0, 20, 6))
    assert waits == Carried(left=1, bytes_left=5000, next_at=NOON.replace(hour=20))
    assert archive.carry(SpeedLimit(0, 8, 13)).sent == 1


def test_a_line_that_breaks_leaves_the_rest_for_later(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.keep(8_000_000, "video")
    archive.keep(1000)
    put = FolderStore.put

    def breaking(self: FolderStore, key: str, content: bytes) -> None:
        if len(content) > 3_900_000:
            raise LineBroke(host="village")
        put(self, key, content)

    with monkeypatch.context() as line:
        line.setattr(FolderStore, "put", breaking)
        line.setattr("desktop_app.core.sync.pieces.FAILURES", 1000)
        broken = archive.carry()
    assert isinstance(broken.problem, LineBroke)
    assert (broken.sent, broken.left, broken.bytes_left) == (1, 1, 8_000_000)
    assert archive.carry().sent == 1


def test_a_full_store_is_told(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.keep(1000)

    def full(self: FolderStore, key: str, content: bytes) -> None:
        raise StoreFull(host="full")

    monkeypatch.setattr(FolderStore, "put", full)
    assert isinstance(archive.carry().problem, StoreFull)


def test_a_file_damaged_in_the_store_is_asked_for_and_sent_again(archive: Archive) -> None:
    file = archive.keep(5000)
    content = file.read_bytes()
    archive.carry()
    piece = next(iter(archive.store.list(f"schools/{SCHOOL}/chunks/"))).key
    archive.store.put(piece, b"?" * 5000)
    file.unlink()  # so does another PC see it
    assert archive.carry().damaged == ("photo5000.jpg",)
    assert not file.exists()
    file.write_bytes(content)  # and so the PC that has it
    assert archive.carry().sent == 1
    assert archive.store.get(piece) == content
    file.unlink()
    assert archive.carry() == Carried(received=1)
    assert not any(archive.store.list(f"schools/{SCHOOL}/wanted/"))


def test_a_photo_damaged_on_the_disk_is_told_and_stops_no_other(archive: Archive) -> None:
    archive.keep(1000).write_bytes(b"?" * 1000)
    archive.keep(2000)
    carried = archive.carry()
    assert (carried.sent, carried.left, carried.damaged) == (1, 1, ("photo1000.jpg",))
    assert [entry.size for entry in archive.store.list(f"schools/{SCHOOL}/chunks/")] == [2000]


def test_someone_who_asks_to_stop_is_heard(archive: Archive) -> None:
    archive.keep(1000)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        archive.carry(progress=progress)
    assert archive.there() == set()
