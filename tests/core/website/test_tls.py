"""Over https the website must prove who it is, as the system judges it."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.jobs import Progress
from desktop_app.core.website.errors import CertificateNotTrusted
from desktop_app.core.website.site import probe
from tests.core.website.conftest import PATIENCE
from tests.core.website.wordpress import PASSWORD, USER, WordPressServer


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for localhost that nobody has signed, and its key, in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not on this machine")
    file = tmp_path / "localhost.pem"
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    command = ["openssl", *words.split(), "-keyout", str(tmp_path / "key.pem"), "-out", str(file)]
    subprocess.run(command, check=True, capture_output=True)
    file.write_text(file.read_text() + (tmp_path / "key.pem").read_text())
    return file


@pytest.fixture
def secure(certificate: Path) -> Iterator[WordPressServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = WordPressServer(context)
    yield server
    server.close()


def test_a_website_that_cannot_prove_itself_gets_no_password(secure: WordPressServer) -> None:
    with pytest.raises(CertificateNotTrusted):
        probe(secure.address, USER, PASSWORD, Progress(), PATIENCE)
    assert not secure.site.seen_authorization


def test_a_certificate_the_system_trusts_is_trusted(
    secure: WordPressServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert probe(secure.address, USER, PASSWORD, Progress(), PATIENCE).root == f"{secure.address}wp-json/"
