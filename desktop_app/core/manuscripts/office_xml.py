"""The parts of a .docx or .odt: checked XML with short names, and the files beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from desktop_app.core.manuscripts.hostile import parsed

_OOXML = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES = {
    _OOXML + "wordprocessingml/2006/main": "w",
    _STRICT + "wordprocessingml/main": "w",
    _OOXML + "drawingml/2006/main": "a",
    _STRICT + "drawingml/main": "a",
    _OOXML + "officeDocument/2006/relationships": "r",
    _STRICT + "officeDocument/relationships": "r",
    _OOXML + "officeDocument/2006/math": "m",
    _STRICT + "officeDocument/math": "m",
    _OOXML + "markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    **{f"{_ODF}{name}:1.0": name for name in ("office", "style", "text", "table", "manifest")},
    _ODF + "drawing:1.0": "draw",
    _ODF + "xsl-fo-compatible:1.0": "fo",
    _ODF + "svg-compatible:1.0": "svg",
    "http://www.w3.org/1999/xlink": "xlink",
}


class Parts:
    """What lies inside an opened office file, by name."""

    def __init__(self, archive: ZipFile, file: str) -> None:
        self.archive = archive
        self.file = file
        self._names = {name.casefold(): name for name in archive.namelist()}
        self.content = cache(self._content)  # one picture shown twice is read once

    def _content(self, name: str) -> bytes | None:
        """The bytes of a part, or None. Names are case-blind, as Word takes them."""
        found = self._names.get(name.casefold())
        return self.archive.read(found) if found else None

    def tree(self, name: str) -> Element | None:
        """A part's XML with names like ``w_p``; None if there is no such part."""
        content = self.content(name)
        return None if content is None else _with_short_names(parsed(content, self.file))


def _with_short_names(root: Element) -> Element:
    for element in root.iter():
        element.tag = _short(element.tag)
        if element.attrib:
            element.attrib = {_short(name): value for name, value in element.attrib.items()}
    return root


@cache
def _short(name: str) -> str:
    space, brace, local = name.rpartition("}")
    return f"{PREFIXES.get(space[1:], 'x')}_{local}" if brace else local


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute of an element that may be missing."""
    return default if element is None else element.get(name, default)


def children(element: Element | None, tag: str) -> Iterator[Element]:
    """The children of one name of an element that may be missing."""
    return iter(()) if element is None else element.iterfind(tag)
