"""Search by command: any word, no accents needed."""

from __future__ import annotations

import argparse

from db.search import search
from desktop_app.cli.answers import Answer
from desktop_app.core.home import Home
from desktop_app.core.i18n import _


def find(home: Home, given: argparse.Namespace) -> Answer:
    """Everything that has these words, the newest first."""
    found = search(" ".join(given.text))
    hits = [{"kind": hit.kind, "id": hit.id, "title": hit.title} for hit in found.hits]
    lines = [
        _("{total} found").format(total=found.total),
        *(f"  {hit.kind:<8} {hit.title}" for hit in found.hits),
    ]
    return Answer({"total": found.total, "hits": hits}, lines)
