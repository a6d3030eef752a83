"""A store on a machine reached by SSH: SFTP version 3 (draft-ietf-secsh-filexfer-02) by paramiko."""

from __future__ import annotations

import errno
import posixpath
import socket
import stat
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self, TypeVar

from desktop_app.core.jobs import Cancelled
from desktop_app.core.patience import patiently
from desktop_app.core.sync.errors import (
    LineBroke,
    NotAllowed,
    PasswordNotTaken,
    StoreFull,
    StoreMissing,
    StoreOdd,
    StoreOffline,
    StoreSlow,
    StoreTooLarge,
    StoreTrouble,
)
from desktop_app.core.sync.flow import Flow
from desktop_app.core.sync.store import Entry
from desktop_app.core.sync.stores.host_keys import HostKeys
from desktop_app.core.sync.stores.keys import LARGEST, aside_of, checked, checked_prefix, folders_in, walked

if TYPE_CHECKING:
    from paramiko import SFTPAttributes, SFTPClient, Transport

PORT = 22
PATIENCE = 60.0
"""Seconds without a byte after which a line is given up."""
CONNECTING = 20.0
SLOWEST = 8_000
"""Bytes a second below which a line is as good as none: 64 kbit/s."""
KINDS: tuple[tuple[type[Exception], type[StoreTrouble]], ...] = (
    (TimeoutError, StoreSlow),
    (FileNotFoundError, StoreMissing),
    (PermissionError, NotAllowed),
    (socket.gaierror, StoreOffline),
    (ConnectionRefusedError, StoreOffline),
)
T = TypeVar("T")


