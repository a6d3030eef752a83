"""Troubles that wait in the records with what they stopped, and are told in whatever language is spoken then."""

from __future__ import annotations

import json

from desktop_app.core.errors import UserError


class Told(UserError):
    """A trouble read back from the records."""

    def __init__(self, message: str, hint: str, facts: dict[str, object]) -> None:
        super().__init__(**facts)
        self.message, self.hint = message, hint


def kept(error: UserError) -> str:
    """A trouble as the records keep it: its ids and facts, so that it is told in whatever language is spoken then."""
    facts = {name: str(fact) for name, fact in error.facts.items()}
    trouble = {"kind": type(error).__name__, "message": error.message, "hint": error.hint, "facts": facts}
    return json.dumps(trouble, ensure_ascii=False)


def told(problem: str) -> UserError | None:
    """The trouble that ``kept`` wrote, or None for an empty one."""
    if not problem:
        return None
    trouble = json.loads(problem)
    return Told(trouble["message"], trouble["hint"], trouble["facts"])


def kind_of(problem: str) -> str:
    """Which trouble it was, by the name of its class; "" for none."""
    return str(json.loads(problem)["kind"]) if problem else ""
