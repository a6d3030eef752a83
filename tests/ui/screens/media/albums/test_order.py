"""The order of an album, changed by keys and by the mouse."""

from __future__ import annotations

from desktop_app.ui.screens.media.albums import AlbumsFace
from desktop_app.ui.widgets.toast import Toast
from tests.ui.conftest import focus
from tests.ui.screens.media.albums.conftest import mouse, order, shown
from tests.ui.screens.media.conftest import Press


def test_ctrl_and_an_arrow_move_the_chosen_together(
    face: AlbumsFace, album: str, pictures: list[str], press: Press, toast: Toast
) -> None:
    grid = face.sheet.grid_
    grid.go_to(0)
    grid.selection.reach(1)
    press(grid.canvas, "<Control-Right>")
    assert order(album, pictures) == [2, 0, 1, 3]
    assert shown(face, pictures) == [2, 0, 1, 3]
    assert grid.selected == pictures[:2]
    press(grid.canvas, "<Control-End>")
    assert order(album, pictures) == [2, 3, 0, 1]
    toast.button.invoke()
    assert order(album, pictures) == [2, 0, 1, 3]
    face.undo()
    assert order(album, pictures) == [0, 1, 2, 3]


def test_a_picture_is_dragged_to_another_place(face: AlbumsFace, album: str, pictures: list[str]) -> None:
    grid = face.sheet.grid_
    mouse(face, "<Button-1>", 0)
    mouse(face, "<Motion>", 1.8)
    assert grid.canvas.find_withtag("gap")
    mouse(face, "<ButtonRelease-1>", 1.8)
    assert order(album, pictures) == [1, 0, 2, 3]
    assert not grid.canvas.find_withtag("gap")


def test_several_chosen_are_dragged_together_and_a_plain_click_chooses_one_of_them(
    face: AlbumsFace, album: str, pictures: list[str]
) -> None:
    grid = face.sheet.grid_
    grid.go_to(0)
    grid.selection.reach(1)
    mouse(face, "<Button-1>", 1)
    mouse(face, "<ButtonRelease-1>", 1)
    assert grid.selected == [pictures[1]]
    grid.go_to(0)
    grid.selection.reach(1)
    mouse(face, "<Button-1>", 1)
    mouse(face, "<Motion>", 2.4)
    mouse(face, "<ButtonRelease-1>", 2.4)
    assert order(album, pictures) == [2, 0, 1, 3]


def test_a_trembling_hand_and_esc_move_nothing(
    face: AlbumsFace, album: str, pictures: list[str], press: Press, toast: Toast
) -> None:
    grid = face.sheet.grid_
    mouse(face, "<Button-1>", 0)
    mouse(face, "<Motion>", 0.01)
    assert not grid.canvas.find_withtag("gap")
    mouse(face, "<ButtonRelease-1>", 0.01)
    mouse(face, "<Button-1>", 0)
    mouse(face, "<Motion>", 2.4)
    press(grid.canvas, "<Escape>")
    mouse(face, "<ButtonRelease-1>", 2.4)
    assert order(album, pictures) == [0, 1, 2, 3]
    assert not toast.winfo_manager()


def test_a_picture_put_down_where_it_stood_is_no_move(
    face: AlbumsFace, album: str, pictures: list[str], press: Press
) -> None:
    mouse(face, "<Button-1>", 1)
    mouse(face, "<Motion>", 1.4)
    mouse(face, "<ButtonRelease-1>", 1.4)
    press(face.sheet.grid_.canvas, "<Control-Home>")
    press(face.sheet.grid_.canvas, "<Control-Left>")
    assert order(album, pictures) == [1, 0, 2, 3]
    face.undo()
    assert order(album, pictures) == [0, 1, 2, 3]


def test_delete_takes_the_chosen_out_and_undo_puts_them_back_in_place(
    face: AlbumsFace, album: str, pictures: list[str], toast: Toast
) -> None:
    grid = face.sheet.grid_
    grid.go_to(1)
    focus(grid.canvas)
    face.acts()["delete"]()
    assert order(album, pictures) == [0, 2, 3]
    toast.button.invoke()
    assert order(album, pictures) == [0, 1, 2, 3]
