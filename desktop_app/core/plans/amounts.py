"""How much of what: "01 tin bài", "ít nhất một bài", "2-3 ảnh", "05 ảnh và 01 video"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from desktop_app.core.plans.draft import Product

_ONES = {
    **{"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5},
    **{"sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10},
}
_TENS = r"(?:hai|ba|bốn|năm|sáu|bảy|tám|chín)\s+mươi"
_ONE = r"(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)"
NUMBER = rf"(?:(?<![\d.,/])\d{{1,3}}(?![\d./]*\d)|\b(?:{_TENS}(?:\s+{_ONE})?|mười(?:\s+{_ONE})?|{_ONE})\b)"
"""A number in figures or words, up to 999; no part of a date or of 50.000."""

_NO_TIN = r"(?!\s+(?:học|nhắn|tưởng|cậy))"
_NO_BAI = r"(?!\s+(?:hát|giảng|dạy|tập|kiểm|thi|học|dự thi|thơ|múa|trình|tham luận|phát biểu|\d))"
_PHOTO = r"(?:(?:bức|tấm|hình)\s+)?ảnh(?!\s+hưởng)"
_VIDEO = r"(?:đoạn\s+)?(?:video(?:\s+clip)?|clip|phóng\s+sự)"
_OR = r"\s*(?:,|/|-|&|hoặc|và|hay)?\s*"
_EITHER = r"\s*(?:,|/|hoặc|hay|và)\s*"
_PRODUCTS: tuple[tuple[Product, str], ...] = (
    ("tin_bai", rf"(?:mẩu\s+)?tin{_OR}bài(?:\s+(?:viết|báo))?{_NO_BAI}|bài{_EITHER}tin\b"),
    ("photo_or_video", rf"{_PHOTO}{_EITHER}{_VIDEO}|{_VIDEO}{_EITHER}{_PHOTO}"),
    ("photo", _PHOTO),
    ("video", _VIDEO),
    ("bai", rf"bài(?:\s+(?:viết|báo|đăng|tuyên\s+truyền))?{_NO_BAI}"),
    ("tin", rf"(?:(?:mẩu|bản)\s+)?tin(?:\s+tức)?{_NO_TIN}"),
    ("any", r"sản\s+phẩm(?:\s+truyền\s+thông)?"),
)
_PRODUCT = "|".join(rf"(?P<{name}>{words})" for name, words in _PRODUCTS)
_RANGE = rf"(?P<low>{NUMBER})(?:\s*\(\s*(?:{NUMBER})\s*\))?(?:\s*(?:-|–|đến|tới)\s*(?P<high>{NUMBER}))?"
_AMOUNT = re.compile(rf"{_RANGE}\s*(?:lượt\s+|cái\s+)?(?:{_PRODUCT})(?!\w)", re.IGNORECASE)
_LABEL = re.compile(
    rf"^\W*(?:số\s+lượng\s+)?(?:{_PRODUCT}|(?P<kept>tư\s+liệu))(?:\s+truyền\s+thông)?\s*:", re.IGNORECASE
)
_BARE = re.compile(rf"{_RANGE}(?=\s*(?:/|mỗi|trên|trong|hằng|hàng|một\s|[.;,]|$))", re.IGNORECASE)


_MOST = 12
"""Amounts in one sentence; what holds more is no demand but a list of results."""


class Amount(NamedTuple):
    """A number of products, and where it stands in its sentence."""

    product: Product
    low: int
    high: int | None
    start: int
    end: int


def number_of(words: str) -> int:
    """ "01" and "một" are 1, "hai mươi lăm" is 25."""
    if words.isdecimal():
        return int(words)
    total = 0
    for word in words.lower().split():
        total = total * 10 if word == "mươi" else total + _ONES[word]
    return total


def amounts_in(text: str) -> list[Amount]:
    """Every amount of products in ``text``; "Tin bài: 02/tháng" takes its product from the label."""
    label = label_of(text)
    amounts = [_amount(found, label) for found in islice(_AMOUNT.finditer(text), _MOST)]
    if amounts or label is None:
        return amounts
    return list(_bare_amounts(text, label))


def label_of(text: str) -> Product | None:
    """The product a line is about by its first words: "Tin bài: …", "Tư liệu: …"."""
    found = _LABEL.match(text)
    if not found:
        return None
    return "photo_or_video" if found["kept"] else _product(found)


def _amount(found: re.Match[str], label: Product | None) -> Amount:
    product = _product(found)
    if label == "tin_bai" and product in {"tin", "bai"}:
        product = label
    high = number_of(found["high"]) if found["high"] else None
    return Amount(product, number_of(found["low"]), high, found.start(), found.end())


def _bare_amounts(text: str, label: Product) -> Iterator[Amount]:
    begin = text.index(":") + 1
    for found in _BARE.finditer(text, begin):
        high = number_of(found["high"]) if found["high"] else None
        yield Amount(label, number_of(found["low"]), high, found.start(), found.end())
        return


def _product(found: re.Match[str]) -> Product:
    return next(name for name, _words in _PRODUCTS if found[name])
