"""Albums kept: begun, named, put away and brought back."""

from __future__ import annotations

from db import database
from db.fields import now
from db.models import Album
from db.text import nfc
from desktop_app.core import audit
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
    album = album_of(album_id)
    album.title, album.note = _title(title), nfc(note.strip())
    with database.atomic():
        album.save()
        audit.record("rename album", "album", album_id, by_name)


def put_album_away(album_id: str, *, by_name: str = "") -> None:
    """Take an album from the list; its pictures stay in the archive. Raises NoSuchAlbum."""
    album = album_of(album_id)
    album.deleted_at = now()
    with database.atomic():
        album.save()
        audit.record("put album away", "album", album_id, by_name)


def bring_album_back(album_id: str, *, by_name: str = "") -> None:
    """Undo ``put_album_away``."""
    with database.atomic():
        Album.update(deleted_at=None).where(Album.id == album_id).execute()
        audit.record("bring album back", "album", album_id, by_name)


def album_of(album_id: str) -> Album:
    """The record of an album on the list. Raises NoSuchAlbum."""
    album = Album.get_or_none(Album.id == album_id, Album.deleted_at.is_null())
    if album is None:
        raise NoSuchAlbum
    return album


def _title(title: str) -> str:
    if not title.strip():
        raise AlbumNeedsTitle
    return nfc(" ".join(title.split()))
