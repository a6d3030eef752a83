"""Whom a paper speaks to and who gets a copy, by kind and by day: offices are merged, lists change, papers stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import Authority, RecipientLine, Report, ReportRecipient
from db.text import nfc
from desktop_app.core import audit, school
from desktop_app.core.i18n import N_

TO, COPY = "to", "copy"
KIND_WORDS = {
    "month": N_("Reports of a month"),
    "term": N_("Reports of a term"),
    "year": N_("Reports of a school year"),
    "opinions": N_("Reports on opinions"),
    "letter": N_("Covering letters"),
    "minutes": N_("Minutes of a meeting"),
}
"""Papers whose receivers can be named."""
INSIDE = ("minutes",)
"""Papers that speak to nobody: minutes lie with those who signed them."""


class Recipients(NamedTuple):
    """The lines of “Kính gửi” and of “Nơi nhận”; “Như trên” and “Lưu: VT” are added by the paper itself."""

    to: tuple[str, ...]
    copies: tuple[str, ...]


def recipients_on(kind: str, day: date) -> Recipients:
    """Who gets papers of ``kind`` on ``day``; where nothing was said: the offices that get the school's reports."""
    offices = () if kind in INSIDE else tuple(office.name for office in school.report_recipients_on(day))
    return Recipients(_lines(kind, TO, day, offices), _lines(kind, COPY, day, ()))


def keep_recipients(
    kind: str, to: Sequence[str], copies: Sequence[str], day: date | None = None, *, by_name: str = ""
) -> None:
    """From ``day`` (today) on papers of ``kind`` have these lines; earlier papers keep theirs.

    A line that is an office's name follows that office: once it is merged its successor stands there.
    """
    first = day or date.today()
    with database.atomic():
        _end_lines(kind, first)
        for place, lines in ((TO, to), (COPY, copies)):
            for sort, text in enumerate(_tidy(lines)):
                office = _office_called(text, first)
                RecipientLine.create(kind=kind, place=place, text=text, sort=sort, authority=office, valid_from=first)
        audit.record("name recipients", "recipient_line", "", by_name, kind=kind, to=list(to), copies=list(copies))


def recipients_of(report_id: str, day: date) -> Recipients:
    """Who gets this paper: its own lines where it has some, else those of its kind on ``day``."""
    report = Report.get_by_id(report_id)
    own = list(report.recipients.where(ReportRecipient.deleted_at.is_null()).order_by(ReportRecipient.sort))
    if not own:
        return recipients_on(report.kind, day)
    return Recipients(*(tuple(line.text for line in own if line.place == place) for place in (TO, COPY)))


def write_recipients(report_id: str, to: Sequence[str], copies: Sequence[str]) -> None:
    """Give one paper lines of its own; none at all: those of its kind again."""
    with database.atomic():
        ReportRecipient.delete().where(ReportRecipient.report == report_id).execute()
        for place, lines in ((TO, to), (COPY, copies)):
            for sort, text in enumerate(_tidy(lines)):
                ReportRecipient.create(report=report_id, place=place, text=text, sort=sort)


def _lines(kind: str, place: str, day: date, usual: tuple[str, ...]) -> tuple[str, ...]:
    said = RecipientLine.select().where(RecipientLine.kind == kind, *_valid(day))
    if not said.exists():
        return usual
    texts = [_words_on(line, day) for line in said.where(RecipientLine.place == place).order_by(RecipientLine.sort)]
    return tuple(dict.fromkeys(text for text in texts if text))


def _words_on(line: RecipientLine, day: date) -> str:
    """The line's words; an office that is gone gives its place to the one of its kind that came after it."""
    office = line.authority
    if office is None:
        return str(line.text)
    if _stands(office, day):
        return str(office.name)
    after = (other for other in school.report_recipients_on(day) if other.kind == office.kind)
    return next((str(other.name) for other in after), "")


def _stands(office: Authority, day: date) -> bool:
    began = office.valid_from is None or office.valid_from <= day
    return office.deleted_at is None and began and (office.valid_to is None or office.valid_to >= day)


def _office_called(text: str, day: date) -> Authority | None:
    offices = Authority.select().where(Authority.name == text, Authority.deleted_at.is_null())
    return next((office for office in offices if _stands(office, day)), None)


def _end_lines(kind: str, first: date) -> None:
    """Lines that hold on ``first`` end the day before; those that would begin later are taken out."""
    ours = (RecipientLine.kind == kind) & RecipientLine.deleted_at.is_null()
    RecipientLine.update(deleted_at=now()).where(ours, RecipientLine.valid_from >= first).execute()
    RecipientLine.update(valid_to=first - timedelta(days=1)).where(ours, *_valid(first)).execute()


def _valid(day: date) -> tuple[object, ...]:
    return (
        RecipientLine.deleted_at.is_null(),
        RecipientLine.valid_from.is_null() | (RecipientLine.valid_from <= day),
        RecipientLine.valid_to.is_null() | (RecipientLine.valid_to >= day),
    )


def _tidy(lines: Sequence[str]) -> list[str]:
    bare = (nfc(line).strip().lstrip("-").strip().rstrip(" ;.,") for line in lines)
    return list(dict.fromkeys(line for line in bare if line))
