"""The list of schools an office waits for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.office_sample import Journal, school_segments, send
from db.office.engine import Office
from desktop_app.core.jobs import Progress
from desktop_app.core.office.ingesting import ingest
from desktop_app.core.office.report import month_of, who_has_not
from desktop_app.core.office.roster import NotASchoolsLine, RosterUnreadable, keep_roster, read_roster
from desktop_app.core.periods import Month
from tests.core.office.conftest import MemoryStore

FAR = "0000ffff-0000-7000-8000-000000000001"
MAY, LATER = Month(2024, 5), date(2030, 1, 1)


def listed(tmp_path: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    file = tmp_path / "list.csv"
    file.write_text(text, encoding)
    return file


@pytest.mark.parametrize(
    "text",
    [
        f"Mã trường;Tên trường;Điện thoại\n{FAR};Trường Xa;0912\n",
        f"id,name,phone\n{FAR.upper()},Trường Xa,0912\n",
        f"STT\tTÊN TRƯỜNG\tMã\tSĐT\n1\t Trường Xa \t{FAR}\t0912\n\n",
    ],
)
def test_a_sheet_is_read_whatever_its_separator_and_order(tmp_path: Path, text: str) -> None:
    assert read_roster(listed(tmp_path, text)) == [(FAR, "Trường Xa", "", "0912")]


def test_a_school_on_the_list_that_sent_nothing_is_told_of(store: MemoryStore, office: Office, tmp_path: Path) -> None:
    near = Journal(1).school
    send(store, school_segments(1, [MAY]))
    ingest(store, office, Progress())
    keep_roster(office, read_roster(listed(tmp_path, f"Mã,Tên\n{FAR},Trường Xa\n{near},Tên cũ\n")))
    page = month_of(office, MAY, LATER)
    assert {one.school.id: one.now.state for one in page.schools} == {near: "met", FAR: "silent"}
    assert next(one.school.name for one in page.schools if one.school.id == near) != "Tên cũ"
    assert "Trường Xa: chưa gửi gì" in who_has_not(page)


def test_a_new_list_takes_the_place_of_the_old_one_and_touches_nobodys_work(
    store: MemoryStore, office: Office, tmp_path: Path
) -> None:
    send(store, school_segments(1, [MAY]))
    ingest(store, office, Progress())
    keep_roster(office, [(FAR, "Trường Xa", "", "")])
    keep_roster(office, [])
    assert [one.school.id for one in month_of(office, MAY, LATER).schools] == [Journal(1).school]


def test_a_wrong_line_is_named_and_nothing_is_taken_in(tmp_path: Path) -> None:
    with pytest.raises(NotASchoolsLine) as wrong:
        read_roster(listed(tmp_path, f"Mã,Tên\n{FAR},Trường Xa\n12,Trường Gần\n"))
    assert wrong.value.facts == {"line": 3, "text": "12"}


@pytest.mark.parametrize("text", ["", "Tên\nTrường Xa\n", "a;b;c"])
def test_a_sheet_without_its_columns_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RosterUnreadable):
        read_roster(listed(tmp_path, text))


def test_an_old_encoding_is_refused_and_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(RosterUnreadable):
        read_roster(listed(tmp_path, f"Mã,Tên\n{FAR},Xa\n", "utf-16"))
