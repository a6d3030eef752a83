"""A store by its address: folder:///D:/loa, webdavs://host/folder, sftp://name@host/folder, s3://bucket/folder?endpoint=…"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from desktop_app.core.sync.errors import AddressUnclear
from desktop_app.core.sync.flow import Flow
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore


def open_store(url: str, password: str = "", *, flow: Flow | None = None) -> Store:
    """The store at ``url``, without a word to it yet; only a folder has to be there.

    Raises AddressUnclear, LineInTheOpen, FolderGone.
    """
    parts = urlsplit(url.strip())
    if parts.scheme == "folder":
        return FolderStore(_folder(url), flow)
    raise AddressUnclear(typed=url.rpartition("@")[2])


def _folder(url: str) -> Path:
    parts = urlsplit(url.strip())
    path = url2pathname(f"//{parts.netloc}{parts.path}" if parts.netloc else parts.path)
    if not Path(path).is_absolute():
        raise AddressUnclear(typed=url)
    return Path(path)
