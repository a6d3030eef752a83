"""RTF cut into what it is made of: groups, control words, bytes of text (Rich Text Format 1.9.1, "Syntax")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?"  # a control word, its number, the space that ends it
    rb"|\\'([0-9a-fA-F]{2})"  # one byte of text by its code
    rb"|\\([^a-zA-Z])"  # a control sign
    rb"|([{}])"
    rb"|[\r\n]+"  # line ends of the file mean nothing
    rb"|([^\\{}\r\n]+)",
    re.DOTALL,
)


class Token(NamedTuple):
    """``word`` a control word or sign with ``number``; ``bytes`` text; ``open`` and ``close`` a group."""

    kind: Literal["open", "close", "word", "bytes"]
    word: str = ""
    number: int | None = None
    text: bytes = b""


def tokens(raw: bytes) -> Iterator[Token]:
    """The tokens of ``raw``; the raw bytes after ``\\bin`` are one ``bytes`` token. Never fails."""
    at = 0
    while found := _TOKEN.search(raw, at):
        at = found.end()
        word, number, code, sign, brace, text = found.groups()
        if word == b"bin":
            end = at + max(0, int(number or 0))
            yield Token("word", "bin", text=raw[at:end])
            at = end
        elif word:
            yield Token("word", word.decode("ascii"), None if number is None else int(number))
        elif code:
            yield Token("bytes", text=bytes.fromhex(code.decode("ascii")))
        elif sign:
            yield Token("word", sign.decode("latin-1"))
        elif brace:
            yield Token("open" if brace == b"{" else "close")
        elif text:
            yield Token("bytes", text=text)
