"""Old fonts: each of the 134 letters, and telling TCVN3, VNI, Unicode and French apart by letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.manuscripts.old_fonts import (
    LETTERS,
    encoding_of_font,
    from_tcvn3,
    from_vni,
    guess,
    modern,
)
from desktop_app.core.manuscripts.passages import Draft, Passage, Run

TABLE = [
    line.split("\t")
    for line in Path(__file__).with_name("old-fonts.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PLAN = (
    "Năm học 2023-2024, nhà trường đẩy mạnh truyền thông về giáo dục, tuyên truyền kịp thời những "
    "tấm gương người tốt, việc tốt; phụ huynh và học sinh ủng hộ, chất lượng được nâng lên rõ rệt."
)


def to_tcvn3(text: str) -> str:
    codes = {row[0]: chr(int(row[2], 16)) for row in TABLE}
    return "".join(codes.get(sign, sign) for sign in text)


def to_vni(text: str) -> str:
    codes = {row[0]: bytes.fromhex(row[3]).decode("latin-1") for row in TABLE}
    return "".join(codes.get(sign, sign) for sign in text)


def test_the_table_is_whole() -> None:
    assert len(TABLE) == 134
    assert {row[0] for row in TABLE} == set(LETTERS + LETTERS.upper())


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_every_letter_of_tcvn3(row: list[str]) -> None:
    letter, code = row[0], chr(int(row[2], 16))
    assert from_tcvn3(code, capital_font=letter.isupper()) == letter
    if ord(code) < 0xA8:  # the seven capitals that have a code of their own
        assert from_tcvn3(code) == letter


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_every_letter_of_vni(row: list[str]) -> None:
    assert from_vni(bytes.fromhex(row[3]).decode("latin-1")) == row[0]


@given(st.text(st.sampled_from(LETTERS + "bcdghklmnpqrstvx ,.")))
def test_any_small_text_comes_back_from_tcvn3(text: str) -> None:
    assert from_tcvn3(to_tcvn3(text)) == text


@given(st.lists(st.sampled_from(PLAN.split() + PLAN.upper().split())).map(" ".join))
def test_words_come_back_from_vni(text: str) -> None:
    assert from_vni(to_vni(text)) == text


def test_a_capital_word_typed_without_the_capital_font() -> None:
    assert from_tcvn3("TR¦êng TR¦êNG") == "TRƯờng TRƯỜNG"


def test_letters_of_symbol_fonts_lie_in_the_private_area() -> None:
    assert from_tcvn3("th\uf0b8ng") == "tháng"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "TCVN3"),
        (".vnarialh", "TCVN3"),
        ("VNI-Times", "VNI"),
        ("vni-helve", "VNI"),
        ("Times New Roman", None),
        ("VNtimes new roman", None),
        ("", None),
    ],
)
def test_a_font_tells_its_encoding(font: str, encoding: str | None) -> None:
    assert encoding_of_font(font) == encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PLAN, None),
        (to_tcvn3(PLAN), "TCVN3"),
        (to_vni(PLAN), "VNI"),
        (to_vni(PLAN.upper()), "VNI"),
        ("Théâtre à la française: été, forêt, où est le garçon? Noël, naïf, déjà vu, crème brûlée", None),
        ("Grüße aus München, schöne Straße, Mädchen, Käse, über", None),
        ("Hà Giang, Hà Nam, Bà Triệu", None),
        ("tÊm", None),
        ("plain words only", None),
        ("", None),
    ],
)
def test_letters_tell_the_encoding(text: str, encoding: str | None) -> None:
    assert guess(text) == encoding


def test_fonts_decide_run_by_run() -> None:
    passage = Passage(
        (
            Run("tr\u00adêng ", ".VnTime"),
            Run("tiÓu häc ", ".VnTimeH"),
            Run("Tröôøng ", "VNI-Times"),
            Run("Mường Báng", "Times New Roman", True),
        )
    )
    draft = modern(Draft([passage]))
    assert draft.passages[0].runs == (Run("trường TIỂU HỌC Trường "), Run("Mường Báng", "", True))
    assert [(note.code, note.facts) for note in draft.notes] == [
        ("old-font", {"encoding": "TCVN3"}),
        ("old-font", {"encoding": "VNI"}),
    ]


def test_a_vni_letter_cut_in_two_by_word_is_one_letter() -> None:
    draft = modern(Draft([Passage((Run("Tr", "VNI-Times"), Run("öô", "VNI-Times"), Run("øng", "VNI-Times")))]))
    assert draft.passages[0].text == "Trường"


def test_unicode_typed_in_an_old_font_stays() -> None:
    draft = modern(Draft([Passage((Run("Trường học", ".VnTime"),))]))
    assert (draft.passages[0].text, draft.notes) == ("Trường học", [])


def test_letters_decide_where_no_font_does() -> None:
    draft = modern(Draft([Passage((Run(to_tcvn3(PLAN), "Arial"),)), Passage((Run("Nhµ"),))]))
    assert [passage.text for passage in draft.passages] == [PLAN, "Nhà"]
    assert [note.code for note in draft.notes] == ["old-font-guessed"]
