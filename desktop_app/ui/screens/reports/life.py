"""The last step once a paper is issued: signed on paper and scanned, sent, confirmed; its editions, old and new."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries.report_versions import EditionRow
from desktop_app.core.i18n import _
from desktop_app.core.periods import short_date
from desktop_app.core.reports.keeping import DRAFT, WITHDRAWN, state_words
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.checklist import Checklist, Line

Act = Callable[[], object]


class LifeActs(NamedTuple):
    """What can be done with an issued paper."""

    attach_scan: Act
    open_scan: Act
    mark_sent: Act
    mark_confirmed: Act
    new_edition: Act
    withdraw: Act
    let_stand: Act


class LifeCard(Card):
    """Options: ``acts``. ``steps`` is the list of what happened and of what comes next."""

    def __init__(self, parent: tkinter.Misc, acts: LifeActs) -> None:
        super().__init__(parent, _("The paper's way"))
        self._acts = acts
        self.steps = Checklist(self.body, go=lambda target: target())
        self.steps.pack(fill="x")
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        self.anew = self._button(foot, _("Begin a new edition"), acts.new_edition, "files")
        self.withdrawing = self._button(foot, _("Withdraw the paper…"), acts.withdraw, "x-circle")
        self.standing = self._button(foot, _("Let it stand again"), acts.let_stand, "arrow-counterclockwise")

    def _button(self, parent: ttk.Frame, words: str, act: Act, icon: str) -> ttk.Button:
        button = ttk.Button(parent, text=words, command=act, icon=icon)
        button.configure(bootstyle="@card")
        return button

    def show(self, row: EditionRow) -> None:
        """The way of one issued paper."""
        self.steps.show(self._lines(row))
        gone = row.state == WITHDRAWN
        there = ((self.anew, True), (self.withdrawing, not gone), (self.standing, gone))
        for button, _shown in there:
            button.pack_forget()
        for button, shown in there:
            if shown:
                button.pack(side="left", padx=(0, px(HALF)))

    def _lines(self, row: EditionRow) -> list[Line]:
        signer = ", ".join(filter(None, (row.signer_name, *row.signer_posts)))
        facts = {"number": f"{row.number or 0:02d}", "day": short_date(row.signed_on)}
        issued = Line(_("Number {number}, {day}").format(**facts), "done", note=signer)
        if row.state == WITHDRAWN:
            return [issued, Line(_("Withdrawn"), "late", note=row.withdrawn_why)]
        return [issued, self._scan_line(row), self._sent_line(row), self._confirmed_line(row)]

    def _scan_line(self, row: EditionRow) -> Line:
        if row.has_scan:
            return Line(_("Signed; the scan is kept"), "done", self._acts.open_scan, link=_("Open the scan"))
        note = _("Print it, have it signed and sealed, then keep its scan here.")
        return Line(_("Signed on paper"), "open", self._acts.attach_scan, note, _("Keep the scan…"))

    def _sent_line(self, row: EditionRow) -> Line:
        if row.sent_at:
            return Line(_("Sent on {day}").format(day=_day(row.sent_at)), "done")
        return Line(_("Sent to who receives it"), "open", self._acts.mark_sent, link=_("It was sent"))

    def _confirmed_line(self, row: EditionRow) -> Line:
        if row.confirmed_at:
            return Line(_("Receipt confirmed on {day}").format(day=_day(row.confirmed_at)), "done")
        return Line(_("Confirmed by who received it"), "open", self._acts.mark_confirmed, link=_("They confirmed it"))


class EditionsCard(Card):
    """Every edition of the paper, the newest first. Options: ``look(report_id)``, ``discard(report_id)``."""

    def __init__(self, parent: tkinter.Misc, look: Callable[[str], object], discard: Callable[[str], object]) -> None:
        super().__init__(parent, _("Editions"))
        self._look, self._discard = look, discard
        self.lines = Checklist(self.body, go=lambda target: target())
        self.lines.pack(fill="x")

    def show(self, editions: Sequence[EditionRow], shown_id: str) -> None:
        """Show them all; the one that is looked at has no link."""
        self.lines.show([self._line(row, row.id == shown_id, len(editions)) for row in editions])

    def _line(self, row: EditionRow, shown: bool, count: int) -> Line:
        state = {DRAFT: "open", WITHDRAWN: "late"}.get(row.state, "done")
        title = edition_words(row)
        if not shown:
            return Line(title, state, lambda: self._look(row.id), state_words(row.state), _("Look at it"))
        if row.state == DRAFT and count > 1 and row.edition > 1:
            return Line(title, state, lambda: self._discard(row.id), state_words(row.state), _("Discard"))
        return Line(title, state, note=_("{state}; shown here").format(state=state_words(row.state)))


def edition_words(row: EditionRow) -> str:
    """“Bản 2, số 07, 31/05/2024”."""
    if row.number is None or row.state == DRAFT:
        return _("Edition {edition}").format(edition=row.edition)
    return _("Edition {edition}, no. {number}, {day}").format(
        edition=row.edition, number=f"{row.number:02d}", day=short_date(row.signed_on)
    )


def _day(instant: str) -> str:
    """The local day of an instant of the records."""
    return short_date(datetime.fromisoformat(instant.replace("Z", "+00:00")).astimezone().date())
