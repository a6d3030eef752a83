"""Search by command: any word, no accents needed."""

from __future__ import annotations

import argparse

from db.said import snippet
from db.search import first_page, meaning, totals
from desktop_app.cli.answers import Answer
from desktop_app.core.home import Home
from desktop_app.core.i18n import _


def find(home: Home, given: argparse.Namespace) -> Answer:
    """Everything that has these words, the newest first: 50 of them unless --limit or --all say otherwise."""
    text = " ".join(given.text)
    found, meant = totals(text), meaning(text)
    hits = first_page(text, -1 if given.all else max(0, given.limit))
    facts = [
        {"kind": hit.kind, "id": hit.id, "title": hit.title, "snippet": snippet(hit.text, meant).text} for hit in hits
    ]
    trashed = [_("{count} more in the trash").format(count=found.trashed)] if found.trashed else []
    lines = [_("{total} found").format(total=found.total), *trashed]
    lines += [f"  {hit.kind:<8} {hit.title}" for hit in hits]
    return Answer({"total": found.total, "trashed": found.trashed, "hits": facts}, lines)
