"""Where are the photos? Cards, sticks and phones as they are plugged in, folders of this PC, or what was copied."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import ttkbootstrap as ttk

from desktop_app.core.i18n import N_, _
from desktop_app.core.media.places import CARD, CHAT, DOWNLOADS, PHONE, PICTURES, STICK, PlaceToLook, places_to_look
from desktop_app.ui import fonts
from desktop_app.ui.later import Later
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped

FILES, FOLDER, PASTE = "files", "folder", "paste"
LOOK_MS = 700
WIDE = 560
_KINDS = {
    CARD: ("camera", N_("A camera's card or a phone's memory")),
    STICK: ("usb-drive", N_("A stick or drive")),
    PHONE: ("phone", N_("A phone")),
    CHAT: ("chat-dots", N_("What Zalo saved on this PC; photos sent there are made smaller, ask for the originals")),
    DOWNLOADS: ("download", N_("What was saved from the web")),
    PICTURES: ("images", N_("The pictures of this PC")),
}


class IntakePlaces(Modal):
    """Answers a Path to look in, or "files", "folder", "paste"; None when given up. New drives appear by themselves."""

    def __init__(self, parent: tkinter.Misc, *, look: Callable[[], Sequence[PlaceToLook]] = places_to_look) -> None:
        super().__init__(parent, _("Import photos, videos"), minsize=(WIDE, 200))
        self._look, self._shown = look, list[PlaceToLook]()
        self._asking = ThreadPoolExecutor(1, "places")
        self._answer: Future[Sequence[PlaceToLook]] | None = None
        self._again = Later(self, self._ask)
        ttk.Label(self.body, text=_("Where are the photos?"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        self.places = ttk.Frame(self.body, bootstyle="@card", width=px(WIDE))
        self.places.pack(fill="x", pady=px(INSIDE))
        self.waiting = Wrapped(self.body, lines=3, font=fonts.NOTE, bootstyle="@card secondary")
        self.waiting.pack(fill="x")
        self.waiting.say(
            _(
                "A card, stick or phone appears here once it is plugged in. A phone must be unlocked and set to "
                "transfer files; if it does not appear, copy its photos into a folder first."
            )
        )
        self._others()
        self.bind("<Control-v>", lambda event: self.close(PASTE))
        self.bind("<Destroy>", lambda event: self._asking.shutdown(wait=False) if event.widget is self else None, "+")
        self._ask()

    def _others(self) -> None:
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(BETWEEN), 0))
        self.files = self.button(row, _("Choose files…"), partial(self.close, FILES), "@card primary")
        self.folder = self.button(row, _("Choose a folder…"), partial(self.close, FOLDER))
        self.paste = self.button(row, _("Paste (Ctrl+V)"), partial(self.close, PASTE))

    def _ask(self) -> None:
        """Ask for the drives on a thread of its own: one that answers slowly must not hold the window."""
        if self._answer is None:
            self._answer = self._asking.submit(self._look)
        elif self._answer.done():
            answer, self._answer = self._answer, None
            if answer.exception() is None:
                self.show(list(answer.result()))
        self._again.start(LOOK_MS if self._answer is None else LOOK_MS // 7)

    def show(self, places: Sequence[PlaceToLook]) -> None:
        """These can be looked into now."""
        if places == self._shown:
            return
        self._shown = list(places)
        for line in self.places.winfo_children():
            line.destroy()
        for place in places:
            self._line(place)

    def _line(self, place: PlaceToLook) -> None:
        icon, words = _KINDS[place.kind]
        line = ttk.Frame(self.places, bootstyle="@card")
        line.pack(fill="x", pady=px(HALF))
        ttk.Label(line, icon=icon, icon_size=22, bootstyle="@card primary").pack(side="left", padx=(0, px(BETWEEN)))
        act = partial(self.close, place.place)
        button = ttk.Button(line, text=_("Look inside"), command=act, bootstyle="@card")
        button.pack(side="right", padx=(px(BETWEEN), 0))
        size = f" · {place.size / 1_000_000_000:.0f} GB" if place.size else ""
        ttk.Label(line, text=place.name + size, font=fonts.STRONG, bootstyle="@card").pack(anchor="w")
        Wrapped(line, _(words), font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")

    def run(self, focus: tkinter.Misc | None = None) -> Path | str | None:
        """Show it; what was chosen."""
        answer = super().run(focus or self.files)
        return answer if isinstance(answer, Path | str) else None
