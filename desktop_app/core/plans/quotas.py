"""What a plan asks for: "mỗi tháng ít nhất 01 ảnh/video", "mỗi tổ 1 bài/tháng", "05 ảnh và 01 video mỗi học kỳ"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.core.plans import questions
from desktop_app.core.plans.amounts import Amount, amounts_in
from desktop_app.core.plans.deadlines import Deadline, deadline_in
from desktop_app.core.plans.draft import Per, Question, QuotaDraft, Scope
from desktop_app.core.plans.paragraphs import Paragraph

_PERS: dict[str, Per] = {
    **{"tuần": "week", "tháng": "month", "học kỳ": "term", "học kì": "term", "kỳ": "term", "kì": "term"},
    **{"năm học": "year", "năm": "year", "sự kiện": "event", "hoạt động": "event"},
}
_PERIOD_WORDS = r"(?P<per>tuần|tháng|học\s+kỳ|học\s+kì|kỳ|kì|năm\s+học|năm|sự\s+kiện|hoạt\s+động)"
_ONE = r"(?:một|1|01)"
_EACH = (
    rf"(?:(?:mỗi|hằng|hàng|từng)(?:\s+{_ONE})?\s+|/\s*(?:{_ONE}\s+)?"
    rf"|(?:trong|trên|theo)\s+(?:(?:mỗi|{_ONE})\s+)?|\b{_ONE}\s+)"
)
_PERIOD = re.compile(rf"{_EACH}{_PERIOD_WORDS}(?!\w)(?!\s+(?:\d|ngoái|trước|qua|sau|nay))", re.IGNORECASE)
_ODD_PERIOD = re.compile(
    rf"{_EACH}(?:quý|ngày|buổi|2\s+tuần)(?!\w)|\b(?:0?[2-9]|hai|ba|bốn|sáu)\s+(?:tháng|tuần)(?!\w)(?!\s+\d)",
    re.IGNORECASE,
)
_SCOPES: tuple[tuple[Scope, str], ...] = (
    ("school", r"(?:đơn\s+vị\s+trường(?:\s+học)?|nhà\s+trường|toàn\s+trường|cơ\s+sở\s+giáo\s+dục|trường)"),
    (
        "unit",
        r"(?:tổ(?:\s+chuyên\s+môn|\s+khối)?|đoàn\s+thể|bộ\s+phận|đơn\s+vị|điểm\s+trường|khối(?:\s+lớp)?|chi\s+đoàn)",
    ),
    ("class", r"(?:lớp|chi\s+đội)"),
    ("person", r"(?:giáo\s+viên|gv|cá\s+nhân|cán\s+bộ|đồng\s+chí|người|viên\s+chức|thành\s+viên|cộng\s+tác\s+viên)"),
)
_SCOPE_WORDS = "|".join(rf"(?P<{scope}>{words})" for scope, words in _SCOPES)
_BY_EACH = re.compile(rf"(?:(?:mỗi|từng)(?:\s+một)?\s+|/\s*)(?:{_SCOPE_WORDS})(?!\w)(?!\s+(?:học|khoa))", re.IGNORECASE)
_SUBJECT = re.compile(rf"(?:^\W*|,\s+)(?:các\s+|toàn\s+thể\s+)?(?:{_SCOPE_WORDS})(?!\w)", re.IGNORECASE)

_LEAST = re.compile(r"ít\s+nhất|tối\s+thiểu|không\s+dưới|không\s+ít\s+hơn|trở\s+lên|chỉ\s+tiêu", re.IGNORECASE)
_MOST = re.compile(r"(?:không\s+quá|tối\s+đa|nhiều\s+nhất|không\s+vượt\s+quá)\s*(?:là\s+)?$", re.IGNORECASE)
_PAST = re.compile(
    r"\bđã\s|(?:năm|năm\s+học|tháng|thời\s+gian|kỳ)\s+(?:trước|qua|ngoái|vừa\s+qua)\b|kết\s+quả\s+(?:đạt|năm)|so\s+với",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?:19|20)\d{2}\b")
_MONEY = re.compile(r"\d\s*điểm(?!\s+(?:trường|sáng|lẻ))|\d\s*(?:đồng|đ)\b|nhuận\s+bút", re.IGNORECASE)
_PER_ARTICLE = re.compile(
    r"(?:mỗi|từng)\s+(?:tin|bài|mẩu|sản\s+phẩm)(?!\w*\s*/)[^,;]*$|kèm(?:\s+theo)?\s*(?:từ\s+)?$", re.IGNORECASE
)
_SEGMENT = re.compile(r"(?<=;)\s*|(?<=[.!?])\s+(?=[^\W\d_a-zà-ỹ])")
_DEADLINE_LINE = re.compile(r"\W*(?:thời\s+(?:gian|hạn)|hạn(?:\s+nộp)?|nộp|gửi)\b", re.IGNORECASE)


@dataclass
class ReadQuotas:
    """The quotas found and what is unsure about them."""

    quotas: list[QuotaDraft] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


@dataclass
class _Above:
    """What a line leading in ("Chỉ tiêu mỗi tháng:") or the clause before a semicolon says for those after it."""

    per: Per | None = None
    scope: Scope | None = None
    least: bool = False


def quotas_of(paragraphs: Iterable[Paragraph], plan_year: int | None = None) -> ReadQuotas:
    """The quotas in a plan's paragraphs. Results of years before ``plan_year``, points and fees are none."""
    read = ReadQuotas()
    above = _Above()
    for paragraph in paragraphs:
        if not paragraph.bulleted:
            above = _Above()
        before = len(read.quotas)
        leads = _read_paragraph(paragraph, above, plan_year, read)
        if paragraph.text.endswith(":"):
            above = leads
        if len(read.quotas) == before and _DEADLINE_LINE.match(paragraph.text):
            _give_deadline(read, deadline_in(paragraph.text))
    _settle(read)
    return read


