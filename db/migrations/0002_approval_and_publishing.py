"""Approval by PIN, comments on a passage, corrections of what is out, and the school's own website."""

from typing import Any

STATEMENTS = (
    'ALTER TABLE "article" ADD COLUMN "state_before" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "comment" ADD COLUMN "quote" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "comment" ADD COLUMN "resolved_by_name" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "distribution" ADD COLUMN "corrects_id" VARCHAR(36) '
    'REFERENCES "distribution" ("id") ON DELETE RESTRICT',
    'CREATE INDEX "distribution_corrects_id" ON "distribution" ("corrects_id")',
    """CREATE TABLE "pin_lock" (
        "person_id" VARCHAR(36) NOT NULL PRIMARY KEY,
        "failures" INTEGER NOT NULL,
        "failed_at" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    )""",
    """CREATE TABLE "web_site" (
        "id" VARCHAR(36) NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "created_at" TEXT NOT NULL,
        "deleted_at" TEXT,
        "channel_id" VARCHAR(36) NOT NULL,
        "address" TEXT NOT NULL,
        "user_name" TEXT NOT NULL,
        FOREIGN KEY ("channel_id") REFERENCES "channel" ("id") ON DELETE CASCADE
    )""",
    'CREATE UNIQUE INDEX "web_site_channel_id" ON "web_site" ("channel_id")',
    """CREATE TABLE "web_post" (
        "id" VARCHAR(36) NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "created_at" TEXT NOT NULL,
        "deleted_at" TEXT,
        "distribution_id" VARCHAR(36) NOT NULL,
        "state" TEXT NOT NULL,
        "post_id" INTEGER,
        "link" TEXT NOT NULL,
        "text_sha256" TEXT NOT NULL,
        "tries" INTEGER NOT NULL,
        "next_try_at" TEXT,
        "problem" TEXT NOT NULL,
        FOREIGN KEY ("distribution_id") REFERENCES "distribution" ("id") ON DELETE CASCADE
    )""",
    'CREATE UNIQUE INDEX "web_post_distribution_id" ON "web_post" ("distribution_id")',
    'CREATE INDEX "web_post_state" ON "web_post" ("state")',
    """CREATE TABLE "web_upload" (
        "id" VARCHAR(36) NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "created_at" TEXT NOT NULL,
        "deleted_at" TEXT,
        "site_id" VARCHAR(36) NOT NULL,
        "sha256" TEXT NOT NULL,
        "media_id" INTEGER NOT NULL,
        "link" TEXT NOT NULL,
        FOREIGN KEY ("site_id") REFERENCES "web_site" ("id") ON DELETE CASCADE
    )""",
    'CREATE INDEX "web_upload_site_id" ON "web_upload" ("site_id")',
    'CREATE UNIQUE INDEX "web_upload_site_id_sha256" ON "web_upload" ("site_id", "sha256")',
)


def up(migrator: Any, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
