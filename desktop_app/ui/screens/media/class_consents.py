"""A whole class at once: its list pasted from Excel or typed, all forms alike, all written down or none."""

from __future__ import annotations

import tkinter
from datetime import date

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.core.channels import KIND_WORDS, SHOWN_KINDS
from desktop_app.core.class_lists import ClassList, consents_for, read_class_list
from desktop_app.core.consent import ConsentGiven, give_together
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.media.consent import USUAL
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.text_box import TextBox
from desktop_app.ui.widgets.wrapped import Wrapped

WIDTH, LINES, LOW_LINES = 680, 9, 4
LOW = 700
"""Lines of a plain screen below which the list gets less room (150 % on 768 lines)."""
PAUSE = 0.4


class ClassConsents(Modal):
    """Answers the ids of the consents written down, or None when given up."""

    def __init__(self, parent: tkinter.Misc, class_name: str, *, dialogs: Dialogs, by_name: str) -> None:
        super().__init__(parent, _("Consents of a class"), minsize=(WIDTH, 300))
        self._dialogs, self._by_name = dialogs, by_name
        self.list = ClassList((), ())
        ttk.Label(self.body, text=_("Consents of a class"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        words = _("Copy the list from Excel and paste it, or type a pupil a line: name; born on; guardian.")
        ttk.Label(self.body, text=words, wraplength=px(WIDTH - 48), bootstyle="@card secondary").pack(anchor="w")
        low = self.winfo_screenheight() < px(LOW)
        self.text = TextBox(self.body, height=LOW_LINES if low else LINES)
        self.text.pack(fill="x", pady=(px(INSIDE), px(HALF)))
        self.text.on_pause(PAUSE, self.look)
        self.told = Wrapped(self.body, lines=2, font=fonts.NOTE, bootstyle="@card secondary")
        self.told.pack(fill="x")
        self._facts(class_name)
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.ok = self.button(foot, _("Write down"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.look()

    def _facts(self, class_name: str) -> None:
        self.form = Form(self.body, label_width=120)
        self.form.pack(fill="x")
        row = ttk.Frame(self.form, bootstyle="@card")
        self.form.row("class", _("Class"), row)
        self.class_ = ttk.Entry(row, width=8)
        self.class_.insert(0, class_name)
        self.day, self.expires = DateEntry(row, date.today()), DateEntry(row)
        self.class_.pack(side="left")
        for words, entry in ((_("signed on"), self.day), (_("ends on"), self.expires)):
            ttk.Label(row, text=words, bootstyle="@card secondary").pack(side="left", padx=px(INSIDE))
            entry.pack(side="left")
        ticks = ttk.Frame(self.form, bootstyle="@card")
        self.form.row("channels", _("To be shown on"), ticks)
        self._channels = {kind: tkinter.BooleanVar(self, kind in USUAL) for kind in SHOWN_KINDS}
        for place, (kind, tick) in enumerate(self._channels.items()):
            box = ttk.Checkbutton(ticks, text=_(KIND_WORDS[kind]), variable=tick, bootstyle="@card primary")
            box.grid(row=place // 3, column=place % 3, sticky="w", padx=(0, px(INSIDE)), pady=(0, px(HALF)))
        self._both = tkinter.BooleanVar(self)
        words = _("I have seen every form: the guardian signed, and the pupil from seven years")
        self.both = ttk.Checkbutton(self.body, text=words, variable=self._both, command=self.look)
        self.both.configure(bootstyle="@card primary")
        self.both.pack(anchor="w", pady=(px(BETWEEN), 0))

    def run(self, focus: tkinter.Misc | None = None) -> object:
        return super().run(focus or self.text.text)

    def look(self) -> None:
        """Read the list anew and say what was understood; odd lines are shown, not taken."""
        self.list = read_class_list(self.text.get())
        told = _("{count} pupils").format(count=len(self.list.pupils)) if self.text.get().strip() else ""
        if self.list.odd:
            odd = "; ".join(self.list.odd[:3])
            told += " · " + _("not understood: {lines}").format(lines=odd)
        self.told.label.configure(bootstyle="@card danger" if self.list.odd else "@card secondary")
        self.told.say(told)
        ready = self.list.pupils and not self.list.odd and self._both.get()
        self.ok.configure(state="normal" if ready else "disabled")

    def keep(self) -> None:
        """Write them all down, or none; what is missing is said."""
        self.look()
        channels = tuple(kind for kind, tick in self._channels.items() if tick.get())
        day, class_name = self.day.get(), nfc(self.class_.get()).strip()
        self.form.wrong("class", "" if class_name and day else _("Say which class this is and when it was signed."))
        self.form.wrong("channels", "" if channels else _("Choose at least one channel."))
        if not class_name or day is None or not channels or str(self.ok["state"]) == "disabled":
            return
        alike = ConsentGiven(
            "", _("guardian"), True, True, channels, day, class_name=class_name, expires_on=self.expires.get()
        )
        try:
            self.close(give_together(consents_for(self.list.pupils, alike), by_name=self._by_name))
        except UserError as error:
            self._dialogs.show_error(error)
