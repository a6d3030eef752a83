"""Whether a word could be a Vietnamese syllable: how an unnamed old encoding gives itself away."""

from __future__ import annotations

import re
import unicodedata

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|n|ph?|qu?|r|s|th?|tr|v|x)?"
    r"[aăâeêioôơuưy]{1,3}"
    r"(?:ch?|m|ng|nh?|p|t)?",
)


def is_syllable(word: str) -> bool:
    """True for one Vietnamese syllable, one tone at most: *trường*, *Hòa*; False for *trêng*, *théâtre*."""
    lowered = unicodedata.normalize("NFD", word.lower())
    toneless = unicodedata.normalize("NFC", _TONES.sub("", lowered))
    return len(_TONES.findall(lowered)) <= 1 and _SYLLABLE.fullmatch(toneless) is not None
