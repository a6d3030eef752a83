"""The number or dot Word draws before a paragraph and does not write into it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from desktop_app.core.manuscripts.office_xml import attribute, children

BULLET = "-"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST = 8


class Numbering:
    """The lists of a document; ``mark`` counts on, so ask for each paragraph once and in order."""

    def __init__(self, tree: Element | None) -> None:
        abstract = {attribute(list_, "w_abstractNumId"): list_ for list_ in children(tree, "w_abstractNum")}
        self._lists = {
            attribute(num, "w_numId"): abstract.get(attribute(num.find("w_abstractNumId"), "w_val"))
            for num in children(tree, "w_num")
        }
        self._counts: dict[str, list[int]] = {}

    def mark(self, list_id: str | None, level: int | None) -> str:
        """What stands before the next paragraph of this list: ``BULLET``, "3.", "b)" or ""."""
        found = self._lists.get(list_id or "")
        level = min(level or 0, _DEEPEST)
        if found is None:
            return ""
        levels = {attribute(lvl, "w_ilvl"): lvl for lvl in children(found, "w_lvl")}
        counts = self._counted(attribute(found, "w_abstractNumId"), level, levels)
        return _drawn(levels, level, counts)

    def _counted(self, list_: str, level: int, levels: dict[str, Element]) -> list[int]:
        before = self._counts.get(list_, [])
        counts = (before + [_start(levels, at) - 1 for at in range(len(before), level + 1)])[: level + 1]
        # A level that comes first without its upper ones counts them as begun, as Word does.
        counts = [max(count, _start(levels, at)) for at, count in enumerate(counts[:-1])] + [counts[-1] + 1]
        self._counts[list_] = counts
        return counts


def _start(levels: dict[str, Element], level: int) -> int:
    value = attribute(_part(levels, level, "w_start"), "w_val", "1")
    return int(value) if value.isdecimal() and len(value) < 6 else 1


def _part(levels: dict[str, Element], level: int, name: str) -> Element | None:
    found = levels.get(str(level))
    return None if found is None else found.find(name)


def _format(levels: dict[str, Element], level: int) -> str:
    return attribute(_part(levels, level, "w_numFmt"), "w_val", "decimal")


def _drawn(levels: dict[str, Element], level: int, counts: list[int]) -> str:
    if _format(levels, level) == "bullet":
        return BULLET
    if _format(levels, level) == "none":
        return ""

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        return written(counts[at], _format(levels, at)) if at < len(counts) else ""

    return re.sub(r"%([1-9])", number, attribute(_part(levels, level, "w_lvlText"), "w_val", f"%{level + 1}."))


def written(number: int, format_: str) -> str:
    """``number`` as Word writes it: decimal, letters or Roman figures; other scripts as decimal."""
    kind = format_.removeprefix("lower").removeprefix("upper")
    small = {"Letter": _letters, "Roman": _roman}.get(kind)
    text = small(number) if small and 0 < number < 500 else str(number)
    return text.upper() if format_.startswith("upper") else text


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text
