"""A term's or a year's paper leaves the school as a bundle that anyone can prove and open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import bagit
import pytest

from db.models import AuditEvent, Bundle, Report
from desktop_app.core.bundle.errors import TargetMissing
from desktop_app.core.exporting_papers import export_paper
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from tests.core.makers import a_plan, a_published_article, a_school


@pytest.fixture
def out(home: Home, tmp_path: Path) -> Path:
    a_published_article(a_plan(), a_school(), date(2024, 5, 7))
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.mark.parametrize(
    ("kind", "key", "name"),
    [
        ("term", "2023-2024/II", "SoKet_2023-2024-II"),
        ("year", "2024", "TongKet_2024"),
        ("opinions", "2024-05", "DuLuan_2024-05"),
        ("letter", "2024-05", "CongVan_2024-05"),
        ("minutes", "2024-05", "BienBan_2024-05"),
    ],
)
def test_a_paper_arrives_as_a_valid_bag(home: Home, out: Path, kind: str, key: str, name: str) -> None:
    made = export_paper(home, kind, key, out, Progress(), by_name="Văn thư")
    bagit.Bag(str(made.path)).validate()
    assert made.path.name.startswith(name)
    assert {file.name for file in (made.path / "data").iterdir()} == {"01_BaoCao.pdf", "01_BaoCao.docx"}
    page = (made.path / "index.html").read_text(encoding="utf-8")
    assert "data/01_BaoCao.pdf" in page
    assert (Report.get().kind, Report.get().period, Bundle.get().files) == (kind, key, made.files)
    assert AuditEvent.select().where(AuditEvent.act == f"export {kind}").count() == 1


def test_a_stop_leaves_nothing_behind(home: Home, out: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        export_paper(home, "term", "2023-2024/II", out, progress)
    assert list(out.iterdir()) == []
    assert not Bundle.select().exists()


def test_a_folder_that_is_not_there_is_told(home: Home, out: Path) -> None:
    with pytest.raises(TargetMissing):
        export_paper(home, "year", "2024", out / "nowhere", Progress())
