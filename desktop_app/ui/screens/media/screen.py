"""Photos and videos: taken in, narrowed, looked at one by one or many at once, described and checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from db.queries.media import MediaFilter
from db.queries.media_shown import Shown, media_tally, shown_ids
from db.queries.rolls import RollRow
from desktop_app.core.i18n import _
from desktop_app.core.media.together import Before, put_back
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.media import words as media_words
from desktop_app.ui.screens.media.acts import MediaActs
from desktop_app.ui.screens.media.details import MediaDetails
from desktop_app.ui.screens.media.drop import take_drops
from desktop_app.ui.screens.media.filter import MediaNarrowing
from desktop_app.ui.screens.media.grid import MediaGrid
from desktop_app.ui.screens.media.intake import ImportBar, MediaImport
from desktop_app.ui.screens.media.intake_paste import take_pastes
from desktop_app.ui.screens.media.topics import offered_topics
from desktop_app.ui.screens.screen import Act, Screen
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.heading import Heading

PANEL, PANEL_SHARE = 336, 0.4
"""Pixels of a plain screen, and the share of a narrow one."""


class MediaScreen(Screen):
    """Left the photos, right the chosen ones. Its buttons stand in the room's ``heading``.

    ``to_strip(ids)`` opens the filmstrip with these pictures, ``to_alike(id)`` shows the photos that look like one.
    """

    def __init__(
        self,
        parent: ttk.Frame,
        *,
        heading: Heading,
        desk: Desk,
        to_strip: Callable[[Sequence[str]], object],
        to_alike: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self.heading, self._to_strip, self._to_alike = heading, to_strip, to_alike
        self._desk, self._home, self._runner, self._dialogs = desk, desk.home, desk.runner, desk.dialogs
        self._toast, self._saved, self._by_name = desk.toast, desk.saved, desk.by_name
        self._days: tuple[date, date] = self.month.days()
        self._also: dict[str, None] = {}
        self._past: list[list[Before]] = []
        self.importing = MediaImport(
            self, home=desk.home, runner=desk.runner, dialogs=desk.dialogs, brought=self._brought, by_name=desk.by_name
        )
        self._head()
        self.empty = self._offer_import()
        self.room = ttk.Frame(self)
        self._furnish(self.room)
        take_drops(self, self.importing.offer)
        take_pastes(self, self.importing.paste)

    def _head(self) -> None:
        self.heading.lead(_("Import photos, videos"), self.importing.begin, icon="images")
        self.heading.add(_("Import a folder"), self.importing.choose_folder, icon="folder-plus")

    def _offer_import(self) -> Empty:
        empty = Empty(
            self,
            "images",
            _("No photo or video is here yet"),
            _(
                "Photos and videos of the school's work belong here, kept for yearly reviews and anniversaries. "
                "They are copied; the card or phone they come from is not touched."
            ),
        )
        self.first_act = empty.add(_("Import photos, videos"), self.importing.begin, main=True)
        empty.add(_("Import a folder"), self.importing.choose_folder)
        return empty

    def _furnish(self, room: ttk.Frame) -> None:
        self.bar = ImportBar(
            room,
            home=self._home,
            dialogs=self._dialogs,
            undone=self._went,
            by_name=self._by_name,
            again=self.importing.take,
        )
        self._split = ttk.Frame(room)
        self._split.pack(fill="both", expand=True)
        card = Card(self._split, padding=INSIDE)
        self.filter = MediaNarrowing(room, card.body, changed=self._narrow)
        self.filter.tabs.pack(fill="x", pady=(0, px(INSIDE)), before=self._split)
        self.filter.find.pack(fill="x", pady=(0, px(INSIDE)))
        self.media_acts = self._acts_in(self.filter.find)
        self.details = MediaDetails(
            self._split,
            desk=self._desk,
            changed=self._changed,
            entered=self.next,
            retouched=self._retouched,
            to_alike=self._to_alike,
        )
        self.details.pack_propagate(False)
        self.details.pack(side="right", fill="y", padx=(px(BETWEEN), 0))
        card.pack(side="left", fill="both", expand=True)
        self.grid_ = MediaGrid(
            card.body,
            home=self._home,
            runner=self._runner,
            dialogs=self._dialogs,
            wished=self._wished,
            details=self.details,
        )
        self.grid_.pack(fill="both", expand=True)
        self._split.bind("<Configure>", lambda event: self._share(event.width))

    def _acts_in(self, row: ttk.Frame) -> MediaActs:
        return MediaActs(
            row,
            chosen=lambda: self.grid_.selected,
            shown=lambda: shown_ids(self._wished()),
            to_strip=self._to_strip,
            gone=self._went,
            desk=self._desk,
        )

    def _share(self, width: int) -> None:
        self.details.configure(width=min(px(PANEL), round(width * PANEL_SHARE)))

    # ------------------------------------------------------------ showing

    def open(
        self, *, start_import: bool = False, lacking_caption: bool = False, asset_id: str = "", **_wishes: Any
    ) -> None:
        """Begin an import, show what still needs words or a check, or show one picture."""
        if lacking_caption:
            self._show_what_waits()
        if asset_id:
            self.refresh()
            self.filter.clear()
            self._look_again()
            self._go_to(asset_id)
        if start_import:
            self.after_idle(self.importing.begin)

    def _show_what_waits(self) -> None:
        tally = media_tally(MediaFilter(), *self._days)
        self.filter.clear()
        self.filter.choose("uncaptioned" if tally.uncaptioned else "waiting")
        self._also.clear()
        self.grid_.to_top()

    def refresh(self) -> None:
        self.details.keep()
        self.details.starts_on, topics = offered_topics(self.month)
        self._days = self.month.days(self.details.starts_on)
        self.filter.show_topics(topics)
        self.details.offer(topics)
        self._also.clear()
        self._look_again()
        self._choose_again()

    def _look_again(self) -> None:
        """Counts and grid; the words being written stay as they are."""
        whole = media_tally(MediaFilter(), *self._days)
        narrowed = self.filter.narrowed()
        tally = media_tally(narrowed, *self._days) if narrowed != MediaFilter() else whole
        self.filter.show_tally(tally, self.month)
        self._show_room(bool(whole.all))
        self.grid_.refresh()

    def _show_room(self, there: bool) -> None:
        shown, other = (self.room, self.empty) if there else (self.empty, self.room)
        other.pack_forget()
        shown.pack(fill="both", expand=True)
        if there:
            self.heading.buttons.pack(side="right", anchor="n")
        else:
            self.heading.buttons.pack_forget()  # the empty room offers the same acts in its middle

    def _choose_again(self) -> None:
        ids = [one for one in self.grid_.selected if self.grid_.place_of(one) is not None]
        if ids:
            self.details.show(ids)
        elif self.grid_.count:
            self.grid_.go_to(0)
        else:
            self.grid_.to_top()
            self.details.show([])

    def _narrow(self) -> None:
        """Another tab, topic or word: from the top, the first picture chosen."""
        self.details.keep()
        self._also.clear()
        self.grid_.to_top()
        self._look_again()
        self._choose_again()

    def _go_to(self, asset_id: str) -> None:
        place = self.grid_.place_of(asset_id)
        if place is not None:
            self.grid_.go_to(place)

    def _wished(self) -> Shown:
        return self.filter.wished(self._days, tuple(self._also))

    # ------------------------------------------------------------ acts

    def next(self) -> None:
        """Enter in a caption: keep it and go on to the next picture, the caption ready to be written."""
        self.details.keep()
        place = self.grid_.place_of(self.details.ids[0]) if len(self.details.ids) == 1 else None
        if place is not None and place + 1 < self.grid_.count:
            self.grid_.go_to(place + 1)
        self.details.fields.caption.focus_set()

    def _changed(self, before: list[Before]) -> None:
        self._past.append(before)
        self._also.update(dict.fromkeys(one.asset_id for one in before))
        self._saved(media_words.saved_words(datetime.now()))
        if len(before) > 1:
            self._toast.say(_("Written on {count} photos").format(count=len(before)), undo=self.undo)
        self._look_again()

    def _retouched(self, files: Sequence[Path]) -> None:
        self.grid_.pictures.forget(files)
        self.grid_.refresh()
        self._saved(media_words.saved_words(datetime.now()))

    def undo(self) -> None:
        """Take back the last words or verdict."""
        if self._past:
            put_back(self._past.pop(), by_name=self._by_name())
            self.details.forget()
            self._look_again()
            self._choose_again()

    def _brought(self, roll: RollRow, stopped: bool) -> None:
        self.bar.show(roll, stopped=stopped)
        self.bar.pack(fill="x", pady=(0, px(INSIDE)), before=self._split)
        self.refresh()
        if roll.asset_ids:
            self.filter.clear()
            self.filter.choose("uncaptioned")
            self._narrow()
            self._go_to(roll.asset_ids[0])
            self.details.fields.caption.focus_set()

    def _went(self) -> None:
        """Photos went to the trash or came back: what was done to their words before cannot be undone any more."""
        self._past.clear()
        self.details.forget()
        self.refresh()

    def leave(self) -> bool:
        self.details.keep()
        return True

    def acts(self) -> dict[str, Act]:
        return {
            "new": self.importing.begin,
            "save": self.details.keep,
            "submit": self.next,
            "delete": self.media_acts.throw_away,
            "undo": self.undo,
        }

    def focus_first(self) -> None:
        (self.grid_ if self.grid_.count else self.first_act).focus_set()
