"""What goes to the authority with a month: the letter's enclosures and the minutes' list, from the kept records."""

from __future__ import annotations

from datetime import date

from db.models import Bundle, Report
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.month_page import month_ids
from desktop_app.core.reports.decree import decree, document_number, formal_date
from desktop_app.core.reports.handing_snapshot import CoveringLetter, Enclosure, HandedOver, Minutes
from desktop_app.core.reports.letter_facts import letter_facts
from desktop_app.core.reports.span_gathering import period_title, plan_of_period
from desktop_app.core.spans import MonthSpan


def gather_letter(period: MonthSpan) -> CoveringLetter:
    """The covering letter of a month's report. Raises NoPlan, SchoolNotSetUp."""
    plan = plan_of_period(period)
    facts = letter_facts(plan, period.days(plan.month_starts_on)[1])
    report = _report(plan.id, period)
    ids = month_ids(period.last)
    name = in_vietnamese(N_("Report on the communications work")) + _numbered(report, facts["school_short"])
    enclosures = [Enclosure(name)]
    if ids.articles:
        words = in_vietnamese("{count} articles (enclosure)")
        enclosures.append(Enclosure(in_vietnamese(N_("Articles (enclosure)")), words.format(count=len(ids.articles))))
    if ids.materials:
        words = in_vietnamese("{count} files (enclosure)")
        enclosures.append(
            Enclosure(in_vietnamese(N_("Photos and videos (enclosure)")), words.format(count=len(ids.materials)))
        )
    return CoveringLetter(**facts, period=period.key, period_title=period_title(period), enclosures=tuple(enclosures))


def gather_minutes(period: MonthSpan) -> Minutes:
    """The minutes of handing a month's bundle over. Raises NoPlan, SchoolNotSetUp."""
    plan = plan_of_period(period)
    day = min(date.today(), period.days(plan.month_starts_on)[1])
    facts = letter_facts(plan, day)
    bundle, ids = _bundle(plan.id, period), month_ids(period.last)
    things = [HandedOver(in_vietnamese(N_("Report on the communications work")), 1)]
    counted = (
        (N_("Articles (enclosure)"), len(ids.articles)),
        (N_("Photos and videos (enclosure)"), len(ids.materials)),
    )
    things += [HandedOver(in_vietnamese(name), count) for name, count in counted if count]
    if bundle is not None:
        things.append(HandedOver(in_vietnamese(N_("All files of the bundle")), bundle.files, bundle.bytes))
    return Minutes(
        **{**facts, "addressees": (), "recipients": ()},
        period=period.key,
        period_title=period_title(period),
        things=tuple(things),
        bundle=bundle.name if bundle else "",
        proof=bundle.manifest_sha256 if bundle else "",
        receiver=facts["addressees"][0] if facts["addressees"] else "",
    )


def _numbered(report: Report | None, short: str) -> str:
    """“ số 05/BC-THMM2 ngày …” of a report that has its number, else nothing."""
    if report is None or report.number is None:
        return ""
    number = document_number(decree().kinds["report"], report.number, short)
    words = in_vietnamese("no. {number} {date}").format(number=number, date=formal_date(report.signed_on))
    return f" {words}"


def _report(plan_id: str, period: MonthSpan) -> Report | None:
    ours = (Report.plan == plan_id) & (Report.kind == "month") & (Report.period == period.key)
    return Report.select().where(ours).order_by(Report.edition.desc()).first()


def _bundle(plan_id: str, period: MonthSpan) -> Bundle | None:
    """The newest bundle of the month that was written and proved."""
    return (
        Bundle.select()
        .join(Report)
        .where(Report.plan == plan_id, Report.period == period.key, Bundle.verified_at.is_null(False))
        .order_by(Bundle.id.desc())
        .first()
    )
