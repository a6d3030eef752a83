"""What was decided on a printed slip, written down: the code names the text, the scan proves it, both names stay."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import ttkbootstrap as ttk

from db.queries import reviews
from db.queries.reviews import Slip
from desktop_app.core import approvals
from desktop_app.core.approvals import Verdict
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.papers import keep_paper
from desktop_app.core.reviews import CODE_LENGTH, read_code
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs, words_of
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.articles.deciding import deciders
from desktop_app.ui.screens.articles.review import ReturnReasons
from desktop_app.ui.screens.articles.words import shortened
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.wrapped import Wrapped

SCANS = "*.pdf *.jpg *.jpeg *.png *.heic"
COLUMN = 390


class PaperDecision(Modal):
    """Answers the sentence that says what was done. Every grey button says why it is grey."""

    def __init__(
        self, parent: tkinter.Misc, *, home: Home, dialogs: Dialogs, by_name: Callable[[], str], code: str = ""
    ) -> None:
        super().__init__(parent, _("A decision on paper"))
        self._home, self._dialogs, self._by_name = home, dialogs, by_name
        self._deciders = deciders()
        self.slip: Slip | None = None
        self.scan: Path | None = None
        self.verdict = tkinter.StringVar(self, "")
        title = ttk.Label(self.body, text=_("A decision on paper"), font=fonts.SECTION, bootstyle="@card")
        title.grid(row=0, column=0, columnspan=2, sticky="w", pady=(0, px(INSIDE)))
        self._left(self._column(0))
        self._right(self._column(1))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.grid(row=2, column=0, columnspan=2, sticky="we", pady=(px(BETWEEN), 0))
        self.ok = self.button(foot, _("Write it down"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.why = ttk.Label(foot, font=fonts.NOTE, bootstyle="@card secondary")
        self.why.pack(side="left")
        self.code.insert(0, code)
        self.look_up()

    def _column(self, number: int) -> ttk.Frame:
        column = ttk.Frame(self.body, bootstyle="@card")
        column.grid(row=1, column=number, sticky="nwe", padx=(0 if number == 0 else px(BETWEEN * 2), 0))
        self.body.columnconfigure(number, minsize=px(COLUMN))
        return column

    def _left(self, column: ttk.Frame) -> None:
        self.code = ttk.Entry(column, width=12, font=fonts.MONTH)
        self._field(column, _("Code of the slip"), self.code)
        self.code.bind("<KeyRelease>", lambda event: self.look_up(), "+")
        self.meant = Wrapped(column, lines=3, bootstyle="@card secondary")
        self.meant.pack(fill="x", pady=(px(HALF), px(INSIDE)))
        row = ttk.Frame(column, bootstyle="@card")
        self.choose = ttk.Button(row, text=_("Choose a file…"), icon="paperclip", command=self.choose_scan)
        self.choose.configure(bootstyle="@card")
        self.choose.pack(side="left")
        self._field(column, _("The signed slip, scanned or photographed"), row)
        self.day = DateEntry(column, date.today(), changed=self._look, surface="@card")
        self._field(column, _("Day on the paper"), self.day)
        names = [one.name for one in self._deciders]
        self.who = ttk.Combobox(column, values=names, state="readonly", width=30)
        self.who.current(0)
        self._field(column, _("Signed by"), self.who)

    def _field(self, column: ttk.Frame, words: str, field: tkinter.Misc) -> None:
        ttk.Label(column, text=words, font=fonts.NOTE, bootstyle="@card secondary").pack(anchor="w", pady=(px(HALF), 0))
        field.pack(anchor="w", pady=(px(HALF), 0))  # type: ignore[attr-defined]

    def _right(self, column: ttk.Frame) -> None:
        label = ttk.Label(column, text=_("What is ticked on it"), font=fonts.NOTE, bootstyle="@card secondary")
        label.pack(anchor="w", pady=(px(HALF), 0))
        for verdict, words in ((approvals.APPROVED, _("Approve")), (approvals.RETURNED, _("Return, because:"))):
            tick = ttk.Radiobutton(column, text=words, value=verdict, variable=self.verdict, command=self._look)
            tick.configure(bootstyle="@card primary")
            tick.pack(anchor="w", pady=px(HALF))
        self.reasons = ReturnReasons(column, changed=self._reason_given)
        self.reasons.pack(fill="x", padx=(px(BETWEEN), 0))

    # ------------------------------------------------------------ which text

    def look_up(self) -> None:
        """Show which text the code names, also when it was changed since."""
        code = read_code(self.code.get())
        self.slip = reviews.slip(code)
        if self.slip is not None:
            self._say(slip_words(self.slip), "" if self.slip.waits else "danger")
        elif len(code) >= CODE_LENGTH:
            self._say(" ".join(words_of(approvals.NoSuchSlip(code=self.code.get().strip()))), "danger")
        else:
            self._say(_("The six large signs on the slip; small letters and spaces do not matter."), "secondary")
        self._look()

    def _say(self, words: str, colour: str) -> None:
        self.meant.label.configure(bootstyle=f"@card {colour}".strip())
        self.meant.say(words)

    def choose_scan(self) -> None:
        """Ask for the scan or photo of the signed slip."""
        kinds = [(_("Scans and photos"), SCANS)]
        self.scan = self._dialogs.choose_file(_("The signed slip, scanned or photographed"), kinds) or self.scan
        if self.scan is not None:
            self.choose.configure(text=shortened(self.scan.name, 32))
        self._look()

    # ------------------------------------------------------------ writing it down

    def _reason_given(self) -> None:
        if self.reasons.given:
            self.verdict.set(approvals.RETURNED)
        self._look()

    def _look(self) -> None:
        if hasattr(self, "ok"):
            missing = self._missing()
            self.ok.configure(state="disabled" if missing else "normal")
            self.why["text"] = missing

    def _missing(self) -> str:
        """The first thing that is not filled in yet."""
        if self.slip is None:
            return _("Type the code of the slip")
        if self.scan is None:
            return _("Attach the signed slip")
        if self.day.get() is None:
            return self.day.problem() or _("The day is missing")
        if not self.verdict.get():
            return _("Choose what was decided")
        if self.verdict.get() == approvals.RETURNED and not self.reasons.given:
            return _("Tick a reason or write one")
        return ""

    def keep(self) -> None:
        """Keep the scan and the decision; what is wrong is said and nothing is lost of what was filled in."""
        if self._missing() or self.slip is None or self.scan is None:
            return
        try:
            moved = self._record(self.slip, self.scan)
        except UserError as error:
            self._dialogs.show_error(error)
            return
        self.close(_("The decision is written down") if moved else _("Written down; the article stays where it is"))

    def _record(self, slip: Slip, scan: Path) -> bool:
        returned = self.verdict.get() == approvals.RETURNED
        said = Verdict(self.verdict.get(), self.reasons.codes, self.reasons.words) if returned else Verdict("approved")
        return approvals.record_paper(
            self.code.get(),
            said,
            person_id=self._deciders[self.who.current()].id,
            decided_on=self.day.get() or date.today(),
            scan=keep_paper(self._home, scan),
            recorded_by=self._by_name(),
        )


def slip_words(slip: Slip) -> str:
    """Which text a slip names, and what it means when something newer was written."""
    words = _("“{title}”, version {number}").format(title=shortened(slip.title, 80), number=slip.revision)
    if slip.waits:
        return words
    if slip.newest != slip.revision:
        after = _("The text is version {newest} now: the decision is kept for version {number} and moves nothing.")
        return f"{words}. " + after.format(newest=slip.newest, number=slip.revision)
    return f"{words}. " + _("It does not wait for approval now: the decision is kept and moves nothing.")
