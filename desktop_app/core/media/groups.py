"""Like photos settled by a person: one kept and the others put away, or told apart for good; each with its undo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from db import database
from db.models import MediaAsset, MediaParted
from desktop_app.core import audit, trash
from desktop_app.core.i18n import _
from desktop_app.core.media.errors import NoSuchMedia
from desktop_app.core.media.together import Before, Words, describe_together, put_back, review_together

_CARRIED = ("caption", "activity", "credit", "people")


class Kept(NamedTuple):
    """One photo kept for all of a group: what went to the trash, and how the kept one was described before."""

    asset_id: str
    entries: list[str]
    before: list[Before]


class Parted(NamedTuple):
    """Photos told apart: under which first photo each stood before, and the pairs that were written down."""

    before: dict[str, str | None]
    pairs: list[str]


def keep_one(asset_id: str, others: Sequence[str], *, by_name: str = "") -> Kept:
    """Keep one photo and put the others into the trash, all or none; words it lacks come from them.

    Raises StillUsed with the place where one of the others is used, NotThere, NoSuchMedia.
    """
    with database.atomic():
        before = _inherit(asset_id, others, by_name)
        entries = trash.put_in(
            trash.ASSET, others, by_name=by_name, reason=_("A better one of the same moment is kept")
        )
    return Kept(asset_id, entries, before)


def take_back(kept: Kept, *, by_name: str = "") -> None:
    """Undo ``keep_one``: the others come back, the kept one has its own words again."""
    with database.atomic():
        trash.take_back(kept.entries, by_name=by_name)
        put_back(kept.before[:1], by_name=by_name)


def _inherit(asset_id: str, others: Sequence[str], by_name: str) -> list[Before]:
    """A caption written on the copy, and the check it passed, belong to the moment: the original gets them."""
    kept = _asset(asset_id)
    givers = [_asset(other) for other in others]
    words = Words()
    for name in _CARRIED:
        given = next((value for giver in givers if (value := getattr(giver, name))), "")
        if given and not getattr(kept, name):
            words[name] = given  # type: ignore[literal-required]  # the names are those of Words
    topic = next((str(giver.topic_id) for giver in givers if giver.topic_id), "")
    if topic and not kept.topic_id:
        words["topic_id"] = topic
    typed = next((giver.taken_at for giver in givers if giver.taken_source == "person" and giver.taken_at), "")
    if typed and kept.taken_source not in ("exif", "person"):
        words["taken_on"] = date.fromisoformat(typed[:10])
    before = describe_together([asset_id], by_name=by_name, **words) if words else []
    if kept.review == "waiting" and any(giver.review == "accepted" for giver in givers):
        before += review_together([asset_id], accepted=True, by_name=by_name)
    return before


def part(asset_ids: Sequence[str], *, by_name: str = "") -> Parted:
    """Tell these photos of one group from all others of it, for good; each then stands alone. Raises NoSuchMedia.

    Whatever stays of the group stays together. No later look at the archive joins them again.
    """
    with database.atomic():
        group = _group_of(asset_ids[0])
        leaving = [one for one in group if str(one.id) in asset_ids]
        staying = [one for one in group if str(one.id) not in asset_ids]
        before = {str(one.id): one.burst_of_id for one in group}
        for one in leaving:
            _stand_under(one, None)
        for one in staying:
            _stand_under(one, None if one is staying[0] else str(staying[0].id))
        pairs = _write_down(leaving, group)
        audit.record("part alike", "media_asset", asset_ids[0], by_name, photos=list(asset_ids))
    return Parted(before, pairs)


def put_together(parted: Parted, *, by_name: str = "") -> None:
    """Undo ``part``."""
    with database.atomic():
        MediaParted.delete().where(MediaParted.id.in_(parted.pairs)).execute()
        for asset_id, first in parted.before.items():
            MediaAsset.update(burst_of=first).where(MediaAsset.id == asset_id).execute()
        audit.record("undo part alike", "media_asset", next(iter(parted.before)), by_name)


def _group_of(asset_id: str) -> list[MediaAsset]:
    """All of its group, those still here before those in the trash."""
    asset = _asset(asset_id)
    first = str(asset.burst_of_id or asset.id)
    found = MediaAsset.select().where((MediaAsset.id == first) | (MediaAsset.burst_of == first)).order_by(MediaAsset.id)
    return sorted(found, key=lambda one: one.deleted_at is not None)


def _stand_under(one: MediaAsset, first: str | None) -> None:
    if one.burst_of_id != first:
        MediaAsset.update(burst_of=first).where(MediaAsset.id == one.id).execute()


def _write_down(leaving: Sequence[MediaAsset], group: Sequence[MediaAsset]) -> list[str]:
    """The pairs as ``one`` and ``other``; those in the trash nobody has looked at."""
    here = [str(one.id) for one in group if one.deleted_at is None]
    leave = {str(one.id) for one in leaving}
    pairs = {tuple(sorted(pair)) for pair in product(leave, here) if pair[0] != pair[1]}
    return [str(MediaParted.create(one=one, other=other).id) for one, other in sorted(pairs)]


def _asset(asset_id: str) -> MediaAsset:
    asset = MediaAsset.get_or_none(MediaAsset.id == asset_id)
    if asset is None:
        raise NoSuchMedia(id=asset_id)
    return asset
