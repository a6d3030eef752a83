"""Taking one import back: its files and rows go, as long as nothing uses them."""

from __future__ import annotations

from db import database
from db.models import ImportRoll, MediaAsset, Usage
from desktop_app.core import audit
from desktop_app.core.home import Home
from desktop_app.core.media.errors import MediaInUse
from desktop_app.core.media.renditions import LARGE, SMALL, rendition_place


def undo_import(home: Home, roll_id: str, *, by_name: str = "") -> int:
    """Remove what an import brought; returns how many files. Raises MediaInUse and removes nothing then."""
    assets = list(MediaAsset.select().where(MediaAsset.roll == roll_id))
    _refuse_used(assets)
    with database.atomic():
        MediaAsset.update(burst_of=None).where(MediaAsset.burst_of.in_(assets)).execute()
        MediaAsset.delete().where(MediaAsset.roll == roll_id).execute()
        ImportRoll.delete().where(ImportRoll.id == roll_id).execute()
        audit.record("undo import", "import_roll", roll_id, by_name, files=len(assets))
    for asset in assets:
        (home.root / asset.original_path).unlink(missing_ok=True)
        for size in (SMALL, LARGE):
            rendition_place(home, asset.sha256, size).unlink(missing_ok=True)
    return len(assets)


def _refuse_used(assets: list[MediaAsset]) -> None:
    used = list(Usage.select().where(Usage.asset.in_(assets)))
    if used:
        titles = {usage.article.title for usage in used if usage.article}
        raise MediaInUse(count=len({usage.asset_id for usage in used}), titles=", ".join(sorted(titles)))
