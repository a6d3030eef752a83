"""A search in 100,000 articles, words typed without accents, against LIKE on a folded column.

The first page, the newest fifty, is what the window shows before anything is counted; then both count all there is.
A query counts only if both sides agree. The 95th of 100 is compared: where a word is everywhere, LIKE is soon done too.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Sequence
from statistics import median

from benchmarks.archive import write_articles
from benchmarks.measuring import Row, show, workplace
from db import database, search
from db.text import fold
from desktop_app.core.home import Home

ARTICLES = 100_000
QUERIES = 200

Answer = list[object]
"""Ids of what was found, the newest first, and perhaps how many there are."""


def main() -> None:
    with workplace() as work, Home(work / "home").opened():
        write_articles(ARTICLES)
        write_plain()
        asked_for, against = queries(), "LIKE on a folded column"
        ours, theirs = asked_in_turn(asked_for, first_page, plain_page)
        path = f"first page of a search in {ARTICLES:,} articles, 95 of 100 queries within"
        show(Row(path, against, p95(ours), p95(theirs), most=0.05, limit=0.010))
        ours, theirs = asked_in_turn(asked_for, counted, plain_counted)
        show(Row("the same with everything counted, middle", against, median(ours), median(theirs)))


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


def asked_in_turn(
    questions: Sequence[str], find: Callable[[str], Answer], find_plain: Callable[[str], Answer]
) -> tuple[list[float], list[float]]:
    """Seconds of every query on both sides. A fast wrong answer is no answer."""
    ours, theirs = [], []
    for question in [*questions[:5], *questions]:
        found, mine = asked(find, question)
        found_plain, others = asked(find_plain, question)
        assert found == found_plain, question
        ours.append(mine)
        theirs.append(others)
    return ours[5:], theirs[5:]  # the first ones warmed up


def asked(find: Callable[[str], Answer], question: str) -> tuple[Answer, float]:
    began = time.perf_counter()
    found = find(question)
    return found, time.perf_counter() - began


def first_page(text: str) -> Answer:
    """The newest fifty of ours."""
    return [hit.id for hit in search.first_page(text)]


def counted(text: str) -> Answer:
    """The same, and how many there are in all."""
    return [*first_page(text), search.totals(text).total]


def plain_page(text: str) -> Answer:
    """What a program without an index does."""
    where, words = _like(text)
    question = f"SELECT id FROM plain WHERE {where} ORDER BY rowid DESC LIMIT {search.PAGE}"
    return [row[0] for row in database.execute_sql(question, words).fetchall()]


def plain_counted(text: str) -> Answer:
    """The same, and how many there are in all."""
    where, words = _like(text)
    total = database.execute_sql(f"SELECT count(*) FROM plain WHERE {where}", words).fetchone()[0]
    return [*plain_page(text), total]


def _like(text: str) -> tuple[str, list[str]]:
    words = [f"% {word}%" for word in text.split()]
    return " AND ".join("folded LIKE ?" for _ in words), words


def p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1]


if __name__ == "__main__":
    main()
