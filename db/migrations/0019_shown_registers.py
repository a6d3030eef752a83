"""A record whose news are heard and not shown yet remembers by what it is shown."""

from typing import Any


def up(migrator: Any, db: Any) -> None:
    db.execute_sql("""ALTER TABLE "sync_held" ADD COLUMN "shown" TEXT NOT NULL DEFAULT ''""")
