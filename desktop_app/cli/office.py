"""The authority by command: take in what schools sent, tell a month of all of them."""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import closing

from desktop_app.cli.answers import Answer, Told
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.office import ingesting
from desktop_app.core.office.arrivals import WHY
from desktop_app.core.office.bundles import ARRIVAL_WORDS, WHOLE, StoredBundle, bundles_of, fetch_bundle
from desktop_app.core.office.credentials import iam_policy, new_key, seaweed_identity
from desktop_app.core.office.directing import Directing, send_directive
from desktop_app.core.office.journals import schools_in, store_id
from desktop_app.core.office.opening import opened
from desktop_app.core.office.paper import write_office_paper
from desktop_app.core.office.quarantine import waiting
from desktop_app.core.office.report import STATE_WORDS, OfficeMonth, SchoolMonth, month_of, name_of, who_has_not
from desktop_app.core.office.roster import keep_roster, read_roster
from desktop_app.core.periods import Month, parse_date
from desktop_app.core.sync.bundle_list import BundleName
from desktop_app.core.sync.stores.opening import known_password, open_store

PASSWORD = "LOA_STORE_PASSWORD"  # noqa: S105  the name of a variable
"""Where a timer without a keyring leaves the store's password."""


def office(home: Home, given: argparse.Namespace) -> Answer:
    """``loa office ingest`` and ``loa office report``; the school's own home is not touched."""
    acts = {"ingest": ingest, "report": report, "key": key, "schools": schools, "direct": direct, "bundles": bundles}
    return acts[given.act](given)


def ingest(given: argparse.Namespace) -> Answer:
    """Take in what is new in a store; may be run as often, and as many times at once, as one likes."""
    with closing(open_store(given.source, _password(given))) as store:
        store_id(store)  # before a database is made for nothing
        with opened(given.database) as database:
            done = ingesting.ingest(store, database, Told(), part=given.part, again=given.again)
            aside = waiting(database)
    lines = [
        _("{schools} schools, {segments} files, {events} changes taken in").format(**done._asdict()),
        _("{receipts} receipts written").format(receipts=done.receipts),
        *([_("{busy} schools are being read by another program now").format(busy=done.busy)] if done.busy else []),
        *(f"  ! {one.school_id}: {_(WHY[one.why])} ({one.lines}) {one.detail}" for one in aside),
    ]
    waiting_lines = [{**one._asdict(), "text": _(WHY[one.why])} for one in aside]
    return Answer({**done._asdict(), "waiting": waiting_lines}, lines)


def _password(given: argparse.Namespace) -> str:
    if given.password_stdin:
        return sys.stdin.readline().rstrip("\n")
    return os.environ.get(PASSWORD) or known_password(given.source)


def key(given: argparse.Namespace) -> Answer:
    """A school's own key to the object store, in the words its server wants; the secret is shown this once."""
    made = new_key(given.school)
    prefix = f"{given.prefix.strip('/')}/" if given.prefix.strip("/") else ""
    answer = {
        **made._asdict(),
        "seaweedfs": seaweed_identity(made, given.bucket, prefix),
        "policy": iam_policy(made.school_id, given.bucket, prefix),
    }
    lines = [
        _("Name: {name}").format(name=made.name),
        _("Secret, shown this once: {secret}").format(secret=made.secret),
        _("For SeaweedFS, among the identities of s3.json:"),
        json.dumps(answer["seaweedfs"], indent=2),
        _("For AWS, Ceph and others, as a policy of the user {name}:").format(name=made.name),
        json.dumps(answer["policy"], indent=2),
    ]
    return Answer(answer, lines)


def direct(given: argparse.Namespace) -> Answer:
    """Send a word down to schools of a store: to some, or to every one."""
    with closing(open_store(given.source, _password(given))) as store:
        store_id(store)
        to = given.school or sorted(schools_in(store))
        due = parse_date(given.by) if given.by else None
        said = Directing(given.office, given.subject, given.text, due)
        count = send_directive(store, to, said, Told())
    return Answer({"schools": count}, [_("{count} schools have it").format(count=count)])


