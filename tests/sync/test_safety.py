"""What syncing refuses to believe: empty stores, rotten files, newer programs, lines that lie."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db import database
from db.models import Album, Article, Comment
from db.queries.sync import sync_state
from desktop_app.core.one_at_a_time import only_one
from desktop_app.core.sync import pairing
from desktop_app.core.sync.errors import StoreOffline
from desktop_app.core.sync.marker import MarkGone, OtherStore, StoreIsNewer
from desktop_app.core.sync.rounds import Limits, NewerProgramWrote, NotConnected, RoundRuns
from desktop_app.core.sync.segments import Header, Whose, folder_of, head_of, key_of, pack
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.core.told import told
from tests.sync.faulty import FaultyStore
from tests.sync.model.pcs import Pc, add, people, school_of, until_quiet

Pair = tuple[Pc, Pc]
AT = "2024-05-07T03:00:00.000Z"


@pytest.fixture
def two(tmp_path: Path, folder_store: FolderStore) -> Iterator[Pair]:
    first, second = school_of(2, tmp_path, folder_store)
    yield first, second
    first.close()
    second.close()


# ---------------------------------------------------------------- stores


def test_an_empty_store_deletes_nothing_and_gets_nothing(two: Pair, folder_store: FolderStore) -> None:
    add(two[0], "A")
    until_quiet(list(two), folder_store)
    shutil.rmtree(folder_store.root)
    folder_store.root.mkdir()
    outcome = two[0].sync(folder_store)
    assert isinstance(outcome.problem, MarkGone)
    assert not list(folder_store.root.iterdir())
    assert people(two[0]) == ["A"]


def test_another_store_in_the_same_place_is_left_alone(two: Pair, folder_store: FolderStore) -> None:
    folder_store.put("loa.json", b'{"format":1,"store":"another"}')
    add(two[0], "A")
    assert isinstance(two[0].sync(folder_store).problem, OtherStore)
    ((problem,),) = two[0].sql("SELECT problem FROM sync_target")
    assert str(told(problem)) == f"{folder_store.address} is another store than the one this school syncs with."
    assert people(two[0]) == ["A"]


def test_a_store_of_a_newer_program_is_not_touched(two: Pair, folder_store: FolderStore) -> None:
    mark = json.loads(folder_store.get("loa.json"))
    folder_store.put("loa.json", json.dumps({**mark, "format": 2}).encode())
    add(two[0], "A")
    assert isinstance(two[0].sync(folder_store).problem, StoreIsNewer)


def test_a_store_that_was_emptied_and_kept_its_mark_gets_everything_again(two: Pair, folder_store: FolderStore) -> None:
    add(two[0], "A")
    add(two[1], "B")
    until_quiet(list(two), folder_store)
    shutil.rmtree(folder_store.root / "schools")
    two[0].sync(folder_store)
    third = Pc("third", folder_store.root.parent / "third")
    with two[0].at():
        code = pairing.invite(folder_store).code()
    with third.at():
        pairing.join(third.home, folder_store, pairing.read_invitation(code))
    third.sync(folder_store)
    assert people(third) == ["A", "B"]
    third.close()


def test_a_second_store_gets_everything_and_the_first_is_not_forgotten(two: Pair, tmp_path: Path) -> None:
    first_store = FolderStore(tmp_path / "store")
    (tmp_path / "stick").mkdir()
    stick = FolderStore(tmp_path / "stick")
    add(two[0], "A")
    add(two[1], "B")
    until_quiet(list(two), first_store)
    with two[0].at():
        pairing.connect(two[0].home, stick)
        code = pairing.invite(stick)
    two[0].sync(stick)
    third = Pc("third", tmp_path / "third")
    with third.at():
        pairing.join(third.home, stick, code)
    third.sync(stick)
    add(third, "C")
    third.sync(stick)
    two[0].sync(stick)
    until_quiet(list(two), first_store)
    assert people(two[1]) == people(third) == ["A", "B", "C"]
    third.close()


def test_a_place_nobody_connected_is_refused(two: Pair, tmp_path: Path) -> None:
    (tmp_path / "else").mkdir()
    with pytest.raises(NotConnected):
        two[0].sync(FolderStore(tmp_path / "else"))


def test_two_schools_are_never_mixed(two: Pair, tmp_path: Path, folder_store: FolderStore) -> None:
    with two[0].at():
        invitation = pairing.invite(folder_store)
    (stranger,) = school_of(1, tmp_path / "strangers", FolderStore(fresh(tmp_path / "theirs")))
    with stranger.at(), pytest.raises(pairing.OtherSchool):
        pairing.join(stranger.home, folder_store, invitation)
    stranger.close()


def fresh(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.parametrize("code", ["", "LOA1-", "LOA1-abcd", "hello", "LOA1-e30"])
def test_a_code_that_is_none_says_so(code: str) -> None:
    with pytest.raises(pairing.CodeUnclear):
        pairing.read_invitation(code)


# ---------------------------------------------------------------- files


def test_a_rotten_segment_is_not_believed_and_holds_up_nobody(two: Pair, folder_store: FolderStore) -> None:
    add(two[0], "A")
    two[0].sync(folder_store)
    (rotten,) = [entry.key for entry in folder_store.list("schools/") if entry.key.endswith(".gz")][-1:]
    good = folder_store.get(rotten)
    folder_store.put(rotten, good[:-10])
    add(two[0], "B")
    two[0].sync(folder_store)
    assert two[1].sync(folder_store).problem is None
    folder_store.put(rotten, good)
    until_quiet(list(two), folder_store)
    assert people(two[1]) == ["A", "B"]


def stranger_says(two: Pair, store: FolderStore, *lines: str, format_: int = 1) -> None:
    """A device nobody knows puts a segment into the school's folder."""
    school = two[0].sql("SELECT school_id FROM sync_self")[0][0]
    whose = Whose("feedbeef", "0001")
    header = Header(school, *whose, 1, "9.9", "9999", "lạ", format_)
    content = pack(header.line(), lines)
    store.put(key_of(school, whose, 1, content), content)
    store.put(head_of(school, whose, 1), b"")
    assert list(store.list(folder_of(school, whose)))


