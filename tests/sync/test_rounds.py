"""Several PCs of a school agree, whatever each did meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db.models import (
    Album,
    AlbumPicture,
    Article,
    Comment,
    MediaAsset,
    OpinionItem,
    Person,
    Review,
    Revision,
    SyncHeld,
    Unit,
    Usage,
)
from desktop_app.core.articles import ArticleText, save_article, start_article
from desktop_app.core.sync import conflicts
from desktop_app.core.sync.errors import LineBroke
from desktop_app.core.sync.stores.folder import FolderStore
from tests.sync.model.pcs import Pc, add, people, school_of, until_quiet

Pair = tuple[Pc, Pc]


@pytest.fixture
def two(tmp_path: Path, folder_store: FolderStore) -> Iterator[Pair]:
    first, second = school_of(2, tmp_path, folder_store)
    yield first, second
    first.close()
    second.close()


def agree(two: Pair, store: FolderStore) -> None:
    until_quiet(list(two), store)
    assert two[0].records() == two[1].records()


def test_what_one_pc_writes_the_other_reads(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    with first.at():
        article = start_article(None, by_name="Mẩy")
        save_article(article, ArticleText("Lễ khai giảng", "Sáng nay", "Trường đón 312 học sinh."))
    agree(two, folder_store)
    with second.at():
        assert Article.get_by_id(article).title == "Lễ khai giảng"
        assert second.sql("SELECT count(*) FROM search_entry WHERE record_id = ?", article) == [(1,)]
        assert second.sql("SELECT folded FROM article_line WHERE article_id = ?", article) == [("le khai giang",)]


def test_different_fields_of_one_record_come_together(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    with first.at():
        person = Person.create(name="Giàng A Dơ")
    agree(two, folder_store)
    with first.at():
        Person.update(post="Hiệu trưởng").execute()
    with second.at():
        Person.update(name="Giàng A Dơ (A)").execute()
    agree(two, folder_store)
    with first.at():
        found = Person.get_by_id(person.id)
        assert (found.name, found.post) == ("Giàng A Dơ (A)", "Hiệu trưởng")
        assert conflicts.conflicts() == []


def test_the_same_field_stays_in_dispute_until_a_person_chooses(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    with first.at():
        person = Person.create(name="Giàng A Dơ")
    agree(two, folder_store)
    for pc, post in ((first, "Hiệu trưởng"), (second, "Hiệu phó")):
        with pc.at():
            Person.update(post=post).execute()
    agree(two, folder_store)
    with first.at():
        (conflict,) = conflicts.conflicts()
        (field,) = conflict.fields
        assert {(side.value, side.pc, side.by) for side in field.sides} == {
            ("Hiệu trưởng", "pc1", "pc1"),
            ("Hiệu phó", "pc2", "pc2"),
        }
        Person.update(post="Giáo viên").execute()  # saw one side only
    agree(two, folder_store)
    with second.at():
        (conflict,) = conflicts.conflicts()
        chosen = next(side for side in conflict.fields[0].sides if side.value != "Giáo viên")
        conflicts.settle("person", person.id, "post", chosen.event, by_name="Mẩy")
        assert conflicts.conflicts() == []
        assert Person.get().post == chosen.value
        with pytest.raises(conflicts.AlreadySettled):
            conflicts.settle("person", person.id, "post", chosen.event, by_name="Mẩy")
    agree(two, folder_store)
    with first.at():
        assert conflicts.conflicts() == []
        assert Person.get().post == chosen.value


def test_an_approval_never_lands_on_a_text_it_was_not_given_to(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    with first.at():
        article = Article.create(title="Khai giảng", state="waiting", head_revision_id="r1")
    agree(two, folder_store)
    with first.at():
        Article.update(state="approved").execute()
    with second.at():
        Article.update(head_revision_id="r2").execute()
    agree(two, folder_store)
    with first.at():
        shown = Article.get_by_id(article.id)
        assert (shown.state, shown.head_revision_id) in {("approved", "r1"), ("waiting", "r2")}
        assert {field.field for field in conflicts.conflicts()[0].fields} == {"state", "head_revision_id"}


def test_whoever_keeps_a_record_outweighs_whoever_deletes_it(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    with first.at():
        person = Person.create(name="Giàng A Dơ")
    agree(two, folder_store)
    with first.at():
        Person.delete().execute()
    with second.at():
        Person.update(post="Hiệu trưởng").execute()
    agree(two, folder_store)
    with first.at():
        assert Person.get().post == "Hiệu trưởng"
        (conflict,) = conflicts.conflicts()
        gone = next(side for side in conflict.fields[0].sides if side.value == "gone")
        conflicts.settle("person", person.id, "deleted_at", gone.event, by_name="Mẩy")
        assert Person.get_or_none() is None
    agree(two, folder_store)
    with second.at():
        assert Person.get_or_none() is None
        assert conflicts.conflicts() == []


def test_a_whole_that_was_deleted_comes_back_for_a_part_that_was_not(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    with first.at():
        article = Article.create(title="Khai giảng")
    agree(two, folder_store)
    with first.at():
        article.delete_instance()
    with second.at():
        comment = Comment.create(article=article.id, text="Đẹp lắm")
    agree(two, folder_store)
    with first.at():
        assert Comment.get().text == "Đẹp lắm"
        assert Article.get().title == "Khai giảng"
        (conflict,) = conflicts.conflicts()
        assert conflict.still_used
        conflicts.settle("article", article.id, "deleted_at", "", by_name="Mẩy")
        assert conflicts.conflicts() == []
        Comment.delete().where(Comment.id == comment.id).execute()
    agree(two, folder_store)
    with second.at():
        assert Article.get().title == "Khai giảng"


def test_a_photo_both_took_in_is_one_photo(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    for pc, caption in ((first, ""), (second, "Đón học sinh")):
        with pc.at():
            photo = MediaAsset.create(
                sha256="a" * 64, original_path="p", original_name="IMG_1.jpg", bytes=1, caption=caption
            )
            album = Album.create(title=pc.name)
            AlbumPicture.create(album=album, asset=photo)
            Usage.create(asset=photo, article=Article.create(title=pc.name))
    agree(two, folder_store)
    with first.at():
        (photo,) = MediaAsset.select()
        assert photo.caption == "Đón học sinh"
        assert {str(usage.asset_id) for usage in Usage.select()} == {photo.id}
        assert len(AlbumPicture.select()) == 2
        assert conflicts.conflicts() == []


def test_twins_that_tell_different_things_are_a_conflict(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    for pc in two:
        with pc.at():
            MediaAsset.create(sha256="a" * 64, original_path="p", original_name="IMG_1.jpg", bytes=1, caption=pc.name)
    agree(two, folder_store)
    with second.at():
        (conflict,) = conflicts.conflicts()
        (caption,) = conflict.fields
        chosen = next(side for side in caption.sides if side.value == "pc2")
        conflicts.settle(conflict.table, conflict.row, "caption", chosen.event, by_name="Mẩy")
        assert conflicts.conflicts() == []
    agree(two, folder_store)
    with first.at():
        assert MediaAsset.get().caption == "pc2"
        MediaAsset.delete().execute()
    agree(two, folder_store)
    with second.at():
        assert MediaAsset.get_or_none() is None


def test_two_texts_of_one_article_are_both_kept_and_counted(two: Pair, folder_store: FolderStore) -> None:
    first, _second = two
    with first.at():
        article = start_article(None)
        save_article(article, ArticleText("A", "", "một"))
    agree(two, folder_store)
    for pc in two:
        with pc.at():
            save_article(article, ArticleText("A", "", pc.name))
    agree(two, folder_store)
    for pc in two:
        with pc.at():
            save_article(article, ArticleText("A", "", f"{pc.name} nữa"))
    agree(two, folder_store)
    with first.at():
        numbers = [revision.number for revision in Revision.select().order_by(Revision.number)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert {revision.body for revision in Revision.select()} >= {"pc1", "pc2", "pc1 nữa", "pc2 nữa"}
        assert conflicts.how_many() == 1


def test_of_two_open_reviews_the_newer_is_open(two: Pair, folder_store: FolderStore) -> None:
    first, _second = two
    with first.at():
        article = start_article(None)
        save_article(article, ArticleText("A", "", "một"))
    agree(two, folder_store)
    for pc in two:
        with pc.at():
            Review.create(article=article, revision=Revision.get(), code=pc.name)
    agree(two, folder_store)
    with first.at():
        (open_,) = Review.select().where(Review.closed_at.is_null())
        assert open_.id == max(review.id for review in Review.select())


def test_with_nothing_new_nothing_is_read_but_one_listing(
    two: Pair, folder_store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    agree(two, folder_store)
    asked: list[str] = []
    for verb in ("get", "put", "delete", "list"):
        monkeypatch.setattr(folder_store, verb, noting(asked, verb, getattr(folder_store, verb)))
    assert two[0].sync(folder_store)[:3] == (0, 0, 0)
    assert asked == ["list"]


def noting(asked: list[str], verb: str, call: Callable[..., Any]) -> Callable[..., Any]:
    """``call``, and ``verb`` noted each time."""

    def noted(*words: object) -> Any:
        asked.append(verb)
        return call(*words)

    return noted


def test_what_hangs_on_something_not_there_yet_waits_for_it(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    with first.at():
        article = Article.create(title="Khai giảng")
    first.sync(folder_store)
    with first.at():
        Comment.create(article=article, text="Đẹp lắm")
    first.sync(folder_store)
    ((device,),) = first.sql("SELECT device FROM sync_self")
    whole = [entry.key for entry in folder_store.list("schools/") if f"/{device}/" in entry.key][-2]
    content = folder_store.get(whole)
    folder_store.put(whole, b"rotten" + content)
    outcome = second.sync(folder_store)
    assert outcome.quarantined == 1
    with second.at():
        assert Comment.get_or_none() is None
        assert SyncHeld.get().why == "parent"
    folder_store.put(whole, content)
    assert second.sync(folder_store).quarantined == 0
    agree(two, folder_store)
    with second.at():
        assert Comment.get().text == "Đẹp lắm"


def test_half_a_record_waits_for_its_beginning(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    with first.at():
        OpinionItem.create(source_group="citizens", original_text="Bữa ăn nguội")
    first.sync(folder_store)
    with first.at():
        OpinionItem.update(summary="Bữa ăn").execute()
    first.sync(folder_store)
    ((device,),) = first.sql("SELECT device FROM sync_self")
    birth = [entry.key for entry in folder_store.list("schools/") if f"/{device}/" in entry.key][-2]
    content = folder_store.get(birth)
    folder_store.put(birth, b"rotten")
    second.sync(folder_store)
    assert second.sql("SELECT count(*) FROM opinion_item") == [(0,)]
    folder_store.put(birth, content)
    agree(two, folder_store)
    assert second.sql("SELECT original_text, summary FROM opinion_item") == [("Bữa ăn nguội", "Bữa ăn")]


def test_units_have_no_twins(two: Pair, folder_store: FolderStore) -> None:
    for pc in two:
        with pc.at():
            Unit.create(name="Tổ 1")
    agree(two, folder_store)
    assert two[0].sql("SELECT count(*) FROM unit") == [(2,)]


class BreaksAfterOne:
    """A line that carries one file and no more."""

    def __init__(self, store: FolderStore) -> None:
        self.store, self.address, self.left = store, store.address, 1

    def get(self, key: str, start: int = 0) -> bytes:
        if key.endswith(".gz"):
            self.left -= 1
        if self.left < 0:
            raise LineBroke(host="far away")
        return self.store.get(key, start)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


def news_that_came_but_are_not_shown(two: Pair, store: FolderStore) -> None:
    """The first PC has heard a new name and shows the old one: the line broke at the next file."""
    first, second = two
    add(first, "Mẩy")
    agree(two, store)
    with second.at():
        Person.update(name="Giàng Thị Mẩy, văn thư").execute()
    second.sync(store)
    add(second, "Dơ")
    second.sync(store)
    assert isinstance(first.sync(BreaksAfterOne(store)).problem, LineBroke)
    assert people(first) == ["Mẩy"]


def test_words_that_came_but_were_not_shown_yet_are_not_written_over(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    news_that_came_but_are_not_shown(two, folder_store)
    with first.at():
        Person.update(name="Mẩy Giàng").execute()
        Person.update(name="Cô Mẩy Giàng").execute()
    until_quiet([first, second], folder_store)
    with second.at():
        (conflict,) = conflicts.conflicts()
        assert {side.value for side in conflict.fields[0].sides} == {"Cô Mẩy Giàng", "Giàng Thị Mẩy, văn thư"}


def test_a_record_deleted_before_its_news_were_shown_comes_back(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    news_that_came_but_are_not_shown(two, folder_store)
    with first.at():
        Person.delete().execute()
    until_quiet([first, second], folder_store)
    assert people(first) == people(second) == ["Dơ", "Giàng Thị Mẩy, văn thư"]
    with first.at():
        assert [conflict.table for conflict in conflicts.conflicts()] == ["person"]


def test_news_of_a_record_that_is_shown_in_part_are_not_written_over(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    with second.at():
        other = OpinionItem.create(source_group="citizens", original_text="Bữa ăn nguội")
    second.sync(folder_store)
    with second.at():
        OpinionItem.create(source_group="citizens", original_text="Cơm nguội", duplicate_of=other)
    second.sync(folder_store)
    ((device,),) = second.sql("SELECT device FROM sync_self")
    key = [entry.key for entry in folder_store.list("schools/") if f"/{device}/" in entry.key][-2]
    content = folder_store.get(key)
    folder_store.put(key, b"rotten")
    first.sync(folder_store)
    assert first.sql("SELECT original_text, duplicate_of_id FROM opinion_item") == [("Cơm nguội", None)]
    with second.at():
        OpinionItem.update(outcome="Đã trả lời").where(OpinionItem.duplicate_of == other).execute()
    second.sync(folder_store)
    add(second, "Dơ")
    second.sync(folder_store)
    line = BreaksAfterOne(folder_store)
    line.left = 2  # the rotten one is asked for again
    assert isinstance(first.sync(line).problem, LineBroke)
    with first.at():
        OpinionItem.update(outcome="Đã sửa").execute()
    folder_store.put(key, content)
    until_quiet([first, second], folder_store)
    with second.at():
        (conflict,) = conflicts.conflicts()
        assert {side.value for side in conflict.fields[0].sides} == {"Đã trả lời", "Đã sửa"}
