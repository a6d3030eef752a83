"""Words on a paper: safe, cited, listed."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.reports.fonts import balanced_lines, printable, register_fonts, width_of
from desktop_app.core.reports.signature import complete_recipients
from desktop_app.core.reports.snapshot import Basis
from desktop_app.core.reports.wording import cited, linked, listed, plain


def test_a_first_citation_names_every_part() -> None:
    basis = Basis("Kế hoạch", "199/KH-PGDĐT", date(2024, 3, 12), "Phòng GD&ĐT", "về truyền thông")
    assert cited(basis, "") == "Kế hoạch số 199/KH-PGDĐT ngày 12 tháng 3 năm 2024 của Phòng GD&ĐT về truyền thông"


def test_without_a_document_the_plan_itself_is_named() -> None:
    assert cited(Basis(), "Truyền thông năm 2024") == "kế hoạch “Truyền thông năm 2024”"
    assert cited(Basis(), "") == ""


def test_a_list_ends_its_lines_as_the_decree_asks() -> None:
    assert listed(("- Như trên", "Tổ 1;", " ", "Lưu: VT.")) == ["Như trên;", "Tổ 1;", "Lưu: VT."]
    assert listed(()) == []


def test_recipients_are_completed_once() -> None:
    assert complete_recipients(("Tổ 1",), answers_addressees=True) == ("Như trên", "Tổ 1", "Lưu: VT")
    given_whole = ("- Như trên;", "Lưu: VT, TT.")
    assert complete_recipients(given_whole, answers_addressees=True) == given_whole
    assert complete_recipients((), answers_addressees=False) == ("Lưu: VT",)


def test_signs_are_shown_not_obeyed() -> None:
    assert plain("GD&ĐT <b>") == "GD&amp;ĐT &lt;b&gt;"


def test_only_web_addresses_become_links() -> None:
    assert linked("javascript:alert(1)") == "javascript:alert(1)"
    assert linked('https://a/?x=1&y="') == '<a href="https://a/?x=1&amp;y=&quot;">https://a/?x=1&amp;y="</a>'


def test_letters_fall_together_and_unprintable_signs_vanish() -> None:
    assert printable("Lê\u0323 kha\u0301nh tha\u0300nh 🌸\u200b\t!") == "Lệ khánh thành  !"
    assert printable("日") == "□"


def test_a_line_is_broken_into_even_parts_without_a_lonely_word() -> None:
    words = "một hai ba bốn năm sáu bảy tám chín mười mười một"
    lines = balanced_lines(words, "bold", 12, width_of(words, "bold", 12) * 0.95)
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 8


@given(st.text(), st.floats(10, 500))
def test_no_word_is_lost_between_lines(words: str, width: float) -> None:
    shown = printable(words)
    assert " ".join(balanced_lines(shown, "regular", 14, width)).split(" ") == (
        [w for w in shown.split(" ") if w] or [""]
    )


@given(st.text())
def test_what_is_printed_is_what_the_font_can_draw(words: str) -> None:
    assert set(printable(words)) <= register_fonts()
