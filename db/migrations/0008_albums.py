"""Albums: the best pictures of a year or a topic, for a review, an anniversary, a wall."""

from typing import Any

STATEMENTS = (
    """CREATE TABLE "album" (
        "id" VARCHAR(36) NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "created_at" TEXT NOT NULL,
        "deleted_at" TEXT,
        "title" TEXT NOT NULL,
        "note" TEXT NOT NULL
    )""",
    """CREATE TABLE "album_picture" (
        "id" VARCHAR(36) NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "created_at" TEXT NOT NULL,
        "deleted_at" TEXT,
        "album_id" VARCHAR(36) NOT NULL,
        "asset_id" VARCHAR(36) NOT NULL,
        "sort" INTEGER NOT NULL,
        FOREIGN KEY ("album_id") REFERENCES "album" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("asset_id") REFERENCES "media_asset" ("id") ON DELETE RESTRICT
    )""",
    'CREATE INDEX "album_picture_album_id" ON "album_picture" ("album_id")',
    'CREATE INDEX "album_picture_asset_id" ON "album_picture" ("asset_id")',
    'CREATE UNIQUE INDEX "album_picture_album_id_asset_id" ON "album_picture" ("album_id", "asset_id")',
)


def up(migrator: Any, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
