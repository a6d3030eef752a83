"""Advice beside a chosen photo: said where the verdict is given, and never given for the person."""

from __future__ import annotations

import pytest
import ttkbootstrap as ttk

from db.models import MediaAsset
from db.queries.media import media
from desktop_app.core.home import Home
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.media.details import MediaDetails
from desktop_app.ui.screens.media.words import advice_words
from tests.core.makers import a_picture


@pytest.fixture
def led() -> list[str]:
    return []


@pytest.fixture
def details(place: ttk.Frame, desk: Desk, led: list[str]) -> MediaDetails:
    def nothing(*facts: object) -> None: ...

    details = MediaDetails(
        place,
        desk=desk,
        changed=nothing,
        entered=nothing,
        retouched=nothing,
        to_alike=led.append,
    )
    details.pack(fill="both", expand=True)
    return details


@pytest.mark.parametrize(
    ("quality", "words"),
    [
        ({}, ""),
        ({"blur": "blurred"}, "Advice: it may be blurred."),
        (
            {"exposure": "dark", "size": "small"},
            "Advice: much of it is very dark, it is small (640 × 480), print wants more.",
        ),
        ({"exposure": "bright"}, "Advice: much of it is burnt out to white."),
        ({"noise": "of a newer program"}, ""),
    ],
)
def test_advice_is_said_in_words(home: Home, quality: dict[str, str], words: str) -> None:
    one = media(a_picture(quality=quality, width=640, height=480))
    assert one is not None
    assert advice_words(one) == words


def test_advice_comes_and_goes_with_the_photo_and_judges_nothing(details: MediaDetails) -> None:
    soft, sharp = a_picture("1" * 64, quality={"blur": "blurred"}, review="waiting"), a_picture("2" * 64)
    details.show([soft])
    assert details.advice.winfo_manager()
    assert details.advice.label["text"].startswith("Advice: it may be blurred")
    assert MediaAsset.get_by_id(soft).review == "waiting"
    assert str(details.accepting["state"]) == "normal"
    details.show([sharp])
    assert not details.advice.winfo_manager()
    details.show([sharp, soft])
    assert not details.advice.winfo_manager()


def test_photos_that_look_like_it_are_one_click_away(details: MediaDetails, led: list[str]) -> None:
    first = a_picture("1" * 64)
    second = a_picture("2" * 64, burst_of=first)
    alone = a_picture("3" * 64)
    details.show([second])
    assert details.comparing["text"] == "1 other photos look like this one"
    details.comparing.invoke()
    assert led == [second]
    details.show([alone])
    assert not details.comparing.winfo_manager()
