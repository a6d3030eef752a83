"""Many articles chosen in the list: narrowed, acted on, brought back; on a real window."""

from __future__ import annotations

from datetime import date

import pytest

from db.models import Plan, Topic
from db.queries import article_list
from desktop_app.core import articles
from desktop_app.core.articles import ArticleText
from desktop_app.ui.screens.articles.batch import acts_in
from desktop_app.ui.screens.articles.batch_asks import AuthorsDialog, ResultDialog, TopicDialog
from desktop_app.ui.screens.articles.room import ArticlesScreen
from desktop_app.ui.window import Window
from tests.core.makers import an_article
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, turn
from tests.ui.screens.articles.conftest import Press, state_of


@pytest.fixture
def three(screen: ArticlesScreen, plan: str) -> list[str]:
    """An article about the reading day, one about health, one that has no words yet; the list shows them."""
    reading = an_article(plan, ArticleText("Ngày hội đọc sách", "", "Chữ"))
    health = an_article(plan, ArticleText("Hội khoẻ Phù Đổng", "", "Chữ"))
    empty = articles.start_article(plan)
    articles.describe_article(reading, topic_id=str(Topic.get().id), event_date=date(2024, 5, 7), authors=["Lò Thị Ân"])
    screen.refresh()
    turn(screen, 60)
    return [reading, health, empty]


def titles(screen: ArticlesScreen) -> list[str]:
    return [row.title for row in screen.list.table.rows]


def test_words_without_accents_narrow_the_list_and_one_press_shows_all_again(
    screen: ArticlesScreen, three: list[str], wait_until: WaitUntil
) -> None:
    screen.list.filter.search.set("doc sach")
    screen.list._narrow()
    assert titles(screen) == ["Ngày hội đọc sách"]
    assert screen.list.filter.found["text"] == "1 of 3 articles"
    screen.list.filter.off.invoke()
    wait_until(lambda: len(titles(screen)) == 3)  # the line that has gone gives its room back
    assert not screen.list.filter.line.winfo_manager()


def test_the_choices_are_those_there_are(screen: ArticlesScreen, three: list[str], wait_until: WaitUntil) -> None:
    author, month = screen.list.filter.author, screen.list.filter.month
    author._offer()
    month._offer()
    assert list(author["values"]) == ["All (tab)", "Lò Thị Ân"]
    assert list(month["values"]) == ["All (tab)", "Month 5/2024"]
    author.current(1)
    author.event_generate("<<ComboboxSelected>>")
    turn(screen)
    assert titles(screen) == ["Ngày hội đọc sách"]
    author.current(0)
    author.event_generate("<<ComboboxSelected>>")
    wait_until(lambda: len(titles(screen)) == 3)  # the line that has gone gives its room back
    assert author.get() == "Author"


def test_a_wish_nothing_fits_says_so(screen: ArticlesScreen, three: list[str]) -> None:
    screen.list.filter.search.set("không có đâu")
    screen.list._narrow()
    assert titles(screen) == []
    assert screen.list.nothing["text"] == "Nothing here fits what you look for."
    assert screen.list.card.winfo_manager()


def test_control_a_and_send_names_what_is_skipped_and_leads_to_it(
    screen: ArticlesScreen, three: list[str], window: Window, press: Press
) -> None:
    reading, health, empty = three
    press(screen.list.table.tree, "<Control-a>")
    assert screen.list.batch.count["text"] == "3 chosen"
    answering(window, ResultDialog, lambda dialog: dialog.lines.links[0].invoke())
    screen.list.batch.buttons["submit"].invoke()
    turn(screen, 60)
    assert [state_of(id_) for id_ in three] == ["in_review", "in_review", "writing"]
    assert [row.id for row in screen.list.table.rows] == [empty]
    screen.acts()["undo"]()
    assert [state_of(id_) for id_ in (reading, health)] == ["writing", "writing"]


def test_delete_moves_to_the_trash_and_undo_brings_it_back(
    screen: ArticlesScreen, three: list[str], press: Press
) -> None:
    press(screen.list.table.tree, "<Home>")
    screen.acts()["delete"]()
    turn(screen)
    assert article_list.article_counts()["writing"] == 2
    assert screen.list.table.selected == []
    screen.acts()["undo"]()
    turn(screen)
    assert len(titles(screen)) == 3
    screen.acts()["undo"]()  # there is nothing more to undo
    assert len(titles(screen)) == 3


def test_topic_and_author_are_asked_once_for_all(
    screen: ArticlesScreen, three: list[str], plan: str, window: Window, press: Press
) -> None:
    Topic.create(plan=Plan.get_by_id(plan), code="T02", printed_no="2", title="Khai giảng", sort=1)

    def choose(dialog: TopicDialog) -> None:
        dialog.box.set("2. Khai giảng")
        dialog.yes.invoke()

    def name(dialog: AuthorsDialog) -> None:
        dialog.box.set("Giàng A Dơ, Lò Thị Ân")
        dialog.yes.invoke()

    press(screen.list.table.tree, "<Control-a>")
    answering(window, TopicDialog, choose)
    screen.list.batch.buttons["topic"].invoke()
    press(screen.list.table.tree, "<Control-a>")
    answering(window, AuthorsDialog, name)
    screen.list.batch.buttons["authors"].invoke()
    assert {(row.topic, row.authors) for row in article_list.articles()} == {("2. Khai giảng", "Giàng A Dơ, Lò Thị Ân")}


def test_cancelling_asks_why_and_giving_up_changes_nothing(
    screen: ArticlesScreen, three: list[str], press: Press, dialogs: FakeDialogs
) -> None:
    press(screen.list.table.tree, "<Control-a>")
    dialogs.answers += [None, "Trùng bài"]
    screen.list.batch.buttons["cancel"].invoke()
    assert article_list.article_counts()["writing"] == 3
    screen.list.batch.buttons["cancel"].invoke()
    assert article_list.article_counts()["put_away"] == 3


def test_more_than_a_few_show_how_far_they_are(
    screen: ArticlesScreen, plan: str, press: Press, wait_until: WaitUntil
) -> None:
    for number in range(25):
        an_article(plan, ArticleText(f"Bài {number}", "", "Chữ"))
    screen.refresh()
    press(screen.list.table.tree, "<Control-a>")
    screen.list.batch.buttons["submit"].invoke()
    wait_until(lambda: not screen.list._desk.runner.busy and article_list.article_counts()["in_review"] == 25)


def test_each_tab_offers_what_can_be_done_there() -> None:
    assert acts_in("writing") == ["submit", "topic", "authors", "cancel", "trash"]
    assert acts_in("in_review") == ["withdraw", "topic", "authors", "cancel", "trash"]
    assert acts_in("published") == ["topic", "authors"]
    assert acts_in("put_away") == ["trash"]
