"""The first shape of the records: every table of the school, empty. Frozen: never edited after release."""

from pathlib import Path
from typing import Any


def up(migrator: Any, db: Any) -> None:
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute_sql(statement)
