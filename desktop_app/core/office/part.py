"""A share of all schools, for one of several programs side by side."""

from __future__ import annotations

from typing import NamedTuple
from zlib import crc32


class Part(NamedTuple):
    """One of ``of`` equal parts of all schools (counted from 1), so that programs side by side do not meet."""

    number: int = 1
    of: int = 1

    @classmethod
    def parse(cls, text: str) -> Part:
        """Read 2/8. Raises ValueError."""
        number, slash, of = text.partition("/")
        part = cls(int(number), int(of))
        if not slash or not 1 <= part.number <= part.of:
            raise ValueError(text)
        return part

    def has(self, school_id: str) -> bool:
        """Whether a school is in this part; the same on every machine."""
        return crc32(school_id.encode()) % self.of == self.number - 1


EVERYBODY = Part()
