"""Which pictures of an album may leave the school: it is shown to those who come, so their consent covers that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.core import consent

SHOWN_AT = "conference"
"""The kind of channel whose consent an album needs: it is shown to those who come (sơ kết, tổng kết, kỷ niệm)."""


def kept_back_of(asset_ids: Sequence[str]) -> dict[str, str]:
    """The pictures that would stay behind today, each with the reason (a message id)."""
    return consent.obstacles(asset_ids, SHOWN_AT, date.today())
