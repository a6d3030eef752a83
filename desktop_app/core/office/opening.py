"""Opening the office's database, its troubles told to a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from db.office.engine import Office
from db.office.errors import NoOfficeDatabase, OfficeIsNewer, PostgresMissing
from db.office.opening import open_office
from desktop_app.core.office.errors import OfficeTooNew, OfficeUnreachable, PostgresNotInstalled


@contextmanager
def opened(url: str) -> Iterator[Office]:
    """The database of ``url`` for a block. Raises OfficeUnreachable, OfficeTooNew or PostgresNotInstalled."""
    try:
        with closing(open_office(url)) as office:
            yield office
    except NoOfficeDatabase as error:
        raise OfficeUnreachable(why=error) from error
    except OfficeIsNewer as error:
        raise OfficeTooNew from error
    except PostgresMissing as error:
        raise PostgresNotInstalled from error
