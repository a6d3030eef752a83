"""The size of a piece follows what the line carries."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.sync.ledger import Ledger
from desktop_app.core.sync.pieces import Pace, Piece

MIB = 1 << 20
SHA = "ab" * 32


def test_a_good_line_gets_the_largest_pieces() -> None:
    pace = Pace()
    assert pace.size() == 4 * MIB
    pace.went(4 * MIB, 2)
    assert pace.size() == 4 * MIB


def test_two_quick_failures_make_pieces_of_one_mebibyte() -> None:
    pace = Pace()
    pace.broke(4 * MIB, 0.5)
    assert pace.size() == 4 * MIB
    pace.broke(4 * MIB, 0.5)
    assert pace.size() == MIB


def test_a_piece_that_broke_after_long_tells_what_the_line_has_at_most() -> None:
    pace = Pace()
    pace.broke(4 * MIB, 30)
    assert pace.size() == MIB
    pace.broke(MIB, 30)
    assert pace.size() == 256 << 10


def test_pieces_grow_again_on_a_line_that_is_good_again() -> None:
    pace = Pace()
    for _time in range(4):
        pace.broke(4 * MIB, 0.1)
    assert pace.size() == 256 << 10
    for _time in range(200):
        pace.went(256 << 10, 0.01)
    assert pace.size() == 4 * MIB


def test_a_cap_makes_pieces_that_it_lets_through_in_one_breath() -> None:
    assert Pace().size(cap=32 << 10) == 256 << 10
    assert Pace().size(cap=1) == 64 << 10


def test_a_store_that_takes_no_large_piece_is_never_asked_again() -> None:
    pace = Pace()
    assert pace.too_large(4 * MIB)
    for _time in range(200):
        pace.went(MIB, 0.1)
    assert pace.size() == MIB
    assert not pace.too_large(64 << 10)


def test_the_ledger_keeps_pieces_and_pace_over_a_restart(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "store-a")
    ledger.add(SHA, Piece(0, 10, "01"))
    ledger.add(SHA, Piece(10, 5, "02"))
    ledger.pace.broke(4 * MIB, 30)
    ledger.keep_pace()
    again = Ledger(tmp_path, "store-a")
    assert again.pieces(SHA) == [Piece(0, 10, "01"), Piece(10, 5, "02")]
    assert again.pace.size() == MIB
    assert Ledger(tmp_path, "store-b").pieces(SHA) == []


def test_a_line_half_written_is_no_piece_and_harms_none(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "store-a")
    ledger.add(SHA, Piece(0, 10, "01"))
    file = tmp_path / "store-a" / f"{SHA}.jsonl"
    for half in (b"[10, 5", b"\xff\xfe", b'{"a": 1}', b"[1]", b'["x", "y", "z"]', b"null"):
        file.write_bytes(b'[0, 10, "01"]\n' + half)
        assert ledger.pieces(SHA) == [Piece(0, 10, "01")]
        ledger.add(SHA, Piece(10, 5, "02"))
        assert ledger.pieces(SHA) == [Piece(0, 10, "01"), Piece(10, 5, "02")]


def test_a_gap_ends_what_is_known(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "store-a")
    for at in (0, 10, 30):
        ledger.add(SHA, Piece(at, 10, "01"))
    assert [piece.at for piece in ledger.pieces(SHA)] == [0, 10]
