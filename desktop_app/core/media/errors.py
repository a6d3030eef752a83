"""Why a file is no picture for us, and what stops an import."""

from __future__ import annotations

from desktop_app.core.articles import ReasonNeeded
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_

EMPTY = N_("The file is empty (0 bytes)")
BROKEN = N_("The picture is damaged and cannot be opened")
TOO_LARGE = N_("The picture has too many pixels to be opened safely")
NO_PICTURE = N_("The file is not a photo or video, whatever its name says")
RAW = N_("A camera's raw file cannot be opened; save it as JPEG first")
FOREIGN = N_("This kind of photo or video cannot be opened here")
GONE = N_("The file could no longer be read: was the card pulled out?")


class NotTaken(Exception):
    """One file that cannot be taken in; ``reason`` is a message id from above."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DiskFull(UserError):
    message = N_("The disk is full: the photos taken in so far are kept, {left} files are not.")
    hint = N_("Make {missing_mb} MB of room on the disk and import again; what is here already is skipped.")


class NothingThere(UserError):
    message = N_("{path} is not there.")
    hint = N_("Check the name, or whether the card or stick is plugged in.")


class NoSuchMedia(UserError):
    message = N_("There is no photo or video {id}.")
    hint = N_("It may have been removed; look again at the screen Media.")


class OriginalUnreadable(UserError):
    message = N_("The original of {name} is missing or damaged.")
    hint = N_("Import it again from the card, phone or stick: it takes its old place by itself.")


class PlaceStaysInside(UserError):
    message = N_("The video {name} tells where it was taken, and this could not be removed.")
    hint = N_("Save the video anew in a video program, import that copy, and use it instead.")


class RejectionNeedsReason(ReasonNeeded):
    hint = N_("Say in a few words what is wrong with the picture; it is kept with it.")


class MediaInUse(UserError):
    message = N_("{count} of these pictures are used in articles and stay: {titles}.")
    hint = N_("Take them out of the articles first.")
