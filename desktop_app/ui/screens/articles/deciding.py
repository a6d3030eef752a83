"""Deciding about one text: approve it by PIN, give it back with reasons, print its slip."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from db.queries import delegations
from db.queries.delegations import Decider
from db.queries.reviews import Waiting
from desktop_app.core import approvals
from desktop_app.core.bundle.names import file_name
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.slip import print_slips
from desktop_app.core.school import NobodyCanApprove
from desktop_app.ui.dialogs import Choice, Dialogs, open_folder
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.articles.review import ReturnDialog, Returned
from desktop_app.ui.screens.articles.signature import SignDialog
from desktop_app.ui.widgets.toast import Toast


class TextRead(NamedTuple):
    """The very text somebody decides about: the one that was on the screen."""

    article_id: str
    title: str
    revision_id: str | None
    revision: int


def approve(parent: tkinter.Misc, text: TextRead, by_name: Callable[[], str]) -> str:
    """Ask for the PIN and approve; what to say then, "" when given up. Raises what the decision met."""

    def decide(person: Decider, pin: str) -> None:
        approvals.approve(
            text.article_id, person_id=person.id, pin=pin, revision_id=text.revision_id, recorded_by=by_name()
        )

    answer = SignDialog(
        parent,
        _("Approve “{title}”?").format(title=text.title or _("Untitled")),
        _("The approval is for exactly this text, version {number}.").format(number=text.revision),
        deciders=deciders(),
        decide=decide,
        by_name=by_name,
        yes=_("Approve"),
    )
    person = _answered(answer.run(answer.signature.first))
    return _("Approved by {name}").format(name=person.name) if isinstance(person, Decider) else ""


def give_back(parent: tkinter.Misc, text: TextRead, by_name: Callable[[], str]) -> str:
    """Ask for the reasons and return; what to say then, "" when given up. Raises what the decision met."""

    def decide(said: Returned) -> None:
        approvals.return_article(
            text.article_id,
            person_id=said.person_id,
            reasons=said.reasons,
            comment=said.comment,
            pin=said.pin,
            revision_id=text.revision_id,
            recorded_by=by_name(),
        )

    answer = _answered(ReturnDialog(parent, text.title, deciders(), decide=decide).run())
    return _("Returned with its reasons") if answer is not None else ""


def _answered(answer: object) -> object:
    if isinstance(answer, UserError):
        raise answer
    return answer


def deciders() -> list[Decider]:
    """Who may decide today. Raises NobodyCanApprove."""
    found = delegations.deciders(date.today())
    if not found:
        raise NobodyCanApprove
    return found


# ---------------------------------------------------------------- slips

THIS, ALL = "this", "all"


def print_slip(
    parent: tkinter.Misc,
    shown: Waiting,
    waiting: Sequence[Waiting],
    *,
    home: Home,
    runner: Runner,
    dialogs: Dialogs,
    toast: Toast,
) -> None:
    """Ask for which texts and where to, write the paper, offer its folder."""
    texts = _which(shown, waiting, dialogs)
    if not texts:
        return
    name = _("Slip for {title}").format(title=texts[0].title) if len(texts) == 1 else _("Approval slips")
    kinds = [(_("PDF files"), "*.pdf")]
    path = dialogs.save_file(_("Print the slip as a PDF"), file_name(name, ".pdf"), kinds)
    if path is None:
        return

    def written(_nothing: None) -> None:
        words = _("{file} is written").format(file=path.name)
        toast.say(words, undo=partial(open_folder, path.parent), button=_("Open the folder"))

    job = partial(_write, home, texts, path)
    run_with_dialog(parent, runner, job, title=_("Setting the slip"), done=written, failed=dialogs.show_error)


def _which(shown: Waiting, waiting: Sequence[Waiting], dialogs: Dialogs) -> list[Waiting]:
    if len(waiting) < 2:
        return [shown]
    choices = [Choice(THIS, _("Only this one")), Choice(ALL, _("All {count}").format(count=len(waiting)))]
    chosen = dialogs.ask(_("Which slips are printed?"), choices)
    return {THIS: [shown], ALL: list(waiting)}.get(chosen or "", [])


def _write(home: Home, texts: Sequence[Waiting], path: Path, progress: Progress) -> None:
    print_slips(home, texts, path, progress)
