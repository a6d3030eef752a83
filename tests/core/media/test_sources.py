"""What an import looks at, and what it passes over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media import errors
from desktop_app.core.media.errors import NothingThere
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.sources import media_files


def names(folder: Path) -> list[str]:
    return [file.name for file in media_files([folder], folder / "no home here")]


def test_a_readme_and_a_cameras_index_are_not_counted(card: Path) -> None:
    (card / "README.md").write_text("# Ảnh")
    (card / "MISC.DB").write_bytes(b"\0\1\2")
    assert names(card) == ["DSC_0000.jpg", "DSC_0001.jpg", "DSC_0002.jpg"]


def test_a_photo_without_an_ending_is_found_by_its_content(card: Path) -> None:
    shutil.move(card / "DSC_0002.jpg", card / "5412345678901")
    assert names(card) == ["5412345678901", "DSC_0000.jpg", "DSC_0001.jpg"]


@pytest.mark.parametrize("place", [".thumbnails", "$RECYCLE.BIN", "System Volume Information", "__MACOSX"])
def test_what_systems_leave_lying_about_is_passed_over(card: Path, place: str) -> None:
    (card / place).mkdir()
    shutil.copy(card / "DSC_0000.jpg", card / place / "x.jpg")
    shutil.copy(card / "DSC_0000.jpg", card / "._DSC_0000.jpg")
    assert len(names(card)) == 3


def test_folders_in_folders_are_looked_into_once(card: Path) -> None:
    (card / "101").mkdir()
    shutil.move(card / "DSC_0000.jpg", card / "101")
    assert len(media_files([card, card / "101", card / "DSC_0001.jpg"], card / "home")) == 3


def test_the_home_folder_never_imports_itself(home: Home, card: Path) -> None:
    import_media(home, [card], Progress())
    again = import_media(home, [home.root.parent], Progress())
    assert (again.seen, again.known) == (3, 3)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [("IMG_1.CR2", b"II*\0\x10\0\0\0CR\2\0", errors.RAW), ("00001.MTS", b"\0\0\0\0G@\0\x10", errors.FOREIGN)],
)
def test_kinds_we_cannot_open_are_named_and_not_hidden(
    home: Home, card: Path, name: str, content: bytes, reason: str
) -> None:
    (card / name).write_bytes(content + bytes(200))
    result = import_media(home, [card], Progress())
    assert [(one.file, one.reason) for one in result.failed] == [(name, reason)]


def test_a_place_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NothingThere):
        media_files([tmp_path / "E:"], tmp_path)


def test_a_gif_and_a_bmp_are_photos_too(home: Home, tmp_path: Path) -> None:
    Image.new("P", (40, 30)).save(tmp_path / "a.gif")
    Image.new("RGB", (40, 30), "red").save(tmp_path / "b.bmp")
    assert import_media(home, [tmp_path / "a.gif", tmp_path / "b.bmp"], Progress()).imported == 2
