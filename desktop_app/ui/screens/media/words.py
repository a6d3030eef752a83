"""What the photo screen says: badges, what a picture still lacks, where its day comes from, an import's sum. No Tk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from db.queries.media import MediaRow, MediaWhole
from db.queries.media_shown import SharedWords
from db.queries.rolls import RollRow
from desktop_app.core.i18n import N_, _
from desktop_app.core.media.describing import REVIEW_WORDS
from desktop_app.core.media.together import Words
from desktop_app.core.periods import Month

_SOURCES = {"exif": N_("from the camera"), "file": N_("from the file"), "person": N_("typed by a person")}
_ADVICE = {
    ("blur", "blurred"): N_("it may be blurred"),
    ("exposure", "dark"): N_("much of it is very dark"),
    ("exposure", "bright"): N_("much of it is burnt out to white"),
    ("size", "small"): N_("it is small ({size}), print wants more"),
}
MEGABYTE = 1_000_000
ZALO_EDGE = 1600
"""A photo whose long edge is shorter, without the camera's notes, has most likely been shrunk on its way."""


class Cell(NamedTuple):
    """A picture of the grid; ``tile`` stands where there is none to see."""

    id: str
    picture: Path | None
    caption: str
    badge: str
    tile: str = ""


class Said(NamedTuple):
    """What the fields say of the chosen pictures; "" or None where they differ or nothing is known."""

    caption: str = ""
    activity: str = ""
    people: str = ""
    taken_on: date | None = None
    topic_id: str = ""
    credit: str = ""
    purpose_archive: bool | None = None


def said_of(words: MediaWhole | SharedWords) -> Said:
    """What is known, as the fields show it."""
    return Said(
        words.caption,
        words.activity,
        words.people,
        day_of(words.taken_at),
        words.topic_id or "",
        words.credit,
        words.purpose_archive,
    )


def changes(before: Said, now: Said) -> Words:
    """Only what was changed; a day that was emptied is no change."""
    found = Words()
    for name, value in now._asdict().items():
        if value is not None and value != getattr(before, name):
            found[name] = value  # type: ignore[literal-required]  # the names are those of Words
    return found


def day_of(taken_at: str) -> date | None:
    """The day of a camera's time."""
    return date.fromisoformat(taken_at[:10]) if taken_at else None


def badge(row: MediaRow) -> str:
    """The state of a picture as a word on it; a video says that it is one."""
    state = _(REVIEW_WORDS[row.review])
    return f"{_('Video')} · {state}" if row.kind == "video" else state


def video_words(duration_ms: int | None) -> str:
    """“▶ Video 1:23”: what a video is, where no frame of it can be seen."""
    seconds = round((duration_ms or 0) / 1000)
    length = f"{seconds // 60}:{seconds % 60:02}" if seconds else ""
    return f"▶ {_('Video')} {length}".strip()


def source_words(taken_source: str) -> str:
    """Who says when it was taken."""
    return _(_SOURCES[taken_source]) if taken_source in _SOURCES else ""


def counting_words(one: MediaWhole, starts_on: int = 1) -> tuple[str, str]:
    """Whether a picture counts as material and of which month, else what it lacks; with the kind of a badge."""
    if not one.purpose_archive:
        return _("Does not count: it is not kept as material"), "neutral"
    if one.review == "rejected":
        return _("Does not count: {reason}").format(reason=one.review_reason), "late"
    lacking = _lacking(one)
    if lacking:
        return _("Does not count yet, it lacks: {lacking}").format(lacking=", ".join(lacking)), "soon"
    month = Month.of(date.fromisoformat(one.taken_at[:10]), starts_on)
    return _("Counts as material of {month}").format(month=month.label()), "good"


def _lacking(one: MediaWhole) -> list[str]:
    parts = (
        (one.caption, _("a caption")),
        (one.activity, _("an activity")),
        (one.taken_at, _("a day")),
        (one.review == "accepted", _("the check")),
    )
    return [word for there, word in parts if not there]


def file_words(one: MediaWhole) -> str:
    """The file in a line: its name, size in pixels and MB, camera, and whether it knows its place."""
    size = f"{one.width} × {one.height}" if one.width and one.height else ""
    place = _("knows its place (taken out of every copy)") if one.has_gps else ""
    return " · ".join(part for part in (one.original_name, size, weight_words(one.bytes), one.camera, place) if part)


def advice_words(one: MediaWhole) -> str:
    """What the PC sees in a picture, for the person who judges it; "" when there is nothing to say."""
    found = [words for (name, word), words in _ADVICE.items() if one.quality.get(name) == word]
    if not found:
        return ""
    told = ", ".join(_(words).format(size=f"{one.width} × {one.height}") for words in found)
    return _("Advice: {advice}.").format(advice=told)


def alike_words(others: int) -> str:
    """“2 other photos look like this one”."""
    return _("{count} other photos look like this one").format(count=others) if others else ""


def weight_words(size: int) -> str:
    """Bytes as “3 MB”, or “850 KB” below one."""
    if size >= MEGABYTE:
        return _("{size} MB").format(size=round(size / MEGABYTE))
    return _("{size} KB").format(size=max(1, round(size / 1000)))


def looks_shrunk(one: MediaWhole) -> bool:
    """Whether it came through Zalo or Word: small, and without the camera's notes."""
    edge = max(one.width or 0, one.height or 0)
    return one.kind == "photo" and 0 < edge < ZALO_EDGE and not one.camera


def chosen_words(count: int) -> str:
    """“3 photos chosen”."""
    return _("{count} photos chosen").format(count=count)


def sum_words(roll: RollRow, *, stopped: bool = False) -> str:
    """“Seen 48 = 31 taken in + 12 already here + 3 alike + 2 failed”."""
    if not roll.seen and not stopped:
        return _("No photo or video was found there.")
    words = _("Seen {seen} = {imported} taken in + {known} already here + {similar} alike + {failed} failed").format(
        seen=roll.seen, imported=roll.imported, known=roll.known, similar=roll.similar, failed=len(roll.failed)
    )
    return _("Stopped; what was taken in is kept. {sum}").format(sum=words) if stopped else words


def saved_words(now: datetime) -> str:
    """“Saved 10:32”."""
    return _("Saved {time}").format(time=f"{now:%H:%M}")


def topic_choices(titles: Sequence[tuple[str, str]], first: str) -> dict[str, str]:
    """What a list of topics shows, each with its id; ``first`` stands for none. Two alike are told apart."""
    choices = {first: ""}
    for topic_id, title in titles:
        choices[title if title not in choices else f"{title} ({len(choices)})"] = topic_id
    return choices
