"""Which machine answers by SSH: its key is kept at first sight, and another one is refused ever after."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.files import written_aside
from desktop_app.core.sync.errors import HostKeyChanged

if TYPE_CHECKING:
    from paramiko import PKey, Transport

PORT = 22


class HostKeys:
    """The keys in ``file``, one a line as OpenSSH writes known_hosts: a keeper may put one there beforehand."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def check(self, key: PKey, host: str, port: int) -> None:
        """Keep ``key`` if none is known of this host. Raises HostKeyChanged for another than the known one."""
        known = self._known(host, port)
        if known is None:
            self._write([*self._lines(), f"{_name(host, port)} {key.get_name()} {key.get_base64()}"])
        elif known != (key.get_name(), key.get_base64()):
            raise HostKeyChanged(host=host, now=_print(key.get_base64()), before=_print(known[1]))

    def prefer(self, transport: Transport, host: str, port: int) -> None:
        """Ask the host for the kind of key that is known: a host with a second kind has not changed."""
        known = self._known(host, port)
        if known is None:
            return
        wanted = ("rsa-sha2-512", "rsa-sha2-256") if known[0] == "ssh-rsa" else (known[0],)
        options = transport.get_security_options()
        options.key_types = [*wanted, *(kind for kind in options.key_types if kind not in wanted)]

    def forget(self, host: str, port: int = PORT) -> None:
        """Take a host's key out: its keeper has said that the machine is new."""
        self._write([line for line in self._lines() if line.split(" ")[0] != _name(host, port)])

    def _known(self, host: str, port: int) -> tuple[str, str] | None:
        for line in self._lines():
            name, kind, key, *_comment = [*line.split(), "", "", ""]
            if name == _name(host, port):
                return kind, key
        return None

    def _lines(self) -> list[str]:
        return self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []

    def _write(self, lines: list[str]) -> None:
        with written_aside(self.file) as file:
            file.write("".join(f"{line}\n" for line in lines).encode())


def _name(host: str, port: int) -> str:
    return host if port == PORT else f"[{host}]:{port}"


def _print(key: str) -> str:
    """The fingerprint as every SSH program shows it."""
    found = hashlib.sha256(base64.b64decode(key)).digest()
    return f"SHA256:{base64.b64encode(found).decode().rstrip('=')}"
