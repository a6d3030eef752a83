"""What the file writes down by itself when records change: every change, in its own transaction, nothing else."""

from __future__ import annotations

import json
import uuid
from typing import Any, NamedTuple

import pytest

from db import database, journal
from db.models import (
    Article,
    ArticleAuthor,
    AuditEvent,
    Comment,
    MediaAsset,
    Person,
    PinLock,
    Quota,
    Savepoint,
    SyncSelf,
)
from desktop_app.core.home import Home


class Told(NamedTuple):
    table: str
    row: str
    act: str
    base: int
    fields: dict[str, Any]


def told() -> list[Told]:
    rows = database.execute_sql("SELECT table_name, row_id, act, base, fields FROM sync_change ORDER BY n").fetchall()
    return [Told(table, row, act, base, json.loads(fields)) for table, row, act, base, fields in rows]


@pytest.fixture
def joined(home: Home) -> Home:
    SyncSelf.update(capturing=True).execute()
    return home


def test_a_new_record_is_told_whole(joined: Home) -> None:
    person = Person.create(name="Giàng A Dơ", post="Giáo viên", pin_hash="secret")
    (birth,) = told()
    assert birth[:4] == ("person", person.id, "insert", 0)
    assert birth.fields["name"] == "Giàng A Dơ"
    assert birth.fields["deleted_at"] is None
    assert not {"id", "version", "pin_hash"} & set(birth.fields)


def test_a_change_tells_what_changed_and_that_the_record_is_there(joined: Home) -> None:
    person = Person.create(name="Giàng A Dơ")
    database.execute_sql("UPDATE person SET post = 'Hiệu phó' WHERE id = ?", (person.id,))
    person.post = "Hiệu trưởng"
    person.save()
    assert [(change.act, change.base, change.fields) for change in told()[1:]] == [
        ("update", 1, {"post": "Hiệu phó", "deleted_at": None}),
        ("update", 2, {"post": "Hiệu trưởng", "deleted_at": None}),
    ]


def test_saving_what_is_so_already_tells_nothing(joined: Home) -> None:
    person = Person.create(name="Giàng A Dơ")
    Person.update(name="Giàng A Dơ").execute()
    Person.update(pin_hash="another").where(Person.id == person.id).execute()
    assert len(told()) == 1


def test_what_falls_with_its_whole_is_told_too(joined: Home) -> None:
    article = Article.create(title="Khai giảng")
    Comment.create(article=article, text="Đẹp")
    ArticleAuthor.create(article=article, name="Lý Thị Mẩy")
    before = len(told())
    article.delete_instance()
    assert sorted(change.table for change in told()[before:]) == ["article", "article_author", "comment"]


def test_fields_that_mean_one_thing_travel_as_one(joined: Home) -> None:
    article = Article.create(title="Khai giảng", state="waiting", head_revision_id="r1")
    Article.update(state="approved").where(Article.id == article.id).execute()
    Article.update(subjects="học sinh").where(Article.id == article.id).execute()
    approved, described = told()[1:]
    assert approved.fields["head_revision_id"] == "r1"
    assert set(described.fields) == {"subjects", "deleted_at"}


def test_what_the_program_reckons_does_not_say_that_the_record_is_wanted(joined: Home) -> None:
    photo = MediaAsset.create(sha256="0" * 64, original_path="p", original_name="p", bytes=1)
    sharpness = 0.1 + 0.2
    MediaAsset.update(sharpness=sharpness).where(MediaAsset.id == photo.id).execute()
    assert {name: float(value) for name, value in told()[1].fields.items()} == {"sharpness": sharpness}


def test_json_travels_as_its_text(joined: Home) -> None:
    AuditEvent.create(act="x", facts={"title": "Lễ"})
    MediaAsset.create(sha256="0" * 64, original_path="p", original_name="p", bytes=1, quality={"size": 1})
    MediaAsset.update(quality={"size": 2}).execute()
    audit, photo, judged = told()
    assert json.loads(audit.fields["facts"]) == {"title": "Lễ"}
    assert json.loads(photo.fields["quality"]) == {"size": 1}
    assert json.loads(judged.fields["quality"]) == {"size": 2}


def test_what_is_this_pcs_own_is_not_told(joined: Home) -> None:
    article = Article.create(title="Khai giảng")
    person = Person.create(name="Giàng A Dơ")
    before = len(told())
    Savepoint.create(article=article, title="dở dang")
    PinLock.create(person=person)
    assert len(told()) == before


def test_a_change_that_was_taken_back_was_never_told(joined: Home) -> None:
    with database.atomic() as transaction:
        Person.create(name="Giàng A Dơ")
        transaction.rollback()
    assert told() == []


def test_a_pc_that_is_not_joined_writes_nothing_down(home: Home) -> None:
    Person.create(name="Giàng A Dơ")
    Person.update(post="Giáo viên").execute()
    Person.delete().execute()
    assert told() == []


def test_a_pc_that_is_joined_later_tells_all_it_has(home: Home) -> None:
    person = Person.create(name="Giàng A Dơ")
    Savepoint.create(article=Article.create(title="Khai giảng"), title="dở dang")
    assert journal.tell_all() == 2
    assert [(change.table, change.act) for change in told()] == [("person", "insert"), ("article", "insert")]
    assert told()[0].row == person.id


def test_changes_have_names_that_sort_by_their_birth(joined: Home) -> None:
    for number in range(50):
        Person.create(name=str(number))
    ids = [row[0] for row in database.execute_sql("SELECT id FROM sync_change ORDER BY n").fetchall()]
    assert {(uuid.UUID(id_).version, uuid.UUID(id_).variant) for id_ in ids} == {(7, uuid.RFC_4122)}
    assert [id_[:13] for id_ in ids] == sorted(id_[:13] for id_ in ids)


def test_every_table_that_travels_is_watched(home: Home) -> None:
    triggers = {row[0] for row in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for table in journal.synced_models():
        assert {f"{table}_told_born", f"{table}_told_changed", f"{table}_told_gone"} <= triggers


def test_what_stands_together_or_is_quiet_names_real_columns(home: Home) -> None:
    models = journal.synced_models()
    for table, groups in journal.TOGETHER.items():
        assert {column for group in groups for column in group} <= set(journal.columns(models[table]))
    for table, quiet in journal.QUIET.items():
        assert quiet <= set(journal.columns(models[table]))
    assert Quota._meta.table_name in models
