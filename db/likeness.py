"""What a text tells, as a few numbers: two texts that tell the same share most of them, whatever their accents."""

from __future__ import annotations

import json
import re
import zlib

from db.text import fold

WORDS_TOGETHER = 3
"""Vietnamese words are one to three syllables, so runs of three say what is told, not only in which words."""

MARKS = 8
"""The smallest hashes of a text's runs: of two texts that share two thirds of their runs about five are the same."""

_WORD = re.compile(r"[^\W_]+")


def runs(text: str) -> frozenset[str]:
    """The runs of three words of ``text`` on its folded letters; a shorter text is one run."""
    words = _WORD.findall(fold(text))
    together = min(WORDS_TOGETHER, len(words)) or 1
    return frozenset(map(" ".join, zip(*(words[start:] for start in range(together)), strict=False)))


def marks(text: str) -> list[int]:
    """The sketch of ``text``: at most MARKS numbers of 32 bits, smallest first (bottom-k of Broder's shingles)."""
    return sorted({zlib.crc32(run.encode()) for run in runs(text)})[:MARKS]


def sketch(text: str | None) -> str:
    """SQLite's function ``sketch``: the marks as a JSON list for json_each."""
    return json.dumps(marks(text or ""))


_WORDS = "{0}.title || ' ' || {0}.lead || ' ' || {0}.body"

LIKENESS_TRIGGERS = [
    "CREATE TRIGGER article_marked AFTER INSERT ON revision BEGIN "
    "DELETE FROM article_mark WHERE article_id = NEW.article_id; "
    "INSERT INTO article_mark (article_id, mark) "
    f"SELECT NEW.article_id, value FROM json_each(sketch({_WORDS.format('NEW')})); END",
]
