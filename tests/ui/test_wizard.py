"""A dialog of pages: Next waits for what is missing, Back keeps what was filled in."""

from __future__ import annotations

from typing import Any

import ttkbootstrap as ttk

from desktop_app.ui.window import Window
from desktop_app.ui.wizard import Step, Wizard, WizardPage
from tests.ui.conftest import WaitUntil


class SchoolPage(WizardPage):
    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self.entry = ttk.Entry(self)
        self.entry.pack()

    def problem(self) -> str | None:
        return None if self.entry.get() else "The name of the school is missing"


def test_next_stays_grey_and_says_why_until_the_page_is_filled(window: Window, wait_until: WaitUntil) -> None:
    wizard = Wizard(window, "Welcome", [Step("The school", SchoolPage), Step("Ready", WizardPage)])
    wait_until(lambda: str(wizard.go_on["state"]) == "disabled")
    assert wizard.missing["text"] == "The name of the school is missing"
    wizard.next()
    assert wizard.at == 0
    page = wizard.pages[0]
    assert isinstance(page, SchoolPage)
    page.entry.insert(0, "Trường A")
    wait_until(lambda: str(wizard.go_on["state"]) == "normal")
    wizard.go_on.invoke()
    assert wizard.at == 1
    wizard.go_back.invoke()
    assert page.entry.get() == "Trường A"
    wizard.close()


def test_the_last_page_finishes(window: Window) -> None:
    finished: list[str] = []
    wizard = Wizard(
        window, "Welcome", [Step("Ready", WizardPage)], finish=lambda: finished.append("kept"), finish_label="Begin"
    )
    assert wizard.go_on["text"] == "Begin"
    wizard.next()
    assert finished == ["kept"]
    assert wizard.answer is True


def test_a_first_start_cannot_be_escaped(window: Window) -> None:
    wizard = Wizard(window, "Welcome", [Step("Ready", WizardPage)], may_leave=False)
    wizard.give_up()
    assert wizard.winfo_exists()
    wizard.close()
