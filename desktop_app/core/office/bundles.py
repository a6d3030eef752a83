"""A school's bundles in the store: what is there, what is still coming, and one of them opened at the office.

Everything here was written by somebody else: names, sizes and pages are believed only as far as they can be proved.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from desktop_app.core.bundle.contents import INDEX_PLACE
from desktop_app.core.bundle.index_page import runs_nothing
from desktop_app.core.bundle.target import answering, refuse_bad_target
from desktop_app.core.bundle.verifying import verify_bundle
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.jobs import Progress
from desktop_app.core.media.kinds import PICTURE_ENDINGS, VIDEO_ENDINGS
from desktop_app.core.office.credentials import NotASchool, is_school
from desktop_app.core.sync import bundle_list, file_list
from desktop_app.core.sync.bundle_list import LARGEST, BundleList, BundleName, ListedFile, ListNewer, folder_of
from desktop_app.core.sync.errors import Damaged, StoreMissing
from desktop_app.core.sync.files import fetch_file
from desktop_app.core.sync.store import Entry, Store

WHOLE, COMING, NEWER, ODD = "whole", "coming", "newer", "odd"
ARRIVAL_WORDS = {
    WHOLE: N_("All there"),
    COMING: N_("Still on its way"),
    NEWER: N_("Written by a newer program"),
    ODD: N_("Its list cannot be read"),
}
ENDINGS = frozenset([*PICTURE_ENDINGS, *VIDEO_ENDINGS, ".jpeg", ".tiff", ".pdf", ".docx", ".txt"])
"""What a school hands over; anything else is nobody's report, and no click may run it."""
HALF = ".half"
_NAMED = 3
"""Wrong files that a sentence names."""


class BundleDoubtful(UserError):
    message = N_("The bundle {bundle} holds something that no report has: {file}.")
    hint = N_("It was not opened. Ask the school whether its PC is in order.")


class BundleNotThere(UserError):
    message = N_("Not all of the bundle {bundle} is in the store: {file} is missing.")
    hint = N_("It may be on its way or have been replaced. Look again in a while.")


class BundleNotWhole(UserError):
    message = N_("The bundle {bundle} did not come whole from the store. Wrong: {files}.")
    hint = N_("Fetch it again; if that does not help, ask the school to send it anew.")


class StoredBundle(NamedTuple):
    """A bundle in a store; ``state`` is a key of ARRIVAL_WORDS, ``told`` what its list says where it can be read."""

    name: BundleName
    state: str
    told: BundleList | None = None


def bundles_of(store: Store, school_id: str, period: str = "") -> list[StoredBundle]:
    """A school's bundles, the newest period first; those of one ``period`` (2024-05) where it is named.

    One question for the listing and one for each list. Raises NotASchool and the troubles of Store.
    """
    if not is_school(school_id):
        raise NotASchool(text=school_id)
    entries = [(name, entry) for entry in store.list(folder_of(school_id)) if (name := BundleName.of(entry.key))]
    wanted = [(name, entry) for name, entry in entries if period in ("", name.period)]
    found = [_looked_at(store, name, entry) for name, entry in wanted]
    whole = {one.name.coming() for one in found if one.state == WHOLE}
    shown = (one for one in found if one.state == WHOLE or one.name.coming() not in whole)
    return sorted(shown, key=lambda one: (one.name.period, one.name.edition), reverse=True)


def _looked_at(store: Store, name: BundleName, entry: Entry) -> StoredBundle:
    if entry.size > LARGEST:
        return StoredBundle(name, ODD)
    try:
        told = bundle_list.read(name, store.get(name.key))
    except ListNewer:
        return StoredBundle(name, NEWER)
    except (StoreMissing, ValueError):
        return StoredBundle(name, ODD if name.is_whole else COMING)
    return StoredBundle(name, WHOLE if name.is_whole else COMING, told)


# ---------------------------------------------------------------- fetched


def fetch_bundle(store: Store, bundle: StoredBundle, folder: Path, progress: Progress) -> Path:
    """Have a whole bundle below ``folder``, every file hashed, then proved as a bag; returns its place.

    Broken off, the next try goes on where it was; one that lies there already is only proved again. Raises
    BundleDoubtful, BundleNotThere, BundleNotWhole, Damaged, the troubles of Store, the errors of bundle.errors and
    Cancelled.
    """
    told = _believed(bundle)
    place = place_of(folder, bundle.name)
    half = place.with_name(place.name + HALF)
    if not (place / told.bundle).is_dir():
        (half / told.bundle).mkdir(parents=True, exist_ok=True)
        with answering(half):
            _fetch_all(store, bundle.name.school, told, half / told.bundle, progress)
        _prove(half, told, progress)
        os.replace(half, place)
    else:
        _prove(place, told, progress)
    return place / told.bundle


