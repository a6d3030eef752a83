"""Where photos may lie, a look at them there, and a picture from the clipboard."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.drawing import draw_scene
from desktop_app.core.media.errors import NotTaken
from desktop_app.core.media.glimpse import glimpse
from desktop_app.core.media.pasted import clear_away, lay_aside
from desktop_app.core.media.places import CHAT, DOWNLOADS, PHONE, places_to_look

NOON = datetime(2024, 5, 7, 12, 0)  # noqa: DTZ001  # the clock on the wall


def test_a_phone_and_the_folders_of_this_pc_are_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gvfs" / "mtp:host=Samsung_Galaxy_A15").mkdir(parents=True)
    (tmp_path / "gvfs" / "smb-share:server=x").mkdir()
    (tmp_path / "cô Hoa" / "Downloads" / "Zalo Received Files").mkdir(parents=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    found = {one.kind: one.name for one in places_to_look(tmp_path / "cô Hoa")}
    assert found[PHONE] == "Samsung Galaxy A15"
    assert found[CHAT] == "Zalo Received Files"
    assert found[DOWNLOADS] == "Downloads"


def test_a_glimpse_is_upright_and_fits(tmp_path: Path) -> None:
    photo = Image.new("RGB", (800, 600), "green")
    notes = photo.getexif()
    notes[0x0112] = 6  # to be turned a quarter
    photo.save(tmp_path / "a.jpg", exif=notes)
    small = glimpse(tmp_path / "a.jpg", (132, 99))
    assert small is not None
    assert small.size == (74, 99)


def test_the_cameras_own_thumbnail_is_shown_even_of_a_photo_cut_short(real_photos: Path, tmp_path: Path) -> None:
    whole = (real_photos / "DSCN0010.jpg").read_bytes()
    (tmp_path / "a.jpg").write_bytes(whole[: len(whole) // 2])
    small = glimpse(tmp_path / "a.jpg", (132, 99))
    assert small is not None
    assert small.size == (132, 99)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff\xe0" + bytes(40), b"no picture", b"\0\0\0\x18ftypisom" + bytes(99)]
)
def test_what_cannot_be_shown_is_no_glimpse(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    assert glimpse(tmp_path / "a.jpg", (132, 99)) is None
    assert glimpse(tmp_path / "gone.jpg", (132, 99)) is None


def test_a_pasted_picture_lies_aside_until_it_is_taken_in(tmp_path: Path) -> None:
    draw_scene(tmp_path / "a.jpg", seed=1, taken_at=NOON)
    file = lay_aside((tmp_path / "a.jpg").read_bytes(), NOON)
    assert file.name == "clipboard 2024-05-07 120000.jpg"
    assert file.read_bytes() == (tmp_path / "a.jpg").read_bytes()
    clear_away(file)
    assert not file.parent.exists()


def test_pasted_rubbish_is_refused() -> None:
    with pytest.raises(NotTaken):
        lay_aside(b"MZ" + bytes(100), NOON)
