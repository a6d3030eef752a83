"""Who a store really is, as the system judges it; the way to it, as the system knows it; names that servers refuse."""

from __future__ import annotations

import gzip
import shutil
import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import asyncssh
import pytest

from desktop_app.core.sync.errors import CertificateDoubtful, PasswordNotTaken, StoreFull, StoreMissing, StoreTrouble
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.host_keys import HostKeys
from desktop_app.core.sync.stores.s3 import BucketStore
from desktop_app.core.sync.stores.sftp import SftpStore
from desktop_app.core.sync.stores.webdav import WebDavStore
from tests.sync.lines import OneAnswer
from tests.sync.servers import PASSWORD, USER, SftpServer, WebDavServer, free_port

PATIENCE = 3.0
STORES: dict[str, Callable[[str], Store]] = {
    "webdav": lambda address: WebDavStore(f"{address}/dav", "me", "secret", patience=PATIENCE),
    "s3": lambda address: BucketStore("loa", "p", address, "me", "secret", patience=PATIENCE),
}


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for localhost that nobody has signed, and its key, in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not on this machine")
    file = tmp_path / "localhost.pem"
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    words += " -addext basicConstraints=critical,CA:FALSE"
    command = ["openssl", *words.split(), "-keyout", str(tmp_path / "key.pem"), "-out", str(file)]
    subprocess.run(command, check=True, capture_output=True)
    file.write_text(file.read_text() + (tmp_path / "key.pem").read_text())
    return file


@pytest.fixture
def secure(certificate: Path) -> Iterator[OneAnswer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with OneAnswer(404, tls=context) as server:
        yield server


@pytest.mark.parametrize("kind", STORES)
def test_a_store_that_cannot_prove_itself_gets_no_word(kind: str, secure: OneAnswer) -> None:
    store = STORES[kind](f"https://localhost:{secure.port}")
    with pytest.raises(CertificateDoubtful):
        store.get("a")
    store.close()
    assert secure.asked == []


@pytest.mark.parametrize("kind", STORES)
def test_a_certificate_the_system_trusts_is_trusted(
    kind: str, secure: OneAnswer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    store = STORES[kind](f"https://localhost:{secure.port}")
    with pytest.raises(StoreMissing):
        store.get("a")
    store.close()


@pytest.mark.parametrize("kind", STORES)
def test_the_systems_proxy_is_asked(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with OneAnswer(407) as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("no_proxy", "")
        store = STORES[kind]("http://store.school.test")
        with pytest.raises(PasswordNotTaken):
            store.put("a", b"1")
        store.close()
        assert proxy.asked
        assert "http://store.school.test" in proxy.asked[0]


def test_a_host_with_one_more_kind_of_key_has_not_changed(tmp_path: Path) -> None:
    old = asyncssh.generate_private_key("ssh-rsa", key_size=2048)
    new = asyncssh.generate_private_key("ssh-ed25519")
    known, port = HostKeys(tmp_path / "known_hosts"), free_port()
    for keys in ([old], [new, old]):
        with SftpServer(tmp_path, port, keys), SftpStore("127.0.0.1", port, "/a", USER, PASSWORD, known) as store:
            store.put("a", b"1")
    assert len((tmp_path / "known_hosts").read_text(encoding="utf-8").splitlines()) == 1


def packing(app: Any) -> Any:
    """A server that packs what it gives, where that is asked for."""

    def answer(environ: dict[str, Any], start: Any) -> Any:
        if environ["REQUEST_METHOD"] != "GET" or "gzip" not in environ.get("HTTP_ACCEPT_ENCODING", ""):
            return app(environ, start)
        start("200 OK", [("Content-Encoding", "gzip")])
        return [gzip.compress(b"1")]

    return answer


def test_nothing_is_packed_or_unpacked_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "dav").mkdir()
    with WebDavServer(tmp_path / "dav", packing) as server, WebDavStore(server.root, USER, PASSWORD) as store:
        store.put("a.jsonl.gz", gzip.compress(b"line", mtime=0))
        assert store.get("a.jsonl.gz") == gzip.compress(b"line", mtime=0)


def test_a_server_that_knows_no_middle_of_a_file_is_understood() -> None:
    with OneAnswer(200, b"0123456789") as server:
        assert STORES["webdav"](f"http://127.0.0.1:{server.port}").get("a", 4) == b"456789"


def test_a_full_disk_behind_sftp_is_said_to_be_full(tmp_path: Path) -> None:
    disk = tmp_path / "small"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    known = HostKeys(tmp_path / "known")
    try:
        with SftpServer(disk) as server, SftpStore("127.0.0.1", server.port, "/a", USER, PASSWORD, known) as store:
            with pytest.raises(StoreFull):
                store.put("a", bytes(1 << 20))
            assert list(store.list("")) == []
    finally:
        subprocess.run(["umount", disk], check=True)


def like_nextcloud(app: Any) -> Any:
    """A server that refuses names ending in ".part" and in ".filepart", as Nextcloud does."""

    def answer(environ: dict[str, Any], start: Any) -> Any:
        target = environ.get("HTTP_DESTINATION", environ["PATH_INFO"])
        if environ["REQUEST_METHOD"] in ("PUT", "MOVE") and (
            environ["PATH_INFO"].endswith((".part", ".filepart")) or target.endswith((".part", ".filepart"))
        ):
            start("403 Forbidden", [("Content-Length", "0")])
            return [b""]
        return app(environ, start)

    return answer


def test_nextcloud_takes_every_name_that_is_used(tmp_path: Path) -> None:
    (tmp_path / "dav").mkdir()
    with WebDavServer(tmp_path / "dav", like_nextcloud) as server, WebDavStore(server.root, USER, PASSWORD) as store:
        store.put("schools/s/chunks/ab", b"1")
        assert store.get("schools/s/chunks/ab") == b"1"


def test_a_half_left_by_a_cut_is_overwritten_and_never_listed(tmp_path: Path) -> None:
    """Who was killed between writing and moving leaves a half; the next try takes its place."""
    (tmp_path / "dav").mkdir()
    refused: list[str] = []

    def no_move(app: Any) -> Any:
        def answer(environ: dict[str, Any], start: Any) -> Any:
            if environ["REQUEST_METHOD"] == "MOVE" and not refused:
                refused.append("MOVE")
                start("500 Sorry", [("Content-Length", "0")])
                return [b""]
            return app(environ, start)

        return answer

    with WebDavServer(tmp_path / "dav", no_move) as server, WebDavStore(server.root, USER, PASSWORD) as store:
        with pytest.raises(StoreTrouble):
            store.put("a", b"1")
        assert list(store.list("")) == []
        store.put("a", b"1")
        assert [entry.key for entry in store.list("")] == ["a"]
    assert [path.name for path in (tmp_path / "dav").iterdir()] == ["a"]
