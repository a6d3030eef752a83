"""A consent written down: whose, by which guardian, for which channels, since when, where the signed form lies."""

from __future__ import annotations

import tkinter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries.consents import ConsentRow
from db.text import nfc
from desktop_app.core.channels import KIND_WORDS, SHOWN_KINDS
from desktop_app.core.consent import ConsentGiven, correct_consent, give_consent, is_asked
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.papers import keep_paper
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.ellipsis import shortened
from desktop_app.ui.widgets.scrolled import Scrolled

USUAL = ("website", "fanpage", "conference", "authority")
WIDTH = 600
SCAN_NAME = 220
AROUND = 190
"""Plain pixels of heading and foot: a low screen scrolls what is between."""


class Filled(NamedTuple):
    """What stands in the dialog."""

    subject: str
    class_name: str
    born: date | None
    guardian: str
    guardian_ok: bool
    child_ok: bool
    channels: tuple[str, ...]
    day: date | None
    expires: date | None
    form_place: str


def problem_of(given: Filled) -> tuple[str, str]:
    """The first thing that is missing, as the name of its field and a sentence; two empty ones when nothing is."""
    day = given.day or date.today()
    problems = (
        ("subject", not given.subject, _("Say whose consent this is.")),
        ("guardian", not given.guardian, _("Say who signed.")),
        ("guardian_ok", not given.guardian_ok, _("It takes both: silence is no consent.")),
        ("child_ok", not given.child_ok and is_asked(given.born, day), _("It takes both: silence is no consent.")),
        ("channels", not given.channels, _("Choose at least one channel.")),
        ("day", given.day is None, _("Say when it was signed.")),
        ("expires", given.expires is not None and given.expires <= day, _("It would end before it begins.")),
    )
    return next(((name, words) for name, wrong, words in problems if wrong), ("", ""))


