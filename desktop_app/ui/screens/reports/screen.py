"""Reports: the month's report as it will be printed, what to look at first, and the bundle onto a stick."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from db.queries import plans
from db.queries import reports as rows
from desktop_app.core.bundle.locking import new_words
from desktop_app.core.bundle.verifying import Verification, verify_bundle
from desktop_app.core.exporting import ExportedBundle, export_month, left_out_of
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.month_page import page_of
from desktop_app.core.periods import Month
from desktop_app.core.reports.preview import Pages
from desktop_app.core.reports.showing import Chosen, Shown, show_paper
from desktop_app.core.usb import drive_of
from desktop_app.ui.dialogs import Dialogs, open_folder
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.reports import words as report_words
from desktop_app.ui.screens.reports.arrived import ArrivedDialog
from desktop_app.ui.screens.reports.locked_words import LockedWords
from desktop_app.ui.screens.reports.target import choose_target
from desktop_app.ui.screens.screen import Act, Screen, Show
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.checklist import Checklist, Line
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.paper import Paper
from desktop_app.ui.widgets.toast import Toast


class ReportsScreen(Screen):
    """Look through, see the paper, take it to the authority."""

    def __init__(
        self, parent: ttk.Frame, *, show: Show, home: Home, runner: Runner, dialogs: Dialogs, toast: Toast
    ) -> None:
        super().__init__(parent)
        self.configure(padding=(px(ROUND), px(INSIDE), px(ROUND), px(ROUND)))
        self._show, self._home, self._runner, self._dialogs, self._toast = show, home, runner, dialogs, toast
        self._drawing: Progress | None = None
        self._pages: Pages | None = None
        self.heading = Heading(self, "", act=_("Take to a stick or folder"), command=self.export, icon="usb-drive")
        self.locked = self.heading.add(_("As a locked file"), self.export_locked, icon="lock")
        self.heading.pack(fill="x", pady=(0, px(BETWEEN)))
        self.without_plan = Empty(
            self, "file-earmark-text", _("A report needs the plan of its year"), _("Import the plan first.")
        )
        self.room = ttk.Frame(self)
        self._furnish(self.room)

    def _furnish(self, room: ttk.Frame) -> None:
        paper = Card(room, _("As it will be printed"))
        paper.pack(side="right", fill="both", expand=True, padx=(px(BETWEEN), 0))
        self.paper = Paper(paper.body)
        self.paper.pack(fill="both", expand=True)
        side = ttk.Frame(room, width=px(440))
        side.pack_propagate(False)
        side.pack(side="left", fill="y")
        self.look_through = self._list(side, _("Look through before it goes"))
        self.bundles = self._list(side, _("Bundles already written"))

    def _list(self, parent: ttk.Frame, title: str) -> Checklist:
        card = Card(parent, title)
        card.pack(fill="x", pady=(0, px(BETWEEN)))
        lines = Checklist(card.body, go=lambda target: target())
        lines.pack(fill="x")
        return lines

    def refresh(self) -> None:
        plan = plans.plan_for(str(self.month))
        self.heading.say(title=_("Report of {month}").format(month=self.month.label()))
        (self.room if plan is None else self.without_plan).pack_forget()
        (self.without_plan if plan is None else self.room).pack(fill="both", expand=True)
        if self.heading.main is not None:
            for button in (self.heading.main, self.locked):
                button.configure(state="disabled" if plan is None else "normal")
        if plan is not None:
            self._fill(plan.id)

    def _fill(self, plan_id: str) -> None:
        _plan, page, contents = page_of(self.month)
        left_out = left_out_of(contents)
        self.heading.say(report_words.state_words(page))
        self.look_through.show([self._leading(line) for line in report_words.look_through_lines(page, len(left_out))])
        written = [self._bundle_line(row) for row in rows.bundles(plan_id, str(self.month))]
        self.bundles.show(written or [Line(_("None yet"), "info")])
        self._preview(plan_id)

    def _leading(self, line: Line) -> Line:
        if line.target is None:
            return line
        room, wishes = line.target
        return line._replace(target=partial(self._show, room, **wishes))

    def _bundle_line(self, row: rows.BundleRow) -> Line:
        line = report_words.bundle_line(row)
        if Path(row.written_to).suffix == ".zip":  # only its words could open it to be checked
            return line
        return line._replace(target=partial(self.check, Path(row.written_to)), link=_("Check again"))

    def _preview(self, plan_id: str) -> None:
        self.paper.say(_("The pages are being drawn…"))
        month = self.month
        if self._drawing is not None:
            self._drawing.cancel()  # another month, or newer facts: nobody waits for those pages any more
        self._drawing = self._runner.run_quietly(
            partial(show_paper, self._home, Chosen(plan_id, "month", str(month))),
            title=_("Drawing the report"),
            done=lambda shown: self._drawn(month, shown),
            failed=self._dialogs.show_error,
        )

    def _drawn(self, month: Month, shown: Shown) -> None:
        pages = shown.pages
        if month != self.month or not self.winfo_exists():
            pages.close()
            return
        if self._pages is not None:
            self._pages.close()
        self._pages = pages
        self.paper.show(pages)

    def export(self) -> None:
        """Choose a stick or a folder, write the bundle there and prove it."""
        self._export("")

    def export_locked(self) -> None:
        """The same as one file that opens only with words, which are shown once it has arrived."""
        self._export(new_words())

    def _export(self, words: str) -> None:
        target = choose_target(self._dialogs)
        if target is not None:
            run_with_dialog(
                self,
                self._runner,
                partial(export_month, self._home, self.month, target, words=words),
                title=_("Taking the report of {month} to {place}").format(month=self.month.label(), place=target),
                done=partial(self._exported, words),
                failed=self._dialogs.show_error,
            )

    def _exported(self, words: str, made: ExportedBundle) -> None:
        self.refresh()
        if words:
            LockedWords(self, words).run()
        drive = drive_of(made.path)
        if drive is not None:
            ArrivedDialog(self, made, drive, runner=self._runner, dialogs=self._dialogs).run()
            return
        self._toast.say(
            _("{files} files were written and read back.").format(files=made.files),
            undo=lambda: open_folder(made.path.parent if words else made.path),
            button=_("Open the folder"),
        )

    def check(self, bundle: Path) -> None:
        """Re-hash a bundle that was written before."""
        run_with_dialog(
            self,
            self._runner,
            lambda progress: verify_bundle(bundle, progress),
            title=_("Checking {name}").format(name=bundle.name),
            done=partial(self._checked, bundle),
            failed=self._dialogs.show_error,
        )

    def _checked(self, bundle: Path, result: Verification) -> None:
        if result.ok:
            self._toast.say(_("{name}: all {files} files are as written").format(name=bundle.name, files=result.files))
        else:
            wrong = "; ".join(f"{one.file}: {_(one.why)}" for one in result.wrong[:5])
            self._dialogs.tell(_("This bundle is not as it was written:"), wrong)

    def acts(self) -> dict[str, Act]:
        return {"export": self.export}

    def open(self, **wishes: Any) -> None:
        """Nothing can be asked of this room but its month."""
