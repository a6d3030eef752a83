"""What a printed paper measures beside what the decree asks: letters, margins, lines, places; read from the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.reports.decree import MM, Element, Range, decree
from desktop_app.core.reports.fonts import SINGLE_LINE
from tests.papers.elements import SAME_LINE, Found, Rule, Run, Sheets, elements_of, read

MILLIMETRE = 1.0
"""The tolerance of a place on paper; sizes of letters and margins have none but rounding."""
NAMES = {
    "state_name": "Quốc hiệu",
    "motto": "Tiêu ngữ",
    "authority": "Tên cơ quan chủ quản",
    "issuer": "Tên cơ quan ban hành",
    "number": "Số, ký hiệu",
    "place_and_date": "Địa danh và thời gian",
    "kind": "Tên loại",
    "subject": "Trích yếu",
    "concerning": "Trích yếu công văn",
    "addressees": "Kính gửi",
    "body": "Lời văn",
    "section": "Tiêu đề mục (I, II…)",
    "clause": "Tiêu đề khoản (1, 2…)",
    "post": "Quyền hạn, chức vụ",
    "signer": "Họ và tên",
    "recipients_word": "Từ “Nơi nhận”",
    "recipients": "Danh sách nơi nhận",
    "appendix": "Từ “Phụ lục” và số thứ tự",
    "page_number": "Số trang",
}
Margins = tuple[float, float, float, float]
LOOKS = {"regular": "đứng", "bold": "đứng, đậm", "italic": "nghiêng", "bold_italic": "nghiêng, đậm"}


class Measure(NamedTuple):
    """One thing the decree rules: at which box, what, what it asks and where, what the file has, whether it fits."""

    box: str
    name: str
    asked: str
    source: str
    ours: str
    fits: bool


def measures_of(paper: Path) -> list[Measure]:
    """Every measure of a printed paper."""
    sheets, found = read(paper), elements_of(paper)
    parts = {one.name: one for one in found}
    return [
        *_sheet(sheets),
        *(_letters(one) for one in found),
        *_lines_under(sheets.rules, parts),
        *_places(parts),
        *_paragraphs(sheets, parts),
        *_page_numbers(sheets, parts),
    ]


# ---------------------------------------------------------------- paper and letters


def _sheet(sheets: Sheets) -> Iterator[Measure]:
    """The sheet, and how near to its edges the words of its pages come."""
    page = decree().page
    width, height = sheets.width / MM, sheets.height / MM
    asked = f"{page.width_mm:g} × {page.height_mm:g} mm"
    whole = abs(width - page.width_mm) < 0.1 and abs(height - page.height_mm) < 0.1
    yield Measure("", "Khổ giấy A4", asked, "mục I, khoản 1", f"{written(width)} × {written(height)} mm", whole)
    left, right, top, bottom = (min(sides) for sides in zip(*_each_page(sheets), strict=True))
    yield _margin("trái", left, page.left_range)
    yield _margin("phải", right, page.right_range)
    yield _margin("trên", top, page.top_range)
    yield _margin("dưới", bottom, page.bottom_range, at_least=True)


def _each_page(sheets: Sheets) -> list[Margins]:
    return [margins_of(sheets, number) for number in range(1, sheets.pages + 1)]


def margins_of(sheets: Sheets, page: int) -> Margins:
    """Left, right, top and bottom of a page in millimetres: from its edges to its nearest words."""
    runs = [run for run in sheets.runs if run.page == page and not is_outside(run, sheets)]
    left, top = min(run.left for run in runs), min(run.top for run in runs)
    right, bottom = max(run.right for run in runs), max(run.bottom for run in runs)
    return left / MM, (sheets.width - right) / MM, top / MM, (sheets.height - bottom) / MM


def is_outside(run: Run, sheets: Sheets) -> bool:
    """A page number on top of a later page, the small line at the foot of a slip's: no part of the text."""
    low, high = decree().page.top_mm * MM - 1, sheets.height - decree().page.bottom_mm * MM
    return run.page > 1 and (run.bottom < low or run.top > high)


def _margin(side: str, mm: float, allowed: Range, *, at_least: bool = False) -> Measure:
    """How far the text ends above the foot depends on the text; it must not come nearer than the margin."""
    low, high = allowed
    ends_early = at_least and mm > high
    fits = low <= round(mm, 1) and (mm <= high or ends_early)
    ours = f"{written(mm)} mm{' (hết lời)' if ends_early else ''}"
    return Measure("", f"Lề {side}", f"{spanned(allowed)} mm", "mục I, khoản 3", ours, fits)


