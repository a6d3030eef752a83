"""What is done with the paper one works on: its words kept, issued, signed, sent, withdrawn, begun anew."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.papers import PaperUnreadable
from desktop_app.core.periods import short_date
from desktop_app.core.reports import keeping
from desktop_app.core.reports.issuing import Signing, issue
from desktop_app.core.reports.scans import SCAN_FILES
from desktop_app.core.reports.showing import Chosen
from desktop_app.ui.dialogs import Dialogs, open_file
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.screen import ByName
from desktop_app.ui.widgets.toast import Toast

T = TypeVar("T")


class PaperActs:
    """Options: ``chosen()`` is the paper, ``changed(report_id)`` is told after each act that is in the records."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        chosen: Callable[[], Chosen],
        changed: Callable[[str], object],
        home: Home,
        runner: Runner,
        dialogs: Dialogs,
        toast: Toast,
        by_name: ByName,
    ) -> None:
        self._parent, self._chosen, self._changed, self._home = parent, chosen, changed, home
        self._runner, self._dialogs, self._toast, self._by_name = runner, dialogs, toast, by_name

    def _report(self) -> str:
        """The paper's row, begun if nothing of it was kept before."""
        chosen = self._chosen()
        return chosen.report_id or keeping.open_report(chosen.plan_id, chosen.kind, chosen.period)

    def _attempt(self, act: Callable[[], T]) -> T | None:
        """Do it and tell of it; a person's error is said."""
        try:
            result = act()
        except UserError as error:
            self._dialogs.show_error(error)
            return None
        return result

    def keep_wording(self, sections: dict[str, str]) -> None:
        """Keep own words by place."""
        self._on_report(lambda report_id: keeping.keep_wording(report_id, sections))

    def keep_receivers(self, to: tuple[str, ...], copies: tuple[str, ...]) -> None:
        """This paper goes to these."""
        self._on_report(lambda report_id: keeping.keep_receivers(report_id, to, copies))

    def _on_report(self, act: Callable[[str], object]) -> None:
        def do() -> str:
            report_id = self._report()
            act(report_id)
            return report_id

        report_id = self._attempt(do)
        if report_id is not None:
            self._changed(report_id)

    def issue(self, signing: Signing) -> None:
        """Issue the paper for good, after a last question."""
        number = f"{signing.number or 0:02d}"
        question = _("Issue the paper as number {number} of {day}?").format(
            number=number, day=short_date(signing.signed_on)
        )
        hint = _("Its figures and words then stay as they are now.")
        if not self._dialogs.confirm(question, hint, yes=_("Issue it")):
            return
        report_id = self._attempt(self._report)
        if report_id is not None:
            run_with_dialog(
                self._parent,
                self._runner,
                partial(self._issued, report_id, signing, self._by_name()),
                title=_("Issuing number {number}").format(number=number),
                done=partial(self._is_issued, report_id),
                failed=self._dialogs.show_error,
            )

    def _issued(self, report_id: str, signing: Signing, by_name: str, progress: Progress) -> int:
        return issue(self._home, report_id, signing, progress, by_name=by_name)

    def _is_issued(self, report_id: str, number: int) -> None:
        self._toast.say(_("Issued as number {number}").format(number=f"{number:02d}"))
        self._changed(report_id)

    def attach_scan(self) -> None:
        """Keep the scan of the signed paper; what the decree asks of a scan and this one lacks is said."""
        file = self._dialogs.choose_file(_("The scan of the signed paper"), [(_("PDF or picture"), SCAN_FILES)])
        if file is None:
            return
        report_id = self._chosen().report_id
        advice = self._attempt(lambda: keeping.attach_scan(self._home, report_id, file, by_name=self._by_name()))
        if advice is not None:
            self._changed(report_id)
            if advice:
                self._dialogs.tell(_("The scan is kept."), " ".join(advice))
            else:
                self._toast.say(_("The scan is kept."))

    def open_scan(self) -> None:
        """Show the scan with the system's program."""
        scan = keeping.scan_of(self._home, self._chosen().report_id)
        if scan is None:
            self._dialogs.show_error(PaperUnreadable(name=_("scan")))
        else:
            open_file(scan)

    def mark_sent(self) -> None:
        """It went to its receivers."""
        self._plainly(lambda report_id: keeping.mark_sent(report_id, by_name=self._by_name(), how="by hand"))

    def mark_confirmed(self) -> None:
        """Who received it said so."""
        self._plainly(lambda report_id: keeping.mark_confirmed(report_id, by_name=self._by_name()))

    def new_edition(self) -> None:
        """A draft that follows the issued paper."""
        report_id = self._attempt(lambda: keeping.new_edition(self._chosen().report_id, by_name=self._by_name()))
        if report_id is not None:
            self._changed(report_id)

    def discard(self, report_id: str) -> None:
        """Let go of a draft edition."""
        question, hint = _("Discard this draft edition?"), _("The issued one before it stays as it is.")
        if self._dialogs.confirm(question, hint, yes=_("Discard"), danger=True):
            self._attempt(lambda: keeping.discard_edition(report_id, by_name=self._by_name()))
            self._changed("")

    def withdraw(self) -> None:
        """Take the issued paper back, with a reason."""
        why = self._dialogs.ask_text(
            _("Why is this paper withdrawn?"),
            hint=_("Its number stays used; the reason stands in the log."),
            yes=_("Withdraw the paper"),
        )
        if why is not None:
            self._plainly(
                lambda report_id: keeping.withdraw(report_id, why, by_name=self._by_name()),
                undo=self.let_stand,
                said=_("The paper is withdrawn"),
            )

    def let_stand(self) -> None:
        """It stands again."""
        self._plainly(lambda report_id: keeping.let_stand(report_id, by_name=self._by_name()))

    def _plainly(
        self, act: Callable[[str], object], *, said: str = "", undo: Callable[[], object] | None = None
    ) -> None:
        report_id = self._chosen().report_id

        def do() -> bool:
            act(report_id)
            return True

        if self._attempt(do):
            self._changed(report_id)
            if said:
                self._toast.say(said, undo=undo)
