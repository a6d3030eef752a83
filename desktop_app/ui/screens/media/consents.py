"""Consents class by class: who agreed to what, until when; written down one by one or for a whole class, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from db.queries.consents import ConsentRow, classes_with_consents, consent, consents
from desktop_app.core.i18n import _
from desktop_app.core.papers import paper_of
from desktop_app.core.reports.consent_form import write_consent_form
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import open_file
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.media.class_consents import ClassConsents
from desktop_app.ui.screens.media.consent import ConsentDialog
from desktop_app.ui.screens.media.consents_words import Row, row_of, tally_words
from desktop_app.ui.screens.media.withdrawal import PlacesDialog, WithdrawalDialog, Withdrawn
from desktop_app.ui.screens.screen import Act, Screen
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.table import Column, DataTable

WIDE = 900
"""Plain pixels of the table from which guardian and channels have a column too."""
NARROW_COLUMNS = ("subject", "class_name", "agreed", "pictures", "state")


class ConsentsFace(Screen):
    """A wish ``consent_id`` chooses one of the list."""

    follows_month = False

    def __init__(self, parent: ttk.Frame, *, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: list[Row] = []
        self._classes: dict[str, str | None] = {}
        self.empty = self._offer()
        self.card = Card(self, padding=INSIDE)
        self._head(self.card.body)
        self.tally = ttk.Label(self.card.body, font=fonts.NOTE, bootstyle="@card secondary")
        self.tally.pack(anchor="w", pady=(0, px(INSIDE)))
        self._foot(self.card.body)
        self.table = self._table()
        self.table.pack(fill="both", expand=True)
        self.table.bind("<Configure>", lambda event: self._fit(event.width))
        self._wide: bool | None = None

    def _offer(self) -> Empty:
        empty = Empty(
            self,
            "people",
            _("No consent is written down yet"),
            _(
                "A photo of pupils goes to the website, the fanpage or a conference only with the guardian's yes, and "
                "from seven years the pupil's own. Print the form, let both sign it, then write the class down here."
            ),
        )
        empty.add(_("Write down a class…"), self.write_class, main=True)
        empty.add(_("Print the form…"), self.print_form)
        return empty

    def _head(self, parent: ttk.Frame) -> None:
        row = ttk.Frame(parent, bootstyle="@card")
        row.pack(fill="x", pady=(0, px(INSIDE)))
        add = ttk.Button(row, text=_("Write down a consent…"), icon="plus-lg", command=self.write_one)
        add.configure(bootstyle="@card primary")
        add.pack(side="right", padx=(px(INSIDE), 0))
        for text, act in ((_("A whole class…"), self.write_class), (_("Print the form…"), self.print_form)):
            button = ttk.Button(row, text=text, command=act, bootstyle="@card")
            button.pack(side="right", padx=(px(INSIDE), 0))
        self.class_ = ttk.Combobox(row, state="readonly", width=14)
        self.class_.pack(side="left", padx=(0, px(INSIDE)))
        self.class_.bind("<<ComboboxSelected>>", lambda event: self._look())
        self.search = SearchBox(row, _("Find a pupil…"), lambda text: self._look(), width=14, card=True)
        self.search.pack(side="left", fill="x", expand=True)

    def _foot(self, parent: ttk.Frame) -> None:
        row = ttk.Frame(parent, bootstyle="@card")
        row.pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        acts = (
            (_("Correct…"), "pencil", self.correct),
            (_("Withdraw…"), "x-octagon", self.withdraw),
            (_("See the scan"), "file-earmark-text", self.see_scan),
        )
        self.buttons: list[ttk.Button] = []
        for text, icon, act in acts:
            button = ttk.Button(row, text=text, icon=icon, command=act, state="disabled", bootstyle="@card")
            button.pack(side="left", padx=(0, px(INSIDE)))
            self.buttons.append(button)

    def _table(self) -> DataTable:
        columns = [
            Column("subject", _("Pupil"), 180, stretch=True, sorts=False),
            Column("class_name", _("Class"), 64, sorts=False),
            Column("guardian_name", _("Guardian"), 150, sorts=False),
            Column("agreed", _("Agreed"), 160, sorts=False),
            Column("channels", _("To be shown on"), 170, sorts=False),
            Column("until", _("Until"), 110, "date", sorts=False),
            Column("pictures", _("Photos"), 56, "number", sorts=False),
            Column("state", _("State"), 176, sorts=False),
        ]
        return DataTable(
            self.card.body,
            columns,
            page=lambda offset, limit: self.rows[offset : offset + limit],
            count=lambda: len(self.rows),
            opened=lambda row: self.correct(),
            chosen=self._chosen,
            tone=lambda row: row.tone if row.tone in ("late", "soon", "note") else "",
            empty=_("Nobody here has that name."),
        )

    def _fit(self, width: int) -> None:
        wide = width >= px(WIDE)
        if wide != self._wide:
            self._wide = wide
            self.table.show_columns([column.name for column in self.table.columns] if wide else NARROW_COLUMNS)

    # ------------------------------------------------------------ showing

    def open(self, *, consent_id: str = "", **_wishes: Any) -> None:
        if consent_id:
            self.refresh()
            self.class_.current(0)
            self.search.set("")
            self._look()
            self._go_to(consent_id)

    def refresh(self) -> None:
        known = classes_with_consents()
        chosen = self.class_.get()
        words = {_("Class {name} ({count})").format(name=name, count=count): name for name, count in known if name}
        nameless = {_("No class ({count})").format(count=count): name for name, count in known if not name}
        self._classes = {_("All classes"): None, **words, **nameless}
        self.class_.configure(values=list(self._classes))
        self.class_.set(chosen if chosen in self._classes else _("All classes"))
        self._show(bool(known))
        self._look()

    def _show(self, there: bool) -> None:
        shown, other = (self.card, self.empty) if there else (self.empty, self.card)
        other.pack_forget()
        shown.pack(fill="both", expand=True)

    def _look(self) -> None:
        day = date.today()
        lines = consents(self._classes.get(self.class_.get()), self.search.get())
        self.rows = [row_of(line, day) for line in lines]
        self.tally["text"] = tally_words(self.rows)
        self.table.refresh()
        self._chosen(self.table.selected)

    def _chosen(self, ids: Sequence[str]) -> None:
        line = consent(ids[-1]) if len(ids) == 1 else None
        correct, withdraw, scan = self.buttons
        correct.configure(state="normal" if line else "disabled")
        withdraw.configure(state="normal" if line and line.withdrawn_on is None else "disabled")
        scan.configure(state="normal" if line and line.scan_sha256 else "disabled")

    def _go_to(self, consent_id: str) -> None:
        place = next((place for place, row in enumerate(self.rows) if row.id == consent_id), None)
        if place is not None:
            self.table.go_to(place)

    # ------------------------------------------------------------ acts

    def write_one(self) -> None:
        """A consent of one pupil; which pictures it covers is said at the pictures."""
        self._write(class_name=self._class())

    def correct(self) -> None:
        """Write the chosen one anew."""
        line = self._line()
        if line is not None:
            self._write(line=line)

    def _line(self) -> ConsentRow | None:
        return consent(self.table.selected[-1]) if self.table.selected else None

    def _write(self, **facts: Any) -> None:
        desk = self._desk
        dialog = ConsentDialog(self, (), home=desk.home, dialogs=desk.dialogs, by_name=desk.by_name(), **facts)
        self._written(dialog.run())

    def _written(self, consent_id: object) -> None:
        if isinstance(consent_id, str):
            self.refresh()
            self._go_to(consent_id)

    def write_class(self) -> None:
        """A whole class pasted or typed, all with the same channels and days."""
        written = ClassConsents(self, self._class(), dialogs=self._desk.dialogs, by_name=self._desk.by_name()).run()
        if isinstance(written, list):
            self.refresh()
            self._desk.toast.say(_("{count} consents written down").format(count=len(written)))

    def _class(self) -> str:
        return self._classes.get(self.class_.get()) or ""

    def withdraw(self) -> None:
        """Take the chosen one back and say where its pictures must be taken down."""
        line = self._line()
        if line is None or line.withdrawn_on is not None:
            return
        dialog = WithdrawalDialog(self, [line], dialogs=self._desk.dialogs, by_name=self._desk.by_name())
        withdrawn = dialog.run()
        self.refresh()
        if isinstance(withdrawn, Withdrawn) and withdrawn.places:
            PlacesDialog(self, withdrawn, self._desk.to_article).run()

    def see_scan(self) -> None:
        """Open the scanned form of the chosen one."""
        line = self._line()
        found = paper_of(self._desk.home, line.scan_sha256) if line else None
        if found is not None:
            open_file(found)

    def print_form(self) -> None:
        """The empty form to be signed at the parents' meeting, as a PDF."""
        name = _("consent-form.pdf")
        place = self._desk.dialogs.save_file(_("Where the form goes"), name, [(_("PDF documents"), "*.pdf")])
        if place is not None and not self._desk.runner.busy:
            run_with_dialog(
                self,
                self._desk.runner,
                partial(write_consent_form, place, self._class()),
                title=_("Writing the form"),
                done=lambda result: open_file(place),
                failed=self._desk.dialogs.show_error,
            )

    def acts(self) -> dict[str, Act]:
        return {"print": self.print_form, "rename": self.correct, "delete": self.withdraw}

    def focus_first(self) -> None:
        (self.table.tree if self.rows else self.search).focus_set()
