"""An album taken along: a folder with the pictures, their captions, a page to look through them, a paper to print."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from db.queries.albums import AlbumRow, album
from db.queries.people import school
from db.queries.reports import PictureRow, pictures_of_album
from desktop_app.core import audit
from desktop_app.core.albums.album_paper import write_album_paper
from desktop_app.core.albums.keeping import NoSuchAlbum
from desktop_app.core.albums.leaving import kept_back_of
from desktop_app.core.albums.slide_show import Slide, slide_show
from desktop_app.core.bundle.errors import TargetMissing
from desktop_app.core.bundle.names import file_name, letters_only
from desktop_app.core.bundle.target import target_error
from desktop_app.core.consent import LeftOut
from desktop_app.core.errors import UserError
from desktop_app.core.files import written_aside
from desktop_app.core.folders import NewFolder, new_folder
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.media.errors import OriginalUnreadable, PlaceStaysInside
from desktop_app.core.periods import short_date
from desktop_app.core.reports.prints import Prints

PICTURES, PAGE, PAPER, CAPTIONS = "anh", "xem-anh.html", "to-anh.pdf", "chu-thich.txt"


class AlbumIsEmpty(UserError):
    message = N_("No picture of the album “{title}” may be taken along.")
    hint = N_("Add pictures, say who is in them, and write the consent down where pupils can be recognised.")


class TakenAlong(NamedTuple):
    """Where the album lies now, how many pictures it holds, which stayed behind."""

    folder: Path
    pictures: int
    left_behind: list[LeftOut]


def export_album(home: Home, album_id: str, target: Path, progress: Progress, *, by_name: str = "") -> TakenAlong:
    """Write the album into a new folder inside ``target``: all of it, or nothing after an error or a cancel.

    Copies are upright, at most 1600 pixels long and know no place. Pictures without consent stay behind, and so does
    one whose original cannot be read; each is named. Raises NoSuchAlbum, AlbumIsEmpty, Cancelled and the errors of
    ``bundle.errors``.
    """
    row = album(album_id)
    if row is None:
        raise NoSuchAlbum
    pictures = pictures_of_album(album_id)
    kept_back = kept_back_of([picture.id for picture in pictures])
    left = [LeftOut(picture.original_name, kept_back[picture.id]) for picture in pictures if picture.id in kept_back]
    going = [picture for picture in pictures if picture.id not in kept_back]
    with _new_folder(target, f"Album_{letters_only(row.title)}") as folder:
        slides = _copied(home, folder.aside, going, left, progress)
        if not slides:
            raise AlbumIsEmpty(title=row.title)
        _put_pages(home, folder.aside, row, slides, progress)
    audit.record("export album", "album", album_id, by_name, pictures=len(slides), folder=folder.place.name)
    return TakenAlong(folder.place, len(slides), left)


@contextmanager
def _new_folder(target: Path, name: str) -> Iterator[NewFolder]:
    """The album's folder; what the stick answers becomes a sentence."""
    if not target.is_dir():
        raise TargetMissing(folder=target)
    try:
        with new_folder(target, name) as folder:
            (folder.aside / PICTURES).mkdir()
            yield folder
    except OSError as error:
        raise target_error(error, target) from error


def _copied(
    home: Home, folder: Path, pictures: list[PictureRow], left: list[LeftOut], progress: Progress
) -> list[Slide]:
    """Copy picture by picture; each gets a name that sorts as the album does."""
    slides: list[Slide] = []
    prints = Prints(home, progress, folder / PICTURES)
    for number, picture in enumerate(pictures, 1):
        progress.step(number - 1, len(pictures) + 1, picture.caption or picture.original_name)
        try:
            material = prints.material(picture)
        except (OriginalUnreadable, PlaceStaysInside) as error:
            left.append(LeftOut(picture.original_name, error.message))
            continue
        assert material.exported is not None, "there is a folder for copies"
        name = f"{number:03d}_{file_name(picture.caption or 'anh', material.exported.suffix, picture.taken_on)}"
        os.replace(material.exported, folder / PICTURES / name)
        slides.append(Slide(f"{PICTURES}/{name}", material))
    return slides


def _put_pages(home: Home, folder: Path, row: AlbumRow, slides: list[Slide], progress: Progress) -> None:
    ours = school()
    name = ours.name if ours else ""
    with written_aside(folder / PAGE) as page:
        page.write(slide_show(row.title, name, slides))
    with written_aside(folder / CAPTIONS) as captions:
        captions.write(_captions(slides).encode("utf-8-sig"))  # Notepad of an old Windows takes it for UTF-8 then
    write_album_paper(row.title, name, tuple(slide.material for slide in slides), folder / PAPER, progress)


def _captions(slides: list[Slide]) -> str:
    lines = []
    for slide in slides:
        facts = (slide.material.caption, short_date(slide.material.taken_on), slide.material.credit)
        words = ". ".join(fact for fact in facts if fact) or in_vietnamese("(no caption)")
        lines.append(f"{Path(slide.place).name}\r\n    {words}\r\n")
    return "".join(lines)
