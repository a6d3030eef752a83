"""Taking photos in at the window: where from, what of it, the sum opened, failed ones tried again, pasted ones."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from db.models import ImportRoll, MediaAsset
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.offer import Offer, Offered, look_at
from desktop_app.core.media.places import CARD, PlaceToLook
from desktop_app.ui.clipboard import files_told
from desktop_app.ui.screens.media.intake_days import IntakeDays
from desktop_app.ui.screens.media.intake_lines import Lines
from desktop_app.ui.screens.media.intake_lists import ALIKE, FAILED, KNOWN, NEW, RollLists
from desktop_app.ui.screens.media.intake_places import FOLDER, IntakePlaces
from desktop_app.ui.screens.media.intake_preview import IntakePreview
from desktop_app.ui.screens.media.screen import MediaScreen
from desktop_app.ui.window import Window
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, turn
from tests.ui.screens import publish
from tests.ui.screens.media.conftest import Press

OWNER = Path(publish.__path__[0]) / "x_owner.py"


@contextmanager
def copied(kind: str, file: Path) -> Iterator[None]:
    """Another program that has copied ``file`` as this type."""
    with subprocess.Popen([sys.executable, str(OWNER), kind, str(file)], stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        owner.stdout.readline()
        try:
            yield
        finally:
            owner.terminate()


@pytest.fixture
def offer(home: Home, card: Path) -> Offer:
    """A card of which one photo is here already, with one more of another day."""
    import_media(home, [card / "DSC_0000.jpg"], Progress())
    draw_scene(card / "other day.jpg", seed=7, taken_at=datetime(2024, 5, 9, 8, 0))  # noqa: DTZ001
    return look_at(home, [card], Progress())


@pytest.fixture
def days(place: ttk.Frame, offer: Offer) -> IntakeDays:
    """The list of an import's preview."""
    days = IntakeDays(place, offer, changed=lambda: None)
    days.pack(fill="both", expand=True)
    turn(place, 50)
    return days


def names(files: list[Path]) -> list[str]:
    return [file.name for file in files]


# ------------------------------------------------------------ the preview


def test_new_ones_are_ticked_by_day_and_known_ones_are_not(days: IntakeDays) -> None:
    assert [line.day.day for line in days.lines.all if not line.files] == [date(2024, 5, 9), date(2024, 5, 7)]
    assert names(days.offer.chosen()) == ["DSC_0001.jpg", "DSC_0002.jpg", "other day.jpg"]


def test_space_ticks_and_the_arrows_go_from_day_to_day(days: IntakeDays, press: Press) -> None:
    press(days.canvas, "<space>")
    assert names(days.offer.chosen()) == ["DSC_0001.jpg", "DSC_0002.jpg"]
    press(days.canvas, "<Down>")
    assert days.at == 1
    press(days.canvas, "<Right>")
    press(days.canvas, "<space>")
    assert names(days.offer.chosen()) == ["DSC_0002.jpg"]
    press(days.canvas, "<Control-space>")
    assert names(days.offer.chosen()) == ["DSC_0001.jpg", "DSC_0002.jpg"]
    press(days.canvas, "<Control-space>")
    assert names(days.offer.chosen()) == []


def test_a_click_on_a_day_takes_all_of_it_or_none(days: IntakeDays) -> None:
    days.canvas.event_generate("<Button-1>", x=60, y=10)
    assert names(days.offer.chosen()) == ["DSC_0001.jpg", "DSC_0002.jpg"]
    days.canvas.event_generate("<Button-1>", x=60, y=10)
    assert len(days.offer.chosen()) == 3


def test_shift_ticks_a_stretch_as_its_first(days: IntakeDays) -> None:
    days.toggle(2)
    days.reach(3)
    assert names(days.offer.chosen()) == ["other day.jpg"]


def test_pictures_of_the_card_are_shown(days: IntakeDays, wait_until: WaitUntil) -> None:
    wait_until(lambda: all(days.pictures.get(one.file) for one in days.lines.files))


def test_twenty_thousand_files_are_laid_out_and_found_by_their_height(place: ttk.Frame) -> None:
    files = [
        Offered(Path(f"{n}.jpg"), date(2024, 1 + n % 12, 1 + n % 28), known=False, is_photo=False)
        for n in range(20_000)
    ]
    days = IntakeDays(place, Offer(files), changed=lambda: None)
    days.pack(fill="both", expand=True)
    turn(place, 50)
    days.go_to(19_999)
    assert days.lines.line_of(19_999) in days.lines.in_view(days._top, days.canvas.winfo_height())
    assert len(days.canvas.find_all()) < 2000
    assert all(days.lines.at(line.top) is line for line in days.lines.all)


def test_no_file_makes_no_line() -> None:
    lines = Lines(Offer([]), 3, head=10, row=20)
    assert (lines.all, lines.height, lines.at(0)) == ([], 0, None)


