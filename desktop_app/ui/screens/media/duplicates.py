"""Like photos, a group after the other: two side by side, one kept, or told apart. Nothing goes by itself."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from db.queries.media_groups import Member, group_of
from desktop_app.core import trash
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.media.best import proposed
from desktop_app.core.media.groups import keep_one, part, put_together, take_back
from desktop_app.core.media.judging import look_through
from desktop_app.core.media.renditions import LARGE, SMALL, rendition_place
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.media import duplicates_words as words
from desktop_app.ui.screens.media.duplicates_pair import PairView, Side
from desktop_app.ui.screens.media.duplicates_strip import GroupStrip, Small
from desktop_app.ui.screens.media.duplicates_walk import Walk
from desktop_app.ui.screens.media.duplicates_words import LEFT, RIGHT
from desktop_app.ui.screens.screen import Act, ByName, Screen
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.widgets.wrapped import Wrapped

LOW = 700
"""Lines of a plain screen below which the pictures need the room of the words about keys."""


class DuplicatesFace(Screen):
    """A wish ``asset_id`` shows the group of that photo."""

    follows_month = False

    def __init__(
        self, parent: ttk.Frame, *, home: Home, runner: Runner, dialogs: Dialogs, toast: Toast, by_name: ByName
    ) -> None:
        super().__init__(parent)
        self._home, self._runner, self._dialogs, self._toast, self._by_name = home, runner, dialogs, toast, by_name
        self._past: list[Callable[[], object]] = []
        self._looked = False
        self.walk = Walk()
        self.card = Card(self, padding=INSIDE)
        self._head(self.card.body)
        self.strip = GroupStrip(self.card.body, chosen=self.compare)
        self.room = Scrolled(self.card.body, card=True)
        self.room.pack(fill="both", expand=True)
        self.pair = PairView(
            self.room.inside, keep=self.keep, away=self.put_away, different=self.part, all_different=self.part_all
        )
        self.pair.pack(fill="both", expand=True)
        self.room.canvas.bind("<Configure>", lambda event: self.pair.fill(event.height), "+")
        self.empty = Empty(
            self,
            "images",
            _("No like photos are waiting"),
            _(
                "Bursts and copies that came through Zalo are gathered here, so that the best one can be kept. "
                "The PC throws nothing away by itself."
            ),
        )
        self._listen(self.pair)

    def _head(self, room: ttk.Frame) -> None:
        row = ttk.Frame(room, bootstyle="@card")
        row.pack(fill="x", pady=(0, px(HALF)))
        self.line = ttk.Label(row, font=fonts.STRONG, bootstyle="@card")
        self.line.pack(side="left")
        self.next = ttk.Button(row, text=_("Next group"), command=lambda: self.go(1), bootstyle="@card")
        self.next.pack(side="right")
        self.before = ttk.Button(row, text=_("Group before"), command=lambda: self.go(-1), bootstyle="@card")
        self.before.pack(side="right", padx=px(INSIDE))
        self.hint = Wrapped(room, font=fonts.NOTE, bootstyle="@card secondary")
        if self.winfo_screenheight() >= px(LOW):
            self.hint.pack(side="bottom", fill="x", pady=(px(HALF), 0))

    def _listen(self, pair: tkinter.Misc) -> None:
        pair.configure(takefocus=True)  # type: ignore[call-arg]  # a ttk.Frame takes it
        keys: dict[str, Act] = {
            "<Left>": lambda: self.step(-1),
            "<Right>": lambda: self.step(1),
            "<Up>": lambda: self.go(-1),
            "<Prior>": lambda: self.go(-1),
            "<Down>": lambda: self.go(1),
            "<Next>": lambda: self.go(1),
            "<Key-1>": lambda: self.keep(LEFT),
            "<Key-2>": lambda: self.keep(RIGHT),
            "<Key-3>": self.part,
            "<Key-x>": self.swap,
            "<space>": self.pair.look_closely,
        }
        for key, act in keys.items():
            pair.bind(key, lambda event, act=act: None if self.walk.is_over else act())  # type: ignore[misc]

    # ------------------------------------------------------------ showing

    def open(self, **wishes: Any) -> None:
        self.walk.look_again(group_of(str(wishes.get("asset_id", ""))))

    def refresh(self) -> None:
        self.walk.look_again()
        self._show()
        self._look_through()

    def _show(self) -> None:
        shown, other = (self.empty, self.card) if self.walk.is_over else (self.card, self.empty)
        other.pack_forget()
        shown.pack(fill="both", expand=True)
        if self.walk.is_over:
            return
        at, count = self.walk.at, len(self.walk.groups)
        self.line["text"] = words.group_words(at, count, len(self.walk.photos))
        self.before.configure(state="normal" if at else "disabled")
        self.next.configure(state="normal" if at + 1 < count else "disabled")
        self._show_pair()

    def _show_pair(self) -> None:
        photos, (left, right) = self.walk.photos, self.walk.pair
        best = proposed(photos)
        self.pair.show(
            self._side(left, best),
            self._side(right, best),
            words.versus(left, right),
            words.proposal_words(best, left, right),
            words.keep_words(len(photos)),
            len(photos),
        )
        self.hint.say(words.keys_words(len(photos)))
        if len(photos) == 2:
            self.strip.pack_forget()
            return
        if not self.strip.winfo_manager():
            self.strip.pack(side="bottom", fill="x", pady=(px(INSIDE), 0), before=self.room)
        small = [Small(one.id, self._file(one, SMALL)) for one in photos]
        self.strip.show(small, self.walk.left, self.walk.right)

    def _side(self, photo: Member, best: Member | None) -> Side:
        return Side(photo, self._file(photo, LARGE) or self._file(photo, SMALL), photo == best)

    def _file(self, photo: Member, size: int) -> Path | None:
        place = rendition_place(self._home, photo.sha256, size)
        return place if place.exists() else None

    def _look_through(self) -> None:
        """Once each time the face is entered: bursts are gathered, photos from before are measured."""
        if not self._looked:
            self._looked = True
            self._runner.run_quietly(
                partial(look_through, self._home),
                title=_("Comparing photos"),
                failed=self._dialogs.show_error,
                done=lambda found: self.refresh() if found and self.winfo_exists() else None,
            )

    # ------------------------------------------------------------ going

    def go(self, step: int) -> None:
        """The next group, or the one before."""
        if self.walk.go(step):
            self._show()
        self.focus_first()  # after a click the arrows work as well

    def step(self, step: int) -> None:
        """Compare with the next photo of the group, or the one before."""
        if self.walk.step(step):
            self._show_pair()

    def compare(self, place: int) -> None:
        """Compare with the photo at ``place`` of the group."""
        if self.walk.compare(place):
            self._show_pair()
        self.focus_first()

    def swap(self) -> None:
        """The right one to the left."""
        self.walk.swap()
        self._show_pair()

    # ------------------------------------------------------------ acts

    def keep(self, side: int) -> None:
        """Keep one of the two for the whole group; the others go to the trash."""
        one = self._at(side)
        others = [photo.id for photo in self.walk.photos if photo.id != one.id]
        kept = self._attempt(lambda: keep_one(one.id, others, by_name=self._by_name()))
        if kept is not None:
            said = _("“{name}” is kept, {count} photos are in the trash").format(count=len(others), name=one.name)
            self._acted(said, one.id, lambda: take_back(kept, by_name=self._by_name()))

    def put_away(self, side: int) -> None:
        """Put just one of the two into the trash."""
        one = self._at(side)
        entries = self._attempt(lambda: trash.put_in(trash.ASSET, [one.id], by_name=self._by_name()))
        if entries is not None:
            said = _("“{name}” is in the trash").format(name=one.name)
            self._acted(said, one.id, lambda: trash.take_back(entries, by_name=self._by_name()))

    def part(self) -> None:
        """The right one is another picture, for good."""
        self._part([self._at(RIGHT).id])

    def part_all(self) -> None:
        """All of the group are different pictures, for good."""
        self._part([photo.id for photo in self.walk.photos])

    def _part(self, asset_ids: list[str]) -> None:
        parted = self._attempt(lambda: part(asset_ids, by_name=self._by_name()))
        if parted is not None:
            said = _("Told apart: they will not be shown together again")
            self._acted(said, asset_ids[0], lambda: put_together(parted, by_name=self._by_name()))

    def undo(self) -> None:
        """Take back the last act."""
        if self._past:
            self._past.pop()()
            self._toast.close()

    def leave(self) -> bool:
        self._looked = False
        return True

    def acts(self) -> dict[str, Act]:
        return {"undo": self.undo}

    def focus_first(self) -> None:
        if not self.walk.is_over:
            self.pair.focus_set()

    def _at(self, side: int) -> Member:
        return self.walk.pair[0 if side == LEFT else 1]

    def _attempt(self, act: Callable[[], Any]) -> Any:
        """What an act returns, or None after its refusal was shown."""
        try:
            return act()
        except UserError as error:
            self._dialogs.show_error(error)
            return None

    def _acted(self, said: str, asset_id: str, back: Callable[[], object]) -> None:
        def undo() -> None:
            back()
            self.walk.look_again(group_of(asset_id))
            self._show()

        self._past.append(undo)
        self.refresh()
        self._toast.say(said, undo=self.undo)
        self.focus_first()
