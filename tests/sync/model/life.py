"""What may happen in a school with several PCs, at random, and what nobody may ever lose by it.

The model knows nothing of events: it remembers which words a person saw when writing others over them. Words that
nobody has seen and replaced must be found again, shown or in a conflict, on every PC.
"""

from __future__ import annotations

import itertools
import random
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from db import database, rows
from db.journal import together
from db.models import (
    Album,
    AlbumPicture,
    Article,
    Comment,
    MediaAsset,
    MonthLedger,
    OpinionItem,
    Person,
    Plan,
    TrashEntry,
    Usage,
)
from db.opening import copy_database
from desktop_app.core import articles
from desktop_app.core.articles import ArticleText
from desktop_app.core.sync import conflicts, removals
from desktop_app.core.sync.rounds import SyncOutcome
from desktop_app.core.sync.store import Store
from tests.sync.model.pcs import Pc, school_of

Place = tuple[str, str, str]
"""Table, record, field."""

FIELDS: dict[Any, tuple[str, ...]] = {
    Person: ("name", "post"),
    Article: ("subjects", "title", "state_reason"),
    MediaAsset: ("caption", "credit"),
    OpinionItem: ("summary", "outcome"),
    Album: ("title", "note"),
    MonthLedger: ("exempt_reason", "closed_by"),
}


