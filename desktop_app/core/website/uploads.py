"""The article's pictures on the website: each sent once, without its place, and found again when an answer was lost."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from db.models import Distribution, MediaAsset, Usage, WebSite, WebUpload
from desktop_app.core.distributions import pictures_kept_back
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.edits import UNTOUCHED, edit_of
from desktop_app.core.media.exporting import exported_copy
from desktop_app.core.media.renditions import LARGE
from desktop_app.core.website.client import WordPress
from desktop_app.core.website.errors import (
    Forbidden,
    GoneThere,
    MayNotPublish,
    NotTaken,
    TooLarge,
    UncoveredStays,
)
from desktop_app.core.website.rendering import WebPicture, escaped

LONG_EDGES = (LARGE, 1024, 640)
"""Pixels: where a website takes no picture of the first size, the next one is tried."""


def pictures_there(
    home: Home, site: WebSite, distribution: Distribution, wordpress: WordPress, progress: Progress
) -> list[WebPicture | None]:
    """The pictures of the article in its order, as the website has them; those it lacks are sent now.

    None for a video (too long for the line) and for a picture that no consent covers there today.
    """
    kept_back = pictures_kept_back(str(distribution.article_id), distribution.channel.kind, date.today())
    usages = list(Usage.select().where(Usage.article == distribution.article_id).order_by(Usage.sort, Usage.id))
    shown: list[WebPicture | None] = []
    for number, usage in enumerate(usages):
        progress.step(number, len(usages) + 1, distribution.article.title)
        may = usage.asset.kind == "photo" and str(usage.asset_id) not in kept_back
        shown.append(_there(home, site, usage, wordpress) if may else None)
    return shown


def _there(home: Home, site: WebSite, usage: Usage, wordpress: WordPress) -> WebPicture:
    asset, caption = usage.asset, usage.caption or usage.asset.caption
    known = WebUpload.get_or_none(WebUpload.site == site, WebUpload.sha256 == _as_shown(asset))
    if known is None:
        there = _found(wordpress, asset) or _sent(home, wordpress, asset, caption)
        known = WebUpload.create(site=site, sha256=_as_shown(asset), media_id=there["id"], link=there["source_url"])
    return WebPicture(known.media_id, known.link, caption)


def _as_shown(asset: MediaAsset) -> str:
    """The hash that names the picture as it is shown now: its original's, or with what was covered, cropped, turned."""
    edit = edit_of(str(asset.id))
    return asset.sha256 if edit == UNTOUCHED else hashlib.sha256(f"{asset.sha256}{edit!r}".encode()).hexdigest()


def _slug(asset: MediaAsset) -> str:
    return f"loa-{_as_shown(asset)[:16]}"


def _found(wordpress: WordPress, asset: MediaAsset) -> dict[str, str | int] | None:
    """The picture when it arrived before and only its answer was lost."""
    there = wordpress.ask("wp/v2/media", slug=_slug(asset), context="edit", _fields="id,source_url")
    return there[0] if there else None


def _sent(home: Home, wordpress: WordPress, asset: MediaAsset, caption: str) -> dict[str, str | int]:
    facts = {"slug": _slug(asset), "title": caption, "alt_text": caption, "caption": escaped(caption)}
    for edge in LONG_EDGES:
        try:
            return _upload(home, wordpress, asset, edge, {name: fact for name, fact in facts.items() if fact})
        except TooLarge:
            if edge == LONG_EDGES[-1]:
                raise
    raise AssertionError("the last size was either taken or refused")


def _upload(
    home: Home, wordpress: WordPress, asset: MediaAsset, edge: int, facts: dict[str, str]
) -> dict[str, str | int]:
    copy = home.outbox / f"website-{asset.sha256}-{edge}.jpg"
    try:
        exported_copy(home, asset.sha256, copy, long_edge=edge)
        return wordpress.upload(copy, facts, name=asset.original_name, _fields="id,source_url")
    finally:
        Path(copy).unlink(missing_ok=True)


def remove_uncovered(site: WebSite, article_id: str, wordpress: WordPress) -> None:
    """Delete from the website what was sent before parts of it were covered: its address would show it to anyone.

    Raises UncoveredStays where the website does not allow it.
    """
    for asset in _pictures_of(article_id):
        before = WebUpload.get_or_none(WebUpload.site == site, WebUpload.sha256 == asset.sha256)
        if before is None or _as_shown(asset) == asset.sha256:
            continue
        try:
            wordpress.delete(f"wp/v2/media/{before.media_id}", name=asset.original_name)
        except GoneThere:
            pass  # somebody was faster
        except (MayNotPublish, Forbidden, NotTaken) as error:
            raise UncoveredStays(host=wordpress.host, name=asset.original_name) from error
        before.delete_instance()


def forget_pictures(site: WebSite, article_id: str) -> None:
    """Look for an article's pictures on the website anew: someone deleted one of them there."""
    names = [_as_shown(asset) for asset in _pictures_of(article_id)]
    WebUpload.delete().where(WebUpload.site == site, WebUpload.sha256.in_(names)).execute()


def _pictures_of(article_id: str) -> list[MediaAsset]:
    return list(MediaAsset.select().join(Usage).where(Usage.article == article_id))
