"""A paper taken along: sticks or a folder chosen, written to each, and what became of each told."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

from desktop_app.core.exporting_to import Outcome, export_to, load_of
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.reports.kinds import MONTH
from desktop_app.core.reports.showing import Chosen
from desktop_app.core.usb import drive_of
from desktop_app.ui.dialogs import Dialogs, open_folder
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.reports.arrived import ArrivedDialog, videos_behind
from desktop_app.ui.screens.reports.locked_words import LockedWords
from desktop_app.ui.screens.reports.stick import StickDialog, Where
from desktop_app.ui.widgets.toast import Toast


class Taking:
    """Options: ``gone()`` is told when something arrived."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        home: Home,
        runner: Runner,
        dialogs: Dialogs,
        toast: Toast,
        gone: Callable[[], object],
    ) -> None:
        self._parent, self._home, self._runner = parent, home, runner
        self._dialogs, self._toast, self._gone = dialogs, toast, gone

    def take(self, chosen: Chosen, title: str, *, words: str = "", by_name: str = "") -> None:
        """Ask where to, write there, prove it. With ``words`` as locked files that open only with them."""
        paper = (chosen.kind, chosen.period)
        dialog = StickDialog(
            self._parent,
            title,
            load=partial(load_of, self._home, *paper),
            dialogs=self._dialogs,
            has_videos=chosen.kind == MONTH,
        )
        where = dialog.run(dialog.taking)
        if isinstance(where, Where):
            run_with_dialog(
                self._parent,
                self._runner,
                partial(
                    export_to,
                    self._home,
                    paper,
                    where.targets,
                    words=words,
                    by_name=by_name,
                    videos=where.videos,
                ),
                title=_("Taking “{title}” along").format(title=title),
                done=partial(self._over, words),
                failed=self._dialogs.show_error,
            )

    def _over(self, words: str, outcomes: list[Outcome]) -> None:
        if any(one.made for one in outcomes):
            self._gone()
            if words:
                LockedWords(self._parent, words).run()
        if len(outcomes) == 1 and drive_of(outcomes[0].target) is None:
            self._folder(outcomes[0], locked=bool(words))
        else:
            ArrivedDialog(self._parent, outcomes, runner=self._runner, dialogs=self._dialogs).run()

    def _folder(self, outcome: Outcome, *, locked: bool) -> None:
        if outcome.error is not None:
            self._dialogs.show_error(outcome.error)
        elif outcome.made is not None:
            path = outcome.made.path.parent if locked else outcome.made.path
            self._toast.say(
                _("{files} files were written and read back.").format(files=outcome.made.files),
                undo=lambda: open_folder(path),
                button=_("Open the folder"),
            )
            behind = videos_behind(outcome.made)
            if behind:
                self._dialogs.tell(_("These videos stay at school:"), behind)
