"""Beside the text that waits: who sent it with which word, what to look at first, and the two decisions."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date, datetime

import ttkbootstrap as ttk

from db.queries import delegations, plans, reviews
from db.queries.reviews import EarlierText, Waiting
from desktop_app.core import distributions
from desktop_app.core.channels import PUBLIC_KINDS
from desktop_app.core.i18n import _
from desktop_app.core.periods import short_date
from desktop_app.core.text_difference import changed_sentences
from desktop_app.ui import fonts
from desktop_app.ui.screens.articles.reading import sheet_markup
from desktop_app.ui.screens.screen import Show
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.checklist import Checklist, Line
from desktop_app.ui.widgets.rich_text_lines import lines_of, plain_of
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.wrapped import Wrapped

WIDTH, NARROWEST = 320, 264
COMPARE, CONSENTS, PEOPLE = "compare", "consents", "people"


class QueueSide(ttk.Frame):
    """Options: ``approve()``, ``give_back()``, ``compare()``; ``show(room, …)`` leads to what is missing."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        approve: Callable[[], object],
        give_back: Callable[[], object],
        compare: Callable[[], object],
        show: Show,
    ) -> None:
        super().__init__(parent)
        self._compare, self._show_room = compare, show
        self._article_id = ""
        self._decisions(approve, give_back)
        self._room = room = Scrolled(self, padding=0)
        room.pack(fill="both", expand=True)
        self.give_room(narrow=False)
        self.sent = Card(room.inside, _("Sent"))
        self.sent.pack(fill="x", pady=(0, px(BETWEEN)))
        self.by = Wrapped(self.sent.body, bootstyle="@card")
        self.note = Wrapped(self.sent.body, font=fonts.STRONG, bootstyle="@card")
        self.topic = Wrapped(self.sent.body, font=fonts.NOTE, bootstyle="@card secondary")
        for line in (self.by, self.note, self.topic):
            line.pack(fill="x", pady=(0, px(HALF)))
        card = Card(room.inside, _("Look at this first"))
        card.pack(fill="x")
        self.checks = Checklist(card.body, go=self._go)
        self.checks.pack(fill="x")

    def give_room(self, *, narrow: bool) -> None:
        """Take less of a window that has little."""
        self._room.canvas.configure(width=px(NARROWEST if narrow else WIDTH))

    def _decisions(self, approve: Callable[[], object], give_back: Callable[[], object]) -> None:
        card = Card(self)
        card.pack(side="bottom", fill="x", pady=(px(BETWEEN), 0))
        self.approve = ttk.Button(card.body, text=_("Approve (PIN)   D"), command=approve, icon="check2-circle")
        self.approve.pack(fill="x")
        self.give_back = ttk.Button(card.body, text=_("Return…   T"), command=give_back, bootstyle="@card")
        self.give_back.pack(fill="x", pady=(px(INSIDE), px(INSIDE)))
        self.foot = Wrapped(card.body, font=fonts.NOTE, bootstyle="@card secondary")
        self.foot.pack(fill="x")

    def show(self, row: Waiting) -> None:
        """What is known of a text that waits."""
        self._article_id = row.article_id
        self.by.say(sent_words(row))
        self.note.say(f"“{row.note}”" if row.note else "")
        self.note.pack(fill="x", pady=(0, px(HALF)), before=self.topic) if row.note else self.note.pack_forget()
        self.topic.say(row.topic)
        deciders = delegations.deciders(date.today())
        lines = [_difference(row), _consents(row.article_id)]
        if not deciders:
            words = _("No principal is named, so nobody can approve.")
            lines.insert(0, Line(words, "late", PEOPLE))
        self.checks.show(lines)
        for button in (self.approve, self.give_back):
            button.configure(state="normal" if deciders else "disabled")
        self.approve.configure(bootstyle="@card primary" if deciders else "@card")
        self.foot.say(_("Space shows the next text; nothing is decided by it."))

    def _go(self, target: str) -> None:
        if target == COMPARE:
            self._compare()
        elif target == CONSENTS:
            self._show_room("articles", article_id=self._article_id)
        else:
            self._show_room("settings")


def sent_words(row: Waiting) -> str:
    """“Version 5, sent on 20/05/2024”, by whom, how long ago: a line each."""
    day = datetime.fromisoformat(row.opened_at.replace("Z", "+00:00")).astimezone().date()
    words = [_("Version {number}, sent on {day}").format(number=row.revision, day=short_date(day))]
    days = (date.today() - day).days
    if row.by_name:
        words.append(_("Sent by {name}").format(name=row.by_name))
    if days:
        words.append(_("Waiting for {days} days").format(days=days))
    return "\n".join(words)


def _difference(row: Waiting) -> Line:
    earlier = reviews.decided_before(row.article_id, row.revision_id)
    if earlier is None:
        return Line(_("Sent for the first time"), "info")
    count = changed_sentences(_plain(earlier), _plain(row))
    verdict = _("approved") if earlier.verdict == "approved" else _("returned")
    note = _("version {number}, {verdict}").format(number=earlier.revision, verdict=verdict)
    words = _("Different from before: {count} sentences").format(count=count)
    return Line(words, "open" if count else "done", COMPARE if count else None, note=note, link=_("See"))


def _plain(text: EarlierText | Waiting) -> str:
    return f"{text.title}\n{plain_of(lines_of(sheet_markup(text.lead, text.body, 0)))}"


def _consents(article_id: str) -> Line:
    public = {channel.kind for channel in plans.channels()} & set(PUBLIC_KINDS) or {"website"}
    lacking = {
        asset_id for kind in public for asset_id in distributions.pictures_kept_back(article_id, kind, date.today())
    }
    if not lacking:
        return Line(_("Consent for the photos: complete"), "done")
    words = _("Consent for the photos: {count} missing").format(count=len(lacking))
    return Line(words, "late", CONSENTS, note=_("Those photos may not go out yet"), link=_("Open"))
