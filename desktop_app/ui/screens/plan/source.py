"""Where a plan comes from: a file that is read in the background, or the starter plan; errors stand in the page."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import ttkbootstrap as ttk

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.plans.draft import PlanDraft
from desktop_app.core.plans.files import read_plan_file
from desktop_app.core.plans.starter import starter_plan
from desktop_app.ui.dialogs import Dialogs, words_of
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.plan.in_hand import PlanInHand
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped

STARTER_NAME = "starter-plan.toml"


class PlanSource(ttk.Frame):
    """Options: ``hand`` takes the plan, ``taken()`` is told; ``short`` offers a file only and says little."""

    def __init__(
        self,
        parent: tkinter.Misc,
        hand: PlanInHand,
        *,
        runner: Runner,
        dialogs: Dialogs,
        taken: Callable[[], object] = lambda: None,
        short: bool = False,
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._hand, self._runner, self._dialogs, self._taken = hand, runner, dialogs, taken
        self._short = short
        self.reading = False
        row = ttk.Frame(self, bootstyle="@card")
        row.pack(fill="x")
        self.choosing = ttk.Button(row, text=_("Choose the plan's file…"), command=self.choose, icon="folder2-open")
        self.choosing.configure(bootstyle="@card")
        self.choosing.pack(side="left")
        self.starting = ttk.Button(row, text=_("Begin with the starter plan"), command=self.begin_with_starter)
        self.starting.configure(bootstyle="@card ghost")
        if not short:
            self.starting.pack(side="left", padx=(px(INSIDE), 0))
        self.state_row = ttk.Frame(self, bootstyle="@card")
        self.mark = ttk.Label(self.state_row, icon_size=20, bootstyle="@card")
        self.mark.pack(side="left", anchor="n", padx=(0, px(INSIDE)))
        self.words = Wrapped(self.state_row, lines=1, bootstyle="@card")
        self.words.pack(fill="x")
        self.note = Wrapped(self.state_row, lines=1, bootstyle="@card secondary")
        self.bar = ttk.Progressbar(self, mode="indeterminate", bootstyle="@card primary")
        self.bind("<Destroy>", lambda event: self._give_up() if event.widget is self else None)
        self.show()

    def show(self) -> None:
        """Say which plan is in hand."""
        if self._hand.is_there:
            counts = "" if self._short else self._counts()
            self._say("check-circle-fill", "success", _("Read: {file}").format(file=self._file_words()), counts)
        elif self._short:
            self.state_row.pack_forget()
        elif not self.reading:
            self._say("info-circle", "secondary", _("No file chosen yet."), _("Word (.docx), PDF with text, or .txt."))

    def choose(self) -> None:
        """Ask for a file and read it."""
        kinds = [(_("Plans (Word, PDF, text)"), "*.docx *.pdf *.txt")]
        path = self._dialogs.choose_file(_("Choose the plan's file"), kinds)
        if path is not None:
            self.read(path)

    def begin_with_starter(self) -> None:
        """Take the plan that comes with the program."""
        self._read(lambda progress: starter_plan(), STARTER_NAME)

    def read(self, path: Path) -> None:
        """Read a file in the background."""
        self._read(partial(_read_file, path), path.name)

    def _read(self, job: Callable[[Progress], PlanDraft], name: str) -> None:
        self._busy(True)
        self._say("hourglass-split", "secondary", _("Reading {file}…").format(file=name), "")
        self._runner.run(job, done=lambda draft: self._done(draft, name), failed=self._failed)

    def _done(self, draft: PlanDraft, name: str) -> None:
        if self.winfo_exists():
            self._busy(False)
            self._hand.take(draft, name)
            self.show()
            self._taken()

    def _failed(self, error: BaseException) -> None:
        if not self.winfo_exists():
            return
        self._busy(False)
        if isinstance(error, UserError):
            self._say("exclamation-circle-fill", "danger", *words_of(error))
        else:
            self._say("exclamation-circle-fill", "danger", _("This file could not be read."), "")
            self._dialogs.show_error(error)

    def _busy(self, on: bool) -> None:
        self.reading = on
        for button in (self.choosing, self.starting):
            button.configure(state="disabled" if on else "normal")
        if on:
            self.bar.pack(fill="x", pady=(px(INSIDE), 0))
            self.bar.start(20)
        else:
            self.bar.stop()
            self.bar.pack_forget()

    def _say(self, icon: str, colour: str, words: str, note: str) -> None:
        self.mark.configure(icon=icon, bootstyle=f"@card {colour}")
        self.state_row.pack(fill="x", pady=(px(INSIDE if self._short else BETWEEN), 0))
        self.words.say(words)
        self.note.say(note)
        if note:
            self.note.pack(fill="x", pady=(px(HALF), 0))
        else:
            self.note.pack_forget()

    def _file_words(self) -> str:
        return _("the starter plan") if self._hand.source_name == STARTER_NAME else self._hand.source_name

    def _counts(self) -> str:
        draft = self._hand.draft
        return _(
            "{topics} topics, {items} lines of content, {channels} channels; {questions} questions to settle"
        ).format(
            topics=len(draft.topics),
            items=sum(len(topic.items) for topic in draft.topics),
            channels=len(draft.channels),
            questions=len(draft.questions),
        )

    def _give_up(self) -> None:
        if self.reading:
            self._runner.cancel()


def _read_file(path: Path, progress: Progress) -> PlanDraft:
    progress.step(0, 1, path.name)
    return read_plan_file(path)
