"""What two PCs of a school both made is one at the office too, by the PCs' own rule."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.office_sample import DEVICE, Journal, Segment, begin, mark, segment, send
from db import rows
from db.models import MediaAsset, School
from db.office.engine import Office, Row
from db.office.schema import TABLES
from db.queries.plans import newest_plan
from desktop_app.core.demo import live_until_report, sample_words
from desktop_app.core.jobs import Progress
from desktop_app.core.month_page import year_of
from desktop_app.core.office.ingesting import ingest
from desktop_app.core.office.opening import opened
from desktop_app.core.office.records import FIELDS, Fields, fields_of, read_fields
from desktop_app.core.office.report import month_of
from desktop_app.core.office.twins import joined
from desktop_app.core.periods import Month
from desktop_app.core.sync import conflicts, pairing
from desktop_app.core.sync.stores.folder import FolderStore
from tests.core.office.conftest import MemoryStore
from tests.core.office.test_ingesting import kept
from tests.sync.model.life import Life
from tests.sync.model.pcs import Pc, until_quiet

MAY = Month(2024, 5)
LATER = date(2030, 1, 1)
OTHER = "5c4001bb"
"""The school's second PC."""
DESCRIBED = {"caption": "Đọc sách", "activity": "Ngày hội đọc", "review": "accepted"}


def photo(journal: Journal, number: int, sha: str = "a" * 64, **words: Any) -> str:
    """A photo of May as a PC writes it down; not described, unless ``words`` say so."""
    facts: dict[str, Any] = {
        **{"kind": "photo", "sha256": sha, "bytes": 3, "taken_at": "2024-05-07T07:30:00", "review": "waiting"},
        **{"caption": "", "activity": "", "purpose_archive": 1, "state": "kept", "deleted_at": None},
        **{"burst_of_id": None, "credited_month": None, "created_at": "2024-05-08T01:00:00.000Z"},
    }
    return journal.write("media_asset", journal.id(11, number), **{**facts, **words})


def school() -> Journal:
    """A school with its plan, before anything happens."""
    journal = Journal(1)
    begin(journal)
    return journal


def taken_in(store: MemoryStore, office: Office, journal: Journal, others: Journal | None = None) -> None:
    """What a school's first PC wrote down, and its second, comes to the office."""
    send(store, [segment(journal.school, journal.events, 1, DEVICE)])
    if others:
        send(store, [segment(journal.school, others.events, 1, OTHER)])
    assert ingest(store, office, Progress()).quarantined == 0


def materials(office: Office) -> int:
    return month_of(office, MAY, LATER).schools[0].now.materials[0]


# ---------------------------------------------------------------- one by one


def test_a_photo_that_two_pcs_took_in_counts_once(store: MemoryStore, office: Office) -> None:
    one, other = school(), Journal(1, 1)
    photo(one, 1, **DESCRIBED)
    photo(other, 2, **DESCRIBED)
    taken_in(store, office, one, other)
    assert materials(office) == 1
    assert office.rows("SELECT asset_id, counts FROM media") == [(one.id(11, 1), 1)]


def test_what_the_first_lacks_its_twin_tells(store: MemoryStore, office: Office) -> None:
    one, other = school(), Journal(1, 1)
    photo(one, 1, caption="Đọc sách")
    photo(other, 2, activity="Ngày hội đọc", review="accepted")
    taken_in(store, office, one, other)
    assert materials(office) == 1


def test_photos_of_one_burst_are_one_though_they_name_different_twins_of_its_first(
    store: MemoryStore, office: Office
) -> None:
    one, other = school(), Journal(1, 1)
    first = photo(one, 1, **DESCRIBED)
    twin = photo(other, 2, **DESCRIBED)
    photo(one, 3, "b" * 64, **DESCRIBED, burst_of_id=first)
    photo(other, 4, "c" * 64, **DESCRIBED, burst_of_id=twin)
    taken_in(store, office, one, other)
    assert materials(office) == 1


