"""The small pictures on the screen: where they lie, and made in the background where they are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Protocol

from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.media.renditions import LARGE, SMALL, make_renditions, rendition_place
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner


class Kept(Protocol):
    """Any row of a photo or video."""

    @property
    def id(self) -> str: ...

    @property
    def sha256(self) -> str: ...


class Smalls:
    """``made()`` comes after missing ones were made."""

    def __init__(self, home: Home, runner: Runner, dialogs: Dialogs, made: Callable[[], object]) -> None:
        self._home, self._runner, self._dialogs, self._made = home, runner, dialogs, made
        self._asked: set[str] = set()

    def of(self, sha256: str) -> Path | None:
        """The small picture, or None while there is none."""
        return self._there(sha256, SMALL)

    def large(self, sha256: str) -> Path | None:
        """The large picture, or the small one, or None."""
        return self._there(sha256, LARGE) or self.of(sha256)

    def prepare(self, rows: Iterable[Kept]) -> None:
        """Have those made that are missing, each asked for once."""
        ids = [row.id for row in rows if row.id not in self._asked and self.of(row.sha256) is None]
        self._asked.update(ids)
        if ids:
            self._runner.run_quietly(
                partial(make_renditions, self._home, ids),
                title=_("Preparing photos"),
                failed=self._dialogs.show_error,
                done=lambda made: self._made() if made else None,
            )

    def _there(self, sha256: str, size: int) -> Path | None:
        place = rendition_place(self._home, sha256, size)
        return place if place.exists() else None
