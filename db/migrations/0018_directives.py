"""Words from the authority have a table of their own."""

from typing import Any


def up(migrator: Any, db: Any) -> None:
    db.execute_sql(
        """CREATE TABLE "directive" (
        "id" VARCHAR(36) NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "created_at" TEXT NOT NULL,
        "deleted_at" TEXT,
        "office" TEXT NOT NULL,
        "subject" TEXT NOT NULL,
        "text" TEXT NOT NULL,
        "due_on" DATE,
        "sent_at" TEXT NOT NULL,
        "read_at" TEXT,
        "read_by" TEXT NOT NULL
    )"""
    )
