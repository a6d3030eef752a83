"""Letters wait in a queue of their own on this PC."""

from typing import Any

STATEMENTS = (
    """CREATE TABLE "letter" (
        "id" VARCHAR(36) NOT NULL PRIMARY KEY,
        "report_id" TEXT NOT NULL,
        "subject" TEXT NOT NULL,
        "recipients" JSON NOT NULL,
        "part" INTEGER NOT NULL,
        "parts" INTEGER NOT NULL,
        "bytes" BIGINT NOT NULL,
        "file" TEXT NOT NULL,
        "state" TEXT NOT NULL,
        "tries" INTEGER NOT NULL,
        "next_try_at" TEXT,
        "problem" TEXT NOT NULL,
        "by_name" TEXT NOT NULL,
        "queued_at" TEXT NOT NULL,
        "sent_at" TEXT
    )""",
    'CREATE INDEX "letter_report_id" ON "letter" ("report_id")',
    'CREATE INDEX "letter_state" ON "letter" ("state")',
)


def up(migrator: Any, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
