"""Words that lost the space between them: "QUYĐỊNH", "xã hội.Trang"."""

from __future__ import annotations

import re

from desktop_app.core.manuscripts.syllables import is_syllable

_TOKEN = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[^\W\d_]{2,}[.;,:](?=[^\W\d_]{2,})[^\W\d_]+")
_ADDRESSES = ("://", "www.", "@")
_SHORTEST = 5
_LONGEST = 24
"""Letters. Longer ones are no words, and trying every cut of them takes long."""


def glued_words(line: str) -> list[str]:
    """The places of ``line`` where a space seems lost."""
    text = " ".join(
        token for token in line.split() if len(token) < 80 and not any(sign in token for sign in _ADDRESSES)
    )
    stops = [found[0] for found in _STOP.finditer(text) if _begins_anew(found[0])]
    return [*stops, *(word for word in _TOKEN.findall(text) if _is_glued(word))]


def _begins_anew(words: str) -> bool:
    """ "hội.Trang", but not "TP.HCM"."""
    before, _sign, after = re.split(r"([.;,:])", words, maxsplit=1)
    return before.islower() and after[0].isupper()


def _is_glued(word: str) -> bool:
    if not _SHORTEST <= len(word) <= _LONGEST or word.isascii() or is_syllable(word):
        return False
    cuts = range(2, len(word) - 1)
    return any(is_syllable(word[:cut]) and is_syllable(word[cut:]) for cut in cuts)
