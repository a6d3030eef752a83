"""The month's PDF against img2pdf, which only wraps the same photos, and against Typst setting the same content.

30 articles and 60 photos of 1600 px. The goal is for the first paper of a day: each side starts in a fresh Python,
and the clock runs from before it loads its library until its file is there. The rows below tell of a later paper in a
program that runs already; no two rounds set the same words then, so nothing of an earlier one can be reused.
A paper counts only if every word of the articles can be read back out of it.
"""

from __future__ import annotations

import importlib.util
import os
import pickle
import re
import statistics
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pypdfium2

from benchmarks.measuring import ROOT, ROUNDS, Row, show, workplace
from benchmarks.month_sample import ARTICLES, PHOTOS, month_report
from benchmarks.photos import camera_photos, shrunk
from benchmarks.typst_report import typst_source
from desktop_app.core.media.renditions import LARGE
from desktop_app.core.paths import ASSETS
from desktop_app.core.reports.snapshot import MonthReport

TIMES = ROUNDS + 1

OURS = """
import pickle
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.pdf import write_pdf
def write(number):
    report = pickle.loads(Path(f"{number}.pickle").read_bytes())
    return lambda: write_pdf(month_paper(report), Path(f"ours-{number}.pdf"), Progress())
"""
IMG2PDF = """
import img2pdf
photos = sorted(Path("renditions").iterdir())
def write(number):
    return lambda: Path(f"img2pdf-{number}.pdf").write_bytes(img2pdf.convert(photos))
"""
TYPST = f"""
import typst
def write(number):
    files = {{"input": f"{{number}}.typ", "output": f"typst-{{number}}.pdf", "root": "."}}
    return lambda: typst.compile(**files, font_paths=[{str(ASSETS / "fonts")!r}], ignore_system_fonts=True)
"""
CLOCK = """
import sys, time
from pathlib import Path
began = time.perf_counter()
{side}
numbers = [int(number) for number in sys.argv[1:]]
for number in numbers:
    act = write(number)
    began = began if number == numbers[0] else time.perf_counter()
    act()
    print(time.perf_counter() - began)
"""
SIDES = {"ours": OURS, "img2pdf": IMG2PDF, "typst": TYPST}


def main() -> None:
    with workplace() as work:
        photos = shrunk(camera_photos(work / "card", PHOTOS), work / "renditions", LARGE)
        reports = [prepare(number, photos, work) for number in range(2 * TIMES)]
        names = ["ours", *[name for name in ("img2pdf", "typst") if importlib.util.find_spec(name)]]
        firsts: dict[str, list[float]] = {name: [] for name in names}
        laters: dict[str, list[float]] = {name: [] for name in names}
        for number in range(TIMES):
            for name in names:
                first, later = papers_of(name, (2 * number, 2 * number + 1), work)
                firsts[name].append(first)
                laters[name].append(later)
        for name in {"ours", "typst"} & set(names):
            for number, report in enumerate(reports):
                refuse_lost_words(work / f"{name}-{number}.pdf", report)
        path = f"month's PDF, {ARTICLES} articles, {PHOTOS} photos of {LARGE} px"
        show(*rows(path, firsts, goals=(2.2, 0.6)), *rows(f"{path}, a later one", laters, goals=(None, None)))


def rows(path: str, taken: dict[str, list[float]], goals: tuple[float | None, float | None]) -> list[Row]:
    """A row for each peer; the first round only warmed up."""
    middle = {name: statistics.median(each[1:]) for name, each in taken.items()}
    peers = (("img2pdf", "img2pdf of the same photos"), ("typst", "Typst of the same content"))
    return [
        Row(path, against, middle["ours"], middle.get(name), most=goal, peer=name)
        for (name, against), goal in zip(peers, goals, strict=True)
    ]


def prepare(number: int, photos: list[Path], work: Path) -> MonthReport:
    """The same month for us and for Typst."""
    report = month_report(number, photos)
    (work / f"{number}.pickle").write_bytes(pickle.dumps(report))
    (work / f"{number}.typ").write_text(typst_source(report, work), encoding="utf-8")
    return report


def papers_of(name: str, numbers: tuple[int, int], work: Path) -> tuple[float, float]:
    """Seconds for the first and the second paper of a fresh program."""
    program = CLOCK.format(side=SIDES[name])
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, numbers)],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    first, later = (float(line) for line in done.stdout.split())
    return first, later


def refuse_lost_words(paper: Path, report: MonthReport) -> None:
    """Every word of every article is in the paper's text as often as it was written."""
    written = Counter(
        word for article in report.articles for word in words_of(" ".join(block.text for block in article.body))
    )
    with pypdfium2.PdfDocument(paper) as pages:
        read = Counter(word for page in pages for word in words_of(page.get_textpage().get_text_bounded()))
    lost = written - read
    assert not lost, f"{paper.name}: {lost.total()} words cannot be read, such as {lost.most_common(5)}"


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


if __name__ == "__main__":
    main()
