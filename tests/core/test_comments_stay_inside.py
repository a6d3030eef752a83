"""What is said inside the school never leaves it: no file of a month's bundle holds a word of a comment."""

from __future__ import annotations

from pathlib import Path

import pdfplumber

from db.models import Article
from desktop_app.core import comments, demo, exporting
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.periods import Month

SECRET = "XINĐỪNGĐƯARANGOÀI"


def words_of(file: Path) -> str:
    if file.suffix == ".pdf":
        with pdfplumber.open(file) as paper:
            return "".join(page.extract_text() for page in paper.pages)
    return file.read_bytes().decode("utf-8", "ignore")


def test_no_file_of_a_bundle_holds_a_comment(home: Home, tmp_path: Path) -> None:
    stick, again = tmp_path / "stick", tmp_path / "again"
    for folder in (stick, again):
        folder.mkdir()
    demo.live_a_month(home, stick, Progress())
    for article in Article.select():
        comments.say(str(article.id), SECRET, quote="", by_name=SECRET)
    bundle = exporting.export_month(home, Month(2024, 5), again, Progress()).path
    files = [file for file in bundle.rglob("*") if file.is_file()]
    assert any(file.suffix == ".pdf" for file in files)
    assert [file.name for file in files if SECRET in words_of(file)] == []
