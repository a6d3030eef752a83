"""A school's month that was lived and issued: an article, photos that know where they were taken, a signed report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image

from db.models import MediaAsset
from desktop_app.core import consent
from desktop_app.core.consent import ConsentGiven
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import import_media
from desktop_app.core.reports import keeping
from desktop_app.core.reports.issuing import Signing, issue
from desktop_app.core.sync import pairing
from desktop_app.core.sync.stores.folder import FolderStore
from tests.core.makers import a_plan, a_published_article, a_school
from tests.sync.model.pcs import Pc

PERIOD = "2024-05"
EAST, NORTH = (103.0, 1.0, 2.0), (21.0, 23.0, 1.0)


def a_photo(file: Path, seed: int) -> Path:
    """A photo of noise, taken on 07/05/2024 at a place its file tells."""
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = f"2024:05:07 08:{seed:02d}:00"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: NORTH, 3: "E", 4: EAST})
    picture = Image.effect_noise((600 + seed, 400), 60 + seed).convert("RGB")
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.save(file, "JPEG", exif=exif)
    return file


def knows_its_place(content: bytes) -> bool:
    with Image.open(BytesIO(content)) as picture:
        return bool(picture.getexif().get_ifd(ExifTags.IFD.GPSInfo))


def take_in(home: Home, folder: Path, seed: int, people: str = "none") -> str:
    """A photo in the archive, accepted; answers its id."""
    (asset_id,) = import_media(home, [a_photo(folder / f"{seed}.jpg", seed)], Progress()).asset_ids
    described = {"caption": f"Ảnh {seed}", "activity": "Kỷ niệm", "review": "accepted", "people": people}
    MediaAsset.update(described).where(MediaAsset.id == asset_id).execute()
    return asset_id


def agree(*asset_ids: str) -> str:
    """A pupil's and her guardian's yes to what goes to the authority; answers its id."""
    given = ConsentGiven("Giàng A Mẫu", "Giàng A Chứ", True, True, ["authority"], date(2024, 1, 1))
    return consent.give_consent(given, asset_ids)


def live_may(home: Home, folder: Path) -> str:
    """May of a school with two photos, one of a pupil who agreed and one of a pupil who did not; issued. Its report."""
    principal = a_school()
    plan = a_plan()
    a_published_article(plan, principal, date(2024, 5, 7))
    take_in(home, folder, 1)
    agree(take_in(home, folder, 2, "children"))
    take_in(home, folder, 3, "children")
    return issued(home, plan, principal)


@contextmanager
def may_at_a_school(folder: Path) -> Iterator[tuple[Home, FolderStore]]:
    """Sit at a PC that has lived its May and is connected to a store in ``folder``, which nothing has gone to yet."""
    (folder / "store").mkdir()
    store, pc = FolderStore(folder / "store"), Pc("pc", folder / "home")
    with pc.at():
        live_may(pc.home, folder / "card")
        pairing.connect(pc.home, store)
        yield pc.home, store
    pc.close()


def issued(home: Home, plan: str, principal: str, period: str = PERIOD) -> str:
    """The report on a month, issued; answers its id."""
    report = keeping.open_report(plan, "month", period)
    issue(home, report, Signing(date(2024, 6, 3), principal), Progress())
    return report
