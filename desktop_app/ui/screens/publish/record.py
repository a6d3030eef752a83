"""Writing down that an article went out on a channel: the day, and the evidence, which may come later."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries.distributions import ChannelRow
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.clipboard import address_in
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.publish import words
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form

WITHOUT_ADDRESS = ("conference", "authority")


class Given(NamedTuple):
    """What was filled in; the evidence may still be missing."""

    day: date
    url: str = ""
    number: str = ""
    file: Path | None = None
    evidence: str = "screenshot"


class RecordDialog(Modal):
    """Options: ``record(given)`` says whether it was kept; the dialog stays open with all its words if not.

    ``day`` None asks for evidence only; ``title`` and ``line`` say what is being written down.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        channel: ChannelRow,
        *,
        title: str,
        line: str,
        day: date | None,
        dialogs: Dialogs,
        record: Callable[[Given], bool],
    ) -> None:
        super().__init__(parent, title, minsize=(560, 200))
        self._channel, self._dialogs, self._record = channel, dialogs, record
        self.file: Path | None = None
        self.day: DateEntry | None = None
        self.url: ttk.Entry | None = None
        self.number: ttk.Entry | None = None
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        below = ttk.Label(self.body, text=line, wraplength=px(520), bootstyle="@card secondary")
        below.pack(anchor="w", pady=(0, px(BETWEEN)))
        self.form = Form(self.body, label_width=150)
        self.form.pack(fill="x")
        if day is not None:
            self.day = self.form.row("day", _("Day it went out"), DateEntry(self.form, day))
        self._words_of_proof()
        self._paper()
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.ok = self.button(foot, _("Write it down"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.bind("<Return>", lambda event: self.keep())

    def _words_of_proof(self) -> None:
        """An address, where the channel has addresses; the number received, where it is an office."""
        if self._channel.kind == "authority":
            self.number = self.form.entry("number", _("Number received"), note=_("As the office told it, if it did"))
        if self._channel.kind not in WITHOUT_ADDRESS:
            note = _("Paste it with Ctrl+V; it is evidence by itself")
            self.url = self.form.entry("url", _("Web address"), note=note)

    def _paper(self) -> None:
        row = ttk.Frame(self.form, bootstyle="@card")
        kinds = [_(words.EVIDENCE_WORDS[kind]) for kind in words.FILE_KINDS]
        self.evidence = ttk.Combobox(row, values=kinds, state="readonly", width=18)
        self.evidence.current(words.FILE_KINDS.index(words.USUAL_EVIDENCE.get(self._channel.kind, "screenshot")))
        self.evidence.pack(side="left", padx=(0, px(HALF)))
        self.choose = ttk.Button(row, text=_("Choose a file…"), command=self.choose_file, bootstyle="@card")
        self.choose.pack(side="left")
        self.form.row("file", _("Or a file"), row, note=_("A copy is kept. Evidence can also be added later."))

    def choose_file(self) -> None:
        """Ask for the file that proves it."""
        kinds = [(_("Pictures and documents"), "*.png *.jpg *.jpeg *.pdf *.doc *.docx")]
        self.file = self._dialogs.choose_file(_("File that proves the publication"), kinds) or self.file
        if self.file is not None:
            self.choose.configure(text=self.file.name if len(self.file.name) < 30 else self.file.name[:28] + "…")

    def keep(self) -> None:
        """Hand over what is filled in, or say what is wrong."""
        wrong = self._wrong()
        for field, sentence in wrong.items():
            self.form.wrong(field, sentence)
        if not any(wrong.values()) and self._record(self._given()):
            self.close(True)

    def _wrong(self) -> dict[str, str]:
        wrong = {}
        if self.day is not None:
            wrong["day"] = "" if self.day.get() else self.day.problem() or _("The day is missing")
        if self.url is not None:
            typed = self.url.get().strip()
            wrong["url"] = _("This is no web address") if typed and not address_in(typed) else ""
        if self.day is None and not any(wrong.values()):
            wrong["file"] = "" if self._some_proof() else _("Give the evidence, or cancel")
        return wrong

    def _some_proof(self) -> bool:
        return any(entry is not None and entry.get().strip() for entry in (self.url, self.number)) or bool(self.file)

    def _given(self) -> Given:
        return Given(
            (self.day.get() if self.day else None) or date.today(),
            address_in(self.url.get()) if self.url else "",
            self.number.get().strip() if self.number else "",
            self.file,
            words.FILE_KINDS[self.evidence.current()],
        )


class PlanDialog(Modal):
    """Asks for the day an article should go out on a channel; the answer is the day."""

    def __init__(self, parent: tkinter.Misc, channel: ChannelRow, day: date | None) -> None:
        super().__init__(parent, _("Plan a publication"), minsize=(420, 160))
        ttk.Label(self.body, text=channel.name, font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        self.form = Form(self.body, label_width=150)
        self.form.pack(fill="x", pady=(px(BETWEEN), 0))
        self.day = self.form.row("day", _("Planned for"), DateEntry(self.form, day or date.today()))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.ok = self.button(foot, _("Plan it"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.bind("<Return>", lambda event: self.keep())

    def keep(self) -> None:
        """Answer the day, or say what is wrong with it."""
        day = self.day.get()
        self.form.wrong("day", "" if day else self.day.problem() or _("The day is missing"))
        if day is not None:
            self.close(day)
