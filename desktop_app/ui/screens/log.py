"""The log: who did what and when, the newest first, narrowed by act and by person; any length."""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

from db.queries import log as rows
from db.queries.log import LogRow
from desktop_app.core.i18n import N_, _
from desktop_app.ui.screens.articles.filter import Picked
from desktop_app.ui.screens.articles.words import moment_words
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.table import Column, DataTable

ACT_WORDS = {
    "connect store": N_("Connected a store"),
    "settle conflict": N_("Settled what PCs differed in"),
    "let removals go": N_("Let many removals go"),
    "have removals back": N_("Had many removals back"),
    "start article": N_("Started an article"),
    "describe article": N_("Described an article"),
    "submit article": N_("Sent an article for approval"),
    "withdraw article": N_("Withdrew an article"),
    "cancel article": N_("Cancelled an article"),
    "reopen article": N_("Reopened an article"),
    "approve article": N_("Approved an article"),
    "return article": N_("Returned an article"),
    "change topic": N_("Changed the topic"),
    "name authors": N_("Named the authors"),
    "put in trash": N_("Moved to the trash"),
    "take from trash": N_("Took out of the trash"),
    "remove for good": N_("Removed for good"),
    "undo batch": N_("Undid an act on many"),
    "distribute": N_("Recorded a publication"),
    "prove distribution": N_("Proved a publication"),
    "take down": N_("Took a publication down"),
    "import media": N_("Took in media"),
    "undo import": N_("Undid an import"),
    "export month": N_("Exported a month"),
    "read directive": N_("Read a word from the authority"),
    "take in receipt": N_("Took in a receipt"),
    "export term": N_("Exported a term's report"),
    "export year": N_("Exported a year's report"),
    "export opinions": N_("Exported a report on opinions"),
    "export letter": N_("Exported a covering letter"),
    "export minutes": N_("Exported minutes"),
    "queue mail": N_("Queued an e-mail"),
    "take back mail": N_("Took back an e-mail"),
    "send mail": N_("Sent an e-mail"),
    "import plan": N_("Imported a plan"),
    "give consent": N_("Gave consent"),
    "withdraw consent": N_("Withdrew consent"),
    "lend power": N_("Lent the power to approve"),
    "correct publication": N_("Corrected a publication"),
    "recorded by mistake": N_("Took out a line written by mistake"),
    "add to album": N_("Put photos into an album"),
    "answer comment": N_("Answered a comment"),
    "arrange album": N_("Put an album in order"),
    "bring album back": N_("Brought an album back"),
    "bring back": N_("Found a lost photo again"),
    "bring channel back": N_("Brought a channel back"),
    "check media": N_("Checked the archive of photos"),
    "comment on article": N_("Commented on an article"),
    "connect website": N_("Connected the website"),
    "correct consent": N_("Corrected a consent"),
    "count from": N_("Set where counting begins"),
    "cover pictures": N_("Said who is in photos"),
    "describe channel": N_("Described a channel"),
    "disconnect website": N_("Disconnected the website"),
    "drop evidence": N_("Dropped a proof"),
    "edit picture": N_("Turned, cropped or covered a photo"),
    "end delegation": N_("Ended a delegation"),
    "export album": N_("Took an album along"),
    "fail publication": N_("Noted a failed publication"),
    "go on with delegation": N_("Went on with a delegation"),
    "join a burst": N_("Joined photos of a burst"),
    "part alike": N_("Told like photos apart"),
    "plan publication": N_("Planned a publication"),
    "put album away": N_("Deleted an album"),
    "put back": N_("Put back what was replaced"),
    "remove channel": N_("Removed a channel"),
    "remove from album": N_("Took photos out of an album"),
    "remove pin": N_("Took a PIN away"),
    "rename album": N_("Renamed an album"),
    "reopen comment": N_("Reopened a comment"),
    "resolve comment": N_("Settled a comment"),
    "restore version": N_("Brought a version back"),
    "set pin": N_("Set a PIN"),
    "settle question": N_("Settled a question of the plan"),
    "share photos": N_("Shared photos"),
    "start album": N_("Began an album"),
    "take back from website": N_("Took back from the website"),
    "undo": N_("Undid an act"),
    "undo part alike": N_("Put like photos together again"),
    "unplan publication": N_("Unplanned a publication"),
    "use channel": N_("Used a channel"),
    "let sign": N_("Let someone sign"),
    "end signing": N_("Ended a right to sign"),
    "enter number": N_("Entered a number used on paper"),
    "forget number": N_("Took a number out of the register"),
    "start register": N_("Set where numbers begin"),
    "name recipients": N_("Named who gets papers"),
    "issue report": N_("Issued a paper"),
    "attach scan": N_("Kept the scan of a signed paper"),
    "send report": N_("Sent a paper"),
    "hand in": N_("Put a report's bundle into the store"),
    "confirm report": N_("Confirmed a receipt"),
    "withdraw report": N_("Withdrew a paper"),
    "let report stand": N_("Let a withdrawn paper stand"),
    "begin edition": N_("Began a new edition"),
    "discard edition": N_("Discarded a draft edition"),
}


def act_words(act: str) -> str:
    """An act of the log as a person reads it; one without words of its own keeps its name."""
    return _(ACT_WORDS[act]) if act in ACT_WORDS else act.capitalize()


class LogCard(Card):
    """The table of the log under its two choices."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, padding=INSIDE)
        choices = ttk.Frame(self.body, bootstyle="@card")
        choices.pack(fill="x", pady=(0, px(INSIDE)))
        self.act = Picked(choices, _("Everything done"), _acts, self._narrow)
        self.person = Picked(choices, _("Everybody"), _people, self._narrow)
        for box in (self.act, self.person):
            box.configure(width=22)
            box.pack(side="left", padx=(0, px(INSIDE)))
        columns = [
            Column("at", _("When"), 145, sorts=False, say=moment_words),
            Column("by_name", _("Who"), 140, sorts=False),
            Column("act", _("What was done"), 170, sorts=False, say=act_words),
            Column("title", _("About"), 140, stretch=True, sorts=False),
        ]
        empty = _("Nothing has been written into the log that fits.")
        self.table = DataTable(self.body, columns, page=self._page, count=self._count, empty=empty)
        self.table.pack(fill="both", expand=True)

    def _page(self, offset: int, limit: int) -> list[LogRow]:
        return rows.log(self.act.key, self.person.key, offset=offset, limit=limit)

    def _count(self) -> int:
        return rows.log_count(self.act.key, self.person.key)

    def _narrow(self) -> None:
        self.table.to_top()
        self.table.refresh()


def _acts() -> list[tuple[str, str]]:
    return [(act, act_words(act)) for act in rows.acts_in_log()]


def _people() -> list[tuple[str, str]]:
    return [(name, name) for name in rows.people_in_log()]
