"""A month's report as a paper to sign: the letter with its figures; articles and photos as appendices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.i18n import N_, _, in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.periods import Month
from desktop_app.core.reports.articles import article_list, article_pieces
from desktop_app.core.reports.contact_sheet import contact_sheet
from desktop_app.core.reports.decree import decree, document_number, formal_date
from desktop_app.core.reports.document import About, Pages, milestone, new_part, write_document
from desktop_app.core.reports.figures import quota_table, topic_table
from desktop_app.core.reports.letterhead import addressed, letterhead, title
from desktop_app.core.reports.pieces import UNBREAKABLE, balanced, gap, opening, rule, text, together
from desktop_app.core.reports.signature import complete_recipients, signatures
from desktop_app.core.reports.snapshot import MonthReport, VideoInReport
from desktop_app.core.reports.wording import cited, listed, period_words

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SMALL_GAP = 6.0
ROOM_FOR_A_TABLE = 140.0
"""Points: a heading, the table's head and its first rows."""
ROMAN = ("I", "II", "III", "IV", "V")


def write_month_report(report: MonthReport, path: Path, progress: Progress) -> None:
    """Write the report's PDF to ``path``, whole or not at all. Raises Cancelled between two articles.

    Layout: Nghị định 30/2020/NĐ-CP, phụ lục I; III, mẫu 1.4. The same report gives the same bytes.
    """
    pages = Pages()
    steps = 2 * len(report.articles) + 1

    def story() -> list[Flowable]:
        return [*_letter(report, pages), *_appendices(report, pages, progress, steps)]

    write_document(story, pages, _about(report), path)
    progress.step(steps, steps, _("The report is written"))


def report_subject(report: MonthReport) -> str:
    """The report in a phrase: “Kết quả thực hiện công tác truyền thông tháng 5 năm 2024”."""
    return in_vietnamese("Results of the communications work of {period}").format(period=period_words(report))


def _about(report: MonthReport) -> About:
    word = decree().kinds["report"].name
    return About(f"{word} {_lower_first(report_subject(report))}", report.school_name, report.plan_title)


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


# ------------------------------------------------------------------ the letter


def _letter(report: MonthReport, pages: Pages) -> Iterator[Flowable]:
    kind = decree().kinds["report"]
    number = document_number(kind, report.number, report.school_short)
    yield pages.anchor("letter", kind.name)
    yield letterhead(report.authority_line, report.school_name, number, report.place, report.signed_on)
    yield from title(kind, report_subject(report))
    yield from addressed(report.addressees)
    yield text("body", _opening(report))
    yield from _section(pages, "I", N_("Results (section)"))
    yield from _results(report, pages)
    yield from _section(pages, "II", N_("Opinions of the public (section)"))
    yield from _paragraphs(report.opinions, N_("Nothing was raised in the period."))
    yield from _section(pages, "III", N_("What is still missing (section)"))
    yield from _lines(report.missing, N_("Nothing that the plan asks for is missing."))
    yield from _section(pages, "IV", N_("Work of the coming period (section)"))
    yield from _lines(report.next_month, N_("No work has been written down for the coming period yet."))
    yield from _close(report)


def _opening(report: MonthReport) -> str:
    basis = cited(report.basis, report.plan_title)
    facts = {"basis": basis, "school": report.school_name, "period": period_words(report) + _span(report)}
    if not basis:
        words = in_vietnamese("{school} reports on the communications work of {period} as follows:")
        return words.format(**facts)
    return in_vietnamese("Carrying out {basis}, {school} reports on {period} as follows:").format(**facts)


def _span(report: MonthReport) -> str:
    """The days of a reporting month that does not run from the 1st to the last, in brackets."""
    if not report.days or (not report.period_title and report.days == Month.parse(report.period).days()):
        return ""
    first, last = (formal_date(day) for day in report.days)
    return " " + in_vietnamese("(from {first} to {last})").format(first=first, last=last)


def _section(pages: Pages, number: str, name: str) -> Iterator[Flowable]:
    words = in_vietnamese(name)
    yield pages.anchor(f"section-{number}", f"{number}. {words}", level=1)
    yield text("section", f"{number}. {words}")


def _clause(number: int, name: str) -> Flowable:
    return text("clause", f"{number}. {in_vietnamese(name)}")


def _results(report: MonthReport, pages: Pages) -> Iterator[Flowable]:
    yield _clause(1, N_("Figures (heading)"))
    if report.figures.quotas:
        yield quota_table(report.figures)
        yield gap(SMALL_GAP)
    else:
        yield text("body", in_vietnamese("The plan sets no number for this period."))
    if report.figures.count_rule:
        yield text("note", report.figures.count_rule)
    if report.topics:
        yield from opening(_clause(2, N_("By topic of the plan")), ROOM_FOR_A_TABLE)
        yield topic_table(report.topics)
        yield gap(SMALL_GAP)
    yield from _results_listed(report, pages, 3 if report.topics else 2)


