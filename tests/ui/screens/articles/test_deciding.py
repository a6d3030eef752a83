"""Articles sent, approved, returned, cancelled and published by the buttons of a real window."""

from __future__ import annotations

from pathlib import Path

from db.models import Plan
from db.queries import articles as rows
from desktop_app.core import articles, channels, distributions
from desktop_app.core.article_rules import StillMissing
from desktop_app.ui.screens.articles.publish import PublishDialog
from desktop_app.ui.screens.articles.review import ReturnDialog
from desktop_app.ui.screens.articles.room import ArticlesScreen
from desktop_app.ui.window import Window
from tests.core.makers import TEXT, an_approved_article, an_article
from tests.ui.conftest import FakeDialogs, WaitUntil, turn
from tests.ui.screens.articles.conftest import BODY, TITLE, answering, only_article, opened, state_of, write

# ---------------------------------------------------------------- sending and deciding


def test_sending_is_grey_until_nothing_is_missing_and_each_line_leads_to_its_field(screen: ArticlesScreen) -> None:
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
    side.way.buttons["submit"].invoke()
    assert state_of(only_article()) == "in_review"


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


def test_approving_asks_under_the_principals_name(
    screen: ArticlesScreen, plan: str, principal: str, dialogs: FakeDialogs
) -> None:
    article = an_article(plan)
    articles.submit_article(article)
    opened(screen, article)
    dialogs.answers += [False, True]
    screen.editor.side.way.buttons["approve"].invoke()
    assert state_of(article) == "in_review"
    screen.editor.side.way.buttons["approve"].invoke()
    assert state_of(article) == "approved"
    assert dialogs.asked[0] == f"Does Nguyễn Thị Liễu approve “{TEXT.title}”?"


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


def test_a_publication_is_written_down_with_its_address(
    screen: ArticlesScreen, plan: str, principal: str, window: Window
) -> None:
    channels.add_channel("website", "Website trường")
    article = an_approved_article(plan, principal)
    opened(screen, article)

    def fill_in(dialog: PublishDialog) -> None:
        dialog.day.set(None)
        dialog.ok.invoke()
        assert dialog.winfo_exists()  # no day, nothing kept
        dialog.day.entry.insert(0, "7/5/24")
        dialog.url.insert(0, "https://truong.example/doc-sach")
        dialog.ok.invoke()

    answering(window, PublishDialog, fill_in)
    screen.editor.side.way.buttons["publish"].invoke()
    (place,) = rows.distributions(article)
    assert (str(place.done_on), place.state, place.evidence) == (
        "2024-05-07",
        "proved",
        "https://truong.example/doc-sach",
    )
    assert state_of(article) == "published"


def test_evidence_can_be_added_later_as_a_file(
    screen: ArticlesScreen, plan: str, principal: str, window: Window, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    minutes = tmp_path / "bien-ban.pdf"
    minutes.write_bytes(b"%PDF-1.7")
    article = an_approved_article(plan, principal)
    day = Plan.get().period_start
    distributions.distribute(article, channels.add_channel("conference", "Hội nghị sơ kết"), day)
    opened(screen, article)
    dialogs.answers.append(minutes)

    def prove(dialog: PublishDialog) -> None:
        assert dialog.evidence.get() == "Minutes"
        dialog.choose.invoke()
        dialog.ok.invoke()

    answering(window, PublishDialog, prove)
    screen.editor.side.places.links[0].invoke()
    (place,) = rows.distributions(article)
    assert (place.state, place.evidence) == ("proved", "bien-ban.pdf")
