"""Words that belong to the picture above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.core.manuscripts.passages import Passage

LONGEST = 220
"""Signs. Longer words under a picture are the article going on."""

_BEGINS = re.compile(r"(?:hình\s+ảnh|ảnh|hình|chú thích)\b(?!\s+(?:hưởng|thức|thành|dung|phạt|học|như|mẫu))", re.I)
_SIGNED = re.compile(r"(?:người viết|tác giả|tin,? bài|bài và ảnh|tin và ảnh|bài,? ảnh|thực hiện)\b", re.I)


def with_captions(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """Each passage with its caption, captions themselves left out; pictures side by side share one."""
    place = 0
    while place < len(passages):
        end = place
        while end < len(passages) and passages[end].picture:
            end += 1
        if end == place:
            yield passages[place], ""
            place += 1
            continue
        words = passages[end] if end < len(passages) else None
        caption = words.text if words and _is_caption(words, at_top=place == 0) else ""
        yield from ((picture, caption) for picture in passages[place:end])
        place = end + bool(caption)


def _is_caption(passage: Passage, *, at_top: bool) -> bool:
    if passage.kind == "caption":
        return True
    if passage.kind != "paragraph" or len(passage.text) > LONGEST or _SIGNED.match(passage.text):
        return False
    if _BEGINS.match(passage.text):
        return True
    looks = (passage.is_italic or passage.centred) and not passage.is_bold and not passage.is_upper
    return looks and not at_top  # what stands under a picture at the very top is rather the title
