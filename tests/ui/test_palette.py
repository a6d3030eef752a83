"""Every text can be read: at least 4.5:1 on its ground, in both modes, by the palette and by the styles."""

from __future__ import annotations

import pytest
import ttkbootstrap as ttk

from desktop_app.ui.palette import DARK, LIGHT, READABLE, Palette, contrast, reading_pairs
from desktop_app.ui.window import Window

PAIRS = [(palette, text, ground) for palette in (LIGHT, DARK) for text, ground in reading_pairs(palette)]
GROUNDS = ("", "@card ", "@chrome ")
COLOURS = ("", "primary", "secondary", "success", "warning", "danger", "info")
WORDS = [(ttk.Label, ground + colour) for ground in GROUNDS for colour in COLOURS]
BUTTONS = [
    (ttk.Button, ground + kind)
    for ground in GROUNDS
    for kind in ("", "primary", "danger", "ghost", "primary ghost", "danger ghost", "primary outline")
]


@pytest.mark.parametrize(
    ("palette", "text", "ground"), PAIRS, ids=[f"{palette.mode} {text} on {ground}" for palette, text, ground in PAIRS]
)
def test_a_text_can_be_read_on_its_ground(palette: Palette, text: str, ground: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= READABLE


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_labels_and_buttons_can_be_read(window: Window, place: ttk.Frame, mode: str) -> None:
    window.use_theme(mode)
    try:
        bad = [
            style for kind, style in WORDS + BUTTONS if _contrast_of(kind(place, text="x", bootstyle=style)) < READABLE
        ]
    finally:
        window.use_theme("light")
    assert bad == []


def _contrast_of(widget: ttk.Label | ttk.Button) -> float:
    style = ttk.Style.get_instance()
    name = str(widget["style"])
    return contrast(style.lookup(name, "foreground"), style.lookup(name, "background"))


@pytest.mark.parametrize(("mode", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_cards_and_the_rail_have_the_colours_of_the_palette(
    window: Window, place: ttk.Frame, mode: str, palette: Palette
) -> None:
    window.use_theme(mode)
    style = window.style
    grounds = {
        ground: style.lookup(str(ttk.Frame(place, bootstyle=ground)["style"]), "background") for ground in GROUNDS
    }
    main = style.lookup(str(ttk.Button(place, bootstyle="primary")["style"]), "background")
    window.use_theme("light")
    assert list(grounds.values()) == [palette.page, palette.card, palette.rail]
    assert main == palette.primary
