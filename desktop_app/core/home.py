"""The home folder: where a school's file, its photos and its copies lie, and whether that is a safe place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from db import database, open_database
from db.errors import DatabaseDamaged, DatabaseIsNewer
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.usb import file_system_of

CLOUD_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud drive",
    "zalo received files",
)
NETWORK_FILE_SYSTEMS = ("nfs", "nfs4", "cifs", "smbfs", "smb3", "sshfs", "fuse.sshfs", "webdav", "davfs")


class HomeIsInCloud(UserError):
    message = N_("The home folder {folder} lies in a cloud folder, where two PCs can destroy each other's file.")
    hint = N_("Choose a folder on this PC's own disk; sending to the cloud is done by syncing.")


class HomeIsOnNetwork(UserError):
    message = N_("The home folder {folder} lies on a network drive, where the file can be damaged.")
    hint = N_("Choose a folder on this PC's own disk.")


class HomeNotWritable(UserError):
    message = N_("Nothing can be written in the home folder {folder}.")
    hint = N_("Choose another folder, or ask whoever looks after the PC for the right to write there.")


class RecordsDamaged(UserError):
    message = N_("The school's file {file} is damaged and was not opened.")
    hint = N_("Nothing was changed. Take back the newest copy from the folder {backups}.")


class RecordsAreNewer(UserError):
    message = N_("The school's file was last used by a newer version of Loa Trường.")
    hint = N_("Update the program on this PC; the file was not touched.")


@dataclass(frozen=True)
class Home:
    """The folders and files of one school on this PC."""

    root: Path

    @property
    def database_file(self) -> Path:
        return self.root / "loa.db"

    @property
    def media(self) -> Path:
        return self.root / "media"

    @property
    def renditions(self) -> Path:
        return self.root / "renditions"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def outbox(self) -> Path:
        return self.root / "outbox"

    @property
    def log(self) -> Path:
        return self.root / "log"

    @property
    def settings_file(self) -> Path:
        return self.root / "settings.json"

    def prepare(self) -> None:
        """Make the folders. Raises HomeIsInCloud, HomeIsOnNetwork or HomeNotWritable before touching anything."""
        refuse_unsafe_place(self.root)
        try:
            for folder in (self.root, self.media, self.renditions, self.backups, self.outbox, self.log):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise HomeNotWritable(folder=self.root) from error

    @contextmanager
    def opened(self) -> Iterator[None]:
        """The school's records, open for this thread until the block ends."""
        self.prepare()
        self._open()
        try:
            yield
        finally:
            database.close()

    def _open(self) -> None:
        try:
            open_database(self.database_file, self.backups)
        except DatabaseDamaged as error:
            raise RecordsDamaged(file=self.database_file, backups=self.backups) from error
        except DatabaseIsNewer as error:
            raise RecordsAreNewer from error


def refuse_unsafe_place(folder: Path) -> None:
    """A live database is never opened from a share or a cloud folder (an SQLite file needs real locks)."""
    if any(part.casefold().startswith(CLOUD_FOLDERS) for part in folder.parts):
        raise HomeIsInCloud(folder=folder)
    if file_system_of(folder) in NETWORK_FILE_SYSTEMS or str(folder).startswith("\\\\"):
        raise HomeIsOnNetwork(folder=folder)
