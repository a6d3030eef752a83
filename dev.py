#!/usr/bin/env python3
"""One command for each thing a developer does: `python3 dev.py test`. Plain standard library, Python 3.11 on.

The first command makes `.venv` from the locked, hashed requirements; later ones use it until a lock changes.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

if sys.version_info < (3, 11):  # noqa: UP036  a person may well start it with an older one
    sys.exit(f"Loa Truong needs Python 3.11 or newer; {sys.executable} is {platform.python_version()}.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
SYSTEM_PYTHON = "/usr/bin/python3"

RUN_LOCK = ROOT / "requirements-build.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
LOCKS = {
    "requirements.lock": (),
    "requirements-build.lock": ("build",),
    "requirements-dev.lock": ("build", "dev"),
}

LOCALE = ROOT / "assets" / "locale"
PICTURES = ROOT / "docs" / "pictures"
SAMPLE_MONTH = "2024-05"  # the month the sample school lives
BENCHMARKS = ROOT / "benchmarks"

WORKERS = min(4, os.cpu_count() or 1)
SCREEN = "1366x768x24"  # the commonest screen of a school's PC
DPI = "96"

HOW_TO_GET_TKINTER = """\
{python} has no tkinter, so it cannot open a window. Take a Python 3.11 or newer that has it:
  Debian, Ubuntu   sudo apt-get install python3 python3-tk python3-venv xvfb   then {system} dev.py
  Fedora           sudo dnf install python3 python3-tkinter xorg-x11-server-Xvfb   then {system} dev.py
  Windows          the installer from python.org, with "tcl/tk and IDLE" ticked (as it is by default)
  macOS            the installer from python.org, or: brew install python-tk
