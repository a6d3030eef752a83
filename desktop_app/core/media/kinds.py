"""What a file is by its first bytes: names lie, contents do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.core.media.errors import NothingThere

HEAD = 64
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".tif", ".tiff")
VIDEO_ENDINGS = (".mp4", ".mov", ".3gp", ".avi", ".m4v")

_SIGNATURES = ((b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n\x1a\n", ".png"), (b"II*\0", ".tif"), (b"MM\0*", ".tif"))
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_3GP_BRANDS = (b"3gp", b"3g2")


def ending_of(head: bytes) -> str | None:
    """The ending a file deserves by its first 64 bytes, or None when it is neither photo nor video."""
    for signature, ending in _SIGNATURES:
        if head.startswith(signature):
            return ending
    if head[:4] == b"RIFF":
        return {b"WEBP": ".webp", b"AVI ": ".avi"}.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _ftyp_ending(head[8:12])
    return ".mov" if head[4:8] in (b"moov", b"mdat", b"wide") else None


def _ftyp_ending(brand: bytes) -> str:
    if brand in _HEIF_BRANDS:
        return ".heic"
    if brand[:3] in _3GP_BRANDS:
        return ".3gp"
    return ".mov" if brand == b"qt  " else ".mp4"


def is_video(ending: str) -> bool:
    """Whether a file with this ending moves."""
    return ending in VIDEO_ENDINGS


def media_files(paths: Sequence[Path]) -> list[Path]:
    """Every file among ``paths`` and inside their folders that calls itself a photo or video, in order of name.

    Other files (a README, a camera's index) are none of ours and are not counted. Raises NothingThere.
    """
    found = [file for path in paths for file in _files_at(path)]
    return list(dict.fromkeys(found))


def _files_at(path: Path) -> Iterator[Path]:
    if path.is_dir():
        files = (file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
        yield from sorted(file for file in files if file.suffix.lower() in PICTURE_ENDINGS + VIDEO_ENDINGS)
    elif path.exists():
        yield path
    else:
        raise NothingThere(path=path)
