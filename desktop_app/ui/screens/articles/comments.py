"""What the school's people say about passages of the open article, beside it; the passages are marked on the sheet.

Everything here is internal: no report, bundle or website ever reads it.
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries import comments as rows
from db.queries.comments import CommentRow
from desktop_app.core import comments
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.text_difference import Stretch
from desktop_app.ui import fonts
from desktop_app.ui.screens.articles.words import moment_words, shortened
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.rich_text import RichText
from desktop_app.ui.widgets.rich_text_lines import lines_of, plain_of
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.text_box import TextBox
from desktop_app.ui.widgets.wrapped import Wrapped

QUOTE_LETTERS = 120
LOOK_AGAIN = 0.8
"""Seconds after the last key until the passages are looked for anew."""


class Thread(NamedTuple):
    """Everything said about one passage, and where it stands on the sheet now."""

    said: tuple[CommentRow, ...]
    place: Stretch | None

    @property
    def settled(self) -> bool:
        """Whether it has been seen to."""
        return bool(self.said[0].resolved_at)


def threads(said: Sequence[CommentRow], sheet: str) -> list[Thread]:
    """What was said, a thread a passage: the open ones in the order of the sheet, then the settled ones."""
    passages = groupby(said, key=lambda row: (row.quote, row.start, row.revision))
    found = [Thread(same, _place(same[0], sheet)) for _passage, group in passages for same in [tuple(group)]]
    return sorted(found, key=lambda thread: (thread.settled, thread.place or (-1, 0)))


def _place(row: CommentRow, sheet: str) -> Stretch | None:
    return comments.place_of(row.quote, row.start, sheet, plain_of(lines_of(row.body)))


class CommentsPage(Scrolled):
    """Options: ``sheet`` the body, ``article_id()`` begins a new article, ``changed()`` after each act."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        desk: Desk,
        sheet: RichText,
        article_id: Callable[[], str],
        changed: Callable[[], object],
    ) -> None:
        super().__init__(parent, padding=(0, 0, px(INSIDE), 0))
        self._desk, self._sheet, self._begin_article, self._changed = desk, sheet, article_id, changed
        self._article_id = ""
        self.threads: list[Thread] = []
        self._shown: tuple[str, list[Thread]] | None = None
        card = Card(self.inside, _("Internal comments"))
        card.pack(fill="x")
        Wrapped(
            card.body, _("Nobody outside the school sees them."), font=fonts.NOTE, bootstyle="@card secondary"
        ).pack(fill="x")
        self.start = ttk.Button(card.body, text=_("Comment on the selected words"), icon="chat-left-text")
        self.start.configure(command=self.begin, bootstyle="@card")
        self.start.pack(fill="x", pady=(px(INSIDE), 0))
        self.writing = Writing(card.body, keep=self._keep, closed=self._closed)
        self.list = ttk.Frame(self.inside)
        self.list.pack(fill="x")
        sheet.on_pause(LOOK_AGAIN, self._look_again)

    def show(self, article_id: str) -> None:
        """What was said about an article; built anew only where something is new."""
        self._article_id = article_id
        self.threads = threads(rows.comments(article_id), self._sheet.plain())
        passages = [thread.place for thread in self.threads if thread.place and not thread.settled]
        self._sheet.mark("comment", passages)
        told = article_id, [thread._replace(place=None if thread.place is None else (0, 0)) for thread in self.threads]
        if told != self._shown:
            self._shown = told
            self._build()

    @property
    def open_ones(self) -> int:
        """How many passages wait for somebody to see to them."""
        return sum(not thread.settled for thread in self.threads)

    def begin(self) -> None:
        """Write a comment on the words that are selected, or on the whole article."""
        selected = self._sheet.selected()
        quote = self._sheet.plain()[slice(*selected)] if selected else ""
        lead = len(quote) - len(quote.lstrip())
        self._open(quote.strip(), selected[0] + lead if selected else 0)

    def forget(self) -> None:
        """Let go of what is being written: another article is on the sheet."""
        self.writing.close()

    # ------------------------------------------------------------ inside

    def _open(self, quote: str, start: int, answers: str = "") -> None:
        self.writing.open(quote, start, answers)
        self.start.pack_forget()
        self.writing.pack(fill="x", pady=(px(INSIDE), 0))
        self.writing.box.focus_set()
        self.to_top()

    def _closed(self) -> None:
        self.writing.pack_forget()
        self.start.pack(fill="x", pady=(px(INSIDE), 0))

    def _keep(self, words: str, quote: str, start: int, answers: str) -> bool:
        by_name = self._desk.by_name()
        if answers:
            return self._done(partial(comments.answer, answers, words, by_name=by_name))
        article_id = self._begin_article()
        return self._done(
            partial(comments.say, article_id, words, quote=quote, start=start, by_name=by_name), article_id
        )

    def _done(self, verb: Callable[[], object], article_id: str = "") -> bool:
        try:
            verb()
        except UserError as error:
            self._desk.dialogs.show_error(error)
            return False
        self.show(article_id or self._article_id)
        self._changed()
        return True

    def _look_again(self) -> None:
        if self._article_id:
            self.show(self._article_id)

    def _build(self) -> None:
        for child in self.list.winfo_children():
            child.destroy()
        for number, thread in enumerate(self.threads):
            box = ThreadCard(self.list, thread)
            box.pack(fill="x", pady=(px(BETWEEN), 0))
            box.acts(
                go=partial(self._go, number),
                answer=partial(self._open, thread.said[0].quote, thread.said[0].start, thread.said[0].id),
                settle=partial(self._settle, thread),
            )

    def _go(self, number: int) -> None:
        """Show the passage on the sheet, selected."""
        place = self.threads[number].place
        if place:
            self._sheet.select(*place)
            self._sheet.focus_set()

    def _settle(self, thread: Thread) -> None:
        verb = comments.reopen if thread.settled else comments.resolve
        self._done(partial(verb, thread.said[0].id, by_name=self._desk.by_name()))


