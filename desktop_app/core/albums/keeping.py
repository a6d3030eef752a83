"""Albums kept: begun, named, filled, put in order, put away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db import database
from db.fields import now
from db.models import Album, AlbumPicture
from db.queries.albums import candidates
from db.text import nfc
from desktop_app.core import audit
from desktop_app.core.albums.choosing import best_of
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_


class AlbumNeedsTitle(UserError):
    message = N_("The album has no name.")
    hint = N_("Give it one, such as “Năm học 2023-2024 qua ảnh”.")


class NoSuchAlbum(UserError):
    message = N_("There is no such album.")
    hint = N_("It may have been put away; open the list of albums anew.")


def start_album(title: str, *, note: str = "", by_name: str = "") -> str:
    """Begin an empty album; returns its id. Raises AlbumNeedsTitle."""
    with database.atomic():
        album = Album.create(title=_title(title), note=nfc(note.strip()))
        audit.record("start album", "album", str(album.id), by_name)
    return str(album.id)


def rename_album(album_id: str, title: str, *, note: str = "", by_name: str = "") -> None:
    """Name it anew. Raises AlbumNeedsTitle, NoSuchAlbum."""
    album = _album(album_id)
    album.title, album.note = _title(title), nfc(note.strip())
    with database.atomic():
        album.save()
        audit.record("rename album", "album", album_id, by_name)


def put_album_away(album_id: str, *, by_name: str = "") -> None:
    """Take an album from the list; its pictures stay in the archive. Raises NoSuchAlbum."""
    album = _album(album_id)
    album.deleted_at = now()
    with database.atomic():
        album.save()
        audit.record("put album away", "album", album_id, by_name)


def bring_album_back(album_id: str, *, by_name: str = "") -> None:
    """Undo ``put_album_away``."""
    with database.atomic():
        Album.update(deleted_at=None).where(Album.id == album_id).execute()
        audit.record("bring album back", "album", album_id, by_name)


def add_pictures(album_id: str, asset_ids: Sequence[str]) -> int:
    """Put pictures at the end of an album, each once; returns how many were new. Raises NoSuchAlbum."""
    _album(album_id)
    with database.atomic():
        inside = {str(one.asset_id): one.sort for one in _pictures(album_id)}
        new = [asset_id for asset_id in dict.fromkeys(asset_ids) if asset_id not in inside]
        for sort, asset_id in enumerate(new, max(inside.values(), default=-1) + 1):
            AlbumPicture.create(album=album_id, asset=asset_id, sort=sort)
    return len(new)


def add_best(
    album_id: str, count: int, *, first: date | None = None, before: date | None = None, topic_id: str = ""
) -> int:
    """Add up to ``count`` proposed pictures of a time or a topic; returns how many. Raises NoSuchAlbum."""
    inside = [str(one.asset_id) for one in _pictures(album_id)]
    return add_pictures(album_id, best_of(candidates(first, before, topic_id, inside), count))


def remove_pictures(album_id: str, asset_ids: Sequence[str]) -> None:
    """Take pictures out of an album; they stay in the archive."""
    AlbumPicture.delete().where(AlbumPicture.album == album_id, AlbumPicture.asset.in_(list(asset_ids))).execute()


def move_picture(album_id: str, asset_id: str, place: int) -> None:
    """Put one picture at ``place``, counted from 0; the others keep their order."""
    with database.atomic():
        order = [str(one.asset_id) for one in _pictures(album_id)]
        order.remove(asset_id)
        order.insert(place, asset_id)
        for sort, one in enumerate(order):
            AlbumPicture.update(sort=sort).where(AlbumPicture.album == album_id, AlbumPicture.asset == one).execute()


def _pictures(album_id: str) -> list[AlbumPicture]:
    inside = AlbumPicture.select().where(AlbumPicture.album == album_id)
    return list(inside.order_by(AlbumPicture.sort, AlbumPicture.id))


def _title(title: str) -> str:
    if not title.strip():
        raise AlbumNeedsTitle
    return nfc(" ".join(title.split()))


def _album(album_id: str) -> Album:
    album = Album.get_or_none(Album.id == album_id, Album.deleted_at.is_null())
    if album is None:
        raise NoSuchAlbum
    return album
