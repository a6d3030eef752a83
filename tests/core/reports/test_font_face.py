"""A font is read at once, and says just what the typesetter's own reading says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from desktop_app.core.paths import ASSETS
from desktop_app.core.reports.font_face import font, glyphs_of_letters

ONLY_WHILE_READING = {"_pos", "_pdfScale", "glyphToChar"}
MACINTOSH_ALONE = b"\0\0\0\1\0\1\0\0\0\0\0\x0c\0\6\0\x0a\0\0"


@pytest.mark.parametrize("path", sorted((ASSETS / "fonts").glob("*.ttf")), ids=lambda path: path.stem)
def test_a_face_has_the_letters_widths_and_glyphs_that_the_typesetter_reads(path: Path) -> None:
    face: Any = font("a name", path).face
    ours, theirs = (vars(each) for each in (face, TTFontFace(str(path))))
    assert [name for name in theirs if name not in ONLY_WHILE_READING and ours[name] != theirs[name]] == []


def test_a_font_without_letters_for_windows_is_refused() -> None:
    with pytest.raises(ValueError, match="Windows"):
        glyphs_of_letters(MACINTOSH_ALONE)
