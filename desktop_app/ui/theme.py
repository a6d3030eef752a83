"""The look: our two themes, the spacing, and the few styles ttkbootstrap has no word for.

Everywhere in the window:
  bootstyle        what it is
  "primary"        the one main button of a screen; bare buttons are quiet
  "danger"         hoa ban: late, or needs a person
  "secondary"      the colour of notes
  "@card", "@chrome" first, for anything that lies on a card or on the rail
Fonts by name: fonts.BODY (default), STRONG, NOTE, SECTION, MONTH, FIGURE.
Distances: px(INSIDE), px(BETWEEN), px(ROUND).
"""

from __future__ import annotations

import tkinter
from typing import Any

import ttkbootstrap as ttk
from ttkbootstrap.style import Colors, StyleBuilderTTK, ThemeDefinition, engine

from desktop_app.ui import shapes
from desktop_app.ui.palette import PALETTES, WASHED, Palette

THEMES = {"light": "loa-light", "dark": "loa-dark"}

ROUND_FAMILIES = ("button", "entry", "combobox", "spinbox")

HALF = 4
INSIDE = 8
BETWEEN = 16
ROUND = 24
ROOMY = 700

QUIET_TABLE = "Quiet.Treeview"
CARD = "Card.TFrame"
RAIL_ROOM = "Rail.Toolbutton"
TAB, FACE = "Quiet.Toolbutton", "Face.Toolbutton"


class LoaTheme(ttk.Theme):
    """Our pair of themes with exactly the colours of the palette (a plain ttk.Theme would shade them)."""

    def to_definitions(self) -> list[Any]:
        return [
            ThemeDefinition(name=THEMES[mode], colors=_colours(palette), mode=mode)
            for mode, palette in PALETTES.items()
        ]


class LoaBuilder(StyleBuilderTTK):
    """ttkbootstrap's builder of styles with our grounds and our round corners; it still builds on first use only."""

    def card_surface(self) -> str:
        return PALETTES[self.theme.mode].card

    def chrome_surface(self) -> str:
        return PALETTES[self.theme.mode].rail

    def build_style(
        self, variant: str, widget_family: str, colorname: str = "default", surface: str = "", **wishes: Any
    ) -> bool:
        built = super().build_style(variant, widget_family, colorname, surface, **wishes)
        if built and widget_family in ROUND_FAMILIES:
            self._round(variant, widget_family, colorname, surface)
        return built

    def _round(self, variant: str, family: str, colour: str, surface: str) -> None:
        colours = PALETTES[self.theme.mode]
        kind = "" if variant == "default" else variant.title()
        named = "" if colour == "default" else colour
        at = f"@{surface}" if surface and surface != "background" else ""
        name = ".".join(part for part in (at, named, kind, f"T{family.title()}") if part)
        if family != "button":
            shapes.round_field(self.style, name, colours)
        elif variant == "default":
            shapes.round_button(self.style, name, colours, self.resolve_surface(surface))
        elif variant == "ghost":
            shapes.round_ghost(self.style, name, colours)
        else:
            shapes.keep_square(self.style, name)


def register_themes() -> None:
    """Teach ttkbootstrap our themes and our builder; before the App, once."""
    setattr(engine, "StyleBuilderTTK", LoaBuilder)  # noqa: B010  # it knows no other way to take one
    LoaTheme(name="loa").register()


def _colours(palette: Palette) -> Any:
    return Colors(
        primary=palette.primary,
        secondary=palette.note,
        success=palette.good,
        info=palette.info,
        warning=palette.soon,
        danger=palette.late,
        light=palette.line,
        dark=palette.text,
        bg=palette.page,
        fg=palette.text,
        selectbg=palette.selected,
        selectfg=palette.text,
        border=palette.field_line,
        inputfg=palette.text,
        inputbg=palette.card,
        active=palette.neutral_wash,
    )


def palette() -> Palette:
    """The colours of the mode shown now."""
    return PALETTES[str(ttk.Style.get_instance().theme.mode)]


def px(size: int) -> int:
    """So many pixels of a plain screen in pixels of this one (at 150 % half as many again)."""
    root = tkinter._get_default_root()  # type: ignore[attr-defined]
    return int(ttk.scale_size(root, size))


def dress() -> None:
    """Build our own styles now and after each change between light and dark."""
    ttk.on_theme_change(_build_styles)


def _build_styles(style: Any) -> None:
    colours = PALETTES[str(style.theme.mode)]
    _build_plain(style, colours)
    _build_table(style, colours)
    _build_toggles(style, colours)
    shapes.build_card(style, colours)
    shapes.build_areas(style, colours)
    shapes.build_badges(style, colours)


def _build_plain(style: Any, colours: Palette) -> None:
    for name, fill in (("Line.TFrame", colours.line), ("Mark.TFrame", colours.primary)):
        style.configure(name, background=fill)
        ttk.register_style(style, name)
    for accent in WASHED:
        name = f"{accent}.Wash.TLabel"
        style.configure(name, background=getattr(colours, f"{accent}_wash"), foreground=getattr(colours, accent))
        ttk.register_style(style, name)


def _build_table(style: Any, colours: Palette) -> None:
    ground = colours.card
    style.configure(
        QUIET_TABLE,
        background=ground,
        fieldbackground=ground,
        foreground=colours.text,
        borderwidth=0,
        relief="flat",
        rowheight=px(34),
    )
    style.map(QUIET_TABLE, background=[("selected", colours.selected)], foreground=[("selected", colours.text)])
    style.layout(QUIET_TABLE, [("Treeview.treearea", {"sticky": "nswe"})])
    heading = f"{QUIET_TABLE}.Heading"
    style.configure(
        heading,
        background=ground,
        foreground=colours.note,
        font="LoaNote",
        relief="flat",
        borderwidth=0,
        padding=(px(4), px(7)),
    )
    style.map(heading, background=[("active", colours.neutral_wash)], foreground=[("active", colours.text)])
    for name in (QUIET_TABLE, heading):
        ttk.register_style(style, name)


def _build_toggles(style: Any, colours: Palette) -> None:
    low = style.master.winfo_screenheight() < px(ROOMY)  # 150 % on a screen of 768 lines
    _toggle(style, RAIL_ROOM, colours, ground=colours.rail, padding=(px(12), px(3 if low else 9)), anchor="w")
    _toggle(style, TAB, colours, ground=colours.page, padding=(px(12), px(7)), anchor="center")
    _toggle(style, FACE, colours, ground=colours.card, padding=(px(10), px(4)), anchor="center")


def _toggle(style: Any, name: str, colours: Palette, *, ground: str, padding: tuple[int, int], anchor: str) -> None:
    shapes.build_toggle(style, name, colours, ground)
    style.configure(name, padding=padding, anchor=anchor)