def _give_deadline(read: ReadQuotas, deadline: Deadline | None) -> None:
    """A line of its own ("Thời gian nộp: trước ngày 25 hằng tháng") is for the quotas above it."""
    if deadline:
        read.quotas = [
            quota if quota.deadline else replace(quota, deadline=deadline.words, deadline_rule=deadline.rule)
            for quota in read.quotas
        ]


def _read_paragraph(paragraph: Paragraph, above: _Above, plan_year: int | None, read: ReadQuotas) -> _Above:
    carried = replace(above)
    segments = [part for part in _SEGMENT.split(paragraph.text) if part.strip()]
    if any(_is_no_demand(segment, plan_year) for segment in segments[:1]):
        return _Above()
    for place, segment in enumerate(segments):
        if not _is_no_demand(segment, plan_year):
            following = segments[place + 1] if place + 1 < len(segments) else ""
            carried = _read_segment(segment, following, paragraph, carried, read)
        if not segment.rstrip().endswith(";"):
            carried = replace(above) if place + 1 < len(segments) else carried
    return carried


def _is_no_demand(segment: str, plan_year: int | None) -> bool:
    if _PAST.search(segment) or _MONEY.search(segment):
        return True
    years = [int(year) for year in _YEARS.findall(segment)]
    return bool(plan_year and years and max(years) < plan_year)


def _read_segment(segment: str, following: str, paragraph: Paragraph, above: _Above, read: ReadQuotas) -> _Above:
    deadline = deadline_in(segment)
    masked = _masked(segment, deadline)
    amounts = [amount for amount in amounts_in(masked) if not _PER_ARTICLE.search(masked[: amount.start])]
    least = above.least or _LEAST.search(masked) is not None
    odd = _ODD_PERIOD.search(masked)
    if amounts and odd:
        read.questions.append(questions.period_unknown(segment.strip(), paragraph.line))
        return above
    later = deadline or (deadline_in(following) if not amounts_in(following) else None)
    for place in range(len(amounts)):
        near = _Near(masked, amounts, place)
        quota = _quota(near, above, least, deadline, later, paragraph)
        if quota:
            read.quotas.append(quota)
    return _Above(_first_period(masked) or above.per, _scope_in(masked) or above.scope, least)


