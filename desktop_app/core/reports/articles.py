"""The month's articles: a list in the letter, each text whole in the appendix with photos and proofs."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.periods import short_date
from desktop_app.core.reports.body import body_parts
from desktop_app.core.reports.figures import later_mark
from desktop_app.core.reports.paper import Cell, Column, Heading, PageOf, Part, Span, Table, Words, words
from desktop_app.core.reports.snapshot import ArticleInReport, Distributed
from desktop_app.core.reports.wording import shortened


def article_list(articles: tuple[ArticleInReport, ...]) -> Table:
    """The letter's table of articles: title, where it went, since when, and its page in the appendix."""
    columns = (
        Column(in_vietnamese(N_("No.")), 10, "centre"),
        Column(in_vietnamese(N_("Title of the article")), 72),
        Column(in_vietnamese(N_("Channel (paper)")), 43),
        Column(in_vietnamese(N_("First day")), 25, "centre"),
        Column(in_vietnamese(N_("Page")), 15, "centre"),
    )
    return Table(columns, tuple(_list_row(number, article) for number, article in enumerate(articles, 1)))


def article_parts(number: int, article: ArticleInReport) -> Iterator[Part]:
    """One article whole: title, facts, lead, text, photos, approval and proofs."""
    yield Heading(f"{number}. {article.title}", 3, article_key(number))
    facts = article_facts(article)
    if facts:
        yield words(facts, "note")
    if article.lead:
        yield words(article.lead, "lead")
    if not any(block.text.strip() for block in article.body):
        yield words(in_vietnamese("The article has no text of its own."), "note")
    yield from body_parts(article.body, article.photos)
    yield from _proofs(article)


def article_key(number: int) -> str:
    """The name of an article's place in the file."""
    return f"article-{number}"


def first_day(article: ArticleInReport) -> str:
    """The day the article first went out: that day decides its month."""
    return short_date(min((each.on for each in article.distributions if each.on), default=None))


def article_facts(article: ArticleInReport) -> str:
    """Topic, authors and event of an article in a line; "" where none is known."""
    facts = []
    if article.topic:
        facts.append(in_vietnamese("Topic: {topic}").format(topic=article.topic))
    if article.authors:
        facts.append(in_vietnamese("Author: {names}").format(names=", ".join(article.authors)))
    if article.event_date:
        facts.append(in_vietnamese("Event: {date}").format(date=short_date(article.event_date)))
    return "; ".join(facts) + "." if facts else ""


def _list_row(number: int, article: ArticleInReport) -> tuple[Cell, ...]:
    channels = dict.fromkeys(each.channel for each in article.distributions)
    mark = later_mark(article)
    title = Words("cell", (Span(shortened(article.title)), *((Span(f" {mark}", italic=True),) if mark else ())))
    return str(number), title, shortened("; ".join(channels)), first_day(article), PageOf(article_key(number))


def _proofs(article: ArticleInReport) -> Iterator[Words]:
    """Approval, and each way out with its proof."""
    if article.approved_by or article.approved_on:
        yield words(_approval(article), "proof")
    for each in article.distributions:
        yield _distribution(each)
    if not article.distributions:
        yield words(in_vietnamese("Not yet posted or sent."), "proof")


def _approval(article: ArticleInReport) -> str:
    if not article.approved_on:
        return in_vietnamese("Approved by {name}.").format(name=article.approved_by)
    day = short_date(article.approved_on)
    if not article.approved_by:
        return in_vietnamese("Approved on {date}.").format(date=day)
    return in_vietnamese("Approved by {name} on {date}.").format(name=article.approved_by, date=day)


def _distribution(each: Distributed) -> Words:
    plain = ", ".join(part for part in (each.channel, short_date(each.on)) if part)
    link = each.evidence if each.evidence.startswith(("https://", "http://")) else ""
    before = f"{in_vietnamese('Posted, sent:')} {plain}" + (", " if plain and each.evidence else "")
    return Words("proof", (Span(before), *((Span(each.evidence, link=link),) if each.evidence else ()), Span(".")))
