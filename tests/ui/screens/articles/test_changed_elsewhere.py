"""Another PC, or another window here, changes the open article: nobody's words are lost, and nobody is interrupted."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.models import Article, Revision, School
from db.queries import articles as rows
from desktop_app.core import articles
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.sync import pairing
from desktop_app.core.sync.rounds import sync_once
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.ui.screens.articles.foreign import ForeignDialog
from desktop_app.ui.screens.articles.room import ArticlesScreen
from desktop_app.ui.window import Window
from tests.core.makers import TEXT, an_article
from tests.sync.model.pcs import Pc
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, focus, turn
from tests.ui.screens.articles.conftest import opened, write

OTHER = "Lò Văn Dơn"
THEIRS = TEXT._replace(body="Bản của máy kia. " + TEXT.body)


def save_elsewhere(article: str) -> None:
    articles.save_article(article, THEIRS, by_name=OTHER)


def bodies() -> set[str]:
    return {revision.body for revision in Revision.select()}


@pytest.fixture
def article(plan: str) -> str:
    return an_article(plan)


def test_what_another_pc_wrote_stands_on_the_open_sheet_after_a_round(
    screen: ArticlesScreen, article: str, home: Home, tmp_path: Path
) -> None:
    (tmp_path / "store").mkdir()
    store, other = FolderStore(tmp_path / "store"), Pc("Văn phòng 2", tmp_path / "other")
    School.get_or_none() or School.create(name="Trường Tiểu học Nậm Manh")
    pairing.connect(home, store, pc_name="Văn phòng 1")
    sync_once(home, store, Progress())
    invitation = pairing.invite(store)
    with other.at():
        pairing.join(other.home, store, invitation, pc_name=other.name)
    other.sync(store)
    opened(screen, article)
    with other.at():
        save_elsewhere(article)
    other.sync(store)
    sync_once(home, store, Progress())
    screen.news()
    assert screen.editor.fields.text() == THEIRS
    assert not screen.editor.foreign.winfo_ismapped()
    write(screen.editor.fields.body.text, "Đang gõ. ")
    with other.at():
        articles.save_article(article, TEXT._replace(body="Lần hai."), by_name=OTHER)
    other.sync(store)
    sync_once(home, store, Progress())
    screen.news()
    other.close()
    assert f"{OTHER} · {other.name}" in screen.editor.foreign.label["text"]
    assert "Đang gõ. " in screen.editor.fields.body.get()


def test_the_cursor_stays_where_it_was(screen: ArticlesScreen, article: str) -> None:
    opened(screen, article)
    text = screen.editor.fields.body.text
    focus(text)
    text.mark_set("insert", "1.7")
    save_elsewhere(article)
    screen.news()
    assert text.index("insert") == "1.7"
    assert str(text.tk.call("focus")) == str(text)


def test_while_words_are_typed_a_line_tells_and_touches_nothing(
    screen: ArticlesScreen, article: str, wait_until: WaitUntil
) -> None:
    opened(screen, article)
    write(screen.editor.fields.body.text, "Đang gõ. ")
    typed = screen.editor.fields.text()
    save_elsewhere(article)
    screen.news()
    wait_until(screen.editor.foreign.winfo_ismapped)
    assert screen.editor.fields.text() == typed
    assert OTHER in screen.editor.foreign.label["text"]
    assert str(screen.tk.call("focus")) == str(screen.editor.fields.body.text)


@pytest.mark.parametrize("mine", [True, False])
def test_the_text_that_is_chosen_goes_on_and_the_other_stays_a_version(
    screen: ArticlesScreen, article: str, window: Window, mine: bool
) -> None:
    opened(screen, article)
    write(screen.editor.fields.body.text, "Đang gõ. ")
    typed = screen.editor.fields.text()
    save_elsewhere(article)
    screen.news()
    answering(window, ForeignDialog, lambda dialog: (dialog.take if mine else dialog.stay).invoke())
    screen.editor.foreign.button.invoke()
    chosen = typed if mine else THEIRS
    whole = rows.article(article)
    assert whole is not None
    assert whole.body == chosen.body
    assert screen.editor.fields.text() == chosen
    assert {typed.body, THEIRS.body} <= bodies()
    assert not screen.editor.foreign.winfo_ismapped()
    assert articles.unsaved_text(article) is None


def test_saving_over_a_text_nobody_here_saw_asks_first(screen: ArticlesScreen, article: str, window: Window) -> None:
    opened(screen, article)
    write(screen.editor.fields.body.text, "Đang gõ. ")
    save_elsewhere(article)
    asked: list[str] = []

    def keep_mine(dialog: ForeignDialog) -> None:
        asked.append(dialog.kept.body)
        dialog.take.invoke()

    answering(window, ForeignDialog, keep_mine)
    screen.acts()["save"]()
    assert asked == [THEIRS.body]
    assert THEIRS.body in bodies()
    assert "Đang gõ. " in screen.editor.fields.body.get()


def test_nothing_is_sent_for_approval_while_nobody_chose(
    screen: ArticlesScreen, article: str, window: Window, dialogs: FakeDialogs
) -> None:
    opened(screen, article)
    write(screen.editor.fields.body.text, "Đang gõ. ")
    save_elsewhere(article)
    answering(window, ForeignDialog, lambda dialog: dialog.give_up())
    screen.editor.acts.press("submit")
    assert isinstance(dialogs.errors[0], articles.ChangedElsewhere)
    assert Article.get().state == "writing"


def test_whoever_leaves_without_choosing_finds_the_words_again(
    screen: ArticlesScreen, article: str, window: Window
) -> None:
    opened(screen, article)
    write(screen.editor.fields.body.text, "Đang gõ. ")
    save_elsewhere(article)
    answering(window, ForeignDialog, lambda dialog: dialog.give_up())
    assert screen.leave()
    unsaved = articles.unsaved_text(article)
    assert unsaved is not None
    assert "Đang gõ. " in unsaved.body


@pytest.mark.parametrize("mine", [True, False])
def test_one_press_above_the_sheet_goes_on_with_one_text(screen: ArticlesScreen, article: str, mine: bool) -> None:
    opened(screen, article)
    write(screen.editor.fields.body.text, "Đang gõ. ")
    typed = screen.editor.fields.text()
    save_elsewhere(article)
    screen.news()
    (screen.editor.foreign.mine if mine else screen.editor.foreign.theirs).invoke()
    assert screen.editor.fields.text() == (typed if mine else THEIRS)
    assert {typed.body, THEIRS.body} <= bodies()
    assert not screen.editor.foreign.winfo_manager()


def test_a_third_text_that_comes_while_one_chooses_is_not_written_over(
    screen: ArticlesScreen, article: str, window: Window
) -> None:
    third = TEXT._replace(body="Bản thứ ba.")
    opened(screen, article)
    write(screen.editor.fields.body.text, "Đang gõ. ")
    typed = screen.editor.fields.text()
    save_elsewhere(article)
    screen.news()

    def choose_too_late(dialog: ForeignDialog) -> None:
        articles.save_article(article, third)
        dialog.take.invoke()

    answering(window, ForeignDialog, choose_too_late)
    screen.editor.foreign.button.invoke()
    whole = rows.article(article)
    assert whole is not None
    assert whole.body == third.body
    assert screen.editor.fields.text() == typed == articles.unsaved_text(article)
    assert screen.editor.foreign.winfo_manager()


@pytest.mark.parametrize("act", ["submit", "approve"])
def test_nothing_is_decided_about_a_text_that_nobody_here_read(
    screen: ArticlesScreen, article: str, dialogs: FakeDialogs, principal: str, act: str
) -> None:
    if act == "approve":
        articles.submit_article(article)
    opened(screen, article)
    before = Article.get().state
    save_elsewhere(article)
    screen.editor.acts.press(act)
    assert isinstance(dialogs.errors[0], articles.ShownAnew)
    assert screen.editor.fields.text() == THEIRS
    assert Article.get().state == before


def test_an_older_version_does_not_come_back_over_a_text_nobody_here_read(
    screen: ArticlesScreen, article: str, dialogs: FakeDialogs
) -> None:
    articles.save_article(article, TEXT._replace(lead="Bản hai"))
    opened(screen, article)
    screen.editor.side.tabs.choose("history")
    save_elsewhere(article)
    history = screen.editor.side.history
    history.bring_back(history.versions[-1])
    assert isinstance(dialogs.errors[0], articles.ShownAnew)
    assert screen.editor.fields.text() == THEIRS


def test_a_day_that_is_being_typed_is_left_alone(screen: ArticlesScreen, article: str) -> None:
    opened(screen, article)
    topic = screen.editor.fields.description().topic_id
    day = screen.editor.fields.day.entry
    focus(day)
    day.delete(0, "end")
    day.insert(0, "07/")
    articles.describe_article(article, topic_id=topic, event_date=None, authors=["Lò Thị Vân"])
    screen.news()
    assert day.get() == "07/"


def test_a_topic_chosen_here_leaves_the_authors_chosen_elsewhere(screen: ArticlesScreen, article: str) -> None:
    opened(screen, article)
    articles.describe_article(article, topic_id=None, event_date=None, authors=["Lò Thị Vân"])
    fields = screen.editor.fields
    fields.topic.current(0)
    fields.topic.event_generate("<<ComboboxSelected>>")
    fields.topic.current(1)
    fields.topic.event_generate("<<ComboboxSelected>>")
    turn(screen)
    whole = rows.article(article)
    assert whole is not None
    assert (whole.topic, whole.authors) == ("13. 70 năm Điện Biên Phủ", ("Lò Thị Vân",))


def test_authors_chosen_elsewhere_are_shown(screen: ArticlesScreen, article: str) -> None:
    opened(screen, article)
    topic = screen.editor.fields.description().topic_id
    articles.describe_article(article, topic_id=topic, event_date=None, authors=["Lò Thị Vân"])
    screen.news()
    assert screen.editor.fields.authors.get() == "Lò Thị Vân"
