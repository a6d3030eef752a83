"""The ground floor: one SQLite file with everything the school wrote. Imports nothing else of ours."""

from __future__ import annotations

from db.connection import database
from db.opening import open_database

__all__ = ["database", "open_database"]
