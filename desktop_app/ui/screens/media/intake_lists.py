"""An import's sum opened: what is new, was here already, looks like another or failed, and the pictures beside it."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries.rolls import FailedFile, RollFile, RollRow, alike_in, known_in, new_in
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.media.glimpse import glimpse
from desktop_app.core.media.renditions import SMALL, rendition_place
from desktop_app.core.periods import short_date
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.media.words import day_of
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.pictures import Pictures
from desktop_app.ui.widgets.table import Column, DataTable
from desktop_app.ui.widgets.tabs import Tab, Tabs
from desktop_app.ui.widgets.wrapped import Wrapped

NEW, KNOWN, ALIKE, FAILED = "new", "known", "alike", "failed"
PICTURE = (208, 156)
TABLE = (600, 430)


class ListRow(NamedTuple):
    """A line of the table; ``own`` and ``other`` are pictures to be seen, each with its words."""

    id: str
    name: str
    note: str
    own: Path | None = None
    own_words: str = ""
    other: Path | None = None
    other_words: str = ""


class RollLists(Modal):
    """Answers the failed files to be tried again, or None."""

    def __init__(self, parent: tkinter.Misc, roll: RollRow, *, home: Home, chosen: str = NEW) -> None:
        super().__init__(parent, _("The last import"))
        self._roll, self._home = roll, home
        self._rows: dict[str, list[ListRow]] = {}
        self._asked: dict[str, Callable[[], list[ListRow]]] = {
            NEW: lambda: [self._new(one) for one in new_in(roll.id)],
            KNOWN: lambda: [self._known(one) for one in known_in(roll.id)],
            ALIKE: lambda: [self._alike(one) for one in alike_in(roll.id)],
            FAILED: lambda: [_failed(number, one) for number, one in enumerate(roll.failed)],
        }
        self.tabs = Tabs(self.body, changed=self.turn_to, boxed=True)
        self.tabs.pack(anchor="w", pady=(0, px(INSIDE)))
        self._buttons().pack(side="bottom", fill="x", pady=(px(BETWEEN), 0))
        self._pane().pack(side="right", fill="y", padx=(px(BETWEEN), 0))
        self.table = self._table()
        self.table.pack(side="left", fill="both", expand=True)
        self.tabs.show(_tabs(roll))
        self.turn_to(
            chosen if _figures(roll)[chosen] else next(name for name, count in _figures(roll).items() if count)
        )

    def run(self, focus: tkinter.Misc | None = None) -> list[Path] | None:
        """Show it; the files to try again, or None."""
        answer = super().run(focus or self.table.tree)
        return answer if isinstance(answer, list) else None

    def turn_to(self, name: str) -> None:
        """Show another part of the sum."""
        self.tabs.show(_tabs(self._roll), chosen=name)
        if name not in self._rows:
            self._rows[name] = self._asked[name]()
        self.table.to_top()
        self.table.refresh()
        self.again.pack_forget()
        if name == FAILED and self.paths:
            self.again.pack(side="right", padx=(px(INSIDE), 0))
        if self.table.count:
            self.table.go_to(0)
        else:
            self._show([])

    @property
    def paths(self) -> list[Path]:
        """Where the failed files lay."""
        return [Path(one.path) for one in self._roll.failed if one.path]

    # ------------------------------------------------------------ rows

    @property
    def rows(self) -> Sequence[ListRow]:
        """The lines of the part shown."""
        return self._rows.get(self.tabs.chosen, ())

    def _small(self, sha256: str) -> Path:
        return rendition_place(self._home, sha256, SMALL)

    def _new(self, one: RollFile) -> ListRow:
        return ListRow(one.id, one.name, short_date(day_of(one.taken_at)), self._small(one.sha256), kept_words(one))

    def _known(self, one: RollFile) -> ListRow:
        note = _("In the trash until now: it is back") if one.binned else _("The same as {name}")
        words = kept_words(one)
        return ListRow(
            f"{one.id} {one.name}", one.name, note.format(name=one.kept_name), self._small(one.sha256), words
        )

    def _alike(self, one: RollFile) -> ListRow:
        note = _("Looks like {name}; both are kept").format(name=one.kept_name)
        own = self._small(one.own_sha256)
        return ListRow(
            one.own_sha256,
            one.name,
            note,
            own,
            _("New: {name}").format(name=one.name),
            self._small(one.sha256),
            kept_words(one),
        )

    # ------------------------------------------------------------ looks

    def _table(self) -> DataTable:
        columns = [
            Column("name", _("File"), 220, sorts=False),
            Column("note", _("What became of it"), 340, stretch=True, sorts=False),
        ]
        table = DataTable(
            self.body,
            columns,
            page=lambda offset, limit: self.rows[offset : offset + limit],
            count=lambda: len(self.rows),
            chosen=self._show,
            empty=_("Nothing here"),
        )
        table.configure(width=px(TABLE[0]), height=min(px(TABLE[1]), self.winfo_screenheight() - px(300)))
        table.pack_propagate(False)
        return table

    def _pane(self) -> ttk.Frame:
        pane = ttk.Frame(self.body, width=px(PICTURE[0]), bootstyle="@card")
        pane.pack_propagate(False)
        self.pictures = Pictures(self, (px(PICTURE[0]), px(PICTURE[1])), self._show_pictures, read=glimpse)
        self.bind("<Destroy>", lambda event: self.pictures.close() if event.widget is self else None, "+")
        self._seen: list[tuple[ttk.Label, Wrapped]] = []
        for _number in range(2):
            picture = ttk.Label(pane, bootstyle="@card", anchor="center")
            picture.pack(fill="x")
            words = Wrapped(pane, lines=2, font=fonts.NOTE, bootstyle="@card secondary")
            words.pack(fill="x", pady=(px(HALF), px(INSIDE)))
            self._seen.append((picture, words))
        return pane

    def _buttons(self) -> ttk.Frame:
        row = ttk.Frame(self.body, bootstyle="@card")
        self.button(row, _("Close"), self.close, "@card primary")
        self.again = ttk.Button(row, text=_("Try these again"), command=self.try_again, bootstyle="@card")
        return row

    def try_again(self) -> None:
        """Close and take in once more what failed."""
        self.close(self.paths)

    def _show(self, ids: list[str]) -> None:
        row = next((one for one in self.rows if ids and one.id == ids[-1]), None)
        self._pair = ((row.own, row.own_words), (row.other, row.other_words)) if row else ((None, ""), (None, ""))
        self.pictures.want(file for file, _words in self._pair if file)
        self._show_pictures()

    def _show_pictures(self) -> None:
        for (label, words), (file, said) in zip(self._seen, self._pair, strict=True):
            label.configure(image=(self.pictures.get(file) if file else None) or "")
            words.say(said)


def kept_words(one: RollFile) -> str:
    """“Here: DSC_0001.jpg, 07/05/2024, 4.8 MB”."""
    parts = [one.kept_name, short_date(day_of(one.taken_at)), f"{one.bytes / 1_000_000:.1f} MB"]
    return _("Here: {name}").format(name=", ".join(part for part in parts if part))


def _failed(number: int, one: FailedFile) -> ListRow:
    return ListRow(str(number), one.file, _(one.reason), Path(one.path) if one.path else None, one.path)


def _figures(roll: RollRow) -> dict[str, int]:
    return {NEW: roll.imported, KNOWN: roll.known, ALIKE: roll.similar, FAILED: len(roll.failed)}


def _tabs(roll: RollRow) -> list[Tab]:
    figures = _figures(roll)
    return [
        Tab(NEW, _("Taken in (list)"), figures[NEW]),
        Tab(KNOWN, _("Already here"), figures[KNOWN]),
        Tab(ALIKE, _("Look alike"), figures[ALIKE]),
        Tab(FAILED, _("Failed"), figures[FAILED]),
    ]
