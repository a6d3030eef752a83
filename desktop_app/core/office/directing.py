"""Words sent down: the authority writes into each school's part of the store as one more device of that school.

A directive is a record like any other: it arrives once, over any line, whichever PC of the school asks first; that it
was read travels back as a change of that record.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db.fields import now
from db.ids import new_id
from db.text import nfc
from desktop_app import __version__
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, _
from desktop_app.core.jobs import Progress
from desktop_app.core.office.journals import heads_of
from desktop_app.core.sync.segments import Event, Header, Whose, head_of, key_of, pack
from desktop_app.core.sync.store import Store

OFFICE = Whose("0ff1ce00", "0001")
"""The authority's journal in a school's part of the store; no PC of a school draws this name."""
SCHEMA = "0018"
"""The first migration that knows of directives: an older program keeps them aside until it is updated."""


class DirectiveIsEmpty(UserError):
    message = N_("A word to the schools needs a subject.")
    hint = N_("Say in a line what is asked; the rest goes into the text.")


class Directing(NamedTuple):
    """What is said to schools, and by when it is wanted."""

    office: str
    subject: str
    text: str = ""
    due_on: date | None = None


def send_directive(store: Store, schools: Sequence[str], said: Directing, progress: Progress) -> int:
    """Write it into the part of each of ``schools`` (their ids); returns how many have it now.

    The same id is used everywhere, so that a school that gets it twice has it once. Raises DirectiveIsEmpty,
    StoreTrouble and Cancelled; the schools before that have it.
    """
    if not said.subject.strip():
        raise DirectiveIsEmpty
    row_id, at = new_id(), now().isoformat(timespec="milliseconds").replace("+00:00", "Z")
    for place, school in enumerate(schools):
        progress.step(
            place, len(schools), _("Writing to school {number} of {total}").format(number=place + 1, total=len(schools))
        )
        _write(store, school, _event(row_id, said, at))
    progress.step(len(schools), len(schools))
    return len(schools)


def _event(row_id: str, said: Directing, at: str) -> Event:
    values = {
        "created_at": at,
        "deleted_at": None,
        "office": nfc(said.office).strip(),
        "subject": nfc(said.subject).strip(),
        "text": nfc(said.text).strip(),
        "due_on": said.due_on.isoformat() if said.due_on else None,
        "sent_at": at,
        "read_at": None,
        "read_by": "",
    }
    return Event(new_id(), "directive", row_id, "insert", 0, values, {}, values["office"] or "", at, 1)


def _write(store: Store, school: str, event: Event) -> None:
    """Segment, then head, then the older head goes: a school never sees a head without its segment."""
    newest = heads_of(store, school).get((OFFICE.device, OFFICE.epoch), 0)
    seq = newest + 1
    header = Header(school, *OFFICE, seq, __version__, SCHEMA, event.by)
    content = pack(header.line(), [event.line()])
    store.put(key_of(school, OFFICE, seq, content), content)
    store.put(head_of(school, OFFICE, seq), b"")
    if newest:
        store.delete(head_of(school, OFFICE, newest))
