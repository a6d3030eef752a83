"""Another program that has copied something: it owns the X clipboard and offers a file's bytes as one type.

python x_owner.py image/png FILE    prints "ready" and serves until it is ended; large files go in pieces (ICCCM, INCR).
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import CDLL, Structure, Union, byref, c_char_p, c_int, c_long, c_ubyte, c_ulong, c_void_p
from ctypes.util import find_library
from pathlib import Path

PIECE = 200_000
SELECTION_REQUEST, SELECTION_NOTIFY, PROPERTY_NOTIFY = 30, 31, 28
PROPERTY_CHANGE_MASK, PROPERTY_DELETE = 1 << 22, 1


class Request(Structure):
    """XSelectionRequestEvent."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("owner", c_ulong),
        ("requestor", c_ulong),
        ("selection", c_ulong),
        ("target", c_ulong),
        ("property", c_ulong),
        ("time", c_ulong),
    )


class Answer(Structure):
    """XSelectionEvent."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("requestor", c_ulong),
        ("selection", c_ulong),
        ("target", c_ulong),
        ("property", c_ulong),
        ("time", c_ulong),
    )


class Change(Structure):
    """XPropertyEvent."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("atom", c_ulong),
        ("time", c_ulong),
        ("state", c_int),
    )


class Event(Union):
    """XEvent."""

    _fields_ = (("type", c_int), ("request", Request), ("answer", Answer), ("change", Change), ("pad", c_long * 24))


class Owner:
    """Serves ``payload`` as ``kind``; everything else is refused."""

    def __init__(self, kind: str, payload: bytes) -> None:
        self.payload, self.left = payload, b""
        self.x = CDLL(find_library("X11") or "libX11.so.6")
        self.x.XOpenDisplay.restype = c_void_p
        self.x.XOpenDisplay.argtypes = (c_char_p,)
        self.x.XInternAtom.restype = self.x.XDefaultRootWindow.restype = c_ulong
        self.x.XCreateSimpleWindow.restype = c_ulong
        self.display = c_void_p(self.x.XOpenDisplay(None))
        self.kind = self.atom(kind)
        root = c_ulong(self.x.XDefaultRootWindow(self.display))
        sizes = (c_int(0), c_int(0), c_int(1), c_int(1), c_int(0), c_ulong(0), c_ulong(0))
        self.window = c_ulong(self.x.XCreateSimpleWindow(self.display, root, *sizes))
        self.x.XSetSelectionOwner(self.display, c_ulong(self.atom("CLIPBOARD")), self.window, c_ulong(0))
        self.x.XSync(self.display, 0)

    def atom(self, name: str) -> int:
        return int(self.x.XInternAtom(self.display, name.encode(), 0))

    def serve(self) -> None:
        event = Event()
        while True:
            self.x.XNextEvent(self.display, byref(event))
            if event.type == SELECTION_REQUEST:
                self.answer(event.request)
            elif event.type == PROPERTY_NOTIFY and event.change.state == PROPERTY_DELETE and self.sending:
                self.send_piece(event.change)

    sending = False

    def answer(self, request: Request) -> None:
        known = request.target == self.kind
        if known and len(self.payload) > PIECE:
            self.x.XSelectInput(self.display, c_ulong(request.requestor), c_long(PROPERTY_CHANGE_MASK))
            size = (c_ulong * 1)(len(self.payload))
            self.put(request.requestor, request.property, self.atom("INCR"), 32, ctypes.cast(size, c_void_p), 1)
            self.left, self.sending = self.payload, True
        elif known:
            self.put_bytes(request.requestor, request.property, self.payload)
        reply = Event()
        reply.answer = Answer(
            SELECTION_NOTIFY, 0, 1, self.display, request.requestor, request.selection, request.target,
            request.property if known else 0, request.time,
        )  # fmt: skip
        self.x.XSendEvent(self.display, c_ulong(request.requestor), 0, c_long(0), byref(reply))
        self.x.XFlush(self.display)

    def send_piece(self, change: Change) -> None:
        piece, self.left = self.left[:PIECE], self.left[PIECE:]
        self.sending = bool(piece)
        self.put_bytes(change.window, change.atom, piece)
        self.x.XFlush(self.display)

    def put_bytes(self, window: int, name: int, piece: bytes) -> None:
        letters = (c_ubyte * max(1, len(piece))).from_buffer_copy(piece or b"\0")
        self.put(window, name, self.kind, 8, ctypes.cast(letters, c_void_p), len(piece))

    def put(self, window: int, name: int, kind: int, bits: int, data: c_void_p, count: int) -> None:
        where = (c_ulong(window), c_ulong(name), c_ulong(kind))
        self.x.XChangeProperty(self.display, *where, c_int(bits), c_int(0), data, c_int(count))


if __name__ == "__main__":
    owner = Owner(sys.argv[1], Path(sys.argv[2]).read_bytes())
    print("ready", flush=True)
    owner.serve()
