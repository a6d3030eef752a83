"""A month of all schools: judged as each school judges itself, told in words that can be sent."""

from __future__ import annotations

import json
from datetime import date

from benchmarks.office_sample import Journal, begin, live, school_segments, segments, send
from db import database
from db.office.engine import Office
from db.queries.plans import newest_plan
from desktop_app.core.demo import live_until_report, sample_words
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.month_page import year_of
from desktop_app.core.office.counting import is_material
from desktop_app.core.office.ingesting import ingest
from desktop_app.core.office.report import OfficeMonth, month_of, who_has_not
from desktop_app.core.periods import Month
from desktop_app.core.sync.pairing import connect
from desktop_app.core.sync.receipts import confirmed, fetch_receipt
from desktop_app.core.sync.rounds import sync_once
from tests.core.office.conftest import MemoryStore

MAY = Month(2024, 5)
LATER = date(2030, 1, 1)


def taken_in(store: MemoryStore, office: Office, month: Month = MAY, today: date = LATER) -> OfficeMonth:
    ingest(store, office, Progress())
    return month_of(office, month, today)


def journal(number: int, busy: float = 1.0, *, months: tuple[Month, ...] = (MAY,), handed_in: bool = True) -> Journal:
    journal = Journal(number)
    begin(journal)
    for month in months:
        live(journal, month, busy)
    if not handed_in:
        journal.events = [event for event in journal.events if event["table"] != "report"]
    return journal


def test_a_school_is_judged_at_the_office_as_it_judges_itself(home: Home, store: MemoryStore, office: Office) -> None:
    live_until_report(home, sample_words(), Progress())
    database.execute_sql("UPDATE school SET is_sample = 0")
    store.files.clear()  # the school is the first to come, and marks the store
    connect(home, store)
    assert sync_once(home, store, Progress()).problem is None
    done = ingest(store, office, Progress())
    assert (done.schools, done.quarantined) == (1, 0)
    told = fetch_receipt(store)
    assert told
    assert (told.upto, told.quarantined) == (confirmed(), [])
    assert confirmed() == done.segments > 0
    ours = judged_here()
    assert judged_there(office, ours) == ours
    assert any(articles[0] for _, articles, _ in ours.values())

    database.execute_sql("UPDATE article SET state = 'taken_down' WHERE id = ?", (approved_and_out(),))
    assert sync_once(home, store, Progress()).sent > 0
    ingest(store, office, Progress())
    fewer = judged_here()
    assert fewer != ours
    assert judged_there(office, fewer) == fewer


Judged = dict[str, tuple[str, tuple[int, int], tuple[int, int]]]


def judged_here() -> Judged:
    """Every month of the open school's plan, as the school itself counts."""
    plan = newest_plan()
    assert plan
    return {
        str(page.month): (page.state, page.articles[:2], page.materials[:2])  # have and need
        for page in year_of(plan, LATER)
    }


def judged_there(office: Office, months: Judged) -> Judged:
    """The same months as the office counts them."""
    tiles = {month: month_of(office, Month.parse(month), LATER).schools[0].now for month in months}
    return {month: (tile.state, tile.articles, tile.materials) for month, tile in tiles.items()}


def approved_and_out() -> str:
    """An article that counts."""
    question = (
        "SELECT article_id FROM distribution WHERE article_id IS NOT NULL AND state IN ('done', 'proved') LIMIT 1"
    )
    return str(database.execute_sql(question).fetchone()[0])


def test_who_sent_nothing_of_a_month_is_not_who_has_little(store: MemoryStore, office: Office) -> None:
    for one in (journal(1), journal(2, busy=0.0), journal(3, months=(Month(2024, 3),))):
        send(store, segments(one.school, one.events))
    page = taken_in(store, office)
    assert [school.now.state for school in page.schools] == ["met", "missing", "missing"]
    silent = month_of(office, Month(2026, 5), LATER)
    assert {school.now.state for school in silent.schools} == {"silent"}
    assert [school.school.id for school in page.missing] == [journal(2).school, journal(3).school]


def test_a_month_is_missing_only_once_it_is_over(store: MemoryStore, office: Office) -> None:
    one = journal(1, busy=0.0)
    send(store, segments(one.school, one.events))
    states = [taken_in(store, office, today=day).schools[0].now.state for day in days()]
    assert states == ["not_yet", "running", "running", "missing"]


def days() -> list[date]:
    return [date(2024, 4, 30), date(2024, 5, 1), date(2024, 5, 31), date(2024, 6, 1)]


def test_the_sums_are_those_of_the_schools(store: MemoryStore, office: Office) -> None:
    for number in range(1, 6):
        send(store, school_segments(number, [MAY]))
    page = taken_in(store, office)
    assert page.sums.schools == 5
    assert page.sums.articles == sum(school.now.articles[0] for school in page.schools) > 50
    assert page.sums.opinions.heard == 14 * 5
    assert page.sums.opinions.private == 4 * 5


def test_sample_schools_do_not_count(store: MemoryStore, office: Office) -> None:
    one = journal(1)
    one.write("school", one.school, "update", is_sample=1)
    send(store, segments(one.school, one.events))
    assert not taken_in(store, office).schools


def test_a_deleted_article_no_longer_counts_whatever_arrived_first(store: MemoryStore, office: Office) -> None:
    one = journal(1)
    before = taken_with(store, office, one)
    gone = next(event["row"] for event in one.events if event["table"] == "distribution")
    article = next(event["set"]["article_id"] for event in one.events if event["row"] == gone)
    one.write("article", article, "update", deleted_at="2024-06-01T00:00:00.000Z")
    store.files.clear()
    send(store, segments(one.school, one.events[-1:], seq=100))
    send_marker(store)
    assert taken_in(store, office).schools[0].now.articles[0] == before - 1


def taken_with(store: MemoryStore, office: Office, one: Journal) -> int:
    send(store, segments(one.school, one.events))
    return taken_in(store, office).schools[0].now.articles[0]


def send_marker(store: MemoryStore) -> None:
    store.put("loa.json", json.dumps({"format": 1, "store": "s"}).encode())


def test_the_list_for_zalo_names_each_school_with_what_it_owes(store: MemoryStore, office: Office) -> None:
    for one in (journal(1), journal(2, busy=0.0), journal(3, handed_in=False)):
        send(store, segments(one.school, one.events))
    text = who_has_not(taken_in(store, office), date(2024, 6, 3))
    assert text.splitlines()[0] == "Tháng 5/2024, tính đến ngày 03/06/2024: 2/3 trường còn thiếu:"
    assert "số 1:" not in text
    assert "số 2: " in text
    assert "báo cáo tháng" in text.splitlines()[2]


def test_a_picture_without_a_caption_is_no_material() -> None:
    asset: dict[str, str | int | None] = {
        "review": "accepted",
        "state": "kept",
        "caption": 1,
        "activity": 1,
        "taken_at": "2024-05-07",
    }
    assert is_material(asset)
    assert not is_material({**asset, "caption": 0})
