"""Schools that never were: what a month of each would send its authority, the same bytes each time it is asked.

``python -m benchmarks.office_sample FOLDER 2000 2024-03 2024-05`` fills a store in a folder with three months of
two thousand schools. A month is about three hundred events, with article texts of a hundred and twenty words.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.core.periods import Month, months_between
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore

MOST_EVENTS = 200
STORE_ID = "00000000-0000-7000-8000-00000000106a"
DEVICE, EPOCH = "5c4001aa", "0001"
JANUARY = Month(2024, 1)
ARTICLES, PHOTOS, OPINIONS = 30, 55, 14
COMMUNES = ("Sơn Thủy", "Mường Chanh", "Pha Long", "Tả Phìn", "Nậm Búng", "Cao Sơn", "Bản Mù", "Trà Leng")
SENTENCE = (
    "nhà trường tổ chức buổi sinh hoạt chuyên đề cho học sinh bán trú cùng thầy cô và phụ huynh trong bản tham gia "
    "lao động vệ sinh trồng rau xanh đọc sách thư viện giao lưu văn nghệ thể thao tuyên truyền an toàn giao thông"
)
WORDS = SENTENCE.split()

Event = dict[str, Any]
Fields = dict[str, Any]


class Segment(NamedTuple):
    """A file of a journal as it lies in a store."""

    key: str
    content: bytes


# ---------------------------------------------------------------- writing as a school writes


def mark(store: Store) -> None:
    """Make an empty place a store."""
    store.put("loa.json", json.dumps({"format": 1, "store": STORE_ID}).encode())


def segments(
    school: str, events: Sequence[Event], seq: int = 1, device: str = DEVICE, epoch: str = EPOCH
) -> Iterator[Segment]:
    """The events as segments, numbered from ``seq``."""
    for start in range(0, len(events), MOST_EVENTS):
        yield segment(school, events[start : start + MOST_EVENTS], seq + start // MOST_EVENTS, device, epoch)


def segment(
    school: str, lines: Iterable[object], seq: int, device: str = DEVICE, epoch: str = EPOCH, **head: object
) -> Segment:
    """One segment; ``head`` replaces what its first line says. Half letters stand as JSON writes them."""
    place = {"school": school, "device": device, "epoch": epoch, "seq": seq}
    first = {"format": 1, **place, "app": "0.1.0", "schema": "0016", **head}
    text = "".join(_line(line) for line in (first, *lines))
    content = gzip.compress(text.encode(), 6, mtime=0)
    sha = hashlib.sha256(content).hexdigest()[:16]
    return Segment(f"schools/{school}/{device}/{epoch}/{seq:010d}-{sha}.jsonl.gz", content)


def _line(said: object) -> str:
    line = json.dumps(said, ensure_ascii=False)
    return (line if line.encode("utf-8", "ignore").decode() == line else json.dumps(said)) + "\n"


def send(store: Store, made: Iterable[Segment]) -> None:
    """Put segments into a store as a PC does: the head last."""
    newest: dict[str, str] = {}
    for key, content in made:
        store.put(key, content)
        _, school, device, epoch, name = key.split("/")
        newest[f"schools/{school}/heads/{device}.{epoch}."] = name.split("-")[0]
    for head, seq in newest.items():
        store.put(head + seq, b"")


# ---------------------------------------------------------------- what a school does


class Journal:
    """A school's PC writing down what it did; ids follow from the school's number, so a journal can be made again."""

    def __init__(self, number: int, part: int = 0) -> None:
        self.number, self.part = number, part
        self.school = f"{number:08x}-0000-7000-8000-000000000001"
        self.events: list[Event] = []
        self.heads: dict[str, str] = {}  # by row, the event that says last whether it is there
        self.chance = random.Random(f"{number}/{part}")

    def id(self, kind: int, number: int = 0) -> str:
        """The id of the school's so-and-so-many-th thing of a kind."""
        return f"{self.number:08x}-{kind:04x}-7000-8000-{number:012x}"

    def write(
        self, table: str, row: str, act: str = "insert", when: str = "2024-05-07T03:00:00Z", **fields: Any
    ) -> str:
        """One more event; answers the row."""
        count = len(self.events) + 1
        lamport = self.part * 100_000 + count
        event = f"{self.number:08x}-{self.part:04x}-7000-9000-{count:012x}"
        over = {}
        if act != "update" or "deleted_at" in fields:
            over = {"deleted_at": [self.heads[row]]} if row in self.heads else {}
            self.heads[row] = event
        self.events.append(
            {
                "id": event,
                "table": table,
                "row": row,
                "act": act,
                "base": 0 if act == "insert" else 1,
                "set": fields,
                "over": over,
                "by": "Lò Thị Mai",
                "at": when,
                "lamport": lamport,
            }
        )
        return row

    def text(self, words: int) -> str:
        return " ".join(self.chance.choices(WORDS, k=words)).capitalize()


