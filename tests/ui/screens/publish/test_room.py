"""Approved articles recorded, proved, corrected and taken down by the buttons of a real window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from tkinter import TclError

import pytest

from db.models import Article
from db.queries import distributions as rows
from desktop_app.core import approvals, articles, channels, distributions
from desktop_app.core.articles import ArticleText
from desktop_app.core.distribution_rules import ChannelClosed
from desktop_app.core.home import Home
from desktop_app.ui.screens.publish.page import NARROW
from desktop_app.ui.screens.publish.record import PlanDialog, RecordDialog
from desktop_app.ui.screens.publish.screen import PublishScreen
from desktop_app.ui.theme import px
from desktop_app.ui.window import Window
from tests.core.makers import a_plan, a_school, an_approved_article
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, turn
from tests.ui.screens.conftest import Sent
from tests.ui.screens.publish.conftest import menu_of, row_of, said

Furnish = Callable[..., PublishScreen]
DAY = date(2024, 5, 21)


def state_of(article: str, name: str = "Website trường") -> str:
    channel = next(one.id for one in rows.channels() if one.name == name)
    return next(place.state for place in reversed(rows.places(article)) if place.channel_id == channel)


def test_an_empty_room_says_what_belongs_here(furnish: Furnish, home: Home, show: Sent) -> None:
    screen = furnish()
    assert screen.empty.winfo_manager()
    assert not screen.columns.winfo_manager()
    screen.nametowidget(screen.empty.middle.winfo_children()[-1]).invoke()
    assert show.to == [("articles", {})]


def test_without_a_channel_a_group_can_be_added_at_once(furnish: Furnish, article: str, dialogs: FakeDialogs) -> None:
    screen = furnish()
    assert screen.page.rows == []
    dialogs.answers.append("Nhóm phụ huynh lớp 5A1")
    screen.doing.add_unofficial()
    assert [row.channel.is_official for row in screen.page.rows] == [False]


def test_a_publication_is_recorded_with_its_address_and_taken_out_again(
    furnish: Furnish, article: str, website: str, window: Window
) -> None:
    screen = furnish(article_id=article)

    def fill_in(dialog: RecordDialog) -> None:
        assert dialog.day is not None
        assert dialog.url is not None
        dialog.day.set(None)
        dialog.url.insert(0, "không phải địa chỉ")
        dialog.ok.invoke()
        assert dialog.winfo_exists()
        dialog.day.set(DAY)
        dialog.url.delete(0, "end")
        dialog.url.insert(0, "truong.example/bai")
        dialog.ok.invoke()

    answering(window, RecordDialog, fill_in)
    main = row_of(screen, "Website trường").main
    assert main is not None
    main.invoke()
    (place,) = rows.places(article)
    assert (place.done_on, place.state, place.evidence[0].url) == (DAY, "proved", "https://truong.example/bai")
    assert screen.tabs.chosen == "finished"
    screen._desk.toast.button.invoke()
    assert rows.places(article) == []
    assert screen.tabs.chosen == "to_publish"


def test_a_refused_day_leaves_the_dialog_with_all_its_words(
    furnish: Furnish, article: str, website: str, window: Window, dialogs: FakeDialogs
) -> None:
    channels.use_channel(website, date(2024, 5, 1), None)
    screen = furnish()

    def fill_in(dialog: RecordDialog) -> None:
        assert dialog.day is not None
        dialog.day.set(date(2024, 4, 1))
        dialog.ok.invoke()
        assert dialog.winfo_exists()
        dialog.day.set(DAY)
        dialog.ok.invoke()

    answering(window, RecordDialog, fill_in)
    row_of(screen, "Website trường").do()
    assert [type(error) for error in dialogs.errors] == [ChannelClosed]
    assert state_of(article) == "done"


def test_a_day_is_planned_moved_and_let_go(furnish: Furnish, article: str, website: str, window: Window) -> None:
    screen = furnish()

    def plan_for(day: date) -> None:
        def fill_in(dialog: PlanDialog) -> None:
            dialog.day.set(day)
            dialog.ok.invoke()

        answering(window, PlanDialog, fill_in)

    plan_for(DAY)
    row_of(screen, "Website trường").cells[1].invoke()  # type: ignore[union-attr]
    plan_for(date(2024, 6, 1))
    menu_of(row_of(screen, "Website trường"), "Another planned day…")()
    assert rows.places(article)[0].planned_on == date(2024, 6, 1)
    menu_of(row_of(screen, "Website trường"), "Take the plan out")()
    assert rows.places(article) == []


def test_what_did_not_go_out_says_why_in_its_row(
    furnish: Furnish, article: str, website: str, dialogs: FakeDialogs
) -> None:
    distributions.plan(article, website, DAY)
    screen = furnish()
    dialogs.answers.append("Mất mạng cả ngày")
    menu_of(row_of(screen, "Website trường"), "It did not go out…")()
    assert state_of(article) == "failed"
    assert "Mất mạng cả ngày" in words_in(screen)


def words_in(screen: PublishScreen) -> str:
    """Every word of the page."""
    found: list[str] = []

    def look(widget: object) -> None:
        for child in widget.winfo_children():  # type: ignore[attr-defined]
            with suppress(TclError):  # a frame has no words
                found.append(str(child.cget("text")))
            look(child)

    look(screen.page)
    return "\n".join(found)


def test_minutes_prove_a_conference_and_a_number_an_office(
    furnish: Furnish, article: str, window: Window, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    minutes = tmp_path / "bien-ban.pdf"
    minutes.write_bytes(b"%PDF-1.7")
    for kind in ("conference", "authority"):
        distributions.distribute(article, channels.add_channel(kind, kind), DAY)
    screen = furnish()
    dialogs.answers.append(minutes)

    def with_minutes(dialog: RecordDialog) -> None:
        assert (dialog.evidence.get(), dialog.url, dialog.day) == ("Minutes", None, None)
        dialog.ok.invoke()
        assert dialog.winfo_exists()  # nothing given, nothing kept
        dialog.choose.invoke()
        dialog.ok.invoke()

    answering(window, RecordDialog, with_minutes)
    menu_of(row_of(screen, "conference"), "Add evidence…")()

    def with_number(dialog: RecordDialog) -> None:
        assert dialog.number is not None
        dialog.number.insert(0, "Số đến 123")
        dialog.ok.invoke()

    answering(window, RecordDialog, with_number)
    menu_of(row_of(screen, "authority"), "Add evidence…")()
    assert state_of(article, "conference") == state_of(article, "authority") == "proved"
    assert "Số đến 123" in words_in(screen)


def test_newer_approved_words_are_recorded_as_a_correction(
    furnish: Furnish, article: str, website: str, principal: str, window: Window
) -> None:
    distributions.distribute(article, website, DAY)
    articles.save_article(article, ArticleText("Lễ kỷ niệm", "", "Đã sửa số liệu."))
    approvals.approve(article, person_id=principal)
    screen = furnish()
    assert screen.tabs.chosen == "to_correct"
    assert "shows version 1, version 2 is approved: to be corrected" in words_in(screen)
    answering(window, RecordDialog, lambda dialog: dialog.ok.invoke())
    main = row_of(screen, "Website trường").main
    assert main is not None
    assert "primary" in str(main["style"]).lower()
    main.invoke()
    assert [place.revision for place in rows.places(article)] == [1, 2]
    assert "corrected; version 1 stood there since 21/05/2024" in words_in(screen)


def test_unapproved_words_are_named_and_not_recorded(
    furnish: Furnish, article: str, website: str, window: Window
) -> None:
    articles.save_article(article, ArticleText("Lễ kỷ niệm", "", "Đang viết."))
    screen = furnish(article_id=article)
    assert "Version 2 is being written and is not approved" in words_in(screen)
    answering(window, RecordDialog, lambda dialog: dialog.ok.invoke())
    row_of(screen, "Website trường").do()
    assert rows.places(article)[0].revision == 1


def test_a_place_taken_down_says_so_and_undo_puts_it_back(
    furnish: Furnish, article: str, website: str, dialogs: FakeDialogs
) -> None:
    distributions.distribute(article, website, DAY)
    screen = furnish(article_id=article)
    dialogs.answers.append("Gia đình đề nghị")
    menu_of(row_of(screen, "Website trường"), "It was taken down…")()
    assert Article.get_by_id(article).state == "taken_down"
    assert "Taken down: Gia đình đề nghị" in words_in(screen)
    screen._desk.toast.button.invoke()
    assert state_of(article) == "done"
    assert Article.get_by_id(article).state == "approved"


def test_a_slip_of_today_leaves_by_its_menu(furnish: Furnish, article: str, website: str) -> None:
    distributions.distribute(article, website, DAY)
    screen = furnish()
    menu_of(row_of(screen, "Website trường"), "Recorded by mistake")()
    assert rows.places(article) == []
    assert said(screen) == "Taken out; the log keeps it"


def test_a_closed_channel_is_shown_only_where_something_went_out(furnish: Furnish, article: str, website: str) -> None:
    distributions.distribute(article, website, DAY)
    for channel in (website, channels.add_channel("fanpage", "Fanpage cũ")):
        channels.use_channel(channel, None, date(2024, 12, 31))
    screen = furnish()
    assert [row.channel.name for row in screen.page.rows] == ["Website trường"]
    assert "closed since 31/12/2024" in words_in(screen)


def test_the_tabs_lead_from_one_article_to_the_next(
    furnish: Furnish, article: str, website: str, principal: str
) -> None:
    done = distributions.distribute(article, website, DAY)
    distributions.prove_with_address(done, "https://truong.example/1")
    screen = furnish()
    assert (screen.tabs.chosen, screen.table.count) == ("finished", 1)
    screen.tabs.choose("to_prove")
    assert screen.nothing.winfo_manager()
    assert not screen.page.winfo_manager()
    screen.open(tab="finished")
    screen.refresh()
    assert screen.page.article is not None
    assert screen.page.article.id == article


def test_with_very_many_articles_the_tabs_come_behind_the_page(
    furnish: Furnish, article: str, website: str, monkeypatch: pytest.MonkeyPatch, wait_until: WaitUntil
) -> None:
    monkeypatch.setattr(rows, "MANY", 0)
    screen = furnish(article_id=article)
    assert screen.page.winfo_manager()
    wait_until(lambda: screen.tabs.chosen == "to_publish" and screen.table.count == 1)


def test_a_narrow_window_lays_the_evidence_below_the_days(
    furnish: Furnish, article: str, website: str, window: Window
) -> None:
    done = distributions.distribute(article, website, DAY)
    distributions.prove_with_address(done, "https://truong.example/1")
    screen = furnish()
    row = row_of(screen, "Website trường")
    row.lay(narrow=True)
    turn(window)
    assert row.proof.grid_info()["row"] == 2
    assert not row.cells[1].winfo_manager()
    row.lay(narrow=screen.page.table.winfo_width() < px(NARROW))


def test_opening_an_article_from_elsewhere_shows_its_tab(furnish: Furnish, article: str, website: str) -> None:
    distributions.distribute(article, website, DAY)
    screen = furnish(article_id=article)
    assert screen.tabs.chosen == "to_prove"
    assert screen.table.selected == [article]


def test_an_article_without_approval_offers_nothing(furnish: Furnish, home: Home, website: str) -> None:
    a_school()
    draft = articles.start_article(a_plan())
    articles.save_article(draft, ArticleText("Nháp", "", "Chưa gửi duyệt."))
    screen = furnish(article_id=draft)
    assert screen.page.rows == []
    assert str(screen.page.copy["state"]) == "disabled"


def test_an_article_taken_down_keeps_its_page_though_no_tab_holds_it(
    furnish: Furnish, article: str, website: str, principal: str, window: Window
) -> None:
    plan = str(Article.get_by_id(article).plan_id)
    an_approved_article(plan, principal)
    distributions.take_down(distributions.distribute(article, website, DAY), "Nhầm")
    screen = furnish(article_id=article)
    screen.focus_first()
    turn(window, 60)
    assert screen.page.article is not None
    assert screen.page.article.id == article
