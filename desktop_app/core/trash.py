"""The trash: articles and photos put away softly, taken back within 30 days, refused while something uses them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import peewee

from db import database
from db.fields import now
from db.models import Article, Comment, Decision, Distribution, MediaAsset, Record, Review, TrashEntry, Usage
from db.queries import trash as rows
from db.queries.trash import TrashRow
from db.text import nfc
from desktop_app.core import audit
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_
from desktop_app.core.jobs import Progress
from desktop_app.core.media.renditions import LARGE, SMALL, rendition_place

KEEP_DAYS = 30
ARTICLE, ASSET = "article", "media_asset"
TABLES: dict[str, type[Record]] = {ARTICLE: Article, ASSET: MediaAsset}


class StillUsed(UserError):
    message = N_("“{title}” cannot go to the trash: it is used by {users}.")
    hint = N_("Take it out there first. What was published is taken down instead, so that its record stays.")


class NotThere(UserError):
    message = N_("This is not there any more.")
    hint = N_("Press F5 to look again.")


def put_in(table: str, ids: Sequence[str], *, by_name: str = "", reason: str = "") -> list[str]:
    """Put records (``table`` ARTICLE or ASSET) in the trash, all or none; returns the ids of their entries.

    Raises StillUsed with the names of the users, NotThere for what is gone or in the trash already.
    """
    with database.atomic():
        return [_put_in(table, id_, by_name, nfc(reason.strip())) for id_ in ids]


def _put_in(table: str, record_id: str, by_name: str, reason: str) -> str:
    model = TABLES[table]
    record = model.get_or_none(model.id == record_id, model.deleted_at.is_null())
    if record is None:
        raise NotThere
    users = rows.users_of(table, record_id)
    if users:
        raise StillUsed(title=_title_of(record), users=", ".join(users))
    model.update(deleted_at=now()).where(model.id == record_id).execute()
    entry = TrashEntry.create(table=table, record_id=record_id, title=_title_of(record), reason=reason, by_name=by_name)
    audit.record("put in trash", table, record_id, by_name, title=_title_of(record), reason=reason)
    return str(entry.id)


def _title_of(record: Record) -> str:
    return str(record.title if isinstance(record, Article) else record.caption or record.original_name)


def take_back(entry_ids: Sequence[str], *, by_name: str = "") -> int:
    """Put things of the trash back where they were, with all that belongs to them; returns how many."""
    with database.atomic():
        entries = list(TrashEntry.select().where(TrashEntry.id.in_(list(entry_ids)), TrashEntry.deleted_at.is_null()))
        for entry in entries:
            model = TABLES[entry.table]
            model.update(deleted_at=None).where(model.id == entry.record_id).execute()
            entry.delete_instance()
            audit.record("take from trash", entry.table, entry.record_id, by_name, title=entry.title)
    return len(entries)


# ---------------------------------------------------------------- gone for good


def due(moment: datetime | None = None) -> list[TrashRow]:
    """What has lain in the trash for KEEP_DAYS at ``moment`` (now)."""
    border = (moment or datetime.now(UTC)) - timedelta(days=KEEP_DAYS)
    return rows.put_there_before(border.isoformat())


def empty_old(home: Home, progress: Progress, moment: datetime | None = None) -> int:
    """Remove for good what has lain there for KEEP_DAYS; what something uses by now stays. Returns how many went."""
    waiting, gone = due(moment), 0
    for place, entry in enumerate(waiting):
        progress.step(place, len(waiting), entry.title)
        gone += _remove(home, entry)
    return gone


def _remove(home: Home, entry: TrashRow) -> bool:
    files = list(_files_of(home, entry))
    try:
        with database.atomic():
            _forget(entry)
            TrashEntry.delete().where(TrashEntry.id == entry.id).execute()
            audit.record("remove for good", entry.table, entry.record_id, title=entry.title)
    except peewee.IntegrityError:  # something holds on to it since: it stays in the trash
        return False
    for file in files:
        file.unlink(missing_ok=True)
    return True


def _forget(entry: TrashRow) -> None:
    if entry.table == ARTICLE:
        # The file refuses to lose a text that was decided about: what names the text goes before it.
        for part in (Decision, Review, Comment, Distribution, Usage):
            part.delete().where(part.article == entry.record_id).execute()
    model = TABLES[entry.table]
    model.delete().where(model.id == entry.record_id).execute()


def _files_of(home: Home, entry: TrashRow) -> Iterator[Path]:
    if entry.table != ASSET:
        return
    asset = MediaAsset.get_by_id(entry.record_id)
    yield home.root / asset.original_path
    yield from (rendition_place(home, asset.sha256, size) for size in (SMALL, LARGE))
