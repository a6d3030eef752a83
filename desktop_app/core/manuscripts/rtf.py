"""Rich text (.rtf) of Word, WordPad and old programs: words with their fonts, tables, pictures in order.

Ready-made readers give plain text only; fonts are needed here to read TCVN3 and VNI, and pictures too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.core.manuscripts import tables
from desktop_app.core.manuscripts.errors import DocumentIsDamaged
from desktop_app.core.manuscripts.old_fonts import encoding_of_font
from desktop_app.core.manuscripts.passages import Draft, Kind, Passage, Run
from desktop_app.core.manuscripts.rtf_tokens import Token, tokens

DEEPEST = 2_000
"""Groups inside groups. Word stays below 30."""

_SKIPPED = {
    *("colortbl", "info", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
    *("shprslt", "footnote", "annotation", "nonshppict", "themedata", "datastore", "fldinst", "xmlnstbl", "objdata"),
    *("listtable", "listoverridetable", "rsidtbl", "generator", "filetbl", "pnseclvl", "bkmkstart", "bkmkend"),
}
_KEPT_STARRED = {"shppict", "shptxt", "shpinst", "listtext", "pntext"}
_SIGNS = {
    **{"tab": " ", "line": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " "},
    **{"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"},
    **{"~": "\u00a0", "-": "\u00ad", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"},
}
_CODE_PAGES = {0: 1252, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 204: 1251, 238: 1250}
_BULLET = re.compile(r"^[^\w]*$")


@dataclass
class _Group:
    """What holds until the closing brace."""

    place: str = "text"  # text, quiet (words count, text does not), skipped, fonttbl, stylesheet, pict, mark
    font: int | None = None
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    unicode_skip: int = 1
    starred: bool = False


@dataclass
class _Font:
    name: bytes = b""
    code_page: int | None = None


@dataclass
class _Paragraph:
    """The paragraph being written."""

    runs: list[Run] = field(default_factory=list)
    mark: str = ""
    centred: bool = False
    kind: Kind = "paragraph"
    in_table: bool = False


def read_rtf(path: Path) -> Draft:
    """The passages of an .rtf. Raises DocumentIsDamaged for what is none."""
    raw = path.read_bytes()
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise DocumentIsDamaged(file=path.name)
    return _RtfFile(path.name).draft_of(raw)


class _RtfFile:
    """One pass over the tokens of a file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.draft = Draft()
        self.group = _Group()
        self.outer: list[_Group] = []
        self.fonts: dict[int, _Font] = {}
        self.default_font = 0
        self.code_page = 1252
        self.styles: dict[int, bytes] = {}
        self.style = 0
        self.paragraph = _Paragraph()
        self.picture = bytearray()
        self.picture_digits = bytearray()
        self.to_skip = 0
        self.high = ""
        self.pending = bytearray()
        self.cell: list[Passage] = []
        self.row: tables.Row = []
        self.rows: list[tables.Row] = []
        self.merged = False
        self.words: dict[str, Callable[[int | None], None]] = {
            name.removeprefix("on_"): getattr(self, name) for name in dir(self) if name.startswith("on_")
        }

    def draft_of(self, raw: bytes) -> Draft:
        for token in tokens(raw):
            self.take(token)
        self.end_paragraph()
        self.end_table()
        return self.draft

    def take(self, token: Token) -> None:
        if token.kind == "bytes":
            self.text(token.text)
            return
        self.say_pending()
        if token.kind == "open":
            self.open()
        elif token.kind == "close":
            self.close()
        else:
            self.control(token)

    # ---------------------------------------------------------------- groups

    def open(self) -> None:
        if len(self.outer) > DEEPEST:
            raise DocumentIsDamaged(file=self.file)
        self.outer.append(self.group)
        self.group = replace(self.group, starred=False)

    def close(self) -> None:
        ended = self.group
        self.group = self.outer.pop() if self.outer else _Group()
        if ended.place == "pict" != self.group.place:
            self.end_picture()
        self.to_skip = 0

    def control(self, token: Token) -> None:
        if self.to_skip and token.word in _SIGNS:
            self.to_skip -= 1  # the sign old programs show for the letter before
        elif token.word == "*":
            self.group.starred = True
        elif token.word == "bin":
            self.picture += token.text if self.group.place == "pict" else b""
        elif self.group.place != "skipped":
            self.place_or_word(token)

    def place_or_word(self, token: Token) -> None:
        if token.word in _SKIPPED or (self.group.starred and token.word not in _KEPT_STARRED):
            self.group.place = "skipped"
        elif token.word in _SIGNS:
            self.say(_SIGNS[token.word])
        elif token.word in self.words:
            self.words[token.word](token.number)
        self.group.starred = False

    # ---------------------------------------------------------------- words of the head

    def on_ansicpg(self, number: int | None) -> None:
        self.code_page = number or 1252

    def on_deff(self, number: int | None) -> None:
        self.default_font = number or 0

    def on_fonttbl(self, _number: int | None) -> None:
        self.group.place = "fonttbl"

    def on_stylesheet(self, _number: int | None) -> None:
        self.group.place = "stylesheet"

    def on_f(self, number: int | None) -> None:
        self.group.font = number or 0
        if self.group.place == "fonttbl":
            self.fonts[self.group.font] = _Font()

    def on_fcharset(self, number: int | None) -> None:
        if self.group.place == "fonttbl" and self.group.font in self.fonts:
            self.fonts[self.group.font].code_page = _CODE_PAGES.get(number or 0)

    def on_s(self, number: int | None) -> None:
        self.style = number or 0
        if self.group.place == "text" and _is_heading(self.styles.get(self.style, b"")):
            self.paragraph.kind = "heading"

    # ---------------------------------------------------------------- words of the text

    def on_plain(self, _number: int | None) -> None:
        self.group = replace(self.group, font=None, bold=False, italic=False, hidden=False)

    def on_b(self, number: int | None) -> None:
        self.group.bold = number != 0

    def on_i(self, number: int | None) -> None:
        self.group.italic = number != 0

    def on_v(self, number: int | None) -> None:
        self.group.hidden = number != 0

    def on_uc(self, number: int | None) -> None:
        self.group.unicode_skip = 1 if number is None else max(0, number)

    def on_u(self, number: int | None) -> None:
        sign = chr((number or 0) % 0x10000)
        if "\ud800" <= sign <= "\udbff":
            self.high = sign
        else:
            self.say((self.high + sign).encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
            self.high = ""
        self.to_skip = self.group.unicode_skip

    def on_pard(self, _number: int | None) -> None:
        runs, mark = self.paragraph.runs, self.paragraph.mark
        self.paragraph = _Paragraph(runs, mark)

    def on_qc(self, _number: int | None) -> None:
        self.paragraph.centred = True

    def on_outlinelevel(self, number: int | None) -> None:
        if self.group.place == "text" and (number or 0) < 9:
            self.paragraph.kind = "heading"

    def on_listtext(self, _number: int | None) -> None:
        self.group.place = "mark"

    on_pntext = on_listtext

    def on_pict(self, _number: int | None) -> None:
        self.group.place = "pict"
        self.picture, self.picture_digits = bytearray(), bytearray()

    def on_sn(self, _number: int | None) -> None:
        self.group.place = "quiet"  # names and values of a shape; a value may be its picture

    on_sv = on_sn

    def on_par(self, _number: int | None) -> None:
        self.end_paragraph()

    on_sect = on_par

    # ---------------------------------------------------------------- tables

    def on_intbl(self, _number: int | None) -> None:
        self.paragraph.in_table = True

    def on_clmrg(self, _number: int | None) -> None:
        self.merged = True

    on_clvmrg = on_clmrg

    def on_cell(self, _number: int | None) -> None:
        self.paragraph.in_table = True
        self.end_paragraph()
        self.row.append(self.cell)
        self.cell = []

    on_nestcell = on_cell

    def on_row(self, _number: int | None) -> None:
        self.rows.append(self.row)
        self.row = []

    on_nestrow = on_row

    def end_table(self) -> None:
        loose = [self.row, [self.cell]] if self.row or self.cell else []
        self.draft.passages += tables.flatten([*self.rows, *loose], self.draft, merged=self.merged)
        self.rows, self.row, self.cell, self.merged = [], [], [], False

    # ---------------------------------------------------------------- what is said

    def text(self, raw: bytes) -> None:
        skipped, self.to_skip = min(self.to_skip, len(raw)), max(0, self.to_skip - len(raw))
        said, place = raw[skipped:], self.group.place
        if place == "fonttbl" and self.group.font in self.fonts:
            self.fonts[self.group.font].name += said
        elif place == "stylesheet":
            self.styles[self.style] = self.styles.get(self.style, b"") + said
        elif place == "pict":
            self.picture_digits += said
        else:
            self.pending += said  # two-byte letters come code by code: read them when they are whole

    def say_pending(self) -> None:
        raw, self.pending = bytes(self.pending), bytearray()
        if raw:
            self.say(self.decoded(raw))

    def decoded(self, raw: bytes) -> str:
        font = self.font()
        if encoding_of_font(_name(font)):
            return raw.decode("latin-1")
        try:
            return raw.decode(f"cp{font.code_page or self.code_page}", errors="replace")
        except LookupError:
            return raw.decode("cp1252", errors="replace")

    def font(self) -> _Font:
        number = self.default_font if self.group.font is None else self.group.font
        return self.fonts.get(number, _Font())

    def say(self, text: str) -> None:
        group = self.group
        if group.place == "mark":
            self.paragraph.mark += text
        elif group.place == "text" and not group.hidden:
            self.paragraph.runs.append(Run(text, _name(self.font()), group.bold, group.italic))

    def end_paragraph(self) -> None:
        said, self.paragraph = self.paragraph, replace(self.paragraph, runs=[], mark="")
        if any(run.text.strip() for run in said.runs):
            self.add(_marked(Passage(tuple(said.runs), said.kind, said.centred), said.mark.strip()))

    def end_picture(self) -> None:
        payload = bytes(self.picture) or _hex(self.picture_digits)
        said, self.paragraph = self.paragraph, replace(self.paragraph, runs=[])
        if any(run.text.strip() for run in said.runs):
            self.add(Passage(tuple(said.runs), said.kind, said.centred))
        if payload:
            self.add(Passage(picture=payload))

    def add(self, passage: Passage) -> None:
        if self.paragraph.in_table:
            self.cell.append(passage)
            return
        self.end_table()
        self.draft.passages.append(passage)


def _name(font: _Font) -> str:
    return font.name.decode("latin-1").strip().rstrip(";")


def _is_heading(style: bytes) -> bool:
    return style.strip().lower().startswith((b"heading ", b"title"))


def _hex(text: bytes | bytearray) -> bytes:
    digits = re.sub(rb"[^0-9a-fA-F]", b"", text)
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))


def _marked(passage: Passage, mark: str) -> Passage:
    if _BULLET.match(mark):
        return replace(passage, kind="item") if mark and passage.kind == "paragraph" else passage
    return replace(passage, runs=(Run(mark + " "), *passage.runs))
