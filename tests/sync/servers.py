"""Real servers for tests, each on a port of its own of this PC: WebDAV, SFTP and S3."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import asyncssh
from cheroot.wsgi import Server
from wsgidav.wsgidav_app import WsgiDAVApp  # type: ignore[import-untyped]

USER, PASSWORD = "truong-a", "bí mật 123"
STARTING = 60.0
"""Seconds a server may take to start on a busy machine."""


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A server that ends with its ``with``, whatever happens inside."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.close()

    def close(self) -> None:
        """Serve nobody any more."""
        raise NotImplementedError


class WebDavServer(Served):
    """wsgidav over cheroot, serving a folder to one user."""

    def __init__(self, folder: Path, wrapped: Any = lambda app: app, host: str = "127.0.0.1") -> None:
        self.folder = folder
        settings = {
            "provider_mapping": {"/dav": str(folder)},
            "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
            "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
            "property_manager": True,
            "lock_storage": True,
            "logging": {"enable": False},
            "verbose": 0,
        }
        self._server = Server((host, 0), wrapped(WsgiDAVApp(settings)), numthreads=4)
        self._server.shutdown_timeout = 1
        self._server.prepare()
        self.port = int(self._server.bind_addr[1])
        self.root = f"http://{host}:{self.port}/dav/"
        threading.Thread(target=self._server.serve, daemon=True).start()

    def close(self) -> None:
        self._server.stop()


class SftpServer(Served):
    """asyncssh on a thread of its own, serving a folder to one user."""

    def __init__(self, folder: Path, port: int = 0, keys: Sequence[asyncssh.SSHKey] = ()) -> None:
        self.folder, self._port = folder, port
        self._keys = keys or [asyncssh.generate_private_key("ssh-ed25519")]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._do(self._start())
        self.port = int(self._server.sockets[0].getsockname()[1])

    async def _start(self) -> Any:
        def files(chan: Any) -> asyncssh.SFTPServer:
            return asyncssh.SFTPServer(chan, chroot=str(self.folder).encode())

        return await asyncssh.listen(
            "127.0.0.1", self._port, server_host_keys=list(self._keys), server_factory=_OneUser, sftp_factory=files
        )

    def _do(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(STARTING)

    async def _stop(self) -> None:
        self._server.close()
        await self._server.wait_closed()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:  # whoever hung up without a word is still waited for
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def close(self) -> None:
        self._do(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(STARTING)
        self._loop.close()


class _OneUser(asyncssh.SSHServer):
    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == (USER, PASSWORD)


class SeaweedServer(Served):
    """One `weed server -s3`: master, volumes, filer and S3 in one process, started once for all tests."""

    def __init__(self, folder: Path) -> None:
        identities = {"name": "school", "credentials": [{"accessKey": USER, "secretKey": PASSWORD}]}
        reader = {"name": "reader", "credentials": [{"accessKey": "reader", "secretKey": "reads"}]}
        rules = [{**identities, "actions": ["Admin"]}, {**reader, "actions": ["Read", "List"]}]
        (folder / "s3.json").write_text(json.dumps({"identities": rules}), encoding="utf-8")
        ports = {name: free_port() for name in ("master", "volume", "filer", "s3")}
        self.port = ports["s3"]
        self.endpoint = f"http://127.0.0.1:{ports['s3']}"
        self._program = subprocess.Popen(
            [_weed(), f"-logdir={folder}", "server", "-s3", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1"]
            + [f"-{name}.port={port}" for name, port in ports.items()]
            + [f"-{name}.port.grpc={free_port()}" for name in ports]
            + [
                "-master.telemetry=false",
                "-master.volumeSizeLimitMB=64",
                "-volume.max=100",
                "-volume.minFreeSpace=1MiB",
            ]
            + [
                f"-s3.config={folder / 's3.json'}",
                "-s3.autoCreateBucket=true",
                "-s3.port.iceberg=0",
                "-s3.port.lance=0",
            ],
            stdout=(folder / "out.txt").open("wb"),
            stderr=subprocess.STDOUT,
            cwd=folder,
            start_new_session=True,
        )
        self._wait(folder)

    def _wait(self, folder: Path) -> None:
        until = time.monotonic() + STARTING
        while time.monotonic() < until and self._program.poll() is None:
            try:
                urllib.request.urlopen(f"{self.endpoint}/healthz", timeout=1)
                return
            except urllib.error.HTTPError:
                return  # it answers
            except OSError:
                time.sleep(0.1)
        self.close()
        raise RuntimeError((folder / "out.txt").read_text(errors="replace")[-3000:])

    def close(self) -> None:
        self._program.kill()  # asked to end, it takes its time
        self._program.wait(STARTING)


def _weed() -> str:
    return str(Path(sys.executable).with_name("weed.exe" if sys.platform == "win32" else "weed"))
