"""What a teacher hands in: a Word or text file becomes an article, its pictures enter the archive."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from db import database
from db.models import MediaAsset, Topic
from db.queries import plans
from desktop_app.core import articles
from desktop_app.core.articles import ArticleText
from desktop_app.core.errors import UserError
from desktop_app.core.files import sha256_of
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, _
from desktop_app.core.jobs import Progress
from desktop_app.core.manuscripts.manuscript import ManuscriptPicture
from desktop_app.core.manuscripts.reading import read_manuscript
from desktop_app.core.media.importing import ImportResult, import_media


class NoSuchTopic(UserError):
    message = N_("The plan has no topic “{topic}”.")
    hint = N_("Its topics are: {known}.")


class TakenIn(NamedTuple):
    """What became of one file; ``notes`` are words for the person who reads it through."""

    article_id: str
    title: str
    pictures: int
    notes: list[str]


def take_in(home: Home, file: Path, progress: Progress, *, topic: str | None = None, by_name: str = "") -> TakenIn:
    """Read one file into a new article. Nothing is kept when the file cannot be read or someone cancels."""
    plan = plans.newest_plan()
    topic_id = _topic_id(plan.id, topic) if plan and topic else None
    manuscript = read_manuscript(file)
    asset_ids = _keep_pictures(home, manuscript.pictures, progress)
    with database.atomic():
        article_id = articles.start_article(
            plan.id if plan else None, topic_id=topic_id, by_name=by_name, source=file.name
        )
        text = ArticleText(manuscript.title, manuscript.lead, manuscript.body)
        articles.save_article(article_id, text, by_name=by_name, reason="import")
        articles.place_photos(article_id, asset_ids)
    notes = [_(note.message).format(**note.facts) for note in manuscript.notes]
    return TakenIn(article_id, manuscript.title, len(asset_ids), notes)


def _topic_id(plan_id: str, wanted: str) -> str:
    topics = list(Topic.select().where(Topic.plan == plan_id).order_by(Topic.sort))
    for topic in topics:
        if wanted.casefold() in (topic.code.casefold(), (topic.printed_no or "").casefold()):
            return str(topic.id)
    raise NoSuchTopic(topic=wanted, known=", ".join(topic.code for topic in topics))


def _keep_pictures(home: Home, pictures: Sequence[ManuscriptPicture], progress: Progress) -> list[str]:
    """Put the pictures of a document into the archive; returns their ids in the document's order."""
    if not pictures:
        return []
    with TemporaryDirectory(prefix="loa-") as folder:
        files = [_unpacked(Path(folder), number, picture) for number, picture in enumerate(pictures, 1)]
        import_media(home, files, progress)
    return [asset_id for picture in pictures if (asset_id := _captioned(picture))]


def _captioned(picture: ManuscriptPicture) -> str | None:
    """The picture's id in the archive, its caption filled in where it had none; None if it could not be taken in."""
    asset = MediaAsset.get_or_none(MediaAsset.sha256 == sha256(picture.payload).hexdigest())
    if asset is None:
        return None
    if picture.caption and not asset.caption:
        asset.caption = picture.caption
        asset.save()
    return str(asset.id)


def _unpacked(folder: Path, number: int, picture: ManuscriptPicture) -> Path:
    file = folder / f"{number:02d}-{Path(picture.suggested_name).name}"
    file.write_bytes(picture.payload)
    return file


def take_in_photos(
    home: Home, article_id: str, files: Sequence[Path], progress: Progress, *, by_name: str = ""
) -> ImportResult:
    """Take photos in from the disk and put them under an article, those the archive had before too.

    A cancel keeps in the archive what was done, and puts nothing under the article.
    """
    result = import_media(home, files, progress, by_name=by_name)
    hashes = [sha256_of(file) for file in files if file.is_file()]
    ids = {str(asset.sha256): str(asset.id) for asset in MediaAsset.select().where(MediaAsset.sha256.in_(hashes))}
    articles.place_photos(article_id, [ids[one] for one in hashes if one in ids])
    return result
