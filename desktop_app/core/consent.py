"""Who agreed to be seen: whether a picture may leave the archive for a channel, why not, and what a no undoes.

Luật 91/2025/QH15, Điều 24: publishing about a child of seven or more needs the child's yes and the
guardian's; silence is no consent; withdrawal stops use. A missing yes never touches the archive itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import NamedTuple

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
    asset = MediaAsset.get_by_id(asset_id)
    if asset.people in ("none", "adults"):
        return None
    if asset.people != "children":
        return PEOPLE_UNKNOWN
    consents = list(Consent.select().join(ConsentAsset).where(ConsentAsset.asset == asset_id))
    covered = consents and all(covers(consent, channel_kind, day) for consent in consents)
    return None if covered else CONSENT_MISSING


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


def withdraw_consent(consent_id: str, on: date, reason: str, *, by_name: str = "") -> list[PlaceOfPicture]:
    """Write down that a yes was taken back on ``on``; returns the places that must be taken down, the oldest first.

    From that day the pictures go nowhere; in the archive they stay, marked as restricted. Each place waits on Today
    until it is taken down (within TAKEN_DOWN_WITHIN). Raises NoSuchConsent, WithdrawnBefore, ReasonNeeded.
    """
    consent = Consent.get_or_none(Consent.id == consent_id)
    if consent is None:
        raise NoSuchConsent
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
