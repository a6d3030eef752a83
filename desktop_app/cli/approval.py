"""Decisions by command: approve with the PIN, print slips, write down what was decided on one."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from getpass import getpass

from db.queries import articles as rows
from db.queries.reviews import waiting
from desktop_app.cli.answers import Answer, Told
from desktop_app.core import approvals, pins, school
from desktop_app.core.approvals import Verdict
from desktop_app.core.article_rules import STATE_WORDS
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, _
from desktop_app.core.papers import keep_paper
from desktop_app.core.periods import parse_date
from desktop_app.core.reports.slip import print_slips, spaced


class NothingWaits(UserError):
    message = N_("No such text waits for approval.")
    hint = N_("Send the article first; a slip is for a text in review.")


def approve(_home: Home, given: argparse.Namespace) -> Answer:
    """The principal approves the text in review: by PIN where one is set, asked for when none is given."""
    leader = school.principal_on(date.today())
    pin = given.pin
    if not pin and pins.has_pin(str(leader.id)) and sys.stdin.isatty():
        pin = getpass(_("PIN of {name}: ").format(name=leader.name))
    approvals.approve(given.id, person_id=str(leader.id), pin=pin)
    return _state_of(given.id)


def slip(home: Home, given: argparse.Namespace) -> Answer:
    """The paper slip of one text in review, or of all that wait."""
    asked = [row for row in waiting() if given.id in ("all", row.article_id)]
    if not asked:
        raise NothingWaits
    print_slips(home, asked, given.file, Told())
    listed = [{"id": row.article_id, "code": row.code, "revision": row.revision, "title": row.title} for row in asked]
    return Answer({"paper": str(given.file), "slips": listed}, [f"{spaced(row.code)}  {row.title}" for row in asked])


def decide(home: Home, given: argparse.Namespace) -> Answer:
    """Write down what was decided on a printed slip, with its scan."""
    signer = school.person_called(given.by) if given.by else school.principal_on(date.today())
    article_id = str(approvals.slip_of(given.code).review.article_id)
    moved = approvals.record_paper(
        given.code,
        Verdict(approvals.APPROVED if given.approve else approvals.RETURNED, tuple(given.reason), given.comment),
        person_id=str(signer.id),
        decided_on=parse_date(given.on),
        scan=keep_paper(home, given.scan),
        recorded_by=given.recorded_by,
    )
    return _state_of(article_id, moved=moved)


def _state_of(article_id: str, **more: object) -> Answer:
    one = rows.article(article_id)
    assert one is not None, "the act before would have refused an unknown article"
    answer = {"id": one.id, "title": one.title, "state": one.state, **more}
    return Answer(answer, [f"{one.title}: {_(STATE_WORDS[one.state])}"])
