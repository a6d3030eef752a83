"""A month's report as a paper to sign: the letter with its figures; articles and photos as appendices."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.core.i18n import N_, _, in_vietnamese
from desktop_app.core.reports.articles import article_list, article_parts
from desktop_app.core.reports.decree import decree
from desktop_app.core.reports.figures import quota_table, topic_table
from desktop_app.core.reports.letter_parts import (
    attached_to,
    clause,
    letter_head,
    opening,
    section,
    what_follows,
)
from desktop_app.core.reports.paper import Appendix, ContactSheet, Milestone, Paper, Part, lower_first, words
from desktop_app.core.reports.snapshot import MonthReport, VideoInReport
from desktop_app.core.reports.wording import period_words

ROMAN = ("I", "II", "III", "IV", "V")


def month_paper(report: MonthReport) -> Paper:
    """The report's parts in order. Layout: Nghị định 30/2020/NĐ-CP, phụ lục I; III, mẫu 1.4."""
    title = f"{decree().kinds['report'].name} {lower_first(report_subject(report))}"
    return Paper(title, report.school_name, report.plan_title, lambda: _parts(report))


def report_subject(report: MonthReport) -> str:
    """The report in a phrase: “Kết quả thực hiện công tác truyền thông tháng 5 năm 2024”."""
    return in_vietnamese("Results of the communications work of {period}").format(period=period_words(report))


def _parts(report: MonthReport) -> Iterator[Part]:
    yield from _letter(report)
    yield from _appendices(report)


# ------------------------------------------------------------------ the letter


def _letter(report: MonthReport) -> Iterator[Part]:
    yield from letter_head(report, decree().kinds["report"], report_subject(report))
    yield opening(report)
    yield section("I", N_("Results (section)"))
    yield from _results(report)
    yield from what_follows(report)


def _results(report: MonthReport) -> Iterator[Part]:
    yield clause(1, N_("Figures (heading)"))
    if report.figures.quotas:
        yield quota_table(report.figures)
    else:
        yield words(in_vietnamese("The plan sets no number for this period."))
    if report.figures.count_rule:
        yield words(report.figures.count_rule, "note")
    if report.topics:
        yield clause(2, N_("By topic of the plan"))
        yield topic_table(report.topics)
    yield from _results_listed(report, 3 if report.topics else 2)


def _results_listed(report: MonthReport, number: int) -> Iterator[Part]:
    yield clause(number, N_("Articles posted, sent"))
    if report.articles:
        yield words(_articles_sentence(report), "intro")
        yield article_list(report.articles)
    else:
        yield words(in_vietnamese("No article was posted or sent in the period."))
    yield clause(number + 1, N_("Photos and videos kept"))
    yield words(_materials_sentence(report))


def _materials_sentence(report: MonthReport) -> str:
    if not report.materials:
        return in_vietnamese("No photo or video was kept in the period.")
    videos = sum(isinstance(each, VideoInReport) for each in report.materials)
    counts = {
        N_("{count} photos (paper)"): len(report.materials) - videos,
        N_("{count} videos (paper)"): videos,
    }
    kept = ", ".join(in_vietnamese(each).format(count=count) for each, count in counts.items() if count)
    sentence = in_vietnamese("{kept}; they are shown in {appendix}.")
    return sentence.format(kept=kept, appendix=_appendix_names(report)["materials"])


def _articles_sentence(report: MonthReport) -> str:
    sentence = in_vietnamese("{count} articles; their whole text is in {appendix}.")
    return sentence.format(count=len(report.articles), appendix=_appendix_names(report)["articles"])


# -------------------------------------------------------------- the appendices


def _appendix_names(report: MonthReport) -> dict[str, str]:
    """“Phụ lục I”, “Phụ lục II”; a single appendix has no number (mục III, khoản 1a)."""
    parts = [name for name in ("articles", "materials") if getattr(report, name)]
    word = decree().words.appendix
    if len(parts) == 1:
        return {parts[0]: word}
    return {name: f"{word} {number}" for name, number in zip(parts, ROMAN, strict=False)}


def _appendices(report: MonthReport) -> Iterator[Part]:
    if report.articles:
        yield _appendix(report, "articles", N_("Articles of {period}"))
        for number, article in enumerate(report.articles, 1):
            yield Milestone(_("Setting article {number} of {total}").format(number=number, total=len(report.articles)))
            yield from article_parts(number, article)
    if report.materials:
        yield _appendix(report, "materials", N_("Photos and videos of {period}"))
        yield ContactSheet(report.materials)


def _appendix(report: MonthReport, part: str, name: str) -> Appendix:
    """Number, title, and the letter it belongs to (mục III, khoản 1b, 1c)."""
    title = in_vietnamese(name).format(period=period_words(report))
    return Appendix(_appendix_names(report)[part], title, attached_to(report, decree().kinds["report"]), part)
