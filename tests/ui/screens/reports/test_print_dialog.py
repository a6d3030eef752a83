"""Printing from the window: a real `lp` takes what was chosen; what is wrong is said in the dialog."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.reports.print_dialog import SOME, PrintDialog, Wanted
from desktop_app.ui.screens.reports.screen import ReportsScreen
from desktop_app.ui.window import Window
from tests.core.test_printing import LPSTAT, program
from tests.ui.conftest import FakeDialogs, WaitUntil, answering

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")

LP = """#!/bin/sh
printf '%s\\n' "$@" > {told}
"""


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    program(folder, "lpstat", LPSTAT)
    program(folder, "lp", LP.format(told=tmp_path / "told"))
    return folder


@pytest.fixture
def dialog(window: Window, runner: Runner, system: Path, wait_until: WaitUntil) -> PrintDialog:
    dialog = PrintDialog(window, "Báo cáo tháng 5/2024", 7, 2, runner=runner)
    wait_until(lambda: str(dialog.printing["state"]) == "normal")
    return dialog


def test_the_usual_printer_is_offered_first(dialog: PrintDialog) -> None:
    assert dialog.printers.get() == "Van_Phong (usual)"
    assert dialog.printers["values"][1] == "Hieu_Truong: Paper jam"
    dialog.printing.invoke()
    assert dialog.answer == Wanted("Van_Phong", 1, ())


def test_pages_and_copies_are_read_as_typed(dialog: PrintDialog) -> None:
    dialog.which.set(SOME)
    dialog.some.insert(0, "1-2, 9")
    dialog.printing.invoke()
    assert dialog.winfo_exists(), "there is no page 9"
    dialog.some.delete(0, "end")
    dialog.some.insert(0, "1-2, 5")
    dialog.number.set("0")
    dialog.printing.invoke()
    assert dialog.winfo_exists(), "no copies"
    dialog.number.set("3")
    dialog.printing.invoke()
    assert dialog.answer == Wanted("Van_Phong", 3, (1, 2, 5))


def test_a_pc_without_printing_says_so(
    window: Window, runner: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wait_until: WaitUntil
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    dialog = PrintDialog(window, "Báo cáo", 1, 1, runner=runner)
    dialog.appear(dialog.printing)
    wait_until(lambda: dialog.told["text"].startswith("Printing is not set up"))
    assert str(dialog.printing["state"]) == "disabled"
    dialog.close()


def test_the_page_looked_at_is_printed(
    screen: ReportsScreen,
    window: Window,
    dialogs: FakeDialogs,
    system: Path,
    tmp_path: Path,
    wait_until: WaitUntil,
) -> None:
    def choose(dialog: PrintDialog) -> None:
        if str(dialog.printing["state"]) != "normal":
            dialog.after(50, lambda: choose(dialog))
            return
        dialog.which.set("here")
        dialog.printing.invoke()

    wait_until(lambda: screen.drawing.shown)
    screen.paper.go_to(2)
    answering(window, PrintDialog, choose)
    screen.acts()["print"]()
    wait_until(lambda: (tmp_path / "told").exists() and not screen._runner.busy)
    told = (tmp_path / "told").read_text().splitlines()
    assert told[told.index("-P") + 1] == "2"
    assert not dialogs.errors
