"""Photos under an article on a real window: from the archive, from this PC, captioned, taken out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from db.queries import articles as rows
from desktop_app.core import articles
from desktop_app.core.drawing import draw_scene
from desktop_app.ui.screens.articles.picker import PhotoPicker
from desktop_app.ui.screens.articles.room import ArticlesScreen
from desktop_app.ui.window import Window
from tests.core.makers import a_picture, an_article
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, focus
from tests.ui.screens.articles.conftest import opened, write


def test_photos_come_from_the_archive_and_their_captions_are_kept(
    screen: ArticlesScreen, plan: str, window: Window, wait_until: WaitUntil
) -> None:
    article = an_article(plan)
    photo = a_picture(caption="")
    opened(screen, article)

    def pick(dialog: PhotoPicker) -> None:
        dialog.grid_of_photos.go_to(0)
        dialog.add.invoke()

    answering(window, PhotoPicker, pick)
    screen.editor.photos.pick.invoke()
    assert screen.editor.side.way.note["text"] == "1 things left"
    (cell,) = screen.editor.photos.cells
    write(cell.caption.text, "Học sinh đọc sách")
    focus(screen.editor.fields.title)
    wait_until(lambda: [row.caption for row in rows.photos(article)] == ["Học sinh đọc sách"])
    assert screen.editor.side.way.note["text"] == ""
    cell.remove.invoke()
    assert rows.photos(article) == []
    assert rows.archive_photos()[0].id == photo


def test_photos_of_this_pc_enter_the_archive_and_the_article(
    screen: ArticlesScreen, plan: str, dialogs: FakeDialogs, tmp_path: Path, wait_until: WaitUntil
) -> None:
    article = an_article(plan)
    draw_scene(tmp_path / "DSC_1.jpg", seed=1, taken_at=datetime(2024, 5, 7, 8))  # noqa: DTZ001
    opened(screen, article)
    dialogs.answers += [[tmp_path / "DSC_1.jpg"], [tmp_path / "DSC_1.jpg"]]
    screen.editor.photos.bring.invoke()
    wait_until(lambda: screen.editor.photos.cells)
    assert screen.editor.photos.cells[0].picture is not None
    articles.remove_photo(article, rows.photos(article)[0].id)
    screen.editor.photos.bring.invoke()  # the archive has it already; the article gets it all the same
    wait_until(lambda: rows.photos(article))
