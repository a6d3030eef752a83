"""File names that Windows, FAT32 and every other PC accept, made from Vietnamese words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from datetime import date

from db.text import fold, nfc

LONGEST_NAME = 80
LONGEST_PLACE = 200
"""Characters of a path from the bundle's name on; with a drive and folders before it Windows has 260."""

FORBIDDEN = frozenset('<>:"/\\|?*')
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)
NAMELESS = "khong-ten"


def is_portable(name: str) -> bool:
    """Whether one name, of a file or a folder, is kept as it is by Windows, FAT32 and Linux alike."""
    return (
        0 < len(name) <= 255
        and name == nfc(name)
        and not any(sign in FORBIDDEN or unicodedata.category(sign) in ("Cc", "Cs") for sign in name)
        and name[0] != " "
        and name[-1] not in ". "
        and name.partition(".")[0].rstrip().casefold() not in RESERVED
    )


def is_portable_place(place: str) -> bool:
    """Whether a path with / between its parts stays inside its folder and is portable part by part."""
    return len(place) <= LONGEST_PLACE and all(is_portable(part) for part in place.split("/"))


def plain_words(words: str, limit: int = LONGEST_NAME) -> str:
    """``words`` as le-ky-niem-70-nam: ASCII, lower case, cut between words at ``limit``; never empty."""
    parts = re.findall(r"[a-z0-9]+", fold(words))
    name = ""
    for part in parts:
        longer = f"{name}-{part}" if name else part[:limit]
        if len(longer) > limit:
            break
        name = longer
    return name if name and name not in RESERVED else f"{NAMELESS}-{name}".rstrip("-")


def file_name(words: str, suffix: str, day: date | None = None) -> str:
    """A dated file name such as ``2024-05-07_le-ky-niem-70-nam.docx``; ``suffix`` with its dot."""
    date_part = f"{day.isoformat()}_" if day else ""
    ending = "".join(re.findall(r"[.a-z0-9]", suffix.lower()))[:10].rstrip(".")
    return date_part + plain_words(words, LONGEST_NAME - len(date_part) - len(ending)) + ending


def letters_only(words: str) -> str:
    """“THMM 2” as THMM2, “Mường Mươn 2” as MuongMuon2: for the name of a bundle."""
    shown = (_one_word(re.sub(r"[^a-z0-9]", "", fold(word)), word.isupper()) for word in words.split())
    return "".join(shown)[:40] or "Truong"


def _one_word(letters: str, upper: bool) -> str:
    return letters.upper() if upper else letters.capitalize()


def free_name(name: str, taken: Container[str]) -> str:
    """``name``, or with -2, -3 … before its ending; ``taken`` holds lower-case names, as FAT32 sees them."""
    stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        tail = f"-{number}{dot}{ending}"
        free = stem[: LONGEST_NAME - len(tail)] + tail
    return free
