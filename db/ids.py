"""Names of records: UUIDv7 made on this PC, so that ids sort by their birth and never meet (RFC 9562)."""

from __future__ import annotations


def new_id() -> str:
    """A fresh UUIDv7 as 36 lower-case characters."""
    import uuid6  # it reads its own package's description: a start that writes nothing need not wait for that

    return str(uuid6.uuid7())
