"""Text of the old TCVN3 (.VnTime) and VNI fonts, read as Unicode: by the font's name, else by the letters.

The tables are facts of TCVN 5712:1993 (set 3) and of VNI for Windows: 67 letters each, 134 with capitals.
In TCVN3 a capital with a tone has no code of its own: it is the small letter in a font ending in "H".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Literal

from db.text import nfc
from desktop_app.core.manuscripts import manuscript
from desktop_app.core.manuscripts.passages import Draft, Passage, Run, joined
from desktop_app.core.manuscripts.syllables import is_syllable

Encoding = Literal["TCVN3", "VNI"]

LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_TCVN3_CODES = bytes.fromhex(
    "B5 B8 B6 B7 B9 A8 BB BE BC BD C6 A9 C7 CA C8 C9 CB CC D0 CE CF D1 AA D2 D5 D3 D4 D6 D7 DD D8 DC DE"
    "DF E3 E1 E2 E4 AB E5 E8 E6 E7 E9 AC EA ED EB EC EE EF F3 F1 F2 F4 AD F5 F8 F6 F7 F9 FA FD FB FC FE AE"
)
_TCVN3_CAPITALS = dict(zip(bytes.fromhex("A1 A2 A3 A4 A5 A6 A7"), "ĂÂÊÔƠƯĐ", strict=True))
_VNI_SPELLINGS = re.findall(
    r"\S+",
    "aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò "
    "oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î ñ",
)
_VNI_ALSO = {"iø": "ì", "iù": "í", "yï": "ỵ"}  # seen in files of other VNI keyboards

_PRIVATE = 0xF000
"""Word keeps letters of fonts marked as symbols at U+F020 to U+F0FF."""


def _tcvn3_table() -> dict[int, str]:
    table = dict(zip(_TCVN3_CODES, LETTERS, strict=True)) | _TCVN3_CAPITALS
    # Word's optional hyphen is code 31 inside and U+00AD outside: in these fonts both are the letter ư.
    return table | {0x1F: "ư"} | {_PRIVATE + code: letter for code, letter in table.items()}


def _vni_table() -> dict[str, str]:
    small = dict(zip(_VNI_SPELLINGS, LETTERS, strict=True)) | _VNI_ALSO
    mixed = {spelling[0].upper() + spelling[1:]: letter.upper() for spelling, letter in small.items()}
    return small | mixed | {spelling.upper(): letter.upper() for spelling, letter in small.items()}


_TCVN3 = _tcvn3_table()
_VNI = _vni_table()
_VNI_LETTER = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
_FROM_PRIVATE = {_PRIVATE + code: chr(code) for code in range(0x20, 0x100)}
_VIETNAMESE_ONLY = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\s!-@\[-`{-~\u2010-\u203a]+")
_WHOLLY: dict[Encoding, re.Pattern[str]] = {
    "TCVN3": re.compile("[A-Za-z" + re.escape("".join(map(chr, _TCVN3))) + "]+"),
    "VNI": re.compile(f"(?:{_VNI_LETTER.pattern}|[A-Za-z])+"),
}
"""Words in which every letter means something in the encoding."""
ENOUGH_WORDS = 0.6
"""Share of the words with strange letters that must turn into syllables before a guess is believed."""


def from_tcvn3(text: str, *, capital_font: bool = False) -> str:
    """TCVN3 text (codes as Latin-1 letters) in Unicode; a font ending in "H" shows capitals only."""
    read = text.translate(_FROM_PRIVATE).translate(_TCVN3)
    return read.upper() if capital_font else _WORD.sub(_with_capitals, read)


def _with_capitals(word: re.Match[str]) -> str:
    """TRưỜNG as typed without the capital font: capitals around make the word one."""
    plain = [sign for sign in word[0] if sign.isascii() and sign.isalpha()]
    return word[0].upper() if len(plain) > 1 and all(sign.isupper() for sign in plain) else word[0]


def from_vni(text: str) -> str:
    """VNI text (codes as Latin-1 letters) in Unicode; the longest spelling wins."""
    return _VNI_LETTER.sub(lambda found: _VNI[found[0]], text.translate(_FROM_PRIVATE))


_READ_AS: dict[Encoding, Callable[[str], str]] = {"TCVN3": from_tcvn3, "VNI": from_vni}


def encoding_of_font(font: str) -> Encoding | None:
    """The encoding a font's name stands for: ".VnTime" TCVN3, "VNI-Times" VNI, any other None."""
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return "TCVN3"
    return "VNI" if name.startswith("vni-") else None


def guess(text: str) -> Encoding | None:
    """The old encoding whose reading makes Vietnamese words of ``text``, or None: it is Unicode, or unclear.

    One word is never enough. The answer is a guess: show the person what came of it.
    """
    words = [word for word in _WORD.findall(text[:50_000]) if not word.isascii()]
    scores = {encoding: _syllables(words, encoding) for encoding in _READ_AS}
    best = max(scores, key=lambda encoding: scores[encoding])
    as_it_is = sum(is_syllable(nfc(word)) for word in words)
    believed = scores[best] > max(1, as_it_is) and scores[best] >= ENOUGH_WORDS * len(words)
    return best if believed else None


def _syllables(words: Iterable[str], encoding: Encoding) -> int:
    fits, read = _WHOLLY[encoding], _READ_AS[encoding]
    return sum(fits.fullmatch(word) is not None and is_syllable(read(word)) for word in words)


def modern(draft: Draft) -> Draft:
    """``draft`` in Unicode throughout, run by run by its fonts, the rest by its letters, with notes."""
    named = {found for run in _runs(draft) if run.text.strip() and (found := _encoding_of_run(run))}
    rest = " ".join(run.text for run in _runs(draft) if not encoding_of_font(run.font))
    guessed = guess(rest)
    notes = [manuscript.converted_from(encoding) for encoding in sorted(named)]
    notes += [manuscript.guessed_encoding(guessed)] if guessed else []
    passages = [_modern_passage(passage, guessed) for passage in draft.passages]
    return replace(draft, passages=passages, notes=[*draft.notes, *notes])


def _runs(draft: Draft) -> list[Run]:
    return [run for passage in draft.passages for run in passage.runs]


def _encoding_of_run(run: Run) -> Encoding | None:
    # Many type Unicode while the font box still says .VnTime; such letters exist in no old font.
    return None if _VIETNAMESE_ONLY.search(run.text) else encoding_of_font(run.font)


def _modern_passage(passage: Passage, guessed: Encoding | None) -> Passage:
    runs = joined(_modern_run(run, guessed) for run in joined(passage.runs))
    return replace(passage, runs=runs)


def _modern_run(run: Run, guessed: Encoding | None) -> Run:
    encoding = _encoding_of_run(run) or (None if encoding_of_font(run.font) else guessed)
    if encoding == "TCVN3":
        capital_font = encoding_of_font(run.font) == "TCVN3" and run.font.strip().upper().endswith("H")
        return Run(from_tcvn3(run.text, capital_font=capital_font), "", run.bold, run.italic)
    return Run(from_vni(run.text) if encoding else run.text, "", run.bold, run.italic)