def an_event(**news: object) -> str:
    told = {
        **{"id": "e1", "table": "person", "row": "p1", "act": "insert", "base": 0, "over": {}, "by": "", "at": ""},
        **{"set": {"name": "A", "post": "", "created_at": AT, "deleted_at": None}, "lamport": 1},
    }
    return json.dumps({**told, **news})


def test_a_format_of_tomorrow_waits_for_a_newer_program(two: Pair, folder_store: FolderStore) -> None:
    stranger_says(two, folder_store, an_event(), format_=2)
    outcome = two[0].sync(folder_store)
    assert isinstance(outcome.problem, NewerProgramWrote)
    assert outcome.quarantined == 1
    assert people(two[0]) == []


def test_what_this_program_does_not_know_is_kept_aside_and_the_rest_is_shown(
    two: Pair, folder_store: FolderStore
) -> None:
    until_quiet(list(two), folder_store)
    known = {"name": "B", "post": "", "created_at": AT, "deleted_at": None}
    stranger_says(
        two,
        folder_store,
        an_event(id="e1", table="robot", row="r1"),
        an_event(id="e2", row="p2", set={**known, "shoe_size": 42}),
        an_event(id="e3", act="explode"),
        an_event(id="e4", row="p4", set={"name": {"nested": 1}}),
        "no json",
        an_event(id="e2", row="p9"),
        an_event(id="e5", row="p5"),
    )
    outcome = two[0].sync(folder_store)
    assert (outcome.received, outcome.quarantined, outcome.problem) == (3, 6, None)
    assert people(two[0]) == ["A", "B"]
    assert two[0].sync(folder_store).quarantined == 6


def test_a_newer_program_shows_what_an_older_one_kept_aside(two: Pair, folder_store: FolderStore) -> None:
    add(two[1], "A")
    until_quiet(list(two), folder_store)
    two[0].sql("UPDATE sync_self SET capturing = 0")
    two[0].sql("INSERT INTO sync_held SELECT 'person', id, 'unknown', '', '' FROM person")
    two[0].sql("DELETE FROM person")
    two[0].sql("UPDATE sync_self SET capturing = 1")
    assert two[0].sync(folder_store).quarantined == 0
    assert people(two[0]) == ["A"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("deleted_at", "yesterday"),
        ("deleted_at", ""),
        ("name", 5),
        ("name", None),
        ("is_active", "yes"),
        ("is_active", 1 << 70),
    ],
)
def test_a_value_that_no_program_of_ours_writes_is_kept_aside(
    two: Pair, folder_store: FolderStore, column: str, value: object
) -> None:
    news = {"name": "A", "post": "", "created_at": AT, "deleted_at": None, "is_active": 1}
    stranger_says(two, folder_store, an_event(set={**news, column: value}))
    assert two[0].sync(folder_store).quarantined == 1
    assert people(two[0]) == []


