"""The line to a website: one request, one answer, or the trouble that came between, told as ours."""

from __future__ import annotations

import logging
import ssl
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app import __version__
from desktop_app.core.http_trouble import cause_of
from desktop_app.core.jobs import Progress
from desktop_app.core.patience import patiently
from desktop_app.core.website.address import host_of
from desktop_app.core.website.errors import CertificateNotTrusted, LineBroke, ServerTrouble, TooSlow, Unreachable

if TYPE_CHECKING:
    import httpx

PATIENCE = 60.0
"""Seconds a small answer may take: a cheap host wakes up, or makes five sizes of a picture."""
SLOWEST = 4_000
"""Bytes a second below which a line is as good as none: half of 64 kbit/s."""
CONNECTING = 20.0
LONGEST_ANSWER = 4 << 20
"""Bytes; the answers we ask for have a few thousand."""


class Answer(NamedTuple):
    """What came back, whatever it is."""

    status: int
    headers: dict[str, str]
    body: bytes


class Line:
    """Requests to one website. Redirects are never followed: a password goes only where it was meant to go.

    TLS is trusted as the system trusts it, and its proxy is used (a school's or an office's own).
    """

    def __init__(self, address: str, login: tuple[str, str] | None, progress: Progress, patience: float) -> None:
        import httpx  # 100 ms that a start without a website does not have
        import truststore

        logging.getLogger("httpx").setLevel(logging.WARNING)  # a line a request would fill the log
        self.host = host_of(address)
        self._progress, self._patience = progress, patience
        self._client = httpx.Client(
            auth=login,
            verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            timeout=httpx.Timeout(patience, connect=min(CONNECTING, patience)),
            headers={"User-Agent": f"LoaTruong/{__version__}", "Accept": "application/json"},
        )

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def answer(self, method: str, address: str, *, size: int = 0, **given: Any) -> Answer:
        """The answer to one request that carries about ``size`` bytes.

        Raises Unreachable, LineBroke, TooSlow, CertificateNotTrusted, ServerTrouble, or Cancelled within a moment.
        """
        import httpx  # see __init__

        seconds = self._patience + size / SLOWEST
        given["timeout"] = httpx.Timeout(seconds, connect=min(CONNECTING, self._patience))
        try:
            return patiently(lambda: self._asked(method, address, given), seconds, self._progress)
        except httpx.InvalidURL as error:
            raise Unreachable(host=self.host) from error
        except (httpx.HTTPError, TimeoutError) as error:
            raise self._trouble(error) from error

    def _asked(self, method: str, address: str, given: dict[str, Any]) -> Answer:
        with self._client.stream(method, address, **given) as response:
            body = b""
            for piece in response.iter_bytes():
                body += piece
                if len(body) > LONGEST_ANSWER:
                    raise ServerTrouble(host=self.host, status=response.status_code)
            return Answer(response.status_code, dict(response.headers), body)

    def _trouble(self, error: httpx.HTTPError | TimeoutError) -> Exception:
        kinds = {"untrusted": CertificateNotTrusted, "unreachable": Unreachable, "slow": TooSlow, "broken": LineBroke}
        return kinds[cause_of(error)](host=self.host)
