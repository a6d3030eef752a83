"""A bundle remembers who took it in, and when."""

from typing import Any

STATEMENTS = (
    'ALTER TABLE "bundle" ADD COLUMN "received_at" TEXT',
    """ALTER TABLE "bundle" ADD COLUMN "received_by" TEXT NOT NULL DEFAULT ''""",
)


def up(migrator: Any, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
