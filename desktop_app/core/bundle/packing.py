"""A month's report packed: names and places for its files, each article as a text that Notepad opens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from desktop_app.core.bundle.contents import (
    ARTICLES_FOLDER,
    INDEX_PLACE,
    MATERIALS_FOLDER,
    REPORT_PLACE,
    WORD_PLACE,
    Contents,
    PackedArticle,
    PackedMaterial,
)
from desktop_app.core.bundle.copying import BundleFile
from desktop_app.core.bundle.index_page import index_page
from desktop_app.core.bundle.names import file_name, free_name, letters_only
from desktop_app.core.bundle.videos import LIST_PLACE, HeldBack, held_back_text
from desktop_app.core.i18n import in_vietnamese
from desktop_app.core.manuscripts.laid_out import text_of
from desktop_app.core.periods import short_date
from desktop_app.core.reports.snapshot import ArticleInReport, Material, MonthReport, PhotoInReport

NOTEPAD = "utf-8-sig"
"""With a mark in front, so that the Notepad of an old Windows shows Vietnamese letters."""


def bundle_name(report: MonthReport) -> str:
    """BaoCao_2024-05_THMM2: what the folder on the stick is called."""
    return f"BaoCao_{letters_or_dashes(report.period)}_{letters_only(report.school_short or report.school_name)}"


def letters_or_dashes(period: str) -> str:
    """A period as it may stand in a name: 2024-2025/I becomes 2024-2025-I."""
    return "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in period)


def bundle_info(report: MonthReport) -> dict[str, str]:
    """What the bundle says of itself in bag-info.txt."""
    from_school = {"Source-Organization": report.school_name, "External-Identifier": bundle_name(report)}
    return from_school | ({"External-Description": report.plan_title} if report.plan_title else {})


def pack_month(
    report: MonthReport,
    pdf: Path | bytes,
    word: Path | bytes,
    extra: tuple[BundleFile, ...] = (),
    held_back: Sequence[HeldBack] = (),
) -> list[BundleFile]:
    """Every file of the month's bundle: report as PDF and as Word file, articles with photos, materials, the page
    to open, ``extra``, and the list of what is ``held_back`` because of its size.

    Photos and videos come from ``exported`` (no GPS); a photo without one goes as its 1600 px rendition.
    """
    materials = tuple(_materials(report.materials))
    contents = Contents(report, tuple(_articles(report.articles)), materials, tuple(held_back))
    texts = [BundleFile(article_text(each.article), each.place) for each in contents.articles]
    media = [BundleFile(source, each.place) for each in contents.packed if (source := _source(each.material))]
    page = BundleFile(index_page(contents), INDEX_PLACE)
    papers = [BundleFile(pdf, REPORT_PLACE), BundleFile(word, WORD_PLACE)]
    told = [BundleFile(held_back_text([*held_back]), LIST_PLACE)] if held_back else []
    return [*papers, *texts, *media, *told, *extra, page]


def article_text(article: ArticleInReport) -> bytes:
    """The article as a .txt for Notepad: title, facts, text, where it went."""
    facts = [
        in_vietnamese("Topic: {topic}").format(topic=article.topic) if article.topic else "",
        in_vietnamese("Author: {names}").format(names=", ".join(article.authors)) if article.authors else "",
    ]
    went = [
        in_vietnamese("Posted, sent:") + f" {each.channel}, {short_date(each.on)} {each.evidence}".rstrip(" ,")
        for each in article.distributions
    ]
    body = text_of(article.body, list(enumerate(article.photos, 1)), _photo_line)
    parts = [article.title, "\n".join(filter(None, facts)), article.lead, body, "\n".join(went)]
    text = "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode(NOTEPAD)


def _photo_line(numbered: tuple[int, PhotoInReport]) -> str:
    """What stands for a photo; its file beside the text ends in the same number."""
    number, photo = numbered
    caption = photo.caption or in_vietnamese("(no caption)")
    return in_vietnamese("[Photo {number}: {caption}]").format(number=number, caption=caption)


def _articles(articles: tuple[ArticleInReport, ...]) -> Iterator[PackedArticle]:
    taken: set[str] = set()
    for article in articles:
        name = _take(file_name(article.title, ".txt", _day_of(article)), taken)
        stem = name.removesuffix(".txt")
        photos = tuple(
            PackedMaterial(photo, _photo_place(photo, stem, number, taken))
            for number, photo in enumerate(article.photos, 1)
        )
        yield PackedArticle(article, f"{ARTICLES_FOLDER}/{name}", photos)


def _photo_place(photo: PhotoInReport, stem: str, number: int, taken: set[str]) -> str:
    """Beside its article and named after it, so that both stay together in any list of files."""
    source = _source(photo)
    if source is None:
        return ""
    ending = f"_anh-{number}{_suffix(source)}"
    return f"{ARTICLES_FOLDER}/{_take(stem[: 80 - len(ending)] + ending, taken)}"


def _materials(materials: tuple[Material, ...]) -> Iterator[PackedMaterial]:
    taken: set[str] = set()
    for material in materials:
        source = _source(material)
        if source is None:
            yield PackedMaterial(material, "")
            continue
        words = material.caption or in_vietnamese("(no caption)")
        name = _take(file_name(words, _suffix(source), material.taken_on), taken)
        yield PackedMaterial(material, f"{MATERIALS_FOLDER}/{name}")


def _take(name: str, taken: set[str]) -> str:
    free = free_name(name, taken)
    taken.add(free.casefold())
    return free


def _day_of(article: ArticleInReport) -> date | None:
    return article.event_date or min((each.on for each in article.distributions if each.on), default=None)


def _source(material: Material) -> Path | None:
    if isinstance(material, PhotoInReport):
        return material.exported or material.path
    return material.exported


def _suffix(source: Path) -> str:
    return source.suffix or ".jpg"
