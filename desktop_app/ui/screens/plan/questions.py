"""What the reader of a plan was unsure of: each question with its answers to choose from, or a line to write one."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Mapping, Sequence

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.core.i18n import N_, _
from desktop_app.core.plans.draft import Question
from desktop_app.ui import fonts
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped

Answered = Callable[[int, str], object]
"""Told the question's place from 0 and the answer: an option's id in the catalogue, or a person's own words."""

OPEN_ANSWERS = frozenset({"no_number", "no_date"})
"""Questions whose one option only says that there is nothing; the answer itself is written."""
NONE_YET = N_("No open questions: the whole text was understood.")


class QuestionList(ttk.Frame):
    """Options: ``answered(place, answer)``. ``show`` puts the questions below each other, open ones first."""

    def __init__(self, parent: tkinter.Misc, *, answered: Answered) -> None:
        super().__init__(parent, bootstyle="@card")
        self._answered = answered
        self._shown: list[tuple[Question, str]] = []
        self.rows: dict[int, QuestionRow] = {}

    def show(self, questions: Sequence[Question], answers: Mapping[int, str]) -> None:
        """Show these questions with their answers; does nothing when they are there already."""
        wanted = [(question, answers.get(place, "")) for place, question in enumerate(questions)]
        if wanted == self._shown and self.winfo_children():
            return
        self._shown = wanted
        for child in self.winfo_children():
            child.destroy()
        order = sorted(range(len(wanted)), key=lambda place: bool(wanted[place][1]))
        self.rows = {place: self._row(place, *wanted[place]) for place in order}
        if not wanted:
            Wrapped(self, _(NONE_YET), bootstyle="@card secondary").pack(fill="x")

    def _row(self, place: int, question: Question, answer: str) -> QuestionRow:
        row = QuestionRow(self, question, answer, answered=lambda words: self._take(place, words))
        row.pack(fill="x", pady=(0, px(BETWEEN)))
        return row

    def _take(self, place: int, answer: str) -> None:
        self._shown[place] = (self._shown[place][0], answer)  # shown as answered where it stands: nothing jumps
        self._answered(place, answer)


class QuestionRow(ttk.Frame):
    """One question: a mark that says whether it is settled, its words, its answers."""

    def __init__(
        self, parent: tkinter.Misc, question: Question, answer: str, *, answered: Callable[[str], object]
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._told, self._answered = answer, answered
        self.columnconfigure(1, weight=1)
        self.mark = ttk.Label(self, icon_size=16, bootstyle="@card")
        self.mark.grid(row=0, column=0, sticky="n", padx=(0, px(INSIDE)), pady=px(HALF))
        Wrapped(self, question.worded(), bootstyle="@card").grid(row=0, column=1, sticky="we")
        self.buttons: list[ttk.Radiobutton] = []
        self.choice = tkinter.StringVar(self, answer)
        self.entry: ttk.Entry | None = None
        place = ttk.Frame(self, bootstyle="@card")
        place.grid(row=1, column=1, sticky="we", pady=(px(HALF), 0))
        if question.options and question.code not in OPEN_ANSWERS:
            self._offer(place, question)
        else:
            self._ask(place, question, answer)
        self._show_mark()

    def answer(self, words: str) -> None:
        """Take an answer as the user would give it."""
        self.choice.set(words)
        self._take(words)

    def _offer(self, place: ttk.Frame, question: Question) -> None:
        for option, words in zip(question.options, question.choices(), strict=True):
            button = ttk.Radiobutton(
                place,
                text=words,
                value=option,
                variable=self.choice,
                command=lambda option=option: self._take(option),
                bootstyle="@card primary",
            )
            button.pack(anchor="w", pady=px(HALF) // 2)
            self.buttons.append(button)

    def _ask(self, place: ttk.Frame, question: Question, answer: str) -> None:
        self.entry = ttk.Entry(place, width=40)
        self.entry.insert(0, _(answer) if answer in question.options else answer)
        self.entry.pack(side="left")
        self.entry.bind("<FocusOut>", lambda event: self._written(), "+")
        self.entry.bind("<Return>", lambda event: self._written(), "+")
        for option, words in zip(question.options, question.choices(), strict=True):
            none = ttk.Button(place, text=words, command=lambda option=option: self._fill(option))
            none.configure(bootstyle="@card ghost")
            none.pack(side="left", padx=(px(INSIDE), 0))

    def _fill(self, option: str) -> None:
        if self.entry is not None:
            self.entry.delete(0, "end")
            self.entry.insert(0, _(option))
        self._take(option)

    def _written(self) -> None:
        if self.entry is not None:
            words = nfc(self.entry.get()).strip()
            if not (self._told and words == _(self._told)):
                self._take(words)

    def _take(self, answer: str) -> None:
        if answer != self._told:
            self._told = answer
            self._show_mark()
            self._answered(answer)

    def _show_mark(self) -> None:
        icon, colour = ("check-circle-fill", "success") if self._told else ("question-circle", "danger")
        self.mark.configure(icon=icon, bootstyle=f"@card {colour}")


def open_count(questions: Sequence[Question], answers: Mapping[int, str]) -> int:
    """How many questions nobody answered yet."""
    return sum(not answers.get(place) for place in range(len(questions)))


def heading(parent: tkinter.Misc, text: str) -> ttk.Label:
    """A quiet heading inside a card."""
    return ttk.Label(parent, text=text, font=fonts.STRONG, bootstyle="@card")
