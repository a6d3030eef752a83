"""The language of the window and the small sentences of time."""

from __future__ import annotations

import pytest
from ttkbootstrap.localization import MessageCatalog

from desktop_app.core.i18n import set_language
from desktop_app.core.paths import ASSETS
from desktop_app.ui import i18n
from desktop_app.ui.window import Window
from desktop_app.ui.words import percent, time_left

needs_catalogue = pytest.mark.skipif(
    not (ASSETS / "locale" / "vi" / "LC_MESSAGES" / "app.mo").exists(), reason="the catalogue is not compiled"
)


@needs_catalogue
def test_the_librarys_own_words_are_vietnamese(window: Window) -> None:
    i18n.speak("vi")
    try:
        assert MessageCatalog.translate("Cancel") == "Huỷ"
        assert MessageCatalog.translate("Mo") == "T2"
        assert MessageCatalog.translate("November") == "Tháng 11"
    finally:
        i18n.speak("en")
    assert MessageCatalog.translate("Cancel") == "Cancel"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (4, "a few seconds left"),
        (45, "less than a minute left"),
        (124, "about 2 min left"),
        (7300, "about 2 h left"),
    ],
)
def test_the_time_left_is_said_roughly(seconds: float | None, words: str) -> None:
    set_language("en")
    assert time_left(seconds) == words


def test_a_share_is_a_whole_number() -> None:
    assert percent(0.428) == "43 %"
