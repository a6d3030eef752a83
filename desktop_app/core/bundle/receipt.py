"""The receipt: whoever takes a bundle in proves it whole and leaves a small file beside it, which closes the delivery.

The file is BienNhan_NAME.json (format: docs/formats.md) with the same words as .txt for people. It names the bundle by
the SHA-256 of its list of files, so a receipt can never stand for another bundle of the same name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from db.text import nfc
from desktop_app.core.bundle.errors import NotAReceipt, NotWhole
from desktop_app.core.bundle.manifest import MANIFEST, digest_of
from desktop_app.core.bundle.names import is_portable
from desktop_app.core.bundle.target import answering
from desktop_app.core.bundle.verifying import verify_bundle
from desktop_app.core.files import written_aside
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.jobs import Progress

FORMAT = 1
STEM = "BienNhan_"
LARGEST = 16_384
"""Bytes; a receipt has a few hundred, and a stranger's stick may hold anything."""
LONGEST_NAME = 200
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHOWN = 5
"""Wrong files that a sentence names."""


class Receipt(NamedTuple):
    """Who took which bundle in, and when (UTC)."""

    bundle: str
    manifest_sha256: str
    files: int
    received_at: datetime
    received_by: str
    office: str


def receive(bundle: Path, received_by: str, office: str, progress: Progress, at: datetime | None = None) -> Path:
    """Prove ``bundle`` by reading every byte and leave the receipt beside it; returns its place.

    Raises NotABundle, NotFinished, NotWhole, and what writing to the stick raises.
    """
    verdict = verify_bundle(bundle, progress)
    if not verdict.ok:
        raise NotWhole(bundle=bundle.name, files=", ".join(one.file for one in verdict.wrong[:_SHOWN]))
    digest = digest_of((bundle / MANIFEST).read_bytes())
    moment = at or datetime.now(UTC)
    receipt = Receipt(bundle.name, digest, verdict.files, moment, nfc(received_by).strip(), nfc(office).strip())
    place = bundle.with_name(f"{STEM}{bundle.name}.json")
    with answering(bundle.parent):
        _write(place, _json(receipt))
        _write(place.with_suffix(".txt"), _words(receipt))
    return place


def receipts_in(folder: Path) -> Iterator[Receipt]:
    """Every receipt that lies in ``folder``; files that are none are passed over."""
    for place in sorted(folder.glob(f"{STEM}*.json")):
        try:
            yield read_receipt(place)
        except NotAReceipt:
            continue


def read_receipt(place: Path) -> Receipt:
    """The receipt in a file from outside. Raises NotAReceipt."""
    try:
        if place.is_symlink() or place.stat().st_size > LARGEST:
            raise NotAReceipt(file=place.name)
        return _receipt(json.loads(place.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAReceipt(file=place.name) from error


def _receipt(facts: dict[str, object]) -> Receipt:
    """Raises ValueError, KeyError, TypeError for facts that no receipt has."""
    receipt = Receipt(
        str(facts["bundle"]),
        str(facts["manifest_sha256"]),
        int(str(facts["files"])),
        datetime.fromisoformat(str(facts["received_at"])),
        nfc(str(facts["received_by"]))[:LONGEST_NAME],
        nfc(str(facts["office"]))[:LONGEST_NAME],
    )
    known = facts["format"] == FORMAT and is_portable(receipt.bundle) and _SHA256.fullmatch(receipt.manifest_sha256)
    if not known or receipt.received_at.tzinfo is None:
        raise ValueError(facts)
    return receipt


def _json(receipt: Receipt) -> bytes:
    facts = {"format": FORMAT, **receipt._asdict(), "received_at": receipt.received_at.isoformat(timespec="seconds")}
    return json.dumps(facts, ensure_ascii=False, indent=2).encode()


def _words(receipt: Receipt) -> bytes:
    """For Notepad: what was received, whole, by whom, when."""
    local = receipt.received_at.astimezone()
    lines = [
        in_vietnamese(N_("RECEIPT")),
        "",
        in_vietnamese("Bundle: {name}").format(name=receipt.bundle),
        in_vietnamese("{files} files, every one read again and whole").format(files=receipt.files),
        in_vietnamese("SHA-256 of the list of files: {digest}").format(digest=receipt.manifest_sha256),
        in_vietnamese("Received by {name}, {office}").format(name=receipt.received_by, office=receipt.office),
        f"{local:%H:%M %d/%m/%Y}",
        "",
        in_vietnamese(N_("Leave this file on the stick: the school's program reads it and closes the delivery.")),
    ]
    return "\r\n".join(lines).encode("utf-8-sig")


def _write(place: Path, content: bytes) -> None:
    with written_aside(place) as file:
        file.write(content)
