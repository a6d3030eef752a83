"""A word from the authority is read by a person of the school, and the authority learns that it was."""

from __future__ import annotations

from db import database
from db.fields import now
from db.models import Directive
from desktop_app.core import audit


def mark_read(directive_id: str, *, by_name: str = "") -> None:
    """Note who read it first and when; reading it again changes nothing."""
    with database.atomic():
        unread = Directive.update(read_at=now(), read_by=by_name).where(
            Directive.id == directive_id, Directive.read_at.is_null()
        )
        if unread.execute():
            audit.record("read directive", "directive", directive_id, by_name)
