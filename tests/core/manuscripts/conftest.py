"""What teachers hand in, made for real: pictures and office files in a folder of the test's own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

PictureMaker = Callable[..., bytes]
OdtMaker = Callable[..., Path]

ODT_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink">'
)


@pytest.fixture
def make_picture() -> PictureMaker:
    """A picture's bytes: ``make_picture(width, height, "JPEG")``."""

    def make(width: int = 1600, height: int = 900, kind: str = "JPEG", colour: str = "green") -> bytes:
        out = io.BytesIO()
        Image.new("RGB", (width, height), colour).save(out, kind)
        return out.getvalue()

    return make


@pytest.fixture
def make_odt(tmp_path: Path) -> OdtMaker:
    """An .odt file: ``make_odt(body_xml, styles_xml, {"Pictures/1.jpg": bytes})``."""

    def make(body: str, styles: str = "", files: dict[str, bytes] | None = None, name: str = "bai.odt") -> Path:
        content = (
            f"{ODT_HEAD}{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr("content.xml", content)
            for part, payload in (files or {}).items():
                archive.writestr(part, payload)
        return tmp_path / name

    return make
