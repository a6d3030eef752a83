"""“Check the server” says of a good store that it is one, and of others at which step they fail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.sync.errors import NotAllowed, StoreMissing
from desktop_app.core.sync.probe import (
    STEPS,
    AnswersToAnything,
    ClocksApart,
    NotKept,
    NotListed,
    NotTakenAway,
    probe,
)
from desktop_app.core.sync.store import Entry, Store
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.core.sync.stores.s3 import BucketStore
from tests.sync.servers import SeaweedServer


def test_a_good_store_passes_every_step_and_keeps_nothing(store: Store) -> None:
    found = probe(store, Progress())
    assert [finding.trouble for finding in found.findings] == [None] * len(STEPS)
    assert found.fit
    assert found.skew is not None
    assert abs(found.skew) < timedelta(seconds=5)
    assert list(store.list("")) == []


def test_a_wrong_clock_is_spoken_of_but_stops_nothing(store: Store) -> None:
    found = probe(store, Progress(), lambda: datetime.now(UTC) - timedelta(days=400))
    assert found.fit
    assert isinstance(found.findings[-1].trouble, ClocksApart)
    assert found.skew is not None
    assert found.skew < timedelta(days=-399)


class AnswersAll(FolderStore):
    def get(self, key: str, start: int = 0) -> bytes:
        try:
            return super().get(key, start)
        except StoreMissing:
            return b""


class Forgets(FolderStore):
    def put(self, key: str, content: bytes) -> None:
        super().put(key, content[:-1] + bytes([content[-1] ^ 1]))


class ListsNothing(FolderStore):
    def list(self, prefix: str, after: str = "") -> Iterator[Entry]:
        return iter(())


class KnowsNoMiddle(FolderStore):
    def get(self, key: str, start: int = 0) -> bytes:
        return super().get(key)


class KeepsTheFirst(FolderStore):
    def put(self, key: str, content: bytes) -> None:
        if not any(self.list(key)):
            super().put(key, content)


class KeepsAll(FolderStore):
    def delete(self, key: str) -> None:
        """Nothing goes away."""


@pytest.mark.parametrize(
    ("odd", "step", "trouble"),
    [
        (AnswersAll, 0, AnswersToAnything),
        (ListsNothing, 2, NotListed),
        (Forgets, 3, NotKept),
        (KnowsNoMiddle, 4, NotKept),
        (KeepsTheFirst, 5, NotKept),
        (KeepsAll, 6, NotTakenAway),
    ],
)
def test_an_odd_store_fails_at_its_step(
    odd: type[FolderStore], step: int, trouble: type[Exception], folder_store: FolderStore
) -> None:
    found = probe(odd(folder_store.root), Progress())
    assert not found.fit
    assert len(found.findings) == step + 1
    assert isinstance(found.findings[-1].trouble, trouble)
    left = [path for path in folder_store.root.rglob("*") if path.is_file()]
    assert len(left) == (odd is KeepsAll), "what was put there is taken away wherever the trying ended"


def test_who_may_only_read_learns_it_at_the_second_step(seaweed: SeaweedServer) -> None:
    found = probe(BucketStore("loa", "read", seaweed.endpoint, "reader", "reads"), Progress())
    assert [type(finding.trouble) for finding in found.findings] == [type(None), NotAllowed]


def test_it_stops_when_someone_asks(folder_store: FolderStore) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        probe(folder_store, progress)