def test_photos_whose_first_is_gone_stand_alone(store: MemoryStore, office: Office) -> None:
    one = school()
    first = photo(one, 1, **DESCRIBED)
    for number, sha in enumerate("bc", start=2):
        photo(one, number, sha * 64, **DESCRIBED, burst_of_id=first)
    one.write("media_asset", first, "delete")
    taken_in(store, office, one)
    assert materials(office) == 2


def test_one_that_is_there_outweighs_its_twin_in_the_trash(store: MemoryStore, office: Office) -> None:
    one, other = school(), Journal(1, 1)
    first = photo(one, 1, **DESCRIBED)
    one.write("media_asset", first, "update", deleted_at="2024-05-09T01:00:00.000Z")
    photo(other, 2, **DESCRIBED)
    taken_in(store, office, one, other)
    assert materials(office) == 1


def test_a_months_report_written_on_two_pcs_is_one_line(store: MemoryStore, office: Office) -> None:
    one, other = school(), Journal(1, 1)
    facts: dict[str, Any] = {"plan_id": one.id(4), "kind": "month", "period": "2024-05", "edition": 1}
    one.write("report", one.id(14, 1), **facts, state="draft", signed_on=None, deleted_at=None)
    other.write("report", one.id(14, 2), **facts, state="draft", signed_on="2024-05-31", deleted_at=None)
    taken_in(store, office, one, other)
    assert office.rows("SELECT report_id, signed_on FROM report") == [(one.id(14, 1), "2024-05-31")]


def test_a_month_exempted_on_one_of_two_pages_is_exempt(store: MemoryStore, office: Office) -> None:
    one, other = school(), Journal(1, 1)
    page: dict[str, Any] = {"plan_id": one.id(4), "month": "2024-05", "unit_id": None}
    one.write("month_ledger", one.id(15, 1), **page, exempt_reason="")
    other.write("month_ledger", one.id(15, 2), **page, exempt_reason="Bão lũ")
    taken_in(store, office, one, other)
    assert month_of(office, MAY, LATER).schools[0].now.state == "exempt"


def test_a_deleted_photo_stays_deleted_though_another_pc_looked_at_it(store: MemoryStore, office: Office) -> None:
    one, other = school(), Journal(1, 1)
    first = photo(one, 1, **DESCRIBED)
    one.write("media_asset", first, "delete")
    other.write("media_asset", first, "update", burst_of_id=None, sharpness="0.5")
    assert other.events[0]["lamport"] > one.events[-1]["lamport"]
    taken_in(store, office, one, other)
    assert not office.rows("SELECT * FROM media")


def test_a_deletion_beside_an_edit_that_it_did_not_see_waits_for_a_person(store: MemoryStore, office: Office) -> None:
    one, other = school(), Journal(1, 1)
    first = photo(one, 1, **DESCRIBED)
    other.heads = dict(one.heads)  # heard, and then both go on
    one.write("media_asset", first, "update", deleted_at=None, credit="A")
    other.write("media_asset", first, "delete")
    taken_in(store, office, one, other)
    assert materials(office) == 1
    one.write("media_asset", first, "delete")
    send(store, [segment(one.school, one.events[-1:], 2, DEVICE)])
    ingest(store, office, Progress())
    assert not office.rows("SELECT * FROM media")


def test_an_office_keeps_every_column_that_twins_are_told_by() -> None:
    for table in FIELDS:
        for key in rows.shapes()[table].keys:
            assert {*key} <= FIELDS[table].keys(), table


# ---------------------------------------------------------------- in any order

PHOTO = st.fixed_dictionaries(
    {
        "sha256": st.sampled_from(["a" * 64, "b" * 64]),
        "caption": st.sampled_from(["", "Đọc sách"]),
        "activity": st.sampled_from(["", "Ngày hội đọc"]),
        "review": st.sampled_from(["waiting", "accepted"]),
        "purpose_archive": st.sampled_from([0, 1]),
        "credited_month": st.sampled_from([None, "2024-05", "2024-06"]),
    }
)
LATER_ON = st.tuples(
    st.integers(0, 3),
    st.sampled_from(
        [
            ("delete", {}),
            ("update", {"deleted_at": "2024-05-09T01:00:00.000Z"}),
            ("update", {"deleted_at": None, **DESCRIBED}),
            ("update", {"sharpness": "0.5"}),
        ]
    ),
)


