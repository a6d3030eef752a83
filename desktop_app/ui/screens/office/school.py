"""One school of the table, looked at closely: what it sent, what it owes, how to reach it."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import date, datetime

import ttkbootstrap as ttk

from db.office.reading import ArticleLine
from desktop_app.core.i18n import _
from desktop_app.core.office.arrivals import WHY
from desktop_app.core.office.bundles import StoredBundle
from desktop_app.core.office.quarantine import Waiting
from desktop_app.core.office.report import SchoolMonth, name_of, owed_by
from desktop_app.core.periods import short_date
from desktop_app.ui import fonts
from desktop_app.ui.screens.office.bundles import BundleLines
from desktop_app.ui.screens.office.words import LOOKS, word_of
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.wrapped import Wrapped

MOST_TITLES = 30
KINDS = {"good_wash": "good", "late_wash": "late", "soon_wash": "soon"}


class SchoolCard(Card):
    """Beside the table. ``show(school)`` at once, ``tell(articles, aside)`` when they are there, ``bundles`` when the
    store has answered; ``open_bundle`` on a click."""

    def __init__(self, parent: tkinter.Misc, open_bundle: Callable[[StoredBundle], object]) -> None:
        super().__init__(parent, padding=INSIDE)
        self.name = Wrapped(self.body, "", font=fonts.SECTION, bootstyle="@card")
        self.name.pack(fill="x")
        self.reach = Wrapped(self.body, "", bootstyle="@card secondary")
        self.reach.pack(fill="x", pady=(px(HALF), px(HALF)))
        self.badge = Badge(self.body, "")
        self.badge.pack(anchor="w", pady=(0, px(HALF)))
        self.owed = Wrapped(self.body, "", bootstyle="@card")
        self.owed.pack(fill="x")
        self.aside = Wrapped(self.body, "", bootstyle="@card danger")
        self.bundles = BundleLines(self.body, open_bundle)
        self.bundles.pack(fill="x", pady=(px(INSIDE), 0))
        ttk.Label(self.body, text=_("Articles of this month"), font=fonts.STRONG, bootstyle="@card").pack(
            anchor="w", pady=(px(INSIDE), px(HALF))
        )
        self.room = Scrolled(self.body, card=True)
        self.room.pack(fill="both", expand=True)
        self.titles = Wrapped(self.room.inside, "", bootstyle="@card secondary")
        self.titles.pack(fill="x")

    def show(self, school: SchoolMonth) -> None:
        """The school as the table knows it."""
        self.name.say(name_of(school))
        self.reach.say(_reach(school))
        look = LOOKS.get(school.now.state)
        self.badge.show(word_of(school.now.state), KINDS.get(look.ground if look else "", "neutral"))
        owed = owed_by(school) if not (school.met and school.handed_in) else ""
        self.owed.say(_("Still owes: {owed}").format(owed=owed) if owed else _("Owes nothing."))
        self.aside.pack_forget()
        self.titles.say("…")
        self.bundles.say("…")

    def tell(self, articles: Sequence[ArticleLine], aside: Sequence[Waiting]) -> None:
        """What was asked of the database meanwhile."""
        lines = [f"{short_date(date.fromisoformat(one.published_on))}  {one.title}" for one in articles[:MOST_TITLES]]
        more = len(articles) - MOST_TITLES
        if more > 0:
            lines.append(_("and {count} more").format(count=more))
        self.titles.say("\n".join(lines) or _("None yet."))
        if aside:
            words = "; ".join(f"{_(WHY[one.why])} ({one.lines})" for one in aside)
            self.aside.say(_("Not all of it can be read: {why}").format(why=words))
            self.aside.pack(fill="x", pady=(px(HALF), 0), after=self.owed)


def _reach(school: SchoolMonth) -> str:
    heard = _day_of(school.school.last_at)
    parts = [
        school.school.place,
        school.school.phone and _("Telephone {number}").format(number=school.school.phone),
        heard and _("last heard of on {day}").format(day=heard),
    ]
    return " · ".join(part for part in parts if part)


def _day_of(instant: str) -> str:
    try:
        return short_date(datetime.fromisoformat(instant.replace("Z", "+00:00")).astimezone().date())
    except ValueError:
        return ""
