"""An article's words copied and its photos exported from the room of publications."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from db.models import Decision, MediaAsset, WebPost, WebSite
from desktop_app.core import articles, channels
from desktop_app.core.articles import ArticleText
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import import_media
from desktop_app.ui.screens.publish import photos
from desktop_app.ui.screens.publish.copying import CopyDialog
from desktop_app.ui.screens.publish.photos import PhotosDialog
from desktop_app.ui.screens.publish.screen import PublishScreen
from desktop_app.ui.window import Window
from tests.core.makers import a_picture
from tests.ui.conftest import FakeDialogs, Remembered, WaitUntil, answering, turn
from tests.ui.screens.publish.conftest import row_of, said

Furnish = Callable[..., PublishScreen]


def test_the_menu_copies_the_approved_words_and_says_how_long_they_are(
    furnish: Furnish, article: str, website: str
) -> None:
    screen = furnish(article_id=article)
    screen.page.copy.fill()
    menu = screen.page.copy.menu
    labels = [str(menu.entrycget(line, "label")).strip() for line in (0, 2, 3)]
    assert labels == ["For a website, as plain text", "For Facebook", "For a Zalo message"]
    menu.invoke(3)
    assert screen.clipboard_get() == "Lễ kỷ niệm 07/5\n\nMở đầu\n\nSáng nay, thầy và trò dự lễ chào cờ."
    assert said(screen) == "Version 1 is copied: 61/3.000 characters"


def test_newer_words_are_not_copied_and_that_is_said(furnish: Furnish, article: str, website: str) -> None:
    articles.save_article(article, ArticleText("Bản nháp", "", "Chưa ai duyệt."))
    screen = furnish(article_id=article)
    screen.copying.copy(article, "web_text")
    assert "Bản nháp" not in screen.clipboard_get()
    assert said(screen).endswith("The newer words are not approved and not in it.")


def test_the_words_are_looked_at_changed_and_tagged_before(
    furnish: Furnish, article: str, website: str, window: Window, settings: Remembered
) -> None:
    screen = furnish(article_id=article)

    def change(dialog: CopyDialog) -> None:
        assert dialog.chosen == "facebook"
        assert dialog.text.get().startswith("LỄ KỶ NIỆM 07/5")
        dialog.tags.insert(0, "TruongMuongMuon2")
        dialog.keep_tags()
        assert dialog.text.get().rstrip().endswith("#TruongMuongMuon2")
        dialog.text.set("Chữ sửa tay")
        dialog.ok.invoke()

    answering(window, CopyDialog, change)
    screen.copying.look(article)
    assert screen.clipboard_get() == "Chữ sửa tay"
    assert settings.hashtags == "TruongMuongMuon2"


@pytest.fixture
def with_photos(home: Home, article: str, real_photos: Path) -> str:
    made = import_media(home, [real_photos / "DSCN0010.jpg", real_photos / "Canon_40D.jpg"], Progress())
    MediaAsset.update(people="none").execute()
    MediaAsset.update(people="children", caption="Lớp 5A1").where(MediaAsset.id == made.asset_ids[0]).execute()
    articles.place_photos(article, made.asset_ids)
    return article


def test_photos_are_exported_for_a_channel_and_those_that_stay_are_named(
    furnish: Furnish, with_photos: str, website: str, window: Window, dialogs: FakeDialogs, tmp_path: Path,
    wait_until: WaitUntil, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    shown: list[Path] = []
    monkeypatch.setattr(photos, "open_folder", shown.append)
    screen = furnish(article_id=with_photos)
    dialogs.answers.append(tmp_path / "out")

    def choose(dialog: PhotosDialog) -> None:
        assert "Lớp 5A1" in str(dialog.left.label["text"])
        dialog.choose()
        dialog.ok.invoke()

    answering(window, PhotosDialog, choose)
    screen.page.photos.invoke()
    wait_until(lambda: said(screen))
    (folder,) = (tmp_path / "out").iterdir()
    assert [file.suffix for file in folder.iterdir()] == [".jpg"]
    assert said(screen) == f"1 photos are in {folder.name}, 1 stay here"
    screen._desk.toast.button.invoke()
    assert shown == [folder]


def test_a_channel_with_a_website_behind_it_is_posted_to(furnish: Furnish, article: str, website: str) -> None:
    WebSite.create(channel=website, address="https://truong.example/wp-json", user_name="hoa")
    screen = furnish(article_id=article)
    row = row_of(screen, "Website trường")
    assert row.main is not None
    assert row.main["text"] == "Post to the website"
    row.main.invoke()
    turn(screen)
    assert WebPost.get().state == "queued"
    assert row_of(screen, "Website trường").main is None  # it waits for the line; the row says so
    assert Decision.select().count() == 1


def test_a_website_that_is_not_connected_offers_it_below_the_dots(furnish: Furnish, article: str, website: str) -> None:
    channels.add_channel("press", "Báo")
    screen = furnish(article_id=article)
    assert [item.text for item in row_of(screen, "Website trường").items()] == ["Connect the website"]
    assert row_of(screen, "Báo").items() == []


def test_a_row_says_which_photos_its_channel_may_not_show(
    furnish: Furnish, article: str, website: str, home: Home
) -> None:
    channels.add_channel("authority", "Phòng GD&ĐT")
    articles.place_photos(article, [a_picture(people="children")])
    screen = furnish(article_id=article)
    assert row_of(screen, "Website trường").line.kept_back.startswith("1 photos may not be here: ")
    assert row_of(screen, "Phòng GD&ĐT").line.kept_back == ""
