"""The school's website by command: connect it, send what waits, say how it stands."""

from __future__ import annotations

import argparse
import sys
from getpass import getpass

from db.queries import web_posts
from db.queries.web_posts import WebPostRow
from desktop_app.cli.answers import DONE, NO, Answer, Told, sentence_of
from desktop_app.core import channels
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.told import told
from desktop_app.core.website.address import host_of
from desktop_app.core.website.queue import offer, send_waiting
from desktop_app.core.website.site import connect as keep_site
from desktop_app.core.website.site import probe


def connect(home: Home, given: argparse.Namespace) -> Answer:
    """Try a website out and keep it as the one behind a channel; the password goes into the system's keyring."""
    channel = channels.channel_called(given.channel)
    password = sys.stdin.readline() if given.password_stdin else getpass(_("Application password: "))
    found = probe(given.address, given.user, password, Told())
    keep_site(channel, found, given.user, password)
    facts = {"channel": channel, "address": found.root, "title": found.title, "user": found.user}
    line = _("Connected: {title} ({host}), as {user}").format(
        title=found.title, host=host_of(found.root), user=found.user
    )
    return Answer(facts, [line])


def publish(home: Home, given: argparse.Namespace) -> Answer:
    """Put an approved article in the queue to the website of a channel."""
    place = offer(given.id, channels.channel_called(given.channel))
    row = web_posts.state_of(place)
    return Answer(_facts(row), [_line(row)]) if row else Answer({})


def send(home: Home, given: argparse.Namespace) -> Answer:
    """Send what is due; exit code 1 when something could not go."""
    sent = send_waiting(home, Told())
    trouble = sentence_of(sent.trouble) if sent.trouble else ""
    lines = [_("On the website: {title}").format(title=title) for title in sent.arrived]
    lines += [trouble] if trouble else []
    facts = {"arrived": sent.arrived, "waiting": sent.waiting, "trouble": trouble}
    return Answer(facts, lines or [_("Nothing waits for the website.")], NO if trouble else DONE)


def status(home: Home, given: argparse.Namespace) -> Answer:
    """The connected websites and what waits for each."""
    sites = [
        {"channel": site.channel, "address": site.address, "user": site.user_name} for site in web_posts.web_sites()
    ]
    rows = [*web_posts.waiting(), *web_posts.refused()]
    lines = [f"{site['channel']}  {host_of(site['address'])}  {site['user']}" for site in sites]
    lines += [_line(row) for row in rows]
    return Answer(
        {"sites": sites, "posts": [_facts(row) for row in rows]}, lines or [_("No website is connected yet.")]
    )


def _facts(row: WebPostRow) -> dict[str, object]:
    return {
        "distribution": row.distribution_id,
        "article": row.article_id,
        "title": row.title,
        "channel": row.channel,
        "state": row.state,
        "link": row.link,
        "tries": row.tries,
        "next_try_at": row.next_try_at.isoformat() if row.next_try_at else None,
        "problem": _problem(row),
    }


def _line(row: WebPostRow) -> str:
    return f"  {row.state:<8} {row.title}  {_problem(row)}".rstrip()


def _problem(row: WebPostRow) -> str:
    trouble = told(row.problem)
    return sentence_of(trouble) if trouble else ""
