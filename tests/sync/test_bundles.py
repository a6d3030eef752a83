"""A finished report's bundle goes to the store by itself: whole or not at all, and only what may leave."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db import database
from db.models import Consent, MediaAsset, Report
from desktop_app.core.consent import withdraw_consent
from desktop_app.core.jobs import Progress
from desktop_app.core.media.editing import edit_picture
from desktop_app.core.media.edits import Box, Edit
from desktop_app.core.reports import keeping
from desktop_app.core.sync import bundle_list, pairing
from desktop_app.core.sync.bundle_list import BundleList, BundleName
from desktop_app.core.sync.bundles import HandedIn, carry_bundles
from desktop_app.core.sync.errors import LineBroke
from desktop_app.core.sync.file_list import read
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from tests.sync.faulty import FaultyStore
from tests.sync.issued import PERIOD, knows_its_place, live_may, take_in
from tests.sync.model.pcs import Pc, school_of


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a school that has issued its report on May; each test gets a copy."""
    before, folder = database.obj, tmp_path_factory.mktemp("lived")
    pc = Pc("lived", folder / "home")
    with pc.at():
        live_may(pc.home, folder / "card")
    pc.close()
    database.initialize(before)
    return folder / "home"


@pytest.fixture
def pc(lived: Path, tmp_path: Path, folder_store: FolderStore) -> Iterator[Pc]:
    """A PC whose school has issued its report on May and syncs with a folder."""
    yield from sitting_at(lived, tmp_path / "pc", folder_store)


def sitting_at(lived: Path, root: Path, store: Store) -> Iterator[Pc]:
    before = database.obj
    shutil.copytree(lived, root)
    pc = Pc("pc", root)
    with pc.at():
        pairing.connect(pc.home, store)
        yield pc
    pc.close()
    database.initialize(before)


def carry(pc: Pc, store: Store, **how: bool) -> HandedIn:
    return carry_bundles(pc.home, store, Progress(), by_name="Cô Hoa", **how)


def names(store: Store) -> list[BundleName]:
    return [name for entry in store.list("schools/") if (name := BundleName.of(entry.key))]


def listed(store: Store) -> BundleList:
    (name,) = names(store)
    assert name.is_whole
    return bundle_list.read(name, store.get(name.key))


def content(store: Store, sha256: str) -> bytes:
    school = names(store)[0].school
    pieces = read(store.get(f"schools/{school}/files/{sha256}.json")).pieces
    return b"".join(store.get(f"schools/{school}/chunks/{piece.sha256}") for piece in pieces)


def pictures(store: Store) -> list[str]:
    return sorted(file.path.rpartition("/")[2] for file in listed(store).files if file.path.endswith(".jpg"))


def chunks(store: Store) -> set[str]:
    return {entry.key for entry in store.list("schools/") if "/chunks/" in entry.key}


# ---------------------------------------------------------------- what goes


