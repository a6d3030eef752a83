"""What a file is by its first bytes: names lie, contents do not."""

from __future__ import annotations

from pathlib import Path

HEAD = 64
PICTURE_ENDINGS = (".jpg", ".png", ".webp", ".heic", ".tif", ".gif", ".bmp")
VIDEO_ENDINGS = (".mp4", ".mov", ".3gp", ".avi", ".m4v")
OTHER_NAMES = (".jpeg", ".jpe", ".jfif", ".heif", ".tiff")
# Kinds of cameras and phones that we cannot open: counted and named, never passed over in silence.
RAW_ENDINGS = (".cr2", ".cr3", ".nef", ".arw", ".dng", ".orf", ".rw2", ".raf", ".pef")
"""Raw files open as TIFF and would show a stamp-sized preview as if it were the photo."""
FOREIGN_ENDINGS = (
    *(".avif", ".jp2", ".psd", *RAW_ENDINGS),
    *(".mts", ".m2ts", ".mkv", ".webm", ".wmv", ".mpg", ".mpeg", ".flv", ".vob"),
)

_SIGNATURES = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
)
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_STILL_BRANDS = (b"avif", b"avis", b"crx ")  # AVIF and Canon's raw: boxes, but no video
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
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        return ".bmp"
    return ".mov" if head[4:8] in (b"moov", b"mdat", b"wide") else None


def _ftyp_ending(brand: bytes) -> str | None:
    if brand in _HEIF_BRANDS:
        return ".heic"
    if brand in _STILL_BRANDS:
        return None
    if brand[:3] in _3GP_BRANDS:
        return ".3gp"
    return ".mov" if brand == b"qt  " else ".mp4"


def is_video(ending: str) -> bool:
    """Whether a file with this ending moves."""
    return ending in VIDEO_ENDINGS


def looks_like_media(file: Path) -> bool:
    """Whether a file calls itself a photo or video, or is one without saying so. Raises OSError."""
    ending = file.suffix.lower()
    if ending in PICTURE_ENDINGS + VIDEO_ENDINGS + OTHER_NAMES + FOREIGN_ENDINGS:
        return True
    with file.open("rb") as stream:
        return ending_of(stream.read(HEAD)) is not None
