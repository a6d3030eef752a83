"""Slips of the keyboard in an article: words that cannot be Vietnamese, and little words written twice.

Rather a slip too few than a mark too many: names, short forms, addresses, figures, foreign phrases and texts
in another language are left alone. Needs no network and no dictionary, so a wrong word that is a word stays.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from db.text import fold, nfc
from desktop_app.core.manuscripts.syllables import RIMES_OF, is_syllable
from desktop_app.core.paths import ASSETS

Stretch = tuple[int, int]
"""From and to (not included) in signs."""

_LETTER = "[^\\W\\d_\u0300-\u036f]"
_WORD = re.compile(
    r"(?P<address>\b[a-z]+://\S+|www\.\S+|\S+@\S+|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/\S*)?)"
    rf"|(?P<mixed>(?:[\w\u0300-\u036f]+[-'’=&_+])+[\w\u0300-\u036f]*|\w*\d\w*)"
    rf"|(?P<word>{_LETTER}[^\W\d_]*(?:[\u0300-\u036f]+[^\W\d_]*)*)"
)
_VIETNAMESE = re.compile("[a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]+")
_TONED = re.compile("[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_OF_ANOTHER_TONGUE = re.compile("(?:[bcdđghkmprs][bdđghklmnprst]*[lr]|[hkmr][bdđnpt]).*|.*[bklrs]|.*[fjwz].+")
"""Krông, Plei, Hrê, Mđrắk, Pắk, Jút: names whose sounds no Vietnamese syllable has."""
_THRICE = re.compile(r"([^\W\d_])\1\1")
_VOWEL = re.compile("[aeiouy]")
_TYPED_KEYS = re.compile("w|(?<=a)a|(?<=e)e|(?<=o)o|(?<=d)d|[sfrxj]$")
"""What stays behind when a word is typed the Telex way while the keyboard program sleeps: truwowngf."""
_FEW_MARKS = 0.25
"""Share of the words with marks below which a text is not Vietnamese, or typed without marks on purpose."""
_LONGEST = 40


def doubtful(text: str) -> list[Stretch]:
    """The stretches of ``text`` to look at again, in order. 2,000 words take a few milliseconds."""
    words = [found for found in _WORD.finditer(text) if found["word"]]
    if not _is_vietnamese([found[0] for found in words]):
        return []
    wrong = {found.span() for found in words if _is_wrong(found[0]) and not _in_foreign_phrase(text, found)}
    return sorted(wrong | set(_doubled(text, words)))


def _is_vietnamese(words: list[str]) -> bool:
    return sum(not word.isascii() for word in words) > _FEW_MARKS * len(words)


def _doubled(text: str, words: list[re.Match[str]]) -> Iterator[Stretch]:
    """The second of two that never stand twice: "của của", not "xa xa"."""
    never_twice = _known()["doubled"]
    for first, second in pairwise(words):
        same = second[0] == first[0].lower() and second[0] in never_twice
        if same and text[first.end() : second.start()].isspace():
            yield second.span()


@lru_cache(maxsize=1 << 15)
def _is_wrong(word: str) -> bool:
    small = nfc(word).lower()
    if is_syllable(small) or len(small) > _LONGEST or small in _known()["words"]:
        return False
    if _THRICE.search(small):
        return not _is_roman(word) and len(set(small)) > 1
    if small.isascii():
        return word.islower() and _is_slip_without_marks(small)
    # Noël, über: marks no Vietnamese word has.
    return _VIETNAMESE.fullmatch(small) is not None and not _is_name_or_short_form(word, small)


def _is_name_or_short_form(word: str, small: str) -> bool:
    if word.isupper():
        return not _TONED.search(small)  # HĐND: short forms carry no tones
    if not word[1:].islower() or not _VOWEL.search(fold(small)):
        return True  # QyĐ, BTVHTx, đ, vnđ
    return word[0].isupper() and _OF_ANOTHER_TONGUE.fullmatch(small) is not None


def _is_roman(word: str) -> bool:
    return set(word) <= set("IVXLCDMivxlcdm")


def _is_slip_without_marks(small: str) -> bool:
    """A Vietnamese word whose marks were not typed, typed as bare keys, or with two letters changed over."""
    if len(small) < 4:
        return False
    swapped = (small[:at] + small[at + 1] + small[at] + small[at + 2 :] for at in range(len(small) - 1))
    return any(_sounds_vietnamese(each) for each in (small, _TYPED_KEYS.sub("", small), *swapped))


@lru_cache(maxsize=1 << 12)
def _sounds_vietnamese(small: str) -> bool:
    return any(small[cut:] in _plain_rimes().get(small[:cut], ()) for cut in range(4))


@cache
def _plain_rimes() -> dict[str, frozenset[str]]:
    return {fold(onset): frozenset(map(fold, rimes)) for onset, rimes in RIMES_OF.items()}


def _in_foreign_phrase(text: str, found: re.Match[str]) -> bool:
    """Whether a plain word stands beside one that is surely foreign: "world cup", "big data"."""
    if not found[0].isascii() or _THRICE.search(found[0].lower()):
        return False
    before = re.search(r"(\S+) $", text[max(0, found.start() - _LONGEST) : found.start()])
    after = re.match(r" (\S+)", text[found.end() : found.end() + _LONGEST])
    return any(beside is not None and _is_foreign(beside[1].strip('.,;:!?()"“”')) for beside in (before, after))


def _is_foreign(word: str) -> bool:
    return word.isascii() and word.isalpha() and not _sounds_vietnamese(word.lower())


@cache
def _known() -> dict[str, frozenset[str]]:
    """The words of assets/spelling/known-words.toml: "words" never wrong, "doubled" never twice."""
    with (ASSETS / "spelling" / "known-words.toml").open("rb") as file:
        kept: dict[str, Any] = tomllib.load(file)
    words = frozenset(nfc(word) for group in kept["groups"] for word in group["words"].split())
    return {"words": words, "doubled": frozenset(nfc(kept["doubled"]["words"]).split())}
