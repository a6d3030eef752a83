"""A PIN of one's own: kept as a salted scrypt hash, asked before a decision, slow for whoever guesses."""

from __future__ import annotations

import base64
import hashlib
import secrets
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import Person, PinLock
from db.text import nfc
from desktop_app.core import audit
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_

SHORTEST, LONGEST_NUMBER, LONGEST_WORD = 4, 8, 64
FREE_TRIES = 3
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)


class Cost(NamedTuple):
    """What one guess costs: scrypt's n, r and p (RFC 7914). About 100 ms and 16 MiB on an old office PC."""

    n: int = 2**14
    r: int = 8
    p: int = 1


COST = Cost()


class PinUnfit(UserError):
    message = N_("A PIN is 4 to 8 digits, or a word of at least 4 letters.")
    hint = N_("Choose something you remember without writing it down.")


class PinTooEasy(UserError):
    message = N_("This PIN is the first one anybody would try.")
    hint = N_("Choose other digits, not 1111 or 1234.")


class PinNeeded(UserError):
    message = N_("{name} decides with a PIN.")
    hint = N_("Type the PIN; without it nothing is decided in this name.")


class WrongPin(UserError):
    message = N_("That is not the PIN of {name}.")
    hint = N_("Try again; after three wrong tries there is a wait.")


class PinMustWait(UserError):
    message = N_("Too many wrong tries: {name} can try again in {seconds} seconds.")
    hint = N_("Closing the program or turning back the clock does not shorten the wait.")


def has_pin(person_id: str) -> bool:
    """Whether the person has chosen a PIN."""
    return bool(Person.get_by_id(person_id).pin_hash)


def set_pin(person_id: str, pin: str, *, old: str = "", by_name: str = "") -> None:
    """Choose a PIN; where there is one already, ``old`` proves who asks.

    Raises PinUnfit, PinTooEasy, PinNeeded, WrongPin, PinMustWait.
    """
    pin = _tidy(pin)
    _refuse_unfit(pin)
    if has_pin(person_id):
        check_pin(person_id, old)
    kept = _hashed(pin, COST)
    with database.atomic():
        Person.update(pin_hash=kept).where(Person.id == person_id).execute()
        audit.record("set pin", "person", person_id, by_name)


def remove_pin(person_id: str, *, by_name: str) -> None:
    """Take a forgotten PIN away; the log says who did, and its owner is told at the next decision."""
    with database.atomic():
        Person.update(pin_hash="").where(Person.id == person_id).execute()
        PinLock.delete().where(PinLock.person == person_id).execute()
        audit.record("remove pin", "person", person_id, by_name)


def check_pin(person_id: str, pin: str) -> None:
    """Prove that the person sits here. Raises PinNeeded for no PIN at all, WrongPin, or PinMustWait meanwhile.

    A try is counted before it is looked at, so that two programs side by side get no more tries than one.
    """
    person = Person.get_by_id(person_id)
    pin = _tidy(pin)
    if not pin:
        raise PinNeeded(name=person.name)
    _count_try(person)
    if not _matches(pin, person.pin_hash):
        raise WrongPin(name=person.name)
    PinLock.delete().where(PinLock.person == person_id).execute()
    if _cost_of(person.pin_hash) != COST:
        Person.update(pin_hash=_hashed(pin, COST)).where(Person.id == person_id).execute()


def seconds_to_wait(person_id: str) -> int:
    """How long no try is taken, in whole seconds; 0 when one is."""
    lock = PinLock.get_or_none(PinLock.person == person_id)
    return _seconds(lock, now()) if lock else 0


def _count_try(person: Person) -> None:
    with database.atomic():
        lock = PinLock.get_or_none(PinLock.person == person) or PinLock(person=person, failures=0)
        new, at = lock.failures == 0, now()
        _forgive_clock(lock, at)
        waits = _seconds(lock, at)
        if not waits:
            lock.failures, lock.failed_at = lock.failures + 1, at
        lock.save(force_insert=new)
    if waits:
        raise PinMustWait(name=person.name, seconds=waits)


def _forgive_clock(lock: PinLock, at: datetime) -> None:
    """A clock set back begins the wait anew: never shorter by it, and never years long."""
    lock.failed_at = min(lock.failed_at, at)


def _seconds(lock: PinLock, at: datetime) -> int:
    left = wait_after(lock.failures) - (at - min(lock.failed_at, at))
    return max(0, -(-left // timedelta(seconds=1)))


def wait_after(failures: int) -> timedelta:
    """How long to wait after so many wrong tries: none for two, then 30 s doubling up to a quarter of an hour."""
    if failures < FREE_TRIES:
        return timedelta()
    return min(FIRST_WAIT * 2 ** min(failures - FREE_TRIES, 9), LONGEST_WAIT)


# ---------------------------------------------------------------- what is kept


def _tidy(pin: str) -> str:
    return nfc(pin.strip())


def _refuse_unfit(pin: str) -> None:
    longest = LONGEST_NUMBER if pin.isdigit() else LONGEST_WORD
    if not SHORTEST <= len(pin) <= longest:
        raise PinUnfit
    steps = {ord(after) - ord(before) for before, after in pairwise(pin)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
        raise PinTooEasy


def _hashed(pin: str, cost: Cost) -> str:
    """``scrypt$n$r$p$salt$hash``: the cost stands beside the hash, so that it may grow."""
    salt = secrets.token_bytes(16)
    return "$".join(("scrypt", *map(str, cost), _text(salt), _text(_digest(pin, salt, cost))))


def _matches(pin: str, kept: str) -> bool:
    _scrypt, _n, _r, _p, salt, digest = kept.split("$")
    found = _digest(pin, base64.b64decode(salt), _cost_of(kept))
    return secrets.compare_digest(found, base64.b64decode(digest))


def _cost_of(kept: str) -> Cost:
    return Cost(*map(int, kept.split("$")[1:4]))


def _digest(pin: str, salt: bytes, cost: Cost) -> bytes:
    room = 256 * cost.n * cost.r  # scrypt needs 128 n r bytes; OpenSSL's own limit is just that at our cost
    return hashlib.scrypt(pin.encode(), salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=room, dklen=32)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
