"""What can be wrong with the office's file; the floor above puts it into words for a person."""

from __future__ import annotations


class NoOfficeDatabase(Exception):
    """It cannot be reached or opened; the text says why, without a password."""


class OfficeIsNewer(Exception):
    """A newer program has already changed this database; this one must not touch it."""


class PostgresMissing(Exception):
    """The library for PostgreSQL is not installed: the extra [office]."""


class SchoolRefused(Exception):
    """The database would not take what one school sent; the other schools go on."""
