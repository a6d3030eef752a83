"""What a store says of a large file (schools/<school>/files/<sha256>.json): its pieces in order, name and kind."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from desktop_app.core.sync.pieces import SIZES, Piece

SHA256 = re.compile(r"[0-9a-f]{64}")
LARGEST_PIECE = 64 << 20
"""Bytes; ours have 4 MiB at most."""


class FileList(NamedTuple):
    """A file in a store: ``pieces`` put together are ``size`` bytes that hash to its key."""

    size: int
    pieces: tuple[Piece, ...]
    kind: str
    name: str


def list_key(school: str, sha256: str) -> str:
    return f"schools/{school}/files/{sha256}.json"


def piece_key(school: str, sha256: str) -> str:
    return f"schools/{school}/chunks/{sha256}"


def written(pieces: Sequence[Piece], kind: str, name: str) -> bytes:
    """The same pieces give the same bytes. ``sizes`` is there only where a bad line made the pieces differ."""
    sizes = [piece.size for piece in pieces]
    chunk = max(sizes, default=SIZES[0])
    facts: dict[str, Any] = {
        "size": sum(sizes),
        "chunk": chunk if len(sizes) > 1 else SIZES[0],
        "chunks": [piece.sha256 for piece in pieces],
        "type": kind,
        "name": name,
    }
    if any(size != facts["chunk"] for size in sizes[:-1]):
        facts["sizes"] = sizes
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()


def read(content: bytes) -> FileList:
    """A list as somebody wrote it. Raises ValueError for one that cannot be true."""
    try:
        facts = json.loads(content)
        size, chunk, shas = int(facts["size"]), int(facts["chunk"]), [str(sha) for sha in facts["chunks"]]
        sizes = [int(each) for each in facts.get("sizes") or _sizes(size, chunk, len(shas))]
        kind, name = str(facts.get("type", "")), str(facts.get("name", ""))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError from error
    largest = min(chunk, LARGEST_PIECE)
    if sum(sizes) != size or not all(0 < each <= largest for each in sizes):
        raise ValueError
    if len(sizes) != len(shas) or not all(SHA256.fullmatch(sha) for sha in shas):
        raise ValueError
    places = _places(sizes)
    return FileList(size, tuple(map(Piece, places, sizes, shas)), kind, name)


def _places(sizes: Sequence[int]) -> list[int]:
    places, at = [], 0
    for size in sizes:
        places.append(at)
        at += size
    return places


def _sizes(size: int, chunk: int, count: int) -> list[int]:
    if not count or chunk <= 0:
        return []
    return [chunk] * (count - 1) + [size - chunk * (count - 1)]
