"""What the first screen says: the tiles, the list of things that wait, the year's strip. Plain functions, no Tk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from db.queries.today import Waiting
from desktop_app.core.i18n import N_, _
from desktop_app.core.months import MONTH_WORDS, CheckLine, Count, Ledger
from desktop_app.ui.widgets.checklist import Line

SHOWN_WAITING = 7
WAITS_TOO_LONG = 3
"""Days after which a thing that waits is marked."""

KINDS = {
    "met": "good",
    "met_recorded_later": "good",
    "met_late": "soon",
    "almost": "soon",
    "running": "info",
    "missing": "late",
}
"""A month's state as a kind of badge."""

# Where each next act is done: a room and what to ask of it.
TARGETS: dict[str, tuple[str, dict[str, Any]]] = {
    "write_article": ("articles", {"new": True}),
    "import_media": ("media", {"start_import": True}),
    "describe_media": ("media", {"lacking_caption": True}),
    "distribute": ("publish", {}),
    "open_article": ("articles", {}),
    "take_down": ("publish", {}),
    "read_directive": ("today", {}),
}

_WAITING_WORDS = {
    "returned": N_("Change “{title}” as asked"),
    "to_approve": N_("Approve “{title}”"),
    "to_publish": N_("Record where “{title}” was published"),
    "draft": N_("Go on with “{title}”"),
    "to_prove": N_("Add evidence: {title}"),
    "to_describe": N_("Describe or check {title} pictures"),
    "to_take_down": N_("Take down, the consent was withdrawn: {title}"),
    "to_read": N_("From the authority: {title}"),
}

_WAITING_ACTS = {
    "to_describe": "describe_media",
    "to_take_down": "take_down",
    "to_publish": "distribute",
    "to_prove": "distribute",
    "to_read": "read_directive",
}
"""What is done elsewhere than at the article itself."""

Target = tuple[str, dict[str, Any]]


class Tile(NamedTuple):
    """What a tile shows, ready for it."""

    have: int
    need: int
    state: str
    kind: str
    sentence: str
    act: str
    target: Target | None
    main: bool


def article_tile(page: Ledger, waiting_titles: Sequence[str]) -> Tile:
    """The tile of articles: nearest to done is said first."""
    sentence = _("“{title}” is approved, not yet published").format(title=waiting_titles[0]) if waiting_titles else ""
    return _tile(
        page, page.articles, sentence or _article_sentence(page.articles), _("Write an article"), "write_article"
    )


def material_tile(page: Ledger) -> Tile:
    """The tile of photos and videos kept as material."""
    return _tile(page, page.materials, _material_sentence(page.materials), _("Import photos"), "import_media")


def _tile(page: Ledger, count: Count, sentence: str, act: str, code: str) -> Tile:
    nearest = page.next if page.next and _is_about(page, count) else None
    return Tile(
        have=count.have,
        need=count.need,
        state=_(MONTH_WORDS[count.state]),
        kind=KINDS.get(count.state, "neutral"),
        sentence=sentence,
        act=_(nearest.text) if nearest else act,
        target=target_of(nearest.act, nearest.id) if nearest else TARGETS[code],
        main=nearest is not None,
    )


def _is_about(page: Ledger, count: Count) -> bool:
    """Whether the month's next act is about this tile: articles come first while they are short."""
    about_articles = page.articles.have < page.articles.need
    return about_articles if count is page.articles else not about_articles


def _article_sentence(count: Count) -> str:
    if count.have:
        return _("{have} published or sent this month").format(have=count.have)
    return _("Nothing has been published yet this month")


def _material_sentence(count: Count) -> str:
    if count.have:
        return _("{have} photos or videos are kept and described").format(have=count.have)
    return _("No photo or video of this month is kept and described yet")


def target_of(act: str, record_id: str) -> Target:
    """The room and the wish for one act."""
    room, wishes = TARGETS[act]
    name = "directive_id" if act == "read_directive" else "article_id"
    return (room, {**wishes, name: record_id} if record_id else wishes)


def waiting_lines(waiting: Sequence[Waiting]) -> list[Line]:
    """At most seven things that wait, the oldest first."""
    return [
        Line(
            _(_WAITING_WORDS[one.kind]).format(title=one.title or _("Untitled")),
            "late" if one.days > WAITS_TOO_LONG or one.kind == "to_take_down" else "open",
            target_of(_WAITING_ACTS.get(one.kind, "open_article"), one.id),
            note=_("has waited {days} days").format(days=one.days) if one.days else "",
            link=_("Open"),
        )
        for one in waiting[:SHOWN_WAITING]
    ]


def checklist_lines(lines: Sequence[CheckLine]) -> list[Line]:
    """The month's checklist; what is done leads nowhere."""
    return [
        Line(
            _(line.text) if line.required else _("{what} (advised)").format(what=_(line.text)),
            "done" if line.done else "open",
            None if line.done else (line.target, {}),
        )
        for line in lines
    ]


def days_left_words(page: Ledger, today: date) -> str:
    """“6 days left”, or how the month ended."""
    if page.days_left:
        return _("{days} days left").format(days=page.days_left)
    if page.month.first_day() > today:
        return _("has not begun")
    return _("has ended")
