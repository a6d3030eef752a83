"""The typesetter comes quickly, and can all it could; while it works nobody searches for garbage."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.reports.paper import Milestone, Paper, Part
from desktop_app.core.reports.pdf import write_pdf

LOADED = """
import re
compiled = re.compile
from desktop_app.core.reports.typesetter import load_typesetter
load_typesetter()
from reportlab.platypus import paragraph
assert re.compile is compiled
print(type(paragraph.uri_pat) is not re.Pattern, paragraph._uri_split_pairs("https://Trường.vn/a/b"))
"""
AS_IT_IS = """
from reportlab.platypus import paragraph
print(True, paragraph._uri_split_pairs("https://Trường.vn/a/b"))
"""


def test_web_addresses_are_taken_apart_as_ever_though_their_pattern_is_compiled_only_then() -> None:
    said = [subprocess.check_output([sys.executable, "-c", each]) for each in (LOADED, AS_IT_IS)]
    assert said[0] == said[1]


def test_no_search_for_garbage_while_a_paper_is_set_and_again_after_it_even_if_it_was_stopped(tmp_path: Path) -> None:
    progress, searching, before = Progress(), [], gc.isenabled()
    gc.enable()  # a window of an earlier test searches by itself, and has it off

    def parts() -> Iterator[Part]:
        searching.append(gc.isenabled())
        progress.cancel()
        yield Milestone("")

    with pytest.raises(Cancelled):
        write_pdf(Paper("", "", "", parts), tmp_path / "a.pdf", progress)
    after = gc.isenabled()
    (gc.enable if before else gc.disable)()
    assert [*searching, after] == [False, True]
    assert re.compile.__module__ == "re"
