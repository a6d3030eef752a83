"""Large files to a store and back, over good lines and bad ones, over restarts and kills."""

from __future__ import annotations

import hashlib
import json
import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.sync.errors import Damaged, LineBroke, StoreMissing, StoreTooLarge, StoreTrouble
from desktop_app.core.sync.file_list import list_key, piece_key, read, written
from desktop_app.core.sync.files import FileChanged, Waiting, fetch_file, send_file, sending_order
from desktop_app.core.sync.ledger import Ledger
from desktop_app.core.sync.pieces import SIZES, piece_of
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from tests.sync.faulty import FaultyStore

SCHOOL = "0190c0de-0000-7000-8000-000000000001"
SEEDS = int(os.environ.get("LOA_SYNC_SEEDS", "25"))
MIB = 1 << 20


class Video:
    """A file of ``size`` bytes that no two seeds have alike."""

    def __init__(self, folder: Path, size: int, seed: int = 1) -> None:
        self.content = random.Random(seed).randbytes(size)
        self.path = folder / f"video-{seed}.mp4"
        self.path.write_bytes(self.content)
        self.sha256 = hashlib.sha256(self.content).hexdigest()

    def send(self, store: Store, ledger: Ledger, progress: Progress | None = None, *, afresh: bool = False) -> int:
        return send_file(
            store,
            SCHOOL,
            self.path,
            self.sha256,
            progress or Progress(),
            ledger,
            kind="video/mp4",
            name="Lễ.mp4",
            afresh=afresh,
        )

    def fetch(self, store: Store, target: Path) -> bytes:
        fetch_file(store, SCHOOL, self.sha256, target, Progress())
        return target.read_bytes()


@pytest.fixture
def video(tmp_path: Path) -> Video:
    """Two pieces and a bit."""
    return Video(tmp_path, 9 * MIB)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger", "store-1")


