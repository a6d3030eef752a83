"""Papers are kept once, by what is in them; a file that is gone is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.home import Home
from desktop_app.core.papers import PaperUnreadable, keep_bytes, keep_paper


def test_a_paper_is_kept_as_a_copy_named_by_its_bytes(home: Home, tmp_path: Path) -> None:
    scan = tmp_path / "Bien ban.PDF"
    scan.write_bytes(b"%PDF-1.7 signed")
    kept = keep_paper(home, scan)
    scan.unlink()
    assert (home.root / kept.place).read_bytes() == b"%PDF-1.7 signed"
    assert kept.place.endswith(f"{kept.sha256}.pdf")
    assert kept.name == "Bien ban.PDF"


def test_the_same_bytes_are_kept_once(home: Home, tmp_path: Path) -> None:
    scan = tmp_path / "a.png"
    scan.write_bytes(b"picture")
    assert keep_paper(home, scan).place == keep_bytes(home, b"picture", "b.png").place
    assert len([file for file in (home.root / "evidence").rglob("*") if file.is_file()]) == 1


def test_a_paper_on_a_pulled_stick_is_one_sentence(home: Home, tmp_path: Path) -> None:
    with pytest.raises(PaperUnreadable):
        keep_paper(home, tmp_path / "gone.pdf")
