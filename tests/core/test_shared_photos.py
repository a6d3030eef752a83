"""An article's photos copied to be posted: small, silent about their place, whole or not at all."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import Image

from db.models import MediaAsset
from desktop_app.core import approvals, articles
from desktop_app.core.articles import ArticleText
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.renditions import make_renditions
from desktop_app.core.shared_photos import FolderNotWritten, NoPhotosToShare, left_out_of, share_photos
from tests.core.makers import a_plan, a_school, an_article


@pytest.fixture
def article(home: Home, tmp_path: Path) -> str:
    """An approved article with three photos: two of nobody, one of pupils without consent."""
    card = tmp_path / "card"
    card.mkdir()
    for seed in range(3):
        draw_scene(card / f"DSC_{seed}.jpg", seed=seed, taken_at=datetime(2024, 5, 22, 8, seed))  # noqa: DTZ001  # a camera names no zone
    principal, made = a_school(), import_media(home, [card], Progress())
    make_renditions(home, made.asset_ids, Progress())
    MediaAsset.update(people="none").execute()
    MediaAsset.update(people="children", caption="Các em đọc sách").where(MediaAsset.id == made.asset_ids[1]).execute()
    article_id = an_article(a_plan(), ArticleText("Ngày hội đọc sách", "", "Sáng nay, thầy và trò đọc sách."))
    articles.describe_article(article_id, topic_id=None, event_date=date(2024, 5, 22), authors=[])
    articles.place_photos(article_id, made.asset_ids)
    MediaAsset.update(caption="Gian sách").where(MediaAsset.caption == "").execute()
    topic = articles.article_of(article_id).plan.topics.first()
    articles.describe_article(article_id, topic_id=str(topic.id), event_date=date(2024, 5, 22), authors=[])
    articles.submit_article(article_id)
    approvals.approve(article_id, person_id=principal)
    return article_id


def test_photos_go_out_small_with_dated_names_and_without_their_place(home: Home, article: str, tmp_path: Path) -> None:
    made = share_photos(home, article, "authority", tmp_path / "out", Progress())
    assert made.folder == tmp_path / "out" / "2024-05-22_ngay-hoi-doc-sach"
    assert made.files == tuple(f"2024-05-22_ngay-hoi-doc-sach_{number}.jpg" for number in (1, 2, 3))
    for name in made.files:
        with Image.open(made.folder / name) as picture:
            assert max(picture.size) <= 1600
            assert not picture.getexif()


def test_a_pupil_without_consent_stays_and_is_named(home: Home, article: str, tmp_path: Path) -> None:
    made = share_photos(home, article, "fanpage", tmp_path / "out", Progress())
    assert len(made.files) == len(list(made.folder.iterdir())) == 2
    assert [one.name for one in made.left_out] == ["Các em đọc sách"]
    assert left_out_of(article, "authority", date(2024, 5, 22)) == []


def test_a_second_export_stands_beside_the_first(home: Home, article: str, tmp_path: Path) -> None:
    first, second = (share_photos(home, article, "fanpage", tmp_path, Progress()) for _turn in (1, 2))
    assert second.folder.name == f"{first.folder.name}-2"


class StopsAtTheSecond(Progress):
    """Someone presses Stop while the second photo is written."""

    def step(self, done: int, total: int, text: str = "") -> None:
        if done == 1:
            self.cancel()
        super().step(done, total, text)


def test_a_stop_leaves_nothing_behind(home: Home, article: str, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        share_photos(home, article, "fanpage", tmp_path / "out", StopsAtTheSecond())
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(home: Home, article: str, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(FolderNotWritten):
        share_photos(home, article, "fanpage", tmp_path / "out", Progress())


def test_where_no_photo_may_go_no_folder_is_made(home: Home, article: str, tmp_path: Path) -> None:
    MediaAsset.update(people="children").execute()
    with pytest.raises(NoPhotosToShare):
        share_photos(home, article, "fanpage", tmp_path / "out", Progress())
    assert not (tmp_path / "out").exists()
