"""Generated plans, printed in the ways schools print them: what a reader must read back unchanged."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import NamedTuple

from hypothesis import strategies as st

from desktop_app.core.plans.draft import Per, Product, Scope

FIRST_WORDS = ("Truyền thông", "Giáo dục", "Công tác", "Tăng cường", "Phòng chống", "Đẩy mạnh", "Xây dựng")
WORDS = (
    *("chính sách", "học sinh", "nhà trường", "văn hóa", "an toàn", "chuyển đổi số", "thi đua", "sức khỏe", "vùng cao"),
    *("bữa ăn", "dân tộc", "thiếu nhi", "trường học", "phụ huynh", "tiếng Việt", "thư viện", "môi trường", "kỹ năng"),
)
CONTENT = ("Thông tin về", "Các hoạt động", "Kết quả", "Giới thiệu", "Phản ánh")
SCOPES: dict[Scope, str] = {"school": "", "unit": "mỗi tổ ", "class": "mỗi lớp ", "person": "mỗi giáo viên "}
PERIODS: dict[Per, str] = {"week": "tuần", "month": "tháng", "term": "học kỳ", "year": "năm học"}
PRODUCTS: dict[Product, str] = {
    **{"tin_bai": "tin bài", "bai": "bài", "tin": "tin", "photo": "ảnh", "video": "video"},
    **{"photo_or_video": "ảnh/video", "any": "sản phẩm"},
}
NUMBERS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


class Topic(NamedTuple):
    """A topic as a school means it; ``number`` is None for a row whose cell is empty."""

    number: str | None
    title: str
    items: tuple[str, ...]


class Demand(NamedTuple):
    """A quota as a school means it."""

    scope: Scope
    product: Product
    amount: int
    per: Per


@dataclass(frozen=True)
class Style:
    """How one school prints: its bullet, its numbers, its width, its table."""

    bullet: str = "- "
    number: str = "{} "
    width: int = 72
    title_width: int = 24
    table: str = "blank lines"
    line_end: str = "\n"
    headings: tuple[str, str, str] = ("II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN", "1. Các tổ, giáo viên")
    page_breaks: bool = False


@st.composite
def topics(draw: st.DrawFn) -> tuple[Topic, ...]:
    """Two to eight topics; one number may be left out, the last may have none."""
    count = draw(st.integers(2, 8))
    left_out = draw(st.integers(2, 8))
    numbers: list[str | None] = [str(place if place < left_out else place + 1) for place in range(1, count + 1)]
    if draw(st.booleans()):
        numbers[-1] = None
    return tuple(Topic(number, draw(_title()), draw(_items())) for number in numbers)


@st.composite
def _title(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True))
    return " ".join([draw(st.sampled_from(FIRST_WORDS)), *words])


@st.composite
def _items(draw: st.DrawFn) -> tuple[str, ...]:
    return tuple(draw(st.lists(_item(), min_size=1, max_size=5)))


@st.composite
def _item(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=14, unique=True))
    end = draw(st.sampled_from([".", ";", "…", ".", ".”"]))
    return f"{draw(st.sampled_from(CONTENT))} {' '.join(words)}{end}"


@st.composite
def demands(draw: st.DrawFn) -> tuple[tuple[Demand, str], ...]:
    """One to four quotas, each with the sentence that asks for it."""
    wanted = draw(
        st.lists(_demand(), min_size=1, max_size=4, unique_by=lambda demand: (demand[0], demand[1], demand[3]))
    )
    return tuple((demand, draw(_sentence(demand))) for demand in wanted)


def _demand() -> st.SearchStrategy[Demand]:
    return st.builds(
        Demand,
        st.sampled_from(list(SCOPES)),
        st.sampled_from(list(PRODUCTS)),
        st.integers(1, 10),
        st.sampled_from(list(PERIODS)),
    )


@st.composite
def _sentence(draw: st.DrawFn, demand: Demand) -> str:
    amount = draw(st.sampled_from([str(demand.amount), f"{demand.amount:02d}", NUMBERS[demand.amount]]))
    what, period, who = PRODUCTS[demand.product], PERIODS[demand.per], SCOPES[demand.scope]
    least = draw(st.sampled_from(["", "ít nhất ", "tối thiểu "]))
    each = draw(st.sampled_from(["mỗi", "hằng"]))
    sentence = draw(
        st.sampled_from(
            [
                f"{who}{least}{amount} {what}/{period}.",
                f"{each} {period} {who}{least}{amount} {what};",
                f"{who}gửi {least}{amount} {what} {each} {period}.",
            ]
        )
    )
    return sentence[0].upper() + sentence[1:]


def styles() -> st.SearchStrategy[Style]:
    """Any mixture of what schools do."""
    return st.builds(
        Style,
        bullet=st.sampled_from(["- ", "– ", "• ", "+ ", "-", " - ", "* "]),
        number=st.sampled_from(["{} ", "{}. ", "{}) ", "{}.  "]),
        width=st.integers(40, 110),
        title_width=st.integers(16, 40),
        table=st.sampled_from(["blank lines", "number alone", "glued", "tabs", "bars", "plain"]),
        line_end=st.sampled_from(["\n", "\r\n"]),
        headings=st.sampled_from(
            [
                ("II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN", "1. Các tổ, giáo viên"),
                ("Phần II: Nội dung truyền thông", "Phần III: Tổ chức thực hiện", "1/ Các tổ, giáo viên"),
                ("II.NỘIDUNG", "III.TỔCHỨCTHỰCHIỆN", "1.Các tổ, giáo viên"),
                ("NỘI DUNG", "TỔ CHỨC THỰC HIỆN", "a) Các tổ, giáo viên"),
            ]
        ),
        page_breaks=st.booleans(),
    )


def printed(rows: tuple[Topic, ...], wanted: tuple[tuple[Demand, str], ...], style: Style) -> str:
    """The plan as one school would print it."""
    content, work, role = style.headings
    lines = ["KẾ HOẠCH", "Truyền thông năm 2024", "", content]
    lines += ["Stt\tNội dung/Chủ đề\tHình thức" if style.table == "tabs" else "Stt Nội dung/Chủ đề Hình thức"]
    for row in rows:
        lines += _row(row, style)
    lines += ["", work, role]
    for _demand, sentence in wanted:
        lines += _wrapped(f"{style.bullet}{sentence}", style.width)
    return style.line_end.join(lines)


def _row(row: Topic, style: Style) -> list[str]:
    if style.table in {"tabs", "bars"}:
        return _celled(row, style)
    if row.number is None:
        return ["", *_wrapped(row.title, style.title_width), "", *_content(row, style)]
    if style.table == "glued":
        return _wrapped(f"{style.number.format(row.number)}{row.title} {_run_together(row)}", style.width)
    if style.table == "number alone":
        return [row.number, *_wrapped(row.title, style.title_width), *_content(row, style)]
    numbered = _wrapped(f"{style.number.format(row.number)}{row.title}", style.title_width)
    gap = [""] if style.table == "blank lines" else []
    return [*gap, *numbered, *gap, *_content(row, style)]


def _celled(row: Topic, style: Style) -> list[str]:
    number = row.number or ""
    if style.table == "bars":
        return [f"| {number} | {row.title} | {_run_together(row)} |"]
    first, *more = (f"{style.bullet}{item}" for item in row.items)
    return [f"{number}\t{row.title}\t{first}", *(f"\t\t{item}" for item in more)]


def _run_together(row: Topic) -> str:
    return " ".join(f"- {item}" for item in row.items)


def _content(row: Topic, style: Style) -> list[str]:
    lines = [line for item in row.items for line in _wrapped(f"{style.bullet}{item}", style.width)]
    if style.page_breaks and len(lines) > 2 and lines[1][:1].islower():
        lines[1:1] = ["", "", ""]  # a page ends inside the first item
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False, drop_whitespace=True)
