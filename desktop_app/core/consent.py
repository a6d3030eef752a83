"""Who agreed to be seen: whether a picture may leave the archive for a channel, why not, and what a no undoes.

Luật 91/2025/QH15, Điều 24: publishing about a child of seven or more needs the child's yes and the
guardian's; silence is no consent; withdrawal stops use. A missing yes never touches the archive itself.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

import peewee

from db import database
from db.models import Consent, ConsentAsset, MediaAsset
from db.queries.consents import PlaceOfPicture, places_of
from desktop_app.core import audit
from desktop_app.core.articles import ReasonNeeded
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.periods import short_date

PEOPLE_UNKNOWN = N_("Nobody has said yet who is in this picture")
CONSENT_MISSING = N_("A pupil is in this picture and no consent covers this use")
OWN_YES_FROM = 7
"""Years from which the child's own yes is needed beside the guardian's (Luật 91/2025/QH15, Điều 24)."""
TAKEN_DOWN_WITHIN = timedelta(days=15)
"""How long a school has to take down what a withdrawn consent covered (Nghị định 356/2025/NĐ-CP)."""


class LeftOut(NamedTuple):
    """A picture that stays in the archive, and why (a message id)."""

    name: str
    why: str


class NoSuchConsent(UserError):
    message = N_("This consent is not written down here.")
    hint = N_("Open the picture again; another PC may have changed it.")


class WithdrawnBefore(UserError):
    message = N_("The consent was given on {given}; it cannot have been withdrawn before.")
    hint = N_("Check the day on the paper.")


def obstacle(asset_id: str, channel_kind: str, day: date) -> str | None:
    """Why the picture may not go to a channel of this kind on ``day`` (a message id), or None if it may."""
    return obstacles([asset_id], channel_kind, day).get(asset_id)


def obstacles(asset_ids: Collection[str], channel_kind: str, day: date) -> dict[str, str]:
    """Those of many pictures that may not go there, each with the reason (a message id), in the order given."""
    asked = MediaAsset.select(MediaAsset.id, MediaAsset.people).where(_among(MediaAsset.id, asset_ids))
    people = {str(one.id): str(one.people) for one in asked}
    covered: dict[str, list[bool]] = {}
    given = ConsentAsset.select(ConsentAsset, Consent).join(Consent)
    for one in given.where(_among(ConsentAsset.asset, asset_ids), Consent.deleted_at.is_null()):
        covered.setdefault(str(one.asset_id), []).append(covers(one.consent, channel_kind, day))
    found = ((asset_id, _why(people.get(asset_id, ""), covered.get(asset_id, []))) for asset_id in asset_ids)
    return {asset_id: why for asset_id, why in found if why}


def _among(column: Any, ids: Collection[str]) -> Any:
    """One fact for a query however many ids there are; SQLite counts its question marks."""
    return column.in_(peewee.SQL("(SELECT value FROM json_each(?))", (json.dumps(list(ids)),)))


def _why(people: str, covered: Sequence[bool]) -> str | None:
    if people in ("none", "adults"):
        return None
    if people != "children":
        return PEOPLE_UNKNOWN
    return None if covered and all(covered) else CONSENT_MISSING


def covers(consent: Consent, channel_kind: str, day: date) -> bool:
    """Whether one consent allows this kind of channel on ``day``."""
    if consent.given_on is None or consent.given_on > day or channel_kind not in consent.channels:
        return False
    if not consent.guardian_ok or not (consent.child_ok or not is_asked(consent.birth_date, day)):
        return False
    ended = [end for end in (consent.expires_on, consent.withdrawn_on) if end is not None]
    return all(day < end for end in ended)


def is_asked(born: date | None, day: date) -> bool:
    """Whether a child born on ``born`` has a say of its own on ``day``; without a birth date it has."""
    return born is None or day.year - born.year - ((day.month, day.day) < (born.month, born.day)) >= OWN_YES_FROM


@dataclass(frozen=True)
class ConsentGiven:
    """A yes as it stands on the form. ``channels`` are kinds of channel; ``form_place`` says where the paper lies.

    ``scan_sha256`` names its scan (papers.keep_paper). Without a birth date the child's own yes is needed.
    """

    subject: str
    guardian_name: str
    guardian_ok: bool
    child_ok: bool
    channels: Sequence[str]
    given_on: date
    birth_date: date | None = None
    class_name: str = ""
    expires_on: date | None = None
    form_place: str = ""
    scan_sha256: str = ""


def give_consent(given: ConsentGiven, asset_ids: Sequence[str], *, by_name: str = "") -> str:
    """Write down a yes for these pictures; returns its id. Pictures held back before are free where it covers."""
    with database.atomic():
        consent = Consent.create(**{**asdict(given), "channels": list(given.channels)})
        for asset_id in asset_ids:
            ConsentAsset.create(consent=consent, asset=asset_id)
        MediaAsset.update(state="kept").where(MediaAsset.id.in_(list(asset_ids))).execute()
        audit.record("give consent", "consent", consent.id, by_name, assets=len(asset_ids))
    return str(consent.id)


def give_together(given: Sequence[ConsentGiven], *, by_name: str = "") -> list[str]:
    """Write down the yes of a whole class, or none of them; returns their ids. No picture is covered by it yet."""
    with database.atomic():
        return [give_consent(one, (), by_name=by_name) for one in given]


def correct_consent(consent_id: str, given: ConsentGiven, *, by_name: str = "") -> None:
    """Write a consent anew that was typed wrongly; what was there stays in the log. Raises NoSuchConsent."""
    consent = _consent(consent_id)
    facts = {**asdict(given), "channels": list(given.channels)}
    facts["scan_sha256"] = given.scan_sha256 or consent.scan_sha256
    before = {name: getattr(consent, name) for name in facts if getattr(consent, name) != facts[name]}
    with database.atomic():
        for name, value in facts.items():
            setattr(consent, name, value)
        consent.save()
        audit.record("correct consent", "consent", consent_id, by_name, before={n: str(v) for n, v in before.items()})


def cover(consent_ids: Sequence[str], asset_ids: Sequence[str], *, by_name: str = "") -> int:
    """Say that those who agreed are in these pictures; returns how many joins are new. Raises NoSuchConsent."""
    new = 0
    with database.atomic():
        for consent_id in consent_ids:
            consent = _consent(consent_id)
            for asset_id in asset_ids:
                new += _join(consent, asset_id)
            audit.record("cover pictures", "consent", consent_id, by_name, assets=len(asset_ids))
    return new


def _join(consent: Consent, asset_id: str) -> bool:
    if ConsentAsset.select().where(ConsentAsset.consent == consent, ConsentAsset.asset == asset_id).exists():
        return False
    ConsentAsset.create(consent=consent, asset=asset_id)
    return True


def _consent(consent_id: str) -> Consent:
    consent = Consent.get_or_none(Consent.id == consent_id)
    if consent is None:
        raise NoSuchConsent
    return consent


def withdraw_consent(consent_id: str, on: date, reason: str, *, by_name: str = "") -> list[PlaceOfPicture]:
    """Write down that a yes was taken back on ``on``; returns the places that must be taken down, the oldest first.

    From that day the pictures go nowhere; in the archive they stay, marked as restricted. Each place waits on Today
    until it is taken down (within TAKEN_DOWN_WITHIN). Raises NoSuchConsent, WithdrawnBefore, ReasonNeeded.
    """
    consent = _consent(consent_id)
    if consent.given_on and on < consent.given_on:
        raise WithdrawnBefore(given=short_date(consent.given_on))
    if not reason.strip():
        raise ReasonNeeded
    pictures = [str(one.asset_id) for one in ConsentAsset.select().where(ConsentAsset.consent == consent_id)]
    with database.atomic():
        consent.withdrawn_on = on
        consent.save()
        MediaAsset.update(state="restricted").where(MediaAsset.id.in_(pictures)).execute()
        audit.record("withdraw consent", "consent", consent_id, by_name, reason=reason.strip(), on=str(on))
    return places_of(pictures)
