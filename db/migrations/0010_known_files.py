"""An import remembers which files were here already, so that its sum can be opened."""

from typing import Any


def up(migrator: Any, db: Any) -> None:
    db.execute_sql("""ALTER TABLE "import_roll" ADD COLUMN "known_files" TEXT NOT NULL DEFAULT '[]'""")
