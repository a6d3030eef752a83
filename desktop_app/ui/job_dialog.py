"""The dialog of a long job: a bar, what is being done, how long it still takes, and a way to stop."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from typing import TypeVar

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.runner import Job, Runner
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.ellipsis import cut
from desktop_app.ui.words import percent, time_left

T = TypeVar("T")
WIDTH = 460
LETTERS = 58


class JobDialog(Modal):
    """Shows one job of the runner; every line keeps its place while the job goes on."""

    def __init__(self, parent: tkinter.Misc, runner: Runner, title: str) -> None:
        super().__init__(parent, title, minsize=(WIDTH, 150))
        self._runner = runner
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        self.text = self._line(pady=(px(HALF), px(BETWEEN)))
        self.bar = ttk.Progressbar(self.body, maximum=1.0, length=px(WIDTH - 48), bootstyle="@card primary")
        self.bar.pack(fill="x")
        figures = ttk.Frame(self.body, bootstyle="@card")
        figures.pack(fill="x", pady=(px(INSIDE), px(BETWEEN)))
        self.share = ttk.Label(figures, font=fonts.NOTE, bootstyle="@card secondary")
        self.share.pack(side="left")
        self.left = ttk.Label(figures, font=fonts.NOTE, bootstyle="@card secondary")
        self.left.pack(side="right")
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x")
        self.stop = self.button(row, _("Stop"), self.give_up)

    def _line(self, pady: tuple[int, int]) -> ttk.Label:
        # An empty text would take no height and the dialog would jump with the first word.
        line = ttk.Label(self.body, text=" ", anchor="w", bootstyle="@card secondary")
        line.pack(fill="x", pady=pady)
        return line

    def look(self, progress: Progress) -> None:
        """Show the latest word of the job."""
        self.bar["value"] = progress.fraction()
        self.share["text"] = percent(progress.fraction())
        if not progress.cancelled:
            self.text["text"] = cut(progress.text, LETTERS, len) or " "
            self.left["text"] = time_left(progress.seconds_left())

    def give_up(self) -> None:
        """Ask the job to stop and say so; the dialog goes when the job has."""
        self._runner.cancel()
        self.left["text"] = ""
        self.stop.configure(text=_("Stopping…"), state="disabled")


def run_with_dialog(
    parent: tkinter.Misc,
    runner: Runner,
    job: Job[T],
    *,
    title: str,
    done: Callable[[T], object],
    failed: Callable[[BaseException], object],
    cancelled: Callable[[], object] = lambda: None,
) -> JobDialog:
    """Run ``job`` behind a JobDialog; exactly one of done, cancelled, failed follows after the dialog has gone."""
    dialog = JobDialog(parent, runner, title)

    def after_closing(then: Callable[..., object]) -> Callable[..., None]:
        def close_first(*result: object) -> None:
            dialog.close()
            then(*result)

        return close_first

    runner.run(
        job,
        done=after_closing(done),
        failed=after_closing(failed),
        cancelled=after_closing(cancelled),
        stepped=dialog.look,
    )
    dialog.appear(dialog.stop)
    return dialog
