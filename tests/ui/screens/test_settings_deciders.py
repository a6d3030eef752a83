"""Settings: PINs chosen, changed and taken away; powers lent by letter or PIN and ended early."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from db.models import AuditEvent, Delegation
from desktop_app.core import pins, school
from desktop_app.core.home import Home
from desktop_app.ui.screens.settings.delegations import DelegationsCard, LendDialog
from desktop_app.ui.screens.settings.pin import ChoosePin, PinCard
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.window import Window
from tests.core.makers import a_school
from tests.ui.conftest import FakeDialogs, answering, turn

CLERK = "Nguyễn Thị Hoa"


@pytest.fixture
def principal(home: Home) -> str:
    return a_school()


@pytest.fixture
def pin_card(place: ttk.Frame, dialogs: FakeDialogs, principal: str) -> PinCard:
    card = PinCard(place, dialogs=dialogs, by_name=lambda: CLERK, kept=lambda: None)
    card.pack()
    card.refresh()
    turn(place, 30)
    return card


@pytest.fixture
def lent_card(place: ttk.Frame, home: Home, dialogs: FakeDialogs, principal: str) -> DelegationsCard:
    school.person_named("Lò Thị Vân")
    toast = Toast(place)
    card = DelegationsCard(place, home=home, dialogs=dialogs, toast=toast, by_name=lambda: CLERK, kept=lambda: None)
    card.pack()
    card.refresh()
    turn(place, 30)
    return card


def fill_in(dialog: ChoosePin, **words: str) -> None:
    for name, entry in dialog.form.fields.items():
        entry.delete(0, "end")
        entry.insert(0, words.get(name, ""))
    dialog.ok.invoke()


def test_a_pin_is_chosen_and_changed_only_with_the_old_one(pin_card: PinCard, principal: str, window: Window) -> None:
    answering(window, ChoosePin, lambda dialog: fill_in(dialog, new="4826", again="4826"))
    pin_card.buttons[principal][0].invoke()
    assert pins.has_pin(principal)
    said: list[str] = []

    def change(dialog: ChoosePin) -> None:
        fill_in(dialog, old="4826", new="7351", again="7352")
        said.append(str(dialog.trouble["text"]))
        fill_in(dialog, old="1928", new="7351", again="7351")
        said.append(str(dialog.trouble["text"]))
        fill_in(dialog, old="4826", new="7351", again="7351")

    answering(window, ChoosePin, change)
    pin_card.buttons[principal][0].invoke()
    assert said[0] == "The two PINs are not the same."
    assert said[1].startswith("That is not the PIN")
    pins.check_pin(principal, "7351")


def test_a_forgotten_pin_is_taken_away_only_after_a_yes_and_never_silently(
    pin_card: PinCard, principal: str, dialogs: FakeDialogs
) -> None:
    pins.set_pin(principal, "4826")
    pin_card.refresh()
    dialogs.answers += [False, True]
    for still_there in (True, False):
        forget = pin_card.buttons[principal][1]
        assert forget is not None
        forget.invoke()
        assert pins.has_pin(principal) is still_there
    assert AuditEvent.get(AuditEvent.act == "remove pin").by_name == CLERK


def test_a_power_is_lent_by_its_letter_and_ended_early(
    lent_card: DelegationsCard, window: Window, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    letter = tmp_path / "uy-quyen.pdf"
    letter.write_bytes(b"%PDF-1.7 signed")

    def lend(dialog: LendDialog) -> None:
        dialog.who.current(0)
        dialog.ok.invoke()
        assert type(dialogs.errors[0]).__name__ == "LetterNeeded"
        dialogs.answers.append(letter)
        dialog.choose.invoke()
        dialog.powers["sign"].set(True)
        dialog.ok.invoke()

    answering(window, LendDialog, lend)
    lent_card.lend.invoke()
    lent = Delegation.get()
    assert (lent.taker.name, lent.powers) == ("Lò Thị Vân", ["approve", "sign"])
    assert lent.document.about == "uy-quyen.pdf"
    lent_card.ends[str(lent.id)].invoke()
    assert not school.may(str(lent.taker_id), school.APPROVE, date.today())
    lent_card._toast.button.invoke()
    assert school.may(str(lent.taker_id), school.APPROVE, date.today())
