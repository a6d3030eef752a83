"""A manuscript: title, lead, body and pictures of what a teacher handed in, and what to know about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.core.i18n import N_, _

WIDE_ENOUGH = 1200
"""Pixels of the longer edge below which a picture was shrunk on its way (Word and Zalo both do)."""


@dataclass(frozen=True)
class Note:
    """Something the person should know: a stable ``code``, an English ``message`` id, its facts."""

    code: str
    message: str
    facts: dict[str, object] = field(default_factory=dict)

    def text(self) -> str:
        """The sentence in the language spoken now."""
        return _(self.message).format(**self.facts)


@dataclass(frozen=True)
class ManuscriptPicture:
    """A picture taken out of a file, byte for byte. ``width`` and ``height`` are pixels as stored.

    ``suggested_name`` is plain ASCII with the ending of the true format; ``caption`` may be "".
    """

    payload: bytes = field(repr=False)
    suggested_name: str
    caption: str
    width: int
    height: int

    @property
    def shrunk(self) -> bool:
        """Too small to print well: the original should be asked for."""
        return max(self.width, self.height) < WIDE_ENOUGH


@dataclass(frozen=True)
class Manuscript:
    """What was read. ``body`` is markup (see markup); ``![n]`` in it names ``pictures[n - 1]``."""

    title: str
    lead: str
    body: str
    pictures: tuple[ManuscriptPicture, ...]
    source_name: str
    notes: tuple[Note, ...] = ()


def converted_from(encoding: str) -> Note:
    """The text came in an old font; ``encoding`` is "TCVN3" or "VNI"."""
    message = N_("The text was in the old {encoding} font and was converted; please read it through.")
    return Note("old-font", message, {"encoding": encoding})


def guessed_encoding(encoding: str) -> Note:
    """No font was named; the letters alone told ``encoding``."""
    message = N_("The letters look like the old {encoding} font and were converted; please read them through.")
    return Note("old-font-guessed", message, {"encoding": encoding})


def shrunk_pictures(count: int) -> Note:
    message = N_("{count} pictures are small, as Word and Zalo shrink them: ask for the originals.")
    return Note("pictures-shrunk", message, {"count": count})


def left_out_pictures(count: int) -> Note:
    message = N_("{count} pictures could not be taken out: ask for them as separate files.")
    return Note("pictures-left-out", message, {"count": count})


def flattened_tables(count: int) -> Note:
    message = N_("{count} tables became lines of text; please check them.")
    return Note("tables-flattened", message, {"count": count})


def merged_cells() -> Note:
    message = N_("A table has merged cells; its lines may need a look.")
    return Note("cells-merged", message)


def skipped_letterhead() -> Note:
    message = N_("The letterhead at the top (country, office, number, date) was left out.")
    return Note("letterhead-skipped", message)


def removed_chat_marks() -> Note:
    message = N_("Names and times of the chat were taken out of the text.")
    return Note("chat-marks", message)


def converted_document(program: str) -> Note:
    message = N_("The old Word file was read through {program}; please compare it with the original.")
    return Note("old-word", message, {"program": program})


def unreadable_letters(count: int) -> Note:
    message = N_("{count} letters could not be read; they stand as “�” in the text.")
    return Note("letters-unreadable", message, {"count": count})
