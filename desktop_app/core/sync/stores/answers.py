"""What a server's status means for a school, whichever store it speaks for."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from desktop_app.core.sync.errors import (
    FileLocked,
    LoginPage,
    NotAllowed,
    PasswordNotTaken,
    SentElsewhere,
    StoreBusy,
    StoreFull,
    StoreMissing,
    StoreOdd,
    StoreTooLarge,
    StoreTrouble,
    StoreUnwell,
)

LONGEST_WAIT = 24 * 3600
BUSY = (408, 425, 429, 503)
KINDS: dict[int, type[StoreTrouble]] = {
    401: PasswordNotTaken,
    403: NotAllowed,
    404: StoreMissing,
    407: PasswordNotTaken,
    410: StoreMissing,
    413: StoreTooLarge,
    423: FileLocked,
    507: StoreFull,
    511: LoginPage,
    **dict.fromkeys(BUSY, StoreBusy),
}


def trouble_of(status: int, headers: Mapping[str, str], **facts: object) -> StoreTrouble:
    """The trouble behind ``status``; ``facts`` has host, user, key and size for the sentences."""
    if 200 <= status < 300:
        return LoginPage(**facts)  # a good answer to something nobody asked: the network's own page
    if 300 <= status < 400:
        return SentElsewhere(**facts, target=_host(headers.get("location", ""), str(facts["host"])))
    kind = KINDS.get(status, StoreUnwell if status >= 500 else StoreOdd)
    trouble = kind(**{"why": status, **facts, "status": status})
    trouble.wait_seconds = _wait(headers.get("retry-after", ""))
    return trouble


def _wait(told: str) -> int:
    return min(int(told), LONGEST_WAIT) if told.isdecimal() else 0


def _host(target: str, host: str) -> str:
    return urlsplit(urljoin(f"https://{host}/", target)).netloc or target