A Python built by hand or by pyenv gets tkinter when tk-dev is installed before it is built again.
`dev.py demo` and `dev.py check` work without."""


# ---------------------------------------------------------------- the commands


def run(args: Sequence[str]) -> int:
    """Start the app from source; arguments go to its command line."""
    set_up(RUN_LOCK, window=not args)
    return call(PYTHON, "-m", "desktop_app", *args)


def demo(args: Sequence[str]) -> int:
    """A sample school lives one month; its bundle lies in build/demo. Needs no window."""
    set_up(RUN_LOCK)
    to = [] if "--to" in args else ["--to", ROOT / "build" / "demo"]
    return call(PYTHON, "-m", "desktop_app", "demo", *to, *args)


def test(args: Sequence[str]) -> int:
    """Everything `check` looks at, then all tests on screens of their own; arguments go to pytest."""
    set_up(DEV_LOCK, window=True)
    bring_builders()
    failed = run_checks()
    with screens(WORKERS) as shown:
        tests_failed = pytest("-n", WORKERS, "--dist", "loadfile", *args, env=shown)
    return tests_failed or failed


def check(_args: Sequence[str]) -> int:
    """Format, lint, types, floors and the house rules, without the other tests."""
    set_up(DEV_LOCK)
    return run_checks() or pytest("tests/test_house.py")


def build(args: Sequence[str]) -> int:
    """The program as one folder, dist/loa, and a try-out of it; arguments go to pytest."""
    set_up(DEV_LOCK, window=True)
    bring_builders()
    failed = call(PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec")
    if failed:
        return failed
    with screens(1) as shown:
        return pytest("-m", "build", "tests/build", *args, env={**shown, "LOA_PROGRAM": str(built_program())})


def bench(_args: Sequence[str]) -> int:
    """Every benchmarks/bench_*.py, one table row each, into benchmarks/results.md."""
    set_up(DEV_LOCK, window=True)
    with screens(1) as shown:
        answers = {file.stem: rows_of(file.stem, shown) for file in sorted(BENCHMARKS.glob("bench_*.py"))}
    rows = [row for answer in answers.values() for row in answer]
    (BENCHMARKS / "results.md").write_text("\n".join([*results_head(), *rows, ""]), encoding="utf-8")
    print(*rows, sep="\n")
    return 0 if all(answers.values()) else 1


def shots(_args: Sequence[str]) -> int:
    """A picture of every screen for the manual, docs/pictures/*.png; the first also in dark and at 150 %."""
    set_up(DEV_LOCK, window=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with screens(1) as shown, TemporaryDirectory() as folder:
        school = ["--home", Path(folder) / "home"]
        must(PYTHON, "-m", "desktop_app", *school, "demo", "--to", Path(folder) / "bundle")
        names = output("-m", "desktop_app", *school, "screenshot", "--list", env=shown).split()
        wanted: list[tuple[str, ...]] = [(f"{name}.png", name) for name in names]
        (letter := Path(folder) / "tin.txt").write_text("Hội khoẻ Phù Đổng\n\nSáng nay cả trường ra sân.", "utf-8")
        taken_in = ["article", "import", letter, "--topic", "10", "--json"]
        sent = json.loads(output("-m", "desktop_app", *school, *taken_in, env=shown))
        must(PYTHON, "-m", "desktop_app", *school, "article", "submit", sent[0]["id"])
        wanted.append(("queue.png", "articles", "--wish", "queue=1"))
        written = json.loads(output("-m", "desktop_app", *school, "article", "list", "--json", env=shown))[1:]
        wanted += [("editor.png", "articles", "--wish", f"article_id={one['id']}") for one in written[:1]]
        wanted += [(f"{face}.png", "media", "--wish", f"face={face}") for face in ("filmstrip", "albums", "consents")]
        wanted += [("today-dark.png", "today", "--theme", "dark"), ("today-150.png", "today", "--scaling", "1.5")]
        failed = [file for file, *how in wanted if take_picture(PICTURES / file, school, how, shown)]
    return 1 if failed or not names else 0


def papers(_args: Sequence[str]) -> int:
    """Every kind of paper beside the decree's layout, docs/papers.md with its pictures."""
    set_up(DEV_LOCK)
    return call(PYTHON, "-m", "tests.papers")


def lock(args: Sequence[str]) -> int:
    """Resolve pyproject.toml anew into the three requirements*.lock; arguments go to `uv pip compile`."""
    set_up(DEV_LOCK)
    # From the largest to the smallest, each bound by the one before: all three agree on every version.
    bound: list[object] = []
    for name, extras in reversed(LOCKS.items()):
        if failed := resolve(name, extras, [*bound, *args]):
            return failed
        bound = ["--constraints", name]
    return 0


def messages(_args: Sequence[str]) -> int:
    """New English strings of the code into app.po, to be translated there."""
    set_up(DEV_LOCK)
    template = ROOT / "build" / "app.pot"
    template.parent.mkdir(exist_ok=True)
    keywords = ["-k", "N_", "-k", "in_vietnamese"]
    return babel("extract", "--no-wrap", *keywords, "-o", template, "db", "desktop_app") or babel(
        "update", "--no-wrap", "--no-fuzzy-matching", "-i", template, "-d", LOCALE, "-D", "app", "-l", "vi"
    )


COMMANDS = (run, demo, test, check, build, bench, shots, papers, lock, messages)


# ---------------------------------------------------------------- what they are made of


def run_checks() -> int:
    """Run every tool even when one complains, so that a person reads all complaints at once."""
    tools = (
        ("ruff", "format", "--check", "--quiet", "."),
        ("ruff", "check", "--quiet", "."),
        ("mypy", "--no-error-summary"),
        ("lint-imports", "--no-logo"),
    )
    failed = [tool for tool in tools if call(PYTHON.parent / tool[0], *tool[1:])]
    for tool in failed:
        say(f"complaints from {' '.join(tool)}")
    return 1 if failed else 0


def pytest(*args: object, env: dict[str, str] | None = None) -> int:
    return call(PYTHON, "-m", "pytest", *args, env=env)


def rows_of(benchmark: str, env: dict[str, str]) -> list[str]:
    """The table rows a benchmark prints; what else it prints is for the person who waits."""
    say(benchmark)
    return [line for line in output("-m", f"benchmarks.{benchmark}", env=env).splitlines() if line.startswith("|")]


def results_head() -> list[str]:
    system, cores, python = platform.platform(), os.cpu_count(), platform.python_version()
    return [
        "# Speed, as ratios measured in one run",
        "",
        f"`python3 dev.py bench` wrote this on {system}, {cores} cores, Python {python}.",
        "",
        "| path | against | ours | theirs | ratio | goal |",
        "|---|---|---|---|---|---|",
    ]


def take_picture(file: Path, school: Sequence[object], how: Sequence[str], env: dict[str, str]) -> int:
    say(f"{file.relative_to(ROOT)}")
    name, *options = how
    asked = ("screenshot", name, file, "--month", SAMPLE_MONTH, *options)
    return call(PYTHON, "-m", "desktop_app", *school, *asked, env=env)


def resolve(name: str, extras: Sequence[str], args: Sequence[object]) -> int:
    """Write one lock for every system and every Python from 3.11 on; it names no index."""
    chosen = [word for extra in extras for word in ("--extra", extra)]
    return call(
        *(PYTHON, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
        *("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
        *("--strip-extras", "pyproject.toml", "-o", name, *chosen, *args),
    )


def babel(*args: object) -> int:
    return call(PYTHON, "-m", "babel.messages.frontend", "--quiet", *args)


def built_program() -> Path:
    return ROOT / "dist" / "loa" / ("loa-cli.exe" if WINDOWS else "loa")


# ---------------------------------------------------------------- the ground


def set_up(requirements: Path, *, window: bool = False) -> None:
    """Make `.venv` fit ``requirements`` and compile the words; nothing happens when all is there."""
    if not works(PYTHON, window=window):
        make_venv(window=window)
    if not is_installed(requirements):
        say(f"installing {requirements.name}")
        must(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", requirements)
        stamp().write_text(stamp_of(requirements), encoding="utf-8")
    compile_words()


def make_venv(*, window: bool) -> None:
    python = base_python(window=window)
    say(f"making .venv with {python}")
    must(python, "-m", "venv", "--clear", VENV)


def base_python(*, window: bool) -> str:
    """The Python that started us or, where that one cannot serve, the system's own."""
    ours = getattr(sys, "_base_executable", sys.executable)  # inside a venv: the Python it was made from
    for bring_packages in (False, True):
        if bring_packages:
            bring("python3-venv", *(["python3-tk"] if window else []))
        for python in (ours, SYSTEM_PYTHON):
            if works(python, window=window, venv=True):
                return python
    if works(ours, window=window):
        sys.exit("python3-venv is missing. Debian, Ubuntu: sudo apt-get install python3-venv")
    sys.exit(HOW_TO_GET_TKINTER.format(python=ours, system=SYSTEM_PYTHON))


def works(python: Path | str, *, window: bool, venv: bool = False) -> bool:
    """Whether ``python`` is there, new enough, and has what is needed."""
    needed = ["sys", "pip" if not venv else "ensurepip", *(["tkinter"] if window else [])]
    question = f"import {', '.join(needed)}; sys.exit(sys.version_info < (3, 11))"
    if not Path(python).exists():
        return False
    return not subprocess.run([python, "-c", question], capture_output=True, check=False).returncode


def is_installed(requirements: Path) -> bool:
    there = stamp().read_text(encoding="utf-8") if stamp().exists() else ""
    # The developer's lock holds all of the smaller one.
    return there in {stamp_of(requirements), stamp_of(DEV_LOCK)}


def stamp() -> Path:
    return VENV / "installed.txt"


def stamp_of(requirements: Path) -> str:
    return f"{requirements.name} {hashlib.sha256(requirements.read_bytes()).hexdigest()}"


def compile_words() -> None:
    """app.po to app.mo where it is older, so that a person may edit app.po and just run."""
    for words in LOCALE.glob("*/LC_MESSAGES/*.po"):
        compiled = words.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < words.stat().st_mtime:
            must(PYTHON, "-m", "babel.messages.frontend", "--quiet", "compile", "-i", words, "-o", compiled)


@contextmanager
def screens(count: int) -> Iterator[dict[str, str]]:
    """Screens that nobody sees, so that tests never disturb a desktop nor each other; one for each worker."""
    if sys.platform != "linux":
        yield {}
        return
    if not shutil.which("Xvfb") and not bring("xvfb"):
        sys.exit("Xvfb is missing. Debian, Ubuntu: apt-get install xvfb   Fedora: dnf install xorg-x11-server-Xvfb")
    servers = [start_screen() for _ in range(count)]
    try:
        displays = [display for _, display in servers]
        yield {"DISPLAY": displays[0], "LOA_SCREENS": " ".join(displays), "WAYLAND_DISPLAY": ""}
    finally:
        for server, _ in servers:
            server.terminate()
            server.wait()


def start_screen() -> tuple[subprocess.Popen[bytes], str]:
    """A new X server and the name of its display, which it chooses itself."""
    reader, writer = os.pipe()
    options = ["-screen", "0", SCREEN, "-dpi", DPI, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", *options, "-displayfd", str(writer)], pass_fds=[writer], stderr=subprocess.DEVNULL
    )
    os.close(writer)
    with os.fdopen(reader) as answer:
        number = answer.readline().strip()
    if not number:
        sys.exit(f"Xvfb did not start: Xvfb {' '.join(options)}")
    return server, f":{number}"


def bring_builders() -> None:
    """What PyInstaller needs beside Python on Linux: a tool that reads libraries, and Python as a library."""
    if sys.platform != "linux":
        return
    if not shutil.which("objdump"):
        bring("binutils")
    question = "from PyInstaller.depend import bindepend; bindepend.get_python_library_path()"
    if subprocess.run([PYTHON, "-c", question], capture_output=True, check=False).returncode:
        bring(f"libpython3.{sys.version_info.minor}")


def bring(*packages: str) -> bool:
    """Install Debian packages where we may; True when they are there."""
    if WINDOWS or not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    say(f"apt-get install {' '.join(packages)}")
    apt_get("update")
    return not apt_get("install", "-y", "--no-install-recommends", *packages)


@functools.cache  # the lists of packages are brought once
def apt_get(*words: str) -> int:
    quiet = environment({"DEBIAN_FRONTEND": "noninteractive"})
    return subprocess.run(["apt-get", "-qq", *words], env=quiet, stdout=subprocess.DEVNULL, check=False).returncode


# ---------------------------------------------------------------- processes


def call(*command: object, env: dict[str, str] | None = None) -> int:
    """Run ``command`` in the project's folder; its exit code."""
    sys.stdout.flush()
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env=environment(env), check=False).returncode


def must(*command: object) -> None:
    """Run ``command``; without it nothing else makes sense."""
    if code := call(*command):
        sys.exit(code)


def output(*args: object, env: dict[str, str]) -> str:
    """What our Python prints when run with ``args``; nothing when it fails."""
    command = [str(PYTHON), *(str(word) for word in args)]
    pipe = subprocess.PIPE
    done = subprocess.run(command, cwd=ROOT, env=environment(env), stdout=pipe, encoding="utf-8", check=False)
    return "" if done.returncode else done.stdout


def environment(more: dict[str, str] | None) -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **(more or {})}


def say(text: str) -> None:
    print(f"dev.py: {text}", flush=True)


def usage() -> str:
    lines = [f"  {command.__name__:<9} {(command.__doc__ or '').splitlines()[0]}" for command in COMMANDS]
    return "\n".join(["python3 dev.py COMMAND [ARGUMENTS]", "", *lines])


def main(arguments: Sequence[str]) -> int:
    chosen = {command.__name__: command for command in COMMANDS}.get(arguments[0] if arguments else "")
    if not chosen:
        print(usage())
        return 0 if arguments[:1] in ([], ["-h"], ["--help"], ["help"]) else 2
    return chosen(arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
