"""The ways a paper leaves this window: printed, saved as PDF or Word, packed with its photos for a stick or folder."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop_app.core.bundle.locking import new_words
from desktop_app.core.bundle.verifying import Verification, verify_bundle
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, _
from desktop_app.core.jobs import Progress
from desktop_app.core.printing import print_pdf
from desktop_app.core.reports.preview import Pages
from desktop_app.core.reports.showing import PRINTER, SCREEN, WORD, Chosen, save_copy
from desktop_app.ui.dialogs import Dialogs, open_file
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.reports.mail import PaperMail
from desktop_app.ui.screens.reports.print_dialog import PrintDialog, Wanted
from desktop_app.ui.screens.reports.taking import Taking
from desktop_app.ui.screens.screen import ByName
from desktop_app.ui.widgets.toast import Toast

ENDINGS = {SCREEN: ".pdf", PRINTER: "_in.pdf", WORD: ".docx"}
FILES = {SCREEN: ("PDF", "*.pdf"), PRINTER: ("PDF", "*.pdf"), WORD: ("Word", "*.docx")}
COPIES = {
    SCREEN: N_("PDF for the screen, with links"),
    PRINTER: N_("PDF for printing"),
    WORD: N_("Word, to be written in"),
}
"""What a copy can be, in the words of the menu."""


class Outward:
    """Options: ``chosen()`` is the paper with its ``title()``, ``gone()`` is told when a bundle arrived."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        chosen: Callable[[], Chosen],
        title: Callable[[], str],
        gone: Callable[[], object],
        home: Home,
        runner: Runner,
        dialogs: Dialogs,
        toast: Toast,
        by_name: ByName,
    ) -> None:
        self._parent, self._chosen, self._title, self._gone, self._home = parent, chosen, title, gone, home
        self._runner, self._dialogs, self._toast, self._by_name = runner, dialogs, toast, by_name

    def print(self, pages: Pages, shown: int) -> None:
        """Print what is on the screen; ``shown`` is the page looked at."""
        dialog = PrintDialog(self._parent, self._title(), pages.count, shown, runner=self._runner)
        wanted = dialog.run(dialog.printing)
        if isinstance(wanted, Wanted):
            run_with_dialog(
                self._parent,
                self._runner,
                partial(_printed, pages.file, wanted, self._title()),
                title=_("Printing on {printer}").format(printer=wanted.printer),
                done=lambda result: self._toast.say(_("{printer} has the paper").format(printer=wanted.printer)),
                failed=self._dialogs.show_error,
            )

    def save(self, purpose: str) -> None:
        """Save a copy where a person wants it."""
        chosen = self._chosen()
        name = chosen.file_name + ENDINGS[purpose]
        file = self._dialogs.save_file(_(COPIES[purpose]), name, [FILES[purpose]])
        if file is not None:
            run_with_dialog(
                self._parent,
                self._runner,
                partial(save_copy, self._home, chosen, purpose, file),
                title=_("Saving {name}").format(name=file.name),
                done=lambda result: self._saved(file),
                failed=self._dialogs.show_error,
            )

    def _saved(self, file: Path) -> None:
        words = _("Saved as {name}").format(name=file.name)
        self._toast.say(words, undo=lambda: open_file(file), button=_("Open the file"))

    def export(self) -> None:
        """Choose sticks or a folder, write the bundle there and prove it."""
        self._take("")

    def export_locked(self) -> None:
        """A month's bundle as one file that opens only with words, which are shown once it has arrived."""
        self._take(new_words())

    def _take(self, words: str) -> None:
        taking = Taking(
            self._parent,
            home=self._home,
            runner=self._runner,
            dialogs=self._dialogs,
            toast=self._toast,
            gone=self._gone,
        )
        taking.take(self._chosen(), self._title(), words=words, by_name=self._by_name())

    def mail(self) -> None:
        """Put the paper into the queue of letters."""
        mail = PaperMail(self._parent, home=self._home, runner=self._runner, dialogs=self._dialogs, toast=self._toast)
        mail.send(self._chosen(), self._title(), self._by_name())

    def check(self, bundle: Path) -> None:
        """Re-hash a bundle that was written before."""
        run_with_dialog(
            self._parent,
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


def _printed(file: Path, wanted: Wanted, title: str, progress: Progress) -> None:
    print_pdf(file, wanted.printer, wanted.copies, wanted.pages, title=title)
    progress.step(1, 1)
