"""What a WebDAV server says of a folder (RFC 4918, section 13): the names in it and their sizes."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from desktop_app.core.sync.errors import StoreOdd

WANTED = (
    b'<?xml version="1.0" encoding="utf-8"?>'
    b'<propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/></prop></propfind>'
)
DAV = "{DAV:}"


def members_of(body: bytes, root: str, folder: str, host: str) -> dict[str, int | None]:
    """Names directly in ``folder`` with their bytes, None for a folder; "" stands for a file that was asked itself.

    ``root`` is the path of the store's address, ``folder`` a key below it. Raises StoreOdd for what is no listing.
    """
    own = f"{unquote(root)}{folder}".rstrip("/")
    found: dict[str, int | None] = {}
    for response in _parsed(body, host).iter(f"{DAV}response"):
        path = unquote(urlsplit(response.findtext(f"{DAV}href", "").strip()).path).rstrip("/")
        name = path.removeprefix(f"{own}/")
        if path == own:
            if not _is_folder(response):
                found[""] = _size(response)
        elif name != path and "/" not in name:
            found[name] = None if _is_folder(response) else _size(response)
    return found


def _parsed(body: bytes, host: str) -> Any:
    from defusedxml import DefusedXmlException  # 20 ms that a start without a server does not have
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        return fromstring(body)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise StoreOdd(host=host, why="XML") from error


def _is_folder(response: Any) -> bool:
    return response.find(f".//{DAV}resourcetype/{DAV}collection") is not None


def _size(response: Any) -> int:
    told = (response.findtext(f".//{DAV}getcontentlength") or "").strip()
    return int(told) if told.isdecimal() else 0
