"""Round corners for ttkbootstrap's buttons and fields, and our own cards, pills and words to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ttkbootstrap as ttk
from PIL import ImageTk

from desktop_app.ui.palette import WASHED, Palette
from desktop_app.ui.rounded import TILE, Look, rounded

CARD_CORNER = 10
BUTTON_CORNER = 6
PILL_CORNER = 9
BUTTON_PADDING = (13, 7)
FIELD_PADDING = (8, 7)
RIM = 2
"""Room around a button or field for the ring of the focus, in plain pixels."""
NOTHING = Look()


def round_button(style: Any, name: str, colours: Palette, ground: str) -> None:
    """A button that ttkbootstrap has just built: round, and a quiet one as white as a card."""
    quiet = "." not in name.replace("@card.", "").replace("@chrome.", "")
    fill = colours.card if quiet else str(style.lookup(name, "background"))
    edge = colours.field_line if quiet else fill
    hover = colours.neutral_wash if quiet else str(style.lookup(name, "background", ["hover"]))
    pressed = colours.line if quiet else str(style.lookup(name, "background", ["pressed"]))
    looks = {
        "disabled": Look(colours.neutral_wash, colours.line),
        "pressed": Look(pressed, edge),
        "active focus": Look(hover, edge, colours.primary),
        "active": Look(hover, edge),
        "focus": Look(fill, edge, colours.primary),
    }
    _element(style, f"{name}.round".replace("@", "on_"), Look(fill, edge), looks, ground, BUTTON_CORNER, RIM)
    style.layout(name, _around(f"{name}.round".replace("@", "on_"), "Button"))
    if quiet:
        style.configure(name, foreground=colours.text, background=fill)
    style.configure(name, padding=_px(style, BUTTON_PADDING))
    style.map(name, foreground=[("disabled", colours.note)])


def round_ghost(style: Any, name: str, colours: Palette) -> None:
    """A word that is washed under the pointer; it takes whatever ground it lies on."""
    looks = {
        "disabled": NOTHING,
        "pressed": _washed(colours.line),
        "active focus": _washed(colours.neutral_wash, colours.primary),
        "active": _washed(colours.neutral_wash),
        "focus": Look(ring=colours.primary),
    }
    _element(style, "Ghost.Button.round", NOTHING, looks, "", BUTTON_CORNER, RIM)
    style.layout(name, _around("Ghost.Button.round", "Button"))
    style.configure(name, padding=_px(style, BUTTON_PADDING))


def keep_square(style: Any, name: str) -> None:
    """Clam's own layout, for the kinds of button that would else take over the round one of their base."""
    focus = ("Button.focus", {"sticky": "nswe", "children": _inside("Button")})
    style.layout(name, [("Button.border", {"sticky": "nswe", "border": "1", "children": [focus]})])


def round_field(style: Any, name: str, colours: Palette) -> None:
    """A one-line field: the focus is a green edge, a mistake a pink one."""
    _field_element(style, "Loa.field", colours, "")
    style.layout(name, _with_field(style.layout(name)))
    style.configure(name, background=colours.card, padding=_px(style, FIELD_PADDING))


def build_areas(style: Any, colours: Palette) -> None:
    """ "Field.TFrame" around a text of many lines, "Page.TEntry" for a field that lies on the page itself."""
    _field_element(style, "Area.border", colours, colours.card)
    _lay_out(style, "Field.TFrame", [("Area.border", {"sticky": "nswe"})], background=colours.card)
    style.configure("Page.TEntry", background=colours.page)
    ttk.register_style(style, "Page.TEntry")


def build_card(style: Any, colours: Palette) -> None:
    """ "Card.TFrame": a white sheet with round corners and a hair line."""
    _element(style, "Card.border", Look(colours.card, colours.line), {}, colours.page, CARD_CORNER)
    _lay_out(style, "Card.TFrame", [("Card.border", {"sticky": "nswe"})], background=colours.card)