def test_500_changes_are_few_words_with_the_store(
    two: Pair, folder_store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 600 ms a word it is the words that cost."""
    until_quiet(list(two), folder_store)
    with two[0].at(), database.atomic():
        for number in range(250):
            article = Article.create(title=f"Bài viết số {number}")
            Comment.create(article=article, text="Ảnh đẹp, nên thêm tên các em.")
    asked: list[int] = []
    for verb in ("get", "put", "delete", "list"):
        monkeypatch.setattr(folder_store, verb, noting(asked, getattr(folder_store, verb)))
    assert two[0].sync(folder_store).sent == 500
    assert len(asked) <= 7
    assert sum(asked) < 60_000


def noting(asked: list[int], call: Callable[..., Any]) -> Callable[..., Any]:
    def noted(*words: Any) -> Any:
        asked.append(sum(len(word) for word in words))
        return call(*words)

    return noted


def test_the_log_and_signed_words_cannot_be_changed_from_elsewhere(two: Pair, folder_store: FolderStore) -> None:
    add(two[0], "A")
    until_quiet(list(two), folder_store)
    ((log, words, heads),) = two[0].sql(
        "SELECT a.id, a.act, e.id FROM audit_event a JOIN sync_event e ON e.row_id = a.id LIMIT 1"
    )
    stranger_says(
        two,
        folder_store,
        an_event(table="audit_event", row=log, act="update", set={"act": "other"}, over={"act": [heads]}, lamport=99),
    )
    assert two[0].sync(folder_store).quarantined == 1
    assert two[0].sql("SELECT act FROM audit_event WHERE id = ?", log) == [(words,)]


# ---------------------------------------------------------------- bad lines


def test_what_waits_is_told_while_there_is_no_line(two: Pair, folder_store: FolderStore) -> None:
    until_quiet(list(two), folder_store)
    add(two[0], "A", "B")
    with two[0].at():
        assert sync_state()[:2] == (True, 2)
        oldest = sync_state().oldest
    broken = FaultyStore(folder_store, 1, rate=1, kinds=("drop",))
    outcome = two[0].sync(broken)
    assert isinstance(outcome.problem, StoreOffline)
    with two[0].at():
        assert sync_state()[1:3] == (outcome.waiting, oldest) == (2, oldest)
    two[0].sync(folder_store)
    with two[0].at():
        assert sync_state()[1:] == (0, "", 0, 0, 0)


def test_two_rounds_at_once_on_one_pc_are_one(two: Pair, folder_store: FolderStore) -> None:
    add(two[0], "A")
    with only_one(two[0].home, "sync"):
        outcome = two[0].sync(folder_store)
    assert isinstance(outcome.problem, RoundRuns)
    assert outcome.waiting == 1
    assert two[0].sync(folder_store).problem is None


@pytest.mark.parametrize("seed", range(4))
def test_over_a_bad_line_everything_arrives_in_the_end(two: Pair, folder_store: FolderStore, seed: int) -> None:
    faulty = FaultyStore(folder_store, seed, rate=0.25)
    for step in range(15):
        for pc in two:
            with pc.at():
                Album.create(title=f"{pc.name} {step}")
            pc.sync(faulty)
    faulty.rest()
    until_quiet(list(two), faulty)
    assert two[0].records() == two[1].records()
    assert two[0].sql("SELECT count(*) FROM album") == [(30,)]


def test_a_first_round_can_be_broken_into_several(two: Pair, folder_store: FolderStore) -> None:
    for step in range(6):
        add(two[0], str(step))
        two[0].sync(folder_store)
    arrived = []
    for _round in range(6):
        two[1].sync(folder_store, Limits(segments=2))
        arrived.append(len(people(two[1])))
    assert arrived[0] == 2
    assert arrived[-1] == 6
