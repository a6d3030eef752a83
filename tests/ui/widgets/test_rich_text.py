"""The body as it looks, on a real tk.Text: what is shown comes back, letters stay as typed, steps are taken back."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
import ttkbootstrap as ttk
from hypothesis import HealthCheck, given, settings

from desktop_app.core.manuscripts.markup import paragraphs
from desktop_app.ui.widgets.rich_text import RichText
from tests.ui.conftest import focus, turn
from tests.ui.widgets.test_rich_text_lines import BODIES, tidied

Press = Callable[[object, str], None]
BODY = (
    "Sáng nay **cả trường** đọc sách\ndưới gốc ban.\n\n## Kết quả\n\n- 120 em\n- 45 cuốn sách\n\n![2]\n\nVui **lắm**."
)
ON_ONE_WINDOW = [HealthCheck.function_scoped_fixture]


@pytest.fixture
def body(place: ttk.Frame) -> RichText:
    body = RichText(place)
    body.pack(fill="both", expand=True)
    focus(body.text)
    return body


def keys(body: RichText, *names: str) -> None:
    """Keys as the keyboard sends them."""
    for name in names:
        body.text.event_generate(f"<{name}>")


def at(body: RichText, words: str) -> None:
    """The cursor before these words."""
    body.text.mark_set("insert", body.index(body.plain().index(words)))


# ---------------------------------------------------------------- what is shown comes back


@settings(suppress_health_check=ON_ONE_WINDOW, max_examples=150, deadline=None)
@given(BODIES)
def test_any_body_comes_back_from_the_sheet(body: RichText, markup: str) -> None:
    markup = tidied(markup)
    body.set(markup)
    body.edits.insert("end", "x")  # so that it is read from the sheet, and not the words that were given
    body.undo()
    assert paragraphs(body.get()) == paragraphs(markup)


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_done_can_be_taken_back_and_done_again(body: RichText, seed: int) -> None:
    chance = random.Random(seed)
    body.set(chance.choice(("", BODY, "- một\n- hai", "![1]\n\n![2]", "## 😀 **a**\n\nb\nc")))
    before, looks = body.page.all(), [body.page.all()]
    for _turn in range(12):
        do_something(body, chance)
        looks.append(body.page.all())
    assert_dressed(body)
    redo_everything(body)
    after = body.page.all()
    while body.steps.can_undo:
        body.undo()
        assert_dressed(body)
        assert body.page.all() in looks
    assert body.page.all() == before
    redo_everything(body)
    assert body.page.all() == after
    assert_dressed(body)


def redo_everything(body: RichText) -> None:
    """Ctrl+Y until there is nothing left."""
    while body.steps.can_redo:
        body.redo()


def make_bold(body: RichText, start: int, end: int) -> None:
    """A passage chosen and made bold, or plain again."""
    body.select(start, end)
    body.toggle_bold()


def do_something(body: RichText, chance: random.Random) -> None:
    """One act of a person, anywhere."""
    length = len(body.plain())
    start, end = sorted((chance.randint(0, length), chance.randint(0, length)))
    body.text.tag_remove("sel", "1.0", "end")
    body.text.mark_set("insert", body.index(start))
    acts: list[Callable[[], object]] = [
        lambda: body.text.insert("insert", "đ"),
        lambda: body.text.insert("insert", "hai\ndòng"),
        lambda: body.text.delete(body.index(start), body.index(end)),
        lambda: body.text.delete("insert-1c"),
        lambda: body.text.replace(body.index(start), body.index(end), "ố"),
        lambda: keys(body, "Return"),
        lambda: keys(body, "BackSpace"),
        lambda: keys(body, "Delete"),
        lambda: body.turn(chance.choice(("heading", "item", "paragraph"))),
        lambda: body.place_photo(chance.randint(1, 4)),
        lambda: make_bold(body, start, end),
        lambda: body.insert_markup("## Mẫu\n\n- một"),
        body.edits.break_line,
        body.undo,
    ]
    chance.choice(acts)()


def assert_dressed(body: RichText) -> None:
    """The paint is what the lines are: one look each, a dot before every item, a photo where one stands."""
    last = int(str(body.text.index("end-1c")).split(".")[0])
    assert last == len(body.page.kinds)
    for number, (kind, _photo) in enumerate(body.page.kinds, 1):
        assert kind in body.text.tag_names(f"{number}.0")
        objects = body.page._objects(number - 1)
        assert objects == {"item": [("image", f"{number}.0")], "picture": [("window", f"{number}.0")]}.get(kind, [])
        if kind == "picture":
            assert str(body.text.index(f"{number}.end")) == f"{number}.1"


def test_nothing_of_the_markup_is_seen(body: RichText) -> None:
    body.set(BODY)
    assert body.plain() == "\n".join(
        ["Sáng nay cả trường đọc sách", "dưới gốc ban.", "Kết quả", "120 em", "45 cuốn sách", "\ufffc", "Vui lắm."]
    )
    assert body.get() == BODY


def test_untidy_markup_that_was_not_touched_is_given_back_to_the_letter(body: RichText) -> None:
    untidy = "Một.\n\n\n\n-  hai \n"
    body.set(untidy)
    assert body.get() == untidy
    assert not body.changed


# ---------------------------------------------------------------- typing


def test_return_at_the_end_of_a_heading_begins_a_paragraph(body: RichText) -> None:
    body.set("## Kết quả")
    body.text.mark_set("insert", "end")
    keys(body, "Return", "a")
    assert body.get() == "## Kết quả\n\na"


def test_return_in_a_list_begins_an_item_and_in_an_empty_one_ends_the_list(body: RichText) -> None:
    body.set("- một")
    body.text.mark_set("insert", "end")
    keys(body, "Return", "a", "Return", "Return", "b")
    assert body.get() == "- một\n- a\n\nb"


def test_shift_return_breaks_the_line_inside_the_paragraph(body: RichText) -> None:
    body.set("một")
    body.text.mark_set("insert", "end")
    keys(body, "Shift-Return", "b")
    assert body.get() == "một\nb"


def test_backspace_takes_the_dot_and_then_joins_the_lines(body: RichText) -> None:
    body.set("Đầu\n\n- hai")
    at(body, "hai")
    keys(body, "BackSpace")
    assert body.get() == "Đầu\n\nhai"
    keys(body, "BackSpace")
    assert body.get() == "Đầuhai"


def test_an_input_method_takes_back_letters_and_sends_others_and_finds_its_place(body: RichText) -> None:
    body.set("## Tin\n\n- mot")
    body.text.mark_set("insert", "end")
    for letter in ("t", "BackSpace", "BackSpace", "BackSpace"):
        keys(body, letter)
    for letter in ("ộ", "t"):
        body.text.insert("insert", letter)
    assert body.get() == "## Tin\n\n- một"
    assert str(body.text.index("insert")) == str(body.text.index("end-1c"))


def test_ctrl_b_and_then_letters_are_bold_even_when_an_input_method_takes_one_back(body: RichText) -> None:
    body.set("Xin")
    body.text.mark_set("insert", "end")
    keys(body, "space", "Control-b", "a", "BackSpace")
    body.text.insert("insert", "â")
    keys(body, "n", "Control-b", "m")
    assert body.get() == "Xin **ân**m"


def test_words_typed_beside_a_photo_get_a_line_of_their_own(body: RichText) -> None:
    body.set("![1]")
    body.text.mark_set("insert", "1.0")
    keys(body, "a", "b")
    body.text.mark_set("insert", "end")
    keys(body, "c", "d")
    assert body.get() == "ab\n\n![1]\n\ncd"


def test_backspace_below_a_photo_takes_the_photo_and_not_a_word(body: RichText) -> None:
    body.set("Trên\n\n![1]\n\nDưới")
    at(body, "Dưới")
    keys(body, "BackSpace")
    assert body.get() == "Trên\n\nDưới"
    body.undo()
    assert body.get() == "Trên\n\n![1]\n\nDưới"


def test_an_emoji_goes_as_a_whole(body: RichText) -> None:
    body.set("a😀b")
    at(body, "b")
    keys(body, "BackSpace")
    assert body.get() == "ab"


def test_the_left_arrow_never_stops_before_the_dot(body: RichText) -> None:
    body.set("Đầu\n\n- hai")
    at(body, "hai")
    keys(body, "Left")
    assert str(body.text.index("insert")) == "1.3"
    keys(body, "Right")
    assert str(body.text.index("insert")) == "2.1"
    keys(body, "Home")
    assert str(body.text.index("insert")) == "2.1"


# ---------------------------------------------------------------- taking back


def test_undo_goes_word_by_word_with_the_looks(body: RichText) -> None:
    body.set("## Tin")
    body.text.mark_set("insert", "end")
    keys(body, "space", "a", "b", "space", "c", "d")
    body.undo()
    assert body.get() == "## Tin ab"
    body.undo()
    assert body.get() == "## Tin"
    body.redo()
    assert body.get() == "## Tin ab"


def test_a_button_is_one_step_and_its_look_comes_back(body: RichText) -> None:
    body.set("Một\n\nhai")
    body.select(0, len(body.plain()))
    body.turn("item")
    assert body.get() == "- Một\n- hai"
    body.undo()
    assert body.get() == "Một\n\nhai"
    assert body.page.kinds == [("paragraph", 0), ("paragraph", 0)]


def test_bold_is_taken_back_and_done_again(body: RichText, press: Press) -> None:
    body.set("Cả trường vui")
    body.select(3, 9)
    press(body.text, "<Control-b>")
    assert body.get() == "Cả **trường** vui"
    press(body.text, "<Control-z>")
    assert body.get() == "Cả trường vui"
    press(body.text, "<Control-y>")
    assert body.get() == "Cả **trường** vui"


def test_a_photo_that_was_deleted_comes_back_with_undo(body: RichText) -> None:
    body.set("Trên\n\n![3]\n\nDưới")
    body.text.delete("1.0", "end")
    assert body.get() == ""
    body.undo()
    assert body.get() == "Trên\n\n![3]\n\nDưới"
    assert body.photos() == [3]


def test_what_is_pasted_is_plain_composed_text(body: RichText, press: Press) -> None:
    body.set("- một")
    body.text.mark_set("insert", "end")
    body.clipboard_clear()
    body.clipboard_append("\r\n<b>ha\u0301t</b>\r\n\r\n**ba**")
    press(body.text, "<<Paste>>")
    assert body.get() == "- một\n- <b>hát</b>\n- \\*\\*ba\\*\\*"
    body.undo()
    assert body.get() == "- một"


# ---------------------------------------------------------------- places and marks


def test_every_sign_has_its_place(body: RichText) -> None:
    body.set("Một 😀 **hai**\n\n- ba\n\n![1]\n\nbốn")
    for offset in range(len(body.plain()) + 1):
        assert body.offset(body.index(offset)) == offset


def test_marks_lie_on_the_words_they_are_for(body: RichText) -> None:
    body.set(BODY)
    plain = body.plain()
    start = plain.index("cuốn")
    body.mark("spelling", [(start, start + 4)])
    first, last = body.text.tag_ranges("spelling")
    assert body.text.get(first, last) == "cuốn"
    body.mark("spelling", [])
    assert not body.text.tag_ranges("spelling")


def test_the_selection_is_told_in_signs(body: RichText) -> None:
    body.set(BODY)
    start = body.plain().index("45")
    body.select(start, start + 2)
    assert body.selected() == (start, start + 2)
    body.insert("46")
    assert "46 cuốn" in body.get()
    assert body.selected() is None


def test_photos_take_other_numbers_when_one_leaves_the_article(body: RichText) -> None:
    body.set("a\n\n![1]\n\n![2]\n\n![3]")
    body.renumber({1: 1, 3: 2})
    assert body.get() == "a\n\n![1]\n\n![2]"
    body.undo()
    assert body.photos() == [1, 2, 3]


def test_a_disabled_sheet_takes_no_letters_but_can_show_another_body(body: RichText) -> None:
    body.set("Một")
    body.enable(False)
    keys(body, "a", "Return")
    body.text.insert("1.0", "x")
    body.place_photo(1) if body.writable else None
    assert body.get() == "Một"
    body.set("## Hai")
    assert body.get() == "## Hai"


def test_a_closed_sheet_leaves_nothing_behind(place: ttk.Frame) -> None:
    body = RichText(place)
    name = str(body.text)
    body.destroy()
    turn(place)
    assert not place.tk.eval(f"info commands {name}*")
