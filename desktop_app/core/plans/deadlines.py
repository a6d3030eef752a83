"""Until when: "trước ngày 25 hằng tháng", "24 giờ sau sự kiện", "ngày 05 tháng sau"."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.core.plans.draft import DeadlineKind, DeadlineRule, Per

_BEFORE = r"(?:trước|chậm nhất|muộn nhất|không quá|hạn cuối|đến hết|trong vòng|trong)"
_LEAD = rf"(?:{_BEFORE}(?:\s+(?:là|vào|sau))*\s+)?"
_EACH = r"(?:hằng|hàng|mỗi|của|trong|các)"
_AFTER = r"(?:kể\s+từ\s+(?:khi|ngày|lúc)?|sau(?:\s+khi)?|từ\s+khi)"
_EVENT = rf"{_AFTER}\s*(?:kết\s+thúc\s+|diễn\s+ra\s+)?(?:sự\s+kiện|hoạt\s+động|kết\s+thúc)?"
_NEXT = r"(?:sau|kế\s+tiếp|tiếp\s+theo|liền\s+kề)"
_DAY = r"thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật"

_RULES: tuple[tuple[DeadlineKind, str], ...] = (
    ("day_of_next_month", rf"(?:vào\s+)?(?:ngày|mùng)\s+(\d{{1,2}})\s+(?:của\s+)?tháng\s+{_NEXT}"),
    ("day_of_month", rf"(?:vào\s+)?(?:ngày|mùng)\s+(\d{{1,2}})\s+(?:{_EACH}\s+)+tháng"),
    ("last_working_day_of_month", rf"ngày\s+làm\s+việc\s+cuối\s+cùng\s+(?:{_EACH}\s+)*tháng"),
    ("last_day_of_month", rf"(?:ngày\s+)?cuối\s+(?:cùng\s+)?(?:{_EACH}\s+)*tháng"),
    ("hours_after_event", rf"(\d{{1,2}})\s*(?:giờ|h|tiếng)\s+{_EVENT}"),
    ("days_after_event", rf"(\d{{1,2}})\s+ngày(?:\s+làm\s+việc)?\s+{_EVENT}"),
    ("weekday", rf"(?:vào\s+)?(?:sáng\s+|chiều\s+)?({_DAY})(?:\s+{_EACH}\s+tuần)?"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(_LEAD + pattern + r"(?!\w)", re.IGNORECASE)) for kind, pattern in _RULES)
_WEEKDAYS = {"hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "nhật": 8}
_IMPLIED: dict[DeadlineKind, Per] = {
    "weekday": "week",
    "hours_after_event": "event",
    "days_after_event": "event",
}


class Deadline(NamedTuple):
    """A deadline in a sentence: its words, what they mean, where they stand."""

    words: str
    rule: DeadlineRule
    start: int
    end: int

    @property
    def implies(self) -> Per:
        """The period a deadline speaks of by itself: "ngày 25 hằng tháng" comes each month."""
        return _IMPLIED.get(self.rule.kind, "month")


def deadline_in(text: str) -> Deadline | None:
    """The first deadline of ``text``."""
    for kind, pattern in _PATTERNS:
        found = pattern.search(text)
        if found and _is_real(kind, found):
            words = found[0].strip()
            return Deadline(words, DeadlineRule(kind, _value(found)), found.start(), found.end())
    return None


def _is_real(kind: DeadlineKind, found: re.Match[str]) -> bool:
    """A weekday is a deadline only where something says "before" or "every"; a day of the month up to 31."""
    if kind == "weekday":
        return found[0].strip().lower() != found[1].lower()
    return kind not in {"day_of_month", "day_of_next_month"} or 1 <= _value(found) <= 31


def _value(found: re.Match[str]) -> int:
    words = found[1].lower().split() if found.re.groups else []
    if not words:
        return 0
    return int(words[-1]) if words[-1].isdecimal() else _WEEKDAYS[words[-1]]
