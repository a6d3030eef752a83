"""A scan is a whole PDF or picture; what lies about itself, is locked or broken is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from desktop_app.core.papers import PaperUnreadable
from desktop_app.core.reports.scans import ScanRefused, check_scan


def pdf(file: Path, version: tuple[int, int] = (1, 4), **options: object) -> Path:
    canvas = Canvas(str(file), pdfVersion=version, **options)  # type: ignore[arg-type]
    canvas.drawString(72, 72, "BÁO CÁO")
    canvas.save()
    return file


def test_a_pdf_as_the_decree_wants_it_needs_no_advice(tmp_path: Path) -> None:
    assert check_scan(pdf(tmp_path / "scan.pdf")) == ()


def test_an_old_pdf_is_kept_with_advice(tmp_path: Path) -> None:
    assert "1.4" in check_scan(pdf(tmp_path / "scan.pdf", (1, 3)))[0]


def test_a_sharp_photo_in_colour_is_kept_a_small_grey_one_gets_advice(tmp_path: Path) -> None:
    Image.new("RGB", (2480, 3508)).save(tmp_path / "good.jpg")
    Image.new("L", (600, 800)).save(tmp_path / "poor.png")
    assert len(check_scan(tmp_path / "good.jpg")) == 1
    assert len(check_scan(tmp_path / "poor.png")) == 3


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScanRefused):
        check_scan(pdf(tmp_path / "scan.pdf", encrypt="mat-khau"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("scan.pdf", b"%PDF-1.7 not a pdf at all"),
        ("scan.jpg", b"\xff\xd8\xff\xe0 broken"),
        ("scan.exe", b"MZ\x90\x00"),
        ("scan.pdf", b"<html>captive portal</html>"),
        ("scan.docx", b"PK\x03\x04"),
        ("scan.pdf", b""),
    ],
)
def test_what_is_no_scan_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ScanRefused):
        check_scan(tmp_path / name)


def test_a_pdf_under_another_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScanRefused):
        check_scan(pdf(tmp_path / "scan.jpg"))


def test_half_a_picture_is_refused(tmp_path: Path) -> None:
    Image.effect_noise((2480, 3508), 80).convert("RGB").save(tmp_path / "half.jpg")
    whole = (tmp_path / "half.jpg").read_bytes()
    (tmp_path / "half.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ScanRefused):
        check_scan(tmp_path / "half.jpg")


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    Image.new("1", (30_000, 30_000)).save(tmp_path / "bomb.png")
    with pytest.raises(ScanRefused):
        check_scan(tmp_path / "bomb.png")


def test_a_scan_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(PaperUnreadable):
        check_scan(tmp_path / "gone.pdf")
