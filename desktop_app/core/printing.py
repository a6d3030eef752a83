"""Printing a PDF on a printer of this PC, chosen by its name; the pages one wants, as many copies as one wants.

On Linux and macOS the system's own `lp` takes the file (CUPS); on Windows the pages are drawn onto the printer here
(``printing_windows``), so that no other program has to be there to open a PDF.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from desktop_app.core import printing_windows
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, _

PATIENCE = 30
"""Seconds for one answer of the printing system; a printer in the network may have to be woken."""
MOST_COPIES = 99
_RUN = re.compile(r"(\d{1,4})\s*(?:[-–]\s*(\d{1,4})?)?$")


class Printer(NamedTuple):
    """A printer as the system names it; ``trouble`` is what the system says against it now, in its own words."""

    name: str
    is_usual: bool = False
    trouble: str = ""


class NoPrinting(UserError):
    message = N_("Printing is not set up on this PC.")
    hint = N_("Add a printer in the system's settings, or save the paper as a PDF and print it elsewhere.")


class PrinterRefused(UserError):
    message = N_("{printer} did not take the paper: {why}")
    hint = N_("Is it switched on and connected? Try again, or choose another printer.")


class NoSuchPages(UserError):
    message = N_("“{text}” names no pages of this paper.")
    hint = N_("Write them as 1-3, 5. The paper has {total} pages.")


class NoSuchCopies(UserError):
    message = N_("“{text}” is no number of copies.")
    hint = N_("Write a number from 1 to {most}.")


def printers() -> list[Printer]:
    """The printers of this PC, the usual one first, then by name. Raises NoPrinting."""
    found = printing_windows.printers() if sys.platform == "win32" else _listed()
    known = [Printer(*each) for each in found]
    return sorted(known, key=lambda printer: (not printer.is_usual, printer.name.casefold()))


def print_pdf(path: Path, printer: str, copies: int = 1, pages: tuple[int, ...] = (), *, title: str = "") -> None:
    """Hand ``pages`` (all of them where none is named) of a PDF to ``printer``; returns once the system has them.

    Raises NoPrinting, PrinterRefused.
    """
    if sys.platform == "win32":
        why = printing_windows.print_pages(path, printer, copies, pages, title or path.stem)
    else:
        why = _sent(path, printer, copies, pages, title or path.stem)
    if why:
        raise PrinterRefused(printer=printer, why=why)


def pages_in(text: str, total: int) -> tuple[int, ...]:
    """The pages that “1-3, 5” or “4-” names, of a paper of ``total``, in order. Raises NoSuchPages."""
    numbers: set[int] = set()
    for part in filter(None, (part.strip() for part in re.split("[,;]", text))):
        found = _RUN.match(part)
        first = int(found[1]) if found else 0
        last = int(found[2]) if found and found[2] else (first if found and part.isdecimal() else total)
        if not 1 <= first <= last <= total:
            raise NoSuchPages(text=text, total=total)
        numbers.update(range(first, last + 1))
    if not numbers:
        raise NoSuchPages(text=text, total=total)
    return tuple(sorted(numbers))


def copies_in(text: str) -> int:
    """The number of copies that was typed. Raises NoSuchCopies."""
    bare = text.strip()
    if not bare.isdecimal() or not 1 <= int(bare) <= MOST_COPIES:
        raise NoSuchCopies(text=text, most=MOST_COPIES)
    return int(bare)


def ranges(pages: tuple[int, ...]) -> str:
    """“1-3,5” of the pages 1, 2, 3, 5, as `lp -P` wants them."""
    runs = [[page for _place, page in run] for _gap, run in groupby(enumerate(pages), lambda each: each[1] - each[0])]
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


# ------------------------------------------------------------------------- CUPS


def _listed() -> list[tuple[str, bool, str]]:
    usual = _answer("lpstat", "-d").stdout.rpartition(":")[2].strip()
    stopped = _stopped(_answer("lpstat", "-p").stdout)
    names = _answer("lpstat", "-e").stdout.split("\n")
    return [(name, name == usual, stopped.get(name, "")) for name in map(str.strip, names) if name]


def _stopped(told: str) -> dict[str, str]:
    """“printer NAME disabled since …” with the reason on the line below it: by printer."""
    found: dict[str, str] = {}
    lines = told.splitlines()
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        words = line.split()
        if words[:1] == ["printer"] and "disabled" in words[2:4]:
            found[words[1]] = below.strip(" -\t") if below.startswith((" ", "\t")) else _("stopped")
    return found


def _sent(path: Path, printer: str, copies: int, pages: tuple[int, ...], title: str) -> str:
    """What `lp` says against the paper; nothing where it took it."""
    wishes = ["-d", printer, "-n", str(copies), "-t", title, "-o", "media=A4"]
    wishes += ["-P", ranges(pages)] if pages else []
    done = _answer("lp", *wishes, "--", str(path))
    if not done.returncode:
        return ""
    return done.stderr.strip().removeprefix("lp: ").rstrip(".") or _("the system gave no reason")


def _answer(program: str, *wishes: str) -> subprocess.CompletedProcess[str]:
    """Ask the printing system, which answers in English then. Raises NoPrinting, PrinterRefused when it is silent."""
    english = {**os.environ, "LC_ALL": "C"}
    try:
        return subprocess.run(
            [program, *wishes],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
            env=english,
        )
    except subprocess.TimeoutExpired as error:
        raise PrinterRefused(printer=program, why=_("no answer in {seconds} s").format(seconds=PATIENCE)) from error
    except OSError as error:
        raise NoPrinting from error
