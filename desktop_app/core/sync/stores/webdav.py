"""A store on a WebDAV server (Nextcloud, a NAS, Apache): RFC 4918 by httpx, in the few words every server speaks."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from urllib.parse import quote, unquote, urlsplit

from desktop_app.core.http_trouble import cause_of
from desktop_app.core.patience import patiently
from desktop_app.core.sync.errors import (
    CertificateDoubtful,
    LineBroke,
    LoginPage,
    NoWebDav,
    StoreMissing,
    StoreOffline,
    StoreSlow,
    StoreTooLarge,
    StoreTrouble,
)
from desktop_app.core.sync.flow import Flow
from desktop_app.core.sync.store import Entry
from desktop_app.core.sync.stores.answers import trouble_of
from desktop_app.core.sync.stores.keys import LARGEST, aside_of, checked, checked_prefix, folders_in, walked
from desktop_app.core.sync.stores.multistatus import members_of, question_of

if TYPE_CHECKING:
    import httpx

AGENT = "loa"
"""Short, for it goes out with every request; which version wrote something is told in the file itself."""
IDLE = ("Accept", "Accept-Encoding", "Connection")
"""Headers of the library that say what holds without them (RFC 9110, 12.5; RFC 9112, 9.3)."""
AS_IT_IS = {"Accept-Encoding": "identity"}
"""Unpacked on the way, a .gz would not be what its name promises."""
PATIENCE = 60.0
"""Seconds without a byte after which a line is given up."""
CONNECTING = 20.0
SLOWEST = 8_000
"""Bytes a second below which a line is as good as none: 64 kbit/s."""
MADE = (201, 204)
TAKEN_AWAY = (200, 202, 204, 404, 410)
PARENT_MISSING = (404, 409)
NO_VERB = (400, 405, 501)


class Answer(NamedTuple):
    """What came back, whatever it is."""

    status: int
    headers: httpx.Headers
    body: bytes


class WebDavStore:
    """Files below ``root`` (https://host/folder/). Redirects are never followed: a password goes where it was meant to.

    TLS is trusted as the system trusts it, and its proxy is used (a school's or an office's own).
    """

    def __init__(
        self, root: str, user: str, password: str, flow: Flow | None = None, patience: float = PATIENCE
    ) -> None:
        import httpx  # 100 ms that a start without a server does not have
        import truststore

        logging.getLogger("httpx").setLevel(logging.WARNING)  # a line a request would fill the log
        parts = urlsplit(root.rstrip("/") + "/")
        self.root = parts._replace(path=quote(unquote(parts.path))).geturl()
        self.host, self.user = parts.netloc, user
        who = f"{quote(user)}@" if user else ""
        self.address = f"webdav{parts.scheme.removeprefix('http')}://{who}{parts.netloc}{parts.path.rstrip('/')}"
        self._flow, self._patience = flow or Flow(), patience
        self._client = httpx.Client(
            auth=(user, password) if user else None,
            verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            headers={"User-Agent": AGENT},
        )
        for idle in IDLE:
            del self._client.headers[idle]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.close()

    def get(self, key: str, start: int = 0) -> bytes:
        """See Store."""
        rest = {"Range": f"bytes={start}-"} if start else {}
        answer = self._answer("GET", self._url(checked(key)), headers=AS_IT_IS | rest)
        if answer.status == 416:
            return b""
        if answer.headers.get("location", "").endswith(f"{quote(key)}/"):
            raise StoreMissing(host=self.host, key=key)  # that is how servers say: a folder
        if answer.status not in (200, 206):
            raise self._trouble(answer, key)
        whole = answer.status == 200
        self._refuse_a_page(answer, key)
        return answer.body[start:] if whole else answer.body

    def put(self, key: str, content: bytes) -> None:
        """See Store. Written beside and moved: a reader never sees half of it."""
        aside = aside_of(checked(key))
        answer = self._sent(aside, content)
        if answer.status in PARENT_MISSING:
            self._make_folder(self._url(key).rpartition("/")[0] + "/")
            answer = self._sent(aside, content)
        if answer.status not in MADE:
            raise self._trouble(answer, key, size=len(content))
        target = {"Destination": self._url(key), "Overwrite": "T"}
        self._expect(self._answer("MOVE", self._url(aside), headers=target), MADE, key)

    def list(self, prefix: str, after: str = "") -> Iterator[Entry]:
        """See Store."""
        return walked(checked_prefix(prefix), after, self._members)

    def folders(self, prefix: str) -> Iterator[str]:
        """The folders right below ``prefix``, in order: one question however many they are."""
        return folders_in(checked_prefix(prefix), self._members)

    def delete(self, key: str) -> None:
        """See Store."""
        answer = self._answer("DELETE", self._url(checked(key)))
        self._expect(answer, TAKEN_AWAY, key)
        if answer.status == 200:
            self._refuse_a_page(answer, key)

    def written_at(self, key: str) -> datetime | None:
        """The store's own clock as it speaks of ``key``; None where it does not tell."""
        answer = self._answer("HEAD", self._url(checked(key)))
        self._expect(answer, (200,), key)
        told = answer.headers.get("date", "")
        return parsedate_to_datetime(told) if told else None

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    # ------------------------------------------------------------ the words of the line

    def _sent(self, key: str, content: bytes) -> Answer:
        size, pieces = len(content), self._flow.pieces(content)
        headers = {"Content-Length": str(size), "Content-Type": "application/octet-stream"}
        return self._answer("PUT", self._url(key), size=size, content=pieces, headers=headers)

    def _make_folder(self, address: str) -> None:
        answer = self._answer("MKCOL", address)
        if answer.status in PARENT_MISSING and urlsplit(address).path.strip("/"):
            self._make_folder(address.rstrip("/").rpartition("/")[0] + "/")
            answer = self._answer("MKCOL", address)
        self._expect(answer, (201, 405), address)  # 405: it is there

    def _members(self, folder: str) -> dict[str, int | None]:
        question, headers = question_of(folder)
        answer = self._answer("PROPFIND", self._url(folder), content=question, headers=headers)
        if answer.status in (404, 410):
            return {}
        self._expect(answer, (207,), folder)
        return members_of(answer.body, urlsplit(self.root).path, folder, self.host)

    def _refuse_a_page(self, answer: Answer, key: str) -> None:
        """Raises LoginPage for a page of the network's own in the place of a file."""
        if not answer.headers.get("content-type", "").startswith("text/html"):
            return
        is_ours = key.endswith((".html", ".htm")) and any(True for _ in self.list(key))
        if not is_ours:
            raise LoginPage(host=self.host)

    def _expect(self, answer: Answer, good: tuple[int, ...], key: str) -> None:
        if answer.status not in good:
            raise self._trouble(answer, key)

    def _trouble(self, answer: Answer, key: str, size: int = 0) -> StoreTrouble:
        if answer.status in NO_VERB:
            return NoWebDav(host=self.host)
        return trouble_of(
            answer.status, answer.headers, host=self.host, user=self.user, key=key, size=f"{size / (1 << 20):.1f} MB"
        )

    def _url(self, key: str) -> str:
        return self.root + quote(key)

    def _answer(self, method: str, address: str, *, size: int = 0, **given: Any) -> Answer:
        """The answer to one request that carries ``size`` bytes. Raises StoreOffline, or Cancelled within a moment."""
        import httpx  # see __init__

        seconds = self._patience + size / SLOWEST
        given["timeout"] = httpx.Timeout(seconds, connect=min(CONNECTING, self._patience))
        paced = size / self._flow.cap if self._flow.cap else 0
        longest = seconds + paced if size else LARGEST / SLOWEST
        got = bytearray()
        try:
            return patiently(lambda: self._asked(method, address, given, got), longest, self._flow.progress)
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            trouble = self._line_trouble(error)
            trouble.got = bytes(got)
            raise trouble from error

    def _asked(self, method: str, address: str, given: dict[str, Any], got: bytearray) -> Answer:
        with self._client.stream(method, address, **given) as response:
            if response.status_code not in (200, 206, 207):
                return Answer(response.status_code, response.headers, b"")
            for piece in response.iter_bytes() if method == "PROPFIND" else response.iter_raw():
                self._flow.passing(len(piece))
                got += piece
                if len(got) > LARGEST:
                    raise StoreTooLarge(host=self.host, size=f"{LARGEST >> 20} MB")
            return Answer(response.status_code, response.headers, bytes(got))

    def _line_trouble(self, error: Exception) -> StoreOffline:
        kinds = {"untrusted": CertificateDoubtful, "unreachable": StoreOffline, "slow": StoreSlow, "broken": LineBroke}
        return kinds[cause_of(error)](host=self.host)
