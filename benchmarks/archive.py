"""An archive as large as one likes, made on the spot through the real tables with all their rules."""

from __future__ import annotations

import hashlib
import os
import random
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from db import database
from db.ids import new_id
from db.models import Article, MediaAsset, Revision
from db.models.record import Table
from desktop_app.core.home import Home
from desktop_app.core.media.renditions import rendition_place
from desktop_app.core.paths import ASSETS

TITLE_WORDS, BODY_WORDS, RUN = 10, 50, 5
BEGINNINGS = [
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "h",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "nh",
    "ph",
    "qu",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
]
MIDDLES = [
    "a",
    "á",
    "ă",
    "ắ",
    "â",
    "ấ",
    "e",
    "é",
    "ê",
    "ế",
    "i",
    "í",
    "o",
    "ó",
    "ô",
    "ộ",
    "ơ",
    "ớ",
    "u",
    "ú",
    "ư",
    "ứ",
    "ia",
    "iê",
    "oa",
    "uô",
    "ươ",
]
ENDS = ("", "c", "ch", "i", "m", "n", "ng", "nh", "p", "t", "u")
FIRST_DAY = date(2015, 9, 5)

Values = dict[str, object]


def write_articles(count: int, *, with_words: bool = True) -> None:
    """``count`` articles, each with a revision if ``with_words``, through tables and triggers; records must be open."""
    chance, words = random.Random(2024), school_words()
    pairs = [_article(number, count, chance, words) for number in range(count)]
    with database.atomic():
        _insert(Article, (article for article, _revision in pairs))
        if with_words:
            _insert(Revision, (revision for _article, revision in pairs))


def _article(number: int, count: int, chance: random.Random, words: Sequence[str]) -> tuple[Values, Values]:
    article_id, revision_id = new_id(), new_id()
    title, body = phrases(chance, words, TITLE_WORDS), phrases(chance, words, BODY_WORDS)
    day = FIRST_DAY + timedelta(days=3000 * number // count)
    article: Values = {"id": article_id, "title": title, "event_date": day.isoformat(), "head_revision_id": revision_id}
    texts = {"title": title, "lead": "", "body": body, "sha256": revision_id}
    return article, {"id": revision_id, "article": article_id, "number": 1, **texts}


def _insert(model: type[Table], rows: Iterable[Values]) -> None:
    """What ``model.insert_many`` writes, three times as fast: the model says once what a row without facts holds."""
    fields = model._meta.sorted_fields
    plain = {name: value() if callable(value) else value for name, value in model._meta.get_default_dict().items()}
    columns, places = ", ".join(f'"{field.column_name}"' for field in fields), ", ".join("?" for _ in fields)
    statement = f"INSERT INTO {model._meta.table_name} ({columns}) VALUES ({places})"
    usual = {field.name: field.db_value(plain.get(field.name)) for field in fields}
    filled = ([{**usual, **row}[field.name] for field in fields] for row in rows)
    database.connection().executemany(statement, filled)


def school_words() -> list[str]:
    """The running words of the plan, the sample school and the decree's papers, in their order."""
    files = sorted((ASSETS / "templates").glob("*.toml"))
    text = " ".join(_texts_in([tomllib.loads(file.read_text(encoding="utf-8")) for file in files]))
    return [word for word in text.split() if word.isalpha()]


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts_in(list(value.values()))
    elif isinstance(value, list):
        for each in value:
            yield from _texts_in(each)


def phrases(chance: random.Random, words: Sequence[str], length: int) -> str:
    """``length`` words in runs of five that stand together in a school's papers; each fifth run tells of one day."""
    runs = [_run(chance, words) if chance.random() < 0.8 else _names(chance) for _ in range(length // RUN)]
    return " ".join(runs)


def _run(chance: random.Random, words: Sequence[str]) -> str:
    start = chance.randrange(len(words) - RUN)
    return " ".join(words[start : start + RUN])


def _names(chance: random.Random) -> str:
    """People, villages, things: syllables as Vietnamese builds them."""
    return " ".join(chance.choice(BEGINNINGS) + chance.choice(MIDDLES) + chance.choice(ENDS) for _ in range(RUN))


def write_media(home: Home, count: int, renditions: Mapping[int, Sequence[Path]]) -> None:
    """``count`` photos as rows; their ``renditions`` (by size) are few files under many names."""
    with database.atomic():
        _insert(MediaAsset, (_photo(home, number, renditions) for number in range(count)))


def _photo(home: Home, number: int, renditions: Mapping[int, Sequence[Path]]) -> Values:
    sha256 = hashlib.sha256(str(number).encode()).hexdigest()
    for size, files in renditions.items():
        place = rendition_place(home, sha256, size)
        place.parent.mkdir(parents=True, exist_ok=True)
        os.link(files[number % len(files)], place)
    return {
        "id": new_id(),
        "sha256": sha256,
        "original_path": f"media/{sha256[:2]}/{sha256[2:4]}/{sha256}.jpg",
        "original_name": f"DSC_{number:05d}.jpg",
        "bytes": 4_000_000,
        "taken_at": f"{FIRST_DAY + timedelta(days=number // 4)}T08:00:00",
        "caption": f"{number}",
        "people": "none",
        "quality": "{}",
    }
