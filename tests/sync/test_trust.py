"""Who a store really is, as the system judges it; the way to it, as the system knows it; names that servers refuse."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.sync.errors import CertificateDoubtful, PasswordNotTaken, StoreMissing, StoreTrouble
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.s3 import BucketStore
from desktop_app.core.sync.stores.webdav import WebDavStore
from tests.sync.lines import OneAnswer
from tests.sync.servers import PASSWORD, USER, WebDavServer

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
    server = WebDavServer(tmp_path / "dav", like_nextcloud)
    with WebDavStore(server.root, USER, PASSWORD) as store:
        store.put("schools/s/chunks/ab", b"1")
        assert store.get("schools/s/chunks/ab") == b"1"
    server.close()


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

    server = WebDavServer(tmp_path / "dav", no_move)
    with WebDavStore(server.root, USER, PASSWORD) as store:
        with pytest.raises(StoreTrouble):
            store.put("a", b"1")
        assert list(store.list("")) == []
        store.put("a", b"1")
        assert [entry.key for entry in store.list("")] == ["a"]
    assert [path.name for path in (tmp_path / "dav").iterdir()] == ["a"]
    server.close()
