"""The body of an article on its sheet: the buttons for its looks, finding, templates, photos, doubtful words."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.core.article_templates import Template, templates
from desktop_app.core.i18n import _
from desktop_app.core.manuscripts.finding import found
from desktop_app.ui.screens.articles.placed_photos import Placed, PlacedPhotos, photo_words
from desktop_app.ui.screens.articles.spelling_marks import SpellingMarks
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.find_bar import FindBar
from desktop_app.ui.widgets.format_bar import FormatBar
from desktop_app.ui.widgets.popup_menu import Item
from desktop_app.ui.widgets.rich_text import RichText

FIRST_LINE = 44
"""Plain pixels below which nothing covers the line where writing begins."""


class ArticleBody(ttk.Frame):
    """Options: ``lead(words)`` takes the lead of a template. ``sheet`` is the RichText."""

    def __init__(self, parent: tkinter.Misc, *, lead: Callable[[str], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self._lead = lead
        self._photos: Sequence[Placed] = ()
        self._pick: Callable[[], object] = lambda: None
        self.placed = PlacedPhotos(self)
        self.sheet = RichText(self, height=8, photo=self.placed.make)
        self.bar = FormatBar(
            self, self.sheet, photos=self._photo_items, templates=self._template_items, find=self._toggle_find
        )
        self.finding = FindBar(self, self.sheet)
        self.spelling = SpellingMarks(self.sheet)
        self.columnconfigure(0, weight=1)
        self.rowconfigure(2, weight=1)
        self.bar.grid(row=0, sticky="we")
        self.finding.grid(row=1, sticky="we", pady=(px(HALF), 0))
        self.finding.grid_remove()
        self.sheet.grid(row=2, sticky="nsew", pady=(px(HALF), 0))
        self.beginnings = Beginnings(self.sheet, self.use)
        self.listen(self.sheet.text)

    def listen(self, field: tkinter.Misc) -> None:
        """Ctrl+F and Ctrl+H in a field look in the body."""
        for key, replace in (("f", False), ("F", False), ("h", True), ("H", True)):
            field.bind(f"<Control-{key}>", partial(self._find, replace))

    def begin(self) -> None:
        """Another article is on the sheet."""
        if self.finding.is_open:
            self.finding.shut()
        self.spelling.begin()

    def show_photos(self, photos: Sequence[Placed], pick: Callable[[], object]) -> None:
        """The photos that may be placed; ``pick()`` brings more under the article."""
        self._photos, self._pick = photos, pick
        self.placed.show(photos)

    def enable(self, on: bool) -> None:
        """Let it be written in, or only read."""
        self.sheet.enable(on)
        self.bar.enable(on)
        self.beginnings.show()

    def find(self, text: str) -> None:
        """Mark what a search was for: all its words as they stand together, else the first that is here."""
        here = self.sheet.plain()
        wanted = next((words for words in (text, *text.split()) if found(here, nfc(words))), "")
        if wanted:
            self.finding.open(wanted)

    def _find(self, replace: bool, event: tkinter.Event) -> str:
        self.finding.open(replace=replace)
        return "break"

    def _toggle_find(self) -> None:
        (self.finding.shut if self.finding.is_open else self.finding.open)()

    def _photo_items(self) -> list[Item]:
        standing = self.sheet.photos()
        numbers = sorted(range(1, len(self._photos) + 1), key=lambda number: number in standing)
        items = [
            Item(photo_words(number, self._photos[number - 1].caption), partial(self._place, number))
            for number in numbers
        ]
        return [*items, *([Item("")] if items else []), Item(_("From the archive…"), self._pick)]

    def _place(self, number: int) -> None:
        self.sheet.place_photo(number)
        self.sheet.focus_set()

    def _template_items(self) -> list[Item]:
        return [Item(template.name, partial(self.use, template)) for template in templates()]

    def use(self, template: Template) -> None:
        """Put a template below what is written; its lead where there is none."""
        self._lead(template.lead)
        self.sheet.insert_markup(template.body)
        self.sheet.text.mark_set("insert", "1.0")
        self.sheet.text.see("1.0")
        self.sheet.focus_set()


class Beginnings(ttk.Frame):
    """On an empty sheet: the templates it may begin with, each one press away. Gone with the first letter."""

    def __init__(self, sheet: RichText, use: Callable[[Template], object]) -> None:
        super().__init__(sheet, bootstyle="@card")
        self._sheet = sheet
        ttk.Label(self, text=_("Begin with a template:"), bootstyle="@card secondary").pack(anchor="w")
        for template in templates():
            ttk.Button(
                self,
                text=template.name,
                icon="layout-text-window",
                command=partial(use, template),
                bootstyle="@card ghost",
                takefocus=False,
            ).pack(anchor="w")
        sheet.watch(self.show)

    def show(self) -> None:
        """Be there only while nothing is written and something may be."""
        wanted = self._sheet.writable and self._sheet.empty
        if wanted and not self.winfo_manager():
            self.place(x=px(INSIDE), y=px(FIRST_LINE))
        elif not wanted:
            self.place_forget()
