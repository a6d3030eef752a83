"""What this school expects of a photo: how large, how sharp, how well lit. It changes advice, never a verdict."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from desktop_app.core.i18n import N_, _
from desktop_app.core.media.judging import judge_archive
from desktop_app.core.media.quality import EDGES, profile_of
from desktop_app.core.settings import Settings
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.wrapped import Wrapped

SHARPNESS_WORDS = {
    "off": N_("No advice"),
    "lenient": N_("Lenient: only what is badly blurred"),
    "usual": N_("Usual"),
    "strict": N_("Strict: for print and large posters"),
}
LIGHT_WORDS = {"off": N_("No advice"), "usual": N_("Far too dark or burnt out")}


class PhotoQualityCard(Card):
    """Options: ``kept()`` after each change; all photos are judged anew in the background then."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        settings: Settings,
        runner: Runner,
        dialogs: Dialogs,
        kept: Callable[[], object],
    ) -> None:
        super().__init__(parent, _("Advice on photos"))
        self._settings, self._runner, self._dialogs, self._kept = settings, runner, dialogs, kept
        words = _("The PC says what it sees in a photo. Whether a photo is accepted is decided by a person.")
        line = Wrapped(self.body, words, font=fonts.NOTE, bootstyle="@card secondary")
        line.pack(fill="x", pady=(0, px(INSIDE)))
        self.form = Form(self.body, label_width=130)
        self.form.pack(fill="x")
        self.edge = self._choice("edge", _("Long side at least"), [_edge_words(edge) for edge in EDGES])
        self.sharpness = self._choice("sharpness", _("Blur"), [_(word) for word in SHARPNESS_WORDS.values()])
        self.light = self._choice("light", _("Exposure"), [_(word) for word in LIGHT_WORDS.values()])

    def _choice(self, name: str, label: str, values: list[str]) -> ttk.Combobox:
        box = self.form.choice(name, label, values)
        box.bind("<<ComboboxSelected>>", lambda event: self._chosen(), "+")
        return box

    def refresh(self) -> None:
        """Show what is set."""
        settings = self._settings
        for box, values, value in (
            (self.edge, EDGES, settings.photo_edge),
            (self.sharpness, tuple(SHARPNESS_WORDS), settings.photo_sharpness),
            (self.light, tuple(LIGHT_WORDS), settings.photo_light),
        ):
            box.current(values.index(value if value in values else "usual" if "usual" in values else "1600"))

    def _chosen(self) -> None:
        before = profile_of(self._settings)
        self._settings.photo_edge = EDGES[self.edge.current()]
        self._settings.photo_sharpness = list(SHARPNESS_WORDS)[self.sharpness.current()]
        self._settings.photo_light = list(LIGHT_WORDS)[self.light.current()]
        profile = profile_of(self._settings)
        if profile == before:
            return
        self._settings.save()
        self._kept()
        self._runner.run_quietly(
            partial(judge_archive, profile), title=_("Judging photos anew"), failed=self._dialogs.show_error
        )


def _edge_words(edge: str) -> str:
    return _("{edge} pixels").format(edge=edge) if edge != "0" else _("No advice")
