"""Photos by the day they were taken, in the order the grid shows them: any place of the archive is found at once."""

from typing import Any


def up(migrator: Any, db: Any) -> None:
    db.execute_sql(
        'CREATE INDEX "media_asset_deleted_at_taken_at_id" ON "media_asset" ("deleted_at", "taken_at", "id")'
    )
