"""The month's page: what the plan asks of it, what is there, what is missing and what comes next.

Pure functions over plain facts, so that the window, the command line and the report say the same.
The rules are those of the plan (lines 295-301): tin bài and tư liệu are owed a month, for the school
unless the plan says otherwise; a product counts in exactly one month; late stays late.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.core.i18n import N_
from desktop_app.core.periods import Month

ARTICLE_PRODUCTS = ("tin", "bai", "tin_bai")
MATERIAL_PRODUCTS = ("photo", "video", "photo_or_video")

MONTH_WORDS = {
    "not_counted": N_("Not counted"),
    "not_yet": N_("Not begun"),
    "running": N_("Running"),
    "almost": N_("Almost met"),
    "met": N_("Met"),
    "met_recorded_later": N_("Met, recorded later"),
    "met_late": N_("Met late"),
    "missing": N_("Missing"),
    "exempt": N_("Exempt"),
}


class QuotaAsked(NamedTuple):
    """One line of what the plan asks; ``heads`` is how many schools, units, classes or people owe it."""

    scope: str
    product: str
    minimum: int
    per: str
    heads: int
    text: str


class Product(NamedTuple):
    """An article or a picture that counts: when it happened, when it was written down, where it was moved to."""

    id: str
    title: str
    product: str  # tin | bai | tin_bai | photo | video
    happened_on: date
    recorded_on: date
    credited_month: str | None = None
    dated_by_hand: bool = False


class MonthFacts(NamedTuple):
    """Everything known of one month before it is judged."""

    month: Month
    today: date
    counts_from: Month
    quotas: Sequence[QuotaAsked]
    articles: Sequence[Product]
    materials: Sequence[Product]
    approved_waiting: Sequence[str] = ()  # ids of approved articles not yet on any channel
    drafts: Sequence[str] = ()  # ids of articles being written or in review
    undescribed: int = 0  # pictures of this month that lack a caption, an activity or a check
    exempt_reason: str = ""
    grace_days: int = 5
    starts_on: int = 1


class Count(NamedTuple):
    """Have and need of one kind of product, with its state (a key of MONTH_WORDS)."""

    have: int
    need: int
    state: str
    recorded_later: tuple[str, ...] = ()
    recorded_on: date | None = None  # the last day on which one of those was written down
    late: tuple[str, ...] = ()


class NextAct(NamedTuple):
    """The one act that brings the month nearest to done: what (a code), on what, in words."""

    act: str
    id: str
    text: str


class Missing(NamedTuple):
    """One thing the month still owes: which kind, how many."""

    kind: str
    short: int
    text: str


class Ledger(NamedTuple):
    """The judged month."""

    month: Month
    state: str
    articles: Count
    materials: Count
    missing: list[Missing]
    next: NextAct | None
    days_left: int


def ledger(facts: MonthFacts) -> Ledger:
    """Judge a month by its facts."""
    articles = _count(facts, ARTICLE_PRODUCTS, facts.articles, waiting=bool(facts.approved_waiting))
    materials = _count(facts, MATERIAL_PRODUCTS, facts.materials, waiting=False)
    missing = _missing(articles, materials)
    return Ledger(
        month=facts.month,
        state=_month_state(facts, articles, materials),
        articles=articles,
        materials=materials,
        missing=missing if facts.month >= facts.counts_from and not facts.exempt_reason else [],
        next=next_act(facts, articles, materials),
        days_left=max(0, (_last_day(facts) - facts.today).days + 1) if _has_begun(facts) else 0,
    )


def need_of(quotas: Sequence[QuotaAsked], products: Sequence[str], month: Month, starts_on: int = 1) -> int:
    """How many products of these kinds the plan asks of ``month``.

    Quotas for different products add up (2 tin and 1 bài are 3); quotas that say the same thing twice do not.
    Quotas per term or year are no monthly duty.
    """
    needs: dict[str, int] = {}
    for quota in quotas:
        if quota.product in products:
            asked = quota.minimum * quota.heads * _times_in(quota.per, month, starts_on)
            needs[quota.product] = max(needs.get(quota.product, 0), asked)
    return sum(needs.values())


def _times_in(per: str, month: Month, starts_on: int) -> int:
    if per == "month":
        return 1
    return _weeks_ending_in(month, starts_on) if per == "week" else 0


def _weeks_ending_in(month: Month, starts_on: int) -> int:
    first, last = month.days(starts_on)
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    return sum(day.isoweekday() == 7 for day in days)


def belongs_to(product: Product, month: Month, starts_on: int = 1) -> bool:
    """Whether a product counts in ``month``: where it happened, or where the principal moved it."""
    if product.credited_month:
        return Month.parse(product.credited_month) == month
    return Month.of(product.happened_on, starts_on) == month


def _count(facts: MonthFacts, kinds: Sequence[str], products: Sequence[Product], *, waiting: bool) -> Count:
    need = need_of(facts.quotas, kinds, facts.month, facts.starts_on)
    ours = [product for product in products if belongs_to(product, facts.month, facts.starts_on)]
    in_time = [product for product in ours if not product.credited_month]
    grace_ends = _last_day(facts) + timedelta(days=facts.grace_days)
    later = [product for product in in_time if product.recorded_on > grace_ends]
    late = tuple(product.id for product in ours if product.credited_month)
    state = _count_state(facts, need, len(ours), len(in_time), len(later), waiting=waiting)
    recorded_on = max((product.recorded_on for product in later), default=None)
    return Count(len(ours), need, state, tuple(product.id for product in later), recorded_on, late)


def _count_state(facts: MonthFacts, need: int, have: int, in_time: int, later: int, *, waiting: bool) -> str:
    """The first of these that is true."""
    states = (
        ("not_counted", facts.month < facts.counts_from),
        ("exempt", bool(facts.exempt_reason)),
        ("met", in_time - later >= need),
        ("met_recorded_later", in_time >= need),
        ("met_late", have >= need),
        ("not_yet", not _has_begun(facts)),
        ("missing", facts.today > _last_day(facts)),
        ("almost", waiting),
    )
    return next((state for state, true in states if true), "running")


# The first of these that is true of either count is the month's state.
_WORST_FIRST = (
    "not_counted",
    "exempt",
    "missing",
    "not_yet",
    "running",
    "almost",
    "met_late",
    "met_recorded_later",
)


def _month_state(facts: MonthFacts, articles: Count, materials: Count) -> str:
    states = {articles.state, materials.state}
    return next((state for state in _WORST_FIRST if state in states), "met")


def _has_begun(facts: MonthFacts) -> bool:
    return facts.today >= facts.month.first_day(facts.starts_on)


def _last_day(facts: MonthFacts) -> date:
    return facts.month.last_day(facts.starts_on)


def _missing(articles: Count, materials: Count) -> list[Missing]:
    owed = (
        ("articles", articles, N_("{short} article to be published")),
        ("materials", materials, N_("{short} photo or video to be kept as material")),
    )
    return [Missing(kind, count.need - count.have, text) for kind, count, text in owed if count.have < count.need]


def next_act(facts: MonthFacts, articles: Count, materials: Count) -> NextAct | None:
    """The next needed thing: what is nearest to done comes first."""
    if articles.have < articles.need:
        if facts.approved_waiting:
            return NextAct("distribute", facts.approved_waiting[0], N_("Record where it was published"))
        if facts.drafts:
            return NextAct("open_article", facts.drafts[0], N_("Go on with the article"))
        return NextAct("write_article", "", N_("Write an article"))
    if materials.have < materials.need:
        if facts.undescribed:
            return NextAct("describe_media", "", N_("Describe the pictures taken in"))
        return NextAct("import_media", "", N_("Import photos"))
    return None


class CheckLine(NamedTuple):
    """A line of the month's checklist: done or not, required or advised, where to go for it."""

    text: str
    done: bool
    required: bool
    target: str


