"""A bundle on its way to a stick, and everything that can happen to a stick."""

from __future__ import annotations

import errno
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest

from desktop_app.core.bundle.copying import BundleFile
from desktop_app.core.bundle.errors import (
    SourceUnreadable,
    TargetFull,
    TargetMissing,
    TargetPulled,
    TargetReadOnly,
    VerifyFailed,
)
from desktop_app.core.bundle.verifying import verify_bundle
from desktop_app.core.bundle.writing import WrittenBundle, write_bundle
from desktop_app.core.jobs import Cancelled, Progress
from tests.core.conftest import Mount, run

NAME = "BaoCao_2024-05_THMM2"
FILES = [
    BundleFile("Báo cáo tháng 5".encode() * 1000, "data/01_BaoCao.pdf"),
    BundleFile(b"tin bai", "data/02_TinBai/2024-05-07_le-ky-niem.txt"),
    BundleFile(bytes(3_000_000), "data/03_TuLieu/anh.jpg"),
    BundleFile(b"<!DOCTYPE html>", "index.html"),
]

KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from desktop_app.core.bundle.copying import BundleFile
from desktop_app.core.bundle.writing import write_bundle
from desktop_app.core.jobs import Progress

class Killer(Progress):
    def step(self, done, total, text=""):
        if done >= int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)

