"""The month's bundle from the report room: written, proved, checked again."""

from __future__ import annotations

from pathlib import Path

import pyzipper

from db.models import Bundle
from desktop_app.ui.screens.reports.locked_words import LockedWords
from desktop_app.ui.screens.reports.screen import ReportsScreen
from desktop_app.ui.screens.reports.stick import StickDialog
from desktop_app.ui.window import Window
from tests.core.makers import a_picture
from tests.ui.conftest import FakeDialogs, WaitUntil, answering


def into_a_folder(window: Window) -> None:
    """Choose a folder in the dialog of sticks, once it is there."""
    answering(window, StickDialog, lambda dialog: dialog.folder.invoke())


def test_the_paper_is_shown_page_by_page(screen: ReportsScreen, wait_until: WaitUntil) -> None:
    wait_until(lambda: screen.paper.where["text"].startswith("Page 1 of"))
    screen.paper.after_.invoke()
    assert screen.paper.where["text"].startswith("Page 2 of")


def test_the_bundle_goes_to_the_chosen_folder_and_is_listed(
    screen: ReportsScreen, window: Window, dialogs: FakeDialogs, tmp_path: Path, wait_until: WaitUntil
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    dialogs.answers.append(stick)
    assert screen.heading.main is not None
    into_a_folder(window)
    screen.heading.main.invoke()
    wait_until(lambda: Bundle.select().count() == 1)
    wait_until(lambda: any(stick.iterdir()) and screen.figures.bundles.links)
    assert not dialogs.errors
    assert Path(Bundle.get().written_to).parent == stick


def test_a_damaged_bundle_is_named_when_it_is_checked_again(
    screen: ReportsScreen, window: Window, dialogs: FakeDialogs, tmp_path: Path, wait_until: WaitUntil
) -> None:
    dialogs.answers.append(tmp_path)
    into_a_folder(window)
    screen.export()
    wait_until(lambda: screen.figures.bundles.links and not screen._runner.busy)
    report = Path(Bundle.get().written_to) / "data" / "01_BaoCao.pdf"
    report.write_bytes(report.read_bytes()[:-1] + b"?")
    screen.figures.bundles.links[0].invoke()
    wait_until(lambda: dialogs.said)
    assert dialogs.said == ["This bundle is not as it was written:"]


def test_a_stick_that_is_gone_is_one_error_and_nothing_more(
    screen: ReportsScreen, window: Window, dialogs: FakeDialogs, tmp_path: Path, wait_until: WaitUntil
) -> None:
    dialogs.answers.append(tmp_path / "nowhere")
    into_a_folder(window)
    screen.export()
    wait_until(lambda: dialogs.errors)
    assert Bundle.select().count() == 0


def test_choosing_no_place_does_nothing(screen: ReportsScreen, window: Window) -> None:
    answering(window, StickDialog, lambda dialog: dialog.give_up())
    screen.export()
    assert not screen._runner.busy


def test_pictures_that_stay_behind_are_said_beforehand(screen: ReportsScreen) -> None:
    a_picture(people="")
    screen.refresh()
    words = [line.text for line in screen.figures.problems._shown]
    assert any("stay behind" in text for text in words)


def test_a_locked_bundle_shows_its_words_once_it_has_arrived(
    screen: ReportsScreen, window: Window, dialogs: FakeDialogs, tmp_path: Path, wait_until: WaitUntil
) -> None:
    seen: list[str] = []

    def read(dialog: LockedWords) -> None:
        seen.append(dialog.words)
        dialog.close()

    answering(window, LockedWords, read)
    dialogs.answers.append(tmp_path)
    into_a_folder(window)
    screen.outward.export_locked()
    wait_until(lambda: bool(seen))
    locked = Path(Bundle.get().written_to)
    assert locked.suffix == ".zip"
    with pyzipper.AESZipFile(locked) as archive:
        archive.setpassword(seen[0].encode())
        assert archive.testzip() is None
    assert not screen.figures.bundles.links, "it cannot be checked again without its words"


def test_a_paper_of_another_kind_travels_too_and_is_listed_with_its_own_kind(
    screen: ReportsScreen, window: Window, dialogs: FakeDialogs, tmp_path: Path, wait_until: WaitUntil
) -> None:
    screen.open(kind="opinions")
    screen.refresh()
    dialogs.answers.append(tmp_path)
    into_a_folder(window)
    screen.export()
    wait_until(lambda: Bundle.select().count() and screen.figures.bundles.links)
    assert not dialogs.errors
    assert Bundle.get().name.startswith("DuLuan_2024-05")
    screen.open(kind="month")
    screen.refresh()
    assert not screen.figures.bundles.links
