"""An e-mail address as a person types it, checked just enough to catch a slip."""

from __future__ import annotations

import re

from db.text import nfc
from desktop_app.core.mail.errors import AddressWrong, NoRecipient

_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@(?=.{3,255}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)+", re.I)


def address_of(typed: str) -> str:
    """The bare address in ``typed``; “Tên <a@b.vn>” gives a@b.vn. Raises AddressWrong."""
    words = nfc(typed).strip()
    inside = re.search(r"<([^<>]*)>\s*$", words)
    address = (inside[1] if inside else words).strip()
    # A letter of another script may be sent only by few servers, and in an address it is nearly always a slip.
    if not address.isascii() or not _ADDRESS.fullmatch(address):
        raise AddressWrong(address=words)
    return address


def addresses_of(typed: str) -> list[str]:
    """Every address in ``typed``, by commas, semicolons or lines, each once. Raises AddressWrong, NoRecipient."""
    parts = [part for part in re.split(r"[,;\n]", typed) if part.strip()]
    if not parts:
        raise NoRecipient
    return list(dict.fromkeys(map(address_of, parts)))
