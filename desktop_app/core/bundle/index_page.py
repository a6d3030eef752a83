"""The page to open first: the bundle in any browser, with no network, no script and nothing from outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from desktop_app.core.bundle.contents import (
    REPORT_PLACE,
    WORD_PLACE,
    Contents,
    PackedArticle,
    PackedMaterial,
    is_photo,
)
from desktop_app.core.bundle.page_style import STYLE
from desktop_app.core.bundle.videos import HeldBack
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.manuscripts.laid_out import html_of
from desktop_app.core.periods import short_date
from desktop_app.core.reports.figures import later_mark, state_words
from desktop_app.core.reports.snapshot import Quota
from desktop_app.core.reports.wording import period_words

# Nothing may be fetched or run, whatever a text pasted into an article tries.
POLICY = "default-src 'none'; img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'"

FIGURES, ARTICLES, MATERIALS = "figures", "articles", "materials"
"""Names of the page's parts, which its ways lead to."""

FRAME = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""

BEGINNING = FRAME.partition("<meta name=")[0].format(policy=POLICY).encode()
"""Up to the policy, which holds for all that follows, whoever wrote it."""


def runs_nothing(page: bytes) -> bool:
    """Whether a page from outside begins as ours do: under our policy no browser runs or fetches anything of it."""
    return page.startswith(BEGINNING)


def index_page(contents: Contents) -> bytes:
    """The page as UTF-8 HTML; links and pictures lead to the files beside it."""
    report = contents.report
    heading = _words(N_("Communications report")) + " " + escape(period_words(report))
    title = f"{heading} · {escape(report.school_name)}"
    body = "\n".join(_body(contents, heading))
    return FRAME.format(policy=POLICY, title=title, style=STYLE, body=body).encode(errors="replace")


def _body(contents: Contents, heading: str) -> Iterator[str]:
    report = contents.report
    yield f"<header><p class=over>{escape(report.authority_line)}</p>"
    yield f"<p class=school>{escape(report.school_name)}</p><h1>{heading}</h1>"
    yield f"{buttons(REPORT_PLACE, WORD_PLACE)}{_ways(contents)}</header>\n<main>"
    figures = [_figures(report.figures.quotas)] if report.figures.quotas else []
    yield from _section(_words(N_("Figures (heading)")), figures, FIGURES)
    yield _owed(report.missing)
    articles = [_article(each) for each in contents.articles] or [
        _nil(N_("No article was posted or sent in the period."))
    ]
    yield from _section(_words(N_("Articles posted, sent")), articles, ARTICLES)
    tiles = "".join(_tile(each) for each in contents.materials)
    sheet = f"<div class=sheet>{tiles}</div>" if tiles else _nil(N_("No photo or video was kept in the period."))
    yield from _section(_words(N_("Photos and videos kept")), [sheet, *_held_back(contents.held_back)], MATERIALS)
    yield f"</main>\n{proof_line()}"


def proof_line() -> str:
    """How anyone can prove the bundle."""
    return f"<footer>{_words(N_('Made with Loa Trường. Every file has its SHA-256 in manifest-sha256.txt.'))}</footer>"


def _words(message: str) -> str:
    return escape(in_vietnamese(message))


def _nil(message: str) -> str:
    return f"<p class=quiet>{_words(message)}</p>"


def _section(heading: str, parts: list[str], place: str) -> Iterator[str]:
    if parts:
        yield f"<section id={place}><h2>{heading}</h2>" + "\n".join(parts) + "</section>"


def _ways(contents: Contents) -> str:
    """Ways down the page, with how much lies there: a month may hold a hundred photos."""
    counts = {ARTICLES: len(contents.articles), MATERIALS: len(contents.materials)}
    names = {ARTICLES: _words(N_("Articles posted, sent")), MATERIALS: _words(N_("Photos and videos kept"))}
    ways = "".join(f'<a href="#{place}">{names[place]} ({counts[place]})</a>' for place in names if counts[place])
    return f"<nav class=ways>{ways}</nav>" if ways else ""


