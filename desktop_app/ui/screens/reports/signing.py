"""The last step while a paper is a draft: its number, day and signer, whom it goes to; then it is issued for good."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.reports import registers
from desktop_app.core.reports.authority_words import MaySign, signers_on
from desktop_app.core.reports.issuing import Signing
from desktop_app.core.reports.recipients import Recipients
from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.text_box import TextBox
from desktop_app.ui.widgets.wrapped import Wrapped


class SigningCard(Card):
    """Options: ``issue(signing)`` when it is to be issued, ``receivers(to, copies)`` when others were named."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        issue: Callable[[Signing], object],
        receivers: Callable[[tuple[str, ...], tuple[str, ...]], object],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent, _("Sign the paper"))
        self._issue, self._receivers, self._today = issue, receivers, today
        self._kind, self._offered, self._signers = "", "", list[MaySign]()
        self.form = Form(self.body, label_width=96)
        self.form.pack(fill="x")
        self.number = self.form.entry("number", _("Number"), note=" ", width=8)
        self.day = self.form.row("day", _("Day (signed)"), DateEntry(self.form, today(), changed=self._offer))
        self.signers = self.form.choice("signer", _("Signed by"), [], note=" ")
        self.to = self._lines("to", _("Addressed to"), _("An office a line"))
        self.copies = self._lines("copies", _("Copies to"), _("“As above” and “Filed” stand there by themselves"))
        self.issuing = ttk.Button(self.body, text=_("Issue with this number"), command=self.issue, icon="patch-check")
        self.issuing.configure(bootstyle="@card primary")
        self.issuing.pack(anchor="w", pady=(px(HALF), px(INSIDE)))
        words = _("From then on its figures and words stay as they are; a change is a new edition with a new number.")
        Wrapped(self.body, words, font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")

    def _lines(self, name: str, label: str, note: str) -> TextBox:
        box = self.form.row(name, label, TextBox(self.form, height=2), note=note)
        box.on_pause(1.0, self.keep)
        return box

    def show(self, kind: str, receivers: Recipients) -> None:
        """A draft of ``kind``: the number that comes next, who may sign on the day, whom it goes to."""
        if kind != self._kind:
            self._kind, self._offered = kind, ""
            self.number.delete(0, "end")
            self.day.set(self._today())
        self._offer()
        for box, lines in ((self.to, receivers.to), (self.copies, receivers.copies)):
            words = "\n".join(lines)
            if not box.changed and box.get() != words:
                box.set(words)

    def keep(self) -> None:
        """Keep the receivers, if others were typed."""
        if self.to.changed or self.copies.changed:
            self.to.kept()
            self.copies.kept()
            self._receivers(_typed(self.to), _typed(self.copies))

    def _offer(self) -> None:
        day = self.day.get() or self._today()
        upcoming = registers.next_number(self._kind, day.year)
        if self.number.get() in ("", self._offered):  # a number typed by a person stays
            self._offered = f"{upcoming:02d}"
            self.number.delete(0, "end")
            self.number.insert(0, self._offered)
        note = _("{number} comes next in the register of {year}").format(number=f"{upcoming:02d}", year=day.year)
        self.form.note("number", note)
        before = self.signers.get()
        self._signers = signers_on(day)
        words = [signer_words(one) for one in self._signers]
        self.signers.configure(values=words)
        self.signers.set(before if before in words else next(iter(words), ""))
        self.form.note("signer", "" if words else _("Nobody may sign on this day; name the principal in Settings."))
        self.issuing.configure(state="normal" if words else "disabled")

    def issue(self) -> None:
        """Hand on how it is to be signed, or say what is missing."""
        self.keep()
        number, day = self.number.get().strip(), self.day.get()
        if not number.isdecimal():
            self.form.wrong("number", _("Write the number alone, for example 07"))
            self.number.focus_set()
        elif day is None:
            self.form.wrong("day", self.day.problem() or _("The day is missing"))
            self.day.focus_set()
        else:
            signer = self._signers[max(0, self.signers.current())]
            self._issue(Signing(day, signer.person_id, int(number), signer.posts))


def signer_words(one: MaySign) -> str:
    """“Nguyễn Văn A, KT. HIỆU TRƯỞNG, PHÓ HIỆU TRƯỞNG”."""
    return ", ".join((one.name, *one.posts))


def _typed(box: TextBox) -> tuple[str, ...]:
    return tuple(line.strip() for line in box.get().splitlines() if line.strip())
