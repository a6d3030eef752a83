"""The one door to the records: every model speaks through it, every thread opens its own connection."""

from __future__ import annotations

import peewee

database = peewee.DatabaseProxy()
