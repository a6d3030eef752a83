"""A bundle taken back from a store: what only it had there goes, its list last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from db.models import MediaAsset
from desktop_app.core.sync import bundle_list, file_list
from desktop_app.core.sync.bundle_list import BundleName
from desktop_app.core.sync.errors import StoreMissing
from desktop_app.core.sync.file_list import list_key, piece_key
from desktop_app.core.sync.ledger import Ledger
from desktop_app.core.sync.media_files import papers
from desktop_app.core.sync.store import Store


def take_back(store: Store, name: BundleName, there: Iterable[BundleName], ledger: Ledger, *, pieces: bool) -> None:
    """Delete a bundle that was replaced or withdrawn; broken off, it goes on next time, since its list goes last.

    With ``pieces`` its files go too, but for those that another bundle ``there`` or the school's records name.
    """
    if pieces:
        others = {sha256 for other in there if other != name for sha256 in _named(store, other)}
        for sha256 in _named(store, name) - others - _records():
            _take_file(store, name.school, sha256, ledger, others)
    store.delete(name.key)


def _named(store: Store, name: BundleName) -> set[str]:
    """The files of a bundle; of a list that nobody can read, none."""
    try:
        return {file.sha256 for file in bundle_list.read(name, store.get(name.key)).files}
    except (StoreMissing, ValueError):
        return set()


def _records() -> set[str]:
    """What is in the store for the school's other PCs."""
    return papers() | {asset.sha256 for asset in MediaAsset.select(MediaAsset.sha256)}


def _take_file(store: Store, school: str, sha256: str, ledger: Ledger, others: Iterable[str]) -> None:
    found = set(_pieces(store, school, sha256)) | {piece.sha256 for piece in ledger.pieces(sha256)}
    if len(found) > 1:  # a larger file may begin like another, as a video that was exported anew does
        found -= {piece for other in others for piece in _pieces(store, school, other)}
    store.delete(list_key(school, sha256))
    for piece in sorted(found):
        store.delete(piece_key(school, piece))
    ledger.forget(sha256)


def _pieces(store: Store, school: str, sha256: str) -> Iterator[str]:
    try:
        yield from (piece.sha256 for piece in file_list.read(store.get(list_key(school, sha256))).pieces)
    except (StoreMissing, ValueError):
        return
