"""The program as a school gets it: one folder, no Python, and all that a first month needs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PyInstaller.depend.bindepend import get_python_library_path
from PyInstaller.exceptions import PythonLibraryNotFoundError
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

pytestmark = [pytest.mark.build, pytest.mark.timeout(600)]  # building counts as the first test's time

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT.parent / "shared" / "plan" / "ke-hoach-truyen-thong-2024.txt"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program that `dev.py build` made or, without it, one made now (most of a minute)."""
    if made := os.environ.get("LOA_PROGRAM"):
        return Path(made)
    skip_where_nothing_can_be_built()
    folder = tmp_path_factory.mktemp("built")
    places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work")]
    build = [
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "ERROR",
        *places,
        "build.spec",
    ]
    subprocess.run(build, cwd=ROOT, check=True)
    return folder / "dist" / "loa" / "loa"


def skip_where_nothing_can_be_built() -> None:
    if sys.platform == "linux" and not shutil.which("objdump"):
        pytest.skip("PyInstaller needs objdump (Debian: binutils)")
    try:
        get_python_library_path()
    except PythonLibraryNotFoundError:
        pytest.skip("PyInstaller needs Python as a shared library (Debian: libpython3.11)")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A new school's folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def answer(program: Path, home: Path, *words: object) -> Any:
    """What the program says as JSON; run outside the project, with no Python of ours to lean on."""
    command = [str(word) for word in (program, "--home", home, "--json", *words)]
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=home, env=bare, capture_output=True, encoding="utf-8", check=False)
    assert not done.returncode, done.stderr + done.stdout
    return json.loads(done.stdout)


def test_it_shows_its_window(program: Path, home: Path, tmp_path: Path) -> None:
    picture = tmp_path / "today.png"
    subprocess.run([program, "--home", home, "screenshot", "today", picture], check=True, timeout=60)
    with Image.open(picture) as image:
        assert image.width >= 800
        assert len(image.getcolors(maxcolors=1 << 24) or []) > 10  # a drawn screen, not a blank one


def test_its_sample_month_ends_in_a_bundle_it_can_verify(program: Path, home: Path, tmp_path: Path) -> None:
    made = answer(program, home, "demo", "--to", tmp_path)
    assert made["verified"]
    assert answer(program, home, "verify", made["bundle"])["ok"]
    assert_fonts_are_inside(Path(made["report"]))


def test_it_reads_the_schools_plan_and_makes_its_month(program: Path, home: Path, tmp_path: Path) -> None:
    if not PLAN.exists():
        pytest.skip("the plan of 2024 is not beside the project")
    read = answer(program, home, "plan", "import", PLAN)
    assert (read["topics"], read["items"]) == (13, 27)
    exported = answer(program, home, "export", "month", "2024-05", "--to", tmp_path)
    assert exported["verified"]
    assert_fonts_are_inside(Path(exported["report"]))


def assert_fonts_are_inside(paper: Path) -> None:
    fonts = fonts_of(paper)
    assert fonts
    assert not sorted(name for name, embedded in fonts.items() if not embedded)


def fonts_of(paper: Path) -> dict[str, bool]:
    """Each font of the PDF and whether its letters are inside."""
    fonts: dict[str, bool] = {}
    for page in PdfReader(paper).pages:
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        for reference in resources.get("/Font", DictionaryObject()).values():
            font = reference.get_object()
            descriptor = font.get("/FontDescriptor", DictionaryObject()).get_object()
            fonts[str(font["/BaseFont"])] = "/FontFile2" in descriptor
    return fonts