def begin(journal: Journal, months: int = 12, first: Month = JANUARY) -> None:
    """A school is set up: itself, its people, its channels, a plan that asks for an article and a photo a month."""
    commune = COMMUNES[journal.number % len(COMMUNES)]
    name = f"Trường PTDTBT THCS {commune} số {journal.number}"
    journal.write("school", journal.school, name=name, short_name=f"PTDTBT{journal.number}", place=commune, is_sample=0)
    for number in range(8):
        journal.write("person", journal.id(2, number), name=journal.text(3), is_active=1)
    journal.write("channel", journal.id(3, 1), kind="website", name="Trang web", is_official=1)
    journal.write("channel", journal.id(3, 2), kind="groups", name="Nhóm Zalo", is_official=0)
    last = first.shifted(months - 1)
    days: Fields = {"period_start": first.first_day().isoformat(), "period_end": last.last_day().isoformat()}
    counting: Fields = {
        "quota_from": str(first),
        "count_rule": "distributed",
        "record_grace_days": 5,
        "month_starts_on": 1,
    }
    plan = journal.write("plan", journal.id(4), title="Kế hoạch truyền thông", state="active", **days, **counting)
    for number, product in enumerate(("tin_bai", "photo_or_video")):
        asked: Fields = {"scope": "school", "product": product, "minimum": 1, "per": "month", "sort": number}
        journal.write("quota", journal.id(5, number), plan_id=plan, **asked)


def live(journal: Journal, month: Month, busy: float = 0.85) -> None:
    """A month goes by; ``busy`` is the chance that a thing is done to its end."""
    days = [f"{month}-{day:02d}" for day in range(1, 29)]
    for number in range(ARTICLES):
        _write_article(journal, month, number, journal.chance.choice(days), journal.chance.random() < busy)
    for number in range(PHOTOS):
        _take_photo(journal, month, number, journal.chance.choice(days), journal.chance.random() < busy)
    for number in range(OPINIONS):
        _hear_opinion(journal, month, number, journal.chance.choice(days))
    if journal.chance.random() < 0.05:
        _meet_incident(journal, month, journal.chance.choice(days))
    if journal.chance.random() < busy:
        _hand_in(journal, month)


def _write_article(journal: Journal, month: Month, number: int, day: str, finished: bool) -> None:
    place, at = month.year * 100_000 + month.number * 1000 + number, f"{day}T02:00:00.000Z"
    title, body = journal.text(9), journal.text(120)
    topic: Fields = {"plan_id": journal.id(4), "topic_id": journal.id(6, number % 13)}
    article = journal.write(
        "article", journal.id(7, place), when=at, title=title, kind="tin_bai", state="writing", **topic
    )
    sha = hashlib.sha256(body.encode()).hexdigest()
    text: Fields = {"number": 1, "title": title, "body": body, "sha256": sha}
    revision = journal.write("revision", journal.id(8, place), when=at, article_id=article, **text)
    journal.write("article", article, "update", when=at, state="in_review", head_revision_id=revision)
    if not finished:
        return
    said: Fields = {"article_id": article, "revision_id": revision, "verdict": "approved", "at": at}
    journal.write("decision", journal.id(9, place), when=at, **said)
    journal.write("article", article, "update", when=at, state="published")
    out: Fields = {"article_id": article, "revision_id": revision, "channel_id": journal.id(3, 1), "state": "done"}
    journal.write("distribution", journal.id(10, place), when=at, done_on=day, recorded_at=at, **out)


