"""The list of articles on a real window: tabs, keys, what teachers hand in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from db.queries import articles as rows
from desktop_app.core.articles import ArticleText
from desktop_app.ui.screens.articles.intake import IntakeDialog
from desktop_app.ui.screens.articles.room import ArticlesScreen
from desktop_app.ui.window import Window
from tests.core.makers import TEXT, an_approved_article, an_article
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, turn
from tests.ui.screens.articles.conftest import Press, only_article

# ---------------------------------------------------------------- the list


def test_an_empty_school_is_offered_to_write_its_first_article(screen: ArticlesScreen) -> None:
    assert screen.list.empty.winfo_manager()
    assert not screen.list.card.winfo_manager()


def test_the_first_tab_that_holds_something_is_shown(
    furnish: Callable[[], ArticlesScreen], plan: str, principal: str
) -> None:
    an_approved_article(plan, principal)
    screen = furnish()
    assert screen.list.tabs.chosen == "approved"
    assert [row.title for row in screen.list.table.rows] == [TEXT.title]
    assert screen.list.tabs.buttons["approved"]["text"] == "Approved  1"


def test_enter_opens_an_article_and_escape_goes_back(screen: ArticlesScreen, plan: str, press: Press) -> None:
    an_article(plan)
    screen.refresh()
    press(screen.list.table.tree, "<Return>")
    assert screen.writing
    assert screen.editor.fields.title.get() == TEXT.title
    screen.acts()["back"]()
    turn(screen)
    assert not screen.writing


def test_a_tab_can_be_asked_for(screen: ArticlesScreen, plan: str) -> None:
    an_article(plan)
    screen.open(tab="published")
    screen.refresh()
    turn(screen)
    assert screen.list.tabs.chosen == "published"
    assert screen.list.nothing.winfo_manager()


def test_just_the_articles_of_a_figure_can_be_asked_for(screen: ArticlesScreen, plan: str) -> None:
    asked, _other = an_article(plan), an_article(plan)
    screen.open(only=(asked,))
    screen.refresh()
    turn(screen)
    assert [row.id for row in screen.list.table.rows] == [asked]


def test_space_presses_the_main_button(screen: ArticlesScreen, press: Press) -> None:
    assert screen.list.heading.main is not None
    press(screen.list.heading.main, "<KeyRelease-space>")
    assert screen.writing


# ---------------------------------------------------------------- what teachers hand in


def test_word_and_text_files_become_articles_and_a_broken_one_says_why(
    screen: ArticlesScreen, dialogs: FakeDialogs, tmp_path: Path, window: Window, wait_until: WaitUntil
) -> None:
    good, broken = tmp_path / "hoi-khoe.txt", tmp_path / "hong.docx"
    good.write_text("HỘI KHOẺ PHÙ ĐỔNG\n\nSáng nay, toàn trường dự hội khoẻ.\n", encoding="utf-8")
    broken.write_bytes(b"PK\x03\x04 not a document")
    dialogs.answers.append([good, broken])
    seen: list[list[str]] = []

    def read(dialog: IntakeDialog) -> None:
        seen.append([line.state for line in dialog.lines._shown])
        dialog.lines.links[0].invoke()

    answering(window, IntakeDialog, read)
    screen.list.word.invoke()
    wait_until(lambda: screen.writing)
    assert seen[0][-1] == "late"
    whole = rows.article(only_article())
    assert whole is not None
    assert "toàn trường dự hội khoẻ" in ArticleText(whole.title, whole.lead, whole.body).body + whole.lead
