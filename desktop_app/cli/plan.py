"""The plan by command: read it in, show it, print it."""

from __future__ import annotations

import argparse

from db.queries import plans
from desktop_app.cli.answers import Answer, Told
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.month_page import NoPlan
from desktop_app.core.plans.draft import PlanDraft
from desktop_app.core.plans.files import read_plan_file
from desktop_app.core.plans.saving import question_record, save_plan
from desktop_app.core.reports.plan_paper import write_plan_paper
from desktop_app.core.reports.plan_snapshot import plan_snapshot


def import_(home: Home, given: argparse.Namespace) -> Answer:
    """Read a plan file and keep it; what the reader was unsure of is listed to be settled."""
    draft = read_plan_file(given.file)
    saved = save_plan(draft, source_name=given.file.name)
    questions = [
        {**question_record(question), "text": question.worded(), "options": list(question.choices())}
        for question in draft.questions
    ]
    counts = {
        "topics": len(draft.topics),
        "items": sum(len(topic.items) for topic in draft.topics),
        "channels": len(draft.channels),
        "min_articles": draft.min_articles,
        "min_materials": draft.min_materials,
    }
    return Answer({**counts, "questions": questions, "plan": saved.id, "known": saved.known}, _told(draft, saved.known))


def _told(draft: PlanDraft, known: bool) -> list[str]:
    lines = [draft.title]
    if known:
        lines.append(_("This plan was here already; nothing was changed."))
    items = sum(len(topic.items) for topic in draft.topics)
    lines.append(_("{topics} topics, {items} items, {channels} channels").format(
        topics=len(draft.topics), items=items, channels=len(draft.channels)))  # fmt: skip
    lines.append(_("Each month at least {articles} article and {materials} photo or video").format(
        articles=draft.min_articles, materials=draft.min_materials))  # fmt: skip
    if draft.questions:
        lines += [
            "",
            _("To be settled by a person:"),
            *(f"  ? {question.worded()}" for question in draft.questions),
        ]
    return lines


def show(home: Home, given: argparse.Namespace) -> Answer:
    """The newest plan with its topics."""
    plan = plans.newest_plan()
    if plan is None:
        raise NoPlan(month="")
    topics = plans.topics(plan.id)
    rows = [{"code": row.code, "printed_no": row.printed_no, "title": row.title, "items": row.items} for row in topics]
    lines = [plan.title, *(f"{row.printed_no or '–':>3}  {row.title}" for row in topics)]
    return Answer({"plan": plan.id, "title": plan.title, "quota_from": plan.quota_from, "topics": rows}, lines)


def print_(home: Home, given: argparse.Namespace) -> Answer:
    """The newest plan as a document to sign."""
    plan = plans.newest_plan()
    if plan is None:
        raise NoPlan(month="")
    write_plan_paper(plan_snapshot(plan.id), given.file, Told())
    return Answer({"file": str(given.file)}, [str(given.file)])
