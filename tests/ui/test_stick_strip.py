"""The foot of the window names the stick that is in; a receipt on it closes the delivery by itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import ttkbootstrap as ttk

from db.models import Bundle
from desktop_app.core.bundle.receipt import receive
from desktop_app.core.exporting import export_month
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.periods import Month
from desktop_app.core.usb import Drive
from desktop_app.ui.runner import Runner
from desktop_app.ui.stick_strip import StickStrip
from desktop_app.ui.widgets.toast import Toast
from tests.core.makers import a_plan, a_published_article, a_school
from tests.ui.conftest import WaitUntil
from tests.ui.screens.conftest import runner

__all__ = ["runner"]


def test_a_stick_is_named_and_its_receipt_is_taken_in(
    place: ttk.Frame,
    home: Home,
    runner: Runner,
    tmp_path: Path,
    wait_until: WaitUntil,
) -> None:
    a_published_article(a_plan(), a_school(), date(2024, 5, 21))
    stick = tmp_path / "stick"
    stick.mkdir()
    made = export_month(home, Month(2024, 5), stick, Progress())
    receive(made.path, "Lò Văn Nhận", "Phòng GD&ĐT", Progress())
    plugged_in: list[Drive] = []
    said: list[str] = []
    changes: list[int] = []
    StickStrip(
        place,
        say=said.append,
        runner=runner,
        toast=Toast(place),
        changed=lambda: changes.append(1),
        look=lambda: list(plugged_in),
        every=0.05,
    )
    wait_until(lambda: said == [""])
    plugged_in.append(Drive(stick, "KINGSTON", 10**10, 5 * 10**9, "exfat", is_removable=True, is_system=False))
    wait_until(lambda: changes == [1])
    assert said[-1] == "KINGSTON, 5,0 GB free"
    assert Bundle.get().received_by == "Lò Văn Nhận, Phòng GD&ĐT"
    plugged_in.clear()
    wait_until(lambda: said[-1] == "")
