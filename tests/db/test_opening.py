"""Opening the school's file: made new, upgraded with a copy put aside, refused when it is not ours to touch."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import peewee
import pytest
from playhouse.schema_diff import diff_models

import db.opening
from db import database, open_database
from db.errors import DatabaseDamaged, DatabaseIsNewer, MigrationsMissing
from db.models import MODELS, Person, School
from desktop_app.core.home import Home

OLD_FILES = Path(__file__).parent / "files"


def test_the_models_and_the_migrations_say_the_same(home: Home) -> None:
    assert not diff_models(database.obj, MODELS)


def test_every_table_of_the_domain_is_there(home: Home) -> None:
    assert {model._meta.table_name for model in MODELS} <= set(database.get_tables())


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "loa.db"
    open_database(file).close()
    before = sqlite3.connect(file).execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    open_database(file).close()
    assert sqlite3.connect(file).execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall() == before
    assert not list(tmp_path.glob("before-*.db"))


def test_an_upgrade_puts_a_copy_aside_first_and_keeps_every_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, scripts = tmp_path / "loa.db", tmp_path / "migrations"
    scripts.mkdir()
    for script in db.opening.MIGRATIONS.glob("0*"):
        (scripts / script.name).write_bytes(script.read_bytes())
    monkeypatch.setattr(db.opening, "MIGRATIONS", scripts)
    open_database(file)
    Person.create(name="Lò Thị Ân")
    database.close()

    (scripts / "0999_nickname.py").write_text(
        "import peewee\n\ndef up(migrator, db):\n"
        "    migrator.migrate(migrator.add_column('person', 'nickname', peewee.TextField(default='')))\n"
    )
    open_database(file, tmp_path / "backups")
    assert Person.get().name == "Lò Thị Ân"
    assert "nickname" in {column.name for column in database.get_columns("person")}
    database.close()
    copy = sqlite3.connect(tmp_path / "backups" / "before-0999_nickname.db")
    assert copy.execute("SELECT name FROM person").fetchall() == [("Lò Thị Ân",)]


def test_an_old_schools_file_still_opens_with_all_its_words(tmp_path: Path) -> None:
    file = tmp_path / "loa.db"
    sqlite3.connect(file).executescript((OLD_FILES / "0001.sql").read_text(encoding="utf-8")).close()
    open_database(file)
    assert School.get().name == "Trường PTDTBT Tiểu học mẫu"
    assert database.execute_sql("SELECT count(*) FROM revision").fetchone() == (1,)
    assert not diff_models(database.obj, MODELS)
    database.close()


def test_a_failing_upgrade_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, scripts = tmp_path / "loa.db", tmp_path / "migrations"
    scripts.mkdir()
    for script in db.opening.MIGRATIONS.glob("0*"):
        (scripts / script.name).write_bytes(script.read_bytes())
    monkeypatch.setattr(db.opening, "MIGRATIONS", scripts)
    open_database(file).close()
    (scripts / "0999_broken.py").write_text(
        "import peewee\n\ndef up(migrator, db):\n    db.execute_sql('DROP TABLE comment')\n"
        "    raise peewee.OperationalError('power cut')\n"
    )
    with pytest.raises(DatabaseDamaged):
        open_database(file)
    assert sqlite3.connect(file).execute("SELECT count(*) FROM comment").fetchone() == (0,)


def test_a_file_of_a_newer_program_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "loa.db"
    open_database(file)
    database.execute_sql("INSERT INTO schema_migration (name, applied) VALUES ('9999_future', '2030-01-01')")
    database.close()
    with pytest.raises(DatabaseIsNewer):
        open_database(file)


def test_something_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "loa.db"
    file.write_bytes(b"GIF89a" + bytes(4000))
    with pytest.raises(DatabaseDamaged):
        open_database(file)
    assert file.read_bytes().startswith(b"GIF89a")


def test_a_program_built_without_its_migrations_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db.opening, "MIGRATIONS", tmp_path / "nowhere")
    with pytest.raises(MigrationsMissing):
        open_database(tmp_path / "loa.db")


def test_a_power_cut_safe_mode_is_on(home: Home) -> None:
    assert isinstance(database.obj, peewee.SqliteDatabase)
    assert database.pragma("synchronous") == 2
    assert database.pragma("journal_mode") == "wal"
    assert database.pragma("foreign_keys") == 1
