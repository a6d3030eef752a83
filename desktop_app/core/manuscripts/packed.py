"""A packed folder (.zip) of manuscripts: its documents taken out under their own names, all else left in."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from zipfile import ZipFile, ZipInfo, is_zipfile

from db.text import nfc
from desktop_app.core.archives import open_archive
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.manuscripts.reading import ENDINGS

LONGEST_NAME = 100

_NAMED_IN_UTF8 = 0x800
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_NOT_HANDED_IN = re.compile(r"(?:^|/)(?:__MACOSX/|~\$|\.)")
"""What a Mac or an open Word puts beside the files; nobody handed it in."""
_OF_A_DOCUMENT = {"[content_types].xml", "mimetype", "content.xml"}


class PackedFolderIsEmpty(UserError):
    message = N_("The packed folder {file} holds no Word or text files.")
    hint = N_("Photos and videos go under “Materials”; a folder packed inside another is to be unpacked first.")


class Unpacked(NamedTuple):
    """The documents now in a folder of ours, and how many other files stayed in the archive."""

    documents: list[Path]
    left_out: int


def is_packed_folder(file: Path) -> bool:
    """Whether ``file`` is a zip of files, and not one document that happens to be a zip (.docx, .odt, .xlsx)."""
    if not is_zipfile(file):
        return False
    with ZipFile(file) as archive:
        return not _OF_A_DOCUMENT & {name.casefold() for name in archive.namelist()}


def unpack(file: Path, folder: Path) -> Unpacked:
    """Take the documents out of the zip ``file`` into ``folder``, each in a folder of its own there.

    Raises PackedFolderIsEmpty and the errors of archives: nothing is written before the whole is proved.
    """
    with open_archive(file) as archive:
        entries = [(entry, _name(entry)) for entry in archive.infolist() if not entry.is_dir()]
        handed_in = [(entry, name) for entry, name in entries if not _NOT_HANDED_IN.search(name)]
        wanted = [(entry, name) for entry, name in handed_in if name.casefold().endswith(ENDINGS)]
        if not wanted:
            raise PackedFolderIsEmpty(file=file.name)
        documents = [_written(archive, entry, folder / f"{n:04d}", name) for n, (entry, name) in enumerate(wanted)]
    return Unpacked(documents, len(handed_in) - len(wanted))


def _written(archive: ZipFile, entry: ZipInfo, folder: Path, name: str) -> Path:
    plain = _NOT_IN_NAMES.sub("_", PurePosixPath(name).name)
    document = folder / f"{Path(plain).stem[:LONGEST_NAME]}{Path(plain).suffix}"
    folder.mkdir(parents=True)
    document.write_bytes(archive.read(entry))
    return document


def _name(entry: ZipInfo) -> str:
    """The name as it was typed: old Windows packs it in its own Vietnamese code page without saying so."""
    name = entry.filename
    if not entry.flag_bits & _NAMED_IN_UTF8 and not name.isascii():
        raw = name.encode("cp437", errors="replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp1258", errors="replace")
    return nfc(name.replace("\\", "/"))
