"""The look Word gives a run or a paragraph: its own, else its style's, else what the style stands on."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from desktop_app.core.manuscripts.office_xml import attribute, children
from desktop_app.core.manuscripts.old_fonts import encoding_of_font
from desktop_app.core.manuscripts.passages import Kind

_OFF = ("0", "false", "off", "none")


class Look(NamedTuple):
    """What a place says of a run; None where it says nothing."""

    font: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None

    def over(self, under: Look) -> Look:
        return self._replace(**{name: said for name, said in under._asdict().items() if getattr(self, name) is None})


class Layout(NamedTuple):
    """What a place says of a paragraph; None where it says nothing."""

    kind: Kind | None = None
    centred: bool | None = None
    list_id: str | None = None
    level: int | None = None

    def over(self, under: Layout) -> Layout:
        return self._replace(**{name: said for name, said in under._asdict().items() if getattr(self, name) is None})


class Style(NamedTuple):
    """What a style says, with all it stands on."""

    look: Look = Look()
    layout: Layout = Layout()


class Styles:
    """The styles of a document by id; unknown ids say nothing."""

    def __init__(self, tree: Element | None) -> None:
        self._elements = {attribute(style, "w_styleId"): style for style in children(tree, "w_style")}
        defaults = None if tree is None else tree.find("w_docDefaults/w_rPrDefault/w_rPr")
        self.default_look = look_of(defaults)
        self._known: dict[str, Style] = {"": Style()}
        self.paragraph_default = next(
            (
                id_
                for id_, style in self._elements.items()
                if style.get("w_type") == "paragraph" and _is_on(style.get("w_default", "0"))
            ),
            "",
        )

    def of(self, style_id: str) -> Style:
        """The style with all it stands on, down to but without the defaults of the document."""
        if style_id not in self._known:
            self._known[style_id] = Style()  # a style that stands on itself ends here
            self._known[style_id] = self._read(self._elements.get(style_id))
        return self._known[style_id]

    def _read(self, element: Element | None) -> Style:
        if element is None:
            return Style()
        base = self.of(attribute(element.find("w_basedOn"), "w_val"))
        named = Layout(kind=_kind_by_name(attribute(element.find("w_name"), "w_val")))
        layout = layout_of(element.find("w_pPr"))
        return Style(look_of(element.find("w_rPr")).over(base.look), named.over(layout).over(base.layout))


def look_of(properties: Element | None) -> Look:
    """What a w:rPr says."""
    if properties is None:
        return Look()
    return Look(
        _font(properties.find("w_rFonts")),
        _switch(properties.find("w_b")),
        _switch(properties.find("w_i")),
        _switch(properties.find("w_vanish")),
    )


def _font(fonts: Element | None) -> str | None:
    if fonts is None:
        return None
    names = [_font_for(fonts, range_) for range_ in ("hAnsi", "ascii")]
    said = [name for name in names if name is not None]
    return next((name for name in said if encoding_of_font(name)), said[0] if said else None)


def _font_for(fonts: Element, range_: str) -> str | None:
    # A theme's font stands before the named one, and no theme has an old font.
    return "" if f"w_{range_}Theme" in fonts.attrib else fonts.get(f"w_{range_}")


def layout_of(properties: Element | None) -> Layout:
    """What a w:pPr says (its style apart)."""
    if properties is None:
        return Layout()
    outline = attribute(properties.find("w_outlineLvl"), "w_val", "9")
    alignment, list_ = properties.find("w_jc"), properties.find("w_numPr/w_numId")
    level = attribute(properties.find("w_numPr/w_ilvl"), "w_val")
    return Layout(
        "heading" if outline in "012345678" else None,
        None if alignment is None else alignment.get("w_val") == "center",
        None if list_ is None else list_.get("w_val"),
        int(level) if level.isdecimal() else None,
    )


def _kind_by_name(name: str) -> Kind | None:
    # Built-in styles keep their English names in the file whatever language Word speaks.
    plain = name.casefold()
    if plain.startswith("heading "):
        return "heading"
    return {"title": "title", "caption": "caption"}.get(plain)  # type: ignore[return-value]


def _switch(element: Element | None) -> bool | None:
    return None if element is None else _is_on(element.get("w_val", "1"))


def _is_on(value: str) -> bool:
    return value.casefold() not in _OFF
