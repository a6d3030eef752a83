"""What the room of publications says: tabs, buttons, states, what a channel still needs. No widget here."""

from __future__ import annotations

from datetime import date

from db.queries.distributions import ArticleOut, ChannelRow, EvidenceRow, PlaceRow
from db.text import fold
from desktop_app.core.article_rules import STATE_WORDS
from desktop_app.core.channels import KIND_WORDS
from desktop_app.core.i18n import N_, _
from desktop_app.core.periods import short_date

TAB_WORDS = {
    "to_publish": N_("To publish"),
    "to_prove": N_("To prove"),
    "to_correct": N_("To correct"),
    "finished": N_("All done"),
}
NOTHING_HERE = {
    "to_publish": N_("Nothing waits to be published."),
    "to_prove": N_("Every publication has its evidence."),
    "to_correct": N_("Nothing out there is older than what was approved."),
    "finished": N_("Nothing is out with all its evidence yet."),
}
EVIDENCE_WORDS = {
    "url": N_("Address"),
    "screenshot": N_("Screenshot"),
    "minutes": N_("Minutes"),
    "slip": N_("Delivery slip"),
    "photo": N_("Photo of the event"),
}
FILE_KINDS = ("screenshot", "minutes", "slip", "photo")
USUAL_EVIDENCE = {"conference": "minutes", "authority": "slip"}
"""What a channel of this kind mostly leaves behind; a screenshot otherwise."""
_PUBLISHED = N_("It was published…")
_WEB_PROOF = N_("needs: an address or a screenshot")
_DONE_ACTS = {"conference": N_("It was presented…"), "authority": N_("It was sent…"), "press": N_("It was sent…")}
_NEEDS = {"conference": N_("needs: minutes or a photo"), "authority": N_("needs: a slip or the number received")}


def done_act(channel: ChannelRow) -> str:
    """The button that records it: published, presented or sent."""
    if channel.has_site:
        return _("Post to the website")
    return _(_DONE_ACTS.get(channel.kind, _PUBLISHED))


def needs(kind: str) -> str:
    """What would prove a publication on a channel of this kind."""
    return _(_NEEDS.get(kind, _WEB_PROOF))


def name_of(channel: ChannelRow) -> str:
    """The channel's name; an official one carries a star."""
    return f"{channel.name} ★" if channel.is_official else channel.name


def kind_of(channel: ChannelRow) -> str:
    """The kind where the name does not say it already, and since when it is closed."""
    kind = _(KIND_WORDS.get(channel.kind, channel.kind))
    said = fold(kind) in fold(channel.name)
    closed = _("closed since {day}").format(day=short_date(channel.valid_to)) if is_closed(channel) else ""
    return " · ".join(part for part in ("" if said else kind, closed) if part)


def is_closed(channel: ChannelRow) -> bool:
    """Whether the channel's last day has passed."""
    return channel.valid_to is not None and channel.valid_to < date.today()


def approval_line(article: ArticleOut) -> str:
    """Which text may go out, since when and by whom."""
    if not article.revision:
        return _("No text of it is approved yet.")
    return _("Version {number}, approved by {name} on {day}").format(
        number=article.revision, name=article.approved_by, day=short_date(date.fromisoformat(article.approved_on[:10]))
    )


def newer_line(article: ArticleOut) -> str:
    """Said when words exist that nobody approved: they are neither copied nor recorded."""
    if not article.newer or not article.revision:
        return ""
    return _(
        "Version {newer} is being written and is not approved. Here version {number} is copied and recorded."
    ).format(newer=article.newer, number=article.revision)


def state_line(article: ArticleOut) -> str:
    """An article that is out of use says so, and why."""
    if article.state not in ("taken_down", "cancelled"):
        return ""
    return " – ".join(part for part in (_(STATE_WORDS[article.state]), article.state_reason) if part)


def place_note(place: PlaceRow, approved: int, earlier: PlaceRow | None) -> str:
    """The line below a channel's name: which text stands there, what it corrected, why it failed or went."""
    if place.state == "failed":
        return _("It did not go out: {reason}").format(reason=place.reason)
    if place.state == "taken_down":
        return _("Taken down: {reason}").format(reason=place.reason)
    if place.outdated:
        return _("shows version {out}, version {approved} is approved: to be corrected").format(
            out=place.revision, approved=approved
        )
    if earlier is not None:
        return _("corrected; version {number} stood there since {day}").format(
            number=earlier.revision, day=short_date(earlier.done_on)
        )
    return ""


def kept_back_line(count: int, why: str) -> str:
    """Photos of the article that may not be on this channel; ``why`` is a message id."""
    return _("{count} photos may not be here: {why}").format(count=count, why=_(why).lower()) if count else ""


def evidence_words(piece: EvidenceRow, letters: int = 34) -> str:
    """An address without its scheme, a number received, or the kind of paper; cut to ``letters``."""
    words = piece.url.removeprefix("https://").removeprefix("http://") or (
        piece.name if piece.kind == "slip" and not piece.file_path else _(EVIDENCE_WORDS.get(piece.kind, piece.kind))
    )
    return words if len(words) <= letters else words[: letters - 1] + "…"
