"""What a PC knows of syncing: who it is, what changed here, what the others said."""

from typing import Any

# A UUIDv7 and an instant made by SQLite itself: triggers need no program beside them.
MS = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"
NEW_ID = (
    f"(lower(printf('%08x-%04x-7', {MS} >> 16, {MS} & 65535) || substr(hex(randomblob(2)), 2) || '-' || "
    "substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))))"
)

STATEMENTS = (
    """CREATE TABLE "sync_self" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "capturing" INTEGER NOT NULL,
        "school_id" TEXT NOT NULL,
        "device" TEXT NOT NULL,
        "epoch" TEXT NOT NULL,
        "seq" INTEGER NOT NULL,
        "lamport" INTEGER NOT NULL,
        "pc_name" TEXT NOT NULL,
        "mark" TEXT NOT NULL
    )""",
    "INSERT INTO sync_self VALUES (1, 0, '', '', '', 0, 0, '', '')",
    f"""CREATE TABLE "sync_change" (
        "n" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "id" TEXT NOT NULL DEFAULT {NEW_ID},
        "table_name" TEXT NOT NULL,
        "row_id" TEXT NOT NULL,
        "act" TEXT NOT NULL,
        "base" INTEGER NOT NULL,
        "fields" TEXT NOT NULL,
        "at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    )""",
    """CREATE TABLE "sync_event" (
        "n" INTEGER NOT NULL PRIMARY KEY,
        "id" TEXT NOT NULL,
        "table_name" TEXT NOT NULL,
        "row_id" TEXT NOT NULL,
        "lamport" INTEGER NOT NULL,
        "device" TEXT NOT NULL,
        "epoch" TEXT NOT NULL,
        "seq" INTEGER,
        "braked" INTEGER NOT NULL,
        "body" TEXT NOT NULL
    )""",
    'CREATE UNIQUE INDEX "sync_event_id" ON "sync_event" ("id")',
    'CREATE INDEX "sync_event_device_epoch_seq" ON "sync_event" ("device", "epoch", "seq")',
    'CREATE INDEX "sync_event_table_name_row_id" ON "sync_event" ("table_name", "row_id")',
    """CREATE TABLE "sync_segment" (
        "device" TEXT NOT NULL,
        "epoch" TEXT NOT NULL,
        "seq" INTEGER NOT NULL,
        "header" TEXT NOT NULL,
        "state" TEXT NOT NULL,
        "why" TEXT NOT NULL,
        PRIMARY KEY ("device", "epoch", "seq")
    ) WITHOUT ROWID""",
    """CREATE TABLE "sync_row" (
        "table_name" TEXT NOT NULL,
        "row_id" TEXT NOT NULL,
        "registers" TEXT NOT NULL,
        "disputed" INTEGER NOT NULL,
        "stands_for" TEXT,
        PRIMARY KEY ("table_name", "row_id")
    ) WITHOUT ROWID""",
    """CREATE INDEX "sync_row_disputed" ON "sync_row" ("table_name", "row_id") WHERE "disputed" > 0""",
    """CREATE TABLE "sync_key" (
        "table_name" TEXT NOT NULL,
        "key" TEXT NOT NULL,
        "row_id" TEXT NOT NULL,
        PRIMARY KEY ("table_name", "key", "row_id")
    ) WITHOUT ROWID""",
    'CREATE INDEX "sync_key_row_id" ON "sync_key" ("row_id")',
    """CREATE TABLE "sync_held" (
        "table_name" TEXT NOT NULL,
        "row_id" TEXT NOT NULL,
        "why" TEXT NOT NULL,
        "facts" TEXT NOT NULL,
        PRIMARY KEY ("table_name", "row_id")
    ) WITHOUT ROWID""",
    """CREATE TABLE "sync_bad_line" (
        "device" TEXT NOT NULL,
        "epoch" TEXT NOT NULL,
        "seq" INTEGER NOT NULL,
        "place" INTEGER NOT NULL,
        "why" TEXT NOT NULL,
        "line" TEXT NOT NULL,
        PRIMARY KEY ("device", "epoch", "seq", "place")
    ) WITHOUT ROWID""",
    """CREATE TABLE "sync_peer" ("device" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE "sync_target" (
        "store" TEXT NOT NULL PRIMARY KEY,
        "address" TEXT NOT NULL,
        "heads" TEXT NOT NULL,
        "met_at" TEXT NOT NULL,
        "done_at" TEXT NOT NULL,
        "problem" TEXT NOT NULL
    ) WITHOUT ROWID""",
    'CREATE INDEX "sync_target_address" ON "sync_target" ("address")',
    """CREATE TABLE "sync_sent" (
        "store" TEXT NOT NULL,
        "device" TEXT NOT NULL,
        "epoch" TEXT NOT NULL,
        "upto" INTEGER NOT NULL,
        "confirmed" INTEGER NOT NULL,
        PRIMARY KEY ("store", "device", "epoch")
    ) WITHOUT ROWID""",
    """CREATE TABLE "sync_file" (
        "store" TEXT NOT NULL,
        "sha256" TEXT NOT NULL,
        PRIMARY KEY ("store", "sha256")
    ) WITHOUT ROWID""",
)


def up(migrator: Any, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
