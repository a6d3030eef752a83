"""The brake: when very much is to go at once, here or from elsewhere, it waits for a named person."""

from __future__ import annotations

from collections import Counter

from db import rows
from desktop_app.core.sync.knowledge import Knowledge, Row

MOST = 20
"""More records than this never go at once unasked."""
SHARE, FEWEST = 0.1, 3
"""Nor more than this share of a table, if that is at least FEWEST records."""

UNCOUNTED = frozenset(
    {
        *("trash_entry", "article_author", "article_topic", "usage", "album_picture", "media_parted", "media_edit"),
        *("consent_asset", "membership", "topic_item", "quota", "role_duty", "plan_clause", "field_assignment"),
        *("advice_opinion", "incident_opinion", "report_recipient", "recipient_line", "import_roll", "checklist_item"),
    }
)
"""What joins two records, or is written anew whenever its whole is: nobody would call that a loss."""


class Removals:
    """The records that are to go in one batch; what goes with its whole is not counted beside it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._rows: dict[Row, None] = {}
        self.events: list[str] = []

    def add(self, row: Row, event: str = "") -> None:
        self._rows[row] = None
        self.events.append(event)

    def too_many(self) -> bool:
        """Whether a person must say so first."""
        counted = Counter(table for table, _id in self.roots())
        return sum(counted.values()) > MOST or any(
            going >= FEWEST and going > SHARE * (going + rows.count(table)) for table, going in counted.items()
        )

    def roots(self) -> list[Row]:
        """What goes for its own sake."""
        return [row for row in self._rows if row[0] not in UNCOUNTED and not self._goes_with_its_whole(row)]

    def _goes_with_its_whole(self, row: Row) -> bool:
        shape = rows.shapes().get(row[0])
        if shape is None:
            return False
        values = self._knowledge.values(row)
        return any((link.parent, values.get(link.column)) in self._rows for link in shape.links if not link.loose)
