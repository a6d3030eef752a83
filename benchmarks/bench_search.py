"""A search in 100,000 articles, words typed without accents, against LIKE on a folded column.

Both count all that is found and fetch the newest fifty from the same file; a query counts only if both agree. The
first page alone, which the window shows before anything is counted, is timed by itself.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from functools import partial

from benchmarks.archive import write_articles
from benchmarks.measuring import Row, clocked, show, workplace
from db import database
from db.search import PAGE, Found, Hit, first_page, search
from db.text import fold
from desktop_app.core.home import Home

ARTICLES = 100_000
QUERIES = 200


def main() -> None:
    with workplace() as work, Home(work / "home").opened():
        write_articles(ARTICLES)
        write_plain()
        ours, theirs = asked_in_turn(queries())
        against = "LIKE on a folded column"
        path = f"search in {ARTICLES:,} articles, middle of {QUERIES} queries"
        show(Row(path, against, statistics.median(ours), statistics.median(theirs), most=0.05))
        firsts = first_pages(queries())
        show(
            Row(
                "its first page, 95 of 100 queries within",
                f"{against}, counting too",
                p95(firsts),
                p95(theirs),
                limit=0.010,
            )
        )


def write_plain() -> None:
    """The peer's table: the same words folded into one column, in the same order."""
    database.execute_sql("CREATE TABLE plain (id TEXT, title TEXT, happened TEXT, folded TEXT)")
    with database.atomic():
        database.execute_sql(
            "INSERT INTO plain SELECT article.id, article.title, event_date, "
            "' ' || fold(revision.title || ' ' || lead || ' ' || body) "
            "FROM article JOIN revision ON revision.id = head_revision_id ORDER BY article.id"
        )


def queries() -> list[str]:
    """What clerks type: one word of a headline, or two or three that stand together in one."""
    chance = random.Random(7)
    titles = [row[0].split() for row in database.execute_sql("SELECT title FROM article ORDER BY id")]
    return [_some_words(chance, chance.choice(titles), 1 + number % 3) for number in range(QUERIES)]


def _some_words(chance: random.Random, title: list[str], count: int) -> str:
    start = chance.randrange(len(title) - count)
    return fold(" ".join(title[start : start + count]))


def asked_in_turn(questions: list[str]) -> tuple[list[float], list[float]]:
    """Seconds of every query on both sides. A fast wrong answer is no answer."""
    ours, theirs = [], []
    for question in questions[:5] + questions:
        found, mine = asked(search, question)
        found_plain, others = asked(search_plain, question)
        assert ids(found) == ids(found_plain), question
        ours.append(mine)
        theirs.append(others)
    return ours[5:], theirs[5:]  # the first ones warmed up


def first_pages(questions: list[str]) -> list[float]:
    """Seconds until the first page of every query is there."""
    return [clocked(partial(first_page, question)) for question in questions[:5] + questions][5:]


def asked(find: Callable[[str], Found], question: str) -> tuple[Found, float]:
    began = time.perf_counter()
    found = find(question)
    return found, time.perf_counter() - began


def search_plain(text: str) -> Found:
    """What a program without an index does."""
    words = [f"% {word}%" for word in text.split()]
    where = " AND ".join("folded LIKE ?" for _ in words)
    total = database.execute_sql(f"SELECT count(*) FROM plain WHERE {where}", words).fetchone()[0]
    rows = database.execute_sql(
        f"SELECT 'article', id, title, happened FROM plain WHERE {where} ORDER BY rowid DESC LIMIT ?", (*words, PAGE)
    )
    return Found(total, [Hit(*row) for row in rows.fetchall()])


def ids(found: Found) -> tuple[int, list[str]]:
    """How many, and which come first."""
    return found.total, [hit.id for hit in found.hits]


def p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1]


if __name__ == "__main__":
    main()
