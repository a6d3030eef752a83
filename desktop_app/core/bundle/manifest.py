"""The lists that prove a bundle whole: file names with their SHA-256, written and read as RFC 8493 asks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
BAG_INFO = "bag-info.txt"
DECLARATION = "bagit.txt"
DECLARATION_TEXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PAYLOAD = "data/"

LARGEST_LIST = 32 << 20
"""Bytes of the largest list we read: a month has a few hundred files, a hostile one must not fill memory."""

_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(.+)")
# RFC 8493, 2.1.3: only these three are encoded in a list.
_ENCODED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_DECODED = {code: sign for sign, code in _ENCODED.items()}


class ListDamaged(ValueError):
    """A list that is no list, or that names files outside its bundle."""


def list_text(digests: Mapping[str, str]) -> str:
    """A manifest: one line a file, sorted, so that the same files give the same text."""
    return "".join(f"{digest}  {encoded(place)}\n" for place, digest in sorted(digests.items()))


def read_list(text: str) -> dict[str, str]:
    """Place to digest of a manifest from anywhere. Raises ListDamaged, also for paths that lead outside."""
    digests: dict[str, str] = {}
    # Not splitlines: a name may hold one of the rare signs that it takes for the end of a line.
    for line in re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")):
        if not line:
            continue
        found = _LINE.fullmatch(line)
        if not found:
            raise ListDamaged(line)
        place = decoded(found[2])
        if not stays_inside(place) or place in digests:
            raise ListDamaged(place)
        digests[place] = found[1].lower()
    return digests


def encoded(place: str) -> str:
    """``place`` as a list writes it: %, CR and LF percent-encoded."""
    return re.sub(r"[%\r\n]", lambda found: _ENCODED[found[0]], place)


def decoded(written: str) -> str:
    """The place that a list means."""
    return re.sub(r"%25|%0D|%0A", lambda found: _DECODED[found[0].upper()], written, flags=re.IGNORECASE)


def stays_inside(place: str) -> bool:
    """Whether a place from a stranger's list is a plain relative path: no root, drive, ".." or backslash."""
    parts = place.split("/")
    return not any(part in ("", ".", "..") for part in parts) and not any(sign in place for sign in ":\\\0")


def info_text(info: Mapping[str, str]) -> str:
    """bag-info.txt: one label and its value a line."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in info.items())


def oxum(sizes: Iterable[int]) -> str:
    """Payload-Oxum: bytes and number of files of the payload."""
    listed = list(sizes)
    return f"{sum(listed)}.{len(listed)}"


def is_payload(place: str) -> bool:
    """Whether a file is part of what is handed over, not of the lists about it."""
    return PurePosixPath(place).parts[0] == PAYLOAD.rstrip("/")


def digest_of(content: bytes) -> str:
    """SHA-256 of ``content``, 64 hex digits."""
    return hashlib.sha256(content).hexdigest()
