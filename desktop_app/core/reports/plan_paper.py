"""The plan itself as a paper to sign: its sections in order, its topics as a table, under the decree's head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.i18n import N_, _, in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.decree import MM, decree, document_number
from desktop_app.core.reports.document import About, Pages, milestone, write_document
from desktop_app.core.reports.letterhead import letterhead, title
from desktop_app.core.reports.pieces import GRID, gap, table, text, together
from desktop_app.core.reports.signature import complete_recipients, signatures
from desktop_app.core.reports.snapshot import PlanDocument, PlanSection, PlanTopic
from desktop_app.core.reports.wording import cited

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

TOPIC_COLUMNS = (12 * MM, 48 * MM, 105 * MM)
SMALL_GAP = 6.0
_ROMAN = re.compile(r"[IVXLC]+")


def write_plan_paper(plan: PlanDocument, path: Path, progress: Progress) -> None:
    """Write the plan's PDF to ``path``, whole or not at all. Raises Cancelled between two sections.

    Layout: Nghị định 30/2020/NĐ-CP, phụ lục I; III, mẫu 1.4: a plan has no “Kính gửi”.
    """
    pages = Pages()
    kind = decree().kinds["plan"]

    def story() -> list[Flowable]:
        return [*_head(plan, pages), *_sections(plan, pages, progress), *_foot(plan)]

    about = About(f"{kind.name} {plan.title[:1].lower()}{plan.title[1:]}", plan.school_name, plan.title)
    write_document(story, pages, about, path)
    progress.step(len(plan.sections), len(plan.sections), _("The plan is written"))


def _head(plan: PlanDocument, pages: Pages) -> Iterator[Flowable]:
    kind = decree().kinds["plan"]
    number = document_number(kind, plan.number, plan.school_short)
    yield pages.anchor("plan", kind.name)
    yield letterhead(plan.authority_line, plan.school_name, number, plan.place, plan.signed_on)
    yield from title(kind, plan.title)
    basis = cited(plan.basis, "")
    if basis:
        words = in_vietnamese("Carrying out {basis}, {school} draws up this plan as follows:")
    else:
        words = in_vietnamese("{school} draws up this plan as follows:")
    yield text("body", words.format(basis=basis, school=plan.school_name))


def _sections(plan: PlanDocument, pages: Pages, progress: Progress) -> Iterator[Flowable]:
    for number, section in enumerate(plan.sections):
        yield milestone(progress, number, len(plan.sections), section.title)
        yield from _section(section, f"section-{number}", pages)
    if not plan.sections:
        yield text("body", in_vietnamese("The plan has no text of its own yet."))


def _section(section: PlanSection, key: str, pages: Pages) -> Iterator[Flowable]:
    chief = _ROMAN.fullmatch(section.number) is not None
    words = f"{section.number}. {section.title}" if section.number else section.title
    yield pages.anchor(key, words, level=1 if chief else 2)
    yield text("section" if chief else "clause", words)
    yield from (text("body", each) for each in section.paragraphs)
    if section.topics:
        yield gap(SMALL_GAP)
        yield topics_table(section.topics)
        yield gap(2 * SMALL_GAP)


def topics_table(topics: tuple[PlanTopic, ...]) -> Flowable:
    """Number, topic, contents, as plans print them; a topic without a number keeps none."""
    names = (N_("No."), N_("Topic (heading)"), N_("What it holds (plan)"))
    head = [text("head", in_vietnamese(name)) for name in names]
    rows = [[text("centre_cell", topic.printed_no), text("cell", topic.title), _items(topic)] for topic in topics]
    # A long topic may run over a page: a row that could not break would leave half a page white.
    return table([head, *rows], TOPIC_COLUMNS, [*GRID, ("VALIGN", (0, 1), (-1, -1), "TOP")], repeat=1)


def _items(topic: PlanTopic) -> list[Flowable]:
    if len(topic.items) < 2:
        return [text("cell", item) for item in topic.items]
    return [text("cell", f"- {item}") for item in topic.items]


def _foot(plan: PlanDocument) -> Iterator[Flowable]:
    words = in_vietnamese("This is the plan “{title}” of {school}")
    closing = words.format(title=plan.title, school=plan.school_name) + decree().words.end
    block = signatures(plan.signer, complete_recipients(plan.recipients, False), plan.prepared_by)
    yield together([text("body", closing), gap(SMALL_GAP), block])