def segments_of(photos: list[dict[str, Any]], later: list[tuple[int, tuple[str, dict[str, Any]]]]) -> list[Segment]:
    """A school, four photos of which some are twins, and what became of them: a segment for each event."""
    journal = school()
    ids = [photo(journal, number, **words) for number, words in enumerate(photos)]
    for which, (act, words) in later:
        journal.write("media_asset", ids[which], act, **words)
    beginning = len(school().events)
    parts = [journal.events[:beginning], *([event] for event in journal.events[beginning:])]
    return [segment(journal.school, part, number, DEVICE) for number, part in enumerate(parts, start=1)]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    photos=st.lists(PHOTO, min_size=4, max_size=4),
    later=st.lists(LATER_ON, max_size=4),
    order=st.randoms(use_true_random=False),
)
def test_twins_are_joined_alike_in_whatever_order_they_come(
    office: Office, photos: list[dict[str, Any]], later: list[Any], order: random.Random
) -> None:
    coming = segments_of(photos, later)
    states = [arrived(office, coming, portions=1)]
    order.shuffle(coming)
    states.append(arrived(office, coming, portions=3))
    assert states[0] == states[1]
    shown = {words["sha256"] for words in photos}
    assert len(states[0]["media"]) <= len(shown)


def arrived(office: Office, coming: list[Segment], portions: int) -> dict[str, list[Row]]:
    """What an empty office keeps once these came, so many at a time."""
    for table in TABLES:
        office.run(f"DELETE FROM {table.name}")
    store = MemoryStore()
    mark(store)
    for start in range(portions):
        send(store, coming[start::portions])
        ingest(store, office, Progress(), again=True)
    return kept(office)


# ---------------------------------------------------------------- a school with two PCs


@pytest.fixture
def folder(tmp_path: Path) -> FolderStore:
    """The school's store."""
    (tmp_path / "store").mkdir()
    return FolderStore(tmp_path / "store")


@pytest.fixture
def pcs(folder: FolderStore, tmp_path: Path) -> Iterator[list[Pc]]:
    """Two PCs of a school in the middle of its year."""
    first, second = (Pc(f"pc{number}", tmp_path / f"pc{number}") for number in (1, 2))
    with first.at():
        live_until_report(first.home, sample_words(), Progress())
        School.update(is_sample=False).execute()
        pairing.connect(first.home, folder, pc_name=first.name)
        invitation = pairing.invite(folder)
    with second.at():
        pairing.join(second.home, folder, invitation, pc_name=second.name)
    until_quiet([first, second], folder)
    yield [first, second]
    for pc in (first, second):
        pc.close()


Judged = dict[str, tuple[str, tuple[int, int], tuple[int, int]]]


def judged_at(pc: Pc) -> Judged:
    """Every month of the plan, as this PC counts."""
    with pc.at():
        plan = newest_plan()
        assert plan
        pages = year_of(plan, LATER)
        return {str(page.month): (page.state, page.articles[:2], page.materials[:2]) for page in pages}


def judged_by(office: Office, months: Judged) -> Judged:
    """The same months as the office counts them."""
    tiles = {month: month_of(office, Month.parse(month), LATER).schools[0].now for month in months}
    return {month: (tile.state, tile.articles, tile.materials) for month, tile in tiles.items()}


def taken_on(pc: Pc, count: int, **words: object) -> None:
    """The same card is read on a PC: so many photos of one day of the plan."""
    with pc.at():
        plan = newest_plan()
        assert plan
        day = plan.period_start.isoformat()
        for number in range(count):
            name = {"sha256": f"{number:064x}", "original_path": "a.jpg", "original_name": "a.jpg", "bytes": 1}
            MediaAsset.create(**name, taken_at=f"{day}T07:30:00", **words)


