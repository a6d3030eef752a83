"""What belongs to this PC: its language, its look, its user, where its records lie, which program it is."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from desktop_app import __version__
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, _
from desktop_app.core.settings import Settings
from desktop_app.ui.dialogs import open_folder
from desktop_app.ui.theme import INSIDE, THEMES, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.wrapped import Wrapped

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}
"""Each in its own words, so that anyone finds the way back."""
LOOKS = {"light": N_("Light"), "dark": N_("Dark")}


class HereCard(Card):
    """Options: ``speak(language)`` and ``use_theme(mode)`` take effect at once; ``kept()`` after each change."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        settings: Settings,
        speak: Callable[[str], object],
        use_theme: Callable[[str], object],
        kept: Callable[[], object],
    ) -> None:
        super().__init__(parent, _("This PC"))
        self._settings, self._speak, self._use_theme, self._kept = settings, speak, use_theme, kept
        self.form = Form(self.body, label_width=130)
        self.form.pack(fill="x")
        self.name = self.form.entry("name", _("Your name"), note=_("Stands beside what you write and record"))
        self.language = self.form.choice("language", _("Language"), list(LANGUAGE_NAMES.values()))
        self.look = self.form.choice("look", _("Look"), [_(word) for word in LOOKS.values()])
        self.name.bind("<FocusOut>", lambda event: self.keep_name(), "+")
        self.language.bind("<<ComboboxSelected>>", lambda event: self._language_chosen(), "+")
        self.look.bind("<<ComboboxSelected>>", lambda event: self._look_chosen(), "+")

    def refresh(self) -> None:
        """Show what is set."""
        if self.focus_get() is not self.name:
            self.name.delete(0, "end")
            self.name.insert(0, self._settings.user_name)
        self.language.set(LANGUAGE_NAMES[self._settings.language])
        modes = [mode for mode, theme in THEMES.items() if theme == self._settings.theme]
        self.look.current(list(LOOKS).index(modes[0] if modes else "light"))

    def keep_name(self) -> None:
        """Keep the user's name if it changed."""
        name = self.form.values()["name"]
        if name != self._settings.user_name:
            self._settings.user_name = name
            self._settings.save()
            self._kept()

    def _language_chosen(self) -> None:
        chosen = list(LANGUAGE_NAMES)[self.language.current()]
        if chosen != self._settings.language:
            self._speak(chosen)

    def _look_chosen(self) -> None:
        self._use_theme(list(LOOKS)[self.look.current()])
        self._settings.save()
        self._kept()


class AboutCard(Card):
    """Where the records lie and which program this is."""

    def __init__(self, parent: tkinter.Misc, *, home: Home) -> None:
        super().__init__(parent, _("Where everything lies"))
        Wrapped(self.body, str(home.root), bootstyle="@card").pack(fill="x")
        words = _("Records, photos and copies are all in this folder. To move to another PC, take the whole folder.")
        Wrapped(self.body, words, bootstyle="@card secondary").pack(fill="x", pady=(px(INSIDE), 0))
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(INSIDE), 0))
        show = ttk.Button(row, text=_("Open the folder"), command=lambda: open_folder(home.root), icon="folder2-open")
        show.configure(bootstyle="@card")
        show.pack(side="left")
        version = _("Loa Trường, version {version}").format(version=__version__)
        ttk.Label(row, text=version, bootstyle="@card secondary").pack(side="right")
