"""What a slip for the principal says, gathered: the text in review with its photos, who sent it, under which code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db.models import School
from db.queries import articles as article_rows
from db.queries import reports as rows
from db.queries.reports import PictureRow
from db.queries.reviews import Waiting
from desktop_app.core import school
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.manuscripts.markup import Block, paragraphs
from desktop_app.core.media.errors import OriginalUnreadable
from desktop_app.core.periods import short_date
from desktop_app.core.reports.prints import Prints
from desktop_app.core.reports.snapshot import PhotoInReport, Signer
from desktop_app.core.school import SchoolNotSetUp


@dataclass(frozen=True)
class SlipLetterhead:
    """The school's head of every slip, and who decides."""

    school_name: str
    school_short: str
    signer: Signer
    authority_line: str = ""
    place: str = ""


@dataclass(frozen=True)
class SlipText:
    """One text to decide about. ``sent_on`` is the day it was first sent."""

    code: str
    revision: int
    title: str
    lead: str = ""
    body: tuple[Block, ...] = ()
    photos: tuple[PhotoInReport, ...] = ()
    topic: str = ""
    authors: tuple[str, ...] = ()
    event_date: date | None = None
    sent_by: str = ""
    sent_on: date | None = None
    note: str = ""


def slip_letterhead() -> SlipLetterhead:
    """The head as of today. Raises SchoolNotSetUp, NobodyCanApprove."""
    ours, today = School.get_or_none(), date.today()
    if ours is None:
        raise SchoolNotSetUp
    parent, leader = school.parent_on(today), school.principal_on(today)
    return SlipLetterhead(
        school_name=ours.name,
        school_short=ours.short_name,
        signer=Signer((in_vietnamese(N_("PRINCIPAL")),), leader.name),
        authority_line=parent.letterhead if parent else "",
        place=ours.place,
    )


def slip_texts(home: Home, waiting: Sequence[Waiting], progress: Progress) -> list[SlipText]:
    """The texts with prints of their photos. Raises Cancelled."""
    prints = Prints(home, progress)
    return [_text(one, prints) for one in waiting]


def _text(one: Waiting, prints: Prints) -> SlipText:
    whole = article_rows.article(one.article_id)
    pictures = [row for row in rows.pictures_of_article(one.article_id) if row.kind == "photo"]
    return SlipText(
        code=one.code,
        revision=one.revision,
        title=one.title,
        lead=one.lead,
        body=tuple(paragraphs(one.body)),
        photos=tuple(_photo(row, prints) for row in pictures),
        topic=one.topic,
        authors=whole.authors if whole else (),
        event_date=whole.event_date if whole else None,
        sent_by=one.by_name,
        sent_on=datetime.fromisoformat(one.opened_at.replace("Z", "+00:00")).astimezone().date(),
        note=one.note,
    )


def _photo(row: PictureRow, prints: Prints) -> PhotoInReport:
    """A photo whose file is gone is still named on the slip, with a frame that says so."""
    try:
        return prints.photo(row)
    except OriginalUnreadable:
        return PhotoInReport(None, row.caption, row.credit, row.taken_on, row.topic)


def facts_of(text: SlipText) -> list[str]:
    """The lines beside the code: version, who sent it with which word, what it is about."""
    by, day = text.sent_by or in_vietnamese("the author"), short_date(text.sent_on)
    facts = [in_vietnamese("Version {number}, sent on {day} by {name}").format(number=text.revision, day=day, name=by)]
    if text.note:
        facts.append(f"“{text.note}”")
    if text.topic:
        facts.append(in_vietnamese("Topic: {topic}").format(topic=text.topic))
    if text.authors:
        facts.append(in_vietnamese("Author: {names}").format(names=", ".join(text.authors)))
    if text.event_date:
        facts.append(in_vietnamese("Event: {date}").format(date=short_date(text.event_date)))
    return facts
