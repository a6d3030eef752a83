"""What broke a talk over HTTP: the proof of who answers, the line itself, or its patience."""

from __future__ import annotations

import ssl
from typing import Literal

Cause = Literal["untrusted", "unreachable", "slow", "broken"]


def cause_of(error: BaseException) -> Cause:
    """Which of the four ``error`` of httpx (or a TimeoutError of ours) was."""
    import httpx  # 100 ms that a start without a talk does not have

    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error)):
        return "untrusted"
    nobody = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError, httpx.UnsupportedProtocol, httpx.InvalidURL)
    if isinstance(error, nobody):
        return "unreachable"
    return "slow" if isinstance(error, (httpx.TimeoutException, TimeoutError)) else "broken"


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in found:
        found.append(cause)
        cause = cause.__cause__ or cause.__context__
    return found
