"""What lies where in a month's bundle: the report, each article with its photos, each photo and video."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.bundle.videos import HeldBack
from desktop_app.core.reports.snapshot import ArticleInReport, Material, MonthReport, PhotoInReport

REPORT_PLACE = "data/01_BaoCao.pdf"
WORD_PLACE = "data/01_BaoCao.docx"
ARTICLES_FOLDER = "data/02_TinBai"
MATERIALS_FOLDER = "data/03_TuLieu"
INDEX_PLACE = "index.html"


@dataclass(frozen=True)
class PackedMaterial:
    """A photo or video and its place in the bundle; "" where there is no file to hand over."""

    material: Material
    place: str


@dataclass(frozen=True)
class PackedArticle:
    """An article, the place of its text, and its photos."""

    article: ArticleInReport
    place: str
    photos: tuple[PackedMaterial, ...]


@dataclass(frozen=True)
class Contents:
    """Everything in a bundle, in the order of the report."""

    report: MonthReport
    articles: tuple[PackedArticle, ...]
    materials: tuple[PackedMaterial, ...]
    held_back: tuple[HeldBack, ...] = ()

    @property
    def packed(self) -> tuple[PackedMaterial, ...]:
        """Every photo and video, those of the articles first."""
        of_articles = (photo for article in self.articles for photo in article.photos)
        return (*of_articles, *self.materials)


def is_photo(packed: PackedMaterial) -> bool:
    """Whether a browser can show it as a picture."""
    return isinstance(packed.material, PhotoInReport)
