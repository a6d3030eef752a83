"""What people said in a time, as it stood when the report on it was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.core.reports.snapshot import PeriodLetter


class Tally(NamedTuple):
    """How many opinions of one kind came, how many are answered; ``name`` is printed as it is."""

    name: str
    came: int
    done: int


@dataclass(frozen=True, kw_only=True)
class OpinionReport(PeriodLetter):
    """What people said of the school in a time, in numbers; words only of what is public, never a name."""

    by_group: tuple[Tally, ...] = ()
    by_kind: tuple[Tally, ...] = ()
    by_topic: tuple[Tally, ...] = ()
    by_state: tuple[tuple[str, int], ...] = ()
    late: int = 0
    private: int = 0
    voices: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
