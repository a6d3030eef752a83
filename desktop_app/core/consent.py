"""Who agreed to be seen: whether a picture may leave the archive for a channel, and why not.

Luật 91/2025/QH15, Điều 24: publishing about a child of seven or more needs the child's yes and the
guardian's; silence is no consent; withdrawal stops use. A missing yes never touches the archive itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db import database
from db.models import Consent, ConsentAsset, MediaAsset
from desktop_app.core import audit
from desktop_app.core.i18n import N_

PEOPLE_UNKNOWN = N_("Nobody has said yet who is in this picture")
CONSENT_MISSING = N_("A pupil is in this picture and no consent covers this use")


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
    given = consent.guardian_ok and consent.child_ok and channel_kind in consent.channels
    if not given or consent.given_on is None or consent.given_on > day:
        return False
    ended = [end for end in (consent.expires_on, consent.withdrawn_on) if end is not None]
    return all(day < end for end in ended)


def give_consent(
    subject: str,
    asset_ids: Sequence[str],
    channel_kinds: Sequence[str],
    *,
    guardian_name: str,
    guardian_ok: bool,
    child_ok: bool,
    given_on: date,
    form_place: str = "",
    by_name: str = "",
) -> str:
    """Write down a yes for these pictures and kinds of channel; where the signed form lies is ``form_place``."""
    with database.atomic():
        consent = Consent.create(
            subject=subject,
            guardian_name=guardian_name,
            guardian_ok=guardian_ok,
            child_ok=child_ok,
            channels=list(channel_kinds),
            given_on=given_on,
            form_place=form_place,
        )
        for asset_id in asset_ids:
            ConsentAsset.create(consent=consent, asset=asset_id)
        audit.record("give consent", "consent", consent.id, by_name, assets=len(asset_ids))
    return str(consent.id)
