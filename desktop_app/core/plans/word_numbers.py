"""Numbers and bullets Word draws by itself: they stand in no text, so they are counted again here."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_DEEPEST = 9


class WordNumbers:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, document: Any) -> None:  # python-docx has no types
        self._document = document
        self._counts: dict[tuple[str, int], int] = defaultdict(int)

    def before(self, paragraph: Any) -> str:
        """What Word draws before ``paragraph``: "1. ", "II. ", "a) ", "- " or nothing."""
        place = self._place(paragraph)
        if place is None:
            return ""
        number_id, level = place
        drawn, pattern = self._format(number_id, level)
        if drawn in {"none", ""}:
            return ""
        if drawn == "bullet":
            return "- "
        return self._count(number_id, level, drawn, pattern)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        for properties in (
            paragraph._p.pPr,
            getattr(paragraph.style.element, "pPr", None) if paragraph.style else None,
        ):
            numbering = properties.numPr if properties is not None else None
            if numbering is not None and numbering.numId is not None:
                level = numbering.ilvl.val if numbering.ilvl is not None else 0
                return (str(numbering.numId.val), min(level, _DEEPEST)) if numbering.numId.val else None
        return None

    def _format(self, number_id: str, level: int) -> tuple[str, str]:
        try:
            numbering = self._document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return "", ""
        abstract = numbering.xpath(f'w:num[@w:numId="{number_id}"]/w:abstractNumId/@w:val')
        path = f'w:abstractNum[@w:abstractNumId="{abstract[0] if abstract else ""}"]/w:lvl[@w:ilvl="{level}"]'
        drawn = numbering.xpath(f"{path}/w:numFmt/@w:val")
        pattern = numbering.xpath(f"{path}/w:lvlText/@w:val")
        return (str(drawn[0]) if drawn else ""), (str(pattern[0]) if pattern else "%1.")

    def _count(self, number_id: str, level: int, drawn: str, pattern: str) -> str:
        self._counts[number_id, level] += 1
        for deeper in range(level + 1, _DEEPEST + 1):
            self._counts[number_id, deeper] = 0
        text = pattern.replace(f"%{level + 1}", _written(self._counts[number_id, level], drawn))
        for above in range(level):
            text = text.replace(f"%{above + 1}", str(self._counts[number_id, above]))
        return f"{text} "


def _written(count: int, drawn: str) -> str:
    if drawn in {"upperRoman", "lowerRoman"} and count <= len(_ROMANS):
        return _ROMANS[count - 1] if drawn == "upperRoman" else _ROMANS[count - 1].lower()
    if drawn in {"lowerLetter", "upperLetter"} and count <= 26:
        letter = "abcdefghijklmnopqrstuvwxyz"[count - 1]
        return letter if drawn == "lowerLetter" else letter.upper()
    return str(count)
