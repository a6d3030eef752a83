"""Opening an office's database: new, of an older program, of a newer one, or none at all."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from db.office.engine import Office
from db.office.postgres import without_password
from db.office.schema import FORMAT, TABLES
from desktop_app.core.office.errors import OfficeTooNew, OfficeUnreachable
from desktop_app.core.office.opening import opened
from tests.core.office.conftest import new_database


def tables(office: Office) -> int:
    """How many of our tables answer."""
    return sum(bool(office.rows(f"SELECT count(*) FROM {table.name}")) for table in TABLES)


def test_a_new_database_has_every_table(office: Office) -> None:
    assert tables(office) == len(TABLES)


def test_an_older_database_gets_what_is_new(address: str) -> None:
    with opened(address) as office:
        office.run("DROP TABLE roster")
        office.run("UPDATE office SET format = ?", FORMAT - 1)
    with opened(address) as office:
        assert tables(office) == len(TABLES)
        assert office.rows("SELECT format FROM office") == [(FORMAT,)]


def test_a_newer_database_is_not_touched(address: str) -> None:
    with opened(address) as office:
        office.run("UPDATE office SET format = ?", FORMAT + 1)
    with pytest.raises(OfficeTooNew), opened(address):
        pass


def test_many_may_open_a_new_database_at_once(address: str) -> None:
    wrong: list[BaseException] = []

    def come() -> None:
        try:
            with opened(address) as office:
                assert tables(office) == len(TABLES)
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=come) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@pytest.mark.parametrize(
    "url", ["", "mysql://host/x", "postgresql://u:secret@127.0.0.1:1/x", "sqlite:////proc/no/x.db"]
)
def test_what_cannot_be_opened_is_said_without_its_password(url: str) -> None:
    with pytest.raises(OfficeUnreachable) as wrong, opened(url):
        pass
    assert "secret" not in str(wrong.value)


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("a letter to the office")
    with pytest.raises(OfficeUnreachable), opened(f"sqlite:///{tmp_path / 'x.db'}"):
        pass


def test_an_address_is_shown_without_its_password() -> None:
    assert without_password("postgresql://office:secret@db:5433/loa") == "postgresql://office@db:5433/loa"


def test_a_server_that_stops_in_the_middle_is_said_in_a_sentence(server: str) -> None:
    with pytest.raises(OfficeUnreachable):
        ask_a_dead_line(new_database(server), server)


def ask_a_dead_line(address: str, server: str) -> None:
    with opened(address) as office, opened(server) as other:
        mine = office.rows("SELECT pg_backend_pid()")[0][0]
        other.rows("SELECT pg_terminate_backend(?)", mine)
        office.rows("SELECT 1")
