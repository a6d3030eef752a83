"""Words: the sentence a person reads, found by its English id in one catalogue."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from desktop_app.core.paths import ASSETS

DOMAIN = "app"
LANGUAGES = ("vi", "en")

_language = "vi"


def N_(message: str) -> str:
    """Mark ``message`` for the catalogue without looking it up yet."""
    return message


def set_language(language: str) -> None:
    """Speak ``language`` ("vi" or "en") from the next look-up on."""
    if language not in LANGUAGES:
        raise ValueError(f"unknown language: {language}")
    global _language
    _language = language


def language() -> str:
    """The language spoken now."""
    return _language


def _(message: str) -> str:
    """``message`` in the language spoken now, looked up at call time."""
    return _catalogue(_language).gettext(message)


def in_vietnamese(message: str) -> str:
    """``message`` in Vietnamese whatever the window speaks: official papers know no other language."""
    return _catalogue("vi").gettext(message)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, str(_locale_folder()), languages=[language])


def _locale_folder() -> Path:
    return ASSETS / "locale"
