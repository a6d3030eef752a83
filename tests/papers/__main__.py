"""Make docs/papers.md and its pictures anew: every paper of the sample school beside the decree's layout.

python -m tests.papers
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.core.home import Home
from tests.papers.beside import pages_of, picture
from tests.papers.elements import elements_of
from tests.papers.page import page, picture_name
from tests.papers.sample import Printed, print_all

DOCS = Path(__file__).resolve().parents[2] / "docs"
PICTURES = DOCS / "pictures" / "papers"


def main() -> None:
    """Print, draw, measure, write."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        with home.opened():
            printed = print_all(home, Path(folder))
        for each in printed:
            _draw(each)
        (DOCS / "papers.md").write_text(page(printed), encoding="utf-8")


def _draw(printed: Printed) -> None:
    found = elements_of(printed.file)
    for number in pages_of(found):
        drawn = picture(printed.title, printed.file, found, number)
        drawn.save(PICTURES / picture_name(printed, number), optimize=True)


if __name__ == "__main__":
    main()
