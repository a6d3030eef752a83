"""What can go wrong for a person: each error carries its sentence and its hint.

A subclass names ``message`` and ``hint`` (English ids of the catalogue, with ``{facts}``);
whoever raises it gives the facts as keywords. No sentence is built here.
"""

from __future__ import annotations


class UserError(Exception):
    """Something a person can act on: one sentence, one hint. The command line ends with 3."""

    message = "{reason}"
    hint = ""

    def __init__(self, **facts: object) -> None:
        super().__init__(facts)
        self.facts = facts

    def __str__(self) -> str:
        return self.message.format(**self.facts)
