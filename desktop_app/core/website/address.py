"""The address of a website: as a person types it, and whether two addresses are one place."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit, urlunsplit

from desktop_app.core.website.errors import AddressUnclear, MovedElsewhere, NotSecure

THIS_PC = ("localhost", "127.0.0.1", "::1")
"""Where plain http reveals nothing: the line does not leave the PC."""
DOORS = ("/wp-admin", "/wp-login.php", "/wp-json")
"""What people copy along with the address of their website."""


def home_of(typed: str) -> str:
    """The website's address out of what a person typed, ending in "/". Raises AddressUnclear, NotSecure.

    A name or password inside the address (https://user:password@…) is dropped: addresses are kept and shown.
    """
    parts = _split(typed.strip())
    if not parts.hostname or ("." not in parts.hostname and parts.hostname not in THIS_PC):
        raise AddressUnclear(typed=typed.rpartition("@")[2])
    path = parts.path
    for door in DOORS:
        path = path.partition(door)[0]
    address = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], path.rstrip("/") + "/", "", ""))
    refuse_open_line(address)
    return address


def _split(typed: str) -> SplitResult:
    address = typed if "://" in typed else f"https://{typed}"
    try:
        parts = urlsplit(address)
        _port_is_a_number = parts.port
    except ValueError:
        raise AddressUnclear(typed=typed.rpartition("@")[2]) from None
    if parts.scheme not in ("http", "https") or " " in address:
        raise AddressUnclear(typed=typed.rpartition("@")[2])
    return parts


def refuse_open_line(address: str) -> None:
    """Raises NotSecure where a password would travel readable for others."""
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in THIS_PC:
        raise NotSecure(host=parts.hostname)


def host_of(address: str) -> str:
    """The name people know a website by, such as "school.edu.vn"."""
    return urlsplit(address).netloc.rpartition("@")[2]


def refuse_another_host(known: str, next_one: str) -> None:
    """Raises MovedElsewhere unless both addresses are one website ("www." in front makes no difference)."""
    here, there = urlsplit(known), urlsplit(next_one)
    if (_bare(here), _port(here)) != (_bare(there), _port(there)) and _bare(there):
        raise MovedElsewhere(host=host_of(known), target=host_of(next_one))


def _bare(parts: SplitResult) -> str:
    return (parts.hostname or "").removeprefix("www.")


def _port(parts: SplitResult) -> int:
    # http and https on their own ports are one website in two dresses.
    return parts.port if parts.port not in (None, 80, 443) else 443
