"""Rounded cards, buttons, pills: small pictures stretched by ttk, drawn once for each colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from desktop_app.ui.palette import WASHED, Palette

CARD_CORNER = 10
BUTTON_CORNER = 6
TILE = 40
"""The side of a shape's picture. ttk tiles the middle of it, so it is not made too small."""


class Look(NamedTuple):
    """How a rounded box looks in one state: fill, edge, and a ring outside the edge where it has the focus."""

    fill: str
    edge: str
    ring: str = ""


def build_cards(style: Any, colours: Palette) -> None:
    """ "Card.TFrame": a white sheet with round corners and a hair line."""
    _rounded(style, "Card.border", Look(colours.card, colours.line), {}, colours.page, CARD_CORNER)
    _lay_out(style, "Card.TFrame", [("Card.border", {"sticky": "nswe"})], background=colours.card)


def build_buttons(style: Any, colours: Palette) -> None:
    """Round the corners of ttkbootstrap's quiet, main and late buttons on each ground."""
    grounds = {"": colours.page, "@card": colours.card, "@chrome": colours.rail}
    for surface, ground in grounds.items():
        for colour in ("", "primary", "danger"):
            _build_button(style, colours, surface, ground, colour)
    _build_ghosts(style, colours)


def _build_ghosts(style: Any, colours: Palette) -> None:
    """Ghosts take the ground they are on; the square buttons left keep the layout of clam."""
    wash = Look(colours.neutral_wash, colours.neutral_wash)
    none = Look("#00000000", "#00000000")
    looks = {
        "disabled": none,
        "pressed": Look(colours.line, colours.line),
        "active focus": wash._replace(ring=colours.primary),
        "active": wash,
        "focus": none._replace(ring=colours.primary),
    }
    _rounded(style, "Ghost.Button.round", none, looks, "", BUTTON_CORNER, rim=2)
    style.layout("Ghost.TButton", _around("Ghost.Button.round", "Button"))
    focus = ("Button.focus", {"sticky": "nswe", "children": _inside("Button")})
    square = [("Button.border", {"sticky": "nswe", "border": "1", "children": [focus]})]
    for name in ("Outline.TButton", "Link.TButton", "Date.TButton"):
        style.layout(name, square)


def build_fields(style: Any, colours: Palette) -> None:
    """Round the corners of one-line fields; the focus is a green edge, a mistake a pink one."""
    fill = colours.card
    looks = {
        "disabled": Look(colours.neutral_wash, colours.line),
        "invalid": Look(fill, colours.late),
        "focus": Look(fill, colours.primary, colours.primary_wash),
        "active": Look(fill, colours.note),
    }
    _rounded(style, "Loa.field", Look(fill, colours.field_line), looks, "", BUTTON_CORNER, rim=2)
    _rounded(style, "Area.border", Look(fill, colours.field_line), looks, colours.card, BUTTON_CORNER, rim=2)
    _lay_out(style, "Field.TFrame", [("Area.border", {"sticky": "nswe"})], background=fill)
    builder = style._get_builder()  # as above: build before changing
    for family in ("entry", "combobox", "spinbox"):
        builder.build_style("default", family, "default")
        name = f"T{family.title()}"
        style.layout(name, _with_field(style.layout(name)))
        style.configure(name, background=colours.card, padding=_px(style, (8, 5)))
    style.configure("Page.TEntry", background=colours.page)
    ttk.register_style(style, "Page.TEntry")


def _with_field(layout: Any) -> list[Any]:
    """The same layout with our field around it."""
    return [
        ("Loa.field" if element.endswith("field") else element, _with_field_inside(options))
        for element, options in layout
    ]


def _with_field_inside(options: dict[str, Any]) -> dict[str, Any]:
    inside = options.get("children")
    return {**options, "children": _with_field(inside)} if inside else options


