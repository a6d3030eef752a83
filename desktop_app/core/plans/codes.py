"""A topic's short name on screens and in file names: T01, T13, TDS."""

from __future__ import annotations

from collections.abc import Iterable

from db.text import fold
from desktop_app.core.plans.draft import TopicDraft


def code_for(printed_no: str | None, title: str, position: int) -> str:
    """The code of one topic: its printed number, else the initials of its title's first two words.

    ``position`` counts from 0 and names only a topic that has neither number nor title.
    """
    number = fold(printed_no or "").strip(". )")
    if number:
        return f"T{int(number):02d}" if number.isdecimal() else f"T{number.upper()}"
    words = [word for word in fold(title).split() if word[0].isalpha()]
    initials = "".join(word[0] for word in words[:2]).upper()
    return f"T{initials or f'X{position + 1}'}"


def codes_for(topics: Iterable[TopicDraft]) -> tuple[str, ...]:
    """The codes of a whole plan, each its own: where numbers restart the second T01 is T01b."""
    codes: list[str] = []
    for position, topic in enumerate(topics):
        codes.append(_unlike(code_for(topic.printed_no, topic.title, position), codes))
    return tuple(codes)


def _unlike(code: str, taken: list[str]) -> str:
    spare = (code, *(f"{code}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"))
    free = (name for name in spare if name not in taken)
    return next(free, f"{code}{len(taken) + 1}")
