"""Finding a thing by any of its words, without accents: one index over articles, pictures, plan and opinions."""

from __future__ import annotations

from typing import NamedTuple

from db.connection import database
from db.text import fold

PAGE = 50


class Hit(NamedTuple):
    """One thing found: ``kind`` says which room it lives in."""

    kind: str
    id: str
    title: str
    when: str


class Found(NamedTuple):
    """How many there are in all, and the newest of them."""

    total: int
    hits: list[Hit]


class Source(NamedTuple):
    """A table that can be found: which of its columns is the title, which are the text."""

    kind: str
    table: str
    title: str
    body: tuple[str, ...]
    when: str


SOURCES = (
    Source(
        "media",
        "media_asset",
        "caption",
        ("activity", "credit", "original_name"),
        "taken_at",
    ),
    Source("topic", "topic", "title", ("code",), "window_end"),
    Source("plan", "topic_item", "text", (), "created_at"),
    Source("plan", "plan_clause", "text", ("heading",), "created_at"),
    Source(
        "opinion",
        "opinion_item",
        "original_text",
        ("summary", "outcome"),
        "received_at",
    ),
    Source("contact", "press_contact", "agency", ("person", "phone", "email"), "created_at"),
)


def search(text: str, limit: int = PAGE) -> Found:
    """Everything whose words begin with the words of ``text``, newest first; accents and case do not matter."""
    query = _match(text)
    if not query:
        return Found(0, [])
    total = database.execute_sql("SELECT count(*) FROM search_text WHERE search_text MATCH ?", (query,)).fetchone()[0]
    rows = database.execute_sql(
        "SELECT entry.kind, entry.record_id, entry.title, coalesce(entry.happened, '') "
        "FROM search_text JOIN search_entry AS entry ON entry.id = search_text.rowid "
        "WHERE search_text MATCH ? ORDER BY search_text.rowid DESC LIMIT ?",
        (query, limit),
    )
    return Found(total, [Hit(*row) for row in rows.fetchall()])


def _match(text: str) -> str:
    words = ["".join(sign for sign in word if sign.isalnum()) for word in fold(text).split()]
    return " ".join(f'"{word}"*' for word in words if word)


def _triggers_for(source: Source) -> list[str]:
    body = " || ' ' || ".join(f"coalesce(NEW.{column}, '')" for column in source.body) or "''"
    entry = "(SELECT id FROM search_entry WHERE record_id = NEW.id)"
    columns = ", ".join((source.title, *source.body))
    return [
        f"CREATE TRIGGER {source.table}_found AFTER INSERT ON {source.table} BEGIN "
        f"INSERT INTO search_entry (kind, record_id, happened, title) "
        f"VALUES ('{source.kind}', NEW.id, NEW.{source.when}, NEW.{source.title}); "
        f"INSERT INTO search_text (rowid, title, body) VALUES ({entry}, fold(NEW.{source.title}), fold({body})); END",
        f"CREATE TRIGGER {source.table}_reworded AFTER UPDATE OF {columns} ON {source.table} BEGIN "
        f"UPDATE search_entry SET title = NEW.{source.title}, happened = NEW.{source.when} WHERE record_id = NEW.id; "
        f"UPDATE search_text SET title = fold(NEW.{source.title}), body = fold({body}) WHERE rowid = {entry}; END",
        _forgotten(source.table),
    ]


def _forgotten(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_forgotten AFTER DELETE ON {table} BEGIN "
        f"DELETE FROM search_text WHERE rowid = (SELECT id FROM search_entry WHERE record_id = OLD.id); "
        f"DELETE FROM search_entry WHERE record_id = OLD.id; END"
    )


# An article's words lie in its revisions: its entry is born with the article and follows each new revision.
ARTICLE_TRIGGERS = [
    "CREATE TRIGGER article_found AFTER INSERT ON article BEGIN "
    "INSERT INTO search_entry (kind, record_id, happened, title) "
    "VALUES ('article', NEW.id, NEW.event_date, NEW.title); "
    "INSERT INTO search_text (rowid, title, body) "
    "VALUES ((SELECT id FROM search_entry WHERE record_id = NEW.id), fold(NEW.title), ''); END",
    "CREATE TRIGGER article_reworded AFTER INSERT ON revision BEGIN "
    "UPDATE search_entry SET title = NEW.title WHERE record_id = NEW.article_id; "
    "UPDATE search_text SET title = fold(NEW.title), body = fold(NEW.lead || ' ' || NEW.body) "
    "WHERE rowid = (SELECT id FROM search_entry WHERE record_id = NEW.article_id); END",
    "CREATE TRIGGER article_moved AFTER UPDATE OF event_date ON article BEGIN "
    "UPDATE search_entry SET happened = NEW.event_date WHERE record_id = NEW.id; END",
    _forgotten("article"),
]

SEARCH_TRIGGERS = [
    *ARTICLE_TRIGGERS,
    *(trigger for source in SOURCES for trigger in _triggers_for(source)),
]