def _build_button(style: Any, colours: Palette, surface: str, ground: str, colour: str) -> None:
    name = ".".join(part for part in (surface, colour, "TButton") if part)
    builder = style._get_builder()  # the library builds a style on first use, which would undo ours
    builder.build_style("default", "button", colour or "default", surface=surface.lstrip("@"))
    fill = getattr(colours, {"primary": "primary", "danger": "late"}.get(colour, "card"))
    quiet = not colour
    edge = colours.field_line if quiet else fill
    hover = colours.neutral_wash if quiet else builder.active(fill)
    looks = {
        "disabled": Look(colours.neutral_wash, colours.line),
        "pressed": Look(builder.pressed(hover), edge),
        "active focus": Look(hover, edge, colours.primary),
        "active": Look(hover, edge),
        "focus": Look(fill, edge, colours.primary),
    }
    element = name.replace("TButton", "Button.round").replace("@", "on_")
    _rounded(style, element, Look(fill, edge), looks, ground, BUTTON_CORNER, rim=2)
    _lay_out(style, name, _around(element, "Button"), padding=_px(style, (12, 5)))
    if quiet:
        style.configure(name, foreground=colours.text, background=fill)
    style.map(name, foreground=[("disabled", colours.note)])


def build_toggle(style: Any, name: str, colours: Palette, ground: str) -> None:
    """A quiet radio button as a word that is washed green when chosen (rooms of the rail, tabs)."""
    wash, none = colours.primary_wash, ground
    looks = {
        "selected focus": Look(wash, wash, colours.primary),
        "selected": Look(wash, wash),
        "active focus": Look(colours.neutral_wash, colours.neutral_wash, colours.primary),
        "active": Look(colours.neutral_wash, colours.neutral_wash),
        "focus": Look(none, none, colours.primary),
    }
    element = f"{name.partition('.')[0]}.Toggle.round"
    _rounded(style, element, Look(none, none), looks, ground, BUTTON_CORNER, rim=2)
    _lay_out(style, name, _around(element, "Toolbutton"))


def build_badges(style: Any, colours: Palette) -> None:
    """ "late.Badge.TLabel" and its like: a pill with a quiet ground."""
    for kind in (*WASHED, "neutral"):
        wash = getattr(colours, f"{kind}_wash")
        text = colours.text if kind == "neutral" else getattr(colours, kind)
        element = f"{kind}.Badge.round"
        _rounded(style, element, Look(wash, wash), {}, "", 9)
        _lay_out(
            style, f"{kind}.Badge.TLabel", _around(element, "Label"),
            foreground=text, background=colours.card, font="LoaNote", padding=_px(style, (8, 1)),
        )  # fmt: skip


def _lay_out(style: Any, name: str, layout: list[Any], **options: Any) -> None:
    style.layout(name, layout)
    if options:
        style.configure(name, **options)
    ttk.register_style(style, name)


def _around(element: str, family: str) -> list[Any]:
    return [(element, {"sticky": "nswe", "children": _inside(family)})]


def _inside(family: str) -> list[Any]:
    return [(f"{family}.padding", {"sticky": "nswe", "children": [(f"{family}.label", {"sticky": "nswe"})]})]


def _rounded(
    style: Any, element: str, rest: Look, states: Mapping[str, Look], ground: str, corner: int, *, rim: int = 0
) -> None:
    if element in style.element_names():
        return
    pictures = {state: _picture(style, look, ground, corner, rim) for state, look in states.items()}
    ttk.image_element(
        style, element,
        default=_picture(style, rest, ground, corner, rim),
        states=pictures, border=_px(style, corner + rim), sticky="nswe", padding=_px(style, max(rim, 1)),
        width=_px(style, 2 * (corner + rim)), height=_px(style, 2 * (corner + rim)),
    )  # fmt: skip


def _picture(style: Any, look: Look, ground: str, corner: int, rim: int) -> str:
    def draw(canvas: Any, width: int, height: int) -> None:
        scale = width / TILE
        if ground:  # flat on its ground: X11 draws pictures with transparent corners slowly
            canvas.rectangle((0, 0, width, height), fill=ground)
        if look.ring:
            around = (0, 0, width - 1, height - 1)
            canvas.rounded_rectangle(around, (corner + rim) * scale, outline=look.ring, width=round(1.5 * scale))
        inset = rim * scale
        box = (inset, inset, width - 1 - inset, height - 1 - inset)
        canvas.rounded_rectangle(box, corner * scale, fill=look.fill, outline=look.edge, width=max(1, round(scale)))

    return str(ttk.Assets(style).image((TILE, TILE), draw, "loa", *look, ground, corner, rim))


def _px(style: Any, size: Any) -> Any:
    return style.scaling.logical(size)
