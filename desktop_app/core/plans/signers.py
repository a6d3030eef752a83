"""Who signs below a plan: posts in capitals, names under them, side by side or one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.core.plans.draft import SignerDraft
from desktop_app.core.plans.lines import Line, plain

_POST = re.compile(
    r"(?:(?:kt|tm|q|tuq|tl)\s*\.\s*)?"
    r"(?:(?:pho\s+)?hieu truong|nguoi lap(?: ke hoach| bieu)?|nguoi viet|chu tich(?: cong doan)?|to truong"
    r"|tong phu trach(?: doi)?|bi thu(?: chi (?:bo|doan))?|(?:pho )?truong ban|ban giam hieu|phe duyet|lanh dao)\b.*"
)
_NAME = re.compile(r"(?:(?:Th[sS]|TS|CN)\.?\s*)?[^\W\d_][\w’'`]*(?:\s+[^\W\d_][\w’'`]*){1,5}")
_COLUMNS = re.compile(r"\s{3,}|\t+|\s*\|\s*")


def is_post_line(text: str) -> bool:
    """ "HIỆU TRƯỞNG" or "NGƯỜI LẬP      HIỆU TRƯỞNG" alone in capitals."""
    columns = _columns(text)
    return bool(columns) and all(_is_post(column) or _is_aside(column) for column in columns) and _has_post(columns)


def signers_of(lines: Sequence[Line]) -> tuple[list[SignerDraft], list[Line]]:
    """The signers in the plan's last lines, and the lines that say something else."""
    waiting: list[str] = []
    signers: list[SignerDraft] = []
    left: list[Line] = []
    for line in lines:
        columns = _columns(line.text)
        posts = [column for column in columns if _is_post(column)]
        names = [column for column in columns if _is_name(column)]
        if posts:
            waiting.extend(posts)
        elif waiting and names:
            signers.extend(SignerDraft(post, name) for post, name in zip(waiting, names, strict=False))
            waiting = waiting[len(names) :]
        elif not all(_is_aside(column) for column in columns):
            left.append(line)
    return [*signers, *(SignerDraft(post, "") for post in waiting)], left


def _columns(text: str) -> list[str]:
    return [" ".join(part.split()) for part in _COLUMNS.split(text.strip()) if part.strip()]


def _has_post(columns: Sequence[str]) -> bool:
    return any(_is_post(column) for column in columns)


def _is_post(words: str) -> bool:
    return words.isupper() and len(words.split()) <= 6 and _POST.fullmatch(plain(words)) is not None


def _is_name(words: str) -> bool:
    """Two to six words with capitals: "Nguyễn Thị Hoa", "Vừ A Đà", "NGUYỄN THỊ HOA"."""
    return _NAME.fullmatch(words) is not None and all(word[0].isupper() for word in words.split())


def _is_aside(words: str) -> bool:
    """Words no one needs: "(Ký, ghi rõ họ tên)", "Nơi nhận:", a recipient's line."""
    return words.startswith(("(", "-", "–", "•")) or plain(words).startswith(("noi nhan", "da ky", "./.", "tren day"))
