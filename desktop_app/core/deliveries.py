"""Deliveries closed: a receipt that came back on a stick confirms the bundle it names, and the report in it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from db import database
from db.models import Bundle
from desktop_app.core import audit
from desktop_app.core.bundle.receipt import Receipt, receipts_in
from desktop_app.core.reports.keeping import is_out, mark_confirmed


class Closed(NamedTuple):
    """A delivery that a receipt closed just now."""

    bundle: str
    received_by: str
    office: str


def close_deliveries(folder: Path, *, by_name: str = "") -> list[Closed]:
    """Take in every receipt in ``folder``; returns those that closed a delivery just now, none twice.

    A receipt counts only for the bundle whose list of files has its SHA-256. Receipts for other schools are left alone.
    """
    return [Closed(one.bundle, one.received_by, one.office) for one in receipts_in(folder) if _close(one, by_name)]


def _close(receipt: Receipt, by_name: str) -> bool:
    with database.atomic():
        bundle = Bundle.get_or_none(Bundle.manifest_sha256 == receipt.manifest_sha256, Bundle.received_at.is_null())
        if bundle is None:
            return False
        bundle.received_at, bundle.received_by = receipt.received_at, f"{receipt.received_by}, {receipt.office}"
        bundle.save()
        if is_out(str(bundle.report_id)):
            mark_confirmed(str(bundle.report_id), by_name=by_name, at=receipt.received_at, receipt=receipt.bundle)
        audit.record("take in receipt", "bundle", bundle.id, by_name, by=bundle.received_by)
    return True
