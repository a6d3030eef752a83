"""The plan in the records, gathered for its paper: sections under their headings, topics where the plan puts them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import groupby

from db.models import School
from db.queries import plans
from db.queries.plans import ClauseRow, PlanRow
from desktop_app.core import school
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.month_page import NoPlan
from desktop_app.core.reports.snapshot import Basis, PlanDocument, PlanSection, PlanTopic, Signer
from desktop_app.core.school import SchoolNotSetUp

_LETTER = re.compile(r"[a-zđ]{1,2}")


def plan_snapshot(plan_id: str) -> PlanDocument:
    """Everything the plan's paper says, as the records stand now. Raises NoPlan, SchoolNotSetUp."""
    ours, plan = School.get_or_none(), plans.plan(plan_id)
    if plan is None:
        raise NoPlan(month="")
    if ours is None:
        raise SchoolNotSetUp
    parent = school.parent_on(plan.signed_on or date.today())
    return PlanDocument(
        title=plan.title,
        school_name=ours.name,
        school_short=ours.short_name,
        signer=Signer((plan.signed_post,), plan.signed_by),
        authority_line=parent.letterhead if parent else "",
        number=_own_number(plan.number),
        place=ours.place,
        signed_on=plan.signed_on,
        basis=basis_of(plan),
        sections=_with_topics(_sections(plan_id), _topics(plan_id), _content_path(plan_id)),
        prepared_by=_preparer(plan),
    )


def basis_of(plan: PlanRow) -> Basis:
    """The document the plan answers to, taken apart."""
    if not plan.basis:
        return Basis()
    number, issued_on, issuer = plan.basis.split("|", 2)
    return Basis(symbol=number, issued_on=date.fromisoformat(issued_on) if issued_on else None, issuer=issuer)


def _own_number(number: str) -> int | None:
    """12 of “12/KH-THMM2”; None while the plan has no number."""
    found = re.match(r"\d+", number)
    return int(found[0]) if found else None


def _preparer(plan: PlanRow) -> Signer | None:
    words = in_vietnamese(N_("PREPARED BY"))
    return Signer((words,), plan.prepared_by) if plan.prepared_by else None


def _sections(plan_id: str) -> dict[str, PlanSection]:
    """Path to section, in order; a heading with no paragraph of its own is taken from the plan's text."""
    source = plans.source_text(plan_id)
    sections: dict[str, PlanSection] = {}
    for path, group in groupby(plans.clauses(plan_id), key=_section_path):
        clauses = list(group)
        chief = path.partition(".")[0]
        if chief not in sections and chief != path:
            sections[chief] = PlanSection(chief, _heading_in(source, chief))
        sections[path] = PlanSection(path.rpartition(".")[2], clauses[0].heading, _paragraphs(clauses))
    return sections


def _section_path(clause: ClauseRow) -> str:
    """“I.1” of the paragraph “I.1.a”."""
    above, _, last = clause.path.rpartition(".")
    return above if above and _LETTER.fullmatch(last) else clause.path


def _paragraphs(clauses: list[ClauseRow]) -> tuple[str, ...]:
    return tuple(clause.text for clause in clauses if clause.text.strip())


def _heading_in(source: str, label: str) -> str:
    found = re.search(rf"^[ \t]*{re.escape(label)}\.[ \t]+(\S.*)$", source, re.MULTILINE)
    return found[1].strip() if found else ""


def _topics(plan_id: str) -> tuple[PlanTopic, ...]:
    return tuple(
        PlanTopic(topic.printed_no or "", topic.title, tuple(item.text for item in plans.items(topic.id)))
        for topic in plans.topics(plan_id)
    )


def _content_path(plan_id: str) -> str:
    """The section that the table of topics belongs under."""
    paths = [_section_path(clause) for clause in plans.clauses(plan_id) if clause.kind == "content"]
    return paths[-1] if paths else ""


def _with_topics(sections: dict[str, PlanSection], topics: tuple[PlanTopic, ...], path: str) -> tuple[PlanSection, ...]:
    """The sections with the table under its own; a plan that names no such section ends with the table."""
    if not topics:
        return tuple(sections.values())
    if path not in sections:
        table = PlanSection("", in_vietnamese(N_("Topics of the plan")), topics=topics)
        return (*sections.values(), table)
    return tuple((sections | {path: replace(sections[path], topics=topics)}).values())
