"""A consent written down: whose, by which guardian, for which channels, since when, where the signed form lies."""

from __future__ import annotations

import tkinter
from collections.abc import Sequence
from datetime import date

import ttkbootstrap as ttk

from desktop_app.core.channels import KIND_WORDS, PUBLIC_KINDS
from desktop_app.core.consent import give_consent
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form

USUAL = ("website", "fanpage")
WIDTH = 560


class ConsentDialog(Modal):
    """Answers the consent's id, or None when given up."""

    def __init__(self, parent: tkinter.Misc, asset_ids: Sequence[str], *, by_name: str = "") -> None:
        super().__init__(parent, _("Consent"), minsize=(WIDTH, 200))
        self._ids, self._by_name = list(asset_ids), by_name
        title = _("Consent for {count} photos").format(count=len(self._ids))
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w", pady=(0, px(BETWEEN)))
        self.form = Form(self.body, label_width=150)
        self.form.pack(fill="x")
        self._fill(self.form)
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(INSIDE), 0))
        self.keeping = self.button(row, _("Keep the consent"), self.keep, "@card primary")
        self.button(row, _("Cancel"), self.give_up)

    def _fill(self, form: Form) -> None:
        form.entry("subject", _("Class or pupil"), note=_("For example: Class 3A, or the pupil's full name"))
        form.entry("guardian", _("Guardian"), note=_("Who signed for the pupil or the class"))
        form.tick("guardian_ok", _("They agree"), _("The guardian agrees"))
        form.tick("child_ok", "", _("The pupil agrees (from seven years)"))
        self.channels = form.row("channels", _("To be shown on"), ChannelTicks(form))
        form.row("day", _("Signed on"), DateEntry(form, date.today()))
        form.entry("form_place", _("Where the form lies"), note=_("For example: blue folder, school office"))

    def run(self, focus: tkinter.Misc | None = None) -> object:
        return super().run(focus or self.form.fields["subject"])

    def keep(self) -> None:
        """Write it down, unless something is missing."""
        given = self.form.values()
        problems = {
            "subject": "" if given["subject"] else _("Say whose consent this is."),
            "guardian": "" if given["guardian"] else _("Say who signed."),
            "child_ok": ""
            if given["guardian_ok"] and given["child_ok"]
            else _("It takes both: silence is no consent."),
            "channels": "" if given["channels"] else _("Choose at least one channel."),
            "day": "" if given["day"] else _("Say when it was signed."),
        }
        for name, problem in problems.items():
            self.form.wrong(name, problem)
        if not any(problems.values()):
            self.close(self._kept(given))

    def _kept(self, given: dict[str, object]) -> str:
        return give_consent(
            str(given["subject"]),
            self._ids,
            self.channels.get(),
            guardian_name=str(given["guardian"]),
            guardian_ok=True,
            child_ok=True,
            given_on=given["day"] if isinstance(given["day"], date) else date.today(),
            form_place=str(given["form_place"]),
            by_name=self._by_name,
        )


class ChannelTicks(ttk.Frame):
    """The public channels as ticks in two columns; the school's own are ticked at first."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="@card")
        self.ticks = {kind: tkinter.BooleanVar(self, kind in USUAL) for kind in PUBLIC_KINDS}
        for place, (kind, tick) in enumerate(self.ticks.items()):
            box = ttk.Checkbutton(self, text=_(KIND_WORDS[kind]), variable=tick, bootstyle="@card primary")
            row, column = divmod(place, 2)
            box.grid(row=row, column=column, sticky="w", padx=(0, px(BETWEEN)), pady=(px(INSIDE) if row else 0, 0))

    def get(self) -> list[str]:
        """The kinds that are ticked."""
        return [kind for kind, tick in self.ticks.items() if tick.get()]