@pytest.mark.parametrize("kind", ["folder", "webdav", "s3"])
def test_an_issued_report_goes_with_everything_that_may_leave(
    kind: str, lived: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    store: Store = request.getfixturevalue(f"{kind}_store")
    for pc in sitting_at(lived, tmp_path / "pc", store):
        assert carry(pc, store) == HandedIn(("BaoCao_2024-05_TruongPTDTBTTieuHocSo2MuongMuon",), 0)
        told = listed(store)
        assert {"index.html", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "data/01_BaoCao.pdf"} < {
            file.path for file in told.files
        }
        assert pictures(store) == ["2024-05-07_anh-1.jpg", "2024-05-07_anh-2.jpg"]
        for file in told.files:
            sent = content(store, file.sha256)
            assert len(sent) == file.size
            assert not (file.path.endswith(".jpg") and knows_its_place(sent))
        assert names(store)[0][1:4] == (PERIOD, "month", 1)
        assert carry(pc, store) == HandedIn()
        assert not (pc.home.outbox / "store").exists() or not list((pc.home.outbox / "store").iterdir())


def test_a_draft_stays_at_school(pc: Pc, folder_store: FolderStore) -> None:
    keeping.open_report(str(Report.get().plan_id), "month", "2024-04")
    carry(pc, folder_store)
    assert [name.period for name in names(folder_store)] == [PERIOD]


def test_with_nothing_new_the_store_is_asked_nothing(
    pc: Pc, folder_store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    carry(pc, folder_store)
    for verb in ("get", "put", "list"):
        monkeypatch.setattr(folder_store, verb, None)
    assert carry(pc, folder_store) == HandedIn()


def test_a_withdrawn_consent_takes_the_picture_out_of_the_store(pc: Pc, folder_store: FolderStore) -> None:
    carry(pc, folder_store)
    before = chunks(folder_store)
    (pupil,) = [file.sha256 for file in listed(folder_store).files if file.path.endswith("anh-2.jpg")]
    withdraw_consent(str(Consent.get().id), date.today(), "Gia đình đổi ý")
    assert len(carry(pc, folder_store).sent) == 1
    assert pictures(folder_store) == ["2024-05-07_anh-1.jpg"]
    assert not any(pupil in entry.key for entry in folder_store.list("schools/")), "neither named nor kept"
    assert before - chunks(folder_store)


def test_in_its_own_store_a_school_keeps_the_pieces_of_what_was_replaced(pc: Pc, folder_store: FolderStore) -> None:
    carry(pc, folder_store, own_store=True)
    before = chunks(folder_store)
    withdraw_consent(str(Consent.get().id), date.today(), "Gia đình đổi ý")
    carry(pc, folder_store, own_store=True)
    assert pictures(folder_store) == ["2024-05-07_anh-1.jpg"]
    assert before <= chunks(folder_store)


def test_a_face_covered_later_is_covered_in_the_store_too(pc: Pc, folder_store: FolderStore) -> None:
    carry(pc, folder_store)
    before = {file.path: file.sha256 for file in listed(folder_store).files}
    covered = Edit(0, None, (Box(0.2, 0.2, 0.6, 0.6),))
    edit_picture(pc.home, str(MediaAsset.get(MediaAsset.caption == "Ảnh 1").id), covered)
    assert len(carry(pc, folder_store).sent) == 1
    after = {file.path: file.sha256 for file in listed(folder_store).files}
    assert [path for path in after if path.endswith(".jpg") and after[path] != before[path]] == [
        "data/03_TuLieu/2024-05-07_anh-1.jpg"
    ]


def test_a_scan_kept_later_goes_too_and_costs_only_itself(pc: Pc, folder_store: FolderStore, tmp_path: Path) -> None:
    carry(pc, folder_store)
    before = chunks(folder_store)
    scan = tmp_path / "ban-ky.pdf"
    pdf = keeping.issued_pdf(pc.home, str(Report.get().id))
    assert pdf
    scan.write_bytes(pdf.read_bytes() + b"%")
    keeping.attach_scan(pc.home, str(Report.get().id), scan)
    assert len(carry(pc, folder_store).sent) == 1
    assert "data/01_BaoCao_ban-ky.pdf" in {file.path for file in listed(folder_store).files}
    assert len(chunks(folder_store) - before) <= 5, "the scan and the lists that name it"
    assert Report.get().state == "sent", "signed, and it lies with the authority"


def test_a_report_that_waits_for_its_signature_still_does(pc: Pc, folder_store: FolderStore) -> None:
    carry(pc, folder_store)
    assert Report.get().state == "issued"


def test_a_new_edition_takes_the_place_of_the_one_before(pc: Pc, folder_store: FolderStore) -> None:
    carry(pc, folder_store)
    after = Report.get_by_id(keeping.new_edition(str(Report.get().id)))
    assert carry(pc, folder_store) == HandedIn(), "a draft takes nobody's place"
    before = Report.get(Report.edition == 1)
    after.state, after.pdf_sha256, after.word_sha256 = "issued", before.pdf_sha256, before.word_sha256
    after.issued_at = before.issued_at
    after.save()
    carry(pc, folder_store)
    assert [name.edition for name in names(folder_store)] == [2]


def test_a_withdrawn_report_is_taken_back_and_comes_again_when_it_stands(pc: Pc, folder_store: FolderStore) -> None:
    carry(pc, folder_store)
    keeping.withdraw(str(Report.get().id), "Sai số liệu")
    assert carry(pc, folder_store) == HandedIn()
    assert names(folder_store) == []
    assert not chunks(folder_store) - {key for key in chunks(folder_store) if _is_paper(key)}
    keeping.let_stand(str(Report.get().id))
    assert len(carry(pc, folder_store).sent) == 1


def _is_paper(key: str) -> bool:
    return key.rpartition("/")[2] in {Report.get().pdf_sha256, Report.get().word_sha256}


# ---------------------------------------------------------------- bad lines


class Breaks(FolderStore):
    """A store whose line breaks at every put after the ``left``-th."""

    left = 0

    def put(self, key: str, content: bytes) -> None:
        self.left -= 1
        if self.left < 0:
            raise LineBroke(host="breaks")
        super().put(key, content)


def test_half_a_bundle_is_never_listed_and_its_rest_goes_on_later(pc: Pc, folder_store: FolderStore) -> None:
    store = Breaks(folder_store.root)
    seen: list[set[str]] = []
    for _round in range(100):
        store.left = 4
        turn = carry(pc, store)
        assert seen == [] or seen[-1] <= chunks(store), "what has arrived stays"
        seen.append(chunks(store))
        if turn.sent:
            break
        assert isinstance(turn.problem, LineBroke)
        assert turn.waiting == 1
        assert not any(name.is_whole for name in names(store))
        assert len(list((pc.home.outbox / "store").glob("*/BaoCao*"))) == 1, "it is made once"
    assert turn == HandedIn(turn.sent, 0)
    assert all(content(store, file.sha256) for file in listed(store).files)
    assert len(seen) > 3


def test_a_kill_after_the_list_is_nothing_to_mend(pc: Pc, folder_store: FolderStore) -> None:
    class Killed(FolderStore):
        def delete(self, key: str) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry(pc, Killed(folder_store.root))
    assert sorted(name.is_whole for name in names(folder_store)) == [False, True]
    assert len(carry(pc, folder_store).sent) == 1, "whether it was told nobody knows, so it is told again"
    assert all(content(folder_store, file.sha256) for file in listed(folder_store).files)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_line_does_the_bundle_arrives_whole(seed: int, pc: Pc, folder_store: FolderStore) -> None:
    line = FaultyStore(folder_store, seed, rate=0.3, kinds=("drop", "lost", "repeat", "truncate", "stall", "locked"))
    for _round in range(200):
        if not carry(pc, line).problem and any(name.is_whole for name in names(folder_store)):
            break
    line.rest()
    carry(pc, line)
    assert all(content(folder_store, file.sha256) for file in listed(folder_store).files), line.happened


def test_one_report_that_cannot_be_made_keeps_no_other_from_going(pc: Pc, folder_store: FolderStore) -> None:
    april = Report.create(plan=Report.get().plan_id, kind="month", period="2024-04", state="issued", edition=1)
    turn = carry(pc, folder_store)
    assert len(turn.sent) == 1
    assert turn.problem is not None
    assert turn.waiting == 1
    april.delete_instance()


# ---------------------------------------------------------------- several PCs


def test_a_pc_without_the_pictures_leaves_it_to_the_one_that_has_them(
    tmp_path: Path, folder_store: FolderStore
) -> None:
    before = database.obj
    first, second = school_of(2, tmp_path, folder_store)
    with first.at():
        live_may(first.home, tmp_path / "card")
    first.sync(folder_store)
    second.sync(folder_store)
    with second.at():
        assert carry(second, folder_store) == HandedIn()
        assert names(folder_store) == []
    with first.at():
        assert len(carry(first, folder_store).sent) == 1
    first.sync(folder_store)
    second.sync(folder_store)
    with second.at():
        assert carry(second, folder_store) == HandedIn(), "both mean the same bundle"
        assert len(names(folder_store)) == 1
    for pc in (first, second):
        pc.close()
    database.initialize(before)


def test_a_photo_that_came_later_goes_with_the_month(pc: Pc, folder_store: FolderStore, tmp_path: Path) -> None:
    carry(pc, folder_store)
    take_in(pc.home, tmp_path / "later", 4)
    assert len(carry(pc, folder_store).sent) == 1
    assert len(pictures(folder_store)) == 3


def test_the_list_says_what_the_format_says(pc: Pc, folder_store: FolderStore) -> None:
    carry(pc, folder_store)
    (name,) = names(folder_store)
    facts = json.loads(folder_store.get(name.key))
    assert list(facts) == ["format", "school", "period", "kind", "edition", "what", "bundle", "made", "files"]
    assert facts["format"] == 1
    assert list(facts["files"][0]) == ["path", "sha256", "size"]