def _owed(missing: tuple[str, ...]) -> str:
    """What the month still owes, set apart so that nobody has to look for it."""
    if not missing:
        return ""
    heading = _words(N_("What is still missing (section)"))
    lines = "".join(f"<li>{escape(line)}</li>" for line in missing)
    return f"<section class=owed><h2>{heading}</h2><ul>{lines}</ul></section>"


def _held_back(held: Sequence[HeldBack]) -> list[str]:
    if not held:
        return []
    words = _words(N_("These videos are not in the bundle because of their size; the school keeps them:"))
    lines = "".join(f"<li>{escape(one.words())}</li>" for one in held)
    return [f"<div class=held><p>{words}</p><ul>{lines}</ul></div>"]


def buttons(pdf_place: str, word_place: str) -> str:
    """The paper to open, for whom it only reads and for whom it is to be edited."""
    pdf, word = _words(N_("Open the report (PDF)")), _words(N_("Open the report (Word)"))
    return (
        f'<p class=buttons><a class=button href="{_link(pdf_place)}">{pdf}</a> '
        f'<a class="button second" href="{_link(word_place)}">{word}</a></p>'
    )


def _figures(quotas: tuple[Quota, ...]) -> str:
    return "<div class=figures>" + "".join(_figure(quota) for quota in quotas) + "</div>"


def _figure(quota: Quota) -> str:
    share = min(100, round(100 * quota.have / quota.need)) if quota.need else 100
    look = "short" if quota.state == "missing" else "met"
    return (
        f"<div class='figure {look}'><p>{escape(quota.name)}</p>"
        f"<p class=number>{quota.have}<span>/{quota.need}</span></p>"
        f"<div class=bar><i style='width:{share}%'></i></div>"
        f"<p class=state>{escape(state_words(quota))} {escape(later_mark(quota))}</p></div>"
    )


def _article(packed: PackedArticle) -> str:
    article = packed.article
    facts = [article.topic, ", ".join(article.authors), short_date(article.event_date)]
    as_file = _words(N_("The text as a file"))
    went = "".join(
        f"<li>{escape(each.channel)} {escape(short_date(each.on))} {_evidence(each.evidence)}</li>"
        for each in article.distributions
    )
    return (
        f"<article><h3>{escape(article.title)}</h3>"
        f"<p class=quiet>{escape(' · '.join(fact for fact in facts if fact))}</p>"
        + (f"<p class=lead>{escape(article.lead)}</p>" if article.lead else "")
        + html_of(article.body, packed.photos, _photos)
        + (f"<ul class=went>{went}</ul>" if went else "")
        + f'<p><a href="{_link(packed.place)}">{as_file}</a></p></article>'
    )


def _photos(photos: Sequence[PackedMaterial]) -> str:
    return f"<div class=photos>{''.join(map(_tile, photos))}</div>"


def _evidence(evidence: str) -> str:
    if not evidence.startswith(("https://", "http://")):
        return escape(evidence)
    return f'<a href="{escape(evidence)}" rel="noreferrer noopener">{escape(evidence)}</a>'


def _tile(packed: PackedMaterial) -> str:
    material = packed.material
    facts = " · ".join(fact for fact in (short_date(material.taken_on), material.topic, material.credit) if fact)
    caption = escape(material.caption) or _words(N_("(no caption)"))
    return (
        f"<figure>{_picture(packed)}<figcaption>{caption}"
        + (f"<small>{escape(facts)}</small>" if facts else "")
        + "</figcaption></figure>"
    )


def _picture(packed: PackedMaterial) -> str:
    if not packed.place:
        return "<div class=empty>" + _words(N_("Not in this bundle")) + "</div>"
    place = _link(packed.place)
    if is_photo(packed):
        return f'<a href="{place}"><img loading=lazy src="{place}" alt="{escape(packed.material.caption)}"></a>'
    return f'<video controls preload=metadata src="{place}"></video>'


def _link(place: str) -> str:
    return escape(quote(place))
