"""The PDF's file, written piece by piece: photos go into it one at a time, byte for byte, never all in memory.

The typesetter alone keeps every photo until the end and copies the whole file three times in memory.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_COLOURS = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}
_INVERTED = "/Decode [ 1 0 1 0 1 0 1 0 ] "
"""Programs write the four inks of a JPEG the other way round than a PDF reads them."""


class Jpeg(NamedTuple):
    """What a JPEG's header says: its size in pixels, and of how many colours a pixel is."""

    width: int
    height: int
    colours: int


class _Form:
    """A few words as an object of the file that pages show by its name."""

    def __init__(self, operators: str, box: tuple[float, float, float, float]) -> None:
        self._operators, self._box = operators, box

    def write(self, number: int, fonts: int, file: BinaryIO) -> None:
        """Write the object ``number``, with the list of ``fonts`` by its number (ISO 32000-1, 8.10)."""
        box = " ".join(f"{each:g}" for each in self._box)
        facts = f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources << /Font {fonts} 0 R >> "
        facts += f"/Length {len(self._operators)}"
        file.write(f"{number} 0 obj\n<< {facts} >>\nstream\n{self._operators}\nendstream\nendobj\n".encode("latin-1"))


class _Photo:
    """A photo as an object of the file, read when its turn comes to be written."""

    def __init__(self, path: Path, facts: Jpeg) -> None:
        self._path, self._facts = path, facts

    def write(self, number: int, _fonts: int, file: BinaryIO) -> None:
        """Write the object ``number`` (ISO 32000-1, 8.9.5). Raises OSError."""
        content, (width, height, colours) = self._path.read_bytes(), self._facts
        facts = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 "
        facts += f"/ColorSpace /{_COLOURS[colours]} {_INVERTED if colours == 4 else ''}/Filter /DCTDecode "
        file.write(f"{number} 0 obj\n<< {facts}/Length {len(content)} >>\nstream\n".encode())
        file.write(content)
        file.write(b"\nendstream\nendobj\n")


def put_photo(canvas: Canvas, path: Path, facts: Jpeg, box: tuple[float, float, float, float]) -> None:
    """Draw the photo in a ``box`` of x, y, width, height in points; however often it is shown, the file has it once."""
    page: Any = canvas
    name = hashlib.sha256(str(path).encode()).hexdigest()[:32]
    if not page._doc.hasForm(name):
        page._doc.addForm(name, _Photo(path, facts))
    x, y, width, height = box
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(width, height)
    canvas.doForm(name)
    canvas.restoreState()


def define_form(canvas: Canvas, name: str, operators: str, box: tuple[float, float, float, float]) -> None:
    """What pages show under ``name``: words by ``operators`` of a page (their fonts are known) in a box of x, y, x, y.

    The typesetter's own forms are compressed, and larger and slower than these few words.
    """
    document: Any = canvas._doc  # type: ignore[attr-defined]
    document.addForm(name, _Form(operators, box))


@cache
def canvas_class() -> Any:
    """The typesetter's canvas, but for how it is saved."""
    from reportlab.lib.colors import toColor  # loads with the first paper, not with the window
    from reportlab.pdfgen.canvas import Canvas

    known = cache(toColor)

    class PiecewiseCanvas(Canvas):
        """A canvas whose file is written object by object."""

        def setFillColor(self, aColor: Any, alpha: float | None = None) -> None:
            """A colour's words are read once, not with every line."""
            super().setFillColor(known(aColor) if isinstance(aColor, str) else aColor, alpha)

        def setStrokeColor(self, aColor: Any, alpha: float | None = None) -> None:
            """See setFillColor."""
            super().setStrokeColor(known(aColor) if isinstance(aColor, str) else aColor, alpha)

        def save(self) -> None:
            """End the last page and write the file."""
            canvas: Any = self
            if canvas._code:
                self.showPage()
            _finish(canvas)
            _write(canvas._doc, canvas._filename)

    return PiecewiseCanvas


def _finish(canvas: Any) -> None:
    """What is only known when the last page is set: the fonts' letters, the outline, what the file says of itself."""
    document = canvas._doc
    for font in document.delayedFonts:
        font.addObjects(document)
    document.info.invariant = document.invariant
    document.info.digest(document.signature)
    document.Reference(document.Catalog)
    document.Reference(document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    document.encrypt.prepare(document)


def _write(document: Any, file: BinaryIO) -> None:
    """Head, objects, the list of where each begins, and the end (ISO 32000-1, 7.5)."""
    from reportlab.pdfbase import pdfdoc

    file.write(pdfdoc.PDFFile(document._pdfVersion).format(document))
    begins = file.tell()
    names: list[str] = []
    while (number := len(names) + 1) in document.numberToId:  # objects name others while they are written
        names.append(document.numberToId[number])
        document.idToOffset[names[-1]] = begins
        begins += _write_object(document, number, file)
    positions: Any = pdfdoc.PDFCrossReferenceTable()
    positions.addsection(0, names)
    file.write(positions.format(document))
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    ends: Any = pdfdoc.PDFTrailer(startxref=begins, Size=len(names) + 1, Root=root, Info=info, ID=document.ID())
    file.write(ends.format(document))


def _write_object(document: Any, number: int, file: BinaryIO) -> int:
    """Write one object; answers its length in bytes."""
    from reportlab.pdfbase import pdfdoc

    name, began = document.numberToId[number], file.tell()
    piece = document.idToObject[name]
    if isinstance(piece, (_Photo, _Form)):
        piece.write(number, document.idToObjectNumberAndVersion[pdfdoc.BasicFonts][0], file)
    else:
        file.write(pdfdoc.PDFIndirectObject(name, piece).format(document))
    return file.tell() - began
