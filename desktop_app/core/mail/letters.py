"""The letters a report travels in: files shared out so that each letter is small enough, the report's paper first."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from pathlib import Path
from typing import NamedTuple

from db.fields import now
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.mail.errors import NothingToSend

MEGABYTE = 1_000_000
ROOM_FOR_WORDS = 40_000
"""Bytes of a letter kept for its head, its words and the names of files."""
BASE64 = 4 / 3 * 78 / 76
"""Bytes that an attached byte takes: four letters for three bytes, in lines of 76 with their ends (RFC 2045, 6.8)."""


class Attached(NamedTuple):
    """A file to send and the name it arrives under."""

    name: str
    file: Path


class Sharing(NamedTuple):
    """Which files go together into which letter, and those no letter can hold."""

    letters: list[list[Attached]]
    left_out: list[Attached]


class Words(NamedTuple):
    """What a letter says: its subject and the sentences above the list of files."""

    subject: str
    text: str


def shared_out(files: Sequence[Attached], limit_mb: int) -> Sharing:
    """``files`` in their order, each letter filled before the next is begun. Raises NothingToSend."""
    room = limit_mb * MEGABYTE - ROOM_FOR_WORDS
    letters: list[list[Attached]] = []
    left_out: list[Attached] = []
    free = 0.0
    for each in files:
        taken = each.file.stat().st_size * BASE64 + 500
        if taken > room:
            left_out.append(each)
            continue
        if not letters or taken > free:
            letters.append([])
            free = room
        letters[-1].append(each)
        free -= taken
    if not letters:
        raise NothingToSend(megabytes=limit_mb)
    return Sharing(letters, left_out)


def letters_of(words: Words, sender: str, to: Sequence[str], sharing: Sharing) -> Iterator[bytes]:
    """Each letter as it goes over the line (RFC 5322); they name their place in the row and what stayed behind."""
    count = len(sharing.letters)
    for number, files in enumerate(sharing.letters, 1):
        letter = EmailMessage(policy=SMTP)
        subject = words.subject if count == 1 else f"{words.subject} ({number}/{count})"
        letter["Subject"], letter["From"], letter["To"] = subject, sender, ", ".join(to)
        letter["Date"], letter["Message-ID"] = format_datetime(now()), make_msgid(domain=sender.rpartition("@")[2])
        letter.set_content(_text(words.text, number, count, files, sharing.left_out))
        for each in files:
            kind, _encoding = mimetypes.guess_type(each.name)
            whole, _slash, part = (kind or "application/octet-stream").partition("/")
            letter.add_attachment(each.file.read_bytes(), maintype=whole, subtype=part, filename=each.name)
        yield letter.as_bytes()


def _text(text: str, number: int, count: int, files: Sequence[Attached], left_out: Sequence[Attached]) -> str:
    lines = [text, ""]
    if count > 1:
        lines += [in_vietnamese("Letter {number} of {count}.").format(number=number, count=count), ""]
    lines += [in_vietnamese(N_("Files in this letter and their SHA-256:")), *map(_line, files)]
    if left_out and number == 1:
        lines += ["", in_vietnamese(N_("Too large for a letter; ask the school for them:"))]
        lines += [f"- {each.name} ({each.file.stat().st_size / MEGABYTE:.1f} MB)" for each in left_out]
    return "\n".join(lines) + "\n"


def _line(each: Attached) -> str:
    with each.file.open("rb") as file:
        return f"- {each.name}\n  {hashlib.file_digest(file, 'sha256').hexdigest()}"
