"""What the office keeps of its schools. ``school_id`` leads every key, so that PostgreSQL can be spread by school.

Only two kinds of column, text and whole numbers, so that both engines keep the same bytes. Days and instants are
ISO text, which sorts as time does; truths are 0 and 1. Nothing but ``segment.received_at`` comes from the office's
clock: every other byte follows from what the schools sent, in whatever order and however often it arrived.
"""

from __future__ import annotations

from typing import NamedTuple

FORMAT = 2
"""Grows with every new table or index, which an older database then gets; a program never touches a newer one.

A table whose shape changes gets a new name: its lines are drawn anew from the segments, as if records said more.
"""

RECORDS_SINCE = 2
"""The format since which records say what they say now; those of older ones are drawn anew (REDRAW)."""

TEXT, NUMBER = "text", "bigint"


class Table(NamedTuple):
    """A table: its key and its other columns, each with its kind."""

    name: str
    key: dict[str, str]
    columns: dict[str, str]

    @property
    def all(self) -> dict[str, str]:
        return self.key | self.columns


def _texts(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, TEXT)


def _numbers(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, NUMBER)


_SEGMENT_KEY = _texts("school_id", "device", "epoch") | _numbers("seq")

# ---------------------------------------------------------------- what arrived

SEGMENT = Table("segment", _SEGMENT_KEY, _texts("sha") | _numbers("events") | _texts("received_at"))
"""A segment that is in; its bytes stay in the store under their own name."""

EVENT = Table(
    "event",
    _SEGMENT_KEY | _numbers("n"),
    _texts("event_id", "table_name", "row_id", "act") | _numbers("lamport") | _texts("at", "by_name"),
)
"""Who changed which row when, a line each. What was written stays in the segment: an office needs no pupil's name."""

QUARANTINE = Table("quarantine", _SEGMENT_KEY | _numbers("n"), _texts("event_id", "why", "detail", "body"))
"""What could not be read, raw and whole, until a newer program can; ``n`` 0 is a segment as such."""

DEVICE = Table(
    "device",
    _texts("school_id", "device", "epoch"),
    _numbers("upto", "top", "untold") | _texts("last_at", "app", "shape", "told"),
)
"""How far a PC's journal is in: every segment up to ``upto``, some up to ``top``; ``told`` is its last receipt, and
``untold`` is 1 while there may be more to tell."""

RECORD = Table("record", _texts("school_id", "table_name", "row_id"), _texts("layers"))
"""A school's row as its PCs agree on it, of the few columns an office counts by (core.office.records)."""

REDRAW = Table("redraw", _texts("school_id"), {})
"""Schools whose records an older program kept, which read less of their segments; the next run reads these again."""

# ---------------------------------------------------------------- what the office says

ROSTER = Table("roster", _texts("school_id"), _texts("name", "place", "phone"))
"""The schools an office waits for, so that one that never sent anything is missed too."""

# ---------------------------------------------------------------- what the office reads

SCHOOL = Table("school", _texts("school_id"), _texts("name", "short_name", "place", "phone") | _numbers("is_sample"))
MONTH = Table(
    "month",
    _texts("school_id", "month"),
    _texts("state", "first_day", "last_day")
    | _numbers("articles_have", "articles_need", "materials_have", "materials_need"),
)
"""A month as the school itself judges it once it is over; before that ``first_day`` and ``last_day`` tell."""

ARTICLE = Table("article", _texts("school_id", "article_id"), _texts("title", "state", "month", "published_on"))
MEDIA = Table("media", _texts("school_id", "asset_id"), _texts("kind", "month") | _numbers("counts", "bytes"))
OPINION = Table(
    "opinion",
    _texts("school_id", "opinion_id"),
    _texts("month", "source_group", "kind", "state", "due_on") | _numbers("is_private", "severity"),
)
"""Opinions are numbers here; nobody's words are copied."""

INCIDENT = Table(
    "incident", _texts("school_id", "incident_id"), _texts("month", "state") | _numbers("severity", "is_misinformation")
)
REPORT = Table(
    "report",
    _texts("school_id", "report_id"),
    _texts("kind", "period", "state", "signed_on") | _numbers("edition"),
)

ARRIVED = (SEGMENT, EVENT, QUARANTINE, DEVICE, RECORD, REDRAW)
READ = (SCHOOL, MONTH, ARTICLE, MEDIA, OPINION, INCIDENT, REPORT)
TABLES = (*ARRIVED, ROSTER, *READ)

INDEXES = (
    "CREATE INDEX IF NOT EXISTS month_by_month ON month (month)",
    "CREATE INDEX IF NOT EXISTS opinion_by_month ON opinion (month)",
    "CREATE INDEX IF NOT EXISTS incident_by_month ON incident (month)",
    "CREATE INDEX IF NOT EXISTS report_by_period ON report (period)",
)
"""The report asks for one month of all schools."""


def definition(table: Table, text: str = "text", tail: str = "") -> str:
    """The table's CREATE statement; ``text`` and ``tail`` are the engine's own words."""
    kinds = {TEXT: text, NUMBER: "bigint"}
    columns = ", ".join(f"{name} {kinds[kind]} NOT NULL" for name, kind in table.all.items())
    return f"CREATE TABLE IF NOT EXISTS {table.name} ({columns}, PRIMARY KEY ({', '.join(table.key)})){tail}"
