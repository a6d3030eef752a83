"""The plan as a PDF to print and sign: asks where, writes it, offers its folder."""

from __future__ import annotations

import tkinter
from functools import partial
from pathlib import Path

from db.queries.plans import PlanRow
from desktop_app.core.bundle.names import file_name
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.plan_paper import write_plan_paper
from desktop_app.core.reports.plan_snapshot import plan_snapshot
from desktop_app.core.reports.snapshot import PlanDocument
from desktop_app.ui.dialogs import Dialogs, open_folder
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.runner import Runner
from desktop_app.ui.widgets.toast import Toast


def run(parent: tkinter.Misc, plan: PlanRow, *, runner: Runner, dialogs: Dialogs, toast: Toast) -> None:
    """Ask where the paper goes and write it there."""
    kinds = [(_("PDF files"), "*.pdf")]
    path = dialogs.save_file(_("Print the plan as a PDF"), file_name(plan.title, ".pdf"), kinds)
    if path is None:
        return

    def written(_nothing: None) -> None:
        words = _("{file} is written").format(file=path.name)
        toast.say(words, undo=partial(open_folder, path.parent), button=_("Open the folder"))

    job = partial(_write, plan_snapshot(plan.id), path)
    run_with_dialog(
        parent, runner, job, title=_("Setting the plan as a paper"), done=written, failed=dialogs.show_error
    )


def _write(paper: PlanDocument, path: Path, progress: Progress) -> None:
    write_plan_paper(paper, path, progress)
