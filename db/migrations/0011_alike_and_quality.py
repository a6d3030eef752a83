"""How sharp, dark and bright each photo is, measured once; photos a person said are not of one moment."""

from typing import Any

STATEMENTS = (
    'ALTER TABLE "media_asset" ADD COLUMN "sharpness" REAL',
    'ALTER TABLE "media_asset" ADD COLUMN "dark" REAL',
    'ALTER TABLE "media_asset" ADD COLUMN "bright" REAL',
    """CREATE TABLE "media_parted" (
        "id" VARCHAR(36) NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "created_at" TEXT NOT NULL,
        "deleted_at" TEXT,
        "one_id" VARCHAR(36) NOT NULL,
        "other_id" VARCHAR(36) NOT NULL,
        FOREIGN KEY ("one_id") REFERENCES "media_asset" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("other_id") REFERENCES "media_asset" ("id") ON DELETE CASCADE
    )""",
    'CREATE INDEX "media_parted_one_id" ON "media_parted" ("one_id")',
    'CREATE INDEX "media_parted_other_id" ON "media_parted" ("other_id")',
    'CREATE UNIQUE INDEX "media_parted_one_id_other_id" ON "media_parted" ("one_id", "other_id")',
)


def up(migrator: Any, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
