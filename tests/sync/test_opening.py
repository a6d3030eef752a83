"""An address as a person types it: which store it is, and what is refused before a word goes out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.sync.errors import AddressUnclear, LineInTheOpen, PasswordMissing
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.core.sync.stores.opening import keep_password, known_password, needs_password, open_store
from tests.core.website.keyrings import MemoryKeyring, a_keyring_of_its_own
from tests.sync.servers import PASSWORD, USER, SeaweedServer, SftpServer, WebDavServer


@pytest.fixture
def safe() -> Iterator[MemoryKeyring]:
    with a_keyring_of_its_own() as mine:
        yield mine


def opened(url: str, folder: Path) -> Store:
    return open_store(url, PASSWORD, known=folder / "known_hosts")


def test_each_kind_is_opened_by_its_address_and_tells_it_without_the_password(
    tmp_path: Path, webdav_server: WebDavServer, sftp_server: SftpServer, seaweed: SeaweedServer
) -> None:
    addresses = [
        tmp_path.as_uri().replace("file:", "folder:"),
        f"webdav://{USER}@127.0.0.1:{webdav_server.port}/dav/loa",
        f"sftp://{USER}@127.0.0.1:{sftp_server.port}/loa",
        f"s3://{USER}@loa/opened?endpoint={seaweed.endpoint}",
        f"s3://{USER}@loa/opened?endpoint={seaweed.endpoint}&region=ap-southeast-1",
    ]
    for address in addresses:
        store = opened(address, tmp_path)
        assert store.address == address
        store.put("loa.json", b"{}")
        again = opened(store.address, tmp_path)
        assert again.get("loa.json") == b"{}"
        store.close()
        again.close()


def test_a_password_in_the_address_is_used_but_not_kept(tmp_path: Path, webdav_server: WebDavServer) -> None:
    store = open_store(f"webdav://{USER}:b%C3%AD%20m%E1%BA%ADt%20123@127.0.0.1:{webdav_server.port}/dav")
    assert store.address == f"webdav://{USER}@127.0.0.1:{webdav_server.port}/dav"
    store.put("a", b"1")
    store.close()


@pytest.mark.parametrize(
    "typed",
    ["", "loa", "ftp://host/a", "folder://", "folder:loa", "webdavs://", "sftp://host/a", "s3://", "webdavs://h:x/"],
)
def test_what_is_no_address_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(AddressUnclear):
        open_store(typed, "secret")


def test_an_error_never_tells_the_password() -> None:
    with pytest.raises(AddressUnclear) as caught:
        open_store("ftp://me:secret@host/a")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("typed", ["webdav://me@nas.school.vn/a", "s3://me@loa?endpoint=http://s3.school.vn"])
def test_an_open_line_out_of_the_pc_is_refused(typed: str) -> None:
    with pytest.raises(LineInTheOpen):
        open_store(typed, "secret")


@pytest.mark.parametrize("typed", ["webdavs://me@nas/a", "sftp://me@nas/a", "s3://me@loa?endpoint=https://nas"])
def test_a_missing_password_is_asked_for_before_a_word_goes_out(typed: str) -> None:
    assert needs_password(typed)
    with pytest.raises(PasswordMissing):
        open_store(typed)


def test_the_keyring_keeps_the_password_of_an_address(safe: MemoryKeyring) -> None:
    keep_password("webdavs://me:old@nas/a", "secret")
    assert known_password("webdavs://me@nas/a") == "secret"
    assert known_password("webdavs://you@nas/a") == ""


@pytest.mark.skipif(sys.platform != "win32", reason="Windows has letters for its drives")
def test_a_drive_letter_is_a_folder(tmp_path: Path) -> None:
    store = open_store(f"folder:///{tmp_path.as_posix()}")
    assert isinstance(store, FolderStore)
    assert store.root == tmp_path
