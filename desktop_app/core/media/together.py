"""Several pictures at once: the same words or the same verdict for all, and everything back with one undo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple, TypedDict, Unpack

from db import database
from db.models import MediaAsset
from desktop_app.core import audit
from desktop_app.core.media.describing import describe, review


class Words(TypedDict, total=False):
    """What may be said of pictures; what is not named stays (see describing.describe)."""

    caption: str
    credit: str
    activity: str
    topic_id: str
    taken_on: date
    people: str
    purpose_archive: bool


class Before(NamedTuple):
    """How one picture was described and judged before a change."""

    asset_id: str
    facts: dict[str, Any]


_FACTS = (
    "caption",
    "credit",
    "activity",
    "topic_id",
    "taken_at",
    "taken_source",
    "people",
    "purpose_archive",
    "review",
    "review_reason",
)


def describe_together(asset_ids: Sequence[str], *, by_name: str = "", **words: Unpack[Words]) -> list[Before]:
    """Say the same of all of them, or of none; returns how they were, for ``put_back``. Raises NoSuchMedia."""
    with database.atomic():
        before = _as_they_are(asset_ids)
        for asset_id in asset_ids:
            describe(asset_id, by_name=by_name, **words)
    return before


def review_together(asset_ids: Sequence[str], *, accepted: bool, reason: str = "", by_name: str = "") -> list[Before]:
    """Judge all of them alike, or none. Raises ReasonNeeded, NoSuchMedia."""
    with database.atomic():
        before = _as_they_are(asset_ids)
        for asset_id in asset_ids:
            review(asset_id, accepted=accepted, reason=reason, by_name=by_name)
    return before


def put_back(before: Sequence[Before], *, by_name: str = "") -> None:
    """Undo a change: every picture as it was; those removed since are passed over."""
    with database.atomic():
        for asset_id, facts in before:
            asset = MediaAsset.get_or_none(MediaAsset.id == asset_id)
            if asset is None:
                continue
            for name, value in facts.items():
                setattr(asset, name, value)
            asset.save()
            audit.record("undo", "media_asset", asset_id, by_name)


def _as_they_are(asset_ids: Sequence[str]) -> list[Before]:
    assets = {str(asset.id): asset for asset in MediaAsset.select().where(MediaAsset.id.in_(list(asset_ids)))}
    return [
        Before(asset_id, {name: getattr(assets[asset_id], name) for name in _FACTS})
        for asset_id in asset_ids
        if asset_id in assets
    ]
