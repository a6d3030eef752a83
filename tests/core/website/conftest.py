"""A school with a website: a real server, a keyring of its own, an approved article with pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from db.fields import now
from db.models import MediaAsset
from db.queries import web_posts
from db.queries.web_posts import WebPostRow
from desktop_app.core import approvals, articles, channels
from desktop_app.core.articles import ArticleText
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import import_media
from desktop_app.core.website.queue import Sent, send_waiting
from desktop_app.core.website.site import connect, probe
from tests.core.makers import a_plan, a_school, an_article
from tests.core.website.keyrings import MemoryKeyring, a_keyring_of_its_own
from tests.core.website.wordpress import PASSWORD, USER, WordPressServer

PATIENCE = 1.0
"""Seconds; a test does not wait a minute for a server that hangs."""


@pytest.fixture(autouse=True)
def safe() -> Iterator[MemoryKeyring]:
    """The system's keyring, for one test."""
    with a_keyring_of_its_own() as mine:
        yield mine


@pytest.fixture
def wordpress() -> Iterator[WordPressServer]:
    server = WordPressServer()
    yield server
    server.close()


class School:
    """A school whose website channel is connected, and what its clerk does."""

    def __init__(self, home: Home, wordpress: WordPressServer) -> None:
        self.home, self.wordpress = home, wordpress
        self.principal, self.plan = a_school(), a_plan()
        self.channel = channels.add_channel("website", "Trang của trường")
        self.connect()

    def connect(self, password: str = PASSWORD) -> None:
        found = probe(self.wordpress.address, USER, password, Progress(), PATIENCE)
        connect(self.channel, found, USER, password)

    def approved_article(self, *pictures: str, title: str = "Lễ kỷ niệm 07/5", body: str = "Sáng nay, dự lễ.") -> str:
        article_id = an_article(self.plan, ArticleText(title, "Mở đầu", body))
        articles.place_photos(article_id, pictures)
        self.approve(article_id)
        return article_id

    def approve(self, article_id: str) -> None:
        if articles.article_of(article_id).state != "in_review":
            articles.submit_article(article_id)
        approvals.approve(article_id, person_id=self.principal)

    def rewrite(self, article_id: str, text: ArticleText) -> None:
        """Change an approved text and have it approved anew."""
        articles.save_article(article_id, text)
        self.approve(article_id)

    def picture(self, seed: int = 1, **facts: object) -> str:
        """A photo in the archive, with its file; no child is in it."""
        file = self.home.root.parent / f"DSC_{seed}.jpg"
        _photo_that_tells_its_place(file, seed)
        import_media(self.home, [file], Progress())
        asset = MediaAsset.select().order_by(MediaAsset.id.desc()).first()
        described = {"caption": f"Lễ chào cờ {seed}", "people": "none", "review": "accepted", **facts}
        MediaAsset.update(**described).where(MediaAsset.id == asset.id).execute()
        return str(asset.id)

    def state(self, place: str) -> WebPostRow:
        """How a publication stands with the website."""
        row = web_posts.state_of(place)
        assert row is not None
        return row

    def pause(self, place: str) -> float:
        """Seconds until the next try."""
        at = self.state(place).next_try_at
        assert at is not None
        return (at - now()).total_seconds()

    def send(self, progress: Progress | None = None) -> Sent:
        return send_waiting(self.home, progress or Progress(), patience=PATIENCE)


def _photo_that_tells_its_place(file: Path, seed: int) -> None:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (21.0, 22.0, 0.0), 3: "E", 4: (103.0, 1.0, 0.0)})
    picture = Image.effect_noise((160, 120), 20 + seed).convert("RGB")
    picture.paste((seed * 40 % 256, 120, 90), (seed * 8, 15, seed * 8 + 60, 100))
    picture.save(file, exif=exif)


@pytest.fixture
def school(home: Home, wordpress: WordPressServer) -> School:
    return School(home, wordpress)
