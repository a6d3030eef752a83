"""What every letter on a plan's work shows at its head and foot, as it stands on the day it would be written."""

from __future__ import annotations

from datetime import date
from typing import Any

from db.models import School
from db.queries.plans import PlanRow
from desktop_app.core import school
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.reports.plan_snapshot import basis_of
from desktop_app.core.reports.snapshot import Signer
from desktop_app.core.school import SchoolNotSetUp


def letter_facts(plan: PlanRow, last_day: date) -> dict[str, Any]:
    """The fields of a ``snapshot.Letter`` for a time that ends on ``last_day``. Raises SchoolNotSetUp."""
    ours = School.get_or_none()
    if ours is None:
        raise SchoolNotSetUp
    day = min(date.today(), last_day)
    parent = school.parent_on(day)
    offices = tuple(office.name for office in school.report_recipients_on(day))
    return {
        "school_name": ours.name,
        "school_short": ours.short_name,
        "signer": Signer((in_vietnamese(N_("PRINCIPAL")),), _head_name(day, plan)),
        "authority_line": parent.letterhead if parent else "",
        "place": ours.place,
        "addressees": offices,
        "recipients": offices[1:],
        "basis": basis_of(plan),
        "plan_title": plan.title,
    }


def _head_name(day: date, plan: PlanRow) -> str:
    leader = school.holder_of(school.PRINCIPAL, day)
    return str(leader.name) if leader else plan.signed_by