class Stops(Progress):
    """Someone who asks to stop at the ``at``-th step."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self._left = at

    def step(self, done: int, total: int, text: str = "") -> None:
        self._left -= 1
        if not self._left:
            self.cancel()
        super().step(done, total, text)


# ---------------------------------------------------------------- there and back


def test_a_file_comes_back_from_every_store(store: Store, video: Video, ledger: Ledger, tmp_path: Path) -> None:
    assert video.send(store, ledger) == len(video.content)
    assert video.fetch(store, tmp_path / "back" / "video.mp4") == video.content
    assert video.send(store, ledger) == 0


def test_the_list_says_what_the_pieces_are(folder_store: FolderStore, video: Video, ledger: Ledger) -> None:
    video.send(folder_store, ledger)
    facts = json.loads(folder_store.get(list_key(SCHOOL, video.sha256)))
    pieces = [video.content[at : at + 4 * MIB] for at in range(0, 9 * MIB, 4 * MIB)]
    assert facts == {
        "size": 9 * MIB,
        "chunk": 4 * MIB,
        "chunks": [hashlib.sha256(piece).hexdigest() for piece in pieces],
        "type": "video/mp4",
        "name": "Lễ.mp4",
    }
    assert [folder_store.get(piece_key(SCHOOL, sha)) for sha in facts["chunks"]] == pieces


def test_an_empty_file_has_a_list_and_no_pieces(folder_store: FolderStore, ledger: Ledger, tmp_path: Path) -> None:
    empty = Video(tmp_path, 0)
    assert empty.send(folder_store, ledger) == 0
    assert empty.fetch(folder_store, tmp_path / "empty") == b""


def test_papers_go_before_photos_before_videos() -> None:
    kinds = [("v", 1, "video/mp4"), ("p", 9, "image/jpeg"), ("q", 3, "image/heic"), ("d", 99, "application/pdf")]
    waiting = [Waiting(name, Path(name), size, kind, name) for name, size, kind in kinds]
    assert [file.name for file in sending_order(waiting)] == ["d", "q", "p", "v"]


# ---------------------------------------------------------------- cut off and taken up again


def test_what_was_sent_before_a_restart_is_not_sent_again(
    folder_store: FolderStore, video: Video, ledger: Ledger
) -> None:
    with pytest.raises(Cancelled):
        video.send(folder_store, ledger, Stops(at=3))
    with pytest.raises(StoreMissing):
        folder_store.get(list_key(SCHOOL, video.sha256))
    assert video.send(folder_store, Ledger(ledger.folder.parent, "store-1")) == 1 * MIB


def test_without_its_ledger_a_pc_asks_the_store(folder_store: FolderStore, video: Video, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        video.send(folder_store, Ledger(tmp_path / "one", "store-1"), Stops(at=3))
    assert video.send(folder_store, Ledger(tmp_path / "two", "store-1")) == 1 * MIB


@pytest.mark.parametrize("size", [9 * MIB, 70 * MIB])
def test_a_store_that_lost_pieces_gets_them_again(
    folder_store: FolderStore, ledger: Ledger, tmp_path: Path, size: int
) -> None:
    video = Video(tmp_path, size)
    with pytest.raises(Cancelled):
        video.send(folder_store, ledger, Stops(at=-(-size // (4 * MIB)) + 1))
    first, second, *_rest = folder_store.list(f"schools/{SCHOOL}/chunks/")
    folder_store.delete(first.key)
    folder_store.put(second.key, b"half")
    assert video.send(folder_store, ledger) == first.size + second.size
    assert video.fetch(folder_store, tmp_path / "back") == video.content


def test_another_store_has_nothing_yet(folder_store: FolderStore, video: Video, tmp_path: Path) -> None:
    video.send(folder_store, Ledger(tmp_path / "ledger", "store-1"))
    (tmp_path / "other").mkdir()
    assert video.send(FolderStore(tmp_path / "other"), Ledger(tmp_path / "ledger", "store-2")) == 9 * MIB


def test_a_file_that_changed_on_the_disk_is_refused(folder_store: FolderStore, video: Video, ledger: Ledger) -> None:
    video.path.write_bytes(video.content[:-1] + b"?")
    with pytest.raises(FileChanged):
        video.send(folder_store, ledger)
    assert list(folder_store.list("")) == [], "not a byte of it went out"
    video.path.write_bytes(video.content)
    with pytest.raises(Cancelled):
        video.send(folder_store, ledger, Stops(at=3))
    video.path.write_bytes(video.content[:-1] + b"?")
    with pytest.raises(FileChanged):
        video.send(folder_store, ledger)
    assert list(folder_store.list(f"schools/{SCHOOL}/files/")) == []


class Breaking(FolderStore):
    """A store whose line breaks after ``left`` more bytes; ``given`` counts those that came."""

    given = 0
    left = 0

    def get(self, key: str, start: int = 0) -> bytes:
        content = super().get(key, start)
        came = content[: self.left] if "/chunks/" in key else content
        self.left -= len(came)
        self.given += len(came)
        if came != content:
            broke = LineBroke(host="breaking")
            broke.got = came
            raise broke
        return content


def test_what_came_before_the_line_broke_is_not_asked_for_again(
    folder_store: FolderStore, video: Video, ledger: Ledger, tmp_path: Path
) -> None:
    video.send(folder_store, ledger)
    store = Breaking(folder_store.root)
    target = tmp_path / "back.mp4"
    for _round in range(40):
        store.left = 300_001
        try:
            fetch_file(store, SCHOOL, video.sha256, target, Progress())
        except LineBroke:
            assert not target.exists()
        else:
            break
    assert target.read_bytes() == video.content
    assert store.given <= len(video.content) * 1.001
    assert [path.name for path in tmp_path.glob("back*")] == ["back.mp4"]


# ---------------------------------------------------------------- whatever goes wrong


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_the_line_does_the_file_arrives_whole(seed: int, folder_store: FolderStore, tmp_path: Path) -> None:
    video = Video(tmp_path, 3 * MIB, seed)
    line = FaultyStore(folder_store, seed, rate=0.5)
    for _restart in range(200):
        try:
            video.send(line, Ledger(tmp_path / "ledger", "store-1"))
            break
        except StoreTrouble:
            continue
    for _restart in range(200):
        try:
            assert video.fetch(line, tmp_path / "back") == video.content
            return
        except StoreTrouble:
            continue
    pytest.fail(f"nothing arrived: {line.happened}")


def test_a_store_that_takes_only_small_pieces_gets_small_ones(
    folder_store: FolderStore, video: Video, ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = FolderStore.put

    def choosy(self: FolderStore, key: str, content: bytes) -> None:
        if len(content) > 300_000:
            raise StoreTooLarge(host="choosy", size=len(content))
        put(self, key, content)

    monkeypatch.setattr(FolderStore, "put", choosy)
    assert video.send(folder_store, ledger) == len(video.content)
    assert video.fetch(folder_store, tmp_path / "back") == video.content


def test_a_damaged_piece_is_told_and_put_right(
    folder_store: FolderStore, video: Video, ledger: Ledger, tmp_path: Path
) -> None:
    video.send(folder_store, ledger)
    key = next(iter(folder_store.list(f"schools/{SCHOOL}/chunks/"))).key
    content = folder_store.get(key)
    folder_store.put(key, bytes([content[0] ^ 1]) + content[1:])
    with pytest.raises(Damaged):
        video.fetch(folder_store, tmp_path / "back")
    assert not (tmp_path / "back").exists()
    assert video.send(folder_store, ledger, afresh=True) == len(video.content)
    assert video.fetch(folder_store, tmp_path / "back") == video.content


def test_whole_pieces_of_another_file_are_not_taken_for_it(
    folder_store: FolderStore, video: Video, ledger: Ledger, tmp_path: Path
) -> None:
    other = Video(tmp_path, 1000, seed=2)
    other.send(folder_store, ledger)
    folder_store.put(list_key(SCHOOL, video.sha256), folder_store.get(list_key(SCHOOL, other.sha256)))
    with pytest.raises(Damaged):
        video.fetch(folder_store, tmp_path / "back")
    assert not list(tmp_path.glob("back*"))


# ---------------------------------------------------------------- lists are hostile too


def test_pieces_of_unlike_sizes_are_named_with_their_sizes() -> None:
    pieces = [piece_of(b"1" * 8, 0), piece_of(b"2" * 2, 8), piece_of(b"3" * 1, 10)]
    content = written(pieces, "image/jpeg", "Ảnh")
    assert json.loads(content)["sizes"] == [8, 2, 1]
    assert list(read(content).pieces) == pieces


@given(st.lists(st.sampled_from(SIZES), max_size=5), st.integers(1, SIZES[-1]))
def test_every_list_is_read_as_it_was_written(sizes: list[int], last: int) -> None:
    places = [sum([*sizes, last][:number]) for number in range(len(sizes) + 1)]
    pieces = [piece_of(b"", at)._replace(size=size) for at, size in zip(places, [*sizes, last], strict=True)]
    assert list(read(written(pieces, "k", "n")).pieces) == pieces


SHA = "ab" * 32


@pytest.mark.parametrize(
    "facts",
    [
        {"size": 1, "chunk": 4, "chunks": ["../../etc/passwd"]},
        {"size": 9, "chunk": 4, "chunks": [SHA]},
        {"size": -1, "chunk": 4, "chunks": [SHA]},
        {"size": 4, "chunk": -4, "chunks": [SHA, SHA]},
        {"size": 1 << 40, "chunk": 1 << 40, "chunks": [SHA]},
        {"size": 3, "chunk": 4, "chunks": [SHA, SHA], "sizes": [5, -2]},
        {"size": 3, "chunk": 4, "chunks": SHA},
        {"size": None, "chunk": 4, "chunks": [SHA]},
        [],
        "x",
    ],
)
def test_a_list_that_cannot_be_true_is_refused(
    facts: object, folder_store: FolderStore, video: Video, tmp_path: Path
) -> None:
    folder_store.put(list_key(SCHOOL, video.sha256), json.dumps(facts).encode())
    with pytest.raises(Damaged):
        video.fetch(folder_store, tmp_path / "back")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_none(content: bytes) -> None:
    try:
        read(content)
    except ValueError:
        return