def place_of(folder: Path, name: BundleName) -> Path:
    """Where a bundle goes below ``folder``: made of the store's own ASCII name, never of what the school wrote."""
    return folder / name.school / name.period / f"{name.kind}-{name.edition}-{name.sha}"


def forget_replaced(folder: Path, school_id: str, period: str, there: Iterable[StoredBundle]) -> None:
    """Take away what was fetched of a period and is in the store no more: a school took it back, with its pictures."""
    kept = {place_of(folder, one.name).name for one in there}
    place = folder / school_id / period
    for fetched in place.iterdir() if place.is_dir() else ():
        if fetched.name.removesuffix(HALF) not in kept:
            shutil.rmtree(fetched, ignore_errors=True)


def _believed(bundle: StoredBundle) -> BundleList:
    """Its list. Raises BundleNotThere, and BundleDoubtful for a file that no report has."""
    told = bundle.told
    if told is None or bundle.state != WHOLE:
        raise BundleNotThere(bundle=told.bundle if told else bundle.name.period, file=INDEX_PLACE)
    for file in told.files:
        if PurePosixPath(file.path).suffix.lower() not in ENDINGS and file.path != INDEX_PLACE:
            raise BundleDoubtful(bundle=told.bundle, file=file.path)
    return told


def _fetch_all(store: Store, school: str, told: BundleList, half: Path, progress: Progress) -> None:
    refuse_bad_target(half, {file.path: file.size for file in told.files}, lambda: sum(_sizes(half)))
    behind = 0
    here: dict[str, Path] = {}
    for file in told.files:
        part = _Part(progress, behind, told.size, file.path)
        part.step(0, file.size)
        (half / file.path).parent.mkdir(parents=True, exist_ok=True)
        if file.sha256 in here:
            shutil.copyfile(here[file.sha256], half / file.path)  # one photo under an article and among the materials
        else:
            _fetch(store, school, told, file, half / file.path, part)
        here[file.sha256] = half / file.path
        behind += file.size


def _fetch(store: Store, school: str, told: BundleList, file: ListedFile, place: Path, progress: Progress) -> None:
    """One file as its hash promises. What an earlier try finished is proved with the whole, not fetched anew."""
    if place.is_file() and place.stat().st_size == file.size:
        return
    try:
        _refuse_other_size(store, school, file)
        fetch_file(store, school, file.sha256, place, progress)
    except StoreMissing as error:
        raise BundleNotThere(bundle=told.bundle, file=file.path) from error


def _refuse_other_size(store: Store, school: str, file: ListedFile) -> None:
    """A list of pieces that says another size than the bundle could fill the disk. Raises Damaged."""
    key = file_list.list_key(school, file.sha256)
    try:
        right = file_list.read(store.get(key)).size == file.size
    except ValueError:
        right = False
    if not right:
        raise Damaged(host=store.address, key=key)


def _sizes(folder: Path) -> Iterator[int]:
    return (file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _prove(folder: Path, told: BundleList, progress: Progress) -> None:
    """Read every byte again. What is wrong is fetched anew next time. Raises BundleNotWhole, BundleDoubtful."""
    verdict = verify_bundle(folder / told.bundle, progress)
    page = folder / told.bundle / INDEX_PLACE
    if not verdict.ok or not page.is_file():
        shutil.rmtree(folder, ignore_errors=True)
        wrong = [one.file for one in verdict.wrong] or [INDEX_PLACE]
        raise BundleNotWhole(bundle=told.bundle, files=", ".join(wrong[:_NAMED]))
    if not runs_nothing(page.read_bytes()):
        shutil.rmtree(folder, ignore_errors=True)
        raise BundleDoubtful(bundle=told.bundle, file=INDEX_PLACE)


class _Part(Progress):
    """One file's bytes, told as a part of the whole bundle's."""

    def __init__(self, whole: Progress, behind: int, size: int, text: str) -> None:
        super().__init__()
        self._whole, self._behind, self._size, self._text = whole, behind, size, text

    def step(self, done: int, total: int, text: str = "") -> None:
        self._whole.step(self._behind + done, self._size, self._text)
