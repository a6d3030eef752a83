"""A school's bundles beside its month: told with size and day, fetched behind a dialog, shown in the browser."""

from __future__ import annotations

import shutil
import tkinter
from collections.abc import Iterator
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from desktop_app.core.bundle.verifying import verify_bundle
from desktop_app.core.jobs import Progress
from desktop_app.core.office.bundles import BundleNotThere
from desktop_app.core.office.place import OfficePlace
from desktop_app.core.periods import Month
from desktop_app.core.sync.bundles import carry_bundles
from desktop_app.core.sync.rounds import sync_once
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.ui.screens.office.screen import OfficeScreen
from desktop_app.ui.window import Window
from tests.sync.issued import may_at_a_school
from tests.ui.conftest import FakeDialogs, WaitUntil

MAY = Month(2024, 5)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store to which one school has sent its May, words and bundle."""
    with may_at_a_school(tmp_path_factory.mktemp("sent")) as (home, store):
        carry_bundles(home, store, Progress())
        assert sync_once(home, store, Progress()).problem is None
    return store.root


@pytest.fixture
def store(sent: Path, tmp_path: Path) -> FolderStore:
    shutil.copytree(sent, tmp_path / "store")
    return FolderStore(tmp_path / "store")


@pytest.fixture
def opened() -> list[Path]:
    """What the browser was asked to show."""
    return []


@pytest.fixture
def screen(
    window: Window,
    place: ttk.Frame,
    store: FolderStore,
    dialogs: FakeDialogs,
    wait_until: WaitUntil,
    tmp_path: Path,
    opened: list[Path],
) -> Iterator[OfficeScreen]:
    """The room with the school chosen and its bundles told."""
    office = OfficePlace(f"sqlite:///{tmp_path / 'office.db'}", store.address, received=tmp_path / "received")
    screen = OfficeScreen(place, office=office, runner=window.runner, dialogs=dialogs, toast=window.toast)
    screen.opened = opened.append
    screen.pack(fill="both", expand=True)
    screen.month = MAY
    screen.take_in()
    wait_until(lambda: screen.page is not None and not window.runner.busy and not window.runner.quiet_jobs)
    screen.matrix.go_to(0)
    yield screen
    wait_until(lambda: not window.runner.quiet_jobs and not window.runner.busy)


def note(screen: OfficeScreen) -> str:
    return str(screen.school.bundles.note.label["text"])


def texts(widget: tkinter.Misc) -> str:
    own = str(widget.cget("text")) if "text" in widget.keys() else ""  # noqa: SIM118  # Tk's keys() is no dict's
    return " ".join([own, *(texts(child) for child in widget.winfo_children())])


def test_a_bundle_is_told_and_opened(screen: OfficeScreen, wait_until: WaitUntil, opened: list[Path]) -> None:
    wait_until(lambda: screen.school.bundles.buttons)
    (line,) = screen.school.bundles.lines
    assert "Report of a month" in texts(line)
    assert " MB · " in texts(line)
    screen.school.bundles.buttons[0].invoke()
    wait_until(lambda: opened)
    assert opened[0].name == "index.html"
    assert verify_bundle(opened[0].parent, Progress()).ok
    screen.school.bundles.buttons[0].invoke()
    wait_until(lambda: len(opened) == 2)


def test_a_month_without_a_bundle_says_so_plainly(screen: OfficeScreen, wait_until: WaitUntil) -> None:
    wait_until(lambda: screen.school.bundles.buttons)
    screen.month = Month(2024, 4)
    screen.refresh()
    wait_until(lambda: note(screen).startswith("None of this month yet"))
    assert not screen.school.bundles.buttons


def test_a_bundle_replaced_meanwhile_is_an_error_and_the_store_is_asked_anew(
    screen: OfficeScreen, wait_until: WaitUntil, store: FolderStore, dialogs: FakeDialogs, opened: list[Path]
) -> None:
    wait_until(lambda: screen.school.bundles.buttons)
    for entry in list(store.list("schools/")):
        if "/bundles/" in entry.key or "/files/" in entry.key:
            store.delete(entry.key)
    screen.school.bundles.buttons[0].invoke()
    wait_until(lambda: dialogs.errors)
    assert isinstance(dialogs.errors[0], BundleNotThere)
    wait_until(lambda: note(screen).startswith("None of this month yet"))
    assert opened == []


def test_a_store_that_is_gone_is_told_in_the_card(
    screen: OfficeScreen, wait_until: WaitUntil, store: FolderStore, dialogs: FakeDialogs
) -> None:
    wait_until(lambda: screen.school.bundles.buttons)
    store.root.rename(store.root.with_name("gone"))
    screen._seen.clear()
    screen._look.now()
    wait_until(lambda: "is not there" in note(screen))
    assert not dialogs.errors
    store.root.with_name("gone").rename(store.root)


def test_without_a_store_nothing_is_looked_for(screen: OfficeScreen, wait_until: WaitUntil) -> None:
    wait_until(lambda: screen.school.bundles.buttons)
    screen._place = screen._place._replace(store="")
    screen._seen.clear()
    screen._choose(screen.matrix.selected)
    assert "without a store" in note(screen)
