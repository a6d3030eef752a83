"""A plan's text as lines with their numbers, and the words of a wrapped paragraph put together again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from db.text import nfc

_ODD_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000"), " ")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_LINE_ENDS = str.maketrans({"\x0b": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
# Word's own bullets (Symbol, Wingdings) arrive as private characters.
BULLET = re.compile(r"\s*[-–—−+•●○◦▪■□*·✓➢❖\uf02d\uf0a7\uf0b7\uf0d8]+(?:\s+|(?=[^\W\d]|\d{1,2}\s+[^\W\d]))")
_END = re.compile(r"[.!?…:;][\"”’»)\]]*$")
_OPEN_URL = re.compile(r"https?://\S+$", re.IGNORECASE)
_URL_REST = re.compile(r"(?=.*[=&/?%#\d])[\w\-.~%=&?/#+:]+", re.ASCII)
_LONGEST_TAIL = 2000
"""Signs kept of what stands above: enough for the longest address."""
_HYPHENATED = re.compile(r"\w-$")


class Line(NamedTuple):
    """One line that holds something. ``text`` keeps its outer spaces, which tell a cut word from a wrapped one."""

    number: int
    text: str
    after_blank: bool = False

    @property
    def bare(self) -> str:
        return " ".join(self.text.split())

    @property
    def starts_low(self) -> bool:
        """The line goes on with a sentence begun above."""
        first = self.text.strip()[:1]
        return first.islower() or first in {",", ";", ")", "”", "/", "."}


def lines_of(text: str) -> list[Line]:
    """The lines of ``text``, numbered from 1 as an editor does; empty ones are only remembered."""
    clean = nfc(text).replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    clean = clean.translate(_ODD_SPACES).translate(_INVISIBLE)
    lines: list[Line] = []
    blank = True
    for number, whole in enumerate(clean.split("\n"), start=1):
        for part in whole.split("\f"):
            if part.strip():
                lines.append(Line(number, part, blank))
            blank = not part.strip()
    return lines


def rejoined(parts: Iterable[str]) -> str:
    """Wrapped lines as one text with single spaces; a word or address cut at the line's end is healed."""
    pieces: list[str] = []
    tail = ""
    for part in parts:
        goes_on = _runs_on(tail, part.strip())
        pieces.append(part.lstrip() if goes_on else f" {part}")
        tail = (tail + part.lstrip() if goes_on else part)[-_LONGEST_TAIL:]
    return " ".join("".join(pieces).split())


def _runs_on(above: str, rest: str) -> bool:
    last = above[above.rfind(" ") + 1 :]
    if _OPEN_URL.search(last):
        return _URL_REST.fullmatch(rest) is not None
    return _HYPHENATED.search(last) is not None and (rest[:1].isupper() or rest[:1].isdecimal())


def is_ended(text: str) -> bool:
    """The sentence is over: "…2018." or "“…2030”."."""
    return _END.search(text.strip()) is not None


def plain(text: str) -> str:
    """``text`` in lower case without accents, letter by letter, so that places in both agree."""
    return "".join(_plain_letter(letter) for letter in text)


def _plain_letter(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    return "d" if letter in "đĐ" else unicodedata.normalize("NFD", letter)[0].lower()[:1]


def squashed(text: str) -> str:
    """The letters and digits of ``text`` alone: finds "MỤCĐÍCH,YÊUCẦU" where spaces were lost."""
    return "".join(letter for letter in plain(text) if letter.isalnum())


def without_bullet(text: str) -> tuple[str, bool]:
    """``text`` without its leading dash or dot, and whether it had one."""
    found = BULLET.match(text)
    return (text[found.end() :], True) if found else (text, False)
