"""What can be wrong with the records' file itself; the floor above puts it into words for a person."""

from __future__ import annotations


class DatabaseDamaged(Exception):
    """The file is no database, or its pages contradict each other."""


class DatabaseIsNewer(Exception):
    """A newer program has already changed this file; this one must not touch it."""


class MigrationsMissing(Exception):
    """The program was shipped without its migrations: a fault of the build, never of the school."""
