"""The house itself: its floors, its sizes, its words. What no linter sees."""

from __future__ import annotations

import ast
import graphlib
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]
OURS = ("db", "desktop_app", "tests", "benchmarks")
PRODUCT = ("db", "desktop_app")
WORDS = ROOT / "assets" / "locale" / "vi" / "LC_MESSAGES" / "app.po"

CHOOSES_THE_FACE = "desktop_app/__main__.py"  # takes the window only when asked: the rest works without tkinter

LONGEST_FILE = 400
LONGEST_FUNCTION = 40

TOP_LEVEL = {
    *("assets", "benchmarks", "db", "desktop_app", "docs", "tests"),
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "NOTICE"),
    *("build.spec", "dev.py", "pyproject.toml"),
    *("requirements.lock", "requirements-build.lock", "requirements-dev.lock"),
}
MADE_HERE = {"build", "dist"}

IMPORT_WITHOUT_A_WINDOW = """
import importlib, pkgutil, sys
sys.modules["tkinter"] = None
import db, desktop_app.__main__, desktop_app.cli, desktop_app.core
for package in (db, desktop_app.core, desktop_app.cli):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
"""


# ---------------------------------------------------------------- floors


def test_everything_below_the_window_lives_without_tkinter() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_WITHOUT_A_WINDOW],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.returncode, done.stderr


def test_our_own_modules_are_imported_at_the_top_only() -> None:
    hidden = [
        f"{place(file)}:{statement.lineno}"
        for file in files(*OURS)
        if place(file) != CHOOSES_THE_FACE
        for function in functions(tree(file))
        for statement in imports(function)
        if any(name.split(".")[0] in PRODUCT for name in imported_names(statement))
    ]
    assert not hidden


def test_no_modules_import_each_other_in_a_circle() -> None:
    modules = {module_name(file) for file in files(*PRODUCT)}
    graph = {module_name(file): imports_of(file, modules) for file in files(*PRODUCT)}
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


def test_the_top_level_holds_only_what_the_readme_names() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert not names - TOP_LEVEL - MADE_HERE


# ---------------------------------------------------------------- sizes


def test_no_file_is_too_long_to_read_in_one_sitting() -> None:
    lengths = {place(file): len(text(file).splitlines()) for file in [*files(*OURS), ROOT / "dev.py"]}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = {
        f"{place(file)}:{function.lineno} {function.name}": length(function)
        for file in [*files(*OURS), ROOT / "dev.py"]
        for function in functions(tree(file))
    }
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION}


def test_every_file_says_what_it_is_for() -> None:
    assert not [place(file) for file in files(*OURS) if not ast.get_docstring(tree(file))]


# ---------------------------------------------------------------- words


def test_every_sentence_of_the_code_is_in_the_catalogue() -> None:
    known = {message.id for message in entries()}
    assert not sorted(sentence for sentence in sentences() if sentence not in known)


def test_every_sentence_is_translated_and_looked_at() -> None:
    assert not [message.id for message in entries() if not message.string or message.fuzzy]


def test_no_sentence_stands_twice_in_the_catalogue() -> None:
    assert len(re.findall(r"^msgid ", text(WORDS), re.MULTILINE)) == len(list(entries())) + 1  # and the head


def test_a_translation_names_the_same_facts_as_its_sentence() -> None:
    different = [message.id for message in entries() if facts(str(message.id)) != facts(str(message.string or ""))]
    assert not different


# ---------------------------------------------------------------- how the house is read


def files(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


@cache
def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(text(file))


def place(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def module_name(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def functions(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(module) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def imports(node: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    return (inner for inner in ast.walk(node) if isinstance(inner, (ast.Import, ast.ImportFrom)))


def imported_names(statement: ast.Import | ast.ImportFrom) -> list[str]:
    """The modules a statement may import: `from a import b` names a and a.b."""
    names = [alias.name for alias in statement.names]
    if isinstance(statement, ast.Import):
        return names
    return [str(statement.module), *(f"{statement.module}.{name}" for name in names)]


def imports_of(file: Path, modules: set[str]) -> set[str]:
    """Our modules that ``file`` imports; a package counts only when something of its own is taken from it."""
    found: set[str] = set()
    for statement in imports(tree(file)):
        names = [name for name in imported_names(statement) if name in modules]
        submodules = isinstance(statement, ast.ImportFrom) and len(names) == len(statement.names) + 1
        found.update(names[1:] if submodules else names)
    return found - {module_name(file)}


@cache
def catalogue() -> Catalog:
    with WORDS.open("rb") as file:
        return read_po(file, locale="vi", abort_invalid=True)


def entries() -> Iterator[Message]:
    return (message for message in catalogue() if message.id)


def sentences() -> set[str]:
    """Every string the code marks for the catalogue."""
    marks = {"_": None, "N_": None, "in_vietnamese": None}
    found = (extract_from_file("python", file, keywords=marks) for file in files("desktop_app"))
    return {str(message) for extracted in found for _, message, _, _ in extracted}


def facts(sentence: str) -> set[str]:
    """The names between braces: {drive}, {missing}."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