def schools(given: argparse.Namespace) -> Answer:
    """Take in the list of schools that are waited for."""
    listed = read_roster(given.file)
    with opened(given.database) as database:
        count = keep_roster(database, listed)
    return Answer({"schools": count}, [_("{count} schools are waited for").format(count=count)])


def bundles(given: argparse.Namespace) -> Answer:
    """A school's bundles in the store; with ``--out`` those that are whole are fetched and proved."""
    fetched: dict[BundleName, str] = {}
    with closing(open_store(given.source, _password(given))) as store:
        store_id(store)
        found = bundles_of(store, given.school, given.period)
        for one in found if given.out else ():
            if one.state == WHOLE:
                fetched[one.name] = str(fetch_bundle(store, one, given.out, Told()))
    objects = [_bundle(one, fetched.get(one.name, "")) for one in found]
    lines = [_bundle_line(one, fetched.get(one.name, "")) for one in found]
    return Answer({"bundles": objects}, lines or [_("No bundle of this school is in the store yet.")])


def _bundle(one: StoredBundle, fetched: str) -> dict[str, object]:
    told = one.told
    return {
        **{fact: getattr(one.name, fact) for fact in ("period", "kind", "edition")},
        "bundle": told.bundle if told else "",
        "made": told.made.isoformat() if told else "",
        "files": len(told.files) if told else 0,
        "bytes": told.size if told else 0,
        "state": one.state,
        "fetched": fetched,
    }


def _bundle_line(one: StoredBundle, fetched: str) -> str:
    told = one.told
    size = f"{told.size / 1e6:.1f} MB, {told.made.astimezone():%d/%m/%Y}" if told else ""
    words = f"{one.name.period}  {told.bundle if told else one.name.kind} ({one.name.edition})  {size}"
    return f"{words}  {_(ARRIVAL_WORDS[one.state])}" + (f"  → {fetched}" if fetched else "")


def report(given: argparse.Namespace) -> Answer:
    """A month of all schools: the table, who is missing, who was late, the sums."""
    with opened(given.database) as database:
        page = month_of(database, Month.parse(given.month))
    if given.pdf:
        write_office_paper(page, given.pdf, Told())
    told = [_("Paper: {path}").format(path=given.pdf)] if given.pdf else []
    return Answer(_object(page), [*_told(page), *told])


def _object(page: OfficeMonth) -> dict[str, object]:
    return {
        "month": str(page.month),
        "schools": [_school(school) for school in page.schools],
        "missing": [school.school.id for school in page.missing],
        "late": [school.school.id for school in page.schools if school.late],
        "not_handed_in": [school.school.id for school in page.not_handed_in],
        "totals": {
            **page.sums._asdict(),
            "opinions": page.sums.opinions._asdict(),
            "incidents": page.sums.incidents._asdict(),
        },
    }


def _school(school: SchoolMonth) -> dict[str, object]:
    return {
        "id": school.school.id,
        "name": school.school.name,
        "state": school.now.state,
        "articles": dict(zip(("have", "need"), school.now.articles, strict=True)),
        "materials": dict(zip(("have", "need"), school.now.materials, strict=True)),
        "months": {month: tile.state for month, tile in school.tiles.items()},
        "report": school.report._asdict() if school.report else None,
        "opinions": school.opinions._asdict(),
        "incidents": school.incidents._asdict(),
        "quarantined": school.put_aside,
        "last_heard": school.school.last_at,
    }


def _told(page: OfficeMonth) -> list[str]:
    sums = page.sums
    return [
        _("Month {month}: {met} of {schools} schools have what the plan asks, {handed_in} have handed in").format(
            month=page.month.label(), **sums._asdict()
        ),
        *(
            f"  {name_of(one):<44} {_(STATE_WORDS[one.now.state]):<22} "
            f"{one.now.articles[0]}/{one.now.articles[1]}  {one.now.materials[0]}/{one.now.materials[1]}"
            for one in page.schools
        ),
        _("Opinions: {heard}, {waiting} wait for an answer").format(**sums.opinions._asdict()),
        _("Incidents: {all}, {grave} grave").format(**sums.incidents._asdict()),
        "",
        who_has_not(page),
    ]
