"""Who does what: the roles of a plan's last part with their duties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop_app.core.plans.draft import RoleDraft
from desktop_app.core.plans.lines import plain
from desktop_app.core.plans.paragraphs import Paragraph

_ROLE = re.compile(
    r"(?:(?:doi voi|cac|dong chi|ong|ba|thay|co|ban)\s+)*"
    r"(?:(?:pho\s+)?hieu truong|ban giam hieu|bgh|ban bien tap|to truyen thong|to chuyen mon|to truong|to van phong"
    r"|tong phu trach|lien doi|doan thanh nien|chi doan|cong doan|doan the|giao vien|gvcn|can bo|van thu|nhan vien"
    r"|bo phan|ke toan|thu vien|phong giao duc|ban dai dien|nguoi phu trach|hoc sinh)\b"
)
_INTRO = ("san pham truyen thong gom", "chi tieu", "cu the nhu sau")
_MOST_WORDS = 14


def role_named(text: str) -> tuple[str, str] | None:
    """ "Tổ chuyên môn: nộp bài…" as a role and its duty; the duty is "" where the role stands alone."""
    name, colon, duty = text.partition(":")
    few = 0 < len(name.split()) <= _MOST_WORDS and not name.rstrip().endswith((".", ";"))
    if not few or not _ROLE.match(plain(name)) or (not colon and len(name.split()) > 8):
        return None
    return name.strip(), duty.strip()


def duties_of(paragraphs: Sequence[Paragraph], quota_lines: set[int]) -> tuple[str, ...]:
    """The paragraphs that tell what to do; demands in numbers and their introduction are quotas."""
    return tuple(
        paragraph.text
        for paragraph in paragraphs
        if paragraph.text and paragraph.line not in quota_lines and not _introduces(paragraph)
    )


def _introduces(paragraph: Paragraph) -> bool:
    return paragraph.text.endswith(":") or plain(paragraph.text).startswith(_INTRO)


def roles_in(paragraphs: Iterable[Paragraph], quota_lines: set[int]) -> list[RoleDraft]:
    """Roles of a part without headings of its own: "- Hiệu trưởng: chỉ đạo…", or a name above its dashes."""
    groups: list[tuple[str, list[Paragraph]]] = []
    for paragraph in paragraphs:
        named = role_named(paragraph.text)
        if named:
            groups.append((named[0], [paragraph._replace(text=named[1])]))
        elif groups:
            groups[-1][1].append(paragraph)
    return [RoleDraft(name, duties_of(duties, quota_lines)) for name, duties in groups]
