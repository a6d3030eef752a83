"""The versions beside the sheet: each laid beside the present text, any two side by side, any brought back."""

from __future__ import annotations

import pytest

from db.models import Revision
from desktop_app.core import articles
from desktop_app.ui.screens.articles.history import HistoryPage, detail
from desktop_app.ui.screens.articles.room import ArticlesScreen
from tests.core.makers import TEXT, an_article
from tests.ui.conftest import turn
from tests.ui.screens.articles.conftest import Press, only_article, opened, write

SECOND = TEXT._replace(body=TEXT.body + " Câu hai.")
THIRD = TEXT._replace(body=TEXT.body + " Câu hai. Câu ba.")


@pytest.fixture
def page(screen: ArticlesScreen, plan: str) -> HistoryPage:
    article = an_article(plan)
    for text in (SECOND, THIRD):
        articles.save_article(article, text, by_name="Vân")
    opened(screen, article).editor.side.tabs.choose("history")
    turn(screen, 30)
    return screen.editor.side.history


def test_versions_stand_newest_first_with_who_and_how_much(page: HistoryPage) -> None:
    assert [row.version.row.number for row in page.rows] == [3, 2, 1]
    assert detail(page.versions[0]) == "Vân · 1 sentences changed (+2 −0 words)"
    assert detail(page.versions[-1]) == "first version"


def test_a_version_comes_back_and_the_words_on_the_sheet_stay_a_version(
    screen: ArticlesScreen, page: HistoryPage
) -> None:
    write(screen.editor.fields.body.text, "Đang gõ. ")
    page.bring_back(page.versions[-1])
    assert screen.editor.fields.text() == TEXT
    bodies = [revision.body for revision in Revision.select().order_by(Revision.number)]
    assert bodies == [TEXT.body, SECOND.body, THIRD.body, "Đang gõ. " + THIRD.body, TEXT.body]
    assert page.rows[0].version.row.reason == "restore"


def test_space_picks_a_version_and_picks_it_off_again(page: HistoryPage, press: Press) -> None:
    press(page.rows[1].button, "<space>")
    assert page.picked == [page.versions[1]]
    press(page.rows[1].button, "<space>")
    assert page.picked == []


def test_arrows_go_through_the_versions(page: HistoryPage, press: Press) -> None:
    press(page.rows[0].button, "<Down>")
    assert page.focus_get() is page.rows[1].button
    press(page.rows[1].button, "<Up>")
    assert page.focus_get() is page.rows[0].button


def test_an_article_that_was_put_away_offers_no_way_back(screen: ArticlesScreen, page: HistoryPage) -> None:
    articles.cancel_article(only_article(), "Trùng")
    screen.refresh()
    assert not page.writable


def test_a_new_article_says_when_its_first_version_comes(screen: ArticlesScreen) -> None:
    screen.start()
    screen.editor.side.tabs.choose("history")
    assert screen.editor.side.history.rows == []
    assert "saved" in str(screen.editor.side.history.hint.label["text"])
