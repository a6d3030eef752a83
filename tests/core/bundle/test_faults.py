"""A fault at every single step of writing a bundle: never is one called finished that is not whole."""

from __future__ import annotations

import errno
import hashlib
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.core.bundle.copying import BundleFile
from desktop_app.core.bundle.writing import write_bundle
from desktop_app.core.errors import UserError
from desktop_app.core.jobs import Progress
from tests.core.conftest import Mount, run

NAME = "BaoCao"
FILES = [BundleFile(bytes([number]) * 300_000, f"data/{number}.bin") for number in range(4)]
FILES.append(BundleFile(b"<!DOCTYPE html>", "index.html"))
TOUCHING = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.listdir")
Fault = Callable[[Path], object]


class _Wire:
    """Every touch of a file system by this thread, as the interpreter reports it; the n-th one below a folder fails."""

    def __init__(self) -> None:
        self.folder, self.fails_at, self.code, self.seen, self.thread = "", 0, 0, 0, 0

    def arm(self, folder: Path, fails_at: int, code: int) -> None:
        self.folder, self.fails_at, self.code, self.seen = str(folder), fails_at, code, 0
        self.thread = threading.get_ident()

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if not self.folder or event not in TOUCHING or threading.get_ident() != self.thread:
            return
        if str(args[0]).startswith(self.folder):
            self.seen += 1
            if self.seen >= self.fails_at > 0:  # from then on: a stick that is gone stays gone
                raise OSError(self.code, "injected", str(args[0]))


WIRE = _Wire()


@pytest.fixture(scope="module")
def hooked() -> _Wire:
    """The wire laid; a hook of the interpreter stays until it ends, so the wire is cut instead."""
    sys.addaudithook(WIRE)
    return WIRE


@pytest.fixture
def wire(hooked: _Wire) -> Iterator[_Wire]:
    yield hooked
    hooked.folder = ""


class AtStep(Progress):
    """Does something at the n-th step, and counts them."""

    def __init__(self, at: int = -1, act: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self.texts, self._at, self._act = list[str](), at, act

    def step(self, done: int, total: int, text: str = "") -> None:
        if len(self.texts) == self._at:
            self._act()
        self.texts.append(text)
        super().step(done, total, text)


def is_whole(bundle: Path) -> bool:
    """Hashed here, by nothing of ours."""
    WIRE.folder = ""
    return all(
        isinstance(file.source, bytes)
        and hashlib.sha256((bundle / file.place).read_bytes()).digest() == hashlib.sha256(file.source).digest()
        for file in FILES
    )


def succeeded(target: Path, progress: Progress) -> bool:
    """Whether it was called a success; if so it is whole. What failed has not got its name."""
    try:
        written = write_bundle(NAME, FILES, target, progress, {})
    except (UserError, OSError):
        return False
    assert is_whole(written.path)
    return True


def steps_of_one(folder: Path) -> list[str]:
    counting = AtStep()
    folder.mkdir()
    assert succeeded(folder, counting)
    shutil.rmtree(folder)
    return counting.texts


@pytest.mark.parametrize("code", [errno.ENODEV, errno.ENOSPC, errno.EROFS, errno.EIO])
def test_every_touch_of_the_stick_may_fail_and_none_is_a_success(tmp_path: Path, wire: _Wire, code: int) -> None:
    target = tmp_path / "stick"
    target.mkdir()
    wire.arm(target, 0, code)
    assert succeeded(target, Progress())
    touches = wire.seen
    assert touches > 20
    for number in range(1, touches + 1):
        wire.folder = ""
        shutil.rmtree(target)
        target.mkdir()
        wire.arm(target, number, code)
        done = succeeded(target, Progress())
        wire.folder = ""
        renamed = [path for path in target.glob(NAME) if path.is_dir()]
        assert not done or is_whole(renamed[0])
        assert all(is_whole(path) for path in renamed), f"touch {number}"


LAST = "data/3.bin"


def flip(target: Path) -> None:
    """The last file of the payload loses a bit, as on a stick that wears out."""
    file = target / f"{NAME}.partial" / LAST
    if file.is_file() and file.stat().st_size:
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)


def test_a_byte_flipped_at_any_step_until_it_is_read_back_is_found(tmp_path: Path) -> None:
    steps = steps_of_one(tmp_path / "counted")
    checked = next(number for number, text in enumerate(steps) if "Checking" in text and LAST in text)
    copied = max(number for number, text in enumerate(steps) if "Copying" in text and LAST in text)
    for number in range(checked + 1):
        target = tmp_path / f"stick-{number}"
        target.mkdir()
        flipped = AtStep(number, lambda target=target: flip(target))  # type: ignore[misc]
        assert succeeded(target, flipped) == (number < copied), steps[number]
        shutil.rmtree(target)


@pytest.mark.parametrize("fault", ["pulled", "full", "locked"])
def test_a_real_stick_pulled_filled_or_locked_at_any_step(stick: Mount, fault: str) -> None:
    acts: dict[str, Fault] = {
        "pulled": lambda place: run("umount", "-l", str(place)),
        "full": _fill,
        "locked": lambda place: run("mount", "-o", "remount,ro", str(place)),
    }
    steps = steps_of_one(stick("size=4m") / "counted")
    for number in range(0, len(steps), 2):
        place = stick("size=4m")
        done = succeeded(place, AtStep(number, lambda place=place: acts[fault](place)))  # type: ignore[misc]
        named = place / NAME
        assert named.is_dir() == done
        assert not done or is_whole(named)
        run("umount", "-l", str(place))


def _fill(place: Path) -> None:
    try:
        with (place / "other.bin").open("wb", buffering=0) as file:
            while file.write(bytes(100_000)):
                pass
    except OSError:
        return


def test_a_slow_stick_takes_longer_and_nothing_else(tmp_path: Path) -> None:
    class Slow(Progress):
        def step(self, done: int, total: int, text: str = "") -> None:
            time.sleep(0.01)
            super().step(done, total, text)

    assert succeeded(tmp_path, Slow())
