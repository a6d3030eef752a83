"""Words about a picture: caption, day, topic, who is in it; and the reviewer's word whether it is kept."""

from __future__ import annotations

from datetime import date

from db import database
from db.models import MediaAsset
from desktop_app.core import audit
from desktop_app.core.i18n import N_
from desktop_app.core.media.errors import NoSuchMedia, RejectionNeedsReason

PEOPLE_WORDS = {"none": N_("No faces"), "adults": N_("Adults"), "children": N_("Pupils")}
PEOPLE = ("", *PEOPLE_WORDS)
REVIEW_WORDS = {"waiting": N_("To be checked"), "accepted": N_("Accepted"), "rejected": N_("Not accepted")}


def describe(
    asset_id: str,
    *,
    caption: str | None = None,
    credit: str | None = None,
    activity: str | None = None,
    topic_id: str | None = None,
    taken_on: date | None = None,
    people: str | None = None,
    purpose_archive: bool | None = None,
    by_name: str = "",
) -> None:
    """Change what is given, leave the rest; ``topic_id`` "" takes the topic away. A typed day is marked as a person's.

    Raises NoSuchMedia.
    """
    if people is not None and people not in PEOPLE:
        raise ValueError(f"people: {people}")
    asset = _asset(asset_id)
    words = {"caption": caption, "credit": credit, "activity": activity, "people": people}
    changes: dict[str, object] = {name: word.strip() for name, word in words.items() if word is not None}
    if topic_id is not None:
        changes["topic"] = topic_id or None
    if purpose_archive is not None:
        changes["purpose_archive"] = purpose_archive
    if taken_on is not None and not str(asset.taken_at or "").startswith(taken_on.isoformat()):
        changes |= {"taken_at": taken_on.isoformat(), "taken_source": "person"}
    _change(asset, "describe media", by_name, changes)


def review(asset_id: str, *, accepted: bool, reason: str = "", by_name: str = "") -> None:
    """Keep a picture as good enough, or not, with a reason. Raises RejectionNeedsReason, NoSuchMedia."""
    if not accepted and not reason.strip():
        raise RejectionNeedsReason
    verdict = "accepted" if accepted else "rejected"
    _change(_asset(asset_id), "review media", by_name, {"review": verdict, "review_reason": reason.strip()})


def _change(asset: MediaAsset, act: str, by_name: str, changes: dict[str, object]) -> None:
    with database.atomic():
        for name, value in changes.items():
            setattr(asset, name, value)
        asset.save()
        audit.record(act, "media_asset", str(asset.id), by_name, changed=sorted(changes))


def _asset(asset_id: str) -> MediaAsset:
    asset = MediaAsset.get_or_none(MediaAsset.id == asset_id)
    if asset is None:
        raise NoSuchMedia(id=asset_id)
    return asset
