"""The room of media: the photos, and in their place duplicates, albums, consents or the filmstrip. Esc goes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ttkbootstrap as ttk

from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.room import screen_at
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.media.screen import MediaScreen
from desktop_app.ui.screens.screen import Act, ByName, Screen, Show
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.tabs import Tab, Tabs
from desktop_app.ui.widgets.toast import Toast

PHOTOS, STRIP = "photos", "filmstrip"


class MediaRoom(Screen):
    """Wishes of ``show``: ``face`` duplicates, albums or consents; the rest is for that face, or for the photos."""

    def __init__(
        self,
        parent: ttk.Frame,
        *,
        show: Show,
        home: Home,
        runner: Runner,
        dialogs: Dialogs,
        toast: Toast,
        by_name: ByName,
        saved: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self.configure(padding=(px(ROUND), px(INSIDE), px(ROUND), px(ROUND)))
        self.heading = self._head()
        desk = Desk(home, runner, dialogs, toast, by_name, show, saved)
        self.photos = MediaScreen(self, heading=self.heading, desk=desk, to_strip=self.to_strip, to_alike=self.to_alike)
        at_hand = {"home": home, "runner": runner, "dialogs": dialogs, "toast": toast, "by_name": by_name}
        self._makers = {
            "duplicates": screen_at("media.duplicates:DuplicatesFace", **at_hand),
            "albums": screen_at("media.albums:AlbumsFace", desk=desk, to_strip=self.to_strip),
            "consents": screen_at("media.consents:ConsentsFace", desk=desk),
            STRIP: screen_at("media.filmstrip:FilmstripFace", desk=desk, back=self.to_photos),
        }
        self._made: dict[str, Screen] = {PHOTOS: self.photos}
        self.face: Screen = self.photos
        self._lay(PHOTOS)

    def _head(self) -> Heading:
        heading = Heading(self, _("Media"), beside=True)
        self.tabs = Tabs(heading.words, changed=self.turn_to, boxed=True)
        self.tabs.pack(side="left", padx=px(BETWEEN))
        return heading

    # ------------------------------------------------------------ faces

    def open(self, **wishes: Any) -> None:
        name = wishes.pop("face", PHOTOS if wishes else "")
        if name:
            self._lay(name)
        self.face.open(**wishes)

    def turn_to(self, name: str, **wishes: Any) -> None:
        """Show another face as the user asks for it; what was typed is kept first."""
        if self.face.leave():
            self._lay(name)
            self.face.open(**wishes)
            self.refresh()
            self.face.focus_first()

    def to_strip(self, asset_ids: Sequence[str]) -> None:
        """These pictures one by one, in place of everything."""
        self.turn_to(STRIP, asset_ids=list(asset_ids))

    def to_alike(self, asset_id: str) -> None:
        """The group of photos that look like this one."""
        self.turn_to("duplicates", asset_id=asset_id)

    def to_photos(self) -> None:
        """Back from any other face."""
        self.turn_to(PHOTOS)

    def _lay(self, name: str) -> None:
        """Put the face ``name`` where the other one was; its file is read when it is first asked for."""
        if name not in self._made:
            self._made[name] = self._makers[name](self)
        self.face.pack_forget()
        self.heading.pack_forget()
        if name != STRIP:
            self.heading.pack(fill="x", pady=(0, px(INSIDE)))
            self.tabs.show(_tabs(), chosen=name)
        if name != PHOTOS:
            self.heading.buttons.pack_forget()
        self.face = self._made[name]
        self.face.pack(fill="both", expand=True)

    # ------------------------------------------------------------ as every screen

    def refresh(self) -> None:
        self.face.month = self.month
        self.face.refresh()

    def leave(self) -> bool:
        return self.face.leave()

    def acts(self) -> Mapping[str, Act]:
        home = {} if self.face is self.photos else {"back": self.to_photos}
        return {"new": self.photos.importing.begin, **home, **self.face.acts()}

    def focus_first(self) -> None:
        self.face.focus_first()


def _tabs() -> list[Tab]:
    return [
        Tab(PHOTOS, _("Photos, videos")),
        Tab("duplicates", _("Alike (tab)")),
        Tab("albums", _("Albums")),
        Tab("consents", _("Consents")),
    ]