def _letters(one: Found) -> Measure:
    sizes = sorted({round(run.size, 1) for run in one.runs})
    faces = list(dict.fromkeys(LOOKS[run.face] for run in one.runs))
    upper = all(run.text == run.text.upper() for run in one.runs)
    ours = f"{_case(upper and one.asked.upper)}{', '.join(faces)}, cỡ {' và '.join(f'{size:g}' for size in sizes)}"
    return Measure(one.box, NAMES[one.name], asked_look(one.asked), placed(one.asked.source), ours, one.fits)


def asked_look(element: Element) -> str:
    """“in hoa, đứng, đậm, cỡ 12-13”."""
    return f"{_case(element.upper)}{LOOKS[element.face]}, cỡ {spanned(element.sizes)}"


def placed(source: str) -> str:
    """A place in phụ lục I, phần I, written in one way: “mục II, khoản 2b”."""
    return source.removeprefix("phụ lục I, phần I, ").replace(", điểm ", "").partition(":")[0]


def _case(upper: bool) -> str:
    return "in hoa, " if upper else ""


# ---------------------------------------------------------------- lines under words, places


def _lines_under(rules: list[Rule], parts: dict[str, Found]) -> Iterator[Measure]:
    """The three lines of the head: how long against the words above, and in their middle."""
    asked = decree().rules
    allowed = {"motto": asked.motto_range, "issuer": asked.issuer_range, "subject": asked.subject_range}
    places = {"motto": "mục II, khoản 1b", "issuer": "mục II, khoản 2b", "subject": "mục II, khoản 5b"}
    for name, (low, high) in allowed.items():
        if name not in parts:
            continue
        words = parts[name].longest
        line = next((rule for rule in rules if rule.page == 1 and _is_under(rule, parts[name].runs[-1])), None)
        share = (line.right - line.left) / (words.right - words.left) if line else 0
        centred = line is not None and abs(line.middle - words.middle) < MILLIMETRE * MM
        length = "bằng dòng chữ" if low == high else "1/3-1/2 dòng chữ"
        ours = f"{share:.2f} dòng chữ, {'cân đối' if centred else 'lệch'}".replace(".", ",")
        fits = centred and low - 0.01 <= share <= high + 0.01
        yield Measure(parts[name].box, f"Kẻ dưới {NAMES[name].lower()}", length, places[name], ours, fits)


def _is_under(rule: Rule, words: Run) -> bool:
    """The line begins no higher than the words end, and at most 5 mm below."""
    return words.bottom - 1 < rule.top < words.bottom + 5 * MM and words.left < rule.middle < words.right


def _places(parts: dict[str, Found]) -> Iterator[Measure]:
    """Who stands in whose middle, who on whose line."""
    page = decree().page
    middle = page.left_mm * MM + page.text_width / 2
    for name, above, source in (
        ("motto", "state_name", "mục II, khoản 1b"),
        ("issuer", "authority", "mục II, khoản 2b"),
        ("number", "issuer", "mục II, khoản 3c"),
        ("place_and_date", "motto", "mục II, khoản 4c"),
        ("concerning", "number", "mục II, khoản 5b"),
    ):
        if name in parts and above in parts:
            off = parts[name].longest.middle - parts[above].longest.middle
            yield _centred(parts[name], f"canh giữa dưới {NAMES[above].lower()}", off, source)
    for name in ("kind", "subject"):
        if name in parts:
            yield _centred(parts[name], "canh giữa trang", parts[name].run.middle - middle, "mục II, khoản 5b")
    yield from _level(parts)


def _level(parts: dict[str, Found]) -> Iterator[Measure]:
    """Number and day on one line, receivers level with the post and at the margin, a name under its post."""
    edge = decree().page.left_mm * MM
    if "place_and_date" in parts:
        lower = parts["place_and_date"].run.bottom - parts["number"].run.bottom
        yield _same_line(parts["place_and_date"], "cùng dòng với số, ký hiệu", lower, "mục II, khoản 4c")
    if "concerning" in parts:
        yield _below_number(parts["number"].run, parts["concerning"].run)
    if "recipients_word" in parts and "post" in parts:
        word = parts["recipients_word"]
        lower = word.run.top - parts["post"].run.top
        yield _same_line(word, "ngang hàng với chức vụ người ký", lower, "mục II, khoản 9d")
        off = max(abs(run.left - edge) for run in (*word.runs, *parts["recipients"].runs)) / MM
        yield Measure(
            "9b", "Nơi nhận", "sát lề trái", "mục II, khoản 9d", f"cách lề {written(off)} mm", off < MILLIMETRE
        )
    if "signer" in parts:
        names, posts = parts["signer"].runs, parts["post"].runs
        off = max(min((abs(name.middle - post.middle) for post in posts), default=99) for name in names)
        yield _centred(parts["signer"], "canh giữa dưới chức vụ", off, "mục II, khoản 7đ")


