"""What is said of two like photos side by side: each difference in words, and which one speaks for keeping. No Tk."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from db.queries.media_groups import Member
from desktop_app.core.i18n import N_, _
from desktop_app.core.media.best import BYTES, CAMERA_DAY, NOT_ZALO, PIXELS, SHARPER, reasons
from desktop_app.core.media.facts import ZALO
from desktop_app.core.periods import short_date
from desktop_app.ui.screens.media.words import source_words, weight_words

LEFT, NEITHER, RIGHT = -1, 0, 1
_REASONS = {
    PIXELS: N_("it has more pixels"),
    BYTES: N_("it is less compressed"),
    NOT_ZALO: N_("it did not come through Zalo"),
    SHARPER: N_("it is sharper"),
    CAMERA_DAY: N_("it still has the camera's notes"),
}


class Versus(NamedTuple):
    """A line between the pictures: what is compared, what each has, and which ``side`` is the better one for it."""

    label: str
    left: str
    right: str
    side: int = NEITHER

    @property
    def same(self) -> bool:
        return self.left == self.right


def versus(left: Member, right: Member) -> list[Versus]:
    """Every difference that tells, in the order of its weight."""
    ours, theirs = reasons(left, right), reasons(right, left)

    def better(reason: str) -> int:
        return LEFT if reason in ours else RIGHT if reason in theirs else NEITHER

    return [
        Versus(_("Size in pixels"), size_words(left), size_words(right), better(PIXELS)),
        Versus(_("Size of the file"), weight_words(left.bytes), weight_words(right.bytes), better(BYTES)),
        Versus(_("Camera"), origin_words(left), origin_words(right), better(NOT_ZALO)),
        Versus(_("Shot at"), moment_words(left.taken_at), moment_words(right.taken_at)),
        Versus(_("Day by"), source_words(left.taken_source), source_words(right.taken_source), better(CAMERA_DAY)),
        _sharpness(better(SHARPER)),
        Versus(_("Its caption"), left.caption or "–", right.caption or "–"),
        Versus(_("Used by"), used_words(left), used_words(right)),
    ]


def _sharpness(side: int) -> Versus:
    alike = _("much the same")
    words = {LEFT: (_("sharper"), _("softer")), RIGHT: (_("softer"), _("sharper")), NEITHER: (alike, alike)}
    return Versus(_("Sharpness"), *words[side], side)


def size_words(one: Member) -> str:
    """“4000 × 3000”."""
    return f"{one.width} × {one.height}" if one.pixels else "–"


def origin_words(one: Member) -> str:
    """The program or the camera it came from."""
    return "Zalo" if one.source == ZALO else one.camera or _("not known")


def moment_words(taken_at: str) -> str:
    """“07/05/2024 07:30:12”, or the bare day."""
    if not taken_at:
        return "–"
    moment = datetime.fromisoformat(taken_at)
    return f"{short_date(moment.date())} {moment:%H:%M:%S}" if len(taken_at) > len("2024-05-07") else short_date(moment)


def used_words(one: Member) -> str:
    """The articles, albums and reports that show it."""
    return ", ".join(one.used_in) or "–"


def proposal_words(best: Member | None, left: Member, right: Member) -> str:
    """Why one of the two is proposed, or that it is for the person to choose."""
    if best is None or best.id not in (left.id, right.id):
        return _("They differ little: please look and choose.")
    other = right if best.id == left.id else left
    found = [_(_REASONS[reason]) for reason in reasons(best, other)]
    words = (
        _("The left one is proposed: {reasons}.") if best.id == left.id else _("The right one is proposed: {reasons}.")
    )
    return words.format(reasons=", ".join(found))


def group_words(place: int, count: int, pictures: int) -> str:
    """“Group 3 of 12: 4 photos of one moment”."""
    return _("Group {place} of {count}: {pictures} photos of one moment").format(
        place=place + 1, count=count, pictures=pictures
    )


def keep_words(pictures: int) -> str:
    """The word on the button that keeps one; with more than two it says how many others go."""
    if pictures == 2:
        return _("Keep this one")
    return _("Keep this one, put {count} away").format(count=pictures - 1)


def keys_words(pictures: int) -> str:
    """The keys that work here."""
    groups = _("↑ ↓ another group")
    closely = _("Space looks closely")
    if pictures == 2:
        return " · ".join((groups, _("1 keeps the left one, 2 the right one, 3 both"), closely))
    members = _("← → another photo of the group, X changes sides")
    return " · ".join((members, groups, _("1 keeps the left one, 2 the right one"), closely))
