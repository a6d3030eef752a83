"""A store by its address: folder:///D:/loa, webdavs://host/loa, sftp://name@host/loa, s3://key@bucket/loa?endpoint=…"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit, urlunsplit
from urllib.request import url2pathname

from desktop_app.core import secrets
from desktop_app.core.paths import default_home
from desktop_app.core.sync.errors import AddressUnclear, LineInTheOpen, PasswordMissing
from desktop_app.core.sync.flow import Flow
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.core.sync.stores.host_keys import HostKeys
from desktop_app.core.sync.stores.s3 import BucketStore
from desktop_app.core.sync.stores.sftp import PORT, SftpStore
from desktop_app.core.sync.stores.webdav import WebDavStore

THIS_PC = ("localhost", "127.0.0.1", "::1")
"""Where an open line reveals nothing: it does not leave the PC."""


class Login(NamedTuple):
    """Who comes, and by what: how much may pass, and which machines are known."""

    user: str
    password: str
    flow: Flow | None
    known: Path


def open_store(url: str, password: str = "", *, flow: Flow | None = None, known: Path | None = None) -> Store:
    """The store at ``url``, without a word to it yet; only a folder has to be there.

    ``known`` is the file of SSH hosts seen before, else the one of the default home. A password inside the address
    is taken for ``password``, but is no part of the store's own address.
    Raises AddressUnclear, LineInTheOpen, PasswordMissing, FolderGone.
    """
    parts = _parts(url)
    password = password or unquote(parts.password or "")
    login = Login(unquote(parts.username or ""), password, flow, known or default_home() / "known_hosts")
    return KINDS[parts.scheme](parts, login)


def needs_password(url: str) -> bool:
    """Whether the place asks for a password: every one but a folder. Raises AddressUnclear."""
    parts = _parts(url)
    return parts.scheme != "folder" and bool(parts.username)


def without_password(url: str) -> str:
    """The address as it may be kept and shown. Raises AddressUnclear."""
    parts = _parts(url)
    if not parts.password:
        return url.strip()
    return urlunsplit(parts._replace(netloc=f"{parts.username}@" + parts.netloc.rpartition("@")[2]))


def user_of(url: str) -> str:
    """Who the address says comes; "" for nobody. Raises AddressUnclear."""
    return unquote(_parts(url).username or "")


def keep_password(url: str, password: str) -> None:
    """Give the password of ``url`` to the system's keyring. Raises NoKeyring, AddressUnclear."""
    secrets.keep(without_password(url), user_of(url), password)


def known_password(url: str) -> str:
    """The password that the system's keyring has for ``url``; "" for none."""
    return secrets.find(without_password(url), user_of(url)) or ""


def host_and_port(url: str) -> tuple[str, int]:
    """The machine of an SFTP address. Raises AddressUnclear."""
    parts = _parts(url)
    return parts.hostname or "", parts.port or PORT


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        _port_is_a_number = parts.port
    except ValueError:
        raise _unclear(url) from None
    place = parts.path if parts.scheme == "folder" else parts.hostname
    if parts.scheme not in KINDS or not place:
        raise _unclear(url)
    return parts


def _folder(parts: SplitResult, login: Login) -> Store:
    path = Path(url2pathname(f"//{parts.netloc}{parts.path}" if parts.netloc else parts.path))
    if not path.is_absolute():
        raise _unclear(urlunsplit(parts))
    return FolderStore(path, login.flow)


def _webdav(parts: SplitResult, login: Login) -> Store:
    scheme = "https" if parts.scheme == "webdavs" else "http"
    _refuse_open_line(scheme, parts.hostname)
    _refuse_no_password(login, parts.hostname)
    root = urlunsplit((scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
    return WebDavStore(root, login.user, login.password, login.flow)


def _sftp(parts: SplitResult, login: Login) -> Store:
    host = parts.hostname or ""
    if not login.user:
        raise _unclear(urlunsplit(parts))
    _refuse_no_password(login, host)
    folder = unquote(parts.path)
    folder = folder.removeprefix("/") if folder.startswith("/~/") else folder
    return SftpStore(host, parts.port or PORT, folder, login.user, login.password, HostKeys(login.known), login.flow)


def _s3(parts: SplitResult, login: Login) -> Store:
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    endpoint = asked.get("endpoint", "")
    if endpoint:
        where = urlsplit(endpoint)
        if where.scheme not in ("http", "https") or not where.hostname:
            raise _unclear(urlunsplit(parts))
        _refuse_open_line(where.scheme, where.hostname)
    _refuse_no_password(login, parts.hostname)
    # urlsplit makes a host's letters small; a bucket's name has small letters only.
    return BucketStore(
        parts.hostname or "",
        unquote(parts.path),
        endpoint,
        login.user,
        login.password,
        asked.get("region", ""),
        login.flow,
    )


KINDS: dict[str, Callable[[SplitResult, Login], Store]] = {
    "folder": _folder,
    "webdav": _webdav,
    "webdavs": _webdav,
    "sftp": _sftp,
    "s3": _s3,
}


def _refuse_open_line(scheme: str, host: str | None) -> None:
    if scheme == "http" and host not in THIS_PC:
        raise LineInTheOpen(host=host)


def _refuse_no_password(login: Login, host: str | None) -> None:
    if login.user and not login.password:
        raise PasswordMissing(host=host)


def _unclear(url: str) -> AddressUnclear:
    scheme, separator, rest = url.partition("://")
    return AddressUnclear(typed=f"{scheme}{separator}{rest.rpartition('@')[2]}")
