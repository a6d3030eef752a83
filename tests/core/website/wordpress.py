"""A WordPress for tests: a real server on a real socket that speaks the part of the REST API a client of it needs.

Codes, statuses and shapes are WordPress's own (wp-includes/rest-api). ``faults`` are met once each, in their order, by
the requests they are for; what a fault breaks is broken on the socket itself.
"""

from __future__ import annotations

import base64
import email.parser
import email.policy
import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

USER, PASSWORD = "vanthu", "Kbqw8P2TQLnSp3CoSlOTSNAb"
LOGIN_PAGE = b"<!doctype html><title>Wi-Fi</title><form>Dang nhap</form>"
AUTHOR = {"publish_posts": True, "upload_files": True, "edit_posts": True}
CONTRIBUTOR = {"edit_posts": True}


@dataclass
class Fault:
    """One piece of bad luck for the next request whose "METHOD /route" begins with ``for_``.

    ``kind``: "cut" (in the middle of the body), "lost" (done, but the answer never comes), "portal", "slow",
    "hang" (until the server stops), "moved", or a status such as "500".
    """

    for_: str
    kind: str


@dataclass
class Site:
    """What the website holds, and how it is set up."""

    capabilities: dict[str, bool] = field(default_factory=lambda: dict(AUTHOR))
    passwords: dict[str, str] = field(default_factory=lambda: {USER: PASSWORD})
    pretty: bool = True
    application_passwords: bool = True
    is_wordpress: bool = True
    strips_authorization: bool = False
    shows_link: bool = True
    largest_upload: int = 8 << 20
    holds_back: bool = False
    posts: dict[int, dict[str, Any]] = field(default_factory=dict)
    media: dict[int, dict[str, Any]] = field(default_factory=dict)
    files: dict[int, bytes] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    seen_authorization: list[tuple[str, str]] = field(default_factory=list)
    next_id: int = 10

    def published(self) -> list[dict[str, Any]]:
        return [post for post in self.posts.values() if post["status"] == "publish"]

    def new_id(self) -> int:
        self.next_id += 1
        return self.next_id


class Refused(Exception):
    """An error as WordPress answers it."""

    def __init__(self, status: int, code: str, message: str = "Sorry.") -> None:
        super().__init__(code)
        self.status, self.body = status, {"code": code, "message": message, "data": {"status": status}}


