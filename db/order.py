"""The Vietnamese dictionary order as text that sorts by its bytes, so that an index of the file keeps it."""

from __future__ import annotations

from functools import lru_cache

from db.text import nfc, sort_key

FIRST_LETTER = ord("A")
END_OF_LETTERS, BELOW_SIGNS, ABOVE_SIGNS = "\x01", "\x02", "@"


def order_key(text: str) -> str:
    """``sort_key`` packed: letters, then tones, then capitals; a plain letter takes one byte."""
    signs = [_packed(sign) for sign in nfc(text)]
    letters, tones, capitals = ("".join(sign[part] for sign in signs) for part in range(3))
    # Texts with the same letters have as many tones, so what is only zeros at the end says nothing.
    return END_OF_LETTERS.join((letters, tones.rstrip("0"), capitals.rstrip("0")))


@lru_cache(maxsize=2048)
def _packed(sign: str) -> tuple[str, str, str]:
    """Letter, tone and capital of one sign. Whatever is no letter stands before all letters, in Unicode's order."""
    ((kind, place),), (tone,), (capital,) = sort_key(sign)
    if kind == 2:
        letter = chr(FIRST_LETTER + place)
    elif place < ord(" "):
        letter = BELOW_SIGNS + chr(ord(" ") + place)  # a NUL would end the text for SQLite
    else:
        letter = chr(place) if place < ord(ABOVE_SIGNS) else ABOVE_SIGNS + chr(place)
    return letter, str(tone), str(int(capital))
