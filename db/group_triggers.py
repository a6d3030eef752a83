"""Like photos stay one group when the first of them is removed for good: the next one takes its place."""

from __future__ import annotations

GROUP_TRIGGERS = (
    """CREATE TRIGGER media_asset_group_goes_on BEFORE DELETE ON media_asset BEGIN
        UPDATE media_asset SET burst_of_id = (SELECT min(id) FROM media_asset WHERE burst_of_id = OLD.id)
        WHERE burst_of_id = OLD.id AND id <> (SELECT min(id) FROM media_asset WHERE burst_of_id = OLD.id);
    END""",
)
"""The next one itself is let go by its reference (ON DELETE SET NULL)."""
