"""How a plan's printed words are shown: known misspellings put right, numbers the paper left out named."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

Corrections = Sequence[tuple[str, str]]
"""Pairs of what the paper says and what it means."""


def corrections_of(kept: str) -> tuple[tuple[str, str], ...]:
    """The corrections of a plan's row, kept as JSON: [["huện", "huyện"], …]."""
    return tuple((str(wrong), str(right)) for wrong, right in json.loads(kept or "[]"))


def corrected(text: str, corrections: Corrections) -> str:
    """``text`` with whole misspelt words put right, for showing only; the source stays verbatim.

    The first pair that fits a place wins, and what it put there is not looked at again.
    """
    if not corrections:
        return text
    meant = {_key(wrong): right for wrong, right in reversed(corrections)}
    found = words_pattern([wrong for wrong, _right in corrections])
    return found.sub(lambda match: _dressed(meant[_key(match[0])], match[0]), text)


def words_pattern(wrongs: Iterable[str]) -> re.Pattern[str]:
    """Any of these words or phrases, whole, however they are spaced or capitalised."""
    choices = "|".join(r"\s+".join(map(re.escape, wrong.split())) for wrong in wrongs)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)


def missing_numbers(printed: Iterable[str | None]) -> tuple[int, ...]:
    """The numbers a paper's own numbering leaves out: 3 of 1, 2, 4. Rows without a number say nothing."""
    numbers = [int(number) for number in printed if number is not None and number.isdecimal()]
    there = set(numbers)
    return tuple(number for number in range(1, max(numbers, default=0)) if number not in there)


def _key(words: str) -> str:
    return " ".join(words.casefold().split())


def _dressed(right: str, wrong: str) -> str:
    """``right`` with the capitals of ``wrong``."""
    if wrong.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if wrong[:1].isupper() else right
