"""A school's bundle opened from the store by the office: only what is whole, and only as far as it can be proved."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.bundle.errors import TargetFull
from desktop_app.core.bundle.index_page import BEGINNING
from desktop_app.core.bundle.verifying import verify_bundle
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.office.bundles import (
    COMING,
    NEWER,
    ODD,
    WHOLE,
    BundleDoubtful,
    BundleNotThere,
    BundleNotWhole,
    StoredBundle,
    bundles_of,
    fetch_bundle,
    forget_replaced,
    place_of,
)
from desktop_app.core.office.credentials import NotASchool
from desktop_app.core.sync import bundle_list, file_list
from desktop_app.core.sync.bundle_list import BundleList, BundleName, ListedFile
from desktop_app.core.sync.bundles import carry_bundles
from desktop_app.core.sync.errors import Damaged, LineBroke
from desktop_app.core.sync.pieces import piece_of
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from tests.core.office.conftest import MemoryStore, Seaweed
from tests.sync.issued import PERIOD, may_at_a_school

SCHOOL = "0190c0de-0000-7000-8000-000000000001"
NAME = "BaoCao_2024-05_TruongPTDTBTTieuHocSo2MuongMuon"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store to which a school has sent its May."""
    with may_at_a_school(tmp_path_factory.mktemp("sent")) as (home, store):
        assert carry_bundles(home, store, Progress()).sent == (NAME,)
    return store.root


@pytest.fixture
def store(sent: Path, tmp_path: Path) -> FolderStore:
    """A copy of that store."""
    shutil.copytree(sent, tmp_path / "store")
    return FolderStore(tmp_path / "store")


@pytest.fixture
def school(store: FolderStore) -> str:
    (school,) = store.folders("schools/")
    return school


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "received"


def whole(store: Store, school: str) -> StoredBundle:
    (bundle,) = bundles_of(store, school)
    assert bundle.state == WHOLE
    return bundle


# ---------------------------------------------------------------- what is there


def test_a_schools_bundles_are_listed_with_what_they_say(store: FolderStore, school: str) -> None:
    bundle = whole(store, school)
    assert bundle.name[1:4] == (PERIOD, "month", 1)
    assert bundle.told
    assert bundle.told.bundle == NAME
    assert bundle.told.size == sum(file.size for file in bundle.told.files) > 10_000
    assert datetime.now(UTC) - bundle.told.made < datetime.now(UTC) - datetime(2026, 1, 1, tzinfo=UTC)
    assert bundles_of(store, school, "2024-04") == []
    with pytest.raises(NotASchool):
        bundles_of(store, "../..")


def test_a_bundle_on_its_way_is_told_as_coming_and_cannot_be_opened(store: FolderStore, school: str, out: Path) -> None:
    bundle = whole(store, school)
    store.put(bundle.name.coming().key, store.get(bundle.name.key))
    assert whole(store, school), "what is whole is not on its way any more"
    store.delete(bundle.name.key)
    (coming,) = bundles_of(store, school)
    assert coming.state == COMING
    assert coming.told
    with pytest.raises(BundleNotThere):
        fetch_bundle(store, coming, out, Progress())
    assert not out.exists()


