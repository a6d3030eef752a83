"""The PDF's file holds each photo as it is, and is written without holding them all in memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import StreamObject

from desktop_app.core.jobs import Progress
from desktop_app.core.reports.paper import Paper, Photos
from desktop_app.core.reports.pdf import write_pdf
from desktop_app.core.reports.snapshot import PhotoInReport
from tests.core.reports.samples import photo

KILOBYTE = 1 << 10
MEGABYTE = 1 << 20
MOST = 150 * MEGABYTE
"""For 80 megabytes of photos; 400 would do for a school's PC."""
THREE_HUNDRED_PHOTOS = """
import sys
from pathlib import Path
from PIL import Image
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.pdf import write_pdf
from tests.core.reports.samples import article, month_report, photo
folder = Path(sys.argv[1])
photos = [photo(folder, str(number), (16, 12)) for number in range(300)]
for each in photos:  # as large as photos of 1600 px are: what follows a JPEG's end is carried with it
    each.path.write_bytes(each.path.read_bytes() + bytes(270_000))
report = month_report(articles=tuple(article(photos=tuple(photos[n:n + 2])) for n in range(0, 100, 2)))
from dataclasses import replace
write_pdf(month_paper(replace(report, materials=tuple(photos[100:]))), folder / "report.pdf", Progress())
# Linux counts the memory of whoever started a process into the latter's own getrusage.
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


def pictures_of(photos: tuple[PhotoInReport, ...], file: Path) -> list[StreamObject]:
    """The pictures in a paper of these photos."""
    write_pdf(Paper("", "", "", lambda: iter([Photos(photos)])), file, Progress())
    reader = PdfReader(file, strict=True)
    found = [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]  # type: ignore[call-overload]
    return [each for each in found if isinstance(each, StreamObject) and each.get("/Subtype") == "/Image"]


@pytest.mark.parametrize(("mode", "colours"), [("RGB", "/DeviceRGB"), ("L", "/DeviceGray"), ("CMYK", "/DeviceCMYK")])
def test_a_photo_keeps_its_bytes_and_its_colours_and_is_there_once(mode: str, colours: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.new(mode, (40, 30)).save(path)
    (shown,) = pictures_of((PhotoInReport(path), PhotoInReport(path)), tmp_path / "a.pdf")
    assert shown._data == path.read_bytes()
    assert str(shown["/ColorSpace"]) == colours


def test_a_photo_that_was_replaced_is_shown_as_it_is_now(tmp_path: Path) -> None:
    for size in ((40, 30), (30, 40)):
        (shown,) = pictures_of((photo(tmp_path, "a", size),), tmp_path / "a.pdf")
        assert [int(str(shown[side])) for side in ("/Width", "/Height")] == [*size]


@pytest.mark.skipif(sys.platform != "linux", reason="a process does not tell its own peak there")
def test_a_report_of_three_hundred_photos_takes_no_more_than_150_megabytes(tmp_path: Path) -> None:
    child = [sys.executable, "-c", THREE_HUNDRED_PHOTOS, str(tmp_path)]
    peak = subprocess.run(child, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[3]).stdout
    assert (tmp_path / "report.pdf").stat().st_size > 300 * 270_000
    assert int(peak) * KILOBYTE <= MOST
