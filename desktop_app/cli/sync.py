"""Syncing by command: connect or join a store, do a round, settle what PCs differ in."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from typing import TYPE_CHECKING

from db.queries.sync import targets
from desktop_app.cli.answers import DONE, NO, Answer, Told, sentence_of
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.settings import load_settings
from desktop_app.core.sync import conflicts, pairing, removals
from desktop_app.core.sync.background import carry_bundles
from desktop_app.core.sync.media_files import Carried, carry_files
from desktop_app.core.sync.receipts import fetch_receipt
from desktop_app.core.sync.rounds import NotConnected, SyncOutcome, sync_once
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.opening import keep_password, known_password, open_store

if TYPE_CHECKING:
    from desktop_app.core.sync.bundles import HandedIn

GO, BACK = "go", "back"
COUNTS = ("sent", "received", "waiting", "conflicts", "quarantined", "braked")
FILE_COUNTS = ("sent", "fetched", "waiting", "missing")


def sync(home: Home, given: argparse.Namespace) -> Answer:
    """One round with a store; the first time it is connected. Exit code 1 when something stands in the way."""
    settings = load_settings(home.settings_file)
    by_name = settings.user_name
    if given.removals:
        act = removals.let_them_go if given.removals == GO else removals.have_them_back
        act(by_name=by_name)
    if given.conflicts:
        return _conflicts(by_name)
    if given.settle:
        conflicts.settle(*given.settle, by_name=by_name)
    invitation = pairing.read_invitation(given.join) if given.join else None
    address = given.to or (invitation.address if invitation else _known_address())
    with closing(_store(address, given.password_stdin)) as store:
        _be_connected(home, store, invitation, given, by_name)
        if given.invite:
            code = pairing.invite(store).code()
            return Answer({"code": code}, [code])
        outcome = sync_once(home, store, Told(), by_name=by_name)
        files_too = not outcome.problem and not given.no_files
        own = given.whole_archive or (settings.sync_archive == "yes" and settings.sync_address == store.address)
        handed_in = carry_bundles()(home, store, Told(), own_store=own, by_name=by_name) if files_too else None
        carried = carry_files(home, store, Told(), whole_archive=own) if files_too else None
        receipt = fetch_receipt(store) if outcome.sent else None
    return _answer(outcome, handed_in, carried, receipt.quarantined if receipt else [])


def _known_address() -> str:
    known = targets()
    if not known:
        raise NotConnected(host="--to URL")
    return known[-1].address


def _store(address: str, from_stdin: bool) -> Store:
    password = sys.stdin.readline().rstrip("\n") if from_stdin else known_password(address)
    store = open_store(address, password)
    if from_stdin:
        keep_password(address, password)
    return store


def _be_connected(
    home: Home, store: Store, invitation: pairing.Invitation | None, given: argparse.Namespace, by_name: str
) -> None:
    if invitation:
        pairing.join(home, store, invitation, pc_name=given.pc or "", by_name=by_name)
    elif not any(target.address == store.address for target in targets()):
        pairing.connect(home, store, pc_name=given.pc or "", by_name=by_name)


def _answer(outcome: SyncOutcome, handed_in: HandedIn | None, carried: Carried | None, refused: list[str]) -> Answer:
    parts = (outcome, handed_in, carried)
    problem = next((part.problem for part in parts if part is not None and part.problem is not None), None)
    facts = {
        **{name: getattr(outcome, name) for name in COUNTS},
        "bundles": {"sent": handed_in.sent, "waiting": handed_in.waiting} if handed_in else {},
        "files": {name: getattr(carried, name) for name in FILE_COUNTS} if carried else {},
        "refused_there": len(refused),
        "problem": sentence_of(problem) if problem else "",
    }
    return Answer(facts, _lines(outcome, handed_in, carried, facts["problem"]), NO if problem else DONE)


def _lines(outcome: SyncOutcome, handed_in: HandedIn | None, carried: Carried | None, problem: object) -> list[str]:
    told = outcome._asdict()
    lines = [_("{sent} changes sent, {received} received, {waiting} waiting").format(**told)]
    if handed_in and (handed_in.sent or handed_in.waiting):
        words = _("{sent} report bundles sent, {waiting} waiting")
        lines.append(words.format(sent=len(handed_in.sent), waiting=handed_in.waiting))
    if carried:
        lines.append(_("{sent} files sent, {fetched} fetched, {waiting} waiting").format(**carried._asdict()))
    if outcome.conflicts:
        lines.append(_("{conflicts} records on which PCs differ: loa sync --conflicts").format(**told))
    if outcome.quarantined:
        lines.append(_("{quarantined} changes could not be used and are kept aside").format(**told))
    if outcome.braked:
        lines.append(_("{braked} removals wait for a person: loa sync --removals go|back").format(**told))
    return [*lines, *([str(problem)] if problem else [])]


def _conflicts(by_name: str) -> Answer:
    found = conflicts.conflicts(by_name=by_name)
    facts = [
        {**one._asdict(), "fields": [{"field": f.field, "sides": [s._asdict() for s in f.sides]} for f in one.fields]}
        for one in found
    ]
    lines = [
        f"{one.table} {one.row} {field.field} {side.event}: "
        f"{' '.join(side.words.split())} ({side.by}, {side.pc}, {side.at})"
        for one in found
        for field in one.fields
        for side in field.sides
    ]
    return Answer(facts, lines or [_("All PCs agree.")])
