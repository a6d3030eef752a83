"""The written format stays what it is: files of its first day are read, and made again byte for byte."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from desktop_app.core.sync import pairing
from desktop_app.core.sync.segments import (
    NAME,
    BadLine,
    SegmentDamaged,
    Whose,
    event_of,
    folder_of,
    heads_in,
    key_of,
    pack,
    unpack,
)
from desktop_app.core.sync.stores.folder import FolderStore
from tests.sync.model.pcs import Pc

GOLDEN = Path(__file__).parent / "golden"
SCHOOL = "01900000-0000-7000-8000-000000000001"
WHOSE = Whose("0a1b2c3d", "4e5f")
NAMES = [file.name for file in (GOLDEN / folder_of(SCHOOL, WHOSE)).iterdir()]


def the_segment() -> tuple[str, bytes]:
    (name,) = NAMES
    return name, (GOLDEN / folder_of(SCHOOL, WHOSE) / name).read_bytes()


def test_a_segment_of_the_first_day_is_read() -> None:
    name, content = the_segment()
    found = NAME.fullmatch(name)
    assert found
    segment = unpack(content, SCHOOL, WHOSE, 1, found["sha"])
    written = (GOLDEN / "segment.jsonl").read_text(encoding="utf-8").splitlines()
    assert [segment.header, *segment.lines] == written
    assert segment.pc == "Văn phòng"
    acts = [(event.table, event.act, event.lamport) for event in map(event_of, segment.lines)]
    assert acts == [("person", "insert", 1), ("person", "update", 2), ("album", "insert", 3), ("album", "delete", 4)]


def test_the_same_events_make_the_same_lines() -> None:
    header, *lines = (GOLDEN / "segment.jsonl").read_text(encoding="utf-8").splitlines()
    assert [event_of(line).line() for line in lines] == lines
    packed = pack(header, lines)
    assert packed == pack(header, lines)
    name = key_of(SCHOOL, WHOSE, 1, packed).rpartition("/")[2]
    found = NAME.fullmatch(name)
    assert found
    assert unpack(packed, SCHOOL, WHOSE, 1, found["sha"]).lines == lines


def test_a_store_of_the_first_day_is_joined(tmp_path: Path) -> None:
    shutil.copytree(GOLDEN, tmp_path / "store")
    store, pc = FolderStore(tmp_path / "store"), Pc("new", tmp_path / "new")
    mark = json.loads(store.get("loa.json"))["store"]
    with pc.at():
        pairing.join(pc.home, store, pairing.Invitation(SCHOOL, "Trường mẫu", mark, store.address))
    outcome = pc.sync(store)
    assert (outcome.received, outcome.problem) == (4, None)
    assert pc.sql("SELECT name, post, is_active FROM person") == [("Giàng A Dơ", "Hiệu trưởng", 1)]
    assert pc.sql("SELECT count(*) FROM album") == [(0,)]
    pc.close()


@pytest.mark.parametrize("spoil", [lambda b: b[:-4], lambda b: b"", lambda b: b[:30] + b"x" + b[31:], lambda b: b * 2])
def test_a_spoilt_segment_is_never_believed(spoil: object) -> None:
    name, content = the_segment()
    assert callable(spoil)
    with pytest.raises(SegmentDamaged):
        unpack(spoil(content), SCHOOL, WHOSE, 1, name[11:27])


def test_a_segment_in_the_wrong_place_is_not_believed() -> None:
    name, content = the_segment()
    for school, whose, seq in (
        (SCHOOL[:-1] + "2", WHOSE, 1),
        (SCHOOL, Whose("feedbeef", "4e5f"), 1),
        (SCHOOL, WHOSE, 2),
    ):
        with pytest.raises(SegmentDamaged):
            unpack(content, school, whose, seq, name[11:27])


def test_what_lies_among_the_heads_and_is_none_is_passed_over() -> None:
    names = [
        "0a1b2c3d.4e5f.0000000002",
        "0a1b2c3d.4e5f.0000000001",
        "desktop.ini",
        "x.y.1",
        "0a1b2c3d.4e5f.00000000021",
    ]
    assert heads_in(names) == {WHOSE: 2}


@pytest.mark.parametrize("line", ["", "[]", "1", "null", "{}", '{"id": 1}', "[" * 100_000])
def test_what_is_no_event_is_a_bad_line(line: str) -> None:
    with pytest.raises(BadLine):
        event_of(line)