def build_toggle(style: Any, name: str, colours: Palette, ground: str) -> None:
    """A quiet radio button as a word that is washed green when chosen (rooms of the rail, tabs)."""
    looks = {
        "selected focus": _washed(colours.primary_wash, colours.primary),
        "selected": _washed(colours.primary_wash),
        "active focus": _washed(colours.neutral_wash, colours.primary),
        "active": _washed(colours.neutral_wash),
        "focus": Look(ground, ground, colours.primary),
    }
    element = f"{name}.round"
    _element(style, element, Look(ground, ground), looks, ground, BUTTON_CORNER, RIM)
    _lay_out(style, name, _around(element, "Toolbutton"), background=ground, foreground=colours.text)
    style.map(name, foreground=[("selected", colours.primary)], background=[])


def build_badges(style: Any, colours: Palette) -> None:
    """ "late.Badge.TLabel" and its like: a pill with a quiet ground."""
    for kind in (*WASHED, "neutral"):
        text = colours.text if kind == "neutral" else getattr(colours, kind)
        element, name = f"{kind}.Badge.round", f"{kind}.Badge.TLabel"
        _element(style, element, _washed(getattr(colours, f"{kind}_wash")), {}, "", PILL_CORNER)
        _lay_out(style, name, _around(element, "Label"), foreground=text, background=colours.card)
        style.configure(name, font="LoaNote", padding=_px(style, (8, 1)))


def _washed(colour: str, ring: str = "") -> Look:
    return Look(colour, colour, ring)


def _field_element(style: Any, element: str, colours: Palette, ground: str) -> None:
    fill = colours.card
    looks = {
        "disabled": Look(colours.neutral_wash, colours.line),
        "invalid": Look(fill, colours.late),
        "focus": Look(fill, colours.primary, colours.primary_wash),
        "active": Look(fill, colours.note),
    }
    _element(style, element, Look(fill, colours.field_line), looks, ground, BUTTON_CORNER, RIM)


def _with_field(layout: Any) -> list[Any]:
    """The same layout with our field around it."""
    return [
        ("Loa.field" if element.endswith("field") else element, _with_field_inside(options))
        for element, options in layout
    ]


def _with_field_inside(options: dict[str, Any]) -> dict[str, Any]:
    inside = options.get("children")
    return {**options, "children": _with_field(inside)} if inside else options


def _around(element: str, family: str) -> list[Any]:
    return [(element, {"sticky": "nswe", "children": _inside(family)})]


def _inside(family: str) -> list[Any]:
    return [(f"{family}.padding", {"sticky": "nswe", "children": [(f"{family}.label", {"sticky": "nswe"})]})]


def _lay_out(style: Any, name: str, layout: list[Any], **options: Any) -> None:
    style.layout(name, layout)
    style.configure(name, **options)
    ttk.register_style(style, name)


def _element(
    style: Any, name: str, rest: Look, states: Mapping[str, Look], ground: str, corner: int, rim: int = 0
) -> None:
    if name in style.element_names():
        return
    pictures = {state: _picture(style, look, ground, corner, rim) for state, look in states.items()}
    least = _px(style, 2 * (corner + rim))
    ttk.image_element(
        style, name, default=_picture(style, rest, ground, corner, rim), states=pictures, sticky="nswe",
        border=_px(style, corner + rim), padding=_px(style, max(rim, 1)), width=least, height=least,
    )  # fmt: skip


def _picture(style: Any, look: Look, ground: str, corner: int, rim: int) -> str:
    sizes = [_px(style, size) for size in (TILE, corner, rim, 1)]
    key = ("rounded", look, ground, *sizes)
    # The library's own store of pictures: each is made once and lives as long as the styles.
    return str(style._get_or_create_image(key, lambda: ImageTk.PhotoImage(rounded(look, ground, *sizes))))


def _px(style: Any, size: Any) -> Any:
    return style.scaling.logical(size)
