"""The boxes of MP4 and MOV files (ISO 14496-12): finding those that tell where a video was taken."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

CONTAINERS = (b"moov", b"udta", b"trak", b"mdia", b"meta", b"ilst")
PLACES = (b"\xa9xyz", b"loci", b"XMP_", b"uuid")
"""QuickTime's position, 3GPP's location, XMP packets, and boxes of makers of cameras."""
PLACE_KEYS = b"com.apple.quicktime.location"
SMALLEST = 8


class Atom(NamedTuple):
    """One box: its kind, where its header and content begin, where it ends, in bytes."""

    kind: bytes
    start: int
    content: int
    end: int


def silenced(original: Path, copy: BinaryIO) -> None:
    """Overwrite in ``copy`` (the same bytes) every box that tells a place with a free box of the same length."""
    for atom in list(_places(original)):
        copy.seek(atom.start + 4)
        copy.write(b"free")
        copy.seek(atom.content)
        copy.write(bytes(atom.end - atom.content))
    copy.seek(0, 2)


def _places(file: Path) -> Iterator[Atom]:
    with file.open("rb") as stream:
        size = file.stat().st_size
        for atom in _walk(stream, 0, size):
            if atom.kind in PLACES or (atom.kind == b"meta" and _names_a_place(stream, atom)):
                yield atom


def _walk(stream: BinaryIO, start: int, end: int) -> Iterator[Atom]:
    """Every box between two places of the file, those inside containers too; stops where a length makes no sense."""
    while start + SMALLEST <= end:
        stream.seek(start)
        length, kind = struct.unpack(">I4s", stream.read(8))
        content = start + 8
        if length == 1:
            length, content = struct.unpack(">Q", stream.read(8))[0], start + 16
        length = length or end - start
        if length < content - start or start + length > end:
            return
        atom = Atom(kind, start, content, start + length)
        yield atom
        if kind in CONTAINERS:
            yield from _walk(stream, content + (4 if kind == b"meta" else 0), atom.end)
        start = atom.end


def _names_a_place(stream: BinaryIO, atom: Atom) -> bool:
    stream.seek(atom.content)
    return PLACE_KEYS in stream.read(min(atom.end - atom.content, 1 << 20))
