"""Syncing by command: two PCs of a school over a folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from db.models import Document, MediaAsset, Person, School
from desktop_app.core import papers
from desktop_app.core.home import Home
from tests.cli.conftest import Ran
from tests.sync.issued import live_may

Loa = Callable[..., Ran]


def a_school(folder: Path) -> Home:
    home = Home(folder)
    with home.opened():
        School.create(name="Trường Tiểu học Nậm Manh")
        Person.create(name="Giàng A Dơ")
    return home


def test_two_pcs_of_a_school_agree_by_command(loa: Loa, tmp_path: Path) -> None:
    a_school(tmp_path / "one")
    (tmp_path / "store").mkdir()
    url = (tmp_path / "store").as_uri().replace("file:", "folder:")
    one, two = ("--home", str(tmp_path / "one")), ("--home", str(tmp_path / "two"))
    first = loa("sync", "--to", url, "--pc", "Văn phòng", "--json", *one)
    assert first.json()["sent"] == 3
    code = loa("sync", "--invite", "--json", *one).json()["code"]
    second = loa("sync", "--join", code, "--pc", "Thư viện", "--json", *two)
    facts = ("received", "waiting", "conflicts", "quarantined")
    assert [second.json()[name] for name in facts] == [3, 0, 0, 0]
    for number, home in enumerate((tmp_path / "one", tmp_path / "two")):
        with Home(home).opened():
            Person.update(post=f"Tổ {number}").execute()
    loa("sync", "--json", *one)
    assert loa("sync", "--json", *two).json()["conflicts"] == 1
    ((conflict,),) = [loa("sync", "--conflicts", "--json", *two).json()]
    side = next(side for side in conflict["fields"][0]["sides"] if side["pc"] == "Văn phòng")
    settled = loa("sync", "--settle", conflict["table"], conflict["row"], "post", side["event"], "--json", *two)
    assert settled.json()["conflicts"] == 0
    loa("sync", *one)
    assert loa("sync", "--conflicts", "--lang", "en", *one).out.strip() == "All PCs agree."
    with Home(tmp_path / "one").opened():
        assert Person.get().post == "Tổ 0"


def test_photos_and_papers_follow_the_words(loa: Loa, tmp_path: Path) -> None:
    home = a_school(tmp_path / "one")
    (tmp_path / "store").mkdir()
    url = (tmp_path / "store").as_uri().replace("file:", "folder:")
    content = os.urandom(5_000_000)
    place = home.root / "media" / "photo.jpg"
    place.write_bytes(content)
    sha256 = hashlib.sha256(content).hexdigest()
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 minutes")
    with home.opened():
        paper = papers.keep_paper(home, scan)
        Document.create(file_path=paper.place, file_sha256=paper.sha256)
        MediaAsset.create(
            sha256=sha256, original_path="media/photo.jpg", original_name="a.jpg", bytes=len(content), people="none"
        )
    one, two = ("--home", str(tmp_path / "one")), ("--home", str(tmp_path / "two"))
    assert loa("sync", "--to", url, "--no-files", "--json", *one).json()["files"] == {}
    code = loa("sync", "--invite", "--json", *one).json()["code"]
    own = ("--whole-archive", "--json")
    assert loa("sync", "--json", *one).json()["files"]["sent"] == 0, "nobody said that the store is the school's own"
    assert loa("sync", "--join", code, *own, *two).json()["files"]["missing"] == 2
    assert loa("sync", *own, *one).json()["files"]["sent"] == 2
    assert loa("sync", *own, *two).json()["files"] == {"sent": 0, "fetched": 2, "waiting": 0, "missing": 0}
    assert (tmp_path / "two" / paper.place).read_bytes() == scan.read_bytes()
    assert (tmp_path / "two" / "media" / "photo.jpg").read_bytes() == content
    assert loa("sync", *own, *two).json()["files"]["fetched"] == 0


def test_a_report_that_is_issued_goes_as_a_bundle(loa: Loa, tmp_path: Path) -> None:
    home = Home(tmp_path / "one")
    with home.opened():
        live_may(home, tmp_path / "card")
    (tmp_path / "store").mkdir()
    url = (tmp_path / "store").as_uri().replace("file:", "folder:")
    told = loa("sync", "--to", url, "--json", "--home", str(home.root)).json()
    assert told["bundles"] == {"sent": ["BaoCao_2024-05_TruongPTDTBTTieuHocSo2MuongMuon"], "waiting": 0}
    assert loa("sync", "--json", "--home", str(home.root)).json()["bundles"] == {"sent": [], "waiting": 0}


def test_a_store_that_is_not_there_is_a_sentence_and_code_1_or_3(loa: Loa, tmp_path: Path) -> None:
    a_school(tmp_path / "one")
    (tmp_path / "store").mkdir()
    url = (tmp_path / "store").as_uri().replace("file:", "folder:")
    home = ("--home", str(tmp_path / "one"))
    loa("sync", "--to", url, *home)
    (tmp_path / "store" / "loa.json").unlink()
    with Home(tmp_path / "one").opened():
        Person.create(name="Sùng A Chua")
    told = loa("sync", *home)
    assert told.code == 1
    assert "loa.json" in told.out
    assert loa("sync", "--to", "ftp://x", *home).code == 3
    assert loa("sync", "--home", str(tmp_path / "empty")).code == 3