def test_only_what_is_ticked_is_taken_in(
    screen: MediaScreen, offer: Offer, card: Path, window: Window, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    def leave_out_the_newest(preview: IntakePreview) -> None:
        assert "3 new, 1 already here" in preview.found.label["text"]
        preview.days.toggle(0)
        assert preview.main["text"] == "Take in 2"
        preview.take()

    dialogs.answers.append(card)
    answering(window, IntakePreview, leave_out_the_newest)
    screen.importing.choose_folder()
    wait_until(lambda: screen.bar.roll is not None)
    assert MediaAsset.select().count() == 3
    assert ImportRoll.select().order_by(ImportRoll.id.desc()).get().source == str(card)


def test_giving_up_takes_nothing(screen: MediaScreen, card: Path, window: Window, wait_until: WaitUntil) -> None:
    seen: list[IntakePreview] = []

    def take_nothing(preview: IntakePreview) -> None:
        preview.none()
        preview.take()
        seen.append(preview)
        preview.give_up()

    answering(window, IntakePreview, take_nothing)
    screen.importing.offer([card])
    wait_until(lambda: seen)
    assert ImportRoll.select().count() == 0


def test_a_folder_without_photos_says_so(
    screen: MediaScreen, tmp_path: Path, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    (tmp_path / "empty").mkdir()
    screen.importing.offer([tmp_path / "empty"])
    wait_until(lambda: dialogs.said)
    assert dialogs.said == ["No photo or video was found there."]


# ------------------------------------------------------------ where from


def test_a_card_appears_once_it_is_plugged_in(window: Window, place: ttk.Frame, wait_until: WaitUntil) -> None:
    plugged: list[PlaceToLook] = []
    dialog = IntakePlaces(place, look=lambda: list(plugged))
    dialog.appear()
    turn(window, 50)
    assert not dialog.places.winfo_children()
    plugged.append(PlaceToLook(Path("/media/x/DCIM"), "CANON", CARD, 32_000_000_000))
    wait_until(dialog.places.winfo_children)
    line = dialog.places.winfo_children()[0].winfo_children()
    button = next(child for child in line if isinstance(child, ttk.Button))
    button.invoke()
    assert dialog.answer == Path("/media/x/DCIM")


def test_the_main_button_asks_where_the_photos_are(
    screen: MediaScreen, card: Path, window: Window, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    dialogs.answers.append(card)
    answering(window, IntakePlaces, lambda dialog: dialog.close(FOLDER))
    answering(window, IntakePreview, IntakePreview.take)
    screen.importing.begin()
    wait_until(lambda: screen.bar.roll is not None)
    assert MediaAsset.select().count() == 3


def test_a_copied_picture_is_taken_in_by_its_key(
    screen: MediaScreen, tmp_path: Path, press: Press, wait_until: WaitUntil
) -> None:
    draw_scene(tmp_path / "a.jpg", seed=3, taken_at=datetime(2024, 5, 7, 8, 0))  # noqa: DTZ001
    with copied("image/jpeg", tmp_path / "a.jpg"):
        press(screen.first_act, "<Control-v>")
        wait_until(lambda: screen.bar.roll is not None)
    assert MediaAsset.get().original_name.startswith("clipboard ")
    assert MediaAsset.get().taken_at == "2024-05-07T08:00:00"


def test_copied_files_are_offered(
    screen: MediaScreen, card: Path, tmp_path: Path, window: Window, wait_until: WaitUntil
) -> None:
    (tmp_path / "list").write_text(f"# copied\r\n{card.as_uri()}\r\n")
    with copied("text/uri-list", tmp_path / "list"):
        answering(window, IntakePreview, IntakePreview.take)
        screen.importing.paste()
        wait_until(lambda: screen.bar.roll is not None)
    assert MediaAsset.select().count() == 3


def test_addresses_of_files_are_read_with_their_accents(tmp_path: Path) -> None:
    file = tmp_path / "Ảnh lớp 3A.jpg"
    file.write_bytes(b"x")
    assert files_told(f"copy\n{file.as_uri()}\nfile:///gone.jpg\nhttps://x.vn/a.jpg\0") == [file]


def test_an_empty_clipboard_is_said(screen: MediaScreen, window: Window, dialogs: FakeDialogs) -> None:
    window.clipboard_clear()
    window.clipboard_append("lời chào")
    screen.importing.paste()
    assert dialogs.said == ["There is no picture in the clipboard."]


# ------------------------------------------------------------ the sum opened


def test_the_sum_opens_its_lists(filled: MediaScreen, card: Path, home: Home, wait_until: WaitUntil) -> None:
    first = filled.bar.roll
    (card / "empty.jpg").write_bytes(b"")
    filled.importing.take([card])
    wait_until(lambda: filled.bar.roll not in (None, first))
    roll = filled.bar.roll
    assert roll is not None
    lists = RollLists(filled, roll, home=home, chosen=NEW)
    assert lists.tabs.chosen == KNOWN, "nothing new: the first part that holds something"
    assert [row.note for row in lists.rows] == [f"The same as DSC_000{number}.jpg" for number in range(3)]
    own = lists.rows[0].own
    assert own is not None
    wait_until(lambda: lists.pictures.get(own))
    lists.tabs.choose(FAILED)
    assert [(row.name, row.note) for row in lists.rows] == [("empty.jpg", "The file is empty (0 bytes)")]
    lists.tabs.choose(ALIKE)
    assert lists.rows == []
    lists.close()


def test_failed_files_are_tried_again(screen: MediaScreen, card: Path, window: Window, wait_until: WaitUntil) -> None:
    whole = (card / "DSC_0001.jpg").read_bytes()
    (card / "DSC_0001.jpg").write_bytes(b"")
    screen.importing.take([card])
    wait_until(lambda: screen.bar.roll is not None)
    first = screen.bar.roll
    (card / "DSC_0001.jpg").write_bytes(whole)
    answering(window, RollLists, RollLists.try_again)
    screen.bar.failures.invoke()
    wait_until(lambda: screen.bar.roll not in (None, first))
    assert screen.bar.words.label["text"].startswith("Seen 1 = 1 taken in")
    assert MediaAsset.select().count() == 3
