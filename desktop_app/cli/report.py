"""Papers by command: their editions, issuing with number, day and signer, the signed scan, the registers of numbers."""

from __future__ import annotations

import argparse
from datetime import date

from db.queries import registers as register_rows
from db.queries import report_versions as rows
from db.queries.plans import plan_for
from db.queries.report_versions import EditionRow
from desktop_app.cli.answers import DONE, NO, Answer, Told
from desktop_app.core import school
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, _
from desktop_app.core.month_page import NoPlan
from desktop_app.core.periods import parse_date, short_date
from desktop_app.core.reports import keeping, registers
from desktop_app.core.reports.authority_words import head_on
from desktop_app.core.reports.issuing import Signing, issue
from desktop_app.core.school import NobodyCanApprove
from desktop_app.core.spans import span_called


class NothingToScan(UserError):
    message = N_("No issued paper of {period} waits for a scan.")
    hint = N_("Issue it first: “loa report issue KIND PERIOD --on DATE”.")


def list_(home: Home, given: argparse.Namespace) -> Answer:
    """Every edition of a paper, the newest first."""
    found = rows.editions(_plan_id(given.period), given.paper, span_called(given.period).key)
    told = [_line(row) for row in found] or [_("Nothing of this paper was kept yet.")]
    return Answer([_object(row) for row in found], told)


def issue_(home: Home, given: argparse.Namespace) -> Answer:
    """Issue the open draft of a paper: number, figures and files are frozen."""
    day, key = parse_date(given.on), span_called(given.period).key
    report_id = keeping.open_report(_plan_id(given.period), given.paper, key)
    signer = str(school.person_called(given.by).id) if given.by else _head(day)
    issue(home, report_id, Signing(day, signer, given.number), Told(), by_name=given.recorded_by)
    row = rows.edition(report_id)
    assert row is not None  # it was issued just now
    return Answer({**_object(row), "pdf": str(keeping.issued_pdf(home, report_id))}, [_line(row)])


def scan(home: Home, given: argparse.Namespace) -> Answer:
    """Keep the scan of the newest issued paper."""
    row = rows.latest_issued(_plan_id(given.period), given.paper, span_called(given.period).key)
    if row is None:
        raise NothingToScan(period=given.period)
    advice = keeping.attach_scan(home, row.id, given.file, by_name=given.recorded_by)
    kept = rows.edition(row.id) or row
    return Answer({**_object(kept), "advice": list(advice)}, [_line(kept), *advice])


def numbers(home: Home, given: argparse.Namespace) -> Answer:
    """What comes next in each register of a year; with --strict the exit code is 1 where anything is odd."""
    year, names = given.year or date.today().year, [*registers.REGISTERS]
    shared = registers.register_of(registers.REPORT, year) == registers.ONE_FOR_ALL
    shown = [name for name in names if (name == registers.ONE_FOR_ALL) == shared]
    found = {name: _register(name, year) for name in shown}
    odd = any(facts[part] for facts in found.values() for part in ("gaps", "doubles", "backwards"))
    told = [_told(name, facts) for name, facts in found.items()]
    return Answer({"year": year, "registers": found}, told, NO if given.strict and odd else DONE)


def _plan_id(period: str) -> str:
    """The plan that a period belongs to: the first that holds one of its months. Raises NoPlan, NotAPeriod."""
    span = span_called(period)
    found = (plan for month in span.months() if (plan := plan_for(str(month))))
    plan = next(found, None)
    if plan is None:
        raise NoPlan(month=span.first.label())
    return plan.id


def _head(day: date) -> str:
    head = head_on(day)
    if head is None:
        raise NobodyCanApprove
    return str(head.id)


def _object(row: EditionRow) -> dict[str, object]:
    day = str(row.signed_on) if row.signed_on else None
    return {
        **{"id": row.id, "kind": row.kind, "period": row.period, "edition": row.edition, "state": row.state},
        **{"number": row.number, "signed_on": day, "signer": row.signer_name, "posts": list(row.signer_posts)},
        **{"scan": row.has_scan, "sha256": row.pdf_sha256},
    }


def _line(row: EditionRow) -> str:
    number = f"{row.number:02d}" if row.number else "--"
    signer = ", ".join((*row.signer_posts, row.signer_name)) if row.signer_name else ""
    state = keeping.state_words(row.state)
    return "  ".join(part for part in (str(row.edition), number, short_date(row.signed_on), state, signer) if part)


def _register(name: str, year: int) -> dict[str, object]:
    odd = register_rows.oddities(name, year)
    used = len(register_rows.entries(name, year))
    return {"next": registers.next_number(name, year), "used": used, **odd._asdict()}


def _told(name: str, facts: dict[str, object]) -> str:
    said = _("next number {number}; used: {count}").format(number=f"{facts['next']:02d}", count=facts["used"])
    words = {"gaps": _("Missing: {numbers}."), "doubles": _("Used twice: {numbers}.")}
    words["backwards"] = _("Dated before the number below it: {numbers}.")
    odd = [
        sentence.format(numbers=", ".join(f"{number:02d}" for number in facts[part]))  # type: ignore[attr-defined]
        for part, sentence in words.items()
        if facts[part]
    ]
    return " ".join([f"{_(registers.REGISTERS[name])}: {said}.", *odd])
