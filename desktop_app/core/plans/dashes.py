"""Content lines of a topic: split at dashes, also where a dash is hidden inside a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.core.plans.draft import ItemDraft
from desktop_app.core.plans.lines import rejoined, without_bullet

STARTERS = ("Thông tin", "Các hoạt động", "Kết quả", "Tuyên truyền", "Giới thiệu", "Phản ánh", "Đưa tin")
"""How the content of a topic usually begins."""

_STARTER = "|".join(STARTERS)
_HIDDEN = re.compile(rf"(?:(?<=[.;…!?])\s*|(?<=[.;…][”\")])\s*|\s+(?=[-–—+•]\s+(?:{_STARTER})))[-–—+•]\s+(?=[^\W\d_])")


class SplitItem(NamedTuple):
    """An item and the line it begins on; ``was_hidden`` when its dash stood inside a line."""

    item: ItemDraft
    line: int
    was_hidden: bool = False


def items_of(parts: Sequence[str], line: int) -> list[SplitItem]:
    """The items in the wrapped lines ``parts`` of one content paragraph that begins on ``line``."""
    first, had_dash = without_bullet(parts[0])
    pieces = split_hidden(rejoined([first, *parts[1:]]))
    items = [SplitItem(ItemDraft(piece, had_dash or place > 0), line, place > 0) for place, piece in enumerate(pieces)]
    return [split for split in items if split.item.text]


def split_hidden(text: str) -> list[str]:
    """``text`` cut at the dashes that begin a new item: after a sentence's end and before a capital."""
    pieces: list[str] = []
    begin = 0
    for found in _HIDDEN.finditer(text):
        if text[found.end()].isupper():
            pieces.append(text[begin : found.start()].strip())
            begin = found.end()
    return [*pieces, text[begin:].strip()]