def test_half_a_list_and_a_list_of_tomorrow_are_told_as_such(store: FolderStore, school: str) -> None:
    bundle = whole(store, school)
    content = store.get(bundle.name.key)
    store.put(bundle.name.key, content[: len(content) // 2])
    assert [one.state for one in bundles_of(store, school)] == [ODD]
    store.delete(bundle.name.key)
    later = json.dumps({**json.loads(content), "format": 2}).encode()
    store.put(bundle.name.of_list(later).key, later)
    assert [one.state for one in bundles_of(store, school)] == [NEWER]


# ---------------------------------------------------------------- fetched


def test_a_bundle_comes_whole_and_is_a_proved_bag(store: FolderStore, school: str, out: Path) -> None:
    place = fetch_bundle(store, whole(store, school), out, Progress())
    assert place == place_of(out, whole(store, school).name) / NAME
    assert verify_bundle(place, Progress()).ok
    assert (place / "index.html").read_bytes().startswith(BEGINNING)
    before = (place / "index.html").stat().st_mtime_ns
    assert fetch_bundle(store, whole(store, school), out, Progress()) == place
    assert (place / "index.html").stat().st_mtime_ns == before, "fetched once"


def test_over_s3_with_the_schools_own_prefix(seaweed: Seaweed, sent: Path, out: Path) -> None:
    folder, office = FolderStore(sent), seaweed.bucket("bundles-test")
    for entry in folder.list(""):
        office.put(entry.key, folder.get(entry.key))
    (school,) = folder.folders("schools/")
    assert verify_bundle(fetch_bundle(office, whole(office, school), out, Progress()), Progress()).ok


class Breaks(FolderStore):
    """A store that gives ``left`` more pieces; ``given`` counts those that came."""

    left = given = 0

    def get(self, key: str, start: int = 0) -> bytes:
        if "/chunks/" in key:
            self.left -= 1
            if self.left < 0:
                raise LineBroke(host="breaks")
            self.given += 1
        return super().get(key, start)


def test_what_came_before_the_line_broke_is_not_fetched_again(store: FolderStore, school: str, out: Path) -> None:
    line = Breaks(store.root)
    for _try in range(30):
        line.left = 2
        try:
            place = fetch_bundle(line, whole(line, school), out, Progress())
            break
        except LineBroke:
            assert not place_of(out, whole(line, school).name).exists()
    assert verify_bundle(place, Progress()).ok
    assert line.given == len(list((store.root / "schools" / school / "chunks").iterdir()))


def test_a_cancel_keeps_what_came(store: FolderStore, school: str, out: Path) -> None:
    class Stops(Progress):
        def step(self, done: int, total: int, text: str = "") -> None:
            if total and done > total / 2:
                self.cancel()
            super().step(done, total, text)

    with pytest.raises(Cancelled):
        fetch_bundle(store, whole(store, school), out, Stops())
    assert not place_of(out, whole(store, school).name).exists()
    assert fetch_bundle(store, whole(store, school), out, Progress()).is_dir()


def test_a_flipped_piece_is_refused(store: FolderStore, school: str, out: Path) -> None:
    chunk = max((store.root / "schools" / school / "chunks").iterdir(), key=lambda file: file.stat().st_size)
    content = chunk.read_bytes()
    chunk.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    with pytest.raises(Damaged):
        fetch_bundle(store, whole(store, school), out, Progress())
    assert not list(out.rglob("index.html")) or not place_of(out, whole(store, school).name).exists()


def test_a_missing_file_is_named(store: FolderStore, school: str, out: Path) -> None:
    bundle = whole(store, school)
    assert bundle.told
    report = next(file for file in bundle.told.files if file.path == "data/01_BaoCao.pdf")
    store.delete(file_list.list_key(school, report.sha256))
    with pytest.raises(BundleNotThere) as told:
        fetch_bundle(store, bundle, out, Progress())
    assert told.value.facts["file"] == "data/01_BaoCao.pdf"


def test_a_changed_file_at_the_office_is_fetched_anew(store: FolderStore, school: str, out: Path) -> None:
    place = fetch_bundle(store, whole(store, school), out, Progress())
    (place / "data/01_BaoCao.pdf").write_bytes(b"changed")
    with pytest.raises(BundleNotWhole) as told:
        fetch_bundle(store, whole(store, school), out, Progress())
    assert "01_BaoCao.pdf" in str(told.value.facts["files"])
    assert verify_bundle(fetch_bundle(store, whole(store, school), out, Progress()), Progress()).ok


def test_what_the_school_took_back_does_not_stay_at_the_office(store: FolderStore, school: str, out: Path) -> None:
    place = fetch_bundle(store, whole(store, school), out, Progress())
    forget_replaced(out, school, PERIOD, bundles_of(store, school))
    assert place.is_dir()
    store.delete(whole(store, school).name.key)
    forget_replaced(out, school, PERIOD, bundles_of(store, school))
    assert not place.exists()


# ---------------------------------------------------------------- hostile


def a_bundle(files: dict[str, bytes], /, **facts: object) -> tuple[MemoryStore, StoredBundle]:
    """A store with a bundle of these files as anybody could write it; ``facts`` over those of its list."""
    store = MemoryStore()
    for content in files.values():
        piece = piece_of(content, 0)
        store.put(file_list.piece_key(SCHOOL, piece.sha256), content)
        store.put(file_list.list_key(SCHOOL, piece.sha256), file_list.written([piece], "", ""))
    name = BundleName(SCHOOL, PERIOD, "month", 1, "0" * 16)
    listed = tuple(ListedFile(path, sha256(content).hexdigest(), len(content)) for path, content in files.items())
    told = json.loads(bundle_list.written(name, BundleList("BaoCao", datetime.now(UTC), listed)))
    content = json.dumps({**told, **facts}).encode()
    store.put(name.of_list(content).key, content)
    (bundle,) = bundles_of(store, SCHOOL)
    return store, bundle


HASH = sha256(b"x").hexdigest()


def files(*paths: str, size: object = 1, sha: str = HASH) -> list[dict[str, object]]:
    return [{"path": path, "sha256": sha, "size": size} for path in paths]


@pytest.mark.parametrize(
    "facts",
    [
        {"files": files("../../outside.txt")},
        {"files": files("/etc/passwd")},
        {"files": files("C:/Windows/x.txt")},
        {"files": files("data\\..\\x.txt")},
        {"files": files("data//x.txt")},
        {"files": files("data/./x.txt")},
        {"files": files("data/con.txt")},
        {"files": files("data/LPT1")},
        {"files": files("data/x.txt ")},
        {"files": files("data/x.")},
        {"files": files("data/x.txt", "data/X.TXT")},
        {"files": files("data/x", "data/x/y.txt")},
        {"files": files("data/" + "x" * 300 + ".txt")},
        {"files": files("x\0.txt")},
        {"files": files("x.txt", size=-1)},
        {"files": files("x.txt", size=1 << 60)},
        {"files": files("x.txt", size="many")},
        {"files": files("x.txt", sha="../../../etc")},
        {"files": []},
        {"files": files(*(f"{number}.txt" for number in range(10_001)))},
        {"files": {"path": "x"}},
        {"files": None},
        {"bundle": "../BaoCao"},
        {"bundle": "nul"},
        {"bundle": ""},
        {"bundle": "BaoCao.partial"},
        {"school": "0190c0de-0000-7000-8000-000000000002"},
        {"period": "2024-06"},
        {"made": "yesterday"},
        {"made": "2024-06-01T00:00:00"},
        {"format": 0.5, "files": 3},
    ],
)
def test_a_hostile_list_is_not_believed(facts: dict[str, object], out: Path) -> None:
    store, bundle = a_bundle({"x.txt": b"x"}, **facts)
    assert (bundle.state, bundle.told) == (ODD, None)
    with pytest.raises(BundleNotThere):
        fetch_bundle(store, bundle, out, Progress())
    assert not out.exists()


@given(
    st.binary(max_size=300) | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(repr).map(str.encode)
)
def test_any_bytes_are_a_list_or_none(content: bytes) -> None:
    try:
        bundle_list.read(BundleName(SCHOOL, PERIOD, "month", 1, "0" * 16), content)
    except ValueError:
        return


@pytest.mark.parametrize("key", ["a/b", f"schools/{SCHOOL}/bundles/../month.1.{'0' * 16}.coming", "", "x" * 9999])
def test_any_key_is_a_name_or_none(key: str) -> None:
    assert BundleName.of(key) is None


@pytest.mark.parametrize("path", ["data/run.exe", "data/open.html", "data/x.lnk", "data/x.svg", "x.js", "data/none"])
def test_what_no_report_has_is_not_fetched(path: str, out: Path) -> None:
    store, bundle = a_bundle({path: b"x"})
    with pytest.raises(BundleDoubtful):
        fetch_bundle(store, bundle, out, Progress())
    assert not out.exists()


def test_pieces_larger_than_the_list_says_are_not_fetched(out: Path) -> None:
    store, bundle = a_bundle({"x.txt": b"x"})
    lying = file_list.written([piece_of(b"x" * 5000, 0)], "", "")
    store.put(file_list.list_key(SCHOOL, HASH), lying)
    with pytest.raises(Damaged):
        fetch_bundle(store, bundle, out, Progress())


def test_a_bundle_larger_than_the_disk_is_refused_before_a_byte_is_fetched(out: Path) -> None:
    store, bundle = a_bundle({"x.txt": b"x"}, files=files("x.txt", size=1 << 39))
    store.asked.clear()
    with pytest.raises(TargetFull):
        fetch_bundle(store, bundle, out, Progress())
    assert not store.asked


def test_files_that_are_no_bag_are_not_opened(out: Path) -> None:
    store, bundle = a_bundle({"index.html": BEGINNING, "bagit.txt": b"BagIt-Version: 1.0\n"})
    with pytest.raises(BundleNotWhole):
        fetch_bundle(store, bundle, out, Progress())
    assert not list(out.rglob("index.html"))


def test_a_page_that_could_run_something_is_not_opened(out: Path) -> None:
    store, bundle = a_bundle(a_bag(b"<script>alert(1)</script>"))
    with pytest.raises(BundleDoubtful) as told:
        fetch_bundle(store, bundle, out, Progress())
    assert told.value.facts["file"] == "index.html"
    assert not list(out.rglob("index.html"))
    store, bundle = a_bundle(a_bag(BEGINNING + b"<script>no browser runs it</script>"))
    assert fetch_bundle(store, bundle, out, Progress()).is_dir()


def a_bag(page: bytes) -> dict[str, bytes]:
    """The smallest bag, with this page."""
    payload = {"data/x.txt": b"x"}
    tags = {"bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "index.html": page}
    tags["manifest-sha256.txt"] = _lines(payload)
    return payload | tags | {"tagmanifest-sha256.txt": _lines(tags)}


def _lines(digested: dict[str, bytes]) -> bytes:
    return "".join(f"{sha256(content).hexdigest()}  {path}\n" for path, content in digested.items()).encode()


@pytest.fixture(autouse=True)
def _nothing_outside(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Whatever a list says, nothing appears beside the folder that was named."""
    before = {path.name for path in tmp_path.parent.iterdir()}
    yield lambda: None
    assert {path.name for path in tmp_path.parent.iterdir()} == before
