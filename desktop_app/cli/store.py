"""A store by command: try whether a place can be one, and keep its password in the system's keyring."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from getpass import getpass

from desktop_app.cli.answers import DONE, NO, Answer, Told, sentence_of
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.sync.probe import Finding, probe
from desktop_app.core.sync.stores.host_keys import HostKeys
from desktop_app.core.sync.stores.opening import (
    host_and_port,
    keep_password,
    known_password,
    needs_password,
    open_store,
    without_password,
)


def store(home: Home, given: argparse.Namespace) -> Answer:
    """``loa store check`` and ``loa store forget-host``."""
    return {"check": check, "forget-host": forget_host}[given.act](home, given)


def check(home: Home, given: argparse.Namespace) -> Answer:
    """Try everything a store must do, with a small file of our own; ends with 1 where it cannot be one."""
    password = _password(given)
    with closing(open_store(given.url, password, known=home.root / "known_hosts")) as place:
        found = probe(place, Told())
    if given.keep and password and found.fit:
        keep_password(given.url, password)
    answer = {
        "store": without_password(given.url),
        "fit": found.fit,
        "skew_seconds": round(found.skew.total_seconds()) if found.skew is not None else None,
        "steps": [
            {"step": _(one.step), "trouble": sentence_of(one.trouble) if one.trouble else ""} for one in found.findings
        ],
    }
    return Answer(answer, [line for one in found.findings for line in _lines(one)], DONE if found.fit else NO)


def forget_host(home: Home, given: argparse.Namespace) -> Answer:
    """Forget the key of a machine reached by SSH: its keeper has said that it is new."""
    host, port = host_and_port(given.url)
    HostKeys(home.root / "known_hosts").forget(host, port)
    return Answer({"forgotten": host}, [_("The key of {host} is forgotten.").format(host=host)])


def _lines(finding: Finding) -> list[str]:
    if finding.trouble is None:
        return [f"✓ {_(finding.step)}"]
    hint = _(finding.trouble.hint).format(**finding.trouble.facts)
    return [f"✗ {_(finding.step)}", f"  {sentence_of(finding.trouble)}", f"  {hint}"]


def _password(given: argparse.Namespace) -> str:
    if given.password_stdin:
        return sys.stdin.readline().rstrip("\n")
    if not needs_password(given.url):
        return ""
    return known_password(given.url) or getpass(_("Password: "))
