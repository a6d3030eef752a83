"""A store in a bucket that speaks S3 (SeaweedFS, Ceph, a provider's own) by obstore; no answer is trusted half."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self, TypeVar
from urllib.parse import quote, urlsplit
from urllib.request import getproxies, proxy_bypass

from desktop_app.core.patience import patiently
from desktop_app.core.sync.errors import (
    CertificateDoubtful,
    ClockRefused,
    LineBroke,
    LoginPage,
    NoBucket,
    NotAllowed,
    PasswordNotTaken,
    StoreMissing,
    StoreOdd,
    StoreOffline,
    StoreSlow,
    StoreTooLarge,
    StoreTrouble,
)
from desktop_app.core.sync.flow import Flow
from desktop_app.core.sync.store import Entry
from desktop_app.core.sync.stores.answers import trouble_of
from desktop_app.core.sync.stores.keys import LARGEST, checked, checked_prefix, in_key_order, is_key, safe_start

if TYPE_CHECKING:
    from obstore import GetOptions
    from obstore.store import ClientConfig, S3Store

PATIENCE = 60.0
"""Seconds a small answer may take."""
CONNECTING = 20.0
SLOWEST = 8_000
"""Bytes a second below which a line is as good as none: 64 kbit/s."""
LONGEST = timedelta(hours=12)
MARKER = "loa.json"
STATUS = re.compile(r"status code: (\d{3})")
WORDS: tuple[tuple[str, type[StoreTrouble]], ...] = (
    ("RequestTimeTooSkewed", ClockRefused),
    ("InvalidAccessKeyId", PasswordNotTaken),
    ("SignatureDoesNotMatch", PasswordNotTaken),
    ("NoSuchBucket", NoBucket),
    ("EntityTooLarge", StoreTooLarge),
    ("certificate", CertificateDoubtful),
    ("InvalidCertificate", CertificateDoubtful),
    ("<html", LoginPage),
    ("<HTML", LoginPage),
    ("deserialize", LoginPage),
    ("Got invalid", LoginPage),
    ("ETag Header missing", LoginPage),
    ("Missing ETag", LoginPage),
    ("timed out", StoreSlow),
    ("operation timed out", StoreSlow),
    ("tcp connect error", StoreOffline),
    ("dns error", StoreOffline),
    ("error trying to connect", StoreOffline),
    ("client error (Connect)", StoreOffline),
    ("kind: Connect", StoreOffline),
    ("HTTP error: ", LineBroke),
)
"""What obstore and the servers behind it write in their errors; the first that fits counts."""
T = TypeVar("T")


class BucketStore:
    """Files below ``prefix`` of ``bucket``. ``key`` and ``secret`` are what S3 calls a name and a password."""

    def __init__(
        self,
        bucket: str,
        prefix: str,
        endpoint: str,
        key: str,
        secret: str,
        region: str = "",
        flow: Flow | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self.bucket, self.prefix, self.user = bucket, f"{prefix.strip('/')}/".lstrip("/"), key
        self.host = urlsplit(endpoint).netloc if endpoint else f"s3://{bucket}"
        who, asked = f"{quote(key)}@" if key else "", _asked(endpoint=endpoint, region=region)
        self.address = f"s3://{who}{bucket}/{self.prefix.rstrip('/')}{asked}"
        self._flow, self._patience = flow or Flow(), patience
        self._store = _opened(bucket, endpoint, key, secret, region or "us-east-1", patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.close()

    def get(self, key: str, start: int = 0) -> bytes:
        """See Store."""
        path, got = self._path(key), bytearray()
        try:
            self._read(key, path, start, got)
        except StoreOffline as trouble:
            trouble.got = bytes(got)
            raise
        return bytes(got)

    def put(self, key: str, content: bytes) -> None:
        """See Store. S3 shows a file when it is whole."""
        import obstore  # 60 ms and 13 MB that a start without a server does not have

        path = self._path(key)
        for _piece in self._flow.pieces(content):
            pass  # the library sends all at once: the line is paid for beforehand
        self._told(key, lambda: obstore.put(self._store, path, content, use_multipart=False), len(content))

    def list(self, prefix: str, after: str = "") -> Iterator[Entry]:
        """See Store."""
        bare = checked_prefix(prefix)
        own = None if prefix.endswith("/") or not bare else self._size_of(bare)
        if own is not None and bare > after:
            yield Entry(bare, own)
        elif own is None:
            yield from self._below(f"{bare}/" if bare else "", after)

    def folders(self, prefix: str) -> Iterator[str]:
        """The folders right below ``prefix``, in order: a question for each thousand, whatever lies in them."""
        import obstore  # see put

        bare = checked_prefix(prefix)
        path = f"{self.prefix}{bare}".rstrip("/") or None
        found = self._told(bare, lambda: obstore.list_with_delimiter(self._store, path))
        yield from sorted(name.rstrip("/").rpartition("/")[2] for name in found["common_prefixes"])

    def delete(self, key: str) -> None:
        """See Store."""
        import obstore  # see put

        path = self._path(key)
        try:
            self._told(key, lambda: obstore.delete(self._store, path))
        except StoreMissing:
            return

    def written_at(self, key: str) -> datetime | None:
        """The store's own clock when ``key`` was written."""
        import obstore  # see put

        return self._told(key, lambda: obstore.head(self._store, self._path(key)))["last_modified"]

    def close(self) -> None:
        """Nothing is held open by name."""

    # ------------------------------------------------------------ what is asked of the library

    def _path(self, key: str) -> str:
        return self.prefix + checked(key)

    def _read(self, key: str, path: str, start: int, got: bytearray) -> None:
        import obstore  # see put

        size = self._told(key, lambda: self._looked_at(path))
        if size - start > LARGEST:
            raise StoreTooLarge(host=self.host, size=f"{LARGEST >> 20} MB")
        if size <= start:
            return
        asked: GetOptions = {"range": {"offset": start}} if start else {}
        pieces = iter(self._told(key, lambda: obstore.get(self._store, path, options=asked)).stream(self._flow.block))
        while piece := self._told(key, lambda: next(pieces, None)):
            self._flow.passing(len(piece))
            got += piece
        if len(got) != size - start:
            raise LineBroke(host=self.host)

    def _looked_at(self, path: str) -> int:
        import obstore  # see put

        found = obstore.head(self._store, path)
        if not found["e_tag"]:
            raise LoginPage(host=self.host)  # S3 marks every file; a page of the network's own has no mark
        return found["size"]

    def _size_of(self, key: str) -> int | None:
        try:
            return self._told(key, lambda: self._looked_at(self._path(key)))
        except StoreMissing:
            return None

    def _below(self, folder: str, after: str) -> Iterator[Entry]:
        import obstore  # see put

        offset = self.prefix + safe_start(after) if after else None
        pages = iter(obstore.list(self._store, (self.prefix + folder).rstrip("/") or None, offset=offset))
        yield from in_key_order(self._entries(pages, folder, after), folder)

    def _entries(self, pages: Iterator[Any], folder: str, after: str) -> Iterator[Entry]:
        empty = True
        while page := self._page(pages, folder):
            empty = False
            for found in page:
                key = found["path"].removeprefix(self.prefix)
                if is_key(key) and key > after:
                    yield Entry(key, found["size"])
        if empty:
            self._size_of(
                MARKER
            )  # a page of the network's own reads like an empty listing, but not like a missing file

    def _page(self, pages: Iterator[Any], folder: str) -> Any:
        try:
            return self._told(folder, lambda: next(pages, None))
        except StoreMissing:
            raise NoBucket(host=self.host) from None

    # ------------------------------------------------------------ what it says when it cannot

    def _told(self, key: str, call: Callable[[], T], size: int = 0) -> T:
        """What ``call`` brings, or the trouble that came between, told as ours. Cancelled within a moment."""
        from obstore.exceptions import BaseError  # see put

        paced = size / self._flow.cap if self._flow.cap else 0
        try:
            return patiently(call, self._patience + size / SLOWEST + paced, self._flow.progress)
        except TimeoutError as error:
            raise StoreSlow(host=self.host) from error
        except (BaseError, OSError, ValueError) as error:
            raise self._trouble(error, key, size) from error

    def _trouble(self, error: Exception, key: str, size: int) -> StoreTrouble:
        from obstore.exceptions import NotFoundError, PermissionDeniedError, UnauthenticatedError  # see put

        said = str(error)
        facts = {"host": self.host, "user": self.user, "key": key, "size": f"{size / (1 << 20):.1f} MB"}
        facts["why"] = said.splitlines()[0][:120] if said else type(error).__name__
        for word, kind in WORDS:
            if word in said:
                return kind(**facts)
        if isinstance(error, (NotFoundError, FileNotFoundError)):
            return StoreMissing(**facts)
        if isinstance(error, (PermissionDeniedError, PermissionError)):
            return NotAllowed(**facts)
        if isinstance(error, UnauthenticatedError):
            return PasswordNotTaken(**facts)
        status = STATUS.search(said)
        return trouble_of(int(status[1]), {}, **facts) if status else StoreOdd(**facts)


