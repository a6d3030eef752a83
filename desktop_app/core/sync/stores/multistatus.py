"""What a WebDAV server says of a folder (RFC 4918, section 13): the names in it and their sizes."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from desktop_app.core.sync.errors import StoreOdd

KIND = b'<propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>'
"""Folder or file, which a name alone does not tell on every server."""
KIND_AND_SIZE = b'<propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/></prop></propfind>'
ALL_EMPTY = "heads"
"""The folder whose few files are all empty (docs/sync-format.md); each quiet round asks for it and for nothing else."""
DAV = "{DAV:}"


def question_of(folder: str) -> tuple[bytes, dict[str, str]]:
    """The body and the headers of a PROPFIND of ``folder``, no longer than what is wanted from it.

    Servers that pack (Apache does) say of a hundred files what they say of ten. Some take no XML that is not named so.
    """
    headers = {"Depth": "1", "Content-Type": "text/xml"}
    if folder.rpartition("/")[2] == ALL_EMPTY:
        return KIND, headers
    return KIND_AND_SIZE, {**headers, "Accept-Encoding": "gzip"}


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
