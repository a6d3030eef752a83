"""A bundle on its way to a stick: copied, put down, read back byte by byte, and only then given its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from desktop_app import __version__
from desktop_app.core.bundle.copying import BundleFile, Copying, bytes_there, copy_all, make_safe, size_of
from desktop_app.core.bundle.errors import VerifyFailed
from desktop_app.core.bundle.manifest import (
    BAG_INFO,
    DECLARATION,
    DECLARATION_TEXT,
    MANIFEST,
    TAG_MANIFEST,
    digest_of,
    info_text,
    is_payload,
    list_text,
    oxum,
)
from desktop_app.core.bundle.names import is_portable, is_portable_place
from desktop_app.core.bundle.reading import digest_on_disk
from desktop_app.core.bundle.target import UNFINISHED, refuse_bad_target, unfinished
from desktop_app.core.files import sync_folder
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress

OWN_LISTS = (BAG_INFO, MANIFEST, DECLARATION, TAG_MANIFEST)


class WrittenBundle(NamedTuple):
    """A bundle that was read back whole: where it lies, its payload, and the digest of its list.

    ``kept`` files were on the stick already, from a try that was interrupted.
    """

    path: Path
    files: int
    bytes: int
    manifest_sha256: str
    kept: int = 0


def write_bundle(
    name: str, files: Iterable[BundleFile], target: Path, progress: Progress, info: Mapping[str, str]
) -> WrittenBundle:
    """Write the bundle ``name`` into the folder ``target`` and prove it by reading every byte back.

    Until then it is called NAME.partial, without the lists that make it a bundle; an error or cancel removes that.
    A stick that was pulled, or a program that was killed, leaves it: the next try copies only what is missing or not
    right. An earlier bundle of this name stays, the new one gets -2. Raises the errors of ``bundle.errors``.
    """
    listed = list(files)
    _refuse_bad_names(name, [file.place for file in listed])
    sizes, aside = [size_of(file) for file in listed], target / f"{name}{UNFINISHED}"
    places = dict(zip((file.place for file in listed), sizes, strict=True))
    inside = {f"{aside.name}/{place}": size for place, size in (places | dict.fromkeys(OWN_LISTS, 1)).items()}
    refuse_bad_target(target, inside, lambda: bytes_there(aside, listed))
    with unfinished(aside) as folder:
        _lay(folder)
        copying = Copying(folder, progress, 2 * sum(sizes) or 1)
        digests = copy_all(listed, copying)
        digests |= _write_lists(folder, digests, sizes_of(listed, sizes), info)
        make_safe(folder, digests)
        _prove(digests, copying)
        path = _give_name(folder, name)
    payload = list(sizes_of(listed, sizes))
    return WrittenBundle(path, len(payload), sum(payload), digests[MANIFEST], copying.kept)


def sizes_of(files: list[BundleFile], sizes: list[int]) -> list[int]:
    """The sizes of the payload alone."""
    return [size for file, size in zip(files, sizes, strict=True) if is_payload(file.place)]


# ------------------------------------------------------------------ before


def _refuse_bad_names(name: str, places: list[str]) -> None:
    """Names are made by bundle.names: one that a stick could not keep is a mistake of ours."""
    bad = [place for place in places if not is_portable_place(f"{name}/{place}")]
    if bad or not is_portable(name) or len({place.casefold() for place in places}) < len(places):
        raise ValueError(f"not portable, or twice the same: {bad or places}")


# ------------------------------------------------------------------- while


def _lay(folder: Path) -> None:
    """The folder to write in, perhaps that of an interrupted try; a file of its name makes way."""
    if folder.is_file():
        folder.unlink()
    folder.mkdir(exist_ok=True)


def _write_lists(
    folder: Path, digests: Mapping[str, str], payload: list[int], info: Mapping[str, str]
) -> dict[str, str]:
    """The lists, last of all: without them nothing takes the folder for a bundle. Answers their digests."""
    facts = {
        **info,
        "Bagging-Date": info.get("Bagging-Date", date.today().isoformat()),
        "Bag-Software-Agent": f"Loa Truong {__version__}",
        "Payload-Oxum": oxum(payload),
    }
    lists = {
        BAG_INFO: info_text(facts),
        MANIFEST: list_text({place: digest for place, digest in digests.items() if is_payload(place)}),
        DECLARATION: DECLARATION_TEXT,
    }
    own = {place: digest_of(text.encode()) for place, text in lists.items()}
    tags = {place: digest for place, digest in digests.items() if not is_payload(place)}
    lists[TAG_MANIFEST] = list_text(own | tags)
    for place, text in lists.items():
        (folder / place).write_bytes(text.encode())
    return own | {TAG_MANIFEST: digest_of(lists[TAG_MANIFEST].encode())}


# ------------------------------------------------------------------- after


def _prove(digests: Mapping[str, str], copying: Copying) -> None:
    """Read every file from the stick itself and compare. Raises VerifyFailed."""
    for place, digest in digests.items():
        words = _("Checking {file}").format(file=place)
        copying.step(0, words)
        read = digest_on_disk(copying.folder / place, partial(copying.step, words=words))
        if read != digest:
            raise VerifyFailed(file=place)


def _give_name(folder: Path, name: str) -> Path:
    """The proved bundle under its own name; an earlier one of this name stays beside it."""
    path = free_place(folder.with_name(name))
    folder.rename(path)
    sync_folder(path.parent)
    return path


def free_place(path: Path) -> Path:
    """``path``, or with -2, -3 … before its ending where something lies there already."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
