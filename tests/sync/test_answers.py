"""Twelve things that go wrong with a server, and what a person reads: each has its own text, and its next step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core import i18n
from desktop_app.core.i18n import _
from desktop_app.core.sync import errors
from desktop_app.core.sync.errors import StoreTrouble
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.core.sync.stores.host_keys import HostKeys
from desktop_app.core.sync.stores.s3 import BucketStore
from desktop_app.core.sync.stores.sftp import SftpStore
from desktop_app.core.sync.stores.webdav import WebDavStore
from tests.sync.lines import PORTAL, BadLine, OneAnswer
from tests.sync.servers import PASSWORD, USER, SeaweedServer, SftpServer, WebDavServer, free_port

PATIENCE = 1.0
KEY = "schools/s/chunks/ab"
TOLD_AS: dict[int | str, str] = {
    401: "PasswordNotTaken",
    403: "NotAllowed",
    404: "StoreMissing",
    413: "StoreTooLarge",
    423: "FileLocked",
    429: "StoreBusy",
    500: "StoreUnwell",
    507: "StoreFull",
    511: "LoginPage",
    418: "StoreOdd",
    "cut": "LineBroke",
    "hang": "StoreSlow",
}
VERBS: dict[str, Callable[[Store], object]] = {
    "get": lambda store: store.get(KEY),
    "put": lambda store: store.put(KEY, b"content"),
    "list": lambda store: list(store.list("schools/")),
    "delete": lambda store: store.delete(KEY),
}
NO_TROUBLE = [("webdav", 404, "list"), ("webdav", 404, "delete"), ("s3", 404, "delete")]
"""Nothing is there: nothing to list, nothing to take away."""


def a_store(kind: str, port: int) -> Store:
    if kind == "webdav":
        return WebDavStore(f"http://127.0.0.1:{port}/dav", "me", "secret", patience=PATIENCE)
    return BucketStore("loa", "p", f"http://127.0.0.1:{port}", "me", "secret", patience=PATIENCE)


def trouble(store: Store, verb: str) -> StoreTrouble:
    with pytest.raises(StoreTrouble) as caught:
        VERBS[verb](store)
    store.close()
    return caught.value


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("status", TOLD_AS)
@pytest.mark.parametrize("kind", ["webdav", "s3"])
def test_each_answer_is_told_as_what_it_is(kind: str, status: int | str, verb: str) -> None:
    with OneAnswer(status) as server:
        store = a_store(kind, server.port)
        if (kind, status, verb) in NO_TROUBLE:
            VERBS[verb](store)
        else:
            told_as = "NoBucket" if (kind, status, verb) == ("s3", 404, "list") else TOLD_AS[status]
            assert type(trouble(store, verb)).__name__ == told_as


@pytest.mark.parametrize("language", ["en", "vi"])
def test_twelve_faults_have_twelve_texts_and_each_has_a_next_step(language: str) -> None:
    i18n.set_language(language)
    said = []
    for status in TOLD_AS:
        with OneAnswer(status) as server:
            found = trouble(a_store("webdav", server.port), "put" if status != 404 else "get")
            said.append(_(found.message).format(**found.facts))
            assert _(found.hint).format(**found.facts)
    assert len(said) == 12
    assert len(set(said)) == 12


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("kind", ["webdav", "s3"])
def test_a_networks_own_page_is_no_answer_of_the_store(kind: str, verb: str) -> None:
    with OneAnswer(200, PORTAL, Content_Type="text/html; charset=utf-8") as portal:
        store = a_store(kind, portal.port)
        assert type(trouble(store, verb)) is errors.LoginPage


def test_a_page_that_the_store_lists_is_the_bundles_own(webdav_store: WebDavStore) -> None:
    webdav_store.put("schools/s/bundles/2024-05/index.html", PORTAL)
    assert webdav_store.get("schools/s/bundles/2024-05/index.html") == PORTAL


@pytest.mark.parametrize("verb", VERBS)
def test_a_redirect_takes_no_password_along(verb: str) -> None:
    with OneAnswer(200, PORTAL) as elsewhere:
        with OneAnswer(302, Location=f"http://127.0.0.1:{elsewhere.port}/login") as server:
            found = trouble(a_store("webdav", server.port), verb)
        assert type(found) is errors.SentElsewhere
        assert elsewhere.asked == []


def test_a_server_says_how_long_to_stay_away() -> None:
    with OneAnswer(503, Retry_After="120") as server:
        assert trouble(a_store("webdav", server.port), "put").wait_seconds == 120


@pytest.mark.parametrize("kind", ["webdav", "s3"])
def test_nobody_at_the_door_is_offline(kind: str) -> None:
    found = trouble(a_store(kind, free_port()), "get")
    assert type(found) is errors.StoreOffline
    assert found.by_itself


def test_what_is_no_webdav_is_said_to_be_none() -> None:
    with OneAnswer(405) as server:
        assert type(trouble(a_store("webdav", server.port), "put")) is errors.NoWebDav


@pytest.mark.parametrize(
    "body", [b"", b"<multistatus", b"<!DOCTYPE x [<!ENTITY a 'b'>]><multistatus>&a;</multistatus>"]
)
def test_a_listing_that_is_none_never_passes_for_an_empty_one(body: bytes) -> None:
    with OneAnswer(207, body) as server:
        assert type(trouble(a_store("webdav", server.port), "list")) is errors.StoreOdd


# ---------------------------------------------------------------- the wrong password, and who may only read


def test_a_wrong_password_is_told_by_each_server(
    tmp_path: Path, webdav_server: WebDavServer, sftp_server: SftpServer, seaweed: SeaweedServer
) -> None:
    stores: list[Store] = [
        WebDavStore(webdav_server.root, USER, "wrong"),
        SftpStore("127.0.0.1", sftp_server.port, "/a", USER, "wrong", HostKeys(tmp_path / "known_hosts")),
        BucketStore("loa", "p", seaweed.endpoint, USER, "wrong"),
        BucketStore("loa", "p", seaweed.endpoint, "nobody", PASSWORD),
    ]
    for store in stores:
        assert type(trouble(store, "put")) is errors.PasswordNotTaken


def test_who_may_only_read_is_told_so(seaweed: SeaweedServer) -> None:
    assert type(trouble(BucketStore("loa", "p", seaweed.endpoint, "reader", "reads"), "put")) is errors.NotAllowed


# ---------------------------------------------------------------- SFTP


def test_another_key_of_the_same_host_is_refused_before_the_password_goes_out(
    sftp_server: SftpServer, sftp_store: SftpStore, tmp_path: Path
) -> None:
    sftp_store.put("a", b"1")
    sftp_store.close()
    port = sftp_server.port
    known = HostKeys(tmp_path / "known_hosts")
    with SftpServer(tmp_path) as impostor, BadLine(impostor.port) as line:
        told = known.file.read_text(encoding="utf-8").replace(f":{port} ", f":{line.port} ")
        known.file.write_text(told, encoding="utf-8")
        with SftpStore("127.0.0.1", line.port, "/a", USER, PASSWORD, known) as store:
            assert type(trouble(store, "put")) is errors.HostKeyChanged
            assert not (tmp_path / "a").exists()
            known.forget("127.0.0.1", line.port)
            store.put("b", b"1")


def test_a_line_that_broke_is_taken_up_again(sftp_server: SftpServer, tmp_path: Path) -> None:
    with BadLine(sftp_server.port) as line:
        store = SftpStore("127.0.0.1", line.port, "/a", USER, PASSWORD, HostKeys(tmp_path / "known"), patience=3)
        store.put("a", b"1")
        line.cut()
        assert isinstance(trouble_of_one(lambda: store.put("b", b"2")), errors.StoreOffline | None)
        store.put("b", b"2")
        assert store.get("b") == b"2"
        store.close()


def trouble_of_one(call: Callable[[], object]) -> StoreTrouble | None:
    try:
        call()
    except StoreTrouble as error:
        return error
    return None


def test_a_host_that_speaks_no_ssh_is_a_broken_line(tmp_path: Path) -> None:
    with OneAnswer(200, PORTAL) as server:
        store = SftpStore("127.0.0.1", server.port, "/a", USER, PASSWORD, HostKeys(tmp_path / "known"), patience=1)
        assert isinstance(trouble(store, "get"), errors.StoreOffline)


def test_a_name_nobody_knows_is_offline(tmp_path: Path) -> None:
    store = SftpStore("nobody.invalid", 22, "/a", USER, PASSWORD, HostKeys(tmp_path / "known"), patience=1)
    assert type(trouble(store, "get")) is errors.StoreOffline


# ---------------------------------------------------------------- a listing is hostile too


def test_a_listing_cannot_name_a_file_outside(tmp_path: Path) -> None:
    names = ("../../etc/passwd", "%2e%2e/up", "a%00b", "..", "good", "sub/deep")
    responses = "".join(f"<response><href>/dav/{name}</href></response>" for name in names)
    with OneAnswer(207, f'<multistatus xmlns="DAV:">{responses}</multistatus>'.encode()) as server:
        assert [entry.key for entry in a_store("webdav", server.port).list("")] == ["good"]


def test_a_folder_that_is_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(errors.FolderGone):
        FolderStore(tmp_path / "a")