def test_the_office_counts_what_a_school_with_two_pcs_counts(
    pcs: list[Pc], folder: FolderStore, office: Office
) -> None:
    before = judged_at(pcs[0])
    taken_on(pcs[0], 5, **DESCRIBED)
    taken_on(pcs[1], 7, caption="Đọc sách", activity="Ngày hội đọc", review="accepted")
    until_quiet(pcs, folder)
    both = judged_at(pcs[0])
    assert sum(month[2][0] for month in both.values()) == sum(month[2][0] for month in before.values()) + 7
    assert judged_at(pcs[1]) == both
    ingest(folder, office, Progress())
    assert judged_by(office, both) == both

    with pcs[1].at():
        MediaAsset.delete().where(MediaAsset.sha256 == f"{0:064x}").execute()  # and its twin that nobody sees
    until_quiet(pcs, folder)
    fewer = judged_at(pcs[0])
    assert fewer != both
    ingest(folder, office, Progress())
    assert judged_by(office, fewer) == fewer


@pytest.mark.parametrize("seed", [1, 2, 14])
def test_an_office_shows_the_records_that_the_pcs_show_after_whatever_happened(
    seed: int, folder: FolderStore, tmp_path: Path
) -> None:
    life = Life(seed, tmp_path, folder, pcs=2)
    for _ in range(120):
        life.step()
    life.rest()
    shown, used = life.pcs[0].records(), still_used(life.pcs[0])
    life.close()
    with opened(f"sqlite:///{tmp_path / 'office.db'}") as office:
        assert ingest(folder, office, Progress()).quarantined == 0
        there = records_of(office)
    for table in FIELDS:
        ours = {id_: read_fields(table, values) for (name, id_), values in shown.items() if name == table}
        for id_ in (ours.keys() | there[table].keys()) - used:
            assert there[table].get(id_, {}).items() >= ours.get(id_, {"": "not there"}).items(), (table, id_)


def still_used(pc: Pc) -> set[str]:
    """Records that stay only because something hangs on them that an office does not keep."""
    with pc.at():
        return {found.row for found in conflicts.conflicts() if found.still_used}


def records_of(office: Office) -> dict[str, dict[str, Fields]]:
    """The office's rows, twins joined."""
    tables: dict[str, dict[str, Fields]] = {name: {} for name in FIELDS}
    for table, id_, layers in office.rows("SELECT table_name, row_id, layers FROM record"):
        if (fields := fields_of(layers)) is not None:
            tables[table][id_] = fields
    return {table: dict(found) for table, found in joined(tables).items()}


# ---------------------------------------------------------------- an office of an older program


def test_records_of_an_older_program_are_drawn_anew_by_themselves(store: MemoryStore, address: str) -> None:
    one, other = school(), Journal(1, 1)
    photo(one, 1, **DESCRIBED)
    photo(other, 2, **DESCRIBED)
    with opened(address) as office:
        taken_in(store, office, one, other)
        right = kept(office)
        forget_hashes(office)
    with opened(address) as office:
        assert ingest(store, office, Progress()).segments == 0
        assert kept(office) == right


def test_an_older_office_waits_with_its_records_for_a_segment_that_the_store_lacks(
    store: MemoryStore, address: str
) -> None:
    one = school()
    photo(one, 1, **DESCRIBED)
    with opened(address) as office:
        taken_in(store, office, one)
        right = kept(office)
        forget_hashes(office)
    (key,) = (key for key in store.files if key.endswith(".gz"))
    content = store.files.pop(key)
    with opened(address) as office:
        ingest(store, office, Progress())
        assert materials(office) == 1
        store.put(key, content)
        ingest(store, office, Progress())
        assert kept(office) == right


def forget_hashes(office: Office) -> None:
    """As a program of the first format left its records: without a word of a photo's hash."""
    for id_, layers in office.rows("SELECT row_id, layers FROM record WHERE table_name = 'media_asset'"):
        *said, _ = json.loads(layers)
        for layer in said:
            kept_then = {name: value for name, value in layer[2].items() if name[0] != "@" and name != "sha256"}
            layer[2] = {"": 1, "deleted_at": 0, **kept_then}
        office.run("UPDATE record SET layers = ? WHERE row_id = ?", json.dumps(said), id_)
    office.run("DROP TABLE redraw")
    office.run("UPDATE office SET format = 1")
