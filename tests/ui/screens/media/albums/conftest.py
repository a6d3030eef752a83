"""A school with four good photos, the albums' face before its first album, and hands for mouse and dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from db.queries.albums import album_page
from desktop_app.core.albums.arranging import add_pictures
from desktop_app.core.albums.keeping import start_album
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.describing import describe, review
from desktop_app.core.media.importing import import_media
from desktop_app.core.periods import Month
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.media.album_asks import AlbumName
from desktop_app.ui.screens.media.albums import AlbumsFace
from desktop_app.ui.widgets.toast import Toast
from tests.ui.conftest import FakeDialogs, WaitUntil, turn
from tests.ui.screens.conftest import Sent

TITLE = "Năm học 2023-2024 qua ảnh"
SECONDS = count(1)


@pytest.fixture
def pictures(home: Home, tmp_path: Path) -> list[str]:
    """Four accepted photos of four days."""
    card = tmp_path / "card"
    card.mkdir()
    for seed in range(4):
        draw_scene(card / f"{seed}.jpg", seed=seed, taken_at=datetime(2024, 5, 7 + seed))  # noqa: DTZ001  # a camera names no zone
    ids = import_media(home, [card], Progress()).asset_ids
    for number, asset_id in enumerate(ids):
        describe(asset_id, caption=f"Ảnh {number}", people="none", activity=f"Hoạt động {number}")
        review(asset_id, accepted=True)
    return ids


@pytest.fixture
def toast(place: ttk.Frame) -> Toast:
    return Toast(place)


@pytest.fixture
def face(
    place: ttk.Frame,
    home: Home,
    runner: Runner,
    dialogs: FakeDialogs,
    toast: Toast,
    show: Sent,
    stripped: list[Sequence[str]],
) -> AlbumsFace:
    """The face in May 2024, before any album."""
    desk = Desk(home, runner, dialogs, toast, lambda: "Cô Hoa", show, lambda words: None)
    face = AlbumsFace(place, desk=desk, to_strip=stripped.append)
    face.month = Month(2024, 5)
    face.pack(fill="both", expand=True)
    face.refresh()
    turn(place)
    return face


@pytest.fixture
def album(face: AlbumsFace, pictures: list[str], wait_until: WaitUntil) -> str:
    """An album with the four, open and laid out."""
    album = start_album(TITLE)
    add_pictures(album, pictures)
    face.open(album_id=album)
    face.refresh()
    wait_until(lambda: len(face.sheet.grid_.items) == len(pictures))
    return album


def order(album: str, pictures: list[str]) -> list[int]:
    return [pictures.index(cell.id) for cell in album_page(album, 0, 99)]


def shown(face: AlbumsFace, pictures: list[str]) -> list[int]:
    return [pictures.index(item.id) for item in face.sheet.grid_.items]


def fill(dialog: AlbumName, title: str) -> None:
    dialog.title_.delete(0, "end")
    dialog.title_.insert(0, title)
    dialog.keep()


def mouse(face: AlbumsFace, event: str, place: float) -> None:
    """The mouse over the picture at ``place`` of the first row."""
    grid = face.sheet.grid_
    held = 0x100 if event == "<Motion>" else 0
    x, y = round((place + 0.5) * grid._cell[0]), grid._cell[1] // 2
    grid.canvas.event_generate(event, x=x, y=y, state=held, time=next(SECONDS) * 1000)  # else a second click is double
