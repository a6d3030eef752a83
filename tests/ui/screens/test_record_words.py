"""Whatever PCs differ on has a name that a clerk reads, not the file's own."""

from __future__ import annotations

from db import rows
from desktop_app.core.i18n import set_language
from desktop_app.ui.screens.settings.record_words import FIELD_WORDS, OF_A_TABLE, TABLE_WORDS, field_words, kind_words


def test_every_word_is_for_a_record_or_field_there_is() -> None:
    shapes = rows.shapes()
    columns = {column for shape in shapes.values() for column in shape.columns}
    assert set(TABLE_WORDS) <= set(shapes)
    assert set(FIELD_WORDS) <= columns
    assert all(field in shapes[table].columns for table, field in OF_A_TABLE)


def test_no_name_of_the_file_is_shown() -> None:
    set_language("vi")
    shown = {kind_words(table) for table in rows.shapes()}
    shown |= {field_words(table, field) for table, shape in rows.shapes().items() for field in shape.columns}
    set_language("en")
    assert not [words for words in shown if "_" in words]
    assert "Tên chủ đề" in shown


def test_one_column_is_called_by_its_record() -> None:
    set_language("en")
    assert (field_words("article", "title"), field_words("album", "title")) == ("Headline", "Name")
