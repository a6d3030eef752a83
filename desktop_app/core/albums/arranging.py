"""The pictures of an album: put in, taken out, put in another order. What an act gives back undoes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from db import database
from db.models import AlbumPicture, MediaAsset
from db.queries.albums import InAlbum, all_in
from desktop_app.core import audit
from desktop_app.core.albums.keeping import album_of
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_


class NotInAlbum(UserError):
    message = N_("This picture is not in the album any more.")
    hint = N_("Press F5 to look again.")


def add_pictures(album_id: str, asset_ids: Sequence[str], *, by_name: str = "") -> list[str]:
    """Put pictures at the end of an album, each once; returns those that were new. Raises NoSuchAlbum."""
    album_of(album_id)
    with database.atomic():
        inside = [one.id for one in all_in(album_id)]
        new = _there([one for one in dict.fromkeys(asset_ids) if one not in set(inside)])
        _write(album_id, [*inside, *new])
        if new:
            audit.record("add to album", "album", album_id, by_name, pictures=len(new))
    return new


def remove_pictures(album_id: str, asset_ids: Collection[str], *, by_name: str = "") -> list[str]:
    """Take pictures out; they stay in the archive. Returns the order before, for ``arrange``. Raises NoSuchAlbum."""
    before = [one.id for one in all_in(album_id)]
    arrange(album_id, [one for one in before if one not in asset_ids], act="remove from album", by_name=by_name)
    return before


def move_pictures(album_id: str, asset_ids: Collection[str], gap: int, *, by_name: str = "") -> list[str]:
    """Put pictures, in their order, before the one that is shown at ``gap`` now (their number: at the end).

    Pictures in the trash are not counted and stay behind their neighbour. Returns the order before, for ``arrange``.
    Raises NotInAlbum, NoSuchAlbum.
    """
    before = all_in(album_id)
    shown = [one.id for one in before if not one.trashed]
    moved = [one for one in shown if one in asset_ids]
    if not moved:
        raise NotInAlbum
    left, right = ([one for one in part if one not in asset_ids] for part in (shown[:gap], shown[gap:]))
    arrange(album_id, _with_trashed([*left, *moved, *right], before), by_name=by_name)
    return [one.id for one in before]


def arrange(album_id: str, asset_ids: Sequence[str], *, act: str = "arrange album", by_name: str = "") -> None:
    """Make the album hold just these pictures in this order. Raises NoSuchAlbum."""
    album_of(album_id)
    with database.atomic():
        _write(album_id, _there(asset_ids))
        audit.record(act, "album", album_id, by_name, pictures=len(asset_ids))


def _with_trashed(shown: Sequence[str], before: Sequence[InAlbum]) -> list[str]:
    """Each picture in the trash comes behind the shown one it stood behind."""
    behind: dict[str, list[str]] = defaultdict(list)
    last = ""
    for one in before:
        if one.trashed:
            behind[last].append(one.id)
        else:
            last = one.id
    return [*behind[""], *(each for one in shown for each in (one, *behind[one]))]


def _there(asset_ids: Sequence[str]) -> list[str]:
    """Those the archive still has: an undo may come after a picture went for good."""
    kept = {str(one.id) for one in MediaAsset.select(MediaAsset.id).where(MediaAsset.id.in_(list(asset_ids)))}
    return [one for one in asset_ids if one in kept]


def _write(album_id: str, wished: Sequence[str]) -> None:
    """Only what differs is written: a picture moved by one place changes two rows."""
    inside = {str(one.asset_id): one for one in AlbumPicture.select().where(AlbumPicture.album == album_id)}
    gone = [one.id for asset_id, one in inside.items() if asset_id not in set(wished)]
    AlbumPicture.delete().where(AlbumPicture.id.in_(gone)).execute()
    for sort, asset_id in enumerate(wished):
        if asset_id not in inside:
            AlbumPicture.create(album=album_id, asset=asset_id, sort=sort)
        elif inside[asset_id].sort != sort:
            AlbumPicture.update(sort=sort).where(AlbumPicture.id == inside[asset_id].id).execute()
