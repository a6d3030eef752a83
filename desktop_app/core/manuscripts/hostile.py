"""Documents from outside are hostile until shown otherwise: too big, too deep, too wide are refused here."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from desktop_app.core.manuscripts.errors import (
    DocumentIsBomb,
    DocumentIsDamaged,
    DocumentIsEmpty,
    DocumentIsTooBig,
)

MOST_BYTES = 60 << 20
MOST_PIXELS = 100_000_000
MOST_DEPTH = 250
"""Elements inside elements. Nested tables of real documents stay below 60."""

PICTURE_FORMATS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "BMP": "bmp", "TIFF": "tif", "WEBP": "webp"}


class PictureFacts(NamedTuple):
    """What a picture's header says: file ending, pixels."""

    ending: str
    width: int
    height: int


def refuse_by_size(path: Path) -> None:
    """Raises DocumentIsTooBig or DocumentIsEmpty before a byte is read."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise DocumentIsTooBig(file=path.name, megabytes=size >> 20, limit=MOST_BYTES >> 20)
    if not size:
        raise DocumentIsEmpty(file=path.name)


def parsed(xml: bytes, file: str) -> Element:
    """The root of ``xml``. Raises DocumentIsBomb for entities, DTDs, depth; else DocumentIsDamaged."""
    try:
        root: Element = fromstring(xml, forbid_dtd=True)
    except DefusedXmlException as error:
        raise DocumentIsBomb(file=file) from error
    except (ParseError, ValueError, LookupError) as error:
        raise DocumentIsDamaged(file=file) from error
    if _is_deeper(root, MOST_DEPTH):
        raise DocumentIsBomb(file=file)
    return root


def _is_deeper(root: Element, limit: int) -> bool:
    level = [root]
    for _depth in range(limit):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def picture_facts(payload: bytes) -> PictureFacts | None:
    """The header of a picture we can use, or None: no picture, a drawing (WMF), damaged, above 100 MP."""
    from PIL import Image  # loads only when a document holds pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is judged below, by our own limit
            with Image.open(io.BytesIO(payload), formats=tuple(PICTURE_FORMATS)) as image:
                ending, (width, height) = PICTURE_FORMATS[image.format or ""], image.size
    except (OSError, ValueError, KeyError, SyntaxError, Image.DecompressionBombError):
        return None
    return PictureFacts(ending, width, height) if width * height <= MOST_PIXELS else None
