"""The wizard that takes a plan in: file, facts, topics, what it asks, one look at the whole; then it is kept."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

from desktop_app.core.beginning import keep_plan
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.plans.saving import SavedPlan
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.plan.import_asks import AsksPage
from desktop_app.ui.screens.plan.import_facts import FactsPage
from desktop_app.ui.screens.plan.import_file import FilePage
from desktop_app.ui.screens.plan.import_summary import SummaryPage
from desktop_app.ui.screens.plan.import_topics import TopicsPage
from desktop_app.ui.screens.plan.in_hand import PlanInHand
from desktop_app.ui.wizard import Step, Wizard


def run(
    parent: tkinter.Misc,
    *,
    runner: Runner,
    dialogs: Dialogs,
    done: Callable[[SavedPlan], object],
    by_name: str = "",
) -> None:
    """Open the wizard and wait; ``done(saved)`` follows when a plan was kept, nothing when it was given up."""
    wizard(parent, PlanInHand(), runner=runner, dialogs=dialogs, done=done, by_name=by_name).run()


def wizard(
    parent: tkinter.Misc,
    hand: PlanInHand,
    *,
    runner: Runner,
    dialogs: Dialogs,
    done: Callable[[SavedPlan], object],
    by_name: str = "",
) -> Wizard:
    """The wizard's window, not yet shown."""

    def keep() -> bool:
        try:
            saved = keep_plan(hand.given(), by_name=by_name)
        except UserError as error:
            dialogs.show_error(error)
            return False
        kept.append(saved)
        return True

    kept: list[SavedPlan] = []
    steps = [
        Step(_("The file"), partial(FilePage, hand=hand, runner=runner, dialogs=dialogs)),
        Step(_("Title and years"), partial(FactsPage, hand=hand)),
        Step(_("Topics and contents"), partial(TopicsPage, hand=hand)),
        Step(_("Amounts, channels, questions"), partial(AsksPage, hand=hand)),
        Step(_("Look over and keep"), partial(SummaryPage, hand=hand, keep=keep)),
    ]
    return Wizard(parent, _("Import the plan"), steps, finish=lambda: done(kept[0]), finish_label=_("Keep the plan"))