files = [BundleFile(bytes(2_000_000), f"data/{number}.bin") for number in range(3)]
write_bundle("BaoCao", files, Path(sys.argv[1]), Killer(), {})
"""


class At(Progress):
    """Progress that does something once the job has come so far (0.0 to 1.0)."""

    def __init__(self, fraction: float, act: Callable[[], object]) -> None:
        super().__init__()
        self._at, self._act, self._acted = fraction, act, False

    def step(self, done: int, total: int, text: str = "") -> None:
        super().step(done, total, text)
        if not self._acted and done >= self._at * total:
            self._acted = True
            self._act()


def write(target: Path, progress: Progress | None = None, files: list[BundleFile] | None = None) -> WrittenBundle:
    info = {"Source-Organization": "Trường PTDTBT Tiểu học số 2 Mường Mươn"}
    return write_bundle(NAME, FILES if files is None else files, target, progress or Progress(), info)


def test_a_bundle_is_a_bag_that_others_can_check(tmp_path: Path) -> None:
    written = write(tmp_path)
    assert written.path == tmp_path / NAME
    payload = [file.source for file in FILES[:3] if isinstance(file.source, bytes)]
    assert (written.files, written.bytes) == (3, sum(map(len, payload)))
    bag = bagit.Bag(str(written.path))
    bag.validate()
    assert bag.info["Source-Organization"] == "Trường PTDTBT Tiểu học số 2 Mường Mươn"
    assert bag.info["Payload-Oxum"] == f"{written.bytes}.3"


def test_files_come_from_paths_too(tmp_path: Path) -> None:
    source = tmp_path / "Ảnh gốc.jpg"
    source.write_bytes(b"\xff\xd8 photo")
    written = write(tmp_path, files=[BundleFile(source, "data/anh.jpg")])
    assert (written.path / "data/anh.jpg").read_bytes() == b"\xff\xd8 photo"


def test_progress_runs_to_its_end_and_never_back(tmp_path: Path) -> None:
    seen: list[int] = []

    class Watched(Progress):
        def step(self, done: int, total: int, text: str = "") -> None:
            super().step(done, total, text)
            seen.append(done)

    watched = Watched()
    write(tmp_path, watched)
    assert seen == sorted(seen)
    assert watched.fraction() == 1.0


def test_an_earlier_bundle_of_the_same_month_is_kept(tmp_path: Path) -> None:
    first, second, third = write(tmp_path), write(tmp_path), write(tmp_path)
    assert [each.path.name for each in (first, second, third)] == [NAME, f"{NAME}-2", f"{NAME}-3"]
    assert verify_bundle(first.path, Progress()).ok


def test_an_unfinished_bundle_of_an_earlier_day_makes_way(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.partial" / "data").mkdir(parents=True)
    write(tmp_path)
    assert names(tmp_path) == [NAME]


@pytest.mark.parametrize("fraction", [0.0, 0.2, 0.5, 0.9])
def test_cancel_leaves_nothing_behind(tmp_path: Path, fraction: float) -> None:
    progress = At(fraction, lambda: progress.cancel())  # noqa: PLW0108 - it does not exist yet
    with pytest.raises(Cancelled):
        write(tmp_path, progress)
    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(TargetMissing):
        write(tmp_path / "E")


def test_a_photo_that_vanished_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"gone\.jpg"):
        write(tmp_path, files=[*FILES, BundleFile(tmp_path / "gone.jpg", "data/gone.jpg")])
    assert names(tmp_path) == []


def test_a_photo_that_vanishes_while_copying_is_named(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"photo")
    target = tmp_path / "stick"
    target.mkdir()
    with pytest.raises(SourceUnreadable, match=r"data/photo\.jpg"):
        write(target, At(0.1, photo.unlink), [*FILES, BundleFile(photo, "data/photo.jpg")])
    assert names(target) == []


@pytest.mark.parametrize(
    "places", [["../out.txt"], ["/etc/x"], ["data/con"], ["data/a", "data/A"], ["data/" + "a" * 250]]
)
def test_names_a_stick_could_not_keep_are_never_written(tmp_path: Path, places: list[str]) -> None:
    with pytest.raises(ValueError, match="portable"):
        write(tmp_path, files=[BundleFile(b"", place) for place in places])
    assert names(tmp_path) == []


def test_a_byte_that_changed_on_the_way_is_found_before_the_bundle_gets_its_name(tmp_path: Path) -> None:
    def wear_out() -> None:
        photo = tmp_path / f"{NAME}.partial" / "data/03_TuLieu/anh.jpg"
        content = bytearray(photo.read_bytes())
        content[1_500_000] ^= 1
        photo.write_bytes(content)

    with pytest.raises(VerifyFailed, match=r"data/03_TuLieu/anh\.jpg"):
        write(tmp_path, At(0.5, wear_out))
    assert names(tmp_path) == []


@pytest.mark.parametrize("fraction", [0.0, 0.2, 0.5, 0.7])
def test_a_folder_that_vanishes_is_a_pulled_stick(tmp_path: Path, fraction: float) -> None:
    target = tmp_path / "E"
    target.mkdir()
    with pytest.raises(TargetPulled):
        write(target, At(fraction, lambda: shutil.rmtree(target)))
    assert not target.exists()


# ------------------------------------------------------------- a second try


def pulled(progress_at: float) -> At:
    """The stick answers no more once so much is done."""

    def gone() -> None:
        raise OSError(errno.ENODEV, "no such device")

    return At(progress_at, gone)


def written_when(folder: Path) -> dict[str, int]:
    """Each file and the moment it was last written."""
    return {
        file.relative_to(folder).as_posix(): file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()
    }


def test_the_second_try_copies_only_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(TargetPulled):
        write(tmp_path, pulled(0.3))
    partial = tmp_path / f"{NAME}.partial"
    before = written_when(partial)
    assert before, "something had arrived"
    second = write(tmp_path)
    after = written_when(second.path)
    whole = {place for place in before if after[place] == before[place]}
    assert len(whole) == second.kept > 0
    assert verify_bundle(second.path, Progress()).ok
    assert names(tmp_path) == [NAME]


def test_what_arrived_wrong_is_copied_anew(tmp_path: Path) -> None:
    with pytest.raises(TargetPulled):
        write(tmp_path, pulled(0.5))
    report = tmp_path / f"{NAME}.partial" / "data/01_BaoCao.pdf"
    content = bytearray(report.read_bytes())
    content[7] ^= 1
    report.write_bytes(content)
    second = write(tmp_path)
    assert second.kept == len(FILES) - 1
    assert verify_bundle(second.path, Progress()).ok


def test_what_a_stranger_put_into_it_goes_and_a_link_leads_nowhere(tmp_path: Path) -> None:
    ours = tmp_path / "ours.txt"
    ours.write_text("of this PC")
    stick = tmp_path / "stick"
    partial = stick / f"{NAME}.partial"
    (partial / "data/old").mkdir(parents=True)
    (partial / "data/old/stranger.exe").write_bytes(b"MZ")
    (partial / "manifest-sha256.txt").write_text("of another day")
    (partial / "data/01_BaoCao.pdf").symlink_to(ours)
    (partial / "data/02_TinBai").symlink_to(tmp_path, target_is_directory=True)
    written = write(stick)
    assert ours.read_text() == "of this PC"
    assert not (tmp_path / "2024-05-07_le-ky-niem.txt").exists()
    assert not (written.path / "data/old").exists()
    bagit.Bag(str(written.path)).validate()


def test_a_killed_program_is_taken_up_where_it_was(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, str(tmp_path), "4500000"]
    subprocess.run(command, check=False, cwd=Path(__file__).resolve().parents[3])
    files = [BundleFile(bytes(2_000_000), f"data/{number}.bin") for number in range(3)]
    second = write_bundle("BaoCao", files, tmp_path, Progress(), {})
    assert second.kept == 2
    assert verify_bundle(second.path, Progress()).ok


# ------------------------------------------------------------- real file systems


def test_a_real_stick_pulled_and_plugged_in_again_gets_only_the_rest(stick: Mount, tmp_path: Path) -> None:
    memory, socket = stick("size=12m"), tmp_path / "socket"
    socket.mkdir()
    assert run("mount", "--bind", str(memory), str(socket))
    with pytest.raises(TargetPulled):
        write(socket, At(0.45, lambda: run("umount", "-l", str(socket))))
    assert names(socket) == []
    assert run("mount", "--bind", str(memory), str(socket))
    try:
        second = write(socket)
        assert second.kept >= 2
        assert verify_bundle(second.path, Progress()).ok
    finally:
        run("umount", "-l", str(socket))


def test_a_second_try_needs_room_only_for_the_rest(stick: Mount) -> None:
    tight = stick("size=5m")
    with pytest.raises(TargetPulled):
        write(tight, pulled(0.49))
    assert write(tight).kept >= 2


def test_a_stick_too_small_is_refused_before_anything_is_written(stick: Mount) -> None:
    small = stick("size=1m")
    with pytest.raises(TargetFull) as refused:
        write(small)
    assert refused.value.facts["missing_mb"] == 3
    assert names(small) == []


def test_a_stick_that_fills_up_while_writing_is_left_clean(stick: Mount) -> None:
    small = stick("size=4m")
    other = small / "other.bin"
    with pytest.raises(TargetFull):
        write(small, At(0.2, lambda: fill(other)))
    assert names(small) == ["other.bin"]


def test_a_locked_stick_is_said_to_be_locked(stick: Mount) -> None:
    locked = stick("size=8m,ro")
    with pytest.raises(TargetReadOnly):
        write(locked)


@pytest.mark.parametrize("fraction", [0.0, 0.2, 0.5, 0.7])
def test_a_stick_pulled_while_writing_never_looks_finished(stick: Mount, fraction: float) -> None:
    pulled = stick("size=8m")
    with pytest.raises(TargetPulled):
        write(pulled, At(fraction, lambda: run("umount", "-l", str(pulled))))
    assert names(pulled) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("done", [0, 3_000_000, 6_000_000, 9_000_000])
def test_a_killed_program_leaves_only_something_unfinished(tmp_path: Path, done: int) -> None:
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, str(tmp_path), str(done)]
    ended = subprocess.run(command, check=False, cwd=Path(__file__).resolve().parents[3])
    assert ended.returncode == -signal.SIGKILL
    assert names(tmp_path) == ["BaoCao.partial"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fill(file: Path) -> None:
    with file.open("wb", buffering=0) as content:
        try:
            while content.write(bytes(100_000)):
                pass
        except OSError:
            return
