"""Photos captioned one after the other: Enter keeps and goes on, several get the same words, Esc goes back."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from db.models import MediaAsset
from db.queries.media import media
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.together import describe_together
from desktop_app.core.trash import ASSET, put_in
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.media.filmstrip import FilmstripFace
from tests.ui.conftest import turn

Press = Callable[[tkinter.Misc, str], None]


@pytest.fixture
def ids(home: Home, card: Path) -> list[str]:
    """Three photos of the archive."""
    return import_media(home, [card], Progress()).asset_ids


@pytest.fixture
def face(place: ttk.Frame, desk: Desk, ids: list[str], said: list[str]) -> FilmstripFace:
    face = FilmstripFace(place, desk=desk, back=lambda: said.append("back"))
    face.pack(fill="both", expand=True)
    face.open(asset_ids=ids)
    face.refresh()
    turn(face, 30)
    return face


def caption_of(asset_id: str) -> str:
    found = media(asset_id)
    assert found is not None
    return found.caption


def write(face: FilmstripFace, words: str) -> None:
    face.details.fields.caption.text.insert("1.0", words)


def test_enter_keeps_the_words_and_goes_on(face: FilmstripFace, ids: list[str], press: Press) -> None:
    write(face, "Lễ chào cờ")
    press(face.details.fields.caption.text, "<Return>")
    assert caption_of(ids[0]) == "Lễ chào cờ"
    assert face.details.ids == [ids[1]]
    assert face.where["text"] == "2 / 3"
    assert face.details.fields.caption.get() == ""


def test_after_the_last_photo_the_words_stay_and_it_is_said(
    face: FilmstripFace, ids: list[str], said: list[str]
) -> None:
    face.strip.go_to(2)
    write(face, "Tan trường")
    face.next()
    assert caption_of(ids[2]) == "Tan trường"
    assert said[-1] == "That was the last photo of this strip."


def test_several_chosen_photos_get_the_same_caption(face: FilmstripFace, ids: list[str], press: Press) -> None:
    press(face.strip.canvas, "<Shift-Right>")
    assert face.where["text"] == "2 photos chosen"
    write(face, "Hội khoẻ Phù Đổng")
    face.acts()["submit"]()
    assert [caption_of(one) for one in ids] == ["Hội khoẻ Phù Đổng", "Hội khoẻ Phù Đổng", ""]
    assert face.details.ids == [ids[2]]


def test_page_down_keeps_what_was_typed_and_one_undo_takes_it_back(
    face: FilmstripFace, ids: list[str], press: Press
) -> None:
    write(face, "Vườn rau")
    press(face.details.fields.caption.text, "<Next>")
    assert (caption_of(ids[0]), face.details.ids) == ("Vườn rau", [ids[1]])
    face.undo()
    assert caption_of(ids[0]) == ""


def test_it_begins_with_the_first_photo_without_words(face: FilmstripFace, ids: list[str]) -> None:
    describe_together(ids[:1], caption="Đã có")
    face.open(asset_ids=ids)
    face.refresh()
    assert face.details.ids == [ids[1]]
    assert [frame.done for frame in face.strip.items][:2] == [True, False]


def test_a_photo_that_went_to_the_trash_is_passed_over(face: FilmstripFace, ids: list[str]) -> None:
    put_in(ASSET, ids[:1])
    face.refresh()
    assert face.where["text"].endswith("/ 2")


def test_esc_goes_back_with_the_words_kept(face: FilmstripFace, ids: list[str], said: list[str]) -> None:
    write(face, "Giờ đọc sách")
    face.acts()["back"]()
    assert face.leave()
    assert "back" in said
    assert caption_of(ids[0]) == "Giờ đọc sách"


def test_a_video_without_a_picture_says_that_it_is_one(face: FilmstripFace, ids: list[str]) -> None:
    MediaAsset.update(kind="video", sha256="0" * 64, duration_ms=83_000).where(MediaAsset.id == ids[0]).execute()
    face.refresh()
    first = face.strip.items[0]
    assert (first.picture, first.caption) == (None, "▶ Video 1:23")
