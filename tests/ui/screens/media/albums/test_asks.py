"""Photos proposed, put into an album, taken along: what is asked and what is said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import ttkbootstrap as ttk

from db.queries.albums import albums
from desktop_app.core.albums.arranging import add_pictures
from desktop_app.core.albums.keeping import start_album
from desktop_app.core.media.describing import describe
from desktop_app.ui.screens.media.album_asks import WhichAlbum, add_to_album
from desktop_app.ui.screens.media.album_choose import ChooseBest
from desktop_app.ui.screens.media.album_export import AlbumTaken
from desktop_app.ui.screens.media.albums import AlbumsFace
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.window import Window
from tests.ui.conftest import FakeDialogs, WaitUntil, answering
from tests.ui.screens.media.albums.conftest import TITLE, order


def test_the_best_are_proposed_with_reasons_and_only_what_is_kept_goes_in(
    window: Window, face: AlbumsFace, pictures: list[str]
) -> None:
    album = start_album(TITLE)
    add_pictures(album, pictures[:1])
    face.open(album_id=album)
    face.refresh()

    def choose(dialog: ChooseBest) -> None:
        assert [one.id for one in dialog.proposals] == pictures[1:]
        dialog.grid_.go_to(0)
        assert "the only one of its activity" in dialog.why.label["text"]
        dialog.take_out()
        assert [one.id for one in dialog.proposals] == pictures[2:]
        assert dialog.ok["text"] == "Put 2 in"
        dialog.keep()

    answering(window, ChooseBest, choose)
    face.choose()
    assert order(album, pictures) == [0, 2, 3]
    face.undo()
    assert order(album, pictures) == [0]


def test_a_time_with_nothing_says_so_and_days_can_be_changed(
    window: Window, face: AlbumsFace, pictures: list[str]
) -> None:
    face.open(album_id=start_album(TITLE))
    face.refresh()

    def choose(dialog: ChooseBest) -> None:
        dialog.span.current(1)
        dialog.take_span()
        assert not dialog.proposals
        assert str(dialog.ok["state"]) == "disabled"
        dialog.first.set(datetime(2024, 5, 8).date())  # noqa: DTZ001  # a day, no instant
        dialog.last.set(datetime(2024, 5, 9).date())  # noqa: DTZ001
        dialog.look()
        assert [one.id for one in dialog.proposals] == pictures[1:3]
        dialog.give_up()

    answering(window, ChooseBest, choose)
    face.choose()
    assert albums()[0].pictures == 0


def test_photos_go_into_the_album_that_is_chosen_or_a_new_one(
    window: Window, face: AlbumsFace, album: str, pictures: list[str]
) -> None:
    answering(window, WhichAlbum, lambda dialog: dialog.keep())
    assert add_to_album(face, pictures[:2], by_name=lambda: "Cô Hoa") is not None

    def into_new(dialog: WhichAlbum) -> None:
        dialog.title_.insert(0, "Sơ kết")
        dialog.keep()

    answering(window, WhichAlbum, into_new)
    added = add_to_album(face, pictures[:2], by_name=lambda: "Cô Hoa")
    assert [(row.title, row.pictures) for row in albums()] == [("Sơ kết", 2), (TITLE, 4)]
    assert added is not None
    assert added.words == "Album “Sơ kết” begun with 2 photos"
    added.undo()
    assert [row.title for row in albums()] == [TITLE]


def test_undo_takes_out_only_what_was_new(window: Window, face: AlbumsFace, pictures: list[str]) -> None:
    album = start_album(TITLE)
    add_pictures(album, pictures[:1])
    answering(window, WhichAlbum, lambda dialog: dialog.keep())
    added = add_to_album(face, pictures[:3], by_name=lambda: "Cô Hoa")
    assert added is not None
    assert added.words == f"2 photos put into “{TITLE}”, 1 were there"
    added.undo()
    assert order(album, pictures) == [0]


def test_leaving_the_question_adds_nothing(window: Window, face: AlbumsFace, pictures: list[str]) -> None:
    answering(window, WhichAlbum, lambda dialog: dialog.give_up())
    assert add_to_album(face, pictures, by_name=lambda: "Cô Hoa") is None
    assert not albums()


def test_an_album_is_taken_along_and_the_line_says_where_it_lies(
    face: AlbumsFace, album: str, dialogs: FakeDialogs, tmp_path: Path, toast: Toast, wait_until: WaitUntil
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    dialogs.answers.append(stick)
    face.acts()["export"]()
    wait_until(lambda: "4 photos are in Album_NamHoc20232024QuaAnh" in toast.label["text"])
    assert (stick / "Album_NamHoc20232024QuaAnh" / "xem-anh.html").exists()


def test_what_stayed_behind_is_named_with_its_reason(
    window: Window,
    face: AlbumsFace,
    album: str,
    pictures: list[str],
    dialogs: FakeDialogs,
    tmp_path: Path,
    wait_until: WaitUntil,
) -> None:
    describe(pictures[0], people="children")
    face.refresh()
    seen: list[str] = []

    def read(dialog: AlbumTaken) -> None:
        labels = [child for child in dialog.left.inside.winfo_children() if isinstance(child, ttk.Label)]
        seen.extend(label["text"] for label in labels)
        dialog.give_up()

    answering(window, AlbumTaken, read)
    dialogs.answers.append(tmp_path)
    face.take()
    wait_until(lambda: seen)
    assert seen == ["0.jpg"]


def test_the_album_is_captioned_one_by_one_or_the_chosen_of_it(
    face: AlbumsFace, album: str, pictures: list[str], stripped: list[Sequence[str]]
) -> None:
    face.caption()
    face.sheet.grid_.go_to(1)
    face.sheet.grid_.selection.reach(2)
    face.caption()
    assert stripped == [pictures, pictures[1:3]]
