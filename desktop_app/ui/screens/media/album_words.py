"""What the albums say: how many pictures of which days, what stays behind, why a picture is proposed. No Tk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.queries.albums import AlbumCell, AlbumRow
from desktop_app.core import spans
from desktop_app.core.albums import choosing
from desktop_app.core.albums.choosing import Proposal
from desktop_app.core.albums.exporting import TakenAlong
from desktop_app.core.consent import LeftOut
from desktop_app.core.i18n import N_, _
from desktop_app.core.periods import short_date

SPAN_WORDS = {
    spans.MONTH: N_("This month"),
    spans.FIRST_TERM: N_("First term"),
    spans.SECOND_TERM: N_("Second term"),
    spans.SCHOOL_YEAR: N_("School year"),
    spans.YEAR: N_("Calendar year"),
    spans.EVERYTHING: N_("All times"),
}
_REASONS = {
    choosing.PUBLISHED: N_("published before"),
    choosing.BEST_OF_ACTIVITY: N_("the best of “{activity}”"),
    choosing.BEST_OF_MOMENT: N_("the best of {count} like ones"),
    choosing.ONLY_ONE: N_("the only one of its activity"),
    choosing.SOUND: N_("nothing speaks against it"),
    choosing.STAYS: N_("may not leave the school yet"),
    choosing.FLAWED: N_("look closely: the PC sees a flaw"),
}


def day_words(iso: str) -> str:
    """A day of the records, as people write it."""
    return short_date(date.fromisoformat(iso)) if iso else ""


def album_words(row: AlbumRow, kept_back: int) -> str:
    """An album in a line: how many, of which days, how many may not leave."""
    days = dict.fromkeys(day_words(day) for day in (row.first_day, row.last_day) if day)
    stays = _("{count} must stay here").format(count=kept_back) if kept_back else ""
    return " · ".join(part for part in (count_words(row.pictures), " – ".join(days), stays) if part)


def count_words(pictures: int) -> str:
    """How many pictures an album has."""
    return _("{count} photos").format(count=pictures) if pictures else _("still empty")


def picture_words(cell: AlbumCell, why: str) -> str:
    """One picture in a line: its words, its day, why it may not leave (a message id, or "")."""
    stays = _("stays here: {why}").format(why=_(why).lower()) if why else ""
    words = cell.caption or _("no caption yet ({name})").format(name=cell.original_name)
    return " · ".join(part for part in (words, day_words(cell.day), stays) if part)


def number_words(number: int, cell: AlbumCell, stays: bool) -> str:
    """A picture's number in the album, that it is a video, that it may not leave."""
    parts = (str(number), _("Video") if cell.kind == "video" else "", _("stays here") if stays else "")
    return " · ".join(part for part in parts if part)


def short_reason(proposal: Proposal) -> str:
    """The weightiest reason, to stand under the picture."""
    return _reason(proposal, proposal.reasons[0])


def why_words(proposal: Proposal, caption: str) -> str:
    """The whole reason: what it shows, when, and all that speaks for it."""
    shows = caption or proposal.activity or _("Without words yet")
    reasons = ", ".join(_reason(proposal, reason) for reason in proposal.reasons)
    return " · ".join(part for part in (shows, day_words(proposal.day), reasons) if part)


def _reason(proposal: Proposal, reason: str) -> str:
    return _(_REASONS[reason]).format(count=proposal.alike, activity=proposal.activity or day_words(proposal.day))


def proposed_words(count: int) -> str:
    """How many are proposed, or that nothing more is found."""
    if not count:
        return _("No accepted photo of this time and topic is left that the album has not yet.")
    return _("{count} photos proposed. Click one to see why; take out what does not fit.").format(count=count)


def taken_words(taken: TakenAlong) -> str:
    """Where the album lies now."""
    return _("{count} photos are in {folder}").format(count=taken.pictures, folder=taken.folder.name)


def left_words(left: Sequence[LeftOut]) -> str:
    """How many stayed, above the list of them."""
    return _("{count} stayed here; each with the reason:").format(count=len(left))
