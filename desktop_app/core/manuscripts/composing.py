"""From the passages of a file to a manuscript: Unicode, title, lead, pictures with captions, body, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from db.text import fold
from desktop_app.core.manuscripts import manuscript, markup
from desktop_app.core.manuscripts.captions import with_captions
from desktop_app.core.manuscripts.cleaning import cleaned
from desktop_app.core.manuscripts.errors import DocumentIsEmpty
from desktop_app.core.manuscripts.heading_lines import take_lead, take_title
from desktop_app.core.manuscripts.hostile import PictureFacts, picture_facts
from desktop_app.core.manuscripts.letterhead import after_letterhead
from desktop_app.core.manuscripts.manuscript import Manuscript, ManuscriptPicture, Note
from desktop_app.core.manuscripts.markup import Block, Span
from desktop_app.core.manuscripts.old_fonts import modern
from desktop_app.core.manuscripts.passages import Draft, Passage, bulleted

SMALLEST = 48
"""Pixels. What is smaller both ways is an ornament: a dot, a line, an emoji."""
LONGEST_NAME = 60


def composed(draft: Draft, source_name: str) -> Manuscript:
    """The manuscript ``draft`` holds. Raises DocumentIsEmpty when there are neither words nor pictures."""
    draft = modern(draft)
    tidy = [bulleted(cleaned(passage)) for passage in draft.passages]
    passages, headed = after_letterhead([passage for passage in tidy if passage.text or passage.picture])
    if not passages and not draft.pictures_left_out:
        raise DocumentIsEmpty(file=source_name)
    album = _Album(_plain_name(source_name), left_out=draft.pictures_left_out)
    shown = _without_captions(album, passages)
    title, rest = take_title(shown)
    lead, rest = take_lead(rest)
    body = markup.compose([_block(passage, album) for passage in rest if passage.text or passage.picture])
    notes = (*draft.notes, *_notes(draft, passages, album, headed=headed))
    return Manuscript(title, lead, body, tuple(album.pictures), source_name, notes)


@dataclass
class _Album:
    """The pictures taken out so far; facts and numbers are found by the identity of a passage."""

    name: str
    left_out: int = 0
    pictures: list[ManuscriptPicture] = field(default_factory=list)
    facts: dict[int, PictureFacts] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)

    def can_show(self, passage: Passage) -> bool:
        """Whether a passage is words or a picture of use; counts the pictures that are of none."""
        if passage.picture is None:
            return True
        facts = picture_facts(passage.picture)
        if facts is None:
            self.left_out += 1
            return False
        self.facts[id(passage)] = facts
        return max(facts.width, facts.height) >= SMALLEST

    def take(self, passage: Passage, payload: bytes, caption: str) -> None:
        facts, number = self.facts[id(passage)], len(self.pictures) + 1
        name = f"{self.name}_{number:02d}.{facts.ending}"
        self.pictures.append(ManuscriptPicture(payload, name, caption, facts.width, facts.height))
        self.numbers[id(passage)] = number


def _plain_name(source_name: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", fold(PurePath(source_name).stem)).strip("-")
    return plain[:LONGEST_NAME].strip("-") or "anh"


def _without_captions(album: _Album, passages: Sequence[Passage]) -> list[Passage]:
    shown = []
    for passage, caption in with_captions([each for each in passages if album.can_show(each)]):
        shown.append(passage)
        if passage.picture is not None:
            album.take(passage, passage.picture, caption)
    return shown


def _block(passage: Passage, album: _Album) -> Block:
    if passage.picture is not None:
        return markup.picture(album.numbers[id(passage)])
    if passage.kind in ("title", "heading"):
        return markup.plain(passage.text, "heading")
    spans = markup.joined(Span(run.text, run.bold) for run in passage.runs)
    return Block("item" if passage.kind == "item" else "paragraph", spans)


def _notes(draft: Draft, passages: Iterable[Passage], album: _Album, *, headed: bool) -> list[Note]:
    tables = {passage.table for passage in passages if passage.table}
    shrunk = sum(picture.shrunk for picture in album.pictures)
    asked = [
        (headed, manuscript.skipped_letterhead()),
        (shrunk, manuscript.shrunk_pictures(shrunk)),
        (album.left_out, manuscript.left_out_pictures(album.left_out)),
        (tables, manuscript.flattened_tables(len(tables))),
        (tables & draft.merged_tables, manuscript.merged_cells()),
    ]
    return [note for wanted, note in asked if wanted]