class ConsentDialog(Modal):
    """Answers the consent's id, or None when given up. With a ``line`` that one is written anew."""

    def __init__(
        self,
        parent: tkinter.Misc,
        asset_ids: Sequence[str],
        *,
        home: Home,
        dialogs: Dialogs,
        by_name: str = "",
        class_name: str = "",
        line: ConsentRow | None = None,
    ) -> None:
        super().__init__(parent, _("Consent"), minsize=(WIDTH, 200))
        self._home, self._dialogs = home, dialogs
        self._ids, self._by_name, self._line = list(asset_ids), by_name, line
        self.scan: Path | None = None
        title = _("Consent for {count} photos").format(count=len(self._ids)) if self._ids else _("Consent of a pupil")
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w", pady=(0, px(HALF)))
        scrolled = Scrolled(self.body, padding=(0, 0, px(INSIDE), 0), card=True)
        scrolled.pack(fill="both", expand=True)
        room = scrolled.inside
        for column in (0, 1):
            room.columnconfigure(column, weight=1, uniform="half")
        self._fill(room)
        self.class_.insert(0, class_name)
        if line is not None:
            self._show(line)
        room.update_idletasks()
        highest = self.winfo_screenheight() - px(AROUND)
        scrolled.canvas.configure(width=px(WIDTH), height=min(room.winfo_reqheight(), highest))
        self.problem = ttk.Label(self.body, text=" ", font=fonts.NOTE, bootstyle="@card danger")
        self.problem.pack(anchor="w", pady=(px(INSIDE), 0))
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(INSIDE), 0))
        self.keeping = self.button(row, _("Keep the consent"), self.keep, "@card primary")
        self.button(row, _("Cancel"), self.give_up)
        self.scanning = ttk.Button(row, text=_("Add the scanned form…"), command=self.choose_scan, bootstyle="@card")
        self.scanning.pack(side="left")

    def _fill(self, room: ttk.Frame) -> None:
        self.subject = self._entry(room, 0, 0, _("Pupil, or a whole class"))
        self.class_ = self._entry(room, 0, 1, _("Class"))
        self.guardian = self._entry(room, 2, 0, _("Guardian"))
        self.born = self._date(room, 2, 1, _("Born on (one pupil only)"))
        self._agreed = {name: tkinter.BooleanVar(self) for name in ("guardian_ok", "child_ok")}
        words = (_("The guardian agrees"), _("The pupil agrees (from seven years)"))
        boxes = [self._tick(room, text, tick) for text, tick in zip(words, self._agreed.values(), strict=True)]
        self.guardian_ok, self.child_ok = boxes
        for column, box in enumerate(boxes):
            box.grid(row=4, column=column, sticky="w", pady=(px(BETWEEN), 0))
        self._label(room, 5, 0, _("To be shown on"))
        self._channels = {kind: tkinter.BooleanVar(self, kind in USUAL) for kind in SHOWN_KINDS}
        for place, (kind, tick) in enumerate(self._channels.items()):
            box = self._tick(room, _(KIND_WORDS[kind]), tick)
            box.grid(row=6 + place // 2, column=place % 2, sticky="w", padx=(0, px(BETWEEN)), pady=(px(HALF), 0))
        self.day = self._date(room, 10, 0, _("Signed on"), date.today())
        self.expires = self._date(room, 10, 1, _("Ends on (may stay empty)"))
        self.form_place = self._entry(room, 12, 0, _("Where the form lies"))

    def _show(self, line: ConsentRow) -> None:
        """What was written down before."""
        texts = ((self.subject, line.subject), (self.guardian, line.guardian_name), (self.form_place, line.form_place))
        for field, words in (*texts, (self.class_, line.class_name)):
            field.insert(0, words)
        for entry, day in ((self.born, line.birth_date), (self.day, line.given_on), (self.expires, line.expires_on)):
            entry.set(day)
        self._agreed["guardian_ok"].set(line.guardian_ok)
        self._agreed["child_ok"].set(line.child_ok)
        for kind, tick in self._channels.items():
            tick.set(kind in line.channels)

    def _date(self, room: ttk.Frame, row: int, column: int, label: str, day: date | None = None) -> DateEntry:
        self._label(room, row, column, label)
        entry = DateEntry(room, day)
        entry.grid(row=row + 1, column=column, sticky="w")
        return entry

    def _label(self, room: ttk.Frame, row: int, column: int, text: str) -> None:
        words = ttk.Label(room, text=text, font=fonts.NOTE, bootstyle="@card secondary")
        words.grid(row=row, column=column, sticky="w", pady=(px(BETWEEN), px(HALF) // 2))

    def _entry(self, room: ttk.Frame, row: int, column: int, label: str) -> ttk.Entry:
        self._label(room, row, column, label)
        entry = ttk.Entry(room)
        entry.grid(row=row + 1, column=column, sticky="we", padx=(0, 0 if column else px(BETWEEN)))
        return entry

    def _tick(self, room: ttk.Frame, text: str, tick: tkinter.BooleanVar) -> ttk.Checkbutton:
        return ttk.Checkbutton(room, text=text, variable=tick, bootstyle="@card primary")

    def run(self, focus: tkinter.Misc | None = None) -> object:
        return super().run(focus or self.subject)

    def choose_scan(self) -> None:
        """Ask for the scanned form; a copy is kept with the consent."""
        kinds = [(_("Pictures and documents"), "*.pdf *.png *.jpg *.jpeg")]
        self.scan = self._dialogs.choose_file(_("The scanned form"), kinds) or self.scan
        if self.scan is not None:
            self.scanning.configure(text=shortened(self.scan.name, px(SCAN_NAME)))

    def filled(self) -> Filled:
        """What stands in the fields."""
        return Filled(
            nfc(self.subject.get()).strip(),
            nfc(self.class_.get()).strip(),
            self.born.get(),
            nfc(self.guardian.get()).strip(),
            self._agreed["guardian_ok"].get(),
            self._agreed["child_ok"].get(),
            tuple(kind for kind, tick in self._channels.items() if tick.get()),
            self.day.get(),
            self.expires.get(),
            nfc(self.form_place.get()).strip(),
        )

    def keep(self) -> None:
        """Write it down, unless something is missing: then say what, and go there."""
        filled = self.filled()
        name, words = problem_of(filled)
        self.problem["text"] = words or " "
        if name:
            field: tkinter.Misc | None = getattr(self, name, None)
            (field or self.keeping).focus_set()
            return
        try:
            self.close(self._kept(self._given(filled)))
        except UserError as error:  # the scan may have gone with its stick
            self._dialogs.show_error(error)

    def _kept(self, given: ConsentGiven) -> str:
        """The id of what was written down, or written anew."""
        if self._line is None:
            return give_consent(given, self._ids, by_name=self._by_name)
        correct_consent(self._line.id, given, by_name=self._by_name)
        return self._line.id

    def _given(self, filled: Filled) -> ConsentGiven:
        return ConsentGiven(
            subject=filled.subject,
            guardian_name=filled.guardian,
            guardian_ok=filled.guardian_ok,
            child_ok=filled.child_ok,
            channels=filled.channels,
            given_on=filled.day or date.today(),
            birth_date=filled.born,
            class_name=filled.class_name,
            expires_on=filled.expires,
            form_place=filled.form_place,
            scan_sha256=keep_paper(self._home, self.scan).sha256 if self.scan else "",
        )
