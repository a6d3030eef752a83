"""One month of one plan, gathered from the records and judged: what every face of the program shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db.models import Person, Unit
from db.queries import months as counted
from db.queries import plans
from db.queries import reports as reported
from db.queries.plans import PlanRow, QuotaRow
from db.queries.reports import ApprovedArticle, PictureRow
from desktop_app.core import months
from desktop_app.core.channels import COUNTING_KINDS
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.months import CheckLine, Ledger, MonthFacts, Product, QuotaAsked
from desktop_app.core.periods import Month, months_between


class NoPlan(UserError):
    message = N_("There is no plan for {month}.")
    hint = N_("Import the school's plan first: “loa plan import FILE”, or the screen Plan.")


def plan_of(month: Month) -> PlanRow:
    """The plan that month belongs to. Raises NoPlan."""
    plan = plans.plan_for(str(month))
    if plan is None:
        raise NoPlan(month=month.label())
    return plan


def ledger_of(month: Month, today: date | None = None) -> Ledger:
    """The judged page of ``month``. Raises NoPlan."""
    plan = plan_of(month)
    return months.ledger(_facts(plan, month, today or date.today()))


def year_of(plan: PlanRow, today: date | None = None) -> list[Ledger]:
    """Every month of a plan, judged; what counts is asked of the records once."""
    first, last = Month.of(plan.period_start), Month.of(plan.period_end)
    base = _facts(plan, first, today or date.today())
    return [
        months.ledger(base._replace(month=month, exempt_reason=counted.exempt_reason(plan.id, str(month))))
        for month in months_between(first, last)
    ]


def _facts(plan: PlanRow, month: Month, today: date) -> MonthFacts:
    first, last = month.days(plan.month_starts_on)
    return MonthFacts(
        month=month,
        today=today,
        counts_from=Month.parse(plan.quota_from),
        quotas=[_asked(quota) for quota in plans.quotas(plan.id)],
        articles=[Product(*row) for row in counted.counted_articles(plan.id, plan.count_rule, COUNTING_KINDS)],
        materials=[Product(*row) for row in counted.counted_materials()],
        approved_waiting=counted.approved_waiting(plan.id),
        drafts=counted.unfinished_articles(plan.id),
        undescribed=counted.undescribed_media(first, last),
        exempt_reason=counted.exempt_reason(plan.id, str(month)),
        grace_days=plan.record_grace_days,
        starts_on=plan.month_starts_on,
    )


def _asked(quota: QuotaRow) -> QuotaAsked:
    heads = {
        "unit": lambda: Unit.select().where(Unit.deleted_at.is_null()).count(),
        "person": lambda: Person.select().where(Person.is_active).count(),
    }.get(quota.scope, lambda: 1)()
    return QuotaAsked(quota.scope, quota.product, quota.minimum, quota.per, max(1, heads), quota.text)


def checklist_of(page: Ledger) -> list[CheckLine]:
    """The checklist of a judged month."""
    plan = plan_of(page.month)
    first, last = page.month.days(plan.month_starts_on)
    return months.checklist(
        page,
        months.ChecklistFacts(
            distributions_without_evidence=counted.unproved_distributions(first, last),
            pictures_without_caption=counted.uncaptioned_media(first, last),
            reports_opinion_this_month=months.opinion_report_due(plan.report_cycle, page.month),
            month_report_written=counted.report_written(plan.id, str(page.month)),
        ),
    )


class MonthContents(NamedTuple):
    """What counted in a month: the articles as approved and the kept pictures, in order of the days."""

    articles: list[ApprovedArticle]
    materials: list[PictureRow]


class MonthPage(NamedTuple):
    """A month whole: its plan, how it is judged, what counted. Asked of the records once, so that all of it agrees."""

    plan: PlanRow
    ledger: Ledger
    contents: MonthContents


def page_of(month: Month, today: date | None = None) -> MonthPage:
    """The whole page of ``month``. Raises NoPlan."""
    plan = plan_of(month)
    facts = _facts(plan, month, today or date.today())
    return MonthPage(plan, months.ledger(facts), _contents(facts))


def _contents(facts: MonthFacts) -> MonthContents:
    articles = [reported.approved_article(product.id) for product in _ours(facts, facts.articles)]
    pictures = reported.pictures([product.id for product in _ours(facts, facts.materials)])
    return MonthContents([one for one in articles if one], pictures)


def _ours(facts: MonthFacts, products: Sequence[Product]) -> list[Product]:
    return [product for product in products if months.belongs_to(product, facts.month, facts.starts_on)]


class MonthContentIds(NamedTuple):
    """Ids of what counted in a month; ``videos`` is how many of the materials are videos."""

    articles: list[str]
    materials: list[str]
    videos: int


def month_ids(month: Month) -> MonthContentIds:
    """What counted in ``month``, by id alone. Raises NoPlan."""
    facts = _facts(plan_of(month), month, date.today())
    materials = _ours(facts, facts.materials)
    videos = sum(product.product == "video" for product in materials)
    articles = [product.id for product in _ours(facts, facts.articles)]
    return MonthContentIds(articles, [product.id for product in materials], videos)
