"""The authority by command, from a store in a folder to one table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.office_sample import fill
from desktop_app.core.home import Home
from desktop_app.core.periods import Month
from desktop_app.core.sync.stores.folder import FolderStore
from tests.cli.conftest import Ran
from tests.sync.issued import live_may

Loa = Callable[..., Ran]


def test_schools_are_taken_in_and_told(loa: Loa, tmp_path: Path) -> None:
    place = tmp_path / "store"
    place.mkdir()
    fill(FolderStore(place), range(1, 4), [Month(2024, 5)])
    database = f"sqlite:///{tmp_path / 'office.db'}"
    took = loa("office", "ingest", "--from", place.as_uri().replace("file", "folder"), "--database", database, "--json")
    assert took.code == 0, took.err
    assert (took.json()["schools"], took.json()["receipts"], took.json()["waiting"]) == (3, 3, [])
    told = loa("office", "report", "2024-05", "--database", database, "--json").json()
    assert [school["name"][-1] for school in told["schools"]] == ["1", "2", "3"]
    assert told["totals"]["schools"] == 3
    assert not (tmp_path / "home").exists()


def test_a_place_that_is_no_store_is_said_in_a_sentence(loa: Loa, tmp_path: Path) -> None:
    ran = loa(
        "office",
        "ingest",
        "--from",
        tmp_path.as_uri().replace("file", "folder"),
        "--database",
        f"sqlite:///{tmp_path}/x.db",
    )
    assert ran.code == 3
    assert "loa.json" in ran.err
    assert not (tmp_path / "x.db").exists()


def test_an_unknown_database_is_said_without_its_password(loa: Loa) -> None:
    ran = loa("office", "report", "2024-05", "--database", "postgresql://office:secret@127.0.0.1:1/none")
    assert ran.code == 3
    assert "secret" not in ran.err


def test_a_schools_key_is_made_in_the_words_of_its_server(loa: Loa) -> None:
    school = "00000001-0000-7000-8000-000000000001"
    made = loa("office", "key", school, "--bucket", "loa", "--prefix", "tinh", "--json").json()
    assert made["seaweedfs"]["credentials"] == [{"accessKey": made["name"], "secretKey": made["secret"]}]
    assert f"Write:loa/tinh/schools/{school}/*" in made["seaweedfs"]["actions"]
    assert loa("office", "key", "not-a-school", "--bucket", "loa").code == 3


def test_a_list_of_schools_is_taken_in(loa: Loa, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Mã;Tên\n00000009-0000-7000-8000-000000000001;Trường Xa\n", "utf-8")
    database = f"sqlite:///{tmp_path / 'office.db'}"
    assert loa("office", "schools", file, "--database", database, "--json").json() == {"schools": 1}
    told = loa("office", "report", "2024-05", "--database", database, "--json").json()
    assert [(one["name"], one["state"]) for one in told["schools"]] == [("Trường Xa", "silent")]


def test_a_schools_bundles_are_listed_and_fetched(loa: Loa, tmp_path: Path) -> None:
    home = Home(tmp_path / "school")
    with home.opened():
        live_may(home, tmp_path / "card")
    (tmp_path / "store").mkdir()
    store = (tmp_path / "store").as_uri().replace("file", "folder")
    loa("sync", "--to", store, "--home", str(home.root))
    (school,) = (folder.name for folder in (tmp_path / "store" / "schools").iterdir())
    ask = ("office", "bundles", school, "--from", store)
    (bundle,) = loa(*ask, "--json").json()["bundles"]
    assert (bundle["period"], bundle["edition"], bundle["state"], bundle["fetched"]) == ("2024-05", 1, "whole", "")
    assert (
        loa(*ask, "--period", "2024-04", "--lang", "en").out.strip() == "No bundle of this school is in the store yet."
    )
    told = loa(*ask, "--period", "2024-05", "--out", str(tmp_path / "out"), "--json").json()
    assert loa("verify", told["bundles"][0]["fetched"]).code == 0
    assert loa("office", "bundles", "../..", "--from", store).code == 3
