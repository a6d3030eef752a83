"""Whatever a paper is set in has every letter a school writes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

FONTS = Path(__file__).resolve().parents[1] / "assets" / "fonts"
SHIPPED = sorted(FONTS.glob("*.ttf"))

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def vietnamese_letters() -> set[str]:
    """The 134 letters that are not plain ASCII, capitals among them."""
    small = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | {"đ"}
    return {letter for letter in small | {letter.upper() for letter in small} if not letter.isascii()}


def test_there_are_134_vietnamese_letters() -> None:
    assert len(vietnamese_letters()) == 134


@pytest.mark.parametrize("font", SHIPPED, ids=lambda font: font.stem)
def test_a_font_has_every_vietnamese_letter_and_mark_of_a_paper(font: Path) -> None:
    drawn = TTFontFile(str(font)).charToGlyph
    needed = vietnamese_letters() | set("–—“”‘’…•°×½/&%")
    assert not sorted(letter for letter in needed if not drawn.get(ord(letter)))


def test_the_fonts_are_the_files_their_page_names() -> None:
    named = dict(reversed(line.split()) for line in re.findall(r"^[0-9a-f]{64}  \S+$", page(), re.MULTILINE))
    assert named == {font.name: hashlib.sha256(font.read_bytes()).hexdigest() for font in SHIPPED}


def page() -> str:
    return (FONTS / "README.md").read_text(encoding="utf-8")
