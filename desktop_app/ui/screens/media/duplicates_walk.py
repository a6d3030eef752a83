"""Walking through the groups of like photos: which group, which two of it. No Tk."""

from __future__ import annotations

from db.queries.media_groups import GroupRow, Member, groups, members
from desktop_app.core.media.best import ranked


class Walk:
    """``at`` is the place of the group, ``left`` and ``right`` those of the two compared among its ``photos``."""

    def __init__(self) -> None:
        self.groups: list[GroupRow] = []
        self.at = 0
        self.photos: list[Member] = []
        self.left, self.right = 0, 1

    @property
    def pair(self) -> tuple[Member, Member]:
        """The two compared."""
        return self.photos[self.left], self.photos[self.right]

    @property
    def is_over(self) -> bool:
        """Whether there is nothing to compare."""
        return len(self.photos) < 2

    def look_again(self, group_id: str = "") -> None:
        """Ask anew; stay with the group, or go to ``group_id``. Where it is gone, the next one takes its place."""
        wanted = group_id or (self.groups[self.at].id if self.groups else "")
        self.groups = groups()
        places = [place for place, row in enumerate(self.groups) if row.id == wanted]
        self._begin(places[0] if places else max(0, min(self.at, len(self.groups) - 1)))

    def go(self, step: int) -> bool:
        """To the next group or the one before; False at either end."""
        if not 0 <= self.at + step < len(self.groups):
            return False
        self._begin(self.at + step)
        return True

    def _begin(self, at: int) -> None:
        """A group from its likeliest original on; the two seen before stay on their sides if they are still here."""
        seen = [self.photos[place].id for place in (self.left, self.right)] if not self.is_over else []
        self.at = at
        self.photos = ranked(members(self.groups[at].id)) if self.groups else []
        ids = [photo.id for photo in self.photos]
        both = len(seen) == 2 and all(one in ids for one in seen)
        self.left, self.right = (ids.index(seen[0]), ids.index(seen[1])) if both else (0, 1)

    def step(self, step: int) -> bool:
        """Compare with the next photo of the group, or the one before; False at either end."""
        place = self.right + step
        place += step if place == self.left else 0
        return 0 <= place < len(self.photos) and self.compare(place)

    def compare(self, place: int) -> bool:
        """The photo at ``place`` on the right; if it is the left one, both change sides."""
        if place == self.left:
            self.swap()
            return True
        changed, self.right = place != self.right, place
        return changed

    def swap(self) -> None:
        """The right one to the left."""
        self.left, self.right = self.right, self.left
