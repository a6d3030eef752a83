"""What can be found, kept by the file itself: each record's words follow it into ``search_words`` and the index."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """A table that can be found: which columns are the title and the text, its day, what is opened for it."""

    kind: str
    table: str
    title: str
    body: tuple[str, ...]
    when: str
    of_id: str = "id"


SOURCES = (
    Source("media", "media_asset", "caption", ("activity", "credit", "original_name"), "taken_at"),
    Source("topic", "topic", "title", ("code",), "window_end"),
    Source("plan", "topic_item", "text", (), "created_at", "topic_id"),
    Source("plan", "plan_clause", "text", ("heading",), "created_at"),
    Source("opinion", "opinion_item", "original_text", ("summary", "outcome"), "received_at"),
    Source("contact", "press_contact", "agency", ("person", "phone", "email"), "created_at"),
    Source("comment", "comment", "text", ("by_name",), "at", "article_id"),
)


def _entry(record: str) -> str:
    return f"(SELECT id FROM search_entry WHERE record_id = {record})"


def _triggers_for(source: Source) -> list[str]:
    body = " || char(10) || ".join(f"coalesce(NEW.{column}, '')" for column in source.body) or "''"
    columns = ", ".join((source.title, *source.body))
    return [
        f"CREATE TRIGGER {source.table}_found AFTER INSERT ON {source.table} BEGIN "
        f"{_born(source.kind, f'NEW.{source.when}', f'NEW.{source.title}', f'NEW.{source.of_id}')} "
        f"INSERT INTO search_words VALUES ({_entry('NEW.id')}, NEW.{source.title}, {body}); END",
        f"CREATE TRIGGER {source.table}_reworded AFTER UPDATE OF {columns}, {source.when} ON {source.table} BEGIN "
        f"UPDATE search_entry SET title = NEW.{source.title}, happened = NEW.{source.when} WHERE record_id = NEW.id; "
        f"UPDATE search_words SET title = NEW.{source.title}, body = {body} WHERE id = {_entry('NEW.id')}; END",
        _put_away(source.table),
        _forgotten(source.table),
    ]


def _born(kind: str, when: str, title: str, of_id: str) -> str:
    return (
        "INSERT INTO search_entry (kind, record_id, happened, title, of_id, trashed) "
        f"VALUES ('{kind}', NEW.id, {when}, {title}, {of_id}, NEW.deleted_at IS NOT NULL);"
    )


def _put_away(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_put_away AFTER UPDATE OF deleted_at ON {table} BEGIN "
        "UPDATE search_entry SET trashed = NEW.deleted_at IS NOT NULL WHERE record_id = NEW.id; END"
    )


def _forgotten(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_forgotten AFTER DELETE ON {table} BEGIN "
        f"DELETE FROM search_words WHERE id = {_entry('OLD.id')}; "
        "DELETE FROM search_entry WHERE record_id = OLD.id; END"
    )


def _article_words(article: str) -> str:
    """Refresh an article's words: its newest text, its authors, its topic."""
    authors = f"(SELECT group_concat(name, ', ') FROM article_author WHERE article_id = {article})"
    topic = f"(SELECT topic.title FROM article JOIN topic ON topic.id = topic_id WHERE article.id = {article})"
    return (
        "UPDATE search_words SET (title, body) = (SELECT title, lead || char(10) || body "
        f"|| char(10) || coalesce({authors}, '') || char(10) || coalesce({topic}, '') "
        f"FROM revision WHERE article_id = {article} ORDER BY number DESC LIMIT 1) "
        f"WHERE id = {_entry(article)} AND EXISTS (SELECT 1 FROM revision WHERE article_id = {article});"
    )


# An article's words lie in its revisions: its entry is born with the article and follows each new revision.
ARTICLE_TRIGGERS = [
    f"CREATE TRIGGER article_found AFTER INSERT ON article BEGIN "
    f"{_born('article', 'NEW.event_date', 'NEW.title', 'NEW.id')} "
    f"INSERT INTO search_words VALUES ({_entry('NEW.id')}, NEW.title, ''); END",
    "CREATE TRIGGER article_reworded AFTER INSERT ON revision BEGIN "
    "UPDATE search_entry SET title = NEW.title WHERE record_id = NEW.article_id; "
    f"{_article_words('NEW.article_id')} END",
    "CREATE TRIGGER article_moved AFTER UPDATE OF event_date ON article BEGIN "
    "UPDATE search_entry SET happened = NEW.event_date WHERE record_id = NEW.id; END",
    f"CREATE TRIGGER article_of_topic AFTER UPDATE OF topic_id ON article BEGIN {_article_words('NEW.id')} END",
    *(
        f"CREATE TRIGGER article_author_{act.lower()} AFTER {act} ON article_author "
        f"BEGIN {_article_words(f'{row}.article_id')} END"
        for act, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
    ),
    _put_away("article"),
    _forgotten("article"),
]

# The index holds no text of its own: what it forgets is told to it in the words it once learned.
_LEARN = "INSERT INTO search_text (rowid, title, body) VALUES (NEW.id, fold(NEW.title), fold(NEW.body));"
_FORGET = (
    "INSERT INTO search_text (search_text, rowid, title, body) "
    "VALUES ('delete', OLD.id, fold(OLD.title), fold(OLD.body));"
)
INDEX_TRIGGERS = [
    f"CREATE TRIGGER search_words_learned AFTER INSERT ON search_words BEGIN {_LEARN} END",
    "CREATE TRIGGER search_words_relearned AFTER UPDATE ON search_words "
    f"WHEN NEW.title IS NOT OLD.title OR NEW.body IS NOT OLD.body BEGIN {_FORGET} {_LEARN} END",
    f"CREATE TRIGGER search_words_forgotten AFTER DELETE ON search_words BEGIN {_FORGET} END",
]

SEARCH_TRIGGERS = [
    *INDEX_TRIGGERS,
    *ARTICLE_TRIGGERS,
    *(trigger for source in SOURCES for trigger in _triggers_for(source)),
]
