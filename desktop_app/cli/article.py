"""Articles by command: take in, list, send, approve, record where they went."""

from __future__ import annotations

import argparse
from datetime import date

from db.queries import articles as rows
from desktop_app.cli.answers import Answer, Told
from desktop_app.core import approvals, articles, channels, distributions, school
from desktop_app.core.article_rules import STATE_WORDS
from desktop_app.core.handing_in import take_in
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.periods import parse_date


def import_(home: Home, given: argparse.Namespace) -> Answer:
    """Take in Word or text files, each as one article with its pictures."""
    taken = [take_in(home, file, Told(), topic=given.topic) for file in given.files]
    listed = [{"id": one.article_id, "title": one.title, "pictures": one.pictures, "notes": one.notes} for one in taken]
    return Answer(listed, [f"{one.article_id}  {one.title}" for one in taken])


def list_(home: Home, given: argparse.Namespace) -> Answer:
    """Every article with its newest words."""
    whole = [rows.article(row.id) for row in rows.articles(limit=-1)]
    listed = [
        {
            "id": one.id,
            "title": one.title,
            "state": one.state,
            "topic": one.topic,
            "text": "\n\n".join(part for part in (one.lead, one.body) if part),
        }
        for one in whole
        if one is not None
    ]
    lines = [f"{one['id']}  {_(STATE_WORDS[one['state']]):<14} {one['title']}" for one in listed]
    return Answer(listed, lines or [_("There are no articles yet.")])


def submit(home: Home, given: argparse.Namespace) -> Answer:
    """Send an article for approval."""
    articles.submit_article(given.id, note=given.note)
    return _state_of(given.id)


def approve(home: Home, given: argparse.Namespace) -> Answer:
    """The principal approves the text in review; the command line is the principal's own hand here."""
    leader = school.principal_on(date.today())
    approvals.approve(given.id, person_id=str(leader.id))
    return _state_of(given.id)


def distribute(home: Home, given: argparse.Namespace) -> Answer:
    """Record that an article went out on a channel, with its address as evidence where one is given."""
    channel = channels.channel_called(given.channel)
    done = distributions.distribute(given.id, channel, parse_date(given.on))
    if given.url:
        distributions.prove_with_address(done, given.url)
    return _state_of(given.id)


def _state_of(article_id: str) -> Answer:
    one = rows.article(article_id)
    assert one is not None, "the act before would have refused an unknown article"
    return Answer({"id": one.id, "title": one.title, "state": one.state}, [f"{one.title}: {_(STATE_WORDS[one.state])}"])
