"""The states of a publication and what is refused: one set of words behind every button and command."""

from __future__ import annotations

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_

PLANNED, DONE, PROVED, FAILED, TAKEN_DOWN = "planned", "done", "proved", "failed", "taken_down"
WITHDRAWN = "withdrawn"
"""Recorded by mistake: the row stays in the records, deleted, and nothing counts it."""
STANDING = (DONE, PROVED)
"""Out, and still there."""
STATE_WORDS = {
    PLANNED: N_("Planned"),
    DONE: N_("Waits for evidence"),
    PROVED: N_("Has its evidence"),
    FAILED: N_("Did not go out"),
    TAKEN_DOWN: N_("Taken down"),
}


class NotApprovedYet(UserError):
    message = N_("The newest text of “{title}” is not approved, so it cannot be recorded as published.")
    hint = N_("Send it for approval first; the approval is for exactly the text that goes out.")


class DateInFuture(UserError):
    message = N_("{day} has not come yet.")
    hint = N_("Record a publication on or after the day it happened.")


class PictureMayNotGo(UserError):
    message = N_("A photo may not go to this channel: {why}.")
    hint = N_("Say who is in the picture and write the consent down, or take the photo out of the article.")


class ChannelClosed(UserError):
    message = N_("“{channel}” was not in use on {day}.")
    hint = N_("Settings shows from when to when each channel is used.")


class AlreadyThere(UserError):
    message = N_("This text is on “{channel}” already, since {day}.")
    hint = N_("Add the evidence to that line, or take it down first.")


class NothingToCorrect(UserError):
    message = N_("“{channel}” shows the newest approved text already.")
    hint = N_("Change the article and have it approved; then the correction can be recorded.")


class NotInThisState(UserError):
    message = N_("This cannot be done with a publication that is “{state}”.")
    hint = N_("Look at its line: it says what comes next.")


class TooLateToForget(UserError):
    message = N_("This was recorded on {day}; only today's slips can be taken out.")
    hint = N_("Take the publication down instead, with the reason.")


class CorrectedSince(UserError):
    message = N_("This publication was corrected later.")
    hint = N_("Take the correction out first.")