class WordPressServer:
    """The running server; ``address`` is what a person would type."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.site, self.tls = Site(), tls
        self.lock = threading.Lock()
        self.stopping = threading.Event()
        self._server: ThreadingHTTPServer | None = None
        self.port = 0
        self.start()
        self.address = f"http{'s' if tls else ''}://localhost:{self.port}/"

    def start(self) -> None:
        """Answer again, on the same port."""
        handler = type("Handler", (Handler,), {"wordpress": self})
        ThreadingHTTPServer.allow_reuse_address = True
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self._server.daemon_threads = True
        if self.tls is not None:
            self._server.socket = self.tls.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Refuse connections, as a network that is down does."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def close(self) -> None:
        self.stopping.set()
        self.stop()


class Handler(BaseHTTPRequestHandler):
    wordpress: WordPressServer
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""

    def do_HEAD(self) -> None:
        self._serve()

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    @property
    def site(self) -> Site:
        return self.wordpress.site

    def _serve(self) -> None:
        route, asked = self._route()
        self.site.asked.append(f"{self.command} {route}")
        if header := self.headers.get("Authorization"):
            self.site.seen_authorization.append((self.headers["Host"], header))
        fault = self._fault(f"{self.command} {route}")
        if fault == "cut":
            self._cut(read=int(self.headers.get("Content-Length") or 0) // 2)
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self._broken(fault):
            with self.wordpress.lock:
                status, said = self._answer(route, asked, body)
            self._cut() if fault == "lost" else self._say(status, said)

    def _broken(self, fault: str) -> bool:
        """Whether the fault has answered already, in its way."""
        if fault == "slow":
            time.sleep(0.4)
        elif fault == "hang":
            self.wordpress.stopping.wait(60)
            self._cut()
        elif fault == "portal":
            self._send(200, LOGIN_PAGE, "text/html")
        elif fault == "moved":
            self._send(302, b"", "text/html", {"Location": "http://192.0.2.1/login"})
        elif fault.isdecimal():
            self._send(int(fault), b"<h1>Error</h1>", "text/html", {"Retry-After": "7200"})
        return fault not in ("", "slow", "lost")

    def _route(self) -> tuple[str, dict[str, str]]:
        parts = urlsplit(self.path)
        asked = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        if "rest_route" in asked:
            return asked.pop("rest_route"), asked
        if self.site.pretty and parts.path.startswith("/wp-json"):
            return parts.path.removeprefix("/wp-json") or "/", asked
        return "page", asked

    def _fault(self, request: str) -> str:
        with self.wordpress.lock:
            for fault in self.site.faults:
                if request.startswith(fault.for_):
                    self.site.faults.remove(fault)
                    return fault.kind
        return ""

    def _cut(self, read: int = 0) -> None:
        """Break the connection as a pulled cable does: no goodbye, what is on the way is lost."""
        self.rfile.read(read)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def _say(self, status: int, said: object) -> None:
        root = self.wordpress.address + ("wp-json/" if self.site.pretty else "?rest_route=/")
        headers = {"Link": f'<{root}>; rel="https://api.w.org/"'} if self.site.shows_link else {}
        if isinstance(said, str):
            self._send(status, said.encode(), "text/html", headers if self.site.is_wordpress else {})
        else:
            self._send(status, json.dumps(said).encode(), "application/json; charset=UTF-8")

    def _send(self, status: int, body: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        try:
            self.send_response(status)
            for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)
        except OSError:
            self.close_connection = True

    # ------------------------------------------------------------ what WordPress answers

    def _answer(self, route: str, asked: dict[str, str], body: bytes) -> tuple[int, Any]:
        if route == "page" or not self.site.is_wordpress:
            return (200 if self.path == "/" else 404), "<!doctype html><title>Trường</title>"
        try:
            return self._routed(route.rstrip("/"), asked, body)
        except Refused as refused:
            return refused.status, refused.body

    def _routed(self, route: str, asked: dict[str, str], body: bytes) -> tuple[int, Any]:
        user = self._user()
        if route == "":
            endpoints = {"application-passwords": {"endpoints": {"authorization": "…"}}}
            authentication: Any = endpoints if self.site.application_passwords else []
            return 200, {"name": "Tr&#432;&#7901;ng", "namespaces": ["wp/v2"], "authentication": authentication}
        routes: dict[str, Callable[[dict[str, str], bytes, str], tuple[int, Any]]] = {
            "GET /wp/v2/users/me": self._me,
            "GET /wp/v2/posts": self._list_posts,
            "POST /wp/v2/posts": self._create_post,
            "GET /wp/v2/media": self._list_media,
            "POST /wp/v2/media": self._create_media,
        }
        request = f"{self.command} {route}"
        if request in routes:
            return routes[request](asked, body, user)
        if request.startswith("POST /wp/v2/posts/"):
            return self._update_post(int(route.rpartition("/")[2]), body, user)
        if request.startswith("DELETE /wp/v2/media/"):
            return self._delete_media(int(route.rpartition("/")[2]), asked, user)
        raise Refused(404, "rest_no_route", "No route was found matching the URL and request method.")

    def _user(self) -> str:
        header = self.headers.get("Authorization", "")
        if not header.startswith("Basic ") or self.site.strips_authorization:
            return ""
        name, _, password = base64.b64decode(header[6:]).decode().partition(":")
        if name not in self.site.passwords:
            raise Refused(401, "invalid_username", "Unknown username.")
        if password != self.site.passwords[name]:
            raise Refused(401, "incorrect_password", "The provided password is an invalid application password.")
        return name

    def _needs(self, user: str, capability: str, code: str) -> None:
        if not user:
            raise Refused(401, code)
        if not self.site.capabilities.get(capability):
            raise Refused(403, code)

    def _me(self, asked: dict[str, str], body: bytes, user: str) -> tuple[int, Any]:
        if not user:
            raise Refused(401, "rest_not_logged_in", "You are not currently logged in.")
        return 200, {"id": 1, "name": "Văn thư", "capabilities": self.site.capabilities}

    def _list_posts(self, asked: dict[str, str], body: bytes, user: str) -> tuple[int, Any]:
        if asked.get("status", "publish") != "publish" or asked.get("context") == "edit":
            self._needs(user, "edit_posts", "rest_forbidden_context")
        slugs = asked.get("slug", "").split(",")
        shown = [post for post in self.site.posts.values() if post["slug"] in slugs and post["status"] != "trash"]
        any_state = asked.get("status") == "any"
        return 200, [post for post in shown if any_state or post["status"] == "publish"]

    def _create_post(self, asked: dict[str, str], body: bytes, user: str) -> tuple[int, Any]:
        self._needs(user, "edit_posts", "rest_cannot_create")
        number = self.site.new_id()
        self.site.posts[number] = {"id": number, "status": "draft", "slug": "", "title": "", "content": ""}
        return 201, self._change(number, json.loads(body), user)

    def _update_post(self, number: int, body: bytes, user: str) -> tuple[int, Any]:
        self._needs(user, "edit_posts", "rest_cannot_edit")
        if number not in self.site.posts:
            raise Refused(404, "rest_post_invalid_id", "Invalid post ID.")
        return 200, self._change(number, json.loads(body), user)

    def _change(self, number: int, facts: dict[str, Any], user: str) -> dict[str, Any]:
        if facts.get("status") == "publish":
            self._needs(user, "publish_posts", "rest_cannot_publish")
        if facts.get("featured_media") and facts["featured_media"] not in self.site.media:
            raise Refused(400, "rest_invalid_featured_media", "Invalid featured media ID.")
        if self.site.holds_back and facts.get("status") == "publish":
            facts = {**facts, "status": "pending"}
        post = self.site.posts[number]
        post.update(facts)
        post["link"] = f"http://{self.headers['Host']}/{post['slug']}/"
        return post

    def _list_media(self, asked: dict[str, str], body: bytes, user: str) -> tuple[int, Any]:
        return 200, [one for one in self.site.media.values() if one["slug"] == asked.get("slug")]

    def _create_media(self, asked: dict[str, str], body: bytes, user: str) -> tuple[int, Any]:
        self._needs(user, "upload_files", "rest_cannot_create")
        if len(body) > self.site.largest_upload:
            raise Refused(400, "rest_upload_no_data", "No data supplied.")  # PHP drops what is above post_max_size
        parts = _parts(self.headers["Content-Type"], body)
        payload, number = parts.pop("file"), self.site.new_id()
        if not payload.startswith(b"\xff\xd8"):
            raise Refused(500, "rest_upload_sideload_error", "Sorry, you are not allowed to upload this file type.")
        said = {name: value.decode() for name, value in parts.items()}
        link = f"http://{self.headers['Host']}/wp-content/uploads/{number}.jpg"
        self.site.files[number] = payload
        self.site.media[number] = {"id": number, "source_url": link, "slug": "", **said}
        return 201, self.site.media[number]

    def _delete_media(self, number: int, asked: dict[str, str], user: str) -> tuple[int, Any]:
        self._needs(user, "upload_files", "rest_cannot_delete")
        if asked.get("force") != "true":
            raise Refused(501, "rest_trash_not_supported")
        if number not in self.site.media:
            raise Refused(404, "rest_post_invalid_id", "Invalid post ID.")
        return 200, {"deleted": True, "previous": self.site.media.pop(number)}


def _parts(content_type: str, body: bytes) -> dict[str, bytes]:
    """The parts of a multipart/form-data body by their names."""
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(
        b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body
    )
    found: dict[str, bytes] = {}
    for part in message.iter_parts():
        payload = part.get_payload(decode=True)
        found[str(part.get_param("name", header="content-disposition"))] = (
            payload if isinstance(payload, bytes) else b""
        )
    return found