class ThreadCard(Card):
    """One passage and what was said about it."""

    def __init__(self, parent: tkinter.Misc, thread: Thread) -> None:
        super().__init__(parent, padding=12)
        self._thread = thread
        self.quote = self._passage(thread)
        for row in thread.said:
            who = ttk.Frame(self.body, bootstyle="@card")
            who.pack(fill="x", pady=(px(INSIDE), 0))
            ttk.Label(who, text=row.by or _("Unknown"), font=fonts.STRONG, bootstyle="@card").pack(side="left")
            when = ttk.Label(who, text=moment_words(row.at), font=fonts.NOTE, bootstyle="@card secondary")
            when.pack(side="left", padx=(px(INSIDE), 0))
            Wrapped(self.body, row.text, bootstyle="@card secondary" if thread.settled else "@card").pack(fill="x")
        self.foot = ttk.Frame(self.body, bootstyle="@card")
        self.foot.pack(fill="x", pady=(px(INSIDE), 0))

    def _passage(self, thread: Thread) -> Wrapped:
        quote = thread.said[0].quote
        words = f"“{shortened(' '.join(quote.split()), QUOTE_LETTERS)}”" if quote else _("About the whole article")
        passage = Wrapped(self.body, words, font=fonts.NOTE, bootstyle="@card primary")
        passage.pack(fill="x")
        if quote and thread.place is None:
            Wrapped(self.body, _("This passage was changed."), font=fonts.NOTE, bootstyle="@card warning").pack(
                fill="x"
            )
        return passage

    def acts(self, *, go: Callable[[], object], answer: Callable[[], object], settle: Callable[[], object]) -> None:
        """Its buttons, and a click on the passage."""
        words = _("Open again") if self._thread.settled else _("Seen to")
        self.settle = self._button(words, settle)
        self.answer = self._button(_("Answer"), answer)
        if self._thread.place:
            self.go = self._button(_("Show"), go)
            self.quote.label.bind("<Button-1>", lambda event: go())
            self.quote.label.configure(cursor="hand2")
        if self._thread.settled:
            by = _("seen to by {name}").format(name=self._thread.said[0].resolved_by or _("Unknown"))
            Wrapped(self.foot, by, font=fonts.NOTE, bootstyle="@card secondary").pack(
                side="left", fill="x", expand=True
            )

    def _button(self, words: str, command: Callable[[], object]) -> ttk.Button:
        button = ttk.Button(self.foot, text=words, command=command, bootstyle="@card ghost")
        button.pack(side="right", padx=(px(HALF), 0))
        return button


class Writing(ttk.Frame):
    """Where a comment is written: the passage, a field, keep or not."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        keep: Callable[[str, str, int, str], bool],
        closed: Callable[[], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._keep, self._closed = keep, closed
        self._about = ("", 0, "")
        self.passage = Wrapped(self, font=fonts.NOTE, bootstyle="@card primary")
        self.passage.pack(fill="x", pady=(0, px(HALF)))
        self.box = TextBox(self, height=4)
        self.box.pack(fill="x")
        self.box.text.bind("<Control-Return>", lambda event: self._sent())
        self.box.text.bind("<Escape>", lambda event: self._given_up())
        row = ttk.Frame(self, bootstyle="@card")
        row.pack(fill="x", pady=(px(INSIDE), 0))
        self.keep = ttk.Button(row, text=_("Keep the comment"), command=self._sent, bootstyle="@card")
        self.keep.pack(side="right")
        self.drop = ttk.Button(row, text=_("Cancel"), command=self.close, bootstyle="@card ghost")
        self.drop.pack(side="right", padx=(0, px(HALF)))

    def open(self, quote: str, start: int, answers: str) -> None:
        """An empty field for a comment on ``quote``, or for an answer to the comment ``answers``."""
        self._about = quote, start, answers
        words = f"“{shortened(' '.join(quote.split()), QUOTE_LETTERS)}”" if quote else _("About the whole article")
        self.passage.say(words)
        self.box.set("")

    def close(self) -> None:
        """Nothing is written any more."""
        self.box.set("")
        self._closed()

    def _sent(self) -> str:
        if self._keep(self.box.get(), *self._about):
            self.close()
        return "break"

    def _given_up(self) -> str:
        self.close()
        return "break"
