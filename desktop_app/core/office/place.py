"""Where an office has its things: its database and its schools' store; each question opens what it needs itself."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from db.office import reading
from db.office.reading import ArticleLine
from desktop_app.core.jobs import Progress
from desktop_app.core.office.ingesting import Ingested, ingest
from desktop_app.core.office.journals import store_id
from desktop_app.core.office.opening import opened
from desktop_app.core.office.quarantine import Waiting, waiting
from desktop_app.core.office.report import OfficeMonth, month_of
from desktop_app.core.office.roster import keep_roster, read_roster
from desktop_app.core.periods import Month
from desktop_app.core.sync.stores.opening import known_password, open_store


class OfficePlace(NamedTuple):
    """Addresses: ``database`` as of db.office.opening, ``store`` as of core.sync.stores ("" to look only)."""

    database: str
    store: str = ""
    password: str = ""

    def month(self, month: Month, progress: Progress) -> OfficeMonth:
        """The table of ``month``, as a job."""
        progress.step(0, 1)
        with opened(self.database) as office:
            return month_of(office, month)

    def take_in(self, progress: Progress) -> Ingested:
        """Everything new of the store, as a job."""
        with closing(open_store(self.store, self.password or known_password(self.store))) as store:
            store_id(store)  # before a database is made for nothing
            with opened(self.database) as office:
                return ingest(store, office, progress)

    def keep_list(self, file: Path, progress: Progress) -> int:
        """The list of schools that are waited for, as a job; answers how many."""
        progress.step(0, 1)
        schools = read_roster(file)
        with opened(self.database) as office:
            return keep_roster(office, schools)

    def school(self, school_id: str, month: Month, progress: Progress) -> tuple[list[ArticleLine], list[Waiting]]:
        """What counts in a school's month, and what of it cannot be read; as a job."""
        progress.step(0, 1)
        with opened(self.database) as office:
            return reading.articles(office, school_id, str(month)), waiting(office, [school_id])
