"""PINs: chosen, proved, slow for whoever guesses, and never written down anywhere."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db import database
from db.fields import now
from db.models import AuditEvent, Person, PinLock
from db.queries import delegations
from desktop_app.core import pins
from desktop_app.core.home import Home
from desktop_app.core.pins import PinMustWait, PinNeeded, PinTooEasy, PinUnfit, WrongPin
from tests.core.makers import a_school

PIN = "4826"


@pytest.fixture
def principal(home: Home) -> str:
    person_id = a_school()
    pins.set_pin(person_id, PIN)
    return person_id


def try_wrongly(person_id: str, times: int) -> None:
    for _number in range(times):
        with pytest.raises(WrongPin):
            pins.check_pin(person_id, "9517")


def let_pass(person_id: str, seconds: float) -> None:
    lock = PinLock.get(PinLock.person == person_id)
    lock.failed_at -= timedelta(seconds=seconds)
    lock.save()


@pytest.mark.parametrize("unfit", ["", "123", "123456789", "ban", "x" * 65])
def test_too_short_or_too_long_is_no_pin(home: Home, unfit: str) -> None:
    with pytest.raises(PinUnfit):
        pins.set_pin(a_school(), unfit)


@pytest.mark.parametrize("easy", ["0000", "1234", "87654321", "aaaa", "abcd"])
def test_what_anybody_would_try_first_is_refused(home: Home, easy: str) -> None:
    with pytest.raises(PinTooEasy):
        pins.set_pin(a_school(), easy)


def test_a_word_is_a_pin_however_its_letters_are_composed(home: Home) -> None:
    person_id = a_school()
    pins.set_pin(person_id, "hoa ban nở")
    pins.check_pin(person_id, " hoa ban nở ")
    with pytest.raises(WrongPin):
        pins.check_pin(person_id, "hoa ban no")


def test_the_pin_itself_is_kept_nowhere(home: Home) -> None:
    person_id = a_school()
    pins.set_pin(person_id, "mùa hoa ban")
    with pytest.raises(WrongPin):
        pins.check_pin(person_id, "gạo nếp nương")
    file = "\n".join(database.obj.connection().iterdump())
    assert "mùa hoa ban" not in file
    assert "gạo nếp nương" not in file
    assert [event.facts for event in AuditEvent.select().where(AuditEvent.act == "set pin")] == [{}]


def test_two_people_with_one_pin_have_different_hashes(principal: str) -> None:
    other = str(Person.create(name="Lò Thị Vân").id)
    pins.set_pin(other, PIN)
    assert Person.get_by_id(principal).pin_hash != Person.get_by_id(other).pin_hash


def test_a_new_pin_needs_the_old_one(principal: str) -> None:
    with pytest.raises(PinNeeded):
        pins.set_pin(principal, "7351")
    with pytest.raises(WrongPin):
        pins.set_pin(principal, "7351", old="9517")
    pins.set_pin(principal, "7351", old=PIN)
    pins.check_pin(principal, "7351")


def test_three_wrong_tries_begin_a_wait_that_even_the_right_pin_respects(principal: str) -> None:
    try_wrongly(principal, 3)
    with pytest.raises(PinMustWait) as refused:
        pins.check_pin(principal, PIN)
    assert refused.value.facts["seconds"] == 30
    let_pass(principal, 31)
    pins.check_pin(principal, PIN)
    assert pins.seconds_to_wait(principal) == 0
    try_wrongly(principal, 2)
    pins.check_pin(principal, PIN)


def test_the_wait_doubles_up_to_a_quarter_of_an_hour() -> None:
    waits = [int(pins.wait_after(failures).total_seconds()) for failures in (2, 3, 4, 5, 6, 7, 8, 9, 1000)]
    assert waits == [0, 30, 60, 120, 240, 480, 900, 900, 900]


def test_the_wait_survives_a_restart(principal: str, home: Home) -> None:
    try_wrongly(principal, 3)
    database.close()
    with home.opened():
        assert 28 <= pins.seconds_to_wait(principal) <= 30


def test_a_clock_set_back_neither_shortens_the_wait_nor_makes_it_years(principal: str) -> None:
    try_wrongly(principal, 3)
    let_pass(principal, -3600 * 24 * 400)
    with pytest.raises(PinMustWait) as refused:
        pins.check_pin(principal, PIN)
    assert refused.value.facts["seconds"] == 30
    assert PinLock.get().failed_at <= now()
    let_pass(principal, 31)
    pins.check_pin(principal, PIN)


def test_tries_made_while_waiting_do_not_lengthen_it(principal: str) -> None:
    try_wrongly(principal, 3)
    for _number in range(5):
        with pytest.raises(PinMustWait):
            pins.check_pin(principal, "9517")
    assert PinLock.get().failures == 3


def test_a_cheap_hash_of_old_is_made_dearer_at_the_next_right_pin(
    principal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pins, "COST", pins.Cost(n=2**15))
    pins.check_pin(principal, PIN)
    assert Person.get_by_id(principal).pin_hash.startswith("scrypt$32768$8$1$")
    pins.check_pin(principal, PIN)


def test_a_pin_taken_away_is_told_to_its_owner(principal: str) -> None:
    pins.remove_pin(principal, by_name="Cô Hoa")
    assert not pins.has_pin(principal)
    news = delegations.pin_taken_away(principal, "9999")
    assert news is not None
    assert news.by_name == "Cô Hoa"
