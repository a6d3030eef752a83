"""Old Word files (.doc): handed to Word or LibreOffice on this PC, which save them as .docx."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil

from desktop_app.core.i18n import _
from desktop_app.core.manuscripts import manuscript
from desktop_app.core.manuscripts.docx import read_docx
from desktop_app.core.manuscripts.errors import DocumentIsLocked, NotADocument, OldWordNotReadable
from desktop_app.core.manuscripts.passages import Draft

SECONDS = 120
"""An office program on an old PC may need a minute to start."""

# File names of Microsoft's compound files [MS-CFB 2.6.1] stand in UTF-16 in the directory.
_WORD = "WordDocument".encode("utf-16-le")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PLACES = ("C:/Program Files/LibreOffice/program", "C:/Program Files (x86)/LibreOffice/program")
_WORD_SAVES_AS = """
$word = New-Object -ComObject Word.Application
try {
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  $document = $word.Documents.Open($env:LOA_FROM, $false, $true)
  $document.SaveAs([ref]$env:LOA_TO, [ref]16)
  $document.Close($false)
} finally { $word.Quit() }
"""


class Program(NamedTuple):
    """An office program on this PC: its name and the command that turns one file into another."""

    name: str
    command: list[str]
    from_to: dict[str, str]


def read_doc(path: Path) -> Draft:
    """The passages of a .doc, through the first program that manages it.

    Raises OldWordNotReadable when none does, DocumentIsLocked, and NotADocument for Excel and the like.
    """
    _refuse_others(path)
    with tempfile.TemporaryDirectory(prefix="loa-doc-") as folder:
        copy = Path(folder, "in", "manuscript.doc")  # a plain name: some converters stumble over others
        copy.parent.mkdir()
        shutil.copyfile(path, copy)
        for program in _programs(copy):
            made = copy.parent.with_name("out") / "manuscript.docx"
            if _runs_through(program) and made.exists():
                draft = read_docx(made)
                draft.notes.append(manuscript.converted_document(program.name))
                return draft
    raise OldWordNotReadable(file=path.name)


def _refuse_others(path: Path) -> None:
    raw = path.read_bytes()
    if _LOCKED in raw:
        raise DocumentIsLocked(file=path.name)
    if _WORD not in raw:
        raise NotADocument(file=path.name, what=_("a file of another Office program"))


def _programs(copy: Path) -> Iterator[Program]:
    out = copy.parent.with_name("out")
    out.mkdir()
    if sys.platform == "win32":
        command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", _WORD_SAVES_AS]
        yield Program("Word", command, {"LOA_FROM": str(copy), "LOA_TO": str(out / "manuscript.docx")})
    office = shutil.which("soffice") or shutil.which("soffice", path=os.pathsep.join(_PLACES))
    if office:
        # A profile of its own: a LibreOffice that is open already would swallow the request.
        profile = f"-env:UserInstallation={copy.parent.with_name('profile').as_uri()}"
        options = ["--headless", "--norestore", "--convert-to", "docx", "--outdir", str(out)]
        yield Program("LibreOffice", [office, profile, *options, str(copy)], {})


def _runs_through(program: Program) -> bool:
    """Whether the program ended well and in time; a hanging one is ended with all it started."""
    try:
        running = subprocess.Popen(
            program.command,
            env={**os.environ, **program.from_to},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # no black box flashes up on Windows
        )
    except OSError:
        return False
    try:
        return running.wait(SECONDS) == 0
    except subprocess.TimeoutExpired:
        _end(running)
        return False


def _end(running: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        for child in psutil.Process(running.pid).children(recursive=True):
            child.kill()
    running.kill()
    running.wait()
