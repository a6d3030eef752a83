"""Title and lead: which of the first lines they are. Rather none than a wrong one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.core.manuscripts.passages import Passage

LONGEST_TITLE = 200
SEARCHED = 4
"""Lines of words from the top among which a title by its look is sought."""
LEAD = range(40, 600)

_LABEL = re.compile(r"(?:tiêu đề|tên bài|tựa đề|tít)\s*:\s*", re.I)
_END_OF_SENTENCE = re.compile(r"(?<=[.!?…])\s")


def take_title(passages: Sequence[Passage]) -> tuple[str, list[Passage]]:
    """The title and what is left. A first line too long for a title lends its beginning and stays."""
    said = [place for place, passage in enumerate(passages) if passage.text]
    if not said:
        return "", list(passages)
    place = _title_place(passages, said)
    if len(passages[place].text) > LONGEST_TITLE:
        return _shortened(passages[place].text), list(passages)
    end = _title_end(passages, place)
    title = " ".join(" ".join(passage.text for passage in passages[place:end]).split())
    return _LABEL.sub("", title, count=1), [*passages[:place], *passages[end:]]


def _title_place(passages: Sequence[Passage], said: list[int]) -> int:
    first = [place for place in said[:SEARCHED] if passages[place].kind != "item"]
    for is_title in (_is_named_title, _is_heading, _stands_out):
        for place in first:
            if is_title(passages[place]):
                return place
    return said[0]


def _is_named_title(passage: Passage) -> bool:
    return passage.kind == "title" or _LABEL.match(passage.text) is not None


def _is_heading(passage: Passage) -> bool:
    return passage.kind == "heading"


def _stands_out(passage: Passage) -> bool:
    return (passage.is_bold or passage.is_upper) and len(passage.text) <= LONGEST_TITLE and not passage.table


def _title_end(passages: Sequence[Passage], place: int) -> int:
    """A title set on several lines ends where the look changes."""
    end = place + 1
    while end < len(passages) and _goes_on(passages[place], passages[end]):
        length = sum(len(passage.text) for passage in passages[place : end + 1])
        if length > LONGEST_TITLE:
            break
        end += 1
    return end


def _goes_on(title: Passage, line: Passage) -> bool:
    if line.picture or line.kind != title.kind or not line.text:
        return False
    if title.kind != "paragraph":
        return title.kind == "title"
    alike = title.is_bold == line.is_bold and title.centred and line.centred
    return alike and (title.is_upper or line.is_bold)


def _shortened(text: str) -> str:
    sentence = _END_OF_SENTENCE.split(text, maxsplit=1)[0]
    if len(sentence) <= LONGEST_TITLE:
        return " ".join(sentence.split())
    return " ".join(sentence[:LONGEST_TITLE].split()[:-1]) + "…"


def take_lead(passages: Sequence[Passage]) -> tuple[str, list[Passage]]:
    """The lead and what is left: the first paragraph, if it stands out and more text follows."""
    said = [passage for passage in passages if passage.text]
    if len(said) < 2 or not passages[0].text or not _is_lead(passages[0]):
        return "", list(passages)
    return " ".join(passages[0].text.split()), list(passages[1:])


def _is_lead(passage: Passage) -> bool:
    looks = passage.is_bold or passage.is_italic
    return passage.kind == "paragraph" and looks and len(passage.text) in LEAD and not passage.table
