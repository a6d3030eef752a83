"""The colours of the product, light and dark, and how well each text reads on its ground. No Tk."""

from __future__ import annotations

from typing import NamedTuple

READABLE = 4.5
"""The least contrast of a text on its ground (WCAG 2.2, 1.4.3 AA)."""


class Palette(NamedTuple):
    """One mode. ``…_wash`` is the quiet ground that belongs to an accent."""

    mode: str
    page: str
    card: str
    rail: str
    line: str
    field_line: str
    text: str
    note: str
    primary: str
    primary_wash: str
    late: str
    late_wash: str
    good: str
    good_wash: str
    soon: str
    soon_wash: str
    info: str
    info_wash: str
    neutral_wash: str
    selected: str


LIGHT = Palette(
    mode="light",
    page="#FAFAF7",
    card="#FFFFFF",
    rail="#F1EFE8",
    line="#E6E4DD",
    field_line="#C4C0B3",
    text="#2B2A27",
    note="#66625A",
    primary="#1F6F5C",
    primary_wash="#E1EEE8",
    late="#A8326E",
    late_wash="#F9E8F0",
    good="#27713A",
    good_wash="#E5F2E4",
    soon="#855300",
    soon_wash="#FAEFDA",
    info="#2B5E88",
    info_wash="#E5EEF6",
    neutral_wash="#EFEDE6",
    selected="#CFE4DB",
)

DARK = Palette(
    mode="dark",
    page="#1B1C1A",
    card="#252724",
    rail="#151614",
    line="#383B36",
    field_line="#5A5E57",
    text="#ECEAE3",
    note="#ADA99E",
    primary="#6FC3AA",
    primary_wash="#21342E",
    late="#F0A3C8",
    late_wash="#3D2431",
    good="#8CCB97",
    good_wash="#22331F",
    soon="#E5B567",
    soon_wash="#3A2F1B",
    info="#93BFE3",
    info_wash="#1F2F3D",
    neutral_wash="#30332E",
    selected="#2C4A40",
)

PALETTES = {"light": LIGHT, "dark": DARK}

GROUNDS = ("page", "card", "rail")
WASHED = ("primary", "late", "good", "soon", "info")


def reading_pairs(palette: Palette) -> list[tuple[str, str]]:
    """Every text and ground (by name) that occur together."""
    plain = [(text, ground) for ground in GROUNDS for text in ("text", "note", *WASHED)]
    washed = [(accent, f"{accent}_wash") for accent in WASHED]
    rows = [("text", "selected"), ("note", "neutral_wash"), ("text", "neutral_wash")]
    return plain + washed + rows + [("text", f"{accent}_wash") for accent in WASHED]


def contrast(one: str, other: str) -> float:
    """How many times brighter the brighter of two #rrggbb colours is, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
