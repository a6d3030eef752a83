"""The language of the window: ours, and that of the few sentences ttkbootstrap says itself."""

from __future__ import annotations

import ttkbootstrap as ttk
from ttkbootstrap.localization import MessageCatalog

from desktop_app.core import i18n
from desktop_app.core.i18n import N_, _

# What ttkbootstrap's calendar and choosers say; its catalogue has no Vietnamese.
LIBRARY_WORDS = (
    N_("OK"), N_("Cancel"), N_("Yes"), N_("No"), N_("Retry"), N_("Submit"), N_("Search"), N_("Page"), N_("of"),
    N_("Sort"), N_("Filter"), N_("Export"), N_("Move"), N_("Align"), N_("Columns"), N_("Size"), N_("Name"),
    N_("Modified"), N_("Open"), N_("Save As"), N_("Select Directory"), N_("Directory:"), N_("File name:"),
    N_("Files of type:"), N_("All Files"), N_("Show hidden files"), N_("File already exists. Overwrite?"),
    N_("Should be of data type"), N_("Invalid data type"), N_("Number cannot be greater than"),
    N_("Number cannot be less than"), N_("Out of range"), N_("Select an item from the list"),
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
    N_("Mo"), N_("Tu"), N_("We"), N_("Th"), N_("Fr"), N_("Sa"), N_("Su"),
)  # fmt: skip


def speak(language: str) -> None:
    """Use ``language`` ("vi" or "en") in the whole window; after the App is there."""
    i18n.set_language(language)
    pairs = [part for word in LIBRARY_WORDS for part in (word, _(word))]
    MessageCatalog.set_many(language, *pairs)
    ttk.set_locale(language)