def _masked(segment: str, deadline: Deadline | None) -> str:
    """The segment without its deadline, whose days and months are no amounts and no periods."""
    if deadline is None:
        return segment
    return segment[: deadline.start] + "·" * (deadline.end - deadline.start) + segment[deadline.end :]


@dataclass(frozen=True)
class _Near:
    """What stands around one amount in its segment."""

    text: str
    amounts: Sequence[Amount]
    place: int

    @property
    def amount(self) -> Amount:
        return self.amounts[self.place]

    @property
    def before(self) -> str:
        return self.text[: self.amount.start]

    @property
    def after(self) -> str:
        end = self.amounts[self.place + 1].start if self.place + 1 < len(self.amounts) else len(self.text)
        return self.text[self.amount.end : end]

    def period(self) -> Per | None:
        """The period fastened to the amount ("/tháng"), else the nearest before it, else any after it."""
        fastened = re.match(rf"\s*(?:/\s*(?:{_SCOPE_WORDS})\s*)?", self.after, re.IGNORECASE)
        own = _PERIOD.match(self.after, fastened.end() if fastened else 0)
        if own:
            return _per(own)
        before = list(_PERIOD.finditer(self.before))
        if before:
            return _per(before[-1])
        return _first_period(self.text[self.amount.end :])

    def scope(self) -> Scope | None:
        """Who owes it: fastened ("/lớp"), or each of whom is named in the segment, or its subject."""
        fastened = re.match(r"[^,;]{0,24}", self.after)
        words = fastened[0] if fastened else ""
        return _scope_of(_BY_EACH.search(words)) or _scope_in(self.text)


def _per(found: re.Match[str]) -> Per:
    return _PERS[" ".join(found["per"].lower().split())]


def _first_period(text: str) -> Per | None:
    found = _PERIOD.search(text)
    return _per(found) if found else None


def _scope_in(text: str) -> Scope | None:
    return _scope_of(_BY_EACH.search(text)) or _scope_of(_SUBJECT.search(text))


def _scope_of(found: re.Match[str] | None) -> Scope | None:
    return next((scope for scope, _words in _SCOPES if found and found[scope]), None)


def _quota(
    near: _Near, above: _Above, least: bool, own: Deadline | None, deadline: Deadline | None, paragraph: Paragraph
) -> QuotaDraft | None:
    period = near.period() or above.per or (own.implies if own else None)
    if (period is None and not least) or not near.amount.low:
        return None
    scope = near.scope() or above.scope
    low, high = near.amount.low, near.amount.high
    if _MOST.search(near.before):
        low, high = 0, high or low
    return QuotaDraft(
        scope=scope or "school",
        product=near.amount.product,
        minimum=low,
        maximum=high,
        per=period or "month",
        deadline=deadline.words if deadline else "",
        deadline_rule=deadline.rule if deadline else None,
        source_line=paragraph.line,
        text=paragraph.text,
        scope_said=scope is not None,
        per_said=period is not None,
    )


def _settle(read: ReadQuotas) -> None:
    """Say each demand once, and ask about what is assumed or contradicts itself."""
    read.quotas = _each_once(read.quotas)
    unsaid = [quota for quota in read.quotas if not quota.scope_said]
    if unsaid:
        read.questions.append(questions.scope_not_said(unsaid))
    read.questions += [questions.period_not_said(quota) for quota in read.quotas if not quota.per_said]
    read.questions += [questions.quotas_disagree(first, second) for first, second in _disagreeing(read.quotas)]


def _each_once(quotas: Sequence[QuotaDraft]) -> list[QuotaDraft]:
    kept: dict[tuple[object, ...], QuotaDraft] = {}
    for quota in quotas:
        kept.setdefault((quota.scope, quota.product, quota.minimum, quota.maximum, quota.per), quota)
    return list(kept.values())


def _disagreeing(quotas: Sequence[QuotaDraft]) -> list[tuple[QuotaDraft, QuotaDraft]]:
    pairs = [(first, second) for place, first in enumerate(quotas) for second in quotas[place + 1 :]]
    return [(first, second) for first, second in pairs if _kind(first) == _kind(second)]


def _kind(quota: QuotaDraft) -> tuple[str, str, str]:
    return quota.scope, quota.product, quota.per
