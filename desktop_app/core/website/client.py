"""WordPress over its REST API: ask, post, send a picture; every answer that is no answer becomes a sentence.

The API: https://developer.wordpress.org/rest-api/reference/ ; errors are {"code", "message", "data": {"status"}}.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any, BinaryIO, Self
from urllib.parse import urlencode, urljoin

from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.website.address import host_of, refuse_open_line
from desktop_app.core.website.errors import (
    Forbidden,
    GoneThere,
    LoginPage,
    MayNotPublish,
    MovedElsewhere,
    NotTaken,
    NotWordPress,
    PasswordLost,
    PasswordRefused,
    PictureGone,
    ServerTrouble,
    SiteBusy,
    SiteFull,
    TooLarge,
    WebsiteTrouble,
)
from desktop_app.core.website.line import PATIENCE, Answer, Line

PIECE = 16 << 10
"""Bytes sent between two looks at whether someone asked to stop: two seconds at 64 kbit/s."""
LONGEST_WAIT = 24 * 3600
BUSY = (408, 423, 425, 429, 503)
GONE = (404, 405, 410)
TOO_LARGE = ("rest_upload_file_too_big", "rest_upload_no_data")
"""The second is what PHP makes of a body above its post_max_size: nothing at all."""
PHP_LIMIT = re.compile("upload_max_filesize|MAX_FILE_SIZE")
TAG = re.compile("<[^>]*>")


class WordPress:
    """One website, by the root of its API (…/wp-json/ or …/?rest_route=/). Close it, or use it in a ``with``."""

    def __init__(
        self,
        root: str,
        user: str = "",
        password: str = "",
        progress: Progress | None = None,
        patience: float = PATIENCE,
    ) -> None:
        refuse_open_line(root)
        self.root, self.user, self.host = root, user, host_of(root)
        self._progress = progress or Progress()
        self._line = Line(root, (user, password) if user else None, self._progress, patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self._line.close()

    def ask(self, route: str, **wanted: str) -> Any:
        """What stands at ``route``, such as ``wp/v2/posts``."""
        return self._understood(self._line.answer("GET", self._address(route, wanted)), route)

    def post(self, route: str, facts: dict[str, Any], *, name: str, **wanted: str) -> dict[str, Any]:
        """Write ``facts`` at ``route``; ``name`` is what a person calls them."""
        body = json.dumps(facts, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json"}
        address = self._address(route, wanted)
        answer = self._line.answer("POST", address, size=len(body), content=body, headers=headers)
        return self._record(self._understood(answer, name))

    def delete(self, route: str, *, name: str) -> None:
        """Take away for good what stands at ``route``; WordPress has no bin for pictures."""
        self._understood(self._line.answer("DELETE", self._address(route, {"force": "true"})), name)

    def upload(self, file: Path, facts: dict[str, str], *, name: str, **wanted: str) -> dict[str, Any]:
        """Send a JPEG with what is known of it; ``name`` is what a person calls it."""
        with file.open("rb") as stream:
            pieces = _Pieces(stream, self._progress)
            files = {"file": (f"{facts['slug']}.jpg", pieces, "image/jpeg")}
            address = self._address("wp/v2/media", wanted)
            size = file.stat().st_size
            answer = self._line.answer("POST", address, size=size, data=facts, files=files)
        return self._record(self._understood(answer, name))

    def _address(self, route: str, wanted: dict[str, str]) -> str:
        # Without pretty permalinks the root is a question itself: …/?rest_route=/
        asked = f"{'&' if '?' in self.root else '?'}{urlencode(wanted)}" if wanted else ""
        return f"{self.root}{route}{asked}"

    def _understood(self, answer: Answer, name: str) -> Any:
        if 300 <= answer.status < 400:
            target = urljoin(self.root, answer.headers.get("location", ""))
            raise MovedElsewhere(host=self.host, target=host_of(target) or target)
        said = _said(answer.body)
        if 200 <= answer.status < 300:
            if said is None:
                raise LoginPage(host=self.host)
            return said
        raise self._trouble(answer, said if isinstance(said, dict) else {}, name)

    def _record(self, said: Any) -> dict[str, Any]:
        if isinstance(said, dict) and isinstance(said.get("id"), int):
            return said
        raise LoginPage(host=self.host)

    def _trouble(self, answer: Answer, said: dict[str, Any], name: str) -> WebsiteTrouble:
        code = str(said.get("code", ""))
        why = html.unescape(TAG.sub("", str(said.get("message", "")))).strip().rstrip(".") or str(answer.status)
        return (
            self._no_room(answer.status, code, why, name)
            or self._not_now(answer, code)
            or self._refusal(answer.status, code, name)
            or NotTaken(host=self.host, name=name, why=why)
        )

    def _no_room(self, status: int, code: str, why: str, name: str) -> WebsiteTrouble | None:
        if status == 413 or code in TOO_LARGE or PHP_LIMIT.search(why):
            return TooLarge(host=self.host, name=name)
        return SiteFull(host=self.host) if status == 507 or code == "rest_upload_limited_space" else None

    def _not_now(self, answer: Answer, code: str) -> WebsiteTrouble | None:
        if answer.status == 511:
            return LoginPage(host=self.host)
        if answer.status in BUSY:
            return _busy(self.host, answer)
        # A picture that WordPress cannot read is also a 500, but will be one tomorrow too.
        broken = answer.status >= 500 and not code.startswith("rest_upload")
        return ServerTrouble(host=self.host, status=answer.status) if broken else None

    def _refusal(self, status: int, code: str, name: str) -> WebsiteTrouble | None:
        if code == "rest_post_invalid_id":
            return GoneThere(host=self.host, name=name)
        if code == "rest_invalid_featured_media":
            return PictureGone(host=self.host, name=name)
        if status == 401:
            unseen = code.startswith("rest_")  # WordPress saw no password at all, so it named none as wrong
            return (PasswordLost if unseen and self.user else PasswordRefused)(host=self.host, user=self.user)
        if status == 403 or code.startswith("rest_cannot"):
            return (MayNotPublish if code.startswith("rest_") else Forbidden)(host=self.host, user=self.user)
        return NotWordPress(host=self.host) if status in GONE and code in ("", "rest_no_route") else None


class _Pieces:
    """A file handed out in small pieces, so that sending it can be stopped."""

    def __init__(self, stream: BinaryIO, progress: Progress) -> None:
        self._stream, self._progress = stream, progress

    def read(self, size: int = -1) -> bytes:
        if self._progress.cancelled:
            raise Cancelled
        return self._stream.read(PIECE if size < 0 else min(size, PIECE))

    def fileno(self) -> int:
        return self._stream.fileno()  # httpx asks the file for its length

    def seek(self, place: int, whence: int = 0) -> int:
        return self._stream.seek(place, whence)


def _said(body: bytes) -> Any:
    """The JSON of an answer; None for anything else (a byte order mark in front is a habit of some plugins)."""
    try:
        return json.loads(body.decode("utf-8-sig"))
    except ValueError:
        return None


def _busy(host: str, answer: Answer) -> SiteBusy:
    trouble = SiteBusy(host=host)
    wait = answer.headers.get("retry-after", "")
    trouble.wait_seconds = min(int(wait), LONGEST_WAIT) if wait.isdecimal() else 0
    return trouble