def _asked(**facts: str) -> str:
    """The end of an address, with what is not as usual."""
    told = "&".join(f"{name}={value}" for name, value in facts.items() if value)
    return f"?{told}" if told else ""


def _opened(bucket: str, endpoint: str, key: str, secret: str, region: str, patience: float) -> S3Store:
    from obstore.store import S3Store  # see BucketStore.put

    where: dict[str, Any] = {"endpoint": endpoint} if endpoint else {}
    who: dict[str, Any] = {"access_key_id": key, "secret_access_key": secret} if key else {"skip_signature": True}
    options: ClientConfig = {
        "allow_http": endpoint.startswith("http://"),
        "connect_timeout": timedelta(seconds=min(CONNECTING, patience)),
        "timeout": LONGEST,
    }
    if proxy := _proxy(endpoint or f"https://{bucket}.s3.amazonaws.com"):
        options["proxy_url"] = proxy
    return S3Store(
        bucket,
        region=region,
        **where,
        **who,
        client_options=options,
        retry_config={"max_retries": 0, "retry_timeout": timedelta(seconds=patience)},
    )


def _proxy(endpoint: str) -> str:
    """The system's proxy for this place, "" for none: the library knows that of the environment only."""
    parts = urlsplit(endpoint)
    return "" if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme, "")
