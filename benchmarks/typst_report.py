"""The month's report as a Typst document: the same words, tables and photos in the same sizes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.core.reports.photos import caption_words
from desktop_app.core.reports.snapshot import ArticleInReport, Material, MonthReport, PhotoInReport

HEAD = """
#set page(paper: "a4", margin: (left: 30mm, right: 20mm, top: 20mm, bottom: 20mm), numbering: "1")
#set text(font: "Liberation Serif", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: 12.7mm)
#let photo(path, words) = figure(image(path, height: 60mm), caption: words, supplement: none, numbering: none)
#let tile(path, words) = [#image(path, height: 34mm) #text(size: 10pt, words)]
"""


def typst_source(report: MonthReport, root: Path) -> str:
    """The document; pictures are named from ``root``, the only folder that Typst may read."""
    return "\n".join([HEAD, *_letter(report), *_articles(report, root), *_materials(report.materials, root)])


def _letter(report: MonthReport) -> Iterator[str]:
    yield f"#align(center)[*{report.school_name}*]\n#align(center)[= BÁO CÁO]\n{report.plan_title}\n"
    quotas = [(quota.name, f"{quota.have}/{quota.need}", quota.state) for quota in report.figures.quotas]
    yield _table(quotas)
    topics = [(row.printed_no, row.title, str(row.articles), str(row.materials)) for row in report.topics]
    yield _table(topics)
    yield _table([(str(number), article.title) for number, article in enumerate(report.articles, 1)])
    yield f"#align(right)[*{report.signer.posts[0]}* \\ {report.signer.name}]"


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    cells = "\n".join(" ".join(f"[{cell}]," for cell in row) for row in rows)
    return f"#table(columns: {len(rows[0])}, {cells})"


def _articles(report: MonthReport, root: Path) -> Iterator[str]:
    yield "#pagebreak()"
    for article in report.articles:
        yield _article(article, root)


def _article(article: ArticleInReport, root: Path) -> str:
    photos = [f'#photo("{_place(photo, root)}", [{caption_words(photo)}])' for photo in article.photos]
    return "\n\n".join(
        [f"== {article.title}", ", ".join(article.authors), *(block.text for block in article.body), *photos]
    )


def _materials(materials: Sequence[Material], root: Path) -> Iterator[str]:
    photos = [material for material in materials if isinstance(material, PhotoInReport)]
    tiles = "\n".join(f'tile("{_place(photo, root)}", [{caption_words(photo)}]),' for photo in photos)
    yield f"#pagebreak()\n#grid(columns: (1fr, 1fr, 1fr), gutter: 5mm, {tiles})"


def _place(photo: PhotoInReport, root: Path) -> str:
    assert photo.path is not None
    return f"/{photo.path.relative_to(root)}"
