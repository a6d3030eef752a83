"""Comments beside the sheet: on the selected words, marked there, found again after edits, answered, settled."""

from __future__ import annotations

import pytest

from db.queries import comments as rows
from desktop_app.core import comments
from desktop_app.ui.screens.articles.comments import CommentsPage, ThreadCard
from desktop_app.ui.screens.articles.room import ArticlesScreen
from tests.core.makers import TEXT, an_article
from tests.ui.conftest import FakeDialogs, WaitUntil, focus, turn
from tests.ui.screens.articles.conftest import CLERK, Press, only_article, opened

QUOTE = "thầy và trò"
START = TEXT.body.index(QUOTE)


@pytest.fixture
def page(screen: ArticlesScreen, plan: str) -> CommentsPage:
    opened(screen, an_article(plan))
    return screen.editor.side.comments


def marked(screen: ArticlesScreen) -> list[str]:
    text = screen.editor.fields.body.text
    ends = [str(end) for end in text.tag_ranges("comment")]
    return [text.get(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]


def cards(page: CommentsPage) -> list[ThreadCard]:
    return [child for child in page.list.winfo_children() if isinstance(child, ThreadCard)]


def say(screen: ArticlesScreen, page: CommentsPage, words: str) -> None:
    focus(page.writing.box.text)
    page.writing.box.set(words)
    page.writing.keep.invoke()
    turn(screen, 20)


def test_selected_words_get_a_comment_and_their_mark(screen: ArticlesScreen, page: CommentsPage, press: Press) -> None:
    sheet = screen.editor.fields.body
    sheet.select(START, START + len(QUOTE) + 1)
    press(sheet.text, "<Control-Alt-m>")
    say(screen, page, "Đúng tên chưa?")
    (row,) = rows.comments(only_article())
    assert (row.text, row.quote, row.start, row.by) == ("Đúng tên chưa?", QUOTE, START, CLERK)
    assert marked(screen) == [QUOTE]
    assert screen.editor.side.tabs.buttons["comments"]["text"] == "Comments  1"


def test_the_mark_follows_its_words_and_a_rewritten_passage_keeps_its_comment(
    screen: ArticlesScreen, page: CommentsPage, wait_until: WaitUntil
) -> None:
    comments.say(only_article(), "Một", quote=QUOTE, start=START)
    screen.refresh()
    sheet = screen.editor.fields.body
    sheet.text.insert("1.0", "Câu mới. ")
    wait_until(lambda: page.threads[0].place == (START + 9, START + 9 + len(QUOTE)))
    assert marked(screen) == [QUOTE]
    sheet.text.delete("1.0", "end")
    wait_until(lambda: page.threads[0].place is None)
    assert len(cards(page)) == 1
    assert marked(screen) == []


def test_a_comment_is_answered_settled_and_opened_again(screen: ArticlesScreen, page: CommentsPage) -> None:
    comments.say(only_article(), "Một", quote=QUOTE, start=START, by_name="Liễu")
    screen.refresh()
    screen.editor.side.tabs.choose("comments")
    cards(page)[0].answer.invoke()
    say(screen, page, "Em sửa rồi.")
    assert [row.text for row in page.threads[0].said] == ["Một", "Em sửa rồi."]
    cards(page)[0].settle.invoke()
    assert page.threads[0].settled
    assert marked(screen) == []
    cards(page)[0].settle.invoke()
    assert marked(screen) == [QUOTE]


def test_showing_a_passage_selects_it_on_the_sheet(screen: ArticlesScreen, page: CommentsPage) -> None:
    comments.say(only_article(), "Một", quote=QUOTE, start=START)
    screen.refresh()
    cards(page)[0].go.invoke()
    assert screen.editor.fields.body.selected() == (START, START + len(QUOTE))


def test_without_a_selection_the_whole_article_is_meant_and_no_words_are_refused(
    screen: ArticlesScreen, page: CommentsPage, dialogs: FakeDialogs
) -> None:
    screen.editor.side.comment()
    say(screen, page, "  ")
    assert len(dialogs.errors) == 1
    say(screen, page, "Hay lắm")
    assert (page.threads[0].said[0].quote, page.threads[0].place) == ("", None)


def test_another_article_shows_its_own_comments_only(screen: ArticlesScreen, page: CommentsPage, plan: str) -> None:
    comments.say(only_article(), "Một", quote=QUOTE, start=START)
    opened(screen, an_article(plan))
    assert page.threads == []
    assert marked(screen) == []
