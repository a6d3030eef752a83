"""Where an office has its things: its database and its schools' store; each question opens what it needs itself."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from db.office import reading
from db.office.reading import ArticleLine
from desktop_app.core.jobs import Progress
from desktop_app.core.office.bundles import StoredBundle, bundles_of, fetch_bundle, forget_replaced
from desktop_app.core.office.ingesting import Ingested, ingest
from desktop_app.core.office.journals import store_id
from desktop_app.core.office.opening import opened
from desktop_app.core.office.quarantine import Waiting, waiting
from desktop_app.core.office.report import OfficeMonth, month_of
from desktop_app.core.office.roster import keep_roster, read_roster
from desktop_app.core.periods import Month
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.opening import known_password, open_store


class OfficePlace(NamedTuple):
    """Addresses: ``database`` as of db.office.opening, ``store`` as of core.sync.stores ("" to look only).

    ``received`` is the folder for bundles that were opened.
    """

    database: str
    store: str = ""
    password: str = ""
    received: Path = Path("received")

    def month(self, month: Month, progress: Progress) -> OfficeMonth:
        """The table of ``month``, as a job."""
        progress.step(0, 1)
        with opened(self.database) as office:
            return month_of(office, month)

    def take_in(self, progress: Progress) -> Ingested:
        """Everything new of the store, as a job."""
        with closing(self._open_store()) as store:
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

    def bundles(self, school_id: str, month: Month, progress: Progress) -> list[StoredBundle]:
        """A school's bundles on a month in the store, as a job; none where there is no store to ask."""
        progress.step(0, 1)
        if not self.store:
            return []
        with closing(self._open_store()) as store:
            found = bundles_of(store, school_id, str(month))
        forget_replaced(self.received, school_id, str(month), found)
        return found

    def fetch(self, bundle: StoredBundle, progress: Progress) -> Path:
        """A bundle fetched from the store and proved, as a job; answers its folder."""
        with closing(self._open_store()) as store:
            return fetch_bundle(store, bundle, self.received, progress)

    def _open_store(self) -> Store:
        return open_store(self.store, self.password or known_password(self.store))
