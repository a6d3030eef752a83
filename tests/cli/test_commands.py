"""Every act without a window: the answers programs read and the sentences people read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from desktop_app.core.drawing import draw_scene
from tests.cli.conftest import Ran

Loa = Callable[..., Ran]
SAMPLE_TEXT = "Ngày hội đọc sách\n\nSáng nay, học sinh toàn trường dự ngày hội đọc sách ở góc thư viện xanh.\n"


@pytest.fixture
def planned(loa: Loa, real_plan: Path) -> Loa:
    """A school that has taken its plan in."""
    assert loa("plan", "import", real_plan).code == 0
    return loa


def test_the_real_plan_is_read_with_its_own_figures(loa: Loa, real_plan: Path) -> None:
    answer = loa("plan", "import", real_plan, "--json").json()
    assert (answer["topics"], answer["items"], answer["channels"]) == (13, 27, 4)
    assert (answer["min_articles"], answer["min_materials"]) == (1, 1)
    assert answer["questions"]
    assert answer["plan"]


def test_the_same_plan_twice_is_one_plan(planned: Loa, real_plan: Path) -> None:
    assert planned("plan", "import", real_plan, "--json").json()["known"]
    assert len(planned("plan", "show", "--json").json()["topics"]) == 13


def test_a_month_that_is_not_met_ends_with_one_only_when_asked_strictly(planned: Loa) -> None:
    assert planned("month", "2024-05").code == 0
    assert planned("month", "2024-05", "--strict").code == 1


def test_a_month_tells_what_it_owes_and_what_comes_next(planned: Loa) -> None:
    page = planned("month", "2024-05", "--json").json()
    assert page["articles"] == {"have": 0, "need": 1, "state": "missing"}
    assert [owed["kind"] for owed in page["missing"]] == ["articles", "materials"]
    assert page["next"]["act"] == "write_article"
    assert planned("month", "2024-01", "--json").json()["state"] == "not_counted"


def test_the_answer_is_vietnamese_unless_asked_otherwise(planned: Loa) -> None:
    assert "Tin bài" in planned("month", "2024-05").out
    assert "Articles" in planned("--lang", "en", "month", "2024-05").out


def test_an_article_goes_from_a_text_file_to_the_public_and_the_month_counts_it(planned: Loa, tmp_path: Path) -> None:
    file = tmp_path / "tin.txt"
    file.write_text(SAMPLE_TEXT, encoding="utf-8")
    (taken,) = planned("article", "import", file, "--topic", "TDS", "--json").json()
    assert planned("article", "submit", taken["id"]).code == 0
    assert planned("article", "approve", taken["id"]).code == 0
    gone = planned(
        "article", "distribute", taken["id"], "--channel", "website", "--on", "21/05/2024",
        "--url", "https://truong.example/tin", "--json",
    )  # fmt: skip
    assert gone.json()["state"] == "published"
    (listed,) = planned("article", "list", "--json").json()
    assert listed["title"] == "Ngày hội đọc sách"
    assert "góc thư viện xanh" in listed["text"]
    assert planned("month", "2024-05", "--json").json()["articles"]["have"] == 1


def test_publishing_before_approval_is_one_sentence_one_hint_and_three(planned: Loa, tmp_path: Path) -> None:
    file = tmp_path / "tin.txt"
    file.write_text(SAMPLE_TEXT, encoding="utf-8")
    (taken,) = planned("article", "import", file, "--topic", "2", "--json").json()
    refused = planned("article", "distribute", taken["id"], "--channel", "website", "--on", "21/05/2024")
    assert refused.code == 3
    assert len(refused.err.strip().splitlines()) == 2
    assert "duyệt" in refused.err


def test_real_camera_files_add_up_and_the_broken_one_is_named(loa: Loa, real_photos: Path) -> None:
    answer = loa("media", "import", real_photos, "--json").json()
    assert answer["seen"] == answer["imported"] + answer["known"] + answer["similar"] + len(answer["failed"])
    assert [Path(one["file"]).name for one in answer["failed"]] == ["corrupted.jpg"]
    again = loa("media", "import", real_photos, "--json").json()
    assert again["known"] == answer["imported"] + answer["similar"]


def test_an_exported_month_verifies_and_one_flipped_byte_is_named(planned: Loa, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    made = planned("export", "month", "2024-05", "--to", out, "--json").json()
    assert made["verified"]
    assert planned("verify", made["bundle"]).code == 0
    report = Path(made["report"])
    damaged = bytearray(report.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    report.write_bytes(damaged)
    checked = planned("verify", made["bundle"], "--json")
    assert checked.code == 1
    assert [one["file"] for one in checked.json()["wrong"]] == ["data/01_BaoCao.pdf"]


def test_searching_needs_no_accents(planned: Loa) -> None:
    found = planned("search", "dien bien phu", "--json").json()
    assert found["total"] >= 2
    assert {"kind", "id", "title"} <= set(found["hits"][0])


@pytest.mark.parametrize(
    ("name", "content"),
    [("trong.txt", b""), ("ke-hoach.txt", b"%PDF-1.4\n%\xe2\xe3\n"), ("anh.txt", b"\xff\xd8\xff\xe0" + bytes(500))],
)
def test_a_plan_that_is_none_is_refused_in_one_sentence(loa: Loa, tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    refused = loa("plan", "import", file)
    assert (refused.code, refused.out) == (3, "")
    assert len(refused.err.strip().splitlines()) == 2
    assert loa("plan", "show").code == 3


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read(loa: Loa, tmp_path: Path) -> None:
    file = tmp_path / "to.txt"
    with file.open("wb") as out:
        out.truncate(50 << 20)
    assert loa("plan", "import", file).code == 3


def test_wrong_use_is_two(loa: Loa) -> None:
    with pytest.raises(SystemExit) as wrong:
        loa("article", "fly")
    assert wrong.value.code == 2


def test_a_bad_month_or_missing_target_is_a_sentence(planned: Loa, tmp_path: Path) -> None:
    assert planned("month", "tháng năm").code == 3
    assert planned("export", "month", "2024-05", "--to", tmp_path / "nowhere").code == 3


def test_errors_are_objects_for_programs(loa: Loa) -> None:
    refused = loa("month", "2024-05", "--json")
    assert refused.code == 3
    assert {"error", "hint"} == set(refused.json())


def test_the_demo_ends_with_a_verified_bundle(loa: Loa, tmp_path: Path) -> None:
    shown = loa("demo", "--to", tmp_path / "demo")
    assert shown.code == 0
    last = shown.out.strip().splitlines()[-1]
    assert last.startswith("verified")
    bundle = Path(last.split(": ", 1)[1])
    assert (bundle / "data" / "01_BaoCao.pdf").stat().st_size > 50_000
    assert len(list((bundle / "data" / "03_TuLieu").iterdir())) == 7
    copy = tmp_path / "elsewhere"
    shutil.copytree(bundle, copy)
    assert loa("verify", copy).code == 0


def test_the_sample_school_never_moves_in_beside_a_real_one(planned: Loa, tmp_path: Path) -> None:
    assert planned("demo", "--to", tmp_path / "demo").code == 3


def test_a_media_check_says_no_while_something_is_lost(planned: Loa, tmp_path: Path) -> None:
    (tmp_path / "card").mkdir()
    draw_scene(tmp_path / "card" / "a.jpg", seed=1, taken_at=datetime(2024, 5, 7))  # noqa: DTZ001  # a camera names no zone
    planned("media", "import", tmp_path / "card")
    assert planned("media", "check").code == 0
    original = next(file for file in (tmp_path / "home" / "media").rglob("*.jpg"))
    original.unlink()
    lost = planned("media", "check", "--json")
    assert (lost.code, lost.json()["seen"], lost.json()["sound"]) == (1, 1, 0)
    assert lost.json()["wrong"][0]["file"] == "a.jpg"
    again = planned("media", "check", "--look-in", tmp_path / "card", "--json")
    assert (again.code, [one["name"] for one in again.json()["found"]]) == (0, ["a.jpg"])
