"""Taking one import back: its files and rows go, as long as nothing uses them."""

from __future__ import annotations

from db import database
from db.models import Distribution, ImportRoll, MediaAsset, Usage
from desktop_app.core import audit
from desktop_app.core.home import Home
from desktop_app.core.media.errors import MediaInUse
from desktop_app.core.media.renditions import LARGE, SMALL, rendition_place


def undo_import(home: Home, roll_id: str, *, by_name: str = "") -> int:
    """Remove what an import brought; returns how many files. Raises MediaInUse and removes nothing then."""
    with database.atomic():
        assets = list(MediaAsset.select().where(MediaAsset.roll == roll_id))
        _refuse_used(roll_id)
        MediaAsset.delete().where(MediaAsset.roll == roll_id).execute()
        ImportRoll.delete().where(ImportRoll.id == roll_id).execute()
        audit.record("undo import", "import_roll", roll_id, by_name, files=len(assets))
    for asset in assets:
        (home.root / asset.original_path).unlink(missing_ok=True)
        for size in (SMALL, LARGE):
            rendition_place(home, asset.sha256, size).unlink(missing_ok=True)
    return len(assets)


def _refuse_used(roll_id: str) -> None:
    """An article, a report or a channel that shows a picture holds it: name them."""
    users = [*_uses(Usage, roll_id), *_uses(Distribution, roll_id)]
    if users:
        titles = {user.article.title if user.article else user.asset.original_name for user in users}
        raise MediaInUse(count=len({user.asset_id for user in users}), titles=", ".join(sorted(titles)))


def _uses(table: type[Usage] | type[Distribution], roll_id: str) -> list[Usage | Distribution]:
    return list(table.select().join(MediaAsset, on=table.asset == MediaAsset.id).where(MediaAsset.roll == roll_id))
