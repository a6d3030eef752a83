"""The head of an official paper (country and motto, office, number, date): known, so that it is no title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.text import fold
from desktop_app.core.manuscripts.passages import Passage

SEARCHED = 12
"""Passages from the top in which a letterhead is looked for."""

_MOTTO = re.compile(r"cong hoa xa hoi chu nghia|doc lap\W+tu do\W+hanh phuc|dang cong san viet nam")
_OFFICE = re.compile(
    r"(so|phong) (gd|giao duc)|ubnd|uy ban nhan dan|truong |dang (bo|uy)|chi (bo|doan)|lien doi|doan tncs|cong doan|to "
)
_NUMBER_OR_DATE = re.compile(r"so ?:|.{0,40}\bngay\b.{1,14}\bthang\b.{1,10}\bnam\b[ .…\d]{0,12}$|[\W_]*$")


def after_letterhead(passages: Sequence[Passage]) -> tuple[list[Passage], bool]:
    """``passages`` without a letterhead at the top, and whether there was one.

    Only the motto proves one; lines of an office, a number or a date are taken with it, never alone.
    """
    keys = [fold(passage.text) for passage in passages[:SEARCHED]]
    last = max((place for place, key in enumerate(keys) if _MOTTO.search(key)), default=None)
    if last is None:
        return list(passages), False
    end = last + 1
    while end < len(keys) and not passages[end].picture and _NUMBER_OR_DATE.match(keys[end]):
        end += 1
    kept = [p for p, key in zip(passages[:last], keys, strict=False) if p.picture or not _is_head(key)]
    return [*kept, *passages[end:]], True


def _is_head(key: str) -> bool:
    return any(pattern.match(key) for pattern in (_OFFICE, _NUMBER_OR_DATE)) or bool(_MOTTO.search(key))
