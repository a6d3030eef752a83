"""A bundle of 40 MB put on a disk against `cp -r` and `sync`, and read back against dropped caches and `sha256sum -c`.

Photos to be copied are in the system's memory for both sides. "Copied" is the moment our last file is safe on the
disk, before we read it back; what a read-back took from the device itself is what the system counts for the process
(getrusage, blocks of 512 bytes): less than all would be a proof of the memory, not of the disk.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import time
from pathlib import Path
from statistics import median

from benchmarks.measuring import ROUNDS, Row, clocked, seconds, show, workplace
from desktop_app.core.bundle.copying import BundleFile
from desktop_app.core.bundle.writing import write_bundle
from desktop_app.core.jobs import Progress

FILES, FILE_BYTES = 64, 625_000
MEGABYTES = FILES * FILE_BYTES / 1e6
DROP_CACHES = Path("/proc/sys/vm/drop_caches")
LISTS = "manifest-sha256.txt"


class CopiedThenProved(Progress):
    """Notes when the copying was over: the first word about checking."""

    def __init__(self) -> None:
        super().__init__()
        self.copied = 0.0

    def step(self, done: int, total: int, text: str = "") -> None:
        super().step(done, total, text)
        if 2 * done <= total:
            self.copied = time.perf_counter()


def main() -> None:
    with workplace() as work:
        source = month_folder(work / "month")
        taken = [(*by_us(source, work), *by_tools(source, work)) for _ in range(ROUNDS + 1)][1:]
        copied, proved, read, cp, checked, others_read = (median(side) for side in zip(*taken, strict=True))
        path, can_drop = f"bundle of {MEGABYTES:.0f} MB", os.access(DROP_CACHES, os.W_OK)
        against = "cp -r + sync + drop caches + sha256sum -c"
        show(Row(f"{path}, copied", "cp -r + sync", copied, cp, most=1.05))
        show(Row(f"{path}, copied and read back", against, proved, checked if can_drop else None, most=1, peer="root"))
        theirs = others_read if can_drop else None
        show(Row(f"{path}, read back from the device", against, read, theirs, least=MEGABYTES, unit="MB", peer="root"))


def month_folder(folder: Path) -> Path:
    """Files that no disk can make smaller, with the list that sha256sum reads."""
    (folder / "data").mkdir(parents=True)
    for number in range(FILES):
        (folder / "data" / f"photo-{number:02d}.jpg").write_bytes(random.Random(number).randbytes(FILE_BYTES))
    named = sorted(file.relative_to(folder) for file in (folder / "data").iterdir())
    with (folder / LISTS).open("wb") as out:
        subprocess.run(["sha256sum", *named], cwd=folder, stdout=out, check=True)
    return folder


def by_us(source: Path, work: Path) -> tuple[float, float, float]:
    """Seconds until copied, seconds until proved, megabytes read from the device."""
    warm(source)
    files = [BundleFile(file, f"data/{file.name}") for file in sorted((source / "data").iterdir())]
    progress, stick = CopiedThenProved(), work / "ours"
    stick.mkdir()
    os.sync()
    before, began = device_megabytes(resource.RUSAGE_SELF), time.perf_counter()
    write_bundle("BaoCao", files, stick, progress, {})
    copied, proved = progress.copied - began, time.perf_counter() - began
    read = device_megabytes(resource.RUSAGE_SELF) - before
    shutil.rmtree(stick)
    return copied, proved, read


def by_tools(source: Path, work: Path) -> tuple[float, float, float]:
    """The same of cp, sync and sha256sum; dropping the caches is not on their clock."""
    warm(source)
    stick = work / "theirs"
    copied = seconds(lambda: run("cp", "-r", str(source), str(stick))) + clocked(lambda: run("sync"))
    if os.access(DROP_CACHES, os.W_OK):
        DROP_CACHES.write_text("3")
    run("sha256sum", "--version")  # the program itself is not what is measured
    before = device_megabytes(resource.RUSAGE_CHILDREN)
    checked = seconds(lambda: subprocess.run(["sha256sum", "--quiet", "-c", LISTS], cwd=stick, check=True))
    read = device_megabytes(resource.RUSAGE_CHILDREN) - before
    shutil.rmtree(stick)
    return copied, copied + checked, read


def run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def warm(folder: Path) -> None:
    """Have every file of ``folder`` in memory, also after the caches were dropped."""
    for file in folder.rglob("*"):
        if file.is_file():
            file.read_bytes()


def device_megabytes(who: int) -> float:
    """What this process (or its ended children) has read from devices so far."""
    return resource.getrusage(who).ru_inblock * 512 / 1e6


if __name__ == "__main__":
    main()
