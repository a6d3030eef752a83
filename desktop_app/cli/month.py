"""A month by command: its tiles, its checklist, what is missing, what comes next."""

from __future__ import annotations

import argparse

from desktop_app.cli.answers import DONE, NO, Answer
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.month_page import checklist_of, ledger_of
from desktop_app.core.months import MONTH_WORDS, CheckLine, Count, Ledger
from desktop_app.core.periods import Month

GOOD = ("met", "met_recorded_later", "met_late", "exempt", "not_counted")


def month(home: Home, given: argparse.Namespace) -> Answer:
    """What a month has and owes; with --strict the exit code is 1 when it is not met."""
    page = ledger_of(Month.parse(given.month))
    lines = checklist_of(page)
    code = NO if given.strict and page.state not in GOOD else DONE
    return Answer(_object(page, lines), _told(page, lines), code)


def _object(page: Ledger, lines: list[CheckLine]) -> dict[str, object]:
    return {
        "month": str(page.month),
        "state": page.state,
        "articles": {"have": page.articles.have, "need": page.articles.need, "state": page.articles.state},
        "materials": {
            "have": page.materials.have,
            "need": page.materials.need,
            "state": page.materials.state,
        },
        "missing": [{"kind": owed.kind, "short": owed.short} for owed in page.missing],
        "next": {"act": page.next.act, "id": page.next.id, "text": _(page.next.text)} if page.next else None,
        "checklist": [{"text": _(line.text), "done": line.done, "required": line.required} for line in lines],
        "days_left": page.days_left,
    }


def _told(page: Ledger, lines: list[CheckLine]) -> list[str]:
    told = [
        _("Month {month}: {state}").format(month=page.month.label(), state=_(MONTH_WORDS[page.state])),
        _tile(_("Articles"), page.articles),
        _tile(_("Materials"), page.materials),
        "",
        *(f"  [{'x' if line.done else ' '}] {_(line.text)}" for line in lines),
    ]
    if page.missing:
        owed = ", ".join(_(one.text).format(short=one.short) for one in page.missing)
        told += ["", _("Still missing: {owed}").format(owed=owed)]
    if page.next:
        told.append(_("Next: {act}").format(act=_(page.next.text)))
    return told


def _tile(name: str, count: Count) -> str:
    return f"  {name:<10} {count.have}/{count.need}  {_(MONTH_WORDS[count.state])}"
