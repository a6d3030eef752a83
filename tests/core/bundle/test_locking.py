"""A locked bundle opens with its words and with no others, holds every byte, and is proved before it gets its name."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import pytest
import pyzipper

from desktop_app.core.bundle.errors import TargetFull, TargetMissing, TargetPulled, VerifyFailed
from desktop_app.core.bundle.locking import WORDS, lock_bundle, new_words, syllables
from desktop_app.core.jobs import Cancelled, Progress
from tests.core.bundle.test_writing import At, names
from tests.core.conftest import Mount, run

SECRET = "ban dat gio hoa may nui"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A small bundle with a file of three blocks."""
    folder = tmp_path / "BaoCao_2024-05_THMM2"
    (folder / "data/02_TinBai").mkdir(parents=True)
    (folder / "bagit.txt").write_text("BagIt-Version: 1.0")
    (folder / "data/01_BaoCao.pdf").write_bytes(bytes(range(256)) * 10_000)
    (folder / "data/02_TinBai/Lễ kỷ niệm.txt").write_text("Sáng 07/5", encoding="utf-8")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_it_opens_with_its_words_and_holds_every_byte(bundle: Path, target: Path) -> None:
    locked = lock_bundle(bundle, target, SECRET, Progress())
    assert names(target) == ["BaoCao_2024-05_THMM2.zip"]
    with pyzipper.AESZipFile(locked) as archive:
        archive.setpassword(SECRET.encode())
        for file in (file for file in bundle.rglob("*") if file.is_file()):
            inside = archive.read(file.relative_to(bundle.parent).as_posix())
            assert hashlib.sha256(inside).digest() == hashlib.sha256(file.read_bytes()).digest()


@pytest.mark.parametrize("words", ["ban dat gio hoa may nu", "", SECRET.upper()])
def test_other_words_open_nothing(bundle: Path, target: Path, words: str) -> None:
    locked = lock_bundle(bundle, target, SECRET, Progress())
    with pyzipper.AESZipFile(locked) as archive:
        archive.setpassword(words.encode())
        with pytest.raises(RuntimeError):
            archive.read("BaoCao_2024-05_THMM2/bagit.txt")


def test_nothing_of_it_can_be_read_from_the_file(bundle: Path, target: Path) -> None:
    assert b"BagIt-Version" not in lock_bundle(bundle, target, SECRET, Progress()).read_bytes()


def test_an_earlier_one_stays(bundle: Path, target: Path) -> None:
    first, second = (lock_bundle(bundle, target, SECRET, Progress()) for _each in range(2))
    assert (first.name, second.name) == ("BaoCao_2024-05_THMM2.zip", "BaoCao_2024-05_THMM2-2.zip")


def test_a_byte_that_changed_on_the_way_is_found(bundle: Path, target: Path) -> None:
    def wear_out() -> None:
        aside = target / "BaoCao_2024-05_THMM2.zip.partial"
        content = bytearray(aside.read_bytes())
        content[len(content) // 2] ^= 1
        aside.write_bytes(content)

    with pytest.raises(VerifyFailed):
        lock_bundle(bundle, target, SECRET, After("Checking", wear_out))
    assert names(target) == []


class After(At):
    """Does something once the job says a word."""

    def __init__(self, word: str, act: object) -> None:
        super().__init__(0, act)  # type: ignore[arg-type]
        self._word = word

    def step(self, done: int, total: int, text: str = "") -> None:
        if self._word in text:
            super().step(done, total, text)
        else:
            Progress.step(self, done, total, text)


def test_a_link_that_a_stranger_left_leads_nowhere(bundle: Path, target: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.txt"
    ours.write_text("of this PC")
    (target / "BaoCao_2024-05_THMM2.zip.partial").symlink_to(ours)
    lock_bundle(bundle, target, SECRET, Progress())
    assert ours.read_text() == "of this PC"


@pytest.mark.parametrize("fraction", [0.0, 0.4, 0.9])
def test_a_cancel_leaves_nothing(bundle: Path, target: Path, fraction: float) -> None:
    progress = At(fraction, lambda: progress.cancel())  # noqa: PLW0108 - it does not exist yet
    with pytest.raises(Cancelled):
        lock_bundle(bundle, target, SECRET, progress)
    assert names(target) == []


def test_a_stick_that_is_not_there_too_small_or_pulled_is_said_so(bundle: Path, tmp_path: Path, stick: Mount) -> None:
    with pytest.raises(TargetMissing):
        lock_bundle(bundle, tmp_path / "E", SECRET, Progress())
    small = stick("size=1m")
    with pytest.raises(TargetFull):
        lock_bundle(bundle, small, SECRET, Progress())
    assert names(small) == []
    pulled = stick("size=8m")
    with pytest.raises(TargetPulled):
        lock_bundle(bundle, pulled, SECRET, After("Checking", lambda: run("umount", "-l", str(pulled))))
    assert names(pulled) == []


def test_the_words_are_easily_said_and_hard_to_guess() -> None:
    words = new_words().split()
    assert len(words) == WORDS
    assert all(word.isascii() and word.isalpha() for word in syllables())
    assert math.log2(len(syllables())) * WORDS >= 56
    assert len({new_words() for _each in range(50)}) == 50
