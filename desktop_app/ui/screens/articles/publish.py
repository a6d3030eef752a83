"""Writing down where and when an article went out, and the evidence: an address, or a file kept as a copy."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries.articles import DistributionRow
from db.queries.plans import ChannelRow
from desktop_app.core.i18n import N_, _
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form

EVIDENCE_WORDS = {
    "screenshot": N_("Screenshot"),
    "minutes": N_("Minutes"),
    "slip": N_("Delivery slip"),
    "event_photo": N_("Photo of the event"),
}
USUAL_EVIDENCE = {"conference": "minutes", "authority": "slip"}
"""What a channel of this kind mostly leaves behind; a screenshot otherwise."""


class Publication(NamedTuple):
    """What was filled in: the channel, the day, and the evidence, which may still be missing."""

    channel_id: str
    day: date
    url: str
    file: Path | None
    evidence: str


class PublishDialog(Modal):
    """Options: ``record(publication)`` says whether it was kept; the dialog stays open with all its words if not.

    With ``proving`` only the evidence of that publication is asked.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        channels: Sequence[ChannelRow],
        *,
        dialogs: Dialogs,
        record: Callable[[Publication], bool],
        proving: DistributionRow | None = None,
    ) -> None:
        title = _("Add evidence") if proving else _("Record a publication")
        super().__init__(parent, title, minsize=(560, 200))
        self._channels, self._dialogs, self._record, self._proving = list(channels), dialogs, record, proving
        self.file: Path | None = None
        line = proving.channel if proving else _("The article went out already; this writes it down.")
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        ttk.Label(self.body, text=line, bootstyle="@card secondary").pack(anchor="w", pady=(0, px(BETWEEN)))
        self.form = Form(self.body, label_width=150)
        self.form.pack(fill="x")
        if proving is None:
            self._where_and_when()
        self._evidence()
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.ok = self.button(foot, _("Write it down"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)

    def _where_and_when(self) -> None:
        self.channel = self.form.choice(
            "channel", _("Channel"), [channel.name for channel in self._channels], value=self._channels[0].name
        )
        self.channel.bind("<<ComboboxSelected>>", lambda event: self._propose())
        self.day = self.form.row("day", _("Day it went out"), DateEntry(self.form, date.today()))

    def _evidence(self) -> None:
        self.url = self.form.entry("url", _("Web address"), note=_("Paste it with Ctrl+V; it is evidence by itself"))
        row = ttk.Frame(self.form, bootstyle="@card")
        self.evidence = ttk.Combobox(row, values=[_(word) for word in EVIDENCE_WORDS.values()], state="readonly")
        self.evidence.configure(width=18)
        self.evidence.pack(side="left", padx=(0, px(HALF)))
        self.choose = ttk.Button(row, text=_("Choose a file…"), command=self.choose_file, bootstyle="@card")
        self.choose.pack(side="left")
        note = _("A copy is kept. Evidence can also be added later.")
        self.form.row("file", _("Or a file"), row, note=note)
        self._propose()

    def _propose(self) -> None:
        kind = self._proving.kind if self._proving else self._channel().kind
        self.evidence.current(list(EVIDENCE_WORDS).index(USUAL_EVIDENCE.get(kind, "screenshot")))

    def _channel(self) -> ChannelRow:
        return self._channels[max(0, self.channel.current())]

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
        if not any(wrong.values()) and self._record(self._filled_in()):
            self.close(True)

    def _wrong(self) -> dict[str, str]:
        if self._proving is None:
            return {"day": "" if self.day.get() else self.day.problem() or _("The day is missing")}
        some = self.url.get().strip() or self.file
        return {"url": "" if some else _("Give an address or choose a file")}

    def _filled_in(self) -> Publication:
        channel_id = self._proving.channel_id if self._proving else self._channel().id
        day = (self._proving.done_on if self._proving else self.day.get()) or date.today()
        evidence = list(EVIDENCE_WORDS)[self.evidence.current()]
        return Publication(channel_id, day, self.url.get().strip(), self.file, evidence)