def _take_photo(journal: Journal, month: Month, number: int, day: str, described: bool) -> None:
    place, at = month.year * 100_000 + month.number * 1000 + number, f"{day}T08:00:00.000Z"
    sha = hashlib.sha256(f"{journal.number}/{place}".encode()).hexdigest()
    file: Fields = {
        "sha256": sha,
        "original_path": f"media/{sha[:2]}/{sha}.jpg",
        "original_name": f"IMG_{number:04d}.JPG",
    }
    facts: Fields = {
        "kind": "photo",
        "bytes": 3_000_000,
        "taken_at": f"{day}T07:30:00",
        "review": "waiting",
        "caption": "",
    }
    photo = journal.write("media_asset", journal.id(11, place), when=at, created_at=at, activity="", **file, **facts)
    if described:
        said: Fields = {"caption": journal.text(10), "activity": "Sinh hoạt", "review": "accepted"}
        journal.write("media_asset", photo, "update", when=at, **said)


def _hear_opinion(journal: Journal, month: Month, number: int, day: str) -> None:
    place, at = month.year * 100_000 + month.number * 1000 + number, f"{day}T09:00:00.000Z"
    group = journal.chance.choice(("pupils", "teachers", "citizens", "press"))
    said: Fields = {
        "source_group": group,
        "original_text": journal.text(30),
        "kind": "suggestion",
        "is_private": number % 4 == 0,
    }
    opinion = journal.write("opinion_item", journal.id(12, place), when=at, received_at=at, state="new", **said)
    if journal.chance.random() < 0.8:
        journal.write("opinion_item", opinion, "update", when=at, state="answered")


def _meet_incident(journal: Journal, month: Month, day: str) -> None:
    at = f"{day}T10:00:00.000Z"
    facts: Fields = {
        "title": journal.text(6),
        "severity": 1 + journal.number % 3,
        "state": "detected",
        "is_misinformation": 0,
    }
    journal.write("incident", journal.id(13, month.year * 100 + month.number), when=at, detected_at=at, **facts)


def _hand_in(journal: Journal, month: Month) -> None:
    day = month.shifted(1).first_day().isoformat()
    facts: Fields = {"kind": "month", "period": str(month), "edition": 1, "state": "signed", "signed_on": day}
    at = f"{day}T03:00:00.000Z"
    journal.write("report", journal.id(14, month.year * 100 + month.number), when=at, plan_id=journal.id(4), **facts)


# ---------------------------------------------------------------- many schools


def school_segments(number: int, months: Sequence[Month]) -> Iterator[Segment]:
    """All that school ``number`` sends from the day it is set up to the end of the last month."""
    seq = 1
    for part, month in enumerate(months):
        journal = Journal(number, part)
        if part == 0:
            begin(journal, max(12, len(months)), months[0])
        live(journal, month)
        made = list(segments(journal.school, journal.events, seq))
        seq += len(made)
        yield from made


def fill(store: Store, schools: Iterable[int], months: Sequence[Month]) -> int:
    """Let these schools live these months; answers how many bytes they sent."""
    mark(store)
    sent = 0
    for number in schools:
        made = list(school_segments(number, months))
        send(store, made)
        sent += sum(len(one.content) for one in made)
    return sent


if __name__ == "__main__":
    folder, count, first, last = sys.argv[1:5]
    Path(folder).mkdir(parents=True, exist_ok=True)
    print(
        fill(FolderStore(Path(folder)), range(1, int(count) + 1), months_between(Month.parse(first), Month.parse(last)))
    )
