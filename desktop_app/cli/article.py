"""Articles by command: take in, list, send, approve, record where they went."""

from __future__ import annotations

import argparse

from db.queries import articles as rows
from db.queries.article_list import every_article
from desktop_app.cli.answers import DONE, NO, Answer, Told, sentence_of
from desktop_app.core import articles, channels, distributions
from desktop_app.core.article_rules import STATE_WORDS
from desktop_app.core.handing_in import TakenIn
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.intake import take_in_files
from desktop_app.core.manuscripts.markup import plain_text
from desktop_app.core.periods import parse_date


def import_(home: Home, given: argparse.Namespace) -> Answer:
    """Take in Word or text files, those of a .zip too, each as one article with its pictures."""
    intake = take_in_files(home, given.files, Told(), topic=given.topic)
    if intake.refused and not intake.taken:
        raise intake.refused[0].error
    refused = [{"file": one.file, "error": sentence_of(one.error)} for one in intake.refused]
    lines = [line for one in intake.taken for line in _taken_lines(one)] + [one["error"] for one in refused]
    if intake.left_out:
        lines.append(_("{count} other files of the packed folder were left out").format(count=intake.left_out))
    return Answer([*map(_taken_json, intake.taken), *refused], lines, NO if refused else DONE)


def _taken_json(one: TakenIn) -> dict[str, object]:
    alike = [
        {"id": other.article_id, "title": other.title, "likeness": round(other.likeness, 2)} for other in one.alike
    ]
    return {"id": one.article_id, "title": one.title, "pictures": one.pictures, "notes": one.notes, "alike": alike}


def _taken_lines(one: TakenIn) -> list[str]:
    words = _("{share} like “{title}”")
    alike = [words.format(share=f"{other.likeness:.0%}", title=other.title) for other in one.alike]
    return [f"{one.article_id}  {one.title}", *(f"    {line}" for line in alike)]


def list_(home: Home, given: argparse.Namespace) -> Answer:
    """Every article with its newest words, read in one go."""
    listed = [
        {
            "id": one.id,
            "title": one.title,
            "state": one.state,
            "topic": one.topic,
            "text": "\n\n".join(part for part in (one.lead, plain_text(one.body)) if part),
        }
        for one in every_article()
    ]
    lines = [f"{one['id']}  {_(STATE_WORDS[one['state']]):<14} {one['title']}" for one in listed]
    return Answer(listed, lines or [_("There are no articles yet.")])


def submit(home: Home, given: argparse.Namespace) -> Answer:
    """Send an article for approval."""
    articles.submit_article(given.id, note=given.note)
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
