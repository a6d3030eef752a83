"""The body on its sheet: looks by buttons, templates, photos in their places, doubtful words underlined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db.queries import articles as rows
from desktop_app.core import articles
from desktop_app.core.article_templates import templates
from desktop_app.core.articles import ArticleText
from desktop_app.ui.screens.articles.body import ArticleBody
from desktop_app.ui.screens.articles.room import ArticlesScreen
from tests.core.makers import a_picture
from tests.ui.conftest import WaitUntil, focus, turn
from tests.ui.screens.articles.conftest import opened

Press = Callable[[object, str], None]
BODY = "Sáng nay cả trường vui.\n\n- đọc sách"


@pytest.fixture
def article(plan: str) -> str:
    article = articles.start_article(plan)
    articles.save_article(article, ArticleText("Tin", "", BODY))
    return article


@pytest.fixture
def body(screen: ArticlesScreen, article: str) -> ArticleBody:
    return opened(screen, article).editor.fields.writing


def test_the_buttons_show_the_looks_at_the_cursor(body: ArticleBody) -> None:
    body.sheet.text.mark_set("insert", "2.3")
    assert body.bar.items.instate(["pressed"])
    assert body.bar.heading.instate(["!pressed"])
    body.bar.heading.invoke()
    assert body.bar.heading.instate(["pressed"])
    assert body.sheet.get().endswith("## đọc sách")
    body.bar.heading.invoke()
    assert body.sheet.get().endswith("\n\nđọc sách")


def test_ctrl_b_makes_the_selection_bold_and_says_so(body: ArticleBody, press: Press) -> None:
    body.sheet.select(9, 18)
    press(body.sheet.text, "<Control-b>")
    assert body.sheet.get().startswith("Sáng nay **cả trường** vui.")
    assert body.bar.bold.instate(["pressed"])


def test_a_template_on_an_empty_sheet_is_one_step(screen: ArticlesScreen) -> None:
    screen.open(new=True)
    turn(screen, 30)
    body = screen.editor.fields.writing
    assert body.beginnings.winfo_manager()
    template = templates()[0]
    body.use(template)
    assert body.sheet.get() == template.body
    assert screen.editor.fields.lead.get() == template.lead
    assert not body.beginnings.winfo_manager()
    body.sheet.undo()
    assert body.sheet.get() == ""
    assert body.beginnings.winfo_manager()


def test_a_template_never_takes_the_place_of_written_words(body: ArticleBody) -> None:
    body.use(templates()[0])
    assert body.sheet.get().startswith("Sáng nay cả trường vui.")
    assert templates()[0].body.split("\n")[0] in body.sheet.get()


def test_photos_stand_in_the_text_with_the_number_of_their_card(screen: ArticlesScreen, article: str) -> None:
    articles.place_photos(
        article,
        [*(a_picture(sign * 64, caption=caption) for sign, caption in zip("abc", ("Một", "Hai", "Ba"), strict=True))],
    )
    editor = opened(screen, article).editor
    body = editor.fields.writing
    assert [cell.number["text"] for cell in editor.photos.cells] == ["①", "②", "③"]
    assert [item.text[:1] for item in body._photo_items()][:3] == ["①", "②", "③"]
    body.sheet.text.mark_set("insert", "1.0")
    body._photo_items()[1].act()
    assert body._photo_items()[2].text.startswith("②")  # what stands in the text already comes last
    body._photo_items()[1].act()
    assert sorted(body.sheet.photos()) == [2, 3]


def test_a_photo_that_leaves_the_article_leaves_the_text_and_the_others_keep_theirs(
    screen: ArticlesScreen, article: str
) -> None:
    articles.place_photos(article, [a_picture("a" * 64, caption="Một"), a_picture("b" * 64, caption="Hai")])
    editor = opened(screen, article).editor
    sheet = editor.fields.body
    for number in (1, 2):
        sheet.text.mark_set("insert", "end")
        sheet.place_photo(number)
    editor.photos.cells[0].remove.invoke()
    assert [photo.caption for photo in rows.photos(article)] == ["Hai"]
    assert sheet.photos() == [1]


def test_doubtful_words_are_underlined_but_not_the_one_being_written(body: ArticleBody, wait_until: WaitUntil) -> None:
    sheet = body.sheet
    focus(sheet.text)
    sheet.text.mark_set("insert", "1.end")
    sheet.text.insert("insert", " nghiiêm trang nghiiêm")
    wait_until(lambda: sheet.text.tag_ranges("spelling"))
    assert len(sheet.text.tag_ranges("spelling")) == 2
    sheet.text.mark_set("insert", "1.0")
    wait_until(lambda: len(sheet.text.tag_ranges("spelling")) == 4)


def test_a_word_that_is_meant_so_is_marked_no_more_in_this_article(body: ArticleBody, wait_until: WaitUntil) -> None:
    sheet, spelling = body.sheet, body.spelling
    sheet.text.insert("1.0", "nghiiêm trang ")
    sheet.text.mark_set("insert", "end")
    wait_until(lambda: sheet.text.tag_ranges("spelling"))
    stretch = spelling.at(3)
    assert stretch == (0, 7)
    spelling.ignore(stretch)
    assert not sheet.text.tag_ranges("spelling")
    spelling.begin()
    assert spelling.at(3)


def test_ctrl_f_looks_in_the_body_from_every_field(screen: ArticlesScreen, article: str, press: Press) -> None:
    fields = opened(screen, article).editor.fields
    press(fields.title, "<Control-f>")
    assert fields.writing.finding.is_open
    press(fields.writing.finding.wanted, "<Escape>")
    assert not fields.writing.finding.winfo_manager()
    assert screen.writing
