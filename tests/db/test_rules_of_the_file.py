"""Rules the file keeps by itself: versions grow, signed words stay, the log is never cut."""

from __future__ import annotations

import unicodedata

import peewee
import pytest

from db import database
from db.models import Article, AuditEvent, MediaAsset, OpinionItem, Person, Plan, Revision, Usage
from desktop_app.core.home import Home


def test_every_change_raises_the_version_even_past_the_models(home: Home) -> None:
    person = Person.create(name="Giàng A Dơ")
    database.execute_sql("UPDATE person SET post = 'Giáo viên' WHERE id = ?", (person.id,))
    Person.update(post="Tổ trưởng").execute()
    assert Person.get().version == 3


def test_the_plans_source_text_never_changes(home: Home) -> None:
    plan = Plan.create(
        title="x", period_start="2024-01-01", period_end="2024-12-31", quota_from="2024-03", source_text="gốc"
    )
    with pytest.raises(peewee.IntegrityError):
        Plan.update(source_text="khác").where(Plan.id == plan.id).execute()
    Plan.update(title="y").execute()


def test_the_first_words_of_an_opinion_never_change(home: Home) -> None:
    OpinionItem.create(source_group="citizens", original_text="Bữa ăn nguội")
    with pytest.raises(peewee.IntegrityError):
        OpinionItem.update(original_text="Bữa ăn ngon").execute()


def test_nobody_deletes_a_line_of_the_log(home: Home) -> None:
    AuditEvent.create(act="approve article")
    with pytest.raises(peewee.IntegrityError):
        AuditEvent.delete().execute()


def test_a_used_picture_cannot_be_deleted(home: Home) -> None:
    article = Article.create(title="Lễ khai giảng")
    picture = MediaAsset.create(sha256="0" * 64, original_path="p", original_name="p", bytes=1)
    Usage.create(asset=picture, article=article)
    with pytest.raises(peewee.IntegrityError):
        picture.delete_instance()


def test_names_enter_the_records_composed(home: Home) -> None:
    Person.create(name=unicodedata.normalize("NFD", "Nguyễn Thị Liễu"))
    assert Person.get(Person.name == "Nguyễn Thị Liễu").name == "Nguyễn Thị Liễu"


def test_a_revision_is_exactly_what_was_saved_for_ever(home: Home) -> None:
    article = Article.create(title="Hội khoẻ")
    Revision.create(article=article, number=1, title="Hội khoẻ", sha256="a")
    with pytest.raises(peewee.IntegrityError):
        Revision.update(body="khác").execute()


def test_ids_sort_by_their_birth(home: Home) -> None:
    ids = [str(Person.create(name=str(number)).id) for number in range(50)]
    assert ids == sorted(ids)
