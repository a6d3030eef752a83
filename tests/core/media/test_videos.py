"""Videos: how long they are, and that none leaves with the place it was taken at."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest

from db.models import MediaAsset
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.atoms import duration_ms, silenced, still_tells_a_place
from desktop_app.core.media.errors import PlaceStaysInside
from desktop_app.core.media.exporting import exported_copy
from desktop_app.core.media.importing import import_media

PLACE = b"+21.3812+103.0160/"


def atom(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


def video(*movie: bytes) -> bytes:
    return atom(b"ftyp", b"isomisom") + atom(b"moov", b"".join(movie)) + atom(b"mdat", b"pictures" * 20)


def header(units: int, length: int) -> bytes:
    return atom(b"mvhd", bytes(12) + struct.pack(">II", units, length) + bytes(80))


def exported(home: Home, folder: Path, content: bytes) -> bytes:
    (folder / "v.mp4").write_bytes(content)
    import_media(home, [folder / "v.mp4"], Progress())
    exported_copy(home, MediaAsset.get().sha256, folder / "copy.mp4")
    return (folder / "copy.mp4").read_bytes()


APPLE_META = atom(
    b"meta",
    atom(b"hdlr", bytes(24))
    + atom(b"keys", bytes(8) + atom(b"mdta", b"com.apple.quicktime.location.ISO6709"))
    + atom(b"ilst", atom(b"\0\0\0\1", atom(b"data", bytes(8) + PLACE))),
)


@pytest.mark.parametrize(
    "told",
    [
        atom(b"udta", atom(b"\xa9xyz", PLACE)),
        atom(b"udta", atom(b"loci", b"\0\0\0\0\x15\xc7" + PLACE)),
        APPLE_META,
        atom(b"udta", atom(b"meta", bytes(4) + atom(b"hdlr", bytes(24)) + atom(b"ilst", atom(b"\xa9xyz", PLACE)))),
        atom(b"meta", atom(b"hdlr", bytes(24)) + atom(b"ilst", atom(b"\xa9xyz", PLACE))),
        atom(b"uuid", bytes(16) + b"<x:xmpmeta>" + PLACE),
    ],
)
def test_a_place_is_taken_out_wherever_phones_put_it(home: Home, tmp_path: Path, told: bytes) -> None:
    content = video(header(1000, 9000), told)
    copy = exported(home, tmp_path, content)
    assert PLACE not in copy
    assert len(copy) == len(content)
    assert copy.endswith(b"pictures" * 20)
    assert MediaAsset.get().has_gps


def test_a_track_of_positions_stops_the_video_from_leaving(home: Home, tmp_path: Path) -> None:
    track = atom(b"stsd", bytes(8) + atom(b"gpmd", bytes(8)))
    nested = atom(b"trak", atom(b"mdia", atom(b"minf", atom(b"stbl", track))))
    with pytest.raises(PlaceStaysInside):
        exported(home, tmp_path, video(nested))
    assert sorted(file.name for file in tmp_path.glob("copy*")) == []


def test_a_place_hidden_where_no_box_is_known_stops_it_too(home: Home, tmp_path: Path) -> None:
    with pytest.raises(PlaceStaysInside):
        exported(home, tmp_path, video(atom(b"odd ", PLACE)))


def test_a_place_across_two_blocks_is_seen(tmp_path: Path) -> None:
    (tmp_path / "v.mp4").write_bytes(bytes((1 << 20) - 7) + PLACE)
    assert still_tells_a_place(tmp_path / "v.mp4")


def test_the_length_of_a_video_is_read(home: Home, tmp_path: Path) -> None:
    exported(home, tmp_path, video(header(600, 9300)))
    asset = MediaAsset.get()
    assert (asset.duration_ms, asset.has_gps) == (15_500, False)


def test_a_long_clock_of_eight_bytes_is_read(tmp_path: Path) -> None:
    told = atom(b"mvhd", b"\1" + bytes(19) + struct.pack(">IQ", 1000, 61_000) + bytes(80))
    (tmp_path / "v.mp4").write_bytes(video(told))
    assert duration_ms(tmp_path / "v.mp4") == 61_000


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\0\0\1mdat",
        b"\0\0\0\1mdat" + b"\xff" * 8,
        atom(b"moov", atom(b"mvhd", b"\0")),
        atom(b"moov", header(0, 5)),
        (b"\0\0\x40\0moov" * 2000)[:16_384],
    ],
)
def test_boxes_that_make_no_sense_are_read_without_harm(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "v.mp4").write_bytes(content)
    assert duration_ms(tmp_path / "v.mp4") is None
    copy = io.BytesIO(content)
    silenced(io.BytesIO(content), copy)
    assert copy.getvalue() == content


def test_boxes_nested_without_end_stop_the_reader_not_the_program(tmp_path: Path) -> None:
    content = b""
    for _ in range(3000):
        content = atom(b"moov", content)
    (tmp_path / "v.mp4").write_bytes(content)
    assert duration_ms(tmp_path / "v.mp4") is None