def _results_listed(report: MonthReport, pages: Pages, number: int) -> Iterator[Flowable]:
    yield _clause(number, N_("Articles posted, sent"))
    if report.articles:
        yield text("intro", _articles_sentence(report))
        yield article_list(report.articles, pages)
        yield gap(SMALL_GAP)
    else:
        yield text("body", in_vietnamese("No article was posted or sent in the period."))
    yield _clause(number + 1, N_("Photos and videos kept"))
    yield text("body", _materials_sentence(report))


def _materials_sentence(report: MonthReport) -> str:
    if not report.materials:
        return in_vietnamese("No photo or video was kept in the period.")
    videos = sum(isinstance(each, VideoInReport) for each in report.materials)
    counts = {
        N_("{count} photos (paper)"): len(report.materials) - videos,
        N_("{count} videos (paper)"): videos,
    }
    kept = ", ".join(in_vietnamese(words).format(count=count) for words, count in counts.items() if count)
    words = in_vietnamese("{kept}; they are shown in {appendix}.")
    return words.format(kept=kept, appendix=_appendix_names(report)["materials"])


def _articles_sentence(report: MonthReport) -> str:
    words = in_vietnamese("{count} articles; their whole text is in {appendix}.")
    return words.format(count=len(report.articles), appendix=_appendix_names(report)["articles"])


def _paragraphs(words: tuple[str, ...], nil: str) -> Iterator[Flowable]:
    for each in [each for each in words if each.strip()] or [in_vietnamese(nil)]:
        yield text("body", each)


def _lines(lines: tuple[str, ...], nil: str) -> Iterator[Flowable]:
    shown = [f"- {line}" for line in listed(lines)]
    for each in shown or [in_vietnamese(nil)]:
        yield text("body", each)


def _close(report: MonthReport) -> Iterator[Flowable]:
    words = in_vietnamese("This is the report of {school} on {period}")
    closing = words.format(school=report.school_name, period=period_words(report)) + decree().words.end
    recipients = complete_recipients(report.recipients, bool(report.addressees))
    block = signatures(report.signer, recipients, report.prepared_by)
    # A signature alone on a page could be put under any text.
    yield together([text("body", closing), gap(SMALL_GAP), block])


# -------------------------------------------------------------- the appendices


def _appendix_names(report: MonthReport) -> dict[str, str]:
    """“Phụ lục I”, “Phụ lục II”; a single appendix has no number (mục III, khoản 1a)."""
    parts = [name for name in ("articles", "materials") if getattr(report, name)]
    word = decree().words.appendix
    if len(parts) == 1:
        return {parts[0]: word}
    return {name: f"{word} {number}" for name, number in zip(parts, ROMAN, strict=False)}


def _appendices(report: MonthReport, pages: Pages, progress: Progress, steps: int) -> Iterator[Flowable]:
    if report.articles:
        yield from _appendix_head(report, pages, "articles", N_("Articles of {period}"))
        for number, article in enumerate(report.articles, 1):
            words = _("Setting article {number} of {total}").format(number=number, total=len(report.articles))
            progress.step(number - 1, steps, words)
            yield milestone(progress, len(report.articles) + number - 1, steps, words)
            yield from article_pieces(number, article, pages)
    if report.materials:
        yield from _appendix_head(report, pages, "materials", N_("Photos and videos of {period}"))
        yield from contact_sheet(report.materials)


def _appendix_head(report: MonthReport, pages: Pages, part: str, name: str) -> Iterator[Flowable]:
    """Number, title, and the letter it belongs to (mục III, khoản 1b, 1c), a rule under them (mẫu 2.1)."""
    words = in_vietnamese(name).format(period=period_words(report))
    label, width = _appendix_names(report)[part], decree().page.text_width
    yield from new_part()
    yield pages.anchor(part, f"{label}. {words}")
    yield text("appendix", label)
    yield balanced("appendix_title", words, width)[0]
    reference, longest = balanced("appendix_reference", _attached(report), width)
    yield reference
    yield rule(width, longest * decree().rules.subject, below=3)
    yield gap(2 * SMALL_GAP)


def _attached(report: MonthReport) -> str:
    kind = decree().kinds["report"]
    return decree().words.attached.format(
        kind=kind.name,
        number=document_number(kind, report.number, report.school_short),
        date=formal_date(report.signed_on).replace(" ", UNBREAKABLE),
        issuer=report.school_name,
    )
