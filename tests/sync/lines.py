"""Bad lines and bad answers for tests: a server that says one thing only, and a line that is slow and breaks."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

PORTAL = b"<html><head><title>Wi-Fi</title></head><body>Welcome! Please log in.</body></html>"


class OneAnswer:
    """A web server that answers everything alike: ``status`` with ``body``; "cut" hangs up, "hang" says nothing."""

    def __init__(self, status: int | str, body: bytes = b"", tls: ssl.SSLContext | None = None, **headers: str) -> None:
        self.status, self.body, self.headers = status, body, headers
        self.asked: list[str] = []
        self.ended = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, self))
        self._server.daemon_threads = True
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.ended.set()
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, one: OneAnswer, *given: Any) -> None:
        self._one = one
        super().__init__(*given)

    def log_message(self, format: str, *args: object) -> None:
        """Tests need no log."""

    def handle_one_request(self) -> None:
        with contextlib.suppress(OSError):
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            self._one.asked.append(f"{self.command} {self.path}")
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self._say(self._one.status)

    def _say(self, status: int | str) -> None:
        if status == "hang":
            self._one.ended.wait(30)
        if isinstance(status, str):
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in {"Content-Length": str(len(self._one.body)), **self._one.headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(self._one.body)


class BadLine:
    """A line to ``port`` of this PC with ``rate`` bytes a second each way, cut every ``life`` seconds; 0 for never.

    ``up`` and ``down`` count the bytes that went through; ``stall()`` lets nothing through any more.
    """

    def __init__(self, port: int, rate: float = 0, life: float = 0) -> None:
        self._to, self.rate, self.life = port, rate, life
        self.up = self.down = self.cuts = 0
        self.flowing = threading.Event()
        self.flowing.set()
        self._ends: list[socket.socket] = []
        self._began = time.monotonic()
        self._listener = socket.socket()
        if rate:  # a line's own memory is small, but a packet of this PC's own line (64 KiB) has to fit in
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 128 << 10)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen()
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self._listener.close()
        self.flowing.set()
        self.cut()

    def cut(self) -> None:
        """Hang up on everybody."""
        ends, self._ends = self._ends, []
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self.cuts += 1

    def stall(self) -> None:
        self.flowing.clear()

    def _accept(self) -> None:
        while True:
            try:
                near, _who = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                return
            for end in (near, far):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._ends += [near, far]
            threading.Thread(target=self._pump, args=(near, far, "up"), daemon=True).start()
            threading.Thread(target=self._pump, args=(far, near, "down"), daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket, way: str) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(4 << 10 if self.rate else 64 << 10):
                self.flowing.wait()
                if self.life and time.monotonic() - self._began > self.life:
                    self._began = time.monotonic()
                    self.cut()
                    return
                if self.rate:
                    time.sleep(len(data) / self.rate)
                target.sendall(data)
                setattr(self, way, getattr(self, way) + len(data))
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