class Life:
    """Some PCs of one school and all that was ever written on them."""

    def __init__(self, seed: int, folder: Path, store: Store, pcs: int = 3, *, bad_line: bool = False) -> None:
        self.random = random.Random(seed)
        self.store = store
        self.bad_line = bad_line
        self.pcs = school_of(pcs, folder, store)
        self.folder = folder
        self.written: dict[Place, set[str]] = defaultdict(set)
        self.replaced: dict[Place, set[str]] = defaultdict(set)
        self._names: dict[str, str] = {}
        self._words = (f"lời {number}" for number in itertools.count())
        self._plan = self._first_plan()

    def _first_plan(self) -> str:
        with self.pcs[0].at():
            year = {"period_start": "2024-01-01", "period_end": "2024-12-31", "quota_from": "2024-01"}
            plan = Plan.create(title="Kế hoạch", **year)
        for pc in self.pcs:
            pc.sync(self.store)
        return str(plan.id)

    # ------------------------------------------------------------ one thing happens

    def step(self) -> None:
        pc = self.random.choice(self.pcs)
        act = self.random.choices(list(ACTS), list(ACTS.values()))[0]
        with pc.at():
            act(self, pc)

    def create(self, pc: Pc) -> None:
        model = self.random.choice(list(FIELDS))
        words = {field: next(self._words) for field in FIELDS[model] if self.random.random() < 0.7}
        facts = self._facts(model)
        if facts is not None:
            record = model.create(**{**facts, **words})
            self._names[str(record.id)] = str(facts.get("sha256") or facts.get("month") or record.id)
            for field, word in words.items():
                self._wrote(model, str(record.id), field, word, None)

    def _facts(self, model: Any) -> dict[str, Any] | None:
        """What a new record needs beside its words; None where there is one already."""
        if model is MediaAsset:
            sha = f"{self.random.randrange(12):064x}"
            taken = {"sha256": sha, "original_path": sha, "original_name": "a", "bytes": 1}
            return None if MediaAsset.get_or_none(MediaAsset.sha256 == sha) else taken
        if model is MonthLedger:
            month = f"2024-{self.random.randrange(1, 13):02d}"
            return None if MonthLedger.get_or_none(MonthLedger.month == month) else {"plan": self._plan, "month": month}
        if model is OpinionItem:
            return {"source_group": "citizens", "original_text": "x", "duplicate_of": self._any(OpinionItem)}
        return {"name": ""} if model is Person else {"title": ""}

    def write(self, pc: Pc) -> None:
        model = self.random.choice(list(FIELDS))
        record = self._any(model)
        if record is not None:
            field = self.random.choice(FIELDS[model])
            word = next(self._words)
            self._wrote(model, record, field, word, getattr(model.get_by_id(record), field))
            model.update({field: word}).where(model.id == record).execute()

    def save_text(self, pc: Pc) -> None:
        article = self._any(Article)
        if article and Article.get_by_id(article).deleted_at is None:
            before = articles.article_of(article).title
            word = next(self._words)
            articles.save_article(article, ArticleText(word, "", word))
            self._wrote(Article, article, "title", word, before)

    def hang_on(self, pc: Pc) -> None:
        article, asset, album = self._any(Article), self._any(MediaAsset), self._any(Album)
        if article:
            Comment.create(article=article, text="x")
        if article and asset:
            Usage.create(article=article, asset=asset)
        if album and asset and not AlbumPicture.get_or_none(AlbumPicture.album == album, AlbumPicture.asset == asset):
            AlbumPicture.create(album=album, asset=asset)

    def take_off(self, pc: Pc) -> None:
        for model in (Comment, Usage, AlbumPicture):
            part = self._any(model)
            if part:
                model.delete().where(model.id == part).execute()

    def put_away(self, pc: Pc) -> None:
        article = self._any(Article)
        if article:
            Article.update(deleted_at=TrashEntry.create(table="article", record_id=article).at).where(
                Article.id == article
            ).execute()

    def take_back(self, pc: Pc) -> None:
        entry = self._any(TrashEntry)
        if entry:
            Article.update(deleted_at=None).where(Article.id == TrashEntry.get_by_id(entry).record_id).execute()
            TrashEntry.delete().where(TrashEntry.id == entry).execute()

    def delete(self, pc: Pc) -> None:
        model = self.random.choice([Person, Article, MediaAsset, OpinionItem, Album, MonthLedger])
        record = self._any(model)
        if record and not (model is MediaAsset and self._is_used(record)):
            self._saw_all(str(model._meta.table_name), record)
            model.delete().where(model.id == record).execute()

    def _is_used(self, asset: str) -> bool:
        return any(model.get_or_none(model.asset == asset) for model in (Usage, AlbumPicture))

    def choose(self, pc: Pc) -> None:
        found = [conflict for conflict in conflicts.conflicts() if conflict.fields or conflict.still_used]
        if not found:
            return
        conflict = self.random.choice(found)
        self._settle(conflict)

    def _settle(self, conflict: conflicts.Conflict) -> None:
        if not conflict.fields:
            conflicts.settle(conflict.table, conflict.row, "deleted_at", "", by_name="A")
            return
        disputed = self.random.choice(conflict.fields)
        side = self.random.choice(disputed.sides)
        if side.value == "gone":
            self._saw_all(conflict.table, conflict.row)
        group = together(conflict.table, disputed.field)
        for part in conflict.fields:
            if part.field in group:
                seen = {str(other.value) for other in part.sides}
                self.replaced[self._place(conflict.table, conflict.row, part.field)] |= seen
        conflicts.settle(conflict.table, conflict.row, disputed.field, side.event, by_name="A")
        shown = rows.read(conflict.table, conflict.row) or {}
        for field in group:
            self.replaced[self._place(conflict.table, conflict.row, field)].discard(str(shown.get(field)))

    def sync(self, pc: Pc) -> None:
        outcome = pc.sync(self.store)
        assert self.bad_line or outcome.problem is None, outcome
        if outcome.braked:
            self.random.choice([removals.let_them_go, removals.have_them_back])(by_name="A")

    def restore(self, pc: Pc) -> None:
        """The file of an earlier day is put back over today's, which had been sent."""
        if self.bad_line:
            return  # what was not sent yet would be lost, and rightly so
        backup = self.folder / f"{pc.name}.backup"
        if backup.exists() and self.random.random() < 0.5:
            self.sync(pc)
            self.sync(pc)
            pc.close()
            for end in ("", "-wal", "-shm"):
                pc.home.database_file.with_name(pc.home.database_file.name + end).unlink(missing_ok=True)
            shutil.copy(backup, pc.home.database_file)
            backup.unlink()
            pc.reopen()
        else:
            copy_database(database.connection(), backup)

    # ------------------------------------------------------------ what the model remembers

    def _any(self, model: Any) -> str | None:
        ids: list[str] = [str(row.id) for row in model.select(model.id).order_by(model.id)]
        return self.random.choice(ids) if ids else None

    def _place(self, table: str, row: str, field: str) -> Place:
        """Photos with the same bytes and pages of the same month are one thing, whatever their ids."""
        return table, self._names.get(row, row), field

    def _wrote(self, model: Any, row: str, field: str, word: str, saw: str | None) -> None:
        place = self._place(str(model._meta.table_name), row, field)
        self.written[place].add(word)
        if saw:
            self.replaced[place].add(saw)

    def _saw_all(self, table: str, row: str) -> None:
        """Whoever deletes a record has seen it, and what was in dispute about it."""
        shown = rows.read(table, row) or {}
        for field, value in shown.items():
            self.replaced[self._place(table, row, field)].add(str(value))
        for conflict in conflicts.conflicts():
            if (conflict.table, conflict.row) == (table, row):
                for disputed in conflict.fields:
                    seen = {str(side.value) for side in disputed.sides}
                    self.replaced[self._place(table, row, disputed.field)] |= seen

    # ------------------------------------------------------------ what must hold

    def rest(self) -> None:
        """Let everything arrive everywhere; half a segment that a broken line left is then whole again."""
        for _round in range(12):
            outcomes = [self._settled(pc) for pc in self.pcs]
            if not any(outcome.sent or outcome.received or outcome.braked for outcome in outcomes):
                assert not any(outcome.quarantined for outcome in outcomes), outcomes
                return
        raise AssertionError("they never come to rest")

    def _settled(self, pc: Pc) -> SyncOutcome:
        outcome = pc.sync(self.store)
        assert outcome.problem is None, outcome
        if outcome.braked:
            with pc.at():
                removals.let_them_go(by_name="A")
        return outcome

    def check(self) -> None:
        """Every PC shows the same, and no words are missing that nobody replaced."""
        shown = [pc.records() for pc in self.pcs]
        for other in shown[1:]:
            assert shown[0] == other, differences(shown[0], other)
        disputed = [self._disputed(pc) for pc in self.pcs]
        assert all(other == disputed[0] for other in disputed[1:])
        with self.pcs[0].at():
            found = self._found(shown[0])
            found |= {(place, value) for place, value in disputed[0]}
        for place, words in self.written.items():
            missing = {word for word in words - self.replaced[place] if (place, word) not in found}
            assert not missing, (place, missing)

    def _found(self, shown: dict[tuple[str, str], dict[str, Any]]) -> set[tuple[Place, str]]:
        return {
            (self._place(table, row, field), str(value))
            for (table, row), values in shown.items()
            for field, value in values.items()
        }

    def _disputed(self, pc: Pc) -> set[tuple[Place, str]]:
        with pc.at():
            return {
                (self._place(conflict.table, conflict.row, field.field), str(side.value))
                for conflict in conflicts.conflicts()
                for field in conflict.fields
                for side in field.sides
            }

    def close(self) -> None:
        for pc in self.pcs:
            pc.close()


def differences(one: dict[Any, dict[str, Any]], other: dict[Any, dict[str, Any]]) -> list[Any]:
    """Where two PCs show different things."""
    found: list[Any] = [(row, "only there") for row in one.keys() ^ other.keys()]
    for row in one.keys() & other.keys():
        found += [
            (row, field, value, other[row][field]) for field, value in one[row].items() if other[row][field] != value
        ]
    return found


ACTS: dict[Callable[[Life, Pc], None], int] = {
    Life.create: 16,
    Life.write: 30,
    Life.save_text: 6,
    Life.hang_on: 8,
    Life.take_off: 3,
    Life.put_away: 3,
    Life.take_back: 2,
    Life.delete: 5,
    Life.choose: 4,
    Life.sync: 20,
    Life.restore: 2,
}