class ChecklistFacts(NamedTuple):
    """What the checklist looks at beside the ledger."""

    distributions_without_evidence: int
    pictures_without_caption: int
    reports_opinion_this_month: bool
    month_report_written: bool


def checklist(page: Ledger, facts: ChecklistFacts) -> list[CheckLine]:
    """The month's checklist, what the plan asks first."""
    lines = [
        CheckLine(
            N_("Articles published as the plan asks"),
            page.articles.have >= page.articles.need,
            True,
            "articles",
        ),
        CheckLine(N_("Photos or videos kept as material"), page.materials.have >= page.materials.need, True, "media"),
        CheckLine(
            N_("Every publication has its evidence"),
            not facts.distributions_without_evidence,
            True,
            "publish",
        ),
        CheckLine(N_("Every picture of the month has a caption"), not facts.pictures_without_caption, False, "media"),
        CheckLine(N_("The month's report is written"), facts.month_report_written, False, "reports"),
    ]
    if facts.reports_opinion_this_month:
        lines.append(CheckLine(N_("Report on public opinion (this period ends now)"), False, False, "opinions"))
    return lines


_CYCLE_MONTHS = {"month": 1, "quarter": 3, "term": 6, "year": 12}


def opinion_report_due(cycle: str, month: Month) -> bool:
    """Whether a period of the opinion report ends with this month (a "định kỳ" of the plan, a setting)."""
    return month.number % _CYCLE_MONTHS.get(cycle, 3) == 0
