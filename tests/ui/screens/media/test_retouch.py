"""Photos turned, cropped and covered by mouse and keys of a real window."""

from __future__ import annotations

from functools import partial

from desktop_app.core.home import Home
from desktop_app.core.media.edits import edit_of
from desktop_app.core.media.renditions import LARGE, rendition_place
from desktop_app.ui.screens.media.retouch import RetouchDialog
from desktop_app.ui.screens.media.screen import MediaScreen
from desktop_app.ui.window import Window
from tests.ui.conftest import WaitUntil, answering
from tests.ui.screens.media.conftest import Press, kept


def test_a_face_is_covered_by_the_keys_and_every_copy_shows_it(
    filled: MediaScreen, home: Home, window: Window, press: Press
) -> None:
    one = kept(filled)
    shown = rendition_place(home, one.sha256, LARGE)
    before = shown.read_bytes()

    def cover(dialog: RetouchDialog) -> None:
        press(dialog.board, "<Insert>")
        press(dialog.board, "<Left>")
        press(dialog.board, "<Shift-Right>")
        dialog.turn(90)
        dialog.ok.invoke()

    answering(window, RetouchDialog, cover)
    filled.details.retouching.invoke()
    edit = edit_of(one.id)
    assert edit.turn == 90
    (box,) = edit.covered
    assert (round(box.left, 2), round(box.right, 2)) == (0.39, 0.6)
    assert shown.read_bytes() != before


def test_a_part_is_kept_by_the_mouse_and_giving_up_changes_nothing(
    filled: MediaScreen, window: Window, wait_until: WaitUntil
) -> None:
    def crop(dialog: RetouchDialog, *, keep: bool) -> None:
        dialog._mode.set("crop")
        wait_until(lambda: dragged(dialog))  # Tk may drop a made-up press while it changes its grab
        (dialog.ok.invoke if keep else dialog.give_up)()

    for keep in (False, True):
        answering(window, RetouchDialog, partial(crop, keep=keep))
        filled.details.retouching.invoke()
        assert (edit_of(kept(filled).id).crop is not None) == keep


def dragged(dialog: RetouchDialog) -> bool:
    """The mouse pressed, moved and let go; whether a part is kept then."""
    dialog.board.event_generate("<Button-1>", x=60, y=40)
    dialog.board.event_generate("<B1-Motion>", x=200, y=150)
    dialog.board.event_generate("<ButtonRelease-1>", x=300, y=200)
    return dialog.edit.crop is not None
