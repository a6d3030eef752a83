"""The authority's room in a real window: the table, one school, the list for the group, taking in what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from benchmarks.office_sample import Journal, begin, live, mark, segments, send
from desktop_app.core.office.errors import NotAStore
from desktop_app.core.office.place import OfficePlace
from desktop_app.core.periods import Month
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.ui.screens.office.owing import OwingDialog
from desktop_app.ui.screens.office.screen import OfficeScreen
from desktop_app.ui.window import Window
from tests.ui.conftest import FakeDialogs, WaitUntil, turn

MAY = Month(2024, 5)
SCHOOLS = 12


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    """A store to which twelve schools have sent; the even ones did nothing in May."""
    (tmp_path / "store").mkdir()
    store = FolderStore(tmp_path / "store")
    mark(store)
    for number in range(1, SCHOOLS + 1):
        journal = Journal(number)
        begin(journal)
        live(journal, MAY, float(number % 2))
        send(store, segments(journal.school, journal.events))
    return store


@pytest.fixture
def screen(
    window: Window, place: ttk.Frame, store: FolderStore, dialogs: FakeDialogs, wait_until: WaitUntil, tmp_path: Path
) -> Iterator[OfficeScreen]:
    """The room, after the new was taken in."""
    office = OfficePlace(f"sqlite:///{tmp_path / 'office.db'}", store.address, received=tmp_path / "received")
    screen = OfficeScreen(place, office=office, runner=window.runner, dialogs=dialogs, toast=window.toast)
    screen.pack(fill="both", expand=True)
    screen.month = MAY
    screen.take_in()
    wait_until(lambda: screen.page is not None and not window.runner.busy and not window.runner.quiet_jobs)
    yield screen
    wait_until(lambda: not window.runner.quiet_jobs)


def test_every_school_stands_in_the_table_with_its_months(screen: OfficeScreen) -> None:
    assert screen.matrix.count == SCHOOLS
    assert "Schools, month 5/2024" in screen.heading.title["text"]
    assert screen.heading.line["text"].startswith(f"{SCHOOLS // 2} of {SCHOOLS} met · {SCHOOLS // 2} handed in")
    canvas = screen.matrix.canvas
    drawn = {canvas.itemcget(item, "text") for item in canvas.find_all() if str(canvas.type(item)) == "text"}
    assert {"✓", "✗", "–", "M5"} <= drawn


def test_a_tab_narrows_the_table(screen: OfficeScreen) -> None:
    assert screen.tabs.buttons["owing"]["text"] == f"Still owe something  {SCHOOLS // 2}"
    screen.tabs.choose("owing")
    assert screen.matrix.count == SCHOOLS // 2
    screen.tabs.choose("unread")
    assert screen.matrix.count == 0
    screen.tabs.choose("all")
    assert screen.matrix.count == SCHOOLS


def test_a_school_is_found_without_accents(screen: OfficeScreen, wait_until: WaitUntil) -> None:
    screen._look_for("pha long")
    assert screen.matrix.count == 2


def test_a_chosen_school_tells_what_it_sent_and_owes(screen: OfficeScreen, wait_until: WaitUntil) -> None:
    for place in range(SCHOOLS):
        screen.matrix.go_to(place)
        if screen.school.owed.label["text"].startswith("Owes nothing"):
            break
    wait_until(lambda: "/05/2024" in screen.school.titles.label["text"])
    screen.tabs.choose("owing")
    screen.matrix.go_to(0)
    wait_until(lambda: screen.school.titles.label["text"] == "None yet.")
    assert "bài" in screen.school.owed.label["text"]


def test_the_keys_go_through_the_table(screen: OfficeScreen, press: Callable[..., None]) -> None:
    screen.matrix.focus_set()
    screen.matrix.go_to(0)
    press(screen.matrix.canvas, "<Down>")
    assert screen.matrix.selection.at == 1
    press(screen.matrix.canvas, "<End>")
    assert screen.matrix.selection.at == SCHOOLS - 1


def test_the_list_for_the_group_can_be_copied(screen: OfficeScreen, window: Window) -> None:
    assert screen.page
    dialog = OwingDialog(screen, screen.page)
    dialog.appear()
    turn(window)
    assert len(dialog.box.get().splitlines()) == SCHOOLS // 2 + 2
    dialog.copying.invoke()
    assert "6/12 trường còn thiếu" in window.clipboard_get()


def test_taking_in_twice_finds_nothing_new(screen: OfficeScreen, window: Window, wait_until: WaitUntil) -> None:
    screen.take_in()
    wait_until(lambda: not window.runner.busy and not window.runner.quiet_jobs)
    assert screen.matrix.count == SCHOOLS


def test_a_school_that_never_sent_anything_is_missed_once_it_is_on_the_list(
    screen: OfficeScreen, window: Window, dialogs: FakeDialogs, wait_until: WaitUntil, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Mã trường;Tên trường\n0000ffff-0000-7000-8000-000000000001;Trường Tiểu học Xa\n", "utf-8-sig")
    dialogs.answers.append(file)
    screen.listing.invoke()
    wait_until(lambda: screen.matrix.count == SCHOOLS + 1)
    screen._look_for("tieu hoc xa")
    assert screen.matrix.count == 1
    assert screen.tabs.buttons["missing"]["text"].endswith(f"  {SCHOOLS // 2 + 1}")


def test_the_table_is_saved_as_paper(
    screen: OfficeScreen, window: Window, dialogs: FakeDialogs, wait_until: WaitUntil, tmp_path: Path
) -> None:
    file = tmp_path / "table.pdf"
    dialogs.answers.append(file)
    screen.save_paper()
    wait_until(lambda: file.exists() and not window.runner.busy)
    assert file.read_bytes().startswith(b"%PDF")


def test_a_wrong_place_is_said_in_a_sentence(
    screen: OfficeScreen, window: Window, dialogs: FakeDialogs, wait_until: WaitUntil, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    screen._place = screen._place._replace(store=FolderStore(tmp_path / "empty").address)
    screen.take_in()
    wait_until(lambda: dialogs.errors)
    assert isinstance(dialogs.errors[0], NotAStore)
