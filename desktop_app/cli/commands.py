"""Which command does what, and how each ends: done, no, or one sentence with one hint."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module

from desktop_app.cli import approval, article, bundle, media, month, plan, report, search, sync, website
from desktop_app.cli import demo as sample
from desktop_app.cli.answers import Answer, explain, give
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home

Command = Callable[[Home, argparse.Namespace], Answer]

COMMANDS: dict[tuple[str, str], Command] = {
    ("plan", "import"): plan.import_,
    ("plan", "show"): plan.show,
    ("plan", "print"): plan.print_,
    ("article", "import"): article.import_,
    ("article", "list"): article.list_,
    ("article", "submit"): article.submit,
    ("article", "approve"): approval.approve,
    ("article", "slip"): approval.slip,
    ("article", "decide"): approval.decide,
    ("article", "distribute"): article.distribute,
    ("media", "import"): media.import_,
    ("media", "check"): media.check,
    ("month", ""): month.month,
    ("report", "list"): report.list_,
    ("report", "issue"): report.issue_,
    ("report", "scan"): report.scan,
    ("report", "numbers"): report.numbers,
    ("export", "month"): bundle.export,
    **{("export", kind): bundle.export_paper for kind in ("term", "year", "opinions", "letter", "minutes")},
    ("bundle", "receipts"): bundle.receipts,
    ("search", ""): search.find,
    ("website", "connect"): website.connect,
    ("website", "publish"): website.publish,
    ("website", "send"): website.send,
    ("website", "status"): website.status,
    ("sync", ""): sync.sync,
}


def _office(home: Home, given: argparse.Namespace) -> Answer:
    """An authority's commands; no school's start has time for what they need."""
    command: Command = import_module("desktop_app.cli.office").office
    return command(home, given)


def _store(home: Home, given: argparse.Namespace) -> Answer:
    """Whether a place can be a store; see _office."""
    command: Command = import_module("desktop_app.cli.store").store
    return command(home, given)


WITHOUT_RECORDS: dict[str, Command] = {
    "verify": bundle.verify,
    "demo": sample.demo,
    "office": _office,
    "store": _store,
}
"""Commands that need no school's file: a bundle speaks for itself, the demo makes a home of its own."""
WITHOUT_RECORDS_ACTS: dict[tuple[str, str], Command] = {("bundle", "receive"): bundle.receive}
"""Acts that need none, of commands whose others do: the authority that receives has no school's file."""


def run(home: Home, given: argparse.Namespace) -> int:
    """Do one command; returns the exit code (0 done, 1 no, 3 a person's error)."""
    try:
        return give(_answer(home, given), given.json)
    except UserError as error:
        return explain(error, given.json)


def _answer(home: Home, given: argparse.Namespace) -> Answer:
    if given.command in WITHOUT_RECORDS:
        return WITHOUT_RECORDS[given.command](home, given)
    act = getattr(given, "act", None) or getattr(given, "kind", None) or ""
    if (given.command, act) in WITHOUT_RECORDS_ACTS:
        return WITHOUT_RECORDS_ACTS[given.command, act](home, given)
    with home.opened():
        return COMMANDS[given.command, act](home, given)
