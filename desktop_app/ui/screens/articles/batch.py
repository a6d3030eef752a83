"""The bar of acts for the articles chosen in the list; each act is undone by one press of Ctrl+Z."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial

import ttkbootstrap as ttk

from desktop_app.core import article_rules, batches
from desktop_app.core.batches import AUTHORS, CANCEL, SUBMIT, TOPIC, TRASH, WITHDRAW, BatchResult, Wish
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, _
from desktop_app.core.jobs import Progress
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.runner import Job
from desktop_app.ui.screens.articles.batch_asks import (
    AuthorsDialog,
    ResultDialog,
    TopicDialog,
    result_words,
    undone_words,
)
from desktop_app.ui.screens.articles.filter import topic_choices
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.theme import HALF, INSIDE, px

AT_ONCE = 20
"""As many are done before a person would look up; more get a dialog that shows how far it is and can stop."""
LABELS = {
    SUBMIT: (N_("Send for approval"), "send"),
    WITHDRAW: (N_("Withdraw"), "arrow-counterclockwise"),
    TOPIC: (N_("Change topic…"), "journal-check"),
    AUTHORS: (N_("Give to…"), "person"),
    CANCEL: (N_("Cancel them…"), "x-circle"),
    TRASH: (N_("Trash"), "trash3"),
}
RULE_OF = {TOPIC: "edit", AUTHORS: "edit"}
"""Acts of a batch whose rule has another name."""


def acts_in(tab: str) -> list[str]:
    """The acts that make sense for the articles of a tab: what is out stays out, what was put away is left alone."""
    if tab == "put_away":
        return [TRASH]
    found = [act for act in LABELS if act != TRASH and article_rules.can(RULE_OF.get(act, act), tab)]
    return found if tab == "published" else [*found, TRASH]


class BatchBar(ttk.Frame):
    """Options: ``changed()`` after an act, ``see(ids)`` shows just these articles. ``show(tab, ids)`` fills it."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        desk: Desk,
        changed: Callable[[], object],
        see: Callable[[list[str]], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._desk, self._changed, self._see = desk, changed, see
        self._tab, self._ids = "", list[str]()
        self._last: BatchResult | None = None
        self.count = ttk.Label(self, bootstyle="@card secondary")
        self.count.pack(side="left", padx=(0, px(INSIDE)))
        self.buttons = {
            act: ttk.Button(self, text=_(words), icon=icon, command=partial(self.press, act), bootstyle="@card ghost")
            for act, (words, icon) in LABELS.items()
        }

    def show(self, tab: str, ids: Sequence[str]) -> None:
        """Offer what can be done with these articles of a tab."""
        self._ids = list(ids)
        self.count["text"] = _("{count} chosen").format(count=len(ids)) if ids else _("None chosen")
        if tab != self._tab:
            self._tab = tab
            for act, button in self.buttons.items():
                button.pack_forget()
                if act in acts_in(tab):
                    button.pack(side="left", padx=(0, px(HALF)))
        for button in self.buttons.values():
            button.configure(state="normal" if ids else "disabled")
        self.after_idle(self._paint)

    def _paint(self) -> None:
        """Tk does not paint the ground a button moved away from; asking for the same look does."""
        if self.winfo_exists():
            self.configure(bootstyle="@card")

    def press(self, act: str) -> None:
        """Ask what the act needs and do it on all that is chosen."""
        if not self._ids or act not in acts_in(self._tab):
            return
        wish = self._wish(act)
        if wish is not None:
            job = partial(_run, act, tuple(self._ids), wish, self._desk.by_name())
            self._work(job, len(self._ids), _(LABELS[act][0]), self._done)

    def undo(self) -> None:
        """Bring the last batch back."""
        if self._last is not None:
            last, self._last = self._last, None
            self._desk.toast.close()
            self._work(partial(_undo, last, self._desk.by_name()), len(last.done), _("Undo"), self._undone)

    def _wish(self, act: str) -> Wish | None:
        count = len(self._ids)
        if act == TOPIC:
            topic = TopicDialog(self, count, topic_choices()).run()
            return Wish(topic_id=topic) if isinstance(topic, str) else None
        if act == AUTHORS:
            names = AuthorsDialog(self, count).run()
            return Wish(authors=names) if isinstance(names, tuple) else None
        if act == CANCEL:
            question = _("Why are these {count} articles cancelled?").format(count=count)
            reason = self._desk.dialogs.ask_text(question, yes=_("Cancel them"))
            return None if reason is None else Wish(reason=reason)
        return Wish()

    def _work(self, job: Job[BatchResult], count: int, title: str, done: Callable[[BatchResult], object]) -> None:
        failed = self._desk.dialogs.show_error
        if count > AT_ONCE:
            run_with_dialog(
                self, self._desk.runner, job, title=title, done=done, failed=failed, cancelled=self._changed
            )
            return
        try:
            result = job(Progress())
        except UserError as error:
            failed(error)
            return
        done(result)

    def _done(self, result: BatchResult) -> None:
        self._last = result if result.done else None
        self._tell(result, result_words(result))

    def _undone(self, result: BatchResult) -> None:
        self._tell(result, undone_words(result))

    def _tell(self, result: BatchResult, words: str) -> None:
        self._changed()
        self._desk.toast.say(words, undo=self.undo if self._last is not None else None)
        if result.skipped:
            ResultDialog(self, result, words, self._see).run()


def _run(act: str, ids: tuple[str, ...], wish: Wish, by_name: str, progress: Progress) -> BatchResult:
    return batches.run(act, ids, progress, wish=wish, by_name=by_name)


def _undo(result: BatchResult, by_name: str, progress: Progress) -> BatchResult:
    return batches.undo(result, progress, by_name=by_name)
