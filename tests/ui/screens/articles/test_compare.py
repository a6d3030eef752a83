"""Two texts side by side: what differs has its sign, F8 goes through it, both sheets roll together."""

from __future__ import annotations

import pytest
import ttkbootstrap as ttk

from desktop_app.core.articles import ArticleText
from desktop_app.ui.screens.articles.compare import Compare, Version
from desktop_app.ui.screens.articles.recovery import RecoveryDialog
from tests.ui.conftest import WaitUntil, focus, turn
from tests.ui.screens.articles.conftest import Press

PARAGRAPHS = [f"Đoạn {number}: thầy và trò cùng nhau đọc sách dưới gốc cây ban." for number in range(60)]
BEFORE = ArticleText("Ngày hội", "Mở đầu", "\n\n".join(PARAGRAPHS))
AFTER = BEFORE._replace(
    title="Lễ hội",
    body="\n\n".join([PARAGRAPHS[0], "Một đoạn mới chen vào.", *PARAGRAPHS[1:50], "Kết thúc.", *PARAGRAPHS[51:]]),
)


@pytest.fixture
def compare(place: ttk.Frame) -> Compare:
    shown = Compare(place)
    shown.pack(fill="both", expand=True)
    shown.show(Version("Bản 1", "", BEFORE), Version("Bản 2", "", AFTER))
    turn(place, 30)
    return shown


def marked(compare: Compare, side: int, look: str) -> list[str]:
    text = compare.sheets[side].text
    ends = [str(end) for end in text.tag_ranges(look)]
    return [text.get(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]


def test_what_went_is_struck_and_what_came_is_underlined(compare: Compare) -> None:
    assert marked(compare, 0, "taken")[0] == "Ngày"
    assert marked(compare, 1, "added") == ["Lễ", "Một đoạn mới chen vào.", "Kết thúc."]
    assert compare.sheets[0].text.tag_cget("taken", "overstrike")
    assert compare.sheets[1].text.tag_cget("added", "underline")


def test_f8_goes_from_difference_to_difference_and_round(compare: Compare, press: Press) -> None:
    seen = [compare.here]
    for key in ("<F8>", "<F8>", "<F8>", "<Shift-F8>"):
        press(compare.sheets[1].text, key)
        seen.append(compare.here)
    assert seen == [0, 1, 2, 0, 2]
    assert marked(compare, 1, "here") == ["Kết thúc."]
    assert compare.told["text"] == "Difference 3 of 3"


def test_the_other_sheet_rolls_along_with_what_belongs_together(compare: Compare) -> None:
    left, right = compare.sheets
    left.text.yview(left.index(left.plain().index("Đoạn 30")))
    turn(compare, 30)
    assert right.plain()[right.offset("@0,0") :].startswith("Đoạn 30")
    right.text.yview(right.index(right.plain().index("Đoạn 20")))
    turn(compare, 30)
    assert left.plain()[left.offset("@0,0") :].startswith("Đoạn 20")


def test_a_selection_on_the_right_chooses_its_differences(compare: Compare) -> None:
    assert [found.part for found in compare.chosen()] == [0]
    compare.sheets[1].select(0, len(compare.sheets[1].plain()))
    assert compare.chosen() == compare.passages


def test_equal_texts_say_so(compare: Compare) -> None:
    compare.show(Version("", "", BEFORE), Version("", "", BEFORE))
    assert compare.told["text"] == "Nothing differs."
    assert str(compare.next["state"]) == "disabled"
    compare.show(
        Version("", "", BEFORE),
        Version("", "", BEFORE._replace(body=f"**{PARAGRAPHS[0]}**" + BEFORE.body[len(PARAGRAPHS[0]) :])),
    )
    assert compare.told["text"] == "Only the layout differs, no word."


def test_one_passage_comes_into_the_saved_text_and_the_rest_stays(place: ttk.Frame, wait_until: WaitUntil) -> None:
    dialog = RecoveryDialog(place, BEFORE, AFTER)
    dialog.appear()
    focus(dialog.compare.sheets[1].text)
    dialog.compare.go_to(1)
    dialog.passage.invoke()
    dialog.stay.invoke()
    assert dialog.answer == BEFORE._replace(
        body="\n\n".join([PARAGRAPHS[0], "Một đoạn mới chen vào.", *PARAGRAPHS[1:]])
    )
