"""Where PCs of the school differ: each record with its sides, who said what on which PC; a person chooses."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import datetime
from functools import partial

import ttkbootstrap as ttk

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.revisions import NoSuchVersion, version_text
from desktop_app.core.sync.conflicts import Conflict, Disputed, Side, choices, conflicts, settle
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.articles.compare import CompareDialog, Version
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.settings.record_words import field_words, kind_words
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.scrolled import Scrolled

WIDTH, HEIGHT = 760, 460

TEXT = "head_revision_id"


class ConflictsDialog(Modal):
    """Answers how many differences were settled."""

    def __init__(self, parent: tkinter.Misc, *, dialogs: Dialogs, by_name: Callable[[], str]) -> None:
        super().__init__(parent, _("Where PCs differ"), minsize=(WIDTH, HEIGHT))
        self._dialogs, self._by_name = dialogs, by_name
        self.answer = 0
        ttk.Label(self.body, text=_("Where PCs differ"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        words = _("Two PCs changed the same thing while apart. Both are kept until you choose; nothing is lost.")
        note = ttk.Label(self.body, text=words, font=fonts.NOTE, wraplength=px(WIDTH), bootstyle="@card secondary")
        note.pack(anchor="w")
        self.room = Scrolled(self.body, card=True)
        self.room.canvas.configure(height=max(px(HEIGHT - 120), parent.winfo_toplevel().winfo_height() - px(300)))
        self.room.pack(fill="both", expand=True, pady=(px(INSIDE), 0))
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(BETWEEN), 0))
        self.button(row, _("Close"), lambda: self.close(self.answer), "@card primary")
        self.show()

    def show(self) -> None:
        """Lay out what is in dispute now."""
        for widget in self.room.inside.winfo_children():
            widget.destroy()
        found = conflicts(by_name=self._by_name())
        for conflict in found:
            self._record(conflict)
        if not found:
            Empty(self.room.inside, "check2-circle", _("All PCs agree"), "", card=True).pack(fill="both", expand=True)

    def _record(self, conflict: Conflict) -> None:
        words = f"{kind_words(conflict.table)}: {conflict.title}"
        heading = ttk.Label(self.room.inside, text=words, font=fonts.STRONG, bootstyle="@card")
        heading.configure(wraplength=px(WIDTH - 80))
        heading.pack(anchor="w", pady=(px(INSIDE), px(HALF)))
        for parts in choices(conflict):
            self._choice(conflict, _told(parts))

    def _choice(self, conflict: Conflict, parts: list[Disputed]) -> None:
        """What is chosen as one: its sides beside each other."""
        names = dict.fromkeys(field_words(conflict.table, part.field) for part in parts)
        ttk.Label(self.room.inside, text=", ".join(names), font=fonts.NOTE, bootstyle="@card secondary").pack(
            anchor="w"
        )
        row = ttk.Frame(self.room.inside, bootstyle="@card")
        row.pack(fill="x", pady=(0, px(INSIDE)))
        row.rowconfigure(0, weight=1)
        for column in range(len(parts[0].sides)):
            row.columnconfigure(column, weight=1, uniform="side")
            self._side(row, conflict, parts, column).grid(row=0, column=column, sticky="nsew", padx=(0, px(INSIDE)))
        text = next((part for part in parts if part.field == TEXT), None)
        if text is not None:
            look = ttk.Button(self.room.inside, text=_("Look at both texts"), bootstyle="@card ghost")
            look.configure(command=partial(self.compare, text))
            look.pack(anchor="w", pady=(0, px(INSIDE)))

    def _side(self, row: ttk.Frame, conflict: Conflict, parts: list[Disputed], number: int) -> ttk.Frame:
        edge = ttk.Frame(row, style="Line.TFrame", padding=1)
        box = ttk.Frame(edge, padding=px(INSIDE), bootstyle="@card")
        box.pack(fill="both", expand=True)
        width = px((WIDTH - 120) // max(len(parts[0].sides), 1))
        for part in parts:
            words = part.sides[number].words
            if len(parts) > 1 and part.field != TEXT:
                words = f"{field_words(conflict.table, part.field)}: {words}"
            ttk.Label(box, text=words, wraplength=width, bootstyle="@card").pack(anchor="w")
        side = parts[0].sides[number]
        note = ttk.Label(box, text=_who(side), font=fonts.NOTE, wraplength=width, bootstyle="@card secondary")
        note.pack(anchor="w", pady=(px(HALF), px(INSIDE)))
        choose = ttk.Button(box, text=_("Keep this side"), bootstyle="@card")
        choose.configure(command=partial(self.choose, conflict, parts[0].field, side.event))
        choose.pack(anchor="w", side="bottom")
        return edge

    def compare(self, disputed: Disputed) -> None:
        """The first two texts side by side, what differs marked."""
        try:
            texts = [Version(side.pc, _who(side), version_text(str(side.value))) for side in disputed.sides[:2]]
        except NoSuchVersion as error:
            self._dialogs.show_error(error)
            return
        dialog = CompareDialog(self, _("Where PCs differ"), *texts)
        dialog.offer(_("Close"), dialog.close)
        dialog.run()

    def choose(self, conflict: Conflict, field: str, event: str) -> None:
        """Let this side be the record's word on every PC."""
        try:
            settle(conflict.table, conflict.row, field, event, by_name=self._by_name())
            self.answer = int(str(self.answer)) + 1
        except UserError as error:
            self._dialogs.show_error(error)
        self.show()


def _told(parts: list[Disputed]) -> list[Disputed]:
    """A text first, and without its headline, which it tells itself."""
    if all(part.field != TEXT for part in parts):
        return parts
    return sorted((part for part in parts if part.field != "title"), key=lambda part: part.field != TEXT)


def _who(side: Side) -> str:
    return " · ".join(dict.fromkeys(part for part in (side.by, side.pc, _moment(side.at)) if part))


def _moment(at: str) -> str:
    try:
        return f"{datetime.fromisoformat(at).astimezone():%H:%M %d/%m/%Y}"
    except ValueError:
        return at
