"""Known misspellings, put right where text is shown; the source stays as the school wrote it."""

from __future__ import annotations

import re

from desktop_app.core.plans.display import corrected, words_pattern
from desktop_app.core.plans.draft import Correction
from desktop_app.core.plans.lines import lines_of

KNOWN = (
    ("huện", "huyện"),
    ("truyên truyền", "tuyên truyền"),
    ("truyên", "truyền"),
    ("uyên truyền", "tuyên truyền"),
    ("phát luật", "pháp luật"),
    ("nghiên nghiên cứu", "nghiên cứu"),
    ("Faceboook", "Facebook"),
)
"""What is wrong and what is meant; longer ones first where one holds another."""


def displayed(text: str) -> str:
    """``text`` with its known misspellings put right, for showing only."""
    return corrected(text, KNOWN)


def corrections_in(source: str) -> tuple[Correction, ...]:
    """The known misspellings of ``source`` with the lines they begin on."""
    found: list[Correction] = []
    lines = lines_of(source)
    text = "\n".join(line.text for line in lines)
    for wrong, right in KNOWN:
        places = [match.start() for match in words_pattern([wrong]).finditer(text)]
        numbers = tuple(lines[text.count("\n", 0, place)].number for place in places)
        if numbers:
            found.append(Correction(wrong, right, numbers))
            text = words_pattern([wrong]).sub(lambda match: re.sub(r"\S", "·", match[0]), text)
    return tuple(found)
