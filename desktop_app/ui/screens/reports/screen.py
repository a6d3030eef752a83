"""Reports: a paper of a kind about a period, from its figures over its words and pages to signature and delivery."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from db.queries import plans, report_versions
from db.queries import reports as rows
from db.queries.report_versions import EditionRow
from desktop_app.core.errors import UserError
from desktop_app.core.exporting import left_out_of
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.month_page import page_of
from desktop_app.core.periods import Month
from desktop_app.core.reports import recipients
from desktop_app.core.reports.keeping import DRAFT, state_words
from desktop_app.core.reports.kinds import MONTH
from desktop_app.core.reports.showing import PRINTER, SCREEN, WORD, Chosen, Shown
from desktop_app.ui.dialogs import Dialogs, words_of
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.reports import words as report_words
from desktop_app.ui.screens.reports.choice import PaperChoice
from desktop_app.ui.screens.reports.drawing import Drawing
from desktop_app.ui.screens.reports.figures import FiguresStep
from desktop_app.ui.screens.reports.last_step import LastStep
from desktop_app.ui.screens.reports.life import LifeActs, edition_words
from desktop_app.ui.screens.reports.outward import COPIES, Outward
from desktop_app.ui.screens.reports.paper_acts import PaperActs
from desktop_app.ui.screens.reports.passages import WordingStep
from desktop_app.ui.screens.screen import Act, ByName, Screen, Show
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.checklist import Line
from desktop_app.ui.widgets.drop_menu import DropMenu
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.paper import Paper
from desktop_app.ui.widgets.popup_menu import Item
from desktop_app.ui.widgets.tabs import Tab, Tabs
from desktop_app.ui.widgets.toast import Toast

FIGURES, WORDING, PAGES, SIGN = "figures", "wording", "pages", "sign"
NARROW = 800
"""Plain pixels: below this a step and the pages side by side would both be too small to work with."""
SIDE = 420
"""Plain pixels of the step beside the pages."""


class ReportsScreen(Screen):
    """Options beside those of every screen: ``by_name()`` sits here, ``show_month`` turns the window to a month."""

    def __init__(
        self,
        parent: ttk.Frame,
        *,
        show: Show,
        home: Home,
        runner: Runner,
        dialogs: Dialogs,
        toast: Toast,
        by_name: ByName = lambda: "",
        show_month: Any = None,
    ) -> None:
        super().__init__(parent)
        self.configure(padding=(px(ROUND), px(INSIDE), px(ROUND), px(ROUND)))
        self._show, self._home, self._runner, self._dialogs = show, home, runner, dialogs
        self._show_month = show_month
        self._plan_id, self._edition_id, self._editions = "", "", list[EditionRow]()
        at_hand: dict[str, Any] = {
            **{"home": home, "runner": runner, "dialogs": dialogs, "toast": toast},
            **{"by_name": by_name, "chosen": lambda: self.chosen},
        }
        self.acts_on = PaperActs(self, changed=self._kept, **at_hand)
        self.outward = Outward(self, title=lambda: self.choice.label, gone=self.refresh, **at_hand)
        self._lay()

    # ------------------------------------------------------------------ what is there

    def _lay(self) -> None:
        self.heading = Heading(self, "", act=_("Take to a stick or folder"), command=self.export, icon="usb-drive")
        self.printing = self.heading.add(_("Print…"), self.print, icon="printer")
        self.saving = DropMenu(self.heading.buttons, self._copies, text=_("Save as…"), icon="download")
        self.saving.pack(side="right", padx=(px(INSIDE), 0))
        self.heading.buttons.pack(before=self.heading.words)  # a long title gives way, never the ways out
        self.heading.pack(fill="x", pady=(0, px(INSIDE)))
        self.without_plan = Empty(
            self, "file-earmark-text", _("A report needs the plan of its year"), _("Import the plan first.")
        )
        self.room = ttk.Frame(self)
        top = ttk.Frame(self.room)
        top.pack(fill="x", pady=(0, px(BETWEEN)))
        self.choice = PaperChoice(top, self._chosen_anew)
        self.tabs = Tabs(top, changed=self.turn_to, boxed=True)
        self.tabs.pack(side="right")
        self.choice.pack(side="left", fill="x", expand=True)
        names = (FIGURES, _("Figures")), (WORDING, _("Wording")), (PAGES, _("Pages")), (SIGN, _("Sign, send"))
        self.tabs.show([Tab(name, words) for name, words in names], chosen=FIGURES)
        self._furnish(self.room)

    def _furnish(self, room: ttk.Frame) -> None:
        self.side = ttk.Frame(room, width=px(SIDE))
        self.side.pack_propagate(False)
        self.sheet = Card(room)
        self.paper = Paper(self.sheet.body)
        self.paper.pack(fill="both", expand=True)
        self.drawing = Drawing(
            self.paper, home=self._home, runner=self._runner, drawn=self._drawn, failed=self._not_drawn
        )
        acts, look = self.acts_on, self.look_at
        self.figures = FiguresStep(self.side)
        self.wording = WordingStep(self.side, acts.keep_wording)
        life = LifeActs(
            attach_scan=acts.attach_scan,
            open_scan=acts.open_scan,
            mark_sent=acts.mark_sent,
            mark_confirmed=acts.mark_confirmed,
            new_edition=acts.new_edition,
            withdraw=acts.withdraw,
            let_stand=acts.let_stand,
        )
        self.last = LastStep(self.side, acts=acts, life=life, look=look)
        self.steps = {FIGURES: self.figures, WORDING: self.wording, SIGN: self.last}
        self._narrow = False
        room.bind("<Configure>", self._resized)
        self.turn_to(FIGURES)

    def turn_to(self, name: str) -> None:
        """Show a step beside the pages, or alone where there is no room for both; the pages are a step too."""
        self._keep_typed()
        for widget in (self.side, self.sheet, *self.steps.values()):
            widget.pack_forget()
        beside = name in self.steps and not self._narrow
        if name in self.steps:
            self.steps[name].pack(fill="both", expand=True)
            gap = px(BETWEEN) if beside else 0
            self.side.pack(side="left", fill="y" if beside else "both", expand=not beside, padx=(0, gap))
        if beside or name == PAGES:
            self.sheet.pack(side="right", fill="both", expand=True)
        if name == PAGES:
            self.paper.read()
            self.paper.focus_set()
        else:
            self.paper.zoom(0)

    def next_step(self) -> None:
        """Ctrl+Enter goes through the steps; the last one stays, for issuing is a press of its own."""
        names = list(self.tabs.buttons)
        self.tabs.choose(names[min(names.index(self.tabs.chosen) + 1, len(names) - 1)])

    def _resized(self, event: Any) -> None:
        narrow = event.width < px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.turn_to(self.tabs.chosen)

    def _keep_typed(self) -> None:
        self.wording.keep()
        self.last.keep()

    @property
    def chosen(self) -> Chosen:
        """The paper one works on."""
        edition = self._edition
        return Chosen(self._plan_id, self.choice.kind, self.choice.period, edition.id if edition else "")

    @property
    def _edition(self) -> EditionRow | None:
        chosen = (row for row in self._editions if row.id == self._edition_id)
        return next(chosen, self._editions[0] if self._editions else None)

    # ---------------------------------------------------------------------- filling

    def open(self, **wishes: Any) -> None:
        """``kind``, ``period``, ``step`` (figures, wording, pages, sign), ``report_id`` of an edition."""
        if wishes.get("kind"):
            self.choice.choose(str(wishes["kind"]), str(wishes.get("period") or ""))
        self._edition_id = str(wishes.get("report_id") or "")
        if wishes.get("step"):
            self.tabs.choose(str(wishes["step"]))

    def refresh(self) -> None:
        plan = plans.plan_for(str(self.month))
        self._plan_id = plan.id if plan else ""
        (self.room if plan is None else self.without_plan).pack_forget()
        (self.without_plan if plan is None else self.room).pack(fill="both", expand=True)
        self.choice.show(plan, self.month)
        has = bool(plan and self.choice.period)
        self._let(has)
        if has:
            self._fill()
        else:
            self.heading.say(title=_("Report of {month}").format(month=self.month.label()))

    def _let(self, on: bool) -> None:
        """The ways out are there when there is a paper."""
        for button in (self.printing, self.saving, self.heading.main):
            if button is not None:
                button.configure(state="normal" if on else "disabled")

    def _fill(self) -> None:
        chosen = self.chosen
        self._editions = report_versions.editions(*chosen[:3])
        edition = self._edition
        self.heading.say(self._state_line(edition), title=self.choice.title)
        self.figures.show(self._problems(), self._bundles())
        self.last.show(chosen.kind, edition, self._editions, self._receivers(edition))
        self.drawing.draw(self.chosen)
        self._offer_words()

    def _state_line(self, edition: EditionRow | None) -> str:
        """“Dự thảo, chưa ban hành”, or “Đã ký, có bản quét: bản 1, số 07, 31/05/2024”."""
        if edition is None or (edition.state == DRAFT and edition.edition == 1):
            return _("Draft, not issued yet")
        return _("{state} ({edition})").format(edition=edition_words(edition), state=state_words(edition.state))

    def _receivers(self, edition: EditionRow | None) -> recipients.Recipients:
        if edition is None:
            return recipients.recipients_on(self.choice.kind, date.today())
        return recipients.recipients_of(edition.id, edition.signed_on or date.today())

    def _way(self, target: tuple[str, dict[str, Any]] | None) -> Act | None:
        return partial(self._show, target[0], **target[1]) if target else None

    def _problems(self) -> list[Line]:
        """What is missing in a month, before its report goes."""
        if self.choice.kind != MONTH:
            return []
        _plan, page, contents = page_of(Month.parse(self.choice.period))
        lines = report_words.look_through_lines(page, len(left_out_of(contents)))
        return [line._replace(target=self._way(line.target)) for line in lines if line.state != "done"]

    def _bundles(self) -> list[Line]:
        found = rows.bundles(self._plan_id, self.choice.period, self.choice.kind)
        return [self._bundle_line(row) for row in found]

    def _bundle_line(self, row: rows.BundleRow) -> Line:
        line = report_words.bundle_line(row)
        if Path(row.written_to).suffix == ".zip":  # only its words could open it to be checked
            return line
        return line._replace(target=partial(self.outward.check, Path(row.written_to)), link=_("Check again"))

    def _offer_words(self) -> None:
        edition = self._edition
        if edition is not None and edition.state != DRAFT:
            self.wording.say(_("This paper was issued, so its words stay. A new edition can be written otherwise."))
        elif self.drawing.shown is not None:
            self.wording.show(self.drawing.shown.passages, edition.sections if edition else {})
        else:
            self.wording.say(_("The pages are being drawn…"))

    def _drawn(self, shown: Shown) -> None:
        self.figures.count([(one, self._way(one.target)) for one in shown.figures])
        self._offer_words()

    def _not_drawn(self, error: BaseException) -> None:
        """What a person can mend is said where the pages would be, each time one comes here."""
        if isinstance(error, UserError):
            self.paper.say("\n".join(words_of(error)))
        else:
            self._dialogs.show_error(error)

    # ------------------------------------------------------------------------- acts

    def _chosen_anew(self) -> None:
        self._keep_typed()
        self._edition_id = ""
        if self.choice.kind == MONTH and self._show_month is not None:
            self._show_month(Month.parse(self.choice.picked))
        else:
            self.refresh()

    def look_at(self, report_id: str) -> None:
        """Another edition of the same paper."""
        self._keep_typed()
        self._edition_id = report_id
        self.refresh()

    def _kept(self, report_id: str) -> None:
        self._edition_id = report_id
        self.refresh()

    def _copies(self) -> list[Item]:
        save = [Item(_(COPIES[one]), partial(self.outward.save, one)) for one in (SCREEN, PRINTER, WORD)]
        send = [Item(""), Item(_("Send by e-mail…"), self.outward.mail)]
        if self.choice.kind != MONTH:
            return [*save, *send]
        return [*save, *send, Item(_("Bundle as a locked file…"), self.outward.export_locked)]

    def print(self) -> None:
        """Print what is on the screen."""
        self._keep_typed()
        self.drawing.when_ready(self._print)

    def _print(self) -> None:
        if self.drawing.shown is not None:
            self.outward.print(self.drawing.shown.pages, self.paper.number)

    def export(self) -> None:
        """Take the paper, with what belongs to it, to a stick or folder."""
        if self._plan_id and self.choice.period:
            self.outward.export()

    def leave(self) -> bool:
        self._keep_typed()
        return True

    def acts(self) -> dict[str, Act]:
        return {"export": self.export, "print": self.print, "save": self._keep_typed, "submit": self.next_step}
