"""What a Vietnamese syllable can be: which beginnings meet which rimes, and where the tone stands.

The rimes and their meeting rules are those of the school grammar (c, g, ng before a o u; k, gh, ngh before
e i; q only as qu; a rime on a stop only with sắc or nặng). Both ways of placing a tone are right: hòa, hoà.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from db.text import TONES, nfc


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


RIMES = _set(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu "
    "o oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt "
    "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
    "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeng oeo oep oet "
    "uân uâng uât uây uê uêch uênh uêu uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu"
)
_AFTER_QU = _set(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng âp ât âu ây e em en eng eo ep et "
    "ê êch ên ênh êt êu i ich in inh it iu y ych yên yêt yn ynh yp yt ôc ơ ơi ơn ơt"
)
_G_BEFORE_I = _set("i in iêc iêm iên iêng iêt iêu")  # gì, gìn, giêng, giết: one i for both
_GLIDES = ("oa", "oă", "oe", "uâ", "uê", "uơ", "uy")

_TONE_MARKS = frozenset(TONES)
_WITH_STOPS = frozenset("\u0301\u0323")
"""Sắc and nặng: the only tones of a rime that ends in c, ch, p, t."""


def _beginning_in(letters: str) -> frozenset[str]:
    return frozenset(rime for rime in RIMES if rime[0] in letters)


def _rimes_of() -> dict[str, frozenset[str]]:
    glides = frozenset(rime for rime in RIMES if rime.startswith(_GLIDES))
    long_i, long_y = (frozenset(rime for rime in RIMES if rime.startswith(start)) for start in ("iê", "yê"))
    inside = RIMES - long_y
    backs, fronts = _beginning_in("aăâoôơuư"), _beginning_in("eêi")
    found = dict.fromkeys(_set("d đ h kh l n r s t th x ch nh tr"), inside)
    found |= dict.fromkeys(_set("b m p ph v"), inside - glides)  # lips do not round twice
    return found | {
        "": RIMES - long_i,
        "c": backs - glides,
        "g": backs | _G_BEFORE_I,
        "gh": fronts,
        "gi": backs | _beginning_in("eê"),
        "k": fronts | {"y"},
        "ng": backs,
        "ngh": fronts,
        "qu": _AFTER_QU,
    }


RIMES_OF = _rimes_of()
"""For each beginning ("" for none) the rimes it meets."""


def tone_places(rime: str) -> tuple[int, ...]:
    """Where in ``rime`` its tone mark may stand: one place, two where the old way and the new differ."""
    vowels = len(rime.rstrip("cghmnpt"))
    marked = [place for place in range(vowels) if rime[place] in "ăâêôơư"]
    if marked:
        return (marked[-1],)
    if vowels < len(rime) or vowels == 1:
        return (vowels - 1,)
    return (0, 1) if rime in ("oa", "oe", "uy") else (vowels - 2,)


_PLACES = {rime: tone_places(rime) for rime in RIMES | _AFTER_QU}


@lru_cache(maxsize=1 << 15)
def is_syllable(word: str) -> bool:
    """True for one Vietnamese syllable, whatever its capitals: *trường*, *Hòa*; False for *trêng*, *théâtre*."""
    plain, tone, place = _without_tone(word.lower())
    return any(
        plain[cut:] in RIMES_OF.get(plain[:cut], ()) and _bears(plain[cut:], tone, place - cut) for cut in range(4)
    )


def _without_tone(word: str) -> tuple[str, str, int]:
    """The letters without tones, the tone ("" for none, two signs for two) and the place it stands at."""
    letters, tone, place = "", "", -1
    for sign in nfc(word):
        parts = unicodedata.normalize("NFD", sign)
        tones = "".join(part for part in parts if part in _TONE_MARKS)
        if tones:
            tone, place = tone + tones, len(letters)
        letters += nfc("".join(part for part in parts if part not in _TONE_MARKS))
    return letters, tone, place


def _bears(rime: str, tone: str, place: int) -> bool:
    stopped = rime.endswith(("c", "ch", "p", "t"))
    if not tone:
        return not stopped
    return len(tone) == 1 and place in _PLACES[rime] and (not stopped or tone in _WITH_STOPS)
