"""The documents a plan rests on: "Thực hiện Kế hoạch số 199/KH-PGDĐT ngày 12/03/2024 của Phòng … về …"."""

from __future__ import annotations

import re

from desktop_app.core.plans.dates import first_date
from desktop_app.core.plans.draft import BasisDocument

_BEGINS = re.compile(r"(?:căn cứ|thực hiện|theo|tiếp tục thực hiện|triển khai)\s+(?:vào\s+)?", re.IGNORECASE)
_KIND = (
    r"(?:luật|bộ luật|nghị định|nghị quyết|quyết định|chỉ thị|thông tư|công văn|kế hoạch|hướng dẫn|chương trình"
    r"|đề án|văn bản|kết luận)"
)
_DOCUMENT = re.compile(rf"(?:các\s+)?{_KIND}\b", re.IGNORECASE)
_NEXT = re.compile(rf"[,;]?\s+(?:và\s+)?(?={_KIND}\s+số\s)", re.IGNORECASE)
_NUMBER = re.compile(r"số:?\s*(\d+[a-z]?\s*/\s*[^\s,;()]+)", re.IGNORECASE)
_ISSUER = re.compile(
    r"\bcủa\s+(.+?)(?=\s*(?:,|;|\.?$|\s(?:về|v/v|ban hành|quy định|hướng dẫn|phê duyệt)\b))", re.IGNORECASE
)
_ABOUT = re.compile(r"(?:\bvề(?:\s+việc)?|\bv/v:?|\bban hành|\bquy định)\s+(.+)$", re.IGNORECASE)


def is_basis(sentence: str) -> bool:
    """The sentence says what the plan rests on."""
    begun = _BEGINS.match(sentence)
    return begun is not None and (sentence[0].isupper() or _DOCUMENT.match(sentence, begun.end()) is not None)


def documents_in(sentence: str, line: int) -> list[BasisDocument]:
    """The documents a basis sentence names; "Căn cứ tình hình thực tế" names none."""
    begun = _BEGINS.match(sentence)
    body = sentence[begun.end() :] if begun else sentence
    return [_document(part, line) for part in _NEXT.split(body) if part and _DOCUMENT.match(part)]


def _document(text: str, line: int) -> BasisDocument:
    words = text.rstrip(" .;,")
    number = _NUMBER.search(words)
    tail = words[number.end() :] if number else words
    issuer, about = _ISSUER.search(tail), _ABOUT.search(tail)
    return BasisDocument(
        number="".join(number[1].split()).rstrip(".") if number else "",
        issued_on=first_date(words[: about.start() + len(words) - len(tail)] if about else words),
        issuer=issuer[1].strip() if issuer else "",
        about=about[1].strip() if about else ("" if number else words),
        source_line=line,
    )
