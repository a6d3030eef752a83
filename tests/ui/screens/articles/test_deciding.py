"""Articles sent, approved, returned, cancelled and published by the buttons of a real window."""

from __future__ import annotations

from datetime import date

from db.queries import reviews
from desktop_app.core import articles, pins
from desktop_app.core.article_rules import StillMissing
from desktop_app.ui.screens.articles.review import ReturnDialog
from desktop_app.ui.screens.articles.room import ArticlesScreen
from desktop_app.ui.screens.articles.signature import SignDialog
from desktop_app.ui.window import Window
from tests.core.makers import a_published_article, an_approved_article, an_article
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, turn
from tests.ui.screens.articles.conftest import BODY, TITLE, only_article, opened, state_of, write
from tests.ui.screens.conftest import Sent

# ---------------------------------------------------------------- sending and deciding


def test_sending_is_grey_until_nothing_is_missing_and_each_line_leads_to_its_field(
    screen: ArticlesScreen, dialogs: FakeDialogs
) -> None:
    screen.acts()["new"]()
    editor, side = screen.editor, screen.editor.side
    assert side.way.note["text"] == "3 things left"
    assert str(side.way.buttons["submit"]["state"]) == "disabled"
    side.checklist.links[2].invoke()
    turn(screen)
    assert str(screen.tk.call("focus")) == str(editor.fields.body.text)
    write(editor.fields.title, TITLE)
    write(editor.fields.body.text, BODY)
    editor.fields.topic.current(1)
    editor.fields.topic.event_generate("<<ComboboxSelected>>")
    turn(screen)
    assert side.way.note["text"] == ""
    dialogs.answers += [None, "nhờ cô xem số liệu"]
    side.way.buttons["submit"].invoke()
    assert state_of(only_article()) == "writing"
    side.way.buttons["submit"].invoke()
    assert state_of(only_article()) == "in_review"
    assert [row.note for row in reviews.waiting()] == ["nhờ cô xem số liệu"]


def test_ctrl_enter_with_something_missing_goes_there_instead(screen: ArticlesScreen) -> None:
    screen.acts()["new"]()
    write(screen.editor.fields.title, TITLE)
    screen.acts()["submit"]()
    turn(screen)
    assert str(screen.tk.call("focus")) == str(screen.editor.fields.topic)


def test_the_core_refuses_with_the_list_whatever_the_button_says(
    screen: ArticlesScreen, plan: str, dialogs: FakeDialogs
) -> None:
    opened(screen, articles.start_article(plan))
    screen.editor.acts.press("submit")
    (error,) = dialogs.errors
    assert isinstance(error, StillMissing)
    assert "it has a title" in str(error.facts["missing"])


def test_approving_asks_the_principal_for_a_pin_chosen_at_the_first_time(
    screen: ArticlesScreen, plan: str, principal: str, window: Window
) -> None:
    article = an_article(plan)
    articles.submit_article(article)
    opened(screen, article)
    answering(window, SignDialog, lambda dialog: dialog.give_up())
    screen.editor.side.way.buttons["approve"].invoke()
    assert state_of(article) == "in_review"

    def choose(dialog: SignDialog) -> None:
        write(dialog.signature.pin, "4826")
        write(dialog.signature.again, "4826")
        dialog.ok.invoke()

    answering(window, SignDialog, choose)
    screen.editor.side.way.buttons["approve"].invoke()
    assert state_of(article) == "approved"
    assert pins.has_pin(principal)


def test_nobody_can_approve_before_a_principal_is_named(
    screen: ArticlesScreen, plan: str, dialogs: FakeDialogs
) -> None:
    article = an_article(plan)
    articles.submit_article(article)
    opened(screen, article)
    screen.editor.side.way.buttons["approve"].invoke()
    assert type(dialogs.errors[0]).__name__ == "NobodyCanApprove"


def test_returning_needs_a_reason_and_pins_it_on_top(
    screen: ArticlesScreen, plan: str, principal: str, window: Window
) -> None:
    article = an_article(plan)
    articles.submit_article(article)
    opened(screen, article)
    grey: list[str] = []

    def give_back(dialog: ReturnDialog) -> None:
        grey.append(str(dialog.ok["state"]))
        write(dialog.comment.text, "Xem lại số học sinh lớp 4A2")
        turn(dialog)
        grey.append(str(dialog.ok["state"]))
        dialog.ok.invoke()

    answering(window, ReturnDialog, give_back)
    screen.editor.side.way.buttons["return"].invoke()
    turn(screen)
    assert grey == ["disabled", "normal"]
    assert state_of(article) == "needs_changes"
    assert screen.editor.side.pinned.winfo_manager()
    assert len(screen.editor.side.pinned.ticks) == 1


def test_an_edit_after_the_approval_goes_back_to_review_and_says_so_before(
    screen: ArticlesScreen, plan: str, principal: str, wait_until: WaitUntil
) -> None:
    article = an_approved_article(plan, principal)
    opened(screen, article)
    write(screen.editor.fields.body.text, "Thêm một chữ ")
    wait_until(lambda: "back for approval" in str(screen.editor.stripe["text"]))
    screen.editor.save()
    assert state_of(article) == "in_review"
    assert "needs approving again" in str(screen.editor.stripe["text"])


def test_taking_back_cancelling_and_reopening(screen: ArticlesScreen, plan: str, dialogs: FakeDialogs) -> None:
    article = an_article(plan)
    articles.submit_article(article)
    opened(screen, article)
    screen.editor.side.way.buttons["withdraw"].invoke()
    assert state_of(article) == "writing"
    dialogs.answers += [None, "Mưa lớn, lễ hoãn"]
    screen.editor.head.cancel.invoke()
    assert state_of(article) == "writing"
    screen.editor.head.cancel.invoke()
    assert state_of(article) == "cancelled"
    assert str(screen.editor.fields.title["state"]) == "readonly"
    screen.editor.side.way.buttons["reopen"].invoke()
    assert state_of(article) == "writing"
    assert str(screen.editor.fields.title["state"]) == "normal"


# ---------------------------------------------------------------- publishing


def test_an_approved_article_leads_to_the_room_of_its_publications(
    screen: ArticlesScreen, plan: str, principal: str, show: Sent
) -> None:
    article = an_approved_article(plan, principal)
    opened(screen, article)
    screen.editor.side.way.buttons["publish"].invoke()
    assert show.to == [("publish", {"article_id": article})]


def test_evidence_that_is_missing_is_given_there_too(
    screen: ArticlesScreen, plan: str, principal: str, show: Sent
) -> None:
    article = a_published_article(plan, principal, date(2024, 5, 7))
    opened(screen, article)
    screen.editor.side.places.links[0].invoke()
    assert show.to == [("publish", {"article_id": article})]
