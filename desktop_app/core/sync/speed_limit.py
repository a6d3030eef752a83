"""How much of the school's line the program may take, and at what hours."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from desktop_app.core.jobs import Progress
from desktop_app.core.sync.flow import Flow

KILO = 1024


class SpeedLimit(NamedTuple):
    """``kilobytes`` a second, 0 for as many as there are; large files only from hour ``begin`` to ``end`` (0 to 24).

    20 to 6 goes over midnight; the same hour twice means the whole day. Text is not bound to the hours: it is small.
    """

    kilobytes: int = 0
    begin: int = 0
    end: int = 24

    @property
    def cap(self) -> int:
        """Bytes a second; 0 for no cap."""
        return max(0, self.kilobytes) * KILO

    def flow(self, progress: Progress) -> Flow:
        """What keeps to the cap and stops when ``progress`` is cancelled."""
        return Flow(self.cap, progress)

    def allows(self, now: datetime) -> bool:
        """Whether large files may go at this local time."""
        if self._whole_day():
            return True
        if self.begin < self.end:
            return self.begin <= now.hour < self.end
        return now.hour >= self.begin or now.hour < self.end

    def next_begin(self, now: datetime) -> datetime:
        """When large files may go next; ``now`` itself while they may."""
        if self.allows(now):
            return now
        today = now.replace(hour=self.begin, minute=0, second=0, microsecond=0)
        return today if today > now else today + timedelta(days=1)

    def _whole_day(self) -> bool:
        return self.begin % 24 == self.end % 24
