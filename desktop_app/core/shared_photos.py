"""The photos of an article as copies to post: small, upright, silent about where they were taken."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import platformdirs

from db.models import Usage
from desktop_app.core import audit, distributions
from desktop_app.core.articles import article_of
from desktop_app.core.bundle.names import file_name
from desktop_app.core.consent import LeftOut
from desktop_app.core.errors import UserError
from desktop_app.core.folders import new_folder
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_
from desktop_app.core.jobs import Progress
from desktop_app.core.media.exporting import exported_copy
from desktop_app.core.sharing import approved_words


class NoPhotosToShare(UserError):
    message = N_("No photo of “{title}” may go to this channel.")
    hint = N_("Say who is in each picture and write the consents down under Media.")


class FolderNotWritten(UserError):
    message = N_("The photos cannot be put into {folder}.")
    hint = N_("Is the disk full, or the stick pulled out? Choose another folder.")


class SharedPhotos(NamedTuple):
    """The folder with the copies, their names in the article's order, and what was left out."""

    folder: Path
    files: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def usual_folder() -> Path:
    """Where copies to post go unless another folder is chosen: below the user's own pictures."""
    return Path(platformdirs.user_pictures_dir()) / "Loa Truong"


def left_out_of(article_id: str, channel_kind: str, day: date) -> list[LeftOut]:
    """The photos of an article that may not go to a channel of this kind on ``day``."""
    kept_back = distributions.pictures_kept_back(article_id, channel_kind, day)
    return [
        LeftOut(_name(usage), kept_back[str(usage.asset_id)])
        for usage in _photos(article_id)
        if str(usage.asset_id) in kept_back
    ]


def share_photos(
    home: Home, article_id: str, channel_kind: str, into: Path, progress: Progress, *, by_name: str = ""
) -> SharedPhotos:
    """Copy the photos that may go to this kind of channel into a new folder below ``into``.

    The folder appears whole or not at all: a stop or a full disk leaves nothing behind.
    Raises NotApprovedYet, NoPhotosToShare, FolderNotWritten, OriginalUnreadable.
    """
    article, words = article_of(article_id), approved_words(article_id)
    kept_back = distributions.pictures_kept_back(article_id, channel_kind, date.today())
    usages = [usage for usage in _photos(article_id) if str(usage.asset_id) not in kept_back]
    if not usages:
        raise NoPhotosToShare(title=words.title)
    stem = file_name(words.title, "", article.event_date or date.today())
    names = [f"{stem}_{number}{_ending(usage)}" for number, usage in enumerate(usages, 1)]
    try:
        folder = _written(home, usages, names, into, stem, progress)
    except OSError as error:
        raise FolderNotWritten(folder=into) from error
    audit.record("share photos", "article", article_id, by_name, photos=len(names), left_out=len(kept_back))
    return SharedPhotos(folder, tuple(names), tuple(left_out_of(article_id, channel_kind, date.today())))


def _written(home: Home, usages: list[Usage], names: list[str], into: Path, stem: str, progress: Progress) -> Path:
    with new_folder(into, stem) as folder:
        for number, (usage, name) in enumerate(zip(usages, names, strict=True)):
            progress.step(number, len(names), _name(usage))
            exported_copy(home, usage.asset.sha256, folder.aside / name)
        progress.step(len(names), len(names))
    return folder.place


def _photos(article_id: str) -> list[Usage]:
    return list(Usage.select().where(Usage.article == article_id).order_by(Usage.sort, Usage.id))


def _name(usage: Usage) -> str:
    return str(usage.caption or usage.asset.caption or usage.asset.original_name)


def _ending(usage: Usage) -> str:
    """Photos leave as JPEG; a video keeps its own kind."""
    return Path(usage.asset.original_path).suffix.lower() if usage.asset.kind == "video" else ".jpg"
