"""What leaves the school with a covering letter or changes hands, as it stood when the paper was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.core.reports.snapshot import PeriodLetter


class Enclosure(NamedTuple):
    """What a covering letter goes with: “Báo cáo số 05/BC-THMM2 ngày …”, and how much of it."""

    name: str
    amount: str = ""


@dataclass(frozen=True, kw_only=True)
class CoveringLetter(PeriodLetter):
    """A công văn that goes with papers to the authority."""

    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True)
class HandedOver:
    """A line of what changes hands: what it is, how many, how large in bytes."""

    name: str
    count: int
    size: int | None = None


@dataclass(frozen=True, kw_only=True)
class Minutes(PeriodLetter):
    """Minutes of handing a bundle over; ``proof`` is the SHA-256 of its list, "" where none was written yet."""

    things: tuple[HandedOver, ...] = ()
    bundle: str = ""
    proof: str = ""
    receiver: str = ""
