"""What teachers hand in becomes articles: files chosen here, a message pasted from a chat; then what came of it."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

from desktop_app.core.errors import UserError
from desktop_app.core.handing_in import take_in_pasted
from desktop_app.core.i18n import _
from desktop_app.core.intake import Intake, take_in_files
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.screens.articles.intake import IntakeDialog
from desktop_app.ui.screens.articles.intake_paste import PasteDialog
from desktop_app.ui.screens.desk import Desk

MANUSCRIPTS = "*.docx *.docm *.doc *.odt *.rtf *.txt *.zip"


class HandingIn:
    """Options: ``changed()`` after articles came in, ``opened(article_id)`` for the one that is to be read first."""

    def __init__(
        self,
        screen: tkinter.Misc,
        *,
        desk: Desk,
        changed: Callable[[], object],
        opened: Callable[[str], object],
    ) -> None:
        self._screen, self._desk, self._changed, self._opened = screen, desk, changed, opened

    def import_files(self) -> None:
        """Take in several Word, OpenDocument or text files, each as an article."""
        kinds = [(_("Word and text files"), MANUSCRIPTS)]
        files = self._desk.dialogs.choose_files(_("Files handed in"), kinds)
        if files:
            run_with_dialog(
                self._screen,
                self._desk.runner,
                partial(take_in_files, self._desk.home, files, by_name=self._desk.by_name()),
                title=_("Taking in what was handed in"),
                done=self._taken_in,
                failed=self._desk.dialogs.show_error,
                cancelled=self._changed,
            )

    def paste_message(self) -> None:
        """Make an article of a message copied from a chat."""
        text = PasteDialog(self._screen).run()
        if isinstance(text, str):
            try:
                taken = take_in_pasted(self._desk.home, text, by_name=self._desk.by_name())
            except UserError as error:
                self._desk.dialogs.show_error(error)
            else:
                self._taken_in(Intake([taken]))

    def _taken_in(self, intake: Intake) -> None:
        self._changed()
        IntakeDialog(self._screen, intake, self._opened).run()
