"""All schools in one look: the sums on top, months across, who owes what, and the one button that takes in the new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import ttkbootstrap as ttk

from db.text import fold
from desktop_app.core.bundle.contents import INDEX_PLACE
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.office.bundles import StoredBundle
from desktop_app.core.office.ingesting import Ingested
from desktop_app.core.office.paper import write_office_paper
from desktop_app.core.office.place import OfficePlace
from desktop_app.core.office.report import OfficeMonth, SchoolMonth, name_of
from desktop_app.core.periods import Month
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs, open_file, words_of
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.later import Later
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.office.matrix import Line, Matrix
from desktop_app.ui.screens.office.owing import OwingDialog
from desktop_app.ui.screens.office.school import SchoolCard
from desktop_app.ui.screens.office.words import ALL, LEGEND, TABS, belongs, counts, grouped, look_of, word_of
from desktop_app.ui.screens.screen import Act, Screen
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, ROUND, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.tabs import Tab, Tabs
from desktop_app.ui.widgets.toast import Toast

BESIDE = 300
"""Width of the card of one school, plain pixels."""
PAUSE_MS = 300
"""A school must stay chosen so long before the store is asked for its bundles."""


class OfficeScreen(Screen):
    """The table is asked for in the background, so that fifty thousand schools do not stop the window."""

    def __init__(
        self, parent: ttk.Frame, *, office: OfficePlace, runner: Runner, dialogs: Dialogs, toast: Toast
    ) -> None:
        super().__init__(parent)
        self.configure(padding=(px(ROUND), px(INSIDE), px(ROUND), px(ROUND)))
        self._place, self._runner, self._dialogs, self._toast = office, runner, dialogs, toast
        self.page: OfficeMonth | None = None
        self._wanted = ""
        self._seen: dict[tuple[str, str], list[StoredBundle]] = {}
        self._look = Later(self, self._ask_store)
        self._looked_for: tuple[str, Month] | None = None
        self.opened: Callable[[Path], object] = open_file
        self._furnish()

    def _furnish(self) -> None:
        self.heading = Heading(self, _("Schools"))
        if self._place.store:
            self.heading.lead(_("Take in what is new"), self.take_in, "cloud-download")
        self.heading.add(_("Who still owes something"), self.tell_who, icon="chat-left-text")
        self.heading.add(_("Save as PDF"), self.save_paper, icon="printer")
        self.heading.pack(fill="x", pady=(0, px(INSIDE)))
        choices = ttk.Frame(self)
        choices.pack(fill="x", pady=(0, px(INSIDE)))
        self.tabs = Tabs(choices, self._narrow)
        self.tabs.pack(side="left")
        self.find = SearchBox(choices, _("Find a school"), self._look_for, width=22)
        self.find.pack(side="right")
        foot = ttk.Frame(self)
        foot.pack(side="bottom", fill="x", pady=(px(HALF), 0))
        self._legend(foot).pack(side="left")
        self.listing = ttk.Button(foot, text=_("List of schools…"), command=self.take_list, bootstyle="ghost")
        self.listing.pack(side="right")
        self.school = SchoolCard(self, self.open_bundle)
        self.card = Card(self, padding=INSIDE)
        self.card.pack(side="left", fill="both", expand=True)
        self.matrix = Matrix(self.card.body, opened=self._close_look, chosen=self._choose, empty=self._emptiness())
        self.matrix.pack(fill="both", expand=True)

    def _legend(self, parent: ttk.Frame) -> ttk.Label:
        signs = (f"{look_of(state).sign}  {word_of(state)}" for state in LEGEND)
        return ttk.Label(parent, text="      ".join(signs), font=fonts.NOTE, bootstyle="secondary")

    def _emptiness(self) -> str:
        return _("No school here. “Take in what is new” reads the store; schools without a name have sent no list yet.")

    # ------------------------------------------------------------ filling

    def refresh(self) -> None:
        asked = str(self.month)
        self._runner.run_quietly(
            partial(self._place.month, self.month),
            title=_("Counting the schools"),
            failed=self._dialogs.show_error,
            done=lambda page: self._fill(page) if asked == str(self.month) and self.winfo_exists() else None,
        )

    def _fill(self, page: OfficeMonth) -> None:
        self.page = page
        sums = page.sums
        line = _("{met} of {schools} met · {handed_in} handed in · {articles} articles · {materials} materials")
        said = _("{heard} opinions, {waiting} wait · {all} incidents")
        words = (line.format(**grouped(sums)), said.format(**grouped(sums.opinions), **grouped(sums.incidents)))
        self.heading.say(" · ".join(words), title=_("Schools, month {month}").format(month=page.month.label()))
        there = counts(page)
        self.tabs.show([Tab(name, _(label), there[name]) for name, label in TABS.items()])
        self._show()

    def _show(self) -> None:
        if self.page is not None:
            self.matrix.show([one for one in self.page.schools if self._fits(one)], self.page.months)
            self._choose(self.matrix.selected)

    def _fits(self, school: SchoolMonth) -> bool:
        return belongs(school, self.tabs.chosen or ALL) and self._wanted in fold(name_of(school))

    def _narrow(self, tab: str) -> None:
        self.matrix.to_top()
        self._show()

    def _look_for(self, text: str) -> None:
        self._wanted = fold(text)
        self._narrow(self.tabs.chosen)

    # ------------------------------------------------------------ one school

    def _choose(self, ids: list[str]) -> None:
        chosen = next((one for one in self.page.schools if one.school.id in ids), None) if self.page else None
        if chosen is None:
            self.school.pack_forget()
            return
        self.school.show(chosen)
        self.school.configure(width=px(BESIDE))
        self.school.pack_propagate(False)
        self.school.pack(side="right", fill="y", padx=(px(BETWEEN), 0), before=self.card)
        self._runner.run_quietly(
            partial(self._place.school, chosen.school.id, self.month),
            title=_("Looking at a school"),
            failed=self._dialogs.show_error,
            done=lambda found: self.school.tell(*found) if chosen.school.id in self.matrix.selected else None,
        )
        self._show_bundles(chosen.school.id)

    def _close_look(self, line: Line) -> None:
        self._choose([line.id])

    # ------------------------------------------------------------ its bundles

    def _show_bundles(self, school_id: str) -> None:
        """What is known already at once; else the store is asked when nobody goes on to the next school."""
        known = self._seen.get((school_id, str(self.month)))
        if known is not None:
            self.school.bundles.show(known)
        elif self._place.store:
            self._look.start(PAUSE_MS)
        else:
            self.school.bundles.say(_("This window was opened without a store, so bundles cannot be looked for."))

    def _ask_store(self) -> None:
        asked = self._looked_for = next(iter(self.matrix.selected), ""), self.month
        self._runner.run_quietly(
            partial(self._bundles, *asked),
            title=_("Looking for bundles"),
            failed=lambda error: self._cannot_look(asked, error),
            done=lambda found: self._found(asked, found),
        )

    def _bundles(self, school_id: str, month: Month, progress: Progress) -> list[StoredBundle] | None:
        """None where somebody has gone on to another school while this job waited for its turn."""
        return self._place.bundles(school_id, month, progress) if self._looked_for == (school_id, month) else None

    def _shows(self, asked: tuple[str, Month]) -> bool:
        return self.winfo_exists() and asked[0] in self.matrix.selected and asked[1] == self.month

    def _found(self, asked: tuple[str, Month], found: list[StoredBundle] | None) -> None:
        if found is not None:
            self._seen[asked[0], str(asked[1])] = found
            if self._shows(asked):
                self.school.bundles.show(found)

    def _cannot_look(self, asked: tuple[str, Month], error: BaseException) -> None:
        """A line that is bad is told in the card: a message box for every school would help nobody."""
        if not isinstance(error, UserError):
            self._dialogs.show_error(error)
        elif self._shows(asked):
            self.school.bundles.say(" ".join(words_of(error)))

    def open_bundle(self, bundle: StoredBundle) -> None:
        """Fetch a bundle, behind a dialog that can be stopped, prove it and show its page in the browser."""
        run_with_dialog(
            self,
            self._runner,
            partial(self._place.fetch, bundle),
            title=_("Fetching the bundle"),
            done=lambda place: self.opened(place / INDEX_PLACE),
            failed=self._cannot_open,
        )

    def _cannot_open(self, error: BaseException) -> None:
        """The school may have replaced it meanwhile, so the store is asked anew."""
        self._dialogs.show_error(error)
        self._seen.clear()
        self._look.now()

    # ------------------------------------------------------------ acts

    def acts(self) -> Mapping[str, Act]:
        return {"print": self.save_paper, "export": self.take_in}

    def focus_first(self) -> None:
        self.matrix.focus_set()

    def take_in(self) -> None:
        """Read the store, behind a dialog that can be stopped at every school."""
        if self._place.store:
            run_with_dialog(
                self,
                self._runner,
                self._place.take_in,
                title=_("Taking in what the schools sent"),
                done=self._taken_in,
                failed=self._dialogs.show_error,
                cancelled=self.refresh,
            )

    def _taken_in(self, done: Ingested) -> None:
        self._seen.clear()
        if done.segments:
            self._toast.say(
                _("{schools} schools, {segments} files, {events} changes taken in").format(**done._asdict())
            )
        else:
            self._toast.say(_("Nothing new since the last time"))
        self.refresh()

    def take_list(self) -> None:
        """Read the list of schools that are waited for, so that one that never sent anything is seen."""
        file = self._dialogs.choose_file(_("List of schools"), [("CSV", "*.csv")])
        if file is not None:
            run_with_dialog(
                self,
                self._runner,
                partial(self._place.keep_list, file),
                title=_("List of schools"),
                done=self._listed,
                failed=self._dialogs.show_error,
            )

    def _listed(self, count: int) -> None:
        self._toast.say(_("{count} schools are waited for").format(count=count))
        self.refresh()

    def tell_who(self) -> None:
        """Show the list for the schools' group."""
        if self.page is not None and OwingDialog(self, self.page).run():
            self._toast.say(_("The list is copied; paste it into the schools' group"))

    def save_paper(self) -> None:
        """Write the month's table as a PDF."""
        if self.page is None:
            return
        name = f"{_('Schools')} {self.page.month}.pdf"
        file = self._dialogs.save_file(_("Save as PDF"), name, [("PDF", "*.pdf")])
        if file is not None:
            run_with_dialog(
                self,
                self._runner,
                partial(write_office_paper, self.page, file),
                title=_("Writing the paper"),
                done=lambda result: self._toast.say(_("Saved: {file}").format(file=file.name)),
                failed=self._dialogs.show_error,
            )
