"""Letters as they enter the records: composed, without signs nobody sees, Đ where a wrong code page put Ð."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from db.text import nfc
from desktop_app.core.manuscripts.passages import Passage, Run, joined, without_start
from desktop_app.core.manuscripts.syllables import is_syllable

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]|\r\n?")
_SPACES = re.compile(r"[^\S\n]+")
_ETH = re.compile(r"\w*[Ðð]\w*")
_LONE_HALVES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """``text`` in NFC, single spaces, line breaks as \\n, nothing invisible; emoji stay whole."""
    broken = _BREAKS.sub("\n", _LONE_HALVES.sub("\ufffd", text))
    return _ETH.sub(_with_dj, nfc(_SPACES.sub(" ", _UNSEEN.sub("", broken))))


def _with_dj(word: re.Match[str]) -> str:
    # Code page 1252 shows the Đ of 1258 as the Icelandic Ð: mended only in words that become Vietnamese.
    mended = word[0].replace("Ð", "Đ").replace("ð", "đ")
    return mended if is_syllable(mended) else word[0]


def cleaned(passage: Passage) -> Passage:
    """``passage`` with every letter cleaned, marks joined to their letters across runs, edges trimmed."""
    runs = [run._replace(text=clean(run.text)) for run in _with_marks_at_home(joined(passage.runs))]
    return replace(passage, runs=_trimmed(joined(runs)))


def _with_marks_at_home(runs: tuple[Run, ...]) -> list[Run]:
    home: list[Run] = []
    for run in runs:
        marks = len(run.text) - len(run.text.lstrip(_MARKS))
        if home and marks:
            home[-1] = home[-1]._replace(text=home[-1].text + run.text[:marks])
        home += without_start((run,), marks if home else 0)
    return home


_MARKS = "".join(chr(code) for code in range(0x300, 0x370) if unicodedata.combining(chr(code)))


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    text = "".join(run.text for run in runs)
    late = len(text) - len(text.lstrip())
    kept, left = without_start(runs, late), len(text.strip())
    ended: list[Run] = []
    for run in kept:
        ended.append(run._replace(text=run.text[:left]))
        left = max(0, left - len(run.text))
    return joined(ended)
