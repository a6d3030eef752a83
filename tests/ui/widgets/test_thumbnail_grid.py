"""Ten thousand pictures: only those in view exist, and they arrive without holding up the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
import ttkbootstrap as ttk
from PIL import Image

from desktop_app.ui.widgets import pictures
from desktop_app.ui.widgets.thumbnail_grid import ThumbnailGrid
from tests.ui.conftest import WaitUntil, turn

Press = Callable[[object, str], None]


class Item(NamedTuple):
    id: str
    picture: Path | None
    caption: str
    badge: str = ""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{number}.jpg" for number in range(120)]
    for number, file in enumerate(made):
        Image.new("RGB", (256, 192), (number * 6, 120, 90)).save(file)
    return made


def items(files: Sequence[Path | None], count: int) -> list[Item]:
    return [Item(f"id{number}", files[number % len(files)], f"Ảnh {number}") for number in range(count)]


def made(place: ttk.Frame, shown: list[Item], **wishes: object) -> ThumbnailGrid:
    grid = ThumbnailGrid(
        place,
        page=lambda offset, limit: shown[offset : offset + limit],
        count=lambda: len(shown),
        **wishes,  # type: ignore[arg-type]
    )
    grid.pack(fill="both", expand=True)
    turn(place, 60)
    grid.refresh()
    return grid


def images(grid: ThumbnailGrid) -> int:
    """How many cells show a picture that Tk still has."""
    alive = set(grid.canvas.tk.splitlist(grid.canvas.tk.call("image", "names")))
    pictures = [item for item in grid.canvas.find_all() if str(grid.canvas.type(item)) == "image"]
    return sum(grid.canvas.itemcget(item, "image") in alive for item in pictures)


def test_only_pictures_in_view_exist(place: ttk.Frame, files: list[Path], wait_until: WaitUntil) -> None:
    grid = made(place, items(files, 10_000))
    wait_until(lambda: images(grid) == len(grid.items))
    assert len(grid.items) < 60


def test_a_frame_holds_the_place_of_a_picture_that_is_missing_or_broken(
    place: ttk.Frame, tmp_path: Path, files: list[Path], wait_until: WaitUntil
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"not a picture")
    grid = made(place, items([None, broken, tmp_path / "gone.jpg", files[0]], 4))
    wait_until(lambda: images(grid) == 1)
    captions = [
        grid.canvas.itemcget(item, "text") for item in grid.canvas.find_all() if str(grid.canvas.type(item)) == "text"
    ]
    assert captions == ["Ảnh 0", "Ảnh 1", "Ảnh 2", "Ảnh 3"]


def test_memory_stays_flat_while_scrolling(
    place: ttk.Frame, files: list[Path], wait_until: WaitUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "KEPT", 1)
    grid = made(place, items(files, 400))
    view = 0
    for step in range(8):
        grid._bar_moved("moveto", str(step / 8))
        wait_until(lambda: all(grid.pictures.get(item.picture) for item in grid.items[:5]))
        view = max(view, len(grid.items))
    assert len(grid.pictures._ready) <= 2 * view


def test_the_arrow_keys_walk_and_enter_opens(place: ttk.Frame, files: list[Path], press: Press) -> None:
    opened: list[Item] = []
    grid = made(place, items(files, 100), opened=opened.append)
    grid.go_to(0)
    press(grid.canvas, "<Right>")
    press(grid.canvas, "<Down>")
    assert grid.selection.at == 1 + grid._columns
    press(grid.canvas, "<Return>")
    assert opened[0].id == f"id{1 + grid._columns}"


def test_end_brings_the_last_picture_into_view(place: ttk.Frame, files: list[Path], press: Press) -> None:
    grid = made(place, items(files, 1000))
    press(grid.canvas, "<End>")
    assert grid.selected == ["id999"]
    assert grid.items[-1].id == "id999"


def test_shift_chooses_a_stretch(place: ttk.Frame, files: list[Path], press: Press) -> None:
    heard: list[list[str]] = []
    grid = made(place, items(files, 100), chosen=heard.append)
    grid.go_to(3)
    press(grid.canvas, "<Shift-Right>")
    press(grid.canvas, "<Shift-Right>")
    assert heard[-1] == ["id3", "id4", "id5"]


def test_the_thread_ends_with_the_grid(place: ttk.Frame, files: list[Path], wait_until: WaitUntil) -> None:
    grid = made(place, items(files, 50))
    wait_until(lambda: images(grid))
    thread = grid.pictures._thread
    grid.destroy()
    assert thread is not None
    wait_until(lambda: not thread.is_alive())


def test_rolling_asks_and_draws_only_what_comes_into_view(place: ttk.Frame, files: list[Path]) -> None:
    asked: list[range] = []
    shown = items(files, 1000)
    grid = made(place, shown)

    def page(offset: int, limit: int) -> Sequence[Item]:
        asked.append(range(offset, offset + limit))
        return shown[offset : offset + limit]

    grid._page = page
    before = grid.canvas.find_all()
    for _turn in range(4):
        grid._roll(False)
    assert {len(one) for one in asked} == {grid._columns}, "a row at a time"
    assert [one.start for one in asked] == sorted({one.start for one in asked}), "none of them twice"
    assert set(before) & set(grid.canvas.find_all()), "what stays in view is not drawn anew"


def test_a_choice_is_shown_on_its_cell_alone(
    place: ttk.Frame, files: list[Path], press: Press, wait_until: WaitUntil
) -> None:
    grid = made(place, items(files, 100))
    wait_until(lambda: images(grid) == len(grid.items))
    turn(place, 200)  # the scrollbar has come, and the theme's last word
    grid.go_to(0)
    press(grid.canvas, "<Right>")
    outlines = {place: grid.canvas.find_withtag(f"cell{place}") for place in range(10)}
    press(grid.canvas, "<Right>")
    changed = [place for place, drawn in outlines.items() if grid.canvas.find_withtag(f"cell{place}") != drawn]
    assert changed == [1, 2]


def test_pictures_asked_for_again_while_they_come_stay_on_the_screen(
    place: ttk.Frame, files: list[Path], wait_until: WaitUntil
) -> None:
    grid = made(place, items(files, 30))
    for _turn in range(6):
        grid.refresh()
        turn(place, 15)
    wait_until(lambda: not grid.pictures._wanted and not grid.pictures._in_hand and grid.pictures._loaded.empty())
    turn(place, 100)
    assert images(grid) == len(grid.items)
