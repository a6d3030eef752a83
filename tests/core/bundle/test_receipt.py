"""A receipt is written only for a bundle that is whole, and closes only the delivery it was written for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as some

from db.models import AuditEvent, Bundle, Report
from db.queries import reports as rows
from desktop_app.core.bundle.errors import NotABundle, NotAReceipt, NotWhole
from desktop_app.core.bundle.receipt import LARGEST, read_receipt, receipts_in, receive
from desktop_app.core.bundle.verifying import verify_bundle
from desktop_app.core.deliveries import close_deliveries
from desktop_app.core.exporting import export_month
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.periods import Month
from desktop_app.core.reports import keeping
from desktop_app.core.reports.issuing import Signing, issue
from tests.core.makers import a_plan, a_published_article, a_school

AT = datetime(2024, 6, 3, 2, 15, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path / "home")
    with home.opened():
        yield home


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def report(home: Home) -> str:
    """May's report, issued."""
    principal = a_school()
    plan = a_plan()
    a_published_article(plan, principal, date(2024, 5, 7))
    report_id = keeping.open_report(plan, "month", "2024-05")
    issue(home, report_id, Signing(date(2024, 6, 3), principal), Progress())
    return report_id


@pytest.fixture
def bundle(home: Home, report: str, stick: Path) -> Path:
    return export_month(home, Month(2024, 5), stick, Progress()).path


def take_in(bundle: Path) -> Path:
    return receive(bundle, "Lò Văn Nhận", "Phòng GD&ĐT", Progress(), AT)


def test_a_whole_bundle_gets_its_receipt_and_stays_whole(bundle: Path) -> None:
    place = take_in(bundle)
    receipt = read_receipt(place)
    assert (receipt.bundle, receipt.received_by, receipt.office) == (bundle.name, "Lò Văn Nhận", "Phòng GD&ĐT")
    assert receipt.received_at == AT
    assert "BIÊN NHẬN" in place.with_suffix(".txt").read_text(encoding="utf-8-sig")
    assert verify_bundle(bundle, Progress()).ok


def test_the_receipt_closes_the_delivery_once(bundle: Path, stick: Path, report: str) -> None:
    take_in(bundle)
    assert [(one.bundle, one.received_by) for one in close_deliveries(stick, by_name="Văn thư")] == [
        (bundle.name, "Lò Văn Nhận")
    ]
    assert close_deliveries(stick) == []
    assert Report.get_by_id(report).state == keeping.CONFIRMED
    assert Bundle.get().received_at == AT
    (row,) = rows.bundles(str(Report.get_by_id(report).plan_id), "2024-05")
    assert row.received_by == "Lò Văn Nhận, Phòng GD&ĐT"
    assert AuditEvent.select().where(AuditEvent.act == "take in receipt").count() == 1


def test_a_bundle_with_a_changed_byte_gets_none(bundle: Path, stick: Path) -> None:
    paper = bundle / "data" / "01_BaoCao.pdf"
    content = bytearray(paper.read_bytes())
    content[100] ^= 1
    paper.write_bytes(content)
    with pytest.raises(NotWhole) as told:
        take_in(bundle)
    assert "01_BaoCao.pdf" in str(told.value)
    assert list(stick.glob("BienNhan*")) == []


def test_a_folder_that_is_no_bundle_gets_none(stick: Path) -> None:
    with pytest.raises(NotABundle):
        take_in(stick)


def test_a_receipt_for_another_bundle_of_the_same_name_closes_nothing(bundle: Path, stick: Path, report: str) -> None:
    place = take_in(bundle)
    facts = json.loads(place.read_text(encoding="utf-8"))
    place.write_text(json.dumps({**facts, "manifest_sha256": "0" * 64}), encoding="utf-8")
    assert close_deliveries(stick) == []
    assert Report.get_by_id(report).state != keeping.CONFIRMED


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff\xfe", b"[" * 5000, b'{"format": 1, "bundle": "../../x"}', b" " * (LARGEST + 1)],
)
def test_what_a_stranger_left_is_no_receipt(stick: Path, content: bytes) -> None:
    (stick / "BienNhan_x.json").write_bytes(content)
    with pytest.raises(NotAReceipt):
        read_receipt(stick / "BienNhan_x.json")
    assert list(receipts_in(stick)) == []


@given(
    some.dictionaries(
        some.sampled_from(["format", "bundle", "manifest_sha256", "files", "received_at", "received_by", "office"]),
        some.none() | some.integers() | some.text(max_size=20) | some.just(1) | some.just("f" * 64),
    )
)
def test_whatever_facts_it_has_it_is_read_or_refused(facts: dict[str, object]) -> None:
    with TemporaryDirectory() as folder:
        place = Path(folder) / "BienNhan_a.json"
        place.write_text(json.dumps(facts), encoding="utf-8")
        try:
            read_receipt(place)
        except NotAReceipt:
            return
        assert facts["format"] == 1
