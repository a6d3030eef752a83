"""The boxes of MP4 and MOV files (ISO 14496-12): how long a video is, and what in it tells where it was taken."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from desktop_app.core.files import BLOCK

CONTAINERS = (b"moov", b"udta", b"trak", b"mdia", b"minf", b"stbl", b"meta", b"ilst")
PLACES = (b"\xa9xyz", b"loci", b"XMP_", b"uuid")
"""QuickTime's position, 3GPP's location, XMP packets, and boxes of makers of cameras."""
PLACE_KEYS = b"com.apple.quicktime.location"
POSITION_TRACKS = (b"gpmd", b"camm", b"rtmd")
"""Kinds of samples that are positions all along the video: GoPro, Google, Sony. They lie among the pictures."""
SMALLEST = 8
DEEPEST = 12
"""Boxes in boxes of a real video; what nests deeper wants to exhaust the reader."""

# ISO 6709 as phones write it: +21.3812+103.0160/ ; two decimals or more, which no other text has.
_POSITION = re.compile(rb"[+-]\d{2,3}\.\d{2,8}[+-]\d{3}\.\d{2,8}")
_LONGEST_POSITION = 32


class Atom(NamedTuple):
    """One box: its kind, where its header and content begin, where it ends, in bytes."""

    kind: bytes
    start: int
    content: int
    end: int


def duration_ms(file: Path) -> int | None:
    """How long an MP4, MOV or 3GP lasts by its movie header (ISO 14496-12, 8.2.2), or None where it does not say."""
    with file.open("rb") as stream:
        header = next((atom for atom in _atoms(stream) if atom.kind == b"mvhd"), None)
        if header is None:
            return None
        stream.seek(header.content)
        content = stream.read(min(32, header.end - header.content))
    layout, place = (">IQ", 20) if content[:1] == b"\x01" else (">II", 12)
    if len(content) < place + struct.calcsize(layout):
        return None
    units, length = struct.unpack_from(layout, content, place)
    return round(1000 * length / units) if units and length < 1 << 40 else None


def silenced(original: BinaryIO, copy: BinaryIO) -> None:
    """Overwrite in ``copy`` (the same bytes) every box that tells a place with a free box of the same length."""
    for atom in list(_places(original)):
        copy.seek(atom.start + 4)
        copy.write(b"free")
        copy.seek(atom.content)
        for place in range(atom.content, atom.end, BLOCK):
            copy.write(bytes(min(BLOCK, atom.end - place)))
    copy.seek(0, 2)


def still_tells_a_place(file: Path) -> bool:
    """Whether any byte of a video still reads like a position, or a track of positions runs beside the pictures."""
    with file.open("rb") as stream:
        if any(atom.kind == b"stsd" and _samples_are_positions(stream, atom) for atom in _atoms(stream)):
            return True
        stream.seek(0)
        before = b""
        while block := stream.read(BLOCK):
            text = before + block
            if PLACE_KEYS in text or _POSITION.search(text):
                return True
            before = text[-_LONGEST_POSITION:]
    return False


def _places(stream: BinaryIO) -> Iterator[Atom]:
    for atom in _atoms(stream):
        if atom.kind in PLACES or (atom.kind == b"meta" and _names_a_place(stream, atom)):
            yield atom


def _atoms(stream: BinaryIO) -> Iterator[Atom]:
    return _walk(stream, 0, stream.seek(0, 2), DEEPEST)


def _walk(stream: BinaryIO, start: int, end: int, depth: int) -> Iterator[Atom]:
    """Every box between two places of the file, those inside containers too; stops where a length makes no sense."""
    while depth and start + SMALLEST <= end and (atom := _atom_at(stream, start, end)):
        yield atom
        if atom.kind in CONTAINERS:
            yield from _walk(stream, atom.content + _words_before_boxes(stream, atom), atom.end, depth - 1)
        start = atom.end


def _atom_at(stream: BinaryIO, start: int, end: int) -> Atom | None:
    stream.seek(start)
    head = stream.read(16)
    length, kind = struct.unpack_from(">I4s", head)
    content = start + 8
    if length == 1:  # the true length follows in eight bytes
        length, content = int.from_bytes(head[8:16], "big"), start + 16
    length = length or end - start
    fits = content <= start + length <= end
    return Atom(kind, start, content, start + length) if fits else None


def _words_before_boxes(stream: BinaryIO, atom: Atom) -> int:
    """Apple's ``meta`` begins with its boxes, ISO's with a version of four bytes before them."""
    if atom.kind != b"meta":
        return 0
    stream.seek(atom.content)
    return 0 if stream.read(8)[4:] == b"hdlr" else 4


def _names_a_place(stream: BinaryIO, atom: Atom) -> bool:
    stream.seek(atom.content)
    return PLACE_KEYS in stream.read(min(atom.end - atom.content, BLOCK))


def _samples_are_positions(stream: BinaryIO, atom: Atom) -> bool:
    stream.seek(atom.content + 12)  # version, count and the length of the first entry come before its kind
    return stream.read(4) in POSITION_TRACKS
