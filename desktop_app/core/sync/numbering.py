"""Numbers that several PCs gave at once: an article's texts are counted anew, of two open reviews the newer is open."""

from __future__ import annotations

from typing import Any

from db import database, rows
from desktop_app.core.sync.knowledge import Knowledge, Row

FAR = 1_000_000
"""Numbers on the way to their place step aside by so much: no two texts may have one number even for a moment."""


def shown_values(row: Row, values: dict[str, Any]) -> dict[str, Any]:
    """The values with which a record may enter its table."""
    if row[0] == "revision":
        return {**values, "number": _number_now(row, values)}
    if row[0] == "review":
        return {**values, "closed_at": _closed(row, values)}
    return values


def settle(knowledge: Knowledge, row: Row) -> None:
    """Bring the record's neighbours in line with it."""
    if row[0] == "revision":
        count_anew(knowledge, article_of(row))
    if row[0] == "review":
        _one_open(knowledge, row)


# ---------------------------------------------------------------- texts of an article


def _number_now(row: Row, values: dict[str, Any]) -> int:
    found = database.execute_sql("SELECT number FROM revision WHERE id = ?", (row[1],)).fetchone()
    if found:
        return int(found[0])
    taken = "SELECT 1 FROM revision WHERE article_id = ? AND number = ?"
    number = int(values["number"])
    free = database.execute_sql(taken, (values["article_id"], number)).fetchone() is None
    return number if free else FAR + _last(values["article_id"])


def _last(article: str) -> int:
    return int(
        database.execute_sql(
            "SELECT coalesce(max(number), 0) FROM revision WHERE article_id = ?", (article,)
        ).fetchone()[0]
    )


def article_of(row: Row) -> str:
    """The article a text belongs to; "" for any other record."""
    if row[0] != "revision":
        return ""
    return str(database.execute_sql("SELECT article_id FROM revision WHERE id = ?", (row[1],)).fetchone()[0])


def count_anew(knowledge: Knowledge, article: str) -> None:
    """1, 2, 3 … as they were written: the same on every PC, and the next number is free."""
    if not article:
        return
    found = database.execute_sql("SELECT id, number FROM revision WHERE article_id = ?", (article,)).fetchall()
    told = sorted((_told(knowledge, str(id_)), int(number)) for id_, number in found)
    moves = [(id_, place) for place, ((_lamport, id_), number) in enumerate(told, start=1) if number != place]
    for id_, place in moves:
        database.execute_sql("UPDATE revision SET number = ? WHERE id = ?", (2 * FAR + place, id_))
    for id_, place in moves:
        database.execute_sql("UPDATE revision SET number = ? WHERE id = ?", (place, id_))


def _told(knowledge: Knowledge, id_: str) -> tuple[int, str]:
    """When a text was written, by what its PC had heard: after every text its author could see."""
    return knowledge.shown(("revision", id_), "number").lamport, id_


# ---------------------------------------------------------------- reviews


def _closed(row: Row, values: dict[str, Any]) -> Any:
    """Closed for now if another one is open: ``settle`` says which may be."""
    if values.get("closed_at") is not None:
        return values["closed_at"]
    open_ = database.execute_sql(
        "SELECT 1 FROM review WHERE article_id = ? AND closed_at IS NULL AND id <> ?", (values["article_id"], row[1])
    ).fetchone()
    return values["opened_at"] if open_ else None


def _one_open(knowledge: Knowledge, row: Row) -> None:
    article = database.execute_sql("SELECT article_id FROM review WHERE id = ?", (row[1],)).fetchone()[0]
    found = database.execute_sql(
        "SELECT id, opened_at, closed_at FROM review WHERE article_id = ? ORDER BY id DESC", (article,)
    ).fetchall()
    wanted, newest = [], ""
    for id_, opened, closed in found:
        own = _own_closing(knowledge, str(id_), closed)
        wanted.append((str(id_), own if own is not None or not newest else newest))
        newest = newest or ("" if own is not None else str(opened))
    for id_, closed in sorted(wanted, key=lambda review: review[1] is None):
        rows.write("review", id_, {"closed_at": closed})


def _own_closing(knowledge: Knowledge, id_: str, closed: Any) -> Any:
    own = ("review", id_)
    return knowledge.shown(own, "closed_at").value("closed_at") if knowledge.has(own) else closed
