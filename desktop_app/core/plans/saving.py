"""A plan that was read and corrected enters the records, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db import database
from db.models import (
    Authority,
    Channel,
    Document,
    Plan,
    PlanClause,
    Quota,
    RoleDuty,
    School,
    Topic,
    TopicItem,
)
from desktop_app.core import audit, school
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.periods import Month
from desktop_app.core.plans.codes import codes_for
from desktop_app.core.plans.draft import BasisDocument, PlanDraft, Question, TopicDraft

_YEARS = re.compile(r"(\d{4})(?:\s*[-–/]\s*(\d{4}))?")
SCHOOL_YEAR_STARTS = 8  # August: pupils come back before the opening on 5 September


class NoPeriod(UserError):
    message = N_("The plan does not say which year it is for.")
    hint = N_("Write the year into the plan's title, for example “năm 2024”, or choose it while importing.")


class SavedPlan(NamedTuple):
    """The plan's id, and whether it was here already (the same source text)."""

    id: str
    known: bool


def save_plan(draft: PlanDraft, *, source_name: str = "", by_name: str = "") -> SavedPlan:
    """Keep a plan with its topics, items, quotas and channels; what it says of the school fills what is unknown.

    The same source text is never kept twice. Raises NoPeriod.
    """
    known = Plan.get_or_none(Plan.source_sha256 == draft.source_sha256, Plan.deleted_at.is_null())
    if known is not None:
        return SavedPlan(str(known.id), known=True)
    start, end = period_of(draft)
    with database.atomic():
        plan = _keep_plan(draft, start, end, source_name)
        _keep_text(plan, draft)
        _keep_topics(plan, draft.topics)
        _keep_channels(draft)
        _introduce_school(draft)
        audit.record("import plan", "plan", plan.id, by_name, sha256=draft.source_sha256, file=source_name)
    return SavedPlan(str(plan.id), known=False)


def period_of(draft: PlanDraft) -> tuple[date, date]:
    """First and last day of the plan: its calendar year ("năm 2024"), else its school year. Raises NoPeriod."""
    for label in (draft.year_label, draft.school_year_label, draft.title):
        found = _YEARS.search(label)
        if found and found[2]:
            last_month = Month(int(found[2]), SCHOOL_YEAR_STARTS - 1)
            return date(int(found[1]), SCHOOL_YEAR_STARTS, 1), last_month.last_day()
        if found:
            return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
    raise NoPeriod


def first_counted_month(draft: PlanDraft) -> Month:
    """The month of the document the plan rests on (nothing was asked before it), else the period's first."""
    start, end = period_of(draft)
    asked = [document.issued_on for document in draft.basis if document.issued_on]
    return next((Month.of(day) for day in asked if start <= day <= end), Month.of(start))


def _keep_plan(draft: PlanDraft, start: date, end: date, source_name: str) -> Plan:
    signers = {signer.post.casefold(): signer for signer in draft.signers}
    head = next((signer for signer in draft.signers if "hiệu trưởng" in signer.post.casefold()), None)
    drafter = signers.get("người lập")
    return Plan.create(
        title=draft.title,
        number=draft.own_number or "",
        signed_on=draft.own_date,
        year_label=draft.year_label,
        school_year_label=draft.school_year_label,
        period_start=start,
        period_end=end,
        quota_from=str(first_counted_month(draft)),
        basis_document=_keep_basis(draft.basis),
        source_text=draft.source_text,
        source_sha256=draft.source_sha256,
        source_name=source_name,
        corrections=[[correction.wrong, correction.right] for correction in draft.corrections],
        questions=[question_record(question) for question in draft.questions],
        prepared_by=drafter.name if drafter else "",
        signed_by=head.name if head else "",
        signed_post=head.post if head else "",
        state="issued",
    )


def question_record(question: Question) -> dict[str, object]:
    """A question as it is kept and printed: its code, where it arose, its words with their facts."""
    return {
        "code": question.code,
        "where": question.where,
        "text": question.text,
        "facts": dict(question.facts),
        "options": list(question.options),
        "answer": None,
    }


def _keep_basis(basis: Sequence[BasisDocument]) -> Document | None:
    documents = [
        Document.create(number=paper.number, issued_on=paper.issued_on, issuer=paper.issuer, about=paper.about)
        for paper in basis
    ]
    return documents[0] if documents else None


def _keep_text(plan: Plan, draft: PlanDraft) -> None:
    for sort, clause in enumerate(draft.clauses):
        PlanClause.create(
            plan=plan, path=clause.path, kind=clause.kind, heading=clause.heading, text=clause.text, sort=sort
        )
    duties = [(role.name, duty) for role in draft.roles for duty in role.duties]
    for sort, (name, duty) in enumerate(duties):
        RoleDuty.create(plan=plan, role_name=name, text=duty, sort=sort)
    for sort, quota in enumerate(draft.quotas):
        Quota.create(
            plan=plan,
            scope=quota.scope,
            product=quota.product,
            minimum=quota.minimum,
            maximum=quota.maximum,
            per=quota.per,
            deadline=quota.deadline,
            text=quota.text,
            sort=sort,
        )


def _keep_topics(plan: Plan, topics: Sequence[TopicDraft]) -> None:
    for sort, (draft, code) in enumerate(zip(topics, codes_for(topics), strict=True)):
        topic = Topic.create(
            plan=plan,
            code=code,
            printed_no=draft.printed_no,
            title=draft.title,
            sort=sort,
            window_end=draft.window_end,
        )
        for order, item in enumerate(draft.items):
            TopicItem.create(topic=topic, text=item.text, had_dash=item.had_dash, sort=order)


def _keep_channels(draft: PlanDraft) -> None:
    known = {(channel.kind, channel.url) for channel in Channel.select()}
    for channel in draft.channels:
        if (channel.kind, channel.url) not in known:
            Channel.create(
                kind=channel.kind,
                name=channel.name,
                url=channel.url,
                is_official=channel.official,
                sort=Channel.select().count(),
            )


def _introduce_school(draft: PlanDraft) -> None:
    """A plan names its school, its head and the office above: enough to begin, corrected in Settings."""
    head = next((signer.name for signer in draft.signers if "hiệu trưởng" in signer.post.casefold()), "")
    if School.select().count() or not draft.school_name:
        return
    offices = [] if Authority.select().count() else [paper.issuer for paper in draft.basis if paper.issuer][:1]
    school.set_up(
        school.SchoolGiven(
            name=draft.school_name,
            short_name=school.short_name_of(draft.school_name),
            principal=head,
            authorities=[school.AuthorityGiven(office, kind="education_office") for office in offices],
        )
    )
