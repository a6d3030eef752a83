"""Marks of what a text tells: few, the same for the same words, in the file for articles old and new."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from db import database, open_database
from db.likeness import MARKS, marks, runs, sketch
from db.text import fold

OLD_FILES = Path(__file__).parent / "files"


@given(st.text())
def test_marks_are_few_and_small_first(text: str) -> None:
    found = marks(text)
    assert found == sorted(found)
    assert len(found) == len(set(found)) <= MARKS
    assert found == marks(fold(text))
    assert json.loads(sketch(text)) == found


@given(st.text("aàảãáạăằâầbcdđeèêếghiìkloôơợprstuưứvxy 1-,"))
def test_marks_are_blind_to_accents_and_capitals(text: str) -> None:
    assert marks(text) == marks(fold(text).upper()) == marks(text.upper())


def test_a_short_text_is_one_run_and_an_empty_one_none() -> None:
    assert runs("Khai giảng!") == {"khai giang"}
    assert runs("một hai ba bốn") == {"mot hai ba", "hai ba bon"}
    assert runs(" -- ") == runs("") == frozenset()
    assert sketch(None) == "[]"


def test_articles_of_an_older_program_get_their_marks(tmp_path: Path) -> None:
    file = tmp_path / "loa.db"
    sqlite3.connect(file).executescript((OLD_FILES / "0001.sql").read_text(encoding="utf-8")).close()
    open_database(file)
    kept = database.execute_sql("SELECT title || ' ' || lead || ' ' || body FROM revision").fetchone()[0]
    found = [mark for (mark,) in database.execute_sql("SELECT mark FROM article_mark ORDER BY mark").fetchall()]
    database.close()
    assert found == marks(kept) != []