def _centred(one: Found, asked: str, off: float, source: str) -> Measure:
    mm = abs(off) / MM
    return Measure(one.box, NAMES[one.name], asked, source, f"lệch {written(mm)} mm", mm < MILLIMETRE)


def _same_line(one: Found, asked: str, lower: float, source: str) -> Measure:
    return Measure(
        one.box, NAMES[one.name], asked, source, f"lệch {written(abs(lower) / MM)} mm", abs(lower) < SAME_LINE
    )


def _below_number(number: Run, concerning: Run) -> Measure:
    room = concerning.bottom - number.bottom - concerning.size * SINGLE_LINE
    ours = f"cách {room:.1f} pt".replace(".", ",")
    return Measure("5b", NAMES["concerning"], "cách số, ký hiệu 6 pt", "mục II, khoản 5b", ours, abs(room - 6) < 0.5)


# ---------------------------------------------------------------- paragraphs, page numbers


def _paragraphs(sheets: Sheets, parts: dict[str, Found]) -> Iterator[Measure]:
    """How the first paragraph stands: indent, lines, justified, the room to what follows."""
    if "body" not in parts:
        return
    lines, text, page = parts["body"].runs, decree().text, decree().page
    source = placed(text.source)
    indent = (lines[0].left - page.left_mm * MM) / MM
    low, high = text.first_line_range
    fits = min(abs(indent - low), abs(indent - high)) < 0.2
    yield Measure("6", "Lùi đầu dòng", "1 cm hoặc 1,27 cm", source, f"{written(indent / 10, 2)} cm", fits)
    single = lines[0].size * SINGLE_LINE
    pitches = [lower.bottom - upper.bottom for upper, lower in pairwise(lines)]
    spacing = max(pitches) / single
    low, high = text.line_spacing_range
    fits = low - 0.005 <= spacing <= high
    yield Measure("6", "Giãn dòng", "1-1,5 dòng đơn", source, f"{written(spacing, 2)} dòng đơn", fits)
    ragged = max((page.width_mm - page.right_mm) * MM - line.right for line in lines[:-1]) / MM
    yield Measure("6", "Hai lề", "canh đều", source, f"lệch {written(abs(ragged))} mm", abs(ragged) < MILLIMETRE)
    if after := _next_line(sheets.runs, lines[-1]):
        room = after.bottom - lines[-1].bottom - max(pitches)
        fits = room > text.paragraph_gap_range[0] - 0.2
        yield Measure("6", "Giữa hai đoạn", "ít nhất 6 pt", source, f"{written(room)} pt", fits)


def _next_line(runs: list[Run], last: Run) -> Run | None:
    return next(
        (run for run in runs if run.page == last.page and run.top > last.bottom and run.size == last.size), None
    )


def _page_numbers(sheets: Sheets, parts: dict[str, Found]) -> Iterator[Measure]:
    """From the second page on, in the middle of the top margin; none on the first."""
    if "page_number" not in parts:
        return
    page, numbers = decree().page, parts["page_number"].runs
    middle = page.left_mm * MM + page.text_width / 2
    off = max(abs(run.middle - middle) for run in numbers) / MM
    source, ours = "mục I, khoản 7", f"lệch {written(off)} mm, từ trang {min(run.page for run in numbers)}"
    yield Measure("", "Số trang", "giữa lề trên, trang 1 không hiện", source, ours, off < MILLIMETRE)


# ---------------------------------------------------------------- how numbers are written


def written(number: float, places: int = 1) -> str:
    """“30,0”."""
    return f"{abs(number) if round(number, places) == 0 else number:.{places}f}".replace(".", ",")


def spanned(allowed: Range) -> str:
    """“12-13”, “13”."""
    low, high = (f"{number:g}".replace(".", ",") for number in allowed)
    return low if low == high else f"{low}-{high}"
