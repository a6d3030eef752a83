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
from desktop_app.core.manuscripts import markup
from desktop_app.core.manuscripts.manuscript import Manuscript, ManuscriptPicture
from desktop_app.core.manuscripts.reading import read_manuscript, read_pasted
from desktop_app.core.media.importing import ImportResult, import_media
from desktop_app.core.near_duplicates import Alike, alike


class NoSuchTopic(UserError):
    message = N_("The plan has no topic “{topic}”.")
    hint = N_("Its topics are: {known}.")


class FileNotReadable(UserError):
    message = N_("The file {file} cannot be opened.")
    hint = N_("Perhaps the stick was pulled out, or another program holds the file. Copy it to this PC and try again.")


class TakenIn(NamedTuple):
    """What became of one file; ``notes`` are words for the person who reads it through, ``alike`` told it before."""

    article_id: str
    title: str
    pictures: int
    notes: list[str]
    alike: Sequence[Alike] = ()


def take_in(home: Home, file: Path, progress: Progress, *, topic: str | None = None, by_name: str = "") -> TakenIn:
    """Read one file into a new article. Nothing is kept when the file cannot be read or someone cancels.

    Raises NoSuchTopic, FileNotReadable and whatever ``read_manuscript`` raises.
    """
    belongs = _plan_and_topic(topic)
    try:
        manuscript = read_manuscript(file)
    except OSError as error:
        raise FileNotReadable(file=file.name) from error
    return _kept(home, manuscript, belongs, by_name, progress)


def take_in_pasted(home: Home, text: str, *, topic: str | None = None, by_name: str = "") -> TakenIn:
    """Make a new article of a text copied from a chat. Raises NoSuchTopic, DocumentIsEmpty."""
    return _kept(home, read_pasted(text, _("the pasted text")), _plan_and_topic(topic), by_name, Progress())


class _Belongs(NamedTuple):
    plan_id: str | None
    topic_id: str | None


def _plan_and_topic(topic: str | None) -> _Belongs:
    plan = plans.newest_plan()
    if plan is None:
        return _Belongs(None, None)
    return _Belongs(plan.id, _topic_id(plan.id, topic) if topic else None)


def _kept(home: Home, manuscript: Manuscript, belongs: _Belongs, by_name: str, progress: Progress) -> TakenIn:
    asset_ids = _keep_pictures(home, manuscript.pictures, progress)
    placed = list(dict.fromkeys(asset_id for asset_id in asset_ids if asset_id))
    with database.atomic():
        article_id = articles.start_article(
            belongs.plan_id, topic_id=belongs.topic_id, by_name=by_name, source=manuscript.source_name
        )
        text = ArticleText(manuscript.title, manuscript.lead, _with_numbers_of(manuscript.body, asset_ids, placed))
        articles.save_article(article_id, text, by_name=by_name, reason="import")
        articles.place_photos(article_id, placed)
    notes = [note.text() for note in manuscript.notes]
    return TakenIn(article_id, manuscript.title, len(placed), notes, alike(article_id))


def _with_numbers_of(body: str, asset_ids: Sequence[str | None], placed: Sequence[str]) -> str:
    """``body`` with ![n] counting the photos of the article: one picture twice in a document is one photo."""
    numbers = {n: placed.index(asset_id) + 1 for n, asset_id in enumerate(asset_ids, 1) if asset_id}
    return markup.compose(markup.renumbered(markup.paragraphs(body), numbers))


def _topic_id(plan_id: str, wanted: str) -> str:
    topics = list(Topic.select().where(Topic.plan == plan_id).order_by(Topic.sort))
    for topic in topics:
        if wanted.casefold() in (topic.code.casefold(), (topic.printed_no or "").casefold()):
            return str(topic.id)
    raise NoSuchTopic(topic=wanted, known=", ".join(topic.code for topic in topics))


def _keep_pictures(home: Home, pictures: Sequence[ManuscriptPicture], progress: Progress) -> list[str | None]:
    """Put the pictures of a document into the archive; their ids in its order, None for one that was not taken in."""
    if not pictures:
        return []
    with TemporaryDirectory(prefix="loa-") as folder:
        different = {picture.payload: picture for picture in pictures}.values()
        files = [_unpacked(Path(folder), number, picture) for number, picture in enumerate(different, 1)]
        import_media(home, files, progress)
    return [_captioned(picture) for picture in pictures]


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