class SftpStore:
    """Files below ``folder`` of ``host``; a folder that begins with "~/" lies in the user's own.

    The host's key is kept at first sight and asked for ever after. A line that broke is taken up again by itself.
    """

    def __init__(
        self,
        host: str,
        port: int,
        folder: str,
        user: str,
        password: str,
        known: HostKeys,
        flow: Flow | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self.host, self.port, self.user = host, port, user
        self.root = folder.removeprefix("~/") if folder.startswith("~/") else folder
        shown = host if port == PORT else f"{host}:{port}"
        self.address = f"sftp://{user}@{shown}/{folder.lstrip('/')}".rstrip("/")
        self._password, self._known, self._flow, self._patience = password, known, flow or Flow(), patience
        self._transport: Transport | None = None
        self._client: SFTPClient | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.close()

    def get(self, key: str, start: int = 0) -> bytes:
        """See Store."""
        path, got = self._path(checked(key)), bytearray()
        try:
            return self._told(key, lambda sftp: self._read(sftp, path, start, got), LARGEST)
        except StoreOffline as trouble:
            trouble.got = bytes(got)
            raise

    def put(self, key: str, content: bytes) -> None:
        """See Store. Written beside and renamed: a reader never sees half of it."""
        path, aside = self._path(checked(key)), self._path(aside_of(key))
        self._told(key, lambda sftp: self._write(sftp, path, aside, content), len(content))

    def list(self, prefix: str, after: str = "") -> Iterator[Entry]:
        """See Store."""
        return walked(checked_prefix(prefix), after, self._members)

    def folders(self, prefix: str) -> Iterator[str]:
        """The folders right below ``prefix``, in order: one question however many they are."""
        return folders_in(checked_prefix(prefix), self._members)

    def delete(self, key: str) -> None:
        """See Store."""
        path = self._path(checked(key))
        try:
            self._told(key, lambda sftp: sftp.remove(path))
        except StoreMissing:
            return

    def written_at(self, key: str) -> datetime | None:
        """The store's own clock when ``key`` was written; None where it does not tell."""
        found = self._told(key, lambda sftp: sftp.stat(self._path(checked(key))))
        return datetime.fromtimestamp(found.st_mtime, UTC) if found.st_mtime else None

    def close(self) -> None:
        """Hang up."""
        if self._transport:
            self._transport.close()
        self._transport = self._client = None

    # ------------------------------------------------------------ files

    def _path(self, key: str) -> str:
        return posixpath.join(self.root, key) if key else self.root or "."

    def _read(self, sftp: SFTPClient, path: str, start: int, got: bytearray) -> bytes:
        found = sftp.stat(path)
        size = (found.st_size or 0) - start
        if _is_folder(found):
            raise FileNotFoundError(errno.ENOENT, path)
        if size > LARGEST:
            raise StoreTooLarge(host=self.host, size=f"{LARGEST >> 20} MB")
        with sftp.open(path, "rb") as file:
            file.seek(start)
            while len(got) < size and (block := file.read(self._flow.block)):
                self._flow.passing(len(block))
                got += block
        return bytes(got)

    def _write(self, sftp: SFTPClient, path: str, aside: str, content: bytes) -> None:
        try:
            file = sftp.open(aside, "wb")
        except FileNotFoundError:
            _make_folders(sftp, posixpath.dirname(path))
            file = sftp.open(aside, "wb")
        try:
            with file:
                file.set_pipelined(True)
                for piece in self._flow.pieces(content):
                    file.write(piece)
        except OSError as error:
            if not _said_by_server(error, sftp):
                raise
        if sftp.stat(aside).st_size != len(content):
            # Version 3 has no word for a full disk: the file could be made but not filled, and the line still works.
            sftp.remove(aside)
            raise StoreFull(host=self.host)
        sftp.posix_rename(aside, path)

    def _members(self, folder: str) -> dict[str, int | None]:
        try:
            return self._told(folder, lambda sftp: _members(sftp, self._path(folder)))
        except StoreMissing:
            return {}

    # ------------------------------------------------------------ the line

    def _told(self, key: str, call: Callable[[SFTPClient], T], size: int = 0) -> T:
        """What ``call`` brings, or the trouble that came between, told as ours. Cancelled within a moment."""
        paced = size / self._flow.cap if self._flow.cap else 0
        seconds = self._patience + size / SLOWEST + paced
        try:
            return patiently(lambda: call(self._line()), seconds, self._flow.progress)
        except Cancelled:
            self.close()  # what is half said on this line would be taken for the next answer
            raise
        except StoreTrouble:
            raise
        except Exception as error:
            trouble = self._trouble(error, key)
            if isinstance(trouble, StoreOffline):
                self.close()
            raise trouble from error

    def _line(self) -> SFTPClient:
        if self._client is None or self._transport is None or not self._transport.is_active():
            self.close()
            self._transport, self._client = self._connected()
        return self._client

    def _connected(self) -> tuple[Transport, SFTPClient]:
        from paramiko import SFTPClient, SSHException, Transport  # 150 ms that a start without a server does not have

        line = socket.create_connection((self.host, self.port), timeout=min(CONNECTING, self._patience))
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # many small words, each waited for
        transport = Transport(line)
        transport.banner_timeout = transport.auth_timeout = self._patience
        try:
            self._known.prefer(transport, self.host, self.port)
            transport.start_client(timeout=self._patience)
            self._known.check(transport.get_remote_server_key(), self.host, self.port)
            transport.auth_password(self.user, self._password)
            client = SFTPClient.from_transport(transport)
        except BaseException:
            transport.close()
            raise
        if client is None:
            raise SSHException
        client.get_channel().settimeout(self._patience)  # type: ignore[union-attr]  # an open client has one
        return transport, client

    def _trouble(self, error: Exception, key: str) -> StoreTrouble:
        from paramiko import AuthenticationException, SSHException  # see _connected

        for kind, ours in ((AuthenticationException, PasswordNotTaken), *KINDS):
            if isinstance(error, kind):
                return ours(host=self.host, user=self.user, key=key)
        if self._client is None:
            return StoreOffline(host=self.host)
        answered = isinstance(error, OSError) and _said_by_server(error, self._client)
        if answered or not isinstance(error, (SSHException, EOFError, OSError)):
            return StoreOdd(host=self.host, why=str(error) or type(error).__name__)
        return LineBroke(host=self.host)


def _members(sftp: SFTPClient, path: str) -> dict[str, int | None]:
    found = sftp.stat(path)
    if not _is_folder(found):
        return {"": found.st_size or 0}
    return {entry.filename: None if _is_folder(entry) else entry.st_size or 0 for entry in sftp.listdir_attr(path)}


def _is_folder(found: SFTPAttributes) -> bool:
    return stat.S_ISDIR(found.st_mode or 0)


def _make_folders(sftp: SFTPClient, path: str) -> None:
    try:
        sftp.stat(path)
    except FileNotFoundError:
        _make_folders(sftp, posixpath.dirname(path))
        sftp.mkdir(path)


def _said_by_server(error: OSError, sftp: SFTPClient) -> bool:
    """Whether it is an answer of the server (a sentence, no number) and not of a line that is gone."""
    channel = sftp.get_channel()
    return error.errno is None and channel is not None and not channel.closed
