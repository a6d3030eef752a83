"""The month's articles: a list in the letter, each text whole in the appendix with photos and proofs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.periods import short_date
from desktop_app.core.reports.body import body_pieces
from desktop_app.core.reports.decree import MM
from desktop_app.core.reports.document import Pages
from desktop_app.core.reports.figures import later_mark
from desktop_app.core.reports.pieces import GRID, gap, paragraph, table, text
from desktop_app.core.reports.snapshot import ArticleInReport, Distributed
from desktop_app.core.reports.wording import linked, plain, shortened

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

LIST_COLUMNS = (10 * MM, 72 * MM, 43 * MM, 25 * MM, 15 * MM)
AROUND_ARTICLE = 14.0


def article_list(articles: tuple[ArticleInReport, ...], pages: Pages) -> Flowable:
    """The letter's table of articles: title, where it went, since when, and its page in the appendix."""
    names = (N_("No."), N_("Title of the article"), N_("Channel (paper)"), N_("First day"), N_("Page"))
    head = [text("head", in_vietnamese(name)) for name in names]
    rows = [_list_row(n, article, pages) for n, article in enumerate(articles, 1)]
    return table([head, *rows], LIST_COLUMNS, [*GRID, ("ALIGN", (4, 1), (4, -1), "CENTER")], repeat=1)


def article_pieces(number: int, article: ArticleInReport, pages: Pages) -> Iterator[Flowable]:
    """One article whole: title, facts, lead, text, photos, approval and proofs."""
    if number > 1:
        yield gap(AROUND_ARTICLE)
    yield pages.anchor(article_key(number), f"{number}. {article.title}", level=1)
    yield paragraph("clause", f"{number}. {plain(article.title)}")
    facts = _facts(article)
    if facts:
        yield paragraph("note", plain(facts))
    if article.lead:
        yield text("lead", article.lead)
    if not any(block.text.strip() for block in article.body):
        yield text("note", in_vietnamese("The article has no text of its own."))
    yield from body_pieces(article.body, article.photos)
    yield from (paragraph("proof", each) for each in proofs(article))


def article_key(number: int) -> str:
    """The name of an article's place in the file."""
    return f"article-{number}"


def first_day(article: ArticleInReport) -> str:
    """The day the article first went out: that day decides its month."""
    return short_date(min((each.on for each in article.distributions if each.on), default=None))


def proofs(article: ArticleInReport) -> Iterator[str]:
    """Approval and each way out with its proof, as safe markup."""
    if article.approved_by or article.approved_on:
        yield plain(_approval(article))
    for each in article.distributions:
        yield _distribution(each)
    if not article.distributions:
        yield plain(in_vietnamese("Not yet posted or sent."))


def _list_row(number: int, article: ArticleInReport, pages: Pages) -> list[Flowable]:
    channels = dict.fromkeys(each.channel for each in article.distributions)
    mark = later_mark(article)
    title = plain(shortened(article.title)) + (f" <i>{plain(mark)}</i>" if mark else "")
    return [
        text("centre_cell", str(number)),
        paragraph("cell", title),
        text("cell", shortened("; ".join(channels))),
        text("centre_cell", first_day(article)),
        pages.reference(article_key(number)),
    ]


def _facts(article: ArticleInReport) -> str:
    facts = []
    if article.topic:
        facts.append(in_vietnamese("Topic: {topic}").format(topic=article.topic))
    if article.authors:
        facts.append(in_vietnamese("Author: {names}").format(names=", ".join(article.authors)))
    if article.event_date:
        facts.append(in_vietnamese("Event: {date}").format(date=short_date(article.event_date)))
    return "; ".join(facts) + "." if facts else ""


def _approval(article: ArticleInReport) -> str:
    if not article.approved_on:
        return in_vietnamese("Approved by {name}.").format(name=article.approved_by)
    day = short_date(article.approved_on)
    if not article.approved_by:
        return in_vietnamese("Approved on {date}.").format(date=day)
    return in_vietnamese("Approved by {name} on {date}.").format(name=article.approved_by, date=day)


def _distribution(each: Distributed) -> str:
    parts = [plain(each.channel), plain(short_date(each.on)), linked(each.evidence)]
    return plain(in_vietnamese("Posted, sent:")) + " " + ", ".join(part for part in parts if part) + "."
