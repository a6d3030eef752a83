"""A class list as teachers have it: pasted from Excel, typed, with a head, with numbers, with odd lines."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.class_lists import Pupil, consents_for, read_class_list
from desktop_app.core.consent import ConsentGiven

EXCEL = """STT\tHọ và tên\tNgày sinh\tPhụ huynh
1\tLò Văn An\t05/09/2015\tLò Văn Bình
2\tGiàng Thị Dợ\t12/3/2016\tGiàng A Páo
"""


def test_a_table_copied_from_excel_is_read() -> None:
    found = read_class_list(EXCEL)
    assert found.pupils == (
        Pupil("Lò Văn An", date(2015, 9, 5), "Lò Văn Bình"),
        Pupil("Giàng Thị Dợ", date(2016, 3, 12), "Giàng A Páo"),
    )
    assert found.odd == ()


@pytest.mark.parametrize(
    ("line", "pupil"),
    [
        ("Lò Văn An", Pupil("Lò Văn An")),
        ("3. ; Lò Văn An ; 5-9-2015", Pupil("Lò Văn An", date(2015, 9, 5))),
        ("Lò Văn An|2015-09-05|mẹ: Vàng Thị Sua", Pupil("Lò Văn An", date(2015, 9, 5), "mẹ: Vàng Thị Sua")),
    ],
)
def test_a_typed_line_is_read(line: str, pupil: Pupil) -> None:
    assert read_class_list(line).pupils == (pupil,)


@pytest.mark.parametrize("line", ["12", "31/02/2015", "Lò Văn An; 31/02/2015", "Lò Văn An; 01/01/2999", "—"])
def test_a_line_that_names_nobody_or_no_day_is_shown_and_not_taken(line: str) -> None:
    assert read_class_list(line) == ((), (line,))


def test_a_pupil_pasted_twice_is_one_and_two_of_one_name_born_on_other_days_are_two() -> None:
    found = read_class_list("Lò Văn An; 05/09/2015\nLò  Văn An; 05/09/2015\nLò Văn An; 06/09/2015")
    assert len(found.pupils) == 2


names = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy ", min_size=1).filter(str.strip)
days = st.dates(date(2005, 1, 1), date.today() - timedelta(days=1))


@given(st.lists(st.tuples(names, days), max_size=30, unique_by=lambda pair: pair[0].strip()))
def test_whatever_is_written_as_a_table_comes_back(rows: list[tuple[str, date]]) -> None:
    text = "\n".join(f"{n}\t{name}\t{day:%d/%m/%Y}" for n, (name, day) in enumerate(rows, 1))
    found = read_class_list(text)
    assert len(found.pupils) + len(found.odd) <= len(rows)
    assert {pupil.born for pupil in found.pupils} <= {day for _name, day in rows}


@given(st.text(max_size=200))
def test_no_text_makes_it_stumble(text: str) -> None:
    found = read_class_list(text)
    assert all(pupil.name for pupil in found.pupils)


def test_each_pupil_gets_a_consent_of_its_own() -> None:
    alike = ConsentGiven("", "phụ huynh", True, True, ["website"], date(2024, 9, 5), class_name="3A")
    first, second = consents_for((Pupil("An", None, "Bình"), Pupil("Dợ")), alike)
    assert (first.subject, first.guardian_name, first.class_name) == ("An", "Bình", "3A")
    assert second.guardian_name == "phụ huynh"
