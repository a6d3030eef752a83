"""A picture turned, cropped, with faces covered: every copy is made anew, the original is never opened for writing."""

from __future__ import annotations

from db import database
from db.models import MediaAsset, MediaEdit
from desktop_app.core import audit
from desktop_app.core.home import Home
from desktop_app.core.media.edits import Edit
from desktop_app.core.media.errors import NoSuchMedia
from desktop_app.core.media.renditions import renew_renditions


def edit_picture(home: Home, asset_id: str, edit: Edit, *, by_name: str = "") -> None:
    """Keep ``edit`` (an empty one takes all edits back) and make both renditions anew.

    Boxes that are a slip of the mouse are left out. Raises NoSuchMedia, and OriginalUnreadable when the renditions
    cannot be made: nothing is changed then.
    """
    asset = MediaAsset.get_or_none(MediaAsset.id == asset_id, MediaAsset.kind == "photo")
    if asset is None:
        raise NoSuchMedia(id=asset_id)
    crop = edit.crop.tidy() if edit.crop and not edit.crop.is_a_slip else None
    covered = [box.tidy() for box in edit.covered if not box.is_a_slip]
    with database.atomic():
        MediaEdit.delete().where(MediaEdit.asset == asset_id).execute()
        if edit.turn or crop or covered:
            boxes = {"crop": list(crop or ()), "covered": [list(box) for box in covered]}
            MediaEdit.create(asset=asset_id, turn=edit.turn, **boxes)
        audit.record("edit picture", "media_asset", asset_id, by_name, turn=edit.turn, covered=len(covered))
        renew_renditions(home, asset.sha256)
