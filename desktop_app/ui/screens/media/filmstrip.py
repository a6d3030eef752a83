"""Photos captioned one after the other: the picture large, its words beside it, the others in a strip below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from db.queries.media import MediaFilter, MediaRow
from db.queries.media_shown import Shown, rows_of, shown_ids
from desktop_app.core.i18n import _
from desktop_app.core.media.renditions import SMALL, rendition_place
from desktop_app.core.media.together import Before, put_back
from desktop_app.ui import fonts
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.media import words as media_words
from desktop_app.ui.screens.media.details import MediaDetails
from desktop_app.ui.screens.media.large_picture import LargePicture
from desktop_app.ui.screens.media.topics import offered_topics
from desktop_app.ui.screens.screen import Act, Screen
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.film_strip import FilmStrip

PANEL = 336


class Frame(NamedTuple):
    """One picture of the strip, ``caption`` what stands there without it; ``done`` once it has a caption."""

    id: str
    picture: Path | None
    caption: str
    done: bool


class FilmstripFace(Screen):
    """A wish ``asset_ids`` says which pictures, in which order (else all); it begins with the first without a caption.

    Enter keeps the words and goes on; with several chosen (Shift, Ctrl) they are for all of them.
    """

    def __init__(self, parent: ttk.Frame, *, desk: Desk, back: Callable[[], object]) -> None:
        super().__init__(parent)
        self._home, self._saved, self._by_name, self._back = desk.home, desk.saved, desk.by_name, back
        self._ids: list[str] = []
        self._past: list[list[Before]] = []
        self._head()
        strip = Card(self, padding=HALF)
        strip.pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        self.strip = FilmStrip(strip.body, page=self._frames, count=lambda: len(self._ids), chosen=self._chosen)
        self.strip.pack(fill="x")
        card = Card(self, padding=INSIDE)
        self.picture = LargePicture(card.body)
        self.picture.pack(fill="both", expand=True)
        self.details = MediaDetails(
            self,
            desk=desk,
            changed=self._changed,
            entered=self.next,
            retouched=self._retouched,
            picture=self.picture,
        )
        self.details.configure(width=px(PANEL))
        self.details.pack_propagate(False)
        self.details.pack(side="right", fill="y", padx=(px(INSIDE), 0))
        card.pack(side="left", fill="both", expand=True)
        self._listen()

    def _head(self) -> None:
        row = ttk.Frame(self)
        row.pack(fill="x", pady=(0, px(INSIDE)))
        self.leaving = ttk.Button(row, text=_("All photos"), icon="arrow-left", command=self._back, bootstyle="ghost")
        self.leaving.pack(side="left")
        self.where = ttk.Label(row, font=fonts.SECTION)
        self.where.pack(side="left", padx=px(BETWEEN))
        words = _("Enter: keep and go on · Page Up, Page Down: another photo · Esc: all photos")
        ttk.Label(row, text=words, font=fonts.NOTE, bootstyle="secondary").pack(side="right")

    def _listen(self) -> None:
        caption = self.details.fields.caption.text
        for widget in (caption, self.strip.canvas):
            widget.bind("<Prior>", lambda event: self.strip.step(-1))
            widget.bind("<Next>", lambda event: self.strip.step(1))
        self.strip.canvas.bind("<Return>", lambda event: caption.focus_set())

    # ------------------------------------------------------------ showing

    def open(self, *, asset_ids: Sequence[str] = (), **_wishes: Any) -> None:
        if asset_ids:
            self._ids = list(asset_ids)
            self._past.clear()
            self.strip.selection.clear()

    def refresh(self) -> None:
        self.details.keep()
        self.details.starts_on, topics = offered_topics(self.month)
        self.details.offer(topics)
        rows = rows_of(self._ids or shown_ids(Shown(MediaFilter())))
        self._ids = [row.id for row in rows]
        self.strip.refresh()
        kept = [one for one in self.strip.selected if one in self._ids]
        if kept:
            self._chosen(kept)
        else:
            first = next((place for place, row in enumerate(rows) if not row.caption), 0)
            self.strip.go_to(first)

    def _frames(self, offset: int, limit: int) -> list[Frame]:
        return [
            Frame(row.id, place if place.exists() else None, _tile(row), bool(row.caption))
            for row in rows_of(self._ids[offset : offset + limit])
            for place in [rendition_place(self._home, row.sha256, SMALL)]
        ]

    def _chosen(self, ids: list[str]) -> None:
        self.details.show(ids)
        at, count = self.strip.selection.at + 1, len(self._ids)
        words = media_words.chosen_words(len(ids)) if len(ids) > 1 else f"{at} / {count}"
        self.where["text"] = words if count else ""

    # ------------------------------------------------------------ acts

    def next(self) -> None:
        """Keep the words and go on to the next picture; after the last one everything is said to be done."""
        self.details.keep()
        at = max((self._ids.index(one) for one in self.details.ids if one in self._ids), default=-1)
        if at + 1 < len(self._ids):
            self.strip.go_to(at + 1)
        else:
            self._saved(_("That was the last photo of this strip."))
        self.details.fields.caption.focus_set()

    def _changed(self, before: list[Before]) -> None:
        self._past.append(before)
        self._saved(media_words.saved_words(datetime.now()))
        self.strip.refresh()

    def _retouched(self, files: Sequence[Path]) -> None:
        self.strip.pictures.forget(files)
        self.strip.refresh()

    def undo(self) -> None:
        """Take back the last words or verdict."""
        if self._past:
            put_back(self._past.pop(), by_name=self._by_name())
            ids = self.details.ids
            self.details.forget()
            self.details.show(ids)
            self.strip.refresh()

    def leave(self) -> bool:
        self.details.keep()
        return True

    def acts(self) -> dict[str, Act]:
        return {"save": self.details.keep, "submit": self.next, "undo": self.undo, "back": self._back}

    def focus_first(self) -> None:
        self.details.fields.caption.focus_set()


def _tile(row: MediaRow) -> str:
    """What stands in the strip where there is nothing to see: that it is a video and how long, else its words."""
    return media_words.video_words(row.duration_ms) if row.kind == "video" else row.caption or row.original_name
