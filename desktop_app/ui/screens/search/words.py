"""What search says: the kinds of things found, where each is opened, its day."""

from __future__ import annotations

from typing import Any

from db.search import Hit, Totals
from desktop_app.core.i18n import N_, _

ALL = ""
GROUPS = {
    "article": N_("Articles"),
    "media": N_("Photos and videos"),
    "opinion": N_("Opinions"),
    "topic": N_("Topics"),
    "plan": N_("Text of the plan"),
    "contact": N_("Press contacts"),
    "comment": N_("Comments"),
}
KINDS = {
    "article": N_("Article"),
    "media": N_("Photo or video"),
    "opinion": N_("Opinion"),
    "topic": N_("Topic of the plan"),
    "plan": N_("Text of the plan"),
    "contact": N_("Press contact"),
    "comment": N_("Comment"),
}
DATED = ("article", "media", "opinion", "comment")


def room_of(hit: Hit, text: str = "") -> tuple[str, dict[str, Any]]:
    """Where a thing found is opened; an article with the words ``text`` that led to it."""
    if hit.kind == "article":
        return "articles", {"article_id": hit.of_id, "find": text}
    if hit.kind == "comment":
        return "articles", {"article_id": hit.of_id}
    if hit.kind == "media":
        return "media", {"asset_id": hit.id}
    if hit.kind in ("opinion", "contact"):
        return "opinions", {}
    in_table = hit.kind == "topic" or hit.of_id != hit.id
    return "plan", {"topic_id": hit.of_id} if in_table else {}


def title_of(hit: Hit) -> str:
    """What stands in bold: a picture without a caption goes by its file's name."""
    if hit.title:
        return hit.title
    return hit.text.splitlines()[-1] if hit.kind == "media" and hit.text.strip() else _("Untitled")


def about_of(hit: Hit) -> str:
    """The words below the title; short facts are set apart, an article's text runs on."""
    parts = [line for line in hit.text.splitlines() if line.strip()]
    return "\n".join(parts) if hit.kind == "article" else " · ".join(parts)


def facts_of(hit: Hit) -> str:
    """What it is, and its day where it has one: "Article · 07/05/2024"."""
    day = _day(hit.when) if hit.kind in DATED else ""
    return " · ".join(filter(None, (_(KINDS[hit.kind]), day)))


def counted(found: Totals) -> str:
    """ "12 found (2 more in the trash)"."""
    total = _("{total} found").format(total=found.total)
    return f"{total} ({_('{count} more in the trash').format(count=found.trashed)})" if found.trashed else total


def _day(when: str) -> str:
    return f"{when[8:10]}/{when[5:7]}/{when[:4]}" if len(when) >= 10 else ""
