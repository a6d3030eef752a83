"""Albums: the shelf at the left, the open one at the right, put in order, added to, taken along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from db.queries.albums import AlbumRow, album_page
from desktop_app.core.albums import keeping
from desktop_app.core.albums.arranging import add_pictures, arrange, move_pictures, remove_pictures
from desktop_app.core.albums.leaving import kept_back_of
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.spans import spans
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.media.album_asks import ask_name
from desktop_app.ui.screens.media.album_choose import choose_best
from desktop_app.ui.screens.media.album_export import take_along
from desktop_app.ui.screens.media.album_look import AlbumLook
from desktop_app.ui.screens.media.album_sheet import AlbumSheet
from desktop_app.ui.screens.media.album_shelf import WIDTH, AlbumShelf
from desktop_app.ui.screens.media.smalls import Smalls
from desktop_app.ui.screens.media.topics import offered_topics
from desktop_app.ui.screens.screen import Act, Screen
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.card import Card

ALL = 100_000
"""More pictures than an album can have."""


class AlbumsFace(Screen):
    """A wish ``album_id`` opens that album."""

    follows_month = False

    def __init__(self, parent: ttk.Frame, *, desk: Desk, to_strip: Callable[[Sequence[str]], object]) -> None:
        super().__init__(parent)
        self._desk, self._to_strip = desk, to_strip
        self._smalls = Smalls(desk.home, desk.runner, desk.dialogs, self._pictures_came)
        self._past: list[Callable[[], object]] = []
        self._wished = ""
        self.room = ttk.Frame(self)
        self._furnish(self.room)
        self.empty = Empty(
            self,
            "images",
            _("No album yet"),
            _(
                "An album gathers the best photos of a term, a year or a topic for a review, an anniversary, a wall. "
                "The photos themselves stay in the archive."
            ),
            act=_("New album"),
            command=self.start,
        )

    def _furnish(self, room: ttk.Frame) -> None:
        left = Card(room, padding=INSIDE)
        left.pack(side="left", fill="y", padx=(0, px(BETWEEN)))
        self.new = ttk.Button(left.body, text=_("New album"), icon="plus-lg", command=self.start, bootstyle="@card")
        self.new.pack(fill="x", pady=(0, px(INSIDE)))
        self.shelf = AlbumShelf(left.body, picture=self._smalls.of, shown=self._show, entered=self._enter)
        self.shelf.canvas.configure(width=px(WIDTH))
        self.shelf.pack(fill="both", expand=True)
        self.sheet = AlbumSheet(
            room,
            smalls=self._smalls,
            choose=self.choose,
            take=self.take,
            rename=self.rename,
            away=self.put_away,
            remove=self.remove,
            caption=self.caption,
            moved=self.move,
            opened=self.look_at,
        )
        self.sheet.pack(side="left", fill="both", expand=True)

    # ------------------------------------------------------------ showing

    def open(self, *, album_id: str = "", **_wishes: Any) -> None:
        self._wished = album_id

    def refresh(self) -> None:
        self.shelf.look_again(self._wished)
        self._wished = ""
        shown, other = (self.room, self.empty) if self.shelf.rows else (self.empty, self.room)
        other.pack_forget()
        shown.pack(fill="both", expand=True)

    def _show(self, row: AlbumRow | None) -> None:
        kept_back = kept_back_of([cell.id for cell in album_page(row.id, 0, ALL)]) if row else {}
        self.sheet.show(row, kept_back)

    def _pictures_came(self) -> None:
        if self.winfo_exists():
            self.shelf.refresh()
            self.sheet.grid_.refresh()

    def _enter(self) -> None:
        grid = self.sheet.grid_
        grid.focus_set()
        if not grid.selected:
            grid.go_to(0)

    # ------------------------------------------------------------ acts on albums

    def start(self) -> None:
        """A new album, empty; it is open at once."""
        named = ask_name(self, _("New album"), _("Begin"))
        if named is None:
            return
        album_id = keeping.start_album(named.title, note=named.note, by_name=self._desk.by_name())
        words = _("Album “{title}” begun").format(title=named.title)
        self._acted(words, lambda: keeping.put_album_away(album_id, by_name=self._desk.by_name()), album_id)

    def rename(self) -> None:
        """Another name or note."""
        row = self.shelf.row
        named = ask_name(self, _("Rename the album"), _("Save"), row) if row else None
        if row is None or named is None:
            return
        again = partial(keeping.rename_album, row.id, by_name=self._desk.by_name())
        if self._done(lambda: again(named.title, note=named.note)):
            words = _("Now called “{title}”").format(title=named.title)
            self._acted(words, lambda: again(row.title, note=row.note), row.id)

    def put_away(self) -> None:
        """Take the album from the shelf; its photos stay in the archive."""
        row, who = self.shelf.row, self._desk.by_name
        if row and self._done(lambda: keeping.put_album_away(row.id, by_name=who())):
            words = _("Album “{title}” is deleted; its photos stay").format(title=row.title)
            self._acted(words, lambda: keeping.bring_album_back(row.id, by_name=who()), row.id)

    def take(self) -> None:
        """Write the album into a folder."""
        if self.shelf.row:
            take_along(self, self.shelf.row, self._desk)

    def choose(self) -> None:
        """Have the best proposed and put in what the person keeps of them."""
        row = self.shelf.row
        if row is None:
            return
        starts_on, topics = offered_topics(self.month)
        ids = choose_best(self, row.id, spans(self.month, starts_on), topics, self._smalls)
        if not ids:
            return
        new = self._attempt(lambda: add_pictures(row.id, ids, by_name=self._desk.by_name()))
        if new:
            words = _("{count} photos put in").format(count=len(new))
            self._acted(words, lambda: remove_pictures(row.id, new, by_name=self._desk.by_name()), row.id)

    # ------------------------------------------------------------ acts on pictures

    def move(self, asset_ids: list[str], gap: int) -> None:
        """Put the pictures before the one that stands at ``gap``."""
        row = self.shelf.row
        if row is None:
            return
        before = self._attempt(lambda: move_pictures(row.id, asset_ids, gap, by_name=self._desk.by_name()))
        if before is not None:
            words = _("{count} photos moved").format(count=len(asset_ids))
            self._acted(words, partial(self._arrange, row.id, before), row.id)
            self.sheet.grid_.show_chosen(asset_ids)

    def remove(self) -> None:
        """Take the chosen pictures out of the album."""
        row, chosen = self.shelf.row, self.sheet.grid_.selected
        if row is None or not chosen:
            return
        before = self._attempt(lambda: remove_pictures(row.id, chosen, by_name=self._desk.by_name()))
        if before is not None:
            words = _("{count} photos taken out of the album; they stay in the archive").format(count=len(chosen))
            self._acted(words, partial(self._arrange, row.id, before), row.id)

    def caption(self) -> None:
        """The chosen pictures, or all of the album with one or none chosen, one by one in the filmstrip."""
        row, chosen = self.shelf.row, self.sheet.grid_.selected
        ids = chosen if len(chosen) > 1 else [cell.id for cell in album_page(row.id, 0, ALL)] if row else []
        if ids:
            self._to_strip(ids)

    def look_at(self, place: int) -> None:
        """The pictures large, one after the other."""
        row = self.shelf.row
        cells = album_page(row.id, 0, ALL) if row else []
        if place < len(cells):
            left_at = AlbumLook(self, cells, place, self._smalls).run()
            self.sheet.grid_.go_to(left_at if isinstance(left_at, int) else place)

    def _arrange(self, album_id: str, before: list[str]) -> None:
        arrange(album_id, before, by_name=self._desk.by_name())

    # ------------------------------------------------------------ doing and undoing

    def _attempt(self, act: Callable[[], Any]) -> Any:
        """What an act returns, or None after its refusal was shown."""
        try:
            return act()
        except UserError as error:
            self._desk.dialogs.show_error(error)
            self.refresh()
            return None

    def _done(self, act: Callable[[], object]) -> bool:
        """Whether an act that returns nothing went well."""
        return self._attempt(lambda: (act(),)) is not None

    def _acted(self, words: str, back: Callable[[], object], album_id: str) -> None:
        def undo() -> None:
            if self._done(back):
                self._wished = album_id
                self.refresh()

        self._past.append(undo)
        self._wished = album_id
        self.refresh()
        self._desk.toast.say(words, undo=self.undo)

    def undo(self) -> None:
        """Take back the last act."""
        if self._past:
            self._past.pop()()
            self._desk.toast.close()

    def _delete(self) -> None:
        """Delete on the shelf is the album, elsewhere the chosen pictures."""
        if self.focus_displayof() is self.shelf.canvas:
            self.put_away()
        else:
            self.remove()

    def acts(self) -> dict[str, Act]:
        return {
            "new": self.start,
            "rename": self.rename,
            "export": self.take,
            "delete": self._delete,
            "undo": self.undo,
        }

    def focus_first(self) -> None:
        if self.shelf.rows:
            self.shelf.focus_set()
        else:
            super().focus_first()
