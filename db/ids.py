"""Names of records: UUIDv7 made on this PC, so that ids sort by their birth and never meet (RFC 9562)."""

from __future__ import annotations

import uuid6


def new_id() -> str:
    """A fresh UUIDv7 as 36 lower-case characters."""
    return str(uuid6.uuid7())
