"""Pictures turned, cropped, with faces covered: what is done to every copy, never to the original."""

from typing import Any

STATEMENTS = (
    """CREATE TABLE "media_edit" (
        "id" VARCHAR(36) NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "created_at" TEXT NOT NULL,
        "deleted_at" TEXT,
        "asset_id" VARCHAR(36) NOT NULL,
        "turn" INTEGER NOT NULL,
        "crop" TEXT NOT NULL,
        "covered" TEXT NOT NULL,
        FOREIGN KEY ("asset_id") REFERENCES "media_asset" ("id") ON DELETE CASCADE
    )""",
    'CREATE UNIQUE INDEX "media_edit_asset_id" ON "media_edit" ("asset_id")',
)


def up(migrator: Any, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
