"""Opening the school's file: its rules switched on, its shape brought up to date, a copy put aside first."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import peewee
from playhouse.migrations import Runner

from db.connection import database
from db.errors import DatabaseDamaged, DatabaseIsNewer, MigrationsMissing
from db.likeness import sketch
from db.order import order_key
from db.said import says
from db.text import collate, fold
from db.triggers import install_triggers
from db.write_ahead import keep_write_ahead

MIGRATIONS = Path(__file__).resolve().parent / "migrations"

BUSY_SECONDS = 5

PRAGMAS = {
    "foreign_keys": 1,
    # FULL: power cuts are common in the mountains, and a lost commit is a lost sentence.
    "synchronous": 2,
    "busy_timeout": 1000 * BUSY_SECONDS,
    "temp_store": 2,
    "cache_size": -16000,
}


def open_database(path: Path, backups: Path | None = None) -> peewee.SqliteDatabase:
    """Open ``path`` (made if new), upgrade it, and let every model speak through it.

    ``backups`` is the folder for the copy made before an upgrade (default: beside the file).
    Raises DatabaseDamaged, DatabaseIsNewer or MigrationsMissing; the file is then as it was.
    """
    file = _database_at(path)
    try:
        _bring_up_to_date(file, path, backups or path.parent)
    except peewee.DatabaseError as error:
        _close(file)
        raise DatabaseDamaged(str(error)) from error
    except BaseException:
        _close(file)
        raise
    database.initialize(file)
    return file


def _close(file: peewee.SqliteDatabase) -> None:
    if not file.is_closed():
        file.close()


def _database_at(path: Path) -> peewee.SqliteDatabase:
    file = peewee.SqliteDatabase(
        str(path), pragmas=PRAGMAS, lock_type="IMMEDIATE", timeout=BUSY_SECONDS, autoconnect=False
    )
    file.register_collation(collate, "VIETNAMESE")
    file.register_function(_fold_or_none, "fold", 1)
    file.register_function(sketch, "sketch", 1)
    file.register_function(order_key, "order_key", 1)
    file.register_function(says, "says", 2)
    return file


def _fold_or_none(text: str | None) -> str | None:
    return None if text is None else fold(text)


def _bring_up_to_date(file: peewee.SqliteDatabase, path: Path, backups: Path) -> None:
    file.connect()
    keep_write_ahead(file.connection(), BUSY_SECONDS)
    runner = Runner(file, str(MIGRATIONS))
    if not runner.migrations():
        raise MigrationsMissing(str(MIGRATIONS))
    status = runner.status()
    if any(migration.path is None for migration in status):
        raise DatabaseIsNewer(str(path))
    pending = [migration.name for migration in status if not migration.applied]
    if pending and file.get_tables():
        copy_database(file.connection(), backups / f"before-{pending[-1]}.db")
    runner.up()
    install_triggers(file)


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """A whole, readable copy of the live file at ``target``, written aside and then renamed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(target.name + ".part")
    aside.unlink(missing_ok=True)
    with sqlite3.connect(aside) as copy:
        connection.backup(copy)
    copy.close()
    aside.replace(target)
