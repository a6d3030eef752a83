"""The best of a time or a topic are proposed, each with its reasons; the person takes out what does not fit."""

from __future__ import annotations

import tkinter
from collections.abc import Sequence
from datetime import date, timedelta

import ttkbootstrap as ttk

from db.queries.albums import cells_of
from desktop_app.core.albums.choosing import Proposal, propose
from desktop_app.core.i18n import _
from desktop_app.core.spans import Span
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.media.album_words import SPAN_WORDS, day_words, proposed_words, short_reason, why_words
from desktop_app.ui.screens.media.smalls import Smalls
from desktop_app.ui.screens.media.words import Cell
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.thumbnail_grid import CELL, ThumbnailGrid
from desktop_app.ui.widgets.wrapped import Wrapped

COUNTS = ("12", "24", "36", "48", "60")
USUAL_SPAN, USUAL_COUNT = 3, "24"
COLUMNS, BAR, HEIGHT, LABELS = 3, 18, 336, 96
"""The proposals' columns; pixels of a plain screen for their bar, their height, the questions' words."""


class ChooseBest(Modal):
    """Options: the ``spans`` and the ``topics`` (id, words) to choose from; answers the ids to put into the album."""

    def __init__(
        self,
        parent: tkinter.Misc,
        album_id: str,
        spans: Sequence[Span],
        topics: Sequence[tuple[str, str]],
        smalls: Smalls,
    ) -> None:
        super().__init__(parent, _("Choose for me"))
        self._album_id, self._spans, self._topics, self._smalls = album_id, spans, topics, smalls
        self.proposals: list[Proposal] = []
        self._captions: dict[str, str] = {}
        ttk.Label(self.body, text=_("Choose for me"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        self._foot().pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="both", expand=True, pady=(px(BETWEEN), 0))
        self._questions(row).pack(side="left", anchor="n", padx=(0, px(BETWEEN)))
        self._answers(row).pack(side="left", fill="both", expand=True)
        self.take_span()

    def _questions(self, row: ttk.Frame) -> Form:
        form = Form(row, label_width=LABELS)
        names = [_(SPAN_WORDS[span.name]) for span in self._spans]
        self.span = form.choice("span", _("Time"), names, value=names[USUAL_SPAN])
        self.first = form.row("first", _("From"), DateEntry(form, changed=self.look))
        self.last = form.row("last", _("Until"), DateEntry(form, changed=self.look))
        topics = [_("Every topic"), *(words for _id, words in self._topics)]
        self.topic = form.choice("topic", _("Topic"), topics, value=topics[0])
        self.number = form.choice("number", _("Photos"), COUNTS, value=USUAL_COUNT)
        for box in (self.span, self.topic, self.number):
            box.configure(width=22)
        self.span.bind("<<ComboboxSelected>>", lambda event: self.take_span())
        self.topic.bind("<<ComboboxSelected>>", lambda event: self.look())
        self.number.bind("<<ComboboxSelected>>", lambda event: self.look())
        return form

    def _answers(self, row: ttk.Frame) -> ttk.Frame:
        room = ttk.Frame(row, bootstyle="@card")
        self.words = Wrapped(room, lines=2, font=fonts.NOTE, bootstyle="@card secondary")
        self.words.pack(fill="x")
        self.grid_ = ThumbnailGrid(room, page=self._page, count=lambda: len(self.proposals), chosen=self._say_why)
        self.grid_.canvas.configure(width=px(COLUMNS * CELL[0] + BAR), height=px(HEIGHT))
        self.grid_.pack(fill="both", expand=True)
        self.grid_.canvas.bind("<Delete>", lambda event: self.take_out())
        self.why = Wrapped(room, lines=2, font=fonts.NOTE, bootstyle="@card")
        self.why.pack(fill="x", pady=(px(INSIDE), 0))
        return room

    def _foot(self) -> ttk.Frame:
        foot = ttk.Frame(self.body, bootstyle="@card")
        self.ok = self.button(foot, _("Put them in"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.out = ttk.Button(foot, text=_("Take out of the proposal"), command=self.take_out, bootstyle="@card ghost")
        self.out.pack(side="left")
        return foot

    # ------------------------------------------------------------ acts

    def take_span(self) -> None:
        """Write the days of the chosen time into the fields, where they can be changed, and look."""
        span = self._spans[max(0, self.span.current())]
        self.first.set(span.first)
        self.last.set(span.last)
        self.look()

    def look(self) -> None:
        """Propose anew."""
        before = self._day(self.last)
        self.proposals = propose(
            self._album_id,
            int(self.number.get()),
            self._day(self.first),
            before + timedelta(days=1) if before else None,
            self._topic_id(),
        )
        self._captions = {cell.id: cell.caption for cell in cells_of([one.id for one in self.proposals])}
        self.grid_.to_top()
        self._show()

    def take_out(self) -> None:
        """The chosen ones are not to be put in."""
        at, chosen = self.grid_.selection.at, set(self.grid_.selected)
        if not chosen:
            return
        self.proposals = [one for one in self.proposals if one.id not in chosen]
        self.grid_.selection.clear()
        self._show()
        if self.proposals:
            self.grid_.go_to(min(at, len(self.proposals) - 1))

    def keep(self) -> None:
        """Answer those that are left."""
        self.close([one.id for one in self.proposals])

    # ------------------------------------------------------------ showing

    def _show(self) -> None:
        self.grid_.refresh()
        self.words.say(proposed_words(len(self.proposals)))
        state = "normal" if self.proposals else "disabled"
        self.ok.configure(state=state, text=_("Put {count} in").format(count=len(self.proposals)))
        self.out.configure(state="disabled")
        self.why.say("")

    def _page(self, offset: int, limit: int) -> list[Cell]:
        shown = self.proposals[offset : offset + limit]
        cells = {cell.id: cell for cell in cells_of([one.id for one in shown])}
        self._smalls.prepare(cells.values())
        return [
            Cell(one.id, self._smalls.of(cells[one.id].sha256), short_reason(one), day_words(one.day))
            for one in shown
            if one.id in cells
        ]

    def _say_why(self, asset_ids: list[str]) -> None:
        found = next((one for one in self.proposals if asset_ids and one.id == asset_ids[-1]), None)
        self.out.configure(state="normal" if found else "disabled")
        self.why.say(why_words(found, self._captions.get(found.id, "")) if found else "")

    def _topic_id(self) -> str:
        at = self.topic.current()
        return self._topics[at - 1][0] if at > 0 else ""

    def _day(self, entry: DateEntry) -> date | None:
        return None if entry.problem() else entry.get()


def choose_best(
    parent: tkinter.Misc,
    album_id: str,
    spans: Sequence[Span],
    topics: Sequence[tuple[str, str]],
    smalls: Smalls,
) -> list[str]:
    """The ids a person wants in the album; none when it was left."""
    dialog = ChooseBest(parent, album_id, spans, topics, smalls)
    answer = dialog.run(dialog.span)
    return [str(one) for one in answer] if isinstance(answer, list) else []
