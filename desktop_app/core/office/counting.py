"""A school's months counted at the office, by the very rules the school counts by (core.months).

What counts is picked out here of the merged rows as db.queries.months picks it out of a school's own file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.core.channels import COUNTING_KINDS
from desktop_app.core.months import Ledger, MonthFacts, Product, QuotaAsked, ledger
from desktop_app.core.office.records import Fields
from desktop_app.core.periods import Month, months_between

Rows = Mapping[str, Fields]
"""The rows of one table by their id."""

COUNTED_TABLES = (
    *("plan", "quota", "unit", "person", "month_ledger"),
    *("article", "decision", "channel", "distribution", "media_asset"),
)
LONGEST_PLAN = 36
"""Months of a plan that are looked at; a school year has twelve."""
GONE = ("taken_down", "cancelled")
USED = ("done", "proved")


class Counted(NamedTuple):
    """The months a plan asks for, judged as they stand once they are over, and what counted in which month."""

    months: list[tuple[Ledger, date, date]]
    articles: dict[str, tuple[Month, date]]  # by id: the month it counts in, the day it went out
    materials: dict[str, Month]


def count(tables: Mapping[str, Rows]) -> Counted:
    """Judge every month of every plan of a school."""
    plans = _plans(tables["plan"])
    materials = list(_materials(tables["media_asset"]))
    products = {plan: _by_month(plan, tables, materials) for plan in {*plans.values()}}
    counted = Counted([], {}, {})
    for month, plan in sorted(plans.items()):
        facts = _facts(month, plan, tables, products[plan][month])
        counted.months.append((ledger(facts), *month.days(facts.starts_on)))
        counted.articles.update({product.id: (month, product.happened_on) for product in facts.articles})
        counted.materials.update({product.id: month for product in facts.materials})
    return counted


def _plans(rows: Rows) -> dict[Month, str]:
    """The plan of each month: the newest, where several hold it."""
    of: dict[Month, str] = {}
    for id_, plan in sorted(rows.items()):
        if not plan.get("deleted_at") and plan.get("period_start") and plan.get("period_end"):
            first = Month.of(_day(plan, "period_start"))
            last = min(Month.of(_day(plan, "period_end")), first.shifted(LONGEST_PLAN))
            of.update(dict.fromkeys(months_between(first, last), id_))
    return of


class Products(NamedTuple):
    """What counts in one month."""

    articles: list[Product]
    materials: list[Product]


def _by_month(plan_id: str, tables: Mapping[str, Rows], materials: list[Product]) -> dict[Month, Products]:
    """Each product under the one month it counts in (months.belongs_to), however many years there are."""
    starts_on = _starts_on(tables["plan"][plan_id])
    found: dict[Month, Products] = defaultdict(lambda: Products([], []))
    for article in _articles(plan_id, tables):
        found[_month_of(article, starts_on)].articles.append(article)
    for material in materials:
        found[_month_of(material, starts_on)].materials.append(material)
    return found


def _month_of(product: Product, starts_on: int) -> Month:
    return Month.parse(product.credited_month) if product.credited_month else Month.of(product.happened_on, starts_on)


def _starts_on(plan: Fields) -> int:
    return min(max(_number(plan, "month_starts_on", 1), 1), 28)


def _facts(month: Month, plan_id: str, tables: Mapping[str, Rows], products: Products) -> MonthFacts:
    plan = tables["plan"][plan_id]
    return MonthFacts(
        month=month,
        today=date.max,
        counts_from=Month.parse(_text(plan, "quota_from") or str(month)),
        quotas=[_asked(quota, tables) for quota in tables["quota"].values() if quota.get("plan_id") == plan_id],
        articles=products.articles,
        materials=products.materials,
        exempt_reason=_exempt_reason(plan_id, month, tables["month_ledger"]),
        grace_days=min(max(_number(plan, "record_grace_days", 5), 0), 366),
        starts_on=_starts_on(plan),
    )


def _asked(quota: Fields, tables: Mapping[str, Rows]) -> QuotaAsked:
    heads = {
        "unit": sum(not unit.get("deleted_at") for unit in tables["unit"].values()),
        "person": sum(bool(person.get("is_active", 1)) for person in tables["person"].values()),
    }
    scope = _text(quota, "scope")
    asked = (_text(quota, "product"), _number(quota, "minimum"), _text(quota, "per"))
    return QuotaAsked(scope, *asked, max(1, heads.get(scope, 1)), "")


def _exempt_reason(plan_id: str, month: Month, ledgers: Rows) -> str:
    reasons = (
        _text(page, "exempt_reason")
        for page in ledgers.values()
        if page.get("plan_id") == plan_id and page.get("month") == str(month) and not page.get("unit_id")
    )
    return next(reasons, "")


# ---------------------------------------------------------------- what counts


def _articles(plan_id: str, tables: Mapping[str, Rows]) -> Iterator[Product]:
    plan = tables["plan"][plan_id]
    found = _distributed(tables) if plan.get("count_rule", "distributed") == "distributed" else _approved(tables)
    for id_, days in sorted(found.items()):
        article = tables["article"].get(id_)
        if article and _is_product(article, plan_id):
            first, recorded = min(day for day, _ in days), min(day for _, day in days)
            month = _text(article, "credited_month") or None
            yield Product(id_, _text(article, "title"), _text(article, "kind"), first, recorded, month)


def _is_product(article: Fields, plan_id: str) -> bool:
    return bool(
        article.get("plan_id") == plan_id
        and not article.get("deleted_at")
        and article.get("topic_id")
        and article.get("state") not in GONE
    )


def _distributed(tables: Mapping[str, Rows]) -> dict[str, list[tuple[date, date]]]:
    """Approved on the very text that went out, on a channel that counts: the days it went, and was written down."""
    approved = {said.get("revision_id") for said in tables["decision"].values() if said.get("verdict") == "approved"}
    counting = {id_ for id_, channel in tables["channel"].items() if channel.get("kind") in COUNTING_KINDS}
    found: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for out in tables["distribution"].values():
        used = out.get("state") in USED and out.get("channel_id") in counting and out.get("done_on")
        if used and out.get("revision_id") in approved and out.get("recorded_at"):
            found[_text(out, "article_id")].append((_day(out, "done_on"), _day(out, "recorded_at")))
    return found


def _approved(tables: Mapping[str, Rows]) -> dict[str, list[tuple[date, date]]]:
    found: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for said in tables["decision"].values():
        if said.get("verdict") == "approved" and said.get("at"):
            found[_text(said, "article_id")].append((_day(said, "at"), _day(said, "at")))
    return found


def _materials(rows: Rows) -> Iterator[Product]:
    """Kept for the archive, checked, described; a burst counts once."""
    bursts: dict[str, list[tuple[str, Fields]]] = defaultdict(list)
    for id_, asset in sorted(rows.items()):
        if is_material(asset):
            bursts[_text(asset, "burst_of_id") or id_].append((id_, asset))
    for burst in bursts.values():
        (id_, first), assets = burst[0], [asset for _, asset in burst]
        taken = min(_day(asset, "taken_at") for asset in assets)
        written = min((_day(asset, "created_at") for asset in assets if asset.get("created_at")), default=taken)
        month = min((_text(asset, "credited_month") for asset in assets if asset.get("credited_month")), default=None)
        yield Product(id_, "", _text(first, "kind"), taken, written, month)


def is_material(asset: Fields) -> bool:
    """Whether a picture counts as material, whenever it was taken."""
    return bool(
        not asset.get("deleted_at")
        and asset.get("purpose_archive", 1)
        and asset.get("review") == "accepted"
        and asset.get("state", "kept") == "kept"
        and asset.get("caption")
        and asset.get("activity")
        and asset.get("taken_at")
    )


def _day(fields: Fields, name: str) -> date:
    return date.fromisoformat(str(fields[name]))


def _text(fields: Fields, name: str) -> str:
    return str(fields.get(name) or "")


def _number(fields: Fields, name: str, otherwise: int = 0) -> int:
    value = fields.get(name)
    return value if isinstance(value, int) else otherwise
