"""The ways to the public a plan names: website, fanpage, conferences, social groups, the press."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.core.plans.corrections import displayed
from desktop_app.core.plans.draft import ChannelDraft, ChannelKind
from desktop_app.core.plans.lines import plain
from desktop_app.core.plans.paragraphs import Paragraph

_PAGE = r"(?:website|trang (?:web|thong tin)[\w ]*?|cong thong tin[\w ]*?)"
_IN_SCHOOL = "chao co|duoi co|hop phu huynh|hop cha me|phat thanh mang non|loa truyen thanh|bang tin"
_KINDS: tuple[tuple[ChannelKind, str], ...] = (
    ("fanpage", r"fanpage|fan page|facebook\.com|trang facebook|trang fb\b"),
    ("district_page", rf"{_PAGE} (?:cua )?(?:huyen|xa|tinh|phong|so|ubnd)\b"),
    ("website", r"website|web site|trang web|cong thong tin|trang thong tin dien tu|trang tin dien tu"),
    ("groups", r"mang xa hoi|\bzalo\b|facebook|hoi, nhom|hoi nhom|nhom lop"),
    ("conference", rf"hoi nghi|hoi thao|su kien|so ket|tong ket|{_IN_SCHOOL}"),
    ("press", r"\bbao (?:chi|dai|dien bien|giao duc)|dai phat thanh|truyen hinh|co quan (?:bao|thong tan|truyen)"),
    ("authority", r"gui (?:ve |bao cao |len )*(?:phong|so|ubnd|uy ban)"),
    ("personal", r"trang ca nhan|tai khoan ca nhan"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _KINDS)
_UNOFFICIAL = {"groups", "personal"}
_URL = re.compile(r"(?:https?://|www\.)[^\s,;<>“”\"']+", re.IGNORECASE)
_FRAGMENT = re.compile(r"(?<=[;!?])\s*|(?<=[^\W\d_])[.](?=\s*[^\W\d_])(?=\s*(?-i:[A-ZĐ]))|(?<=\.)\s+")
_LEAD = re.compile(r"^.*?(?::|\b(?:thông\s+)?qua)\s+(?=\S)", re.IGNORECASE)
_LONGEST_NAME = 120


def channels_of(paragraphs: Iterable[Paragraph]) -> list[ChannelDraft]:
    """The channels in the paragraphs of a plan's channel section, one row for each kind and address.

    A name is the paper's words with known misspellings put right, for it is shown in every list.
    """
    found: dict[tuple[ChannelKind, str], ChannelDraft] = {}
    for paragraph in paragraphs:
        for fragment in _fragments(paragraph.text):
            for channel in _channels_in(fragment):
                found.setdefault((channel.kind, channel.url), channel)
    return _without_namesakes(list(found.values()))


def _fragments(text: str) -> Iterator[str]:
    """Sentences, also where the space after a full stop was lost; an address is never cut."""
    addresses = _URL.findall(text)
    hidden = _URL.sub("\x00", text)
    for part in _FRAGMENT.split(hidden):
        while "\x00" in part:
            part = part.replace("\x00", addresses.pop(0), 1)  # noqa: PLW2901  the same fragment, filled in
        if part.strip():
            yield part.strip()


def _channels_in(fragment: str) -> list[ChannelDraft]:
    address = _URL.search(fragment)
    url = address[0].rstrip(".)") if address else ""
    words = _URL.sub(" ", fragment)
    kinds = kinds_in(f"{words} {url}")
    pieces = [words] if len(kinds) == 1 else re.split(r"\s*[,;]\s*|\s+và\s+", words)
    fitting = _holder_of(url, kinds)
    return [
        ChannelDraft(kind, _name(kind, pieces), url if kind == fitting else "", kind not in _UNOFFICIAL)
        for kind in kinds
    ]


def kinds_in(words: str) -> list[ChannelKind]:
    """The kinds of channel ``words`` name, in the order of their place; a place is taken once."""
    text = plain(words)
    places: list[tuple[int, ChannelKind]] = []
    for kind, pattern in _PATTERNS:
        found = pattern.search(text)
        if found:
            places.append((found.start(), kind))
            text = pattern.sub(lambda match: "·" * len(match[0]), text)
    kinds = [kind for _place, kind in sorted(places)]
    if "fanpage" in kinds and "nhom" not in text and "zalo" not in plain(words):
        kinds = [kind for kind in kinds if kind != "groups"]  # "fanpage … trên Facebook" is one place
    return kinds


def _holder_of(url: str, kinds: list[ChannelKind]) -> ChannelKind | None:
    social = "facebook.com" in url or "fb.com" in url
    wanted: tuple[ChannelKind, ...] = ("fanpage", "groups") if social else ("website", "district_page")
    return next((kind for kind in wanted if kind in kinds), kinds[0] if kinds else None)


def _name(kind: ChannelKind, pieces: list[str]) -> str:
    words = next((piece for piece in pieces if kind in kinds_in(piece)), pieces[0]).strip(" :;")
    while (inner := _LEAD.sub("", words)) != words and kind in kinds_in(inner):
        words = inner
    name = displayed(" ".join(words.split()).strip(" .…:;,-"))[:_LONGEST_NAME]
    return name[:1].upper() + name[1:]


def _without_namesakes(channels: list[ChannelDraft]) -> list[ChannelDraft]:
    """A kind named once with and once without its address is one channel."""
    with_address = {channel.kind for channel in channels if channel.url}
    return [channel for channel in channels if channel.url or channel.kind not in with_address]
