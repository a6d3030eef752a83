"""The first screen on a real window: what the month has, what it owes, where one click leads."""

from __future__ import annotations

from datetime import date

import ttkbootstrap as ttk

from db.models import Article
from desktop_app.core.home import Home
from desktop_app.core.periods import Month
from desktop_app.ui.screens.today.screen import TodayScreen
from tests.core.makers import a_picture, a_plan, a_published_article, a_school, an_approved_article
from tests.ui.screens.conftest import Sent

MAY = Month(2024, 5)


def today_of(place: ttk.Frame, show: Sent, month: Month = MAY, turned: list[Month] | None = None) -> TodayScreen:
    screen = TodayScreen(
        place, show=show, show_month=(turned if turned is not None else []).append, import_plan=lambda: show("plan")
    )
    screen.pack(fill="both", expand=True)
    screen.month = month
    screen.refresh()
    return screen


def test_without_a_plan_the_first_act_is_to_import_one(home: Home, place: ttk.Frame, show: Sent) -> None:
    screen = today_of(place, show)
    (button,) = [child for child in screen.without_plan.middle.winfo_children() if isinstance(child, ttk.Button)]
    button.invoke()
    assert show.to == [("plan", {})]


def test_the_tiles_say_what_is_there_and_what_is_owed(home: Home, place: ttk.Frame, show: Sent) -> None:
    a_published_article(a_plan(), a_school(), date(2024, 5, 21))
    screen = today_of(place, show)
    assert (screen.articles.have["text"], screen.articles.need["text"]) == ("1", "/1")
    assert (screen.materials.have["text"], screen.materials.need["text"]) == ("0", "/1")
    assert screen.materials.badge["text"].strip() == "Missing"


def test_one_click_leads_to_the_next_thing(home: Home, place: ttk.Frame, show: Sent) -> None:
    article = an_approved_article(a_plan(), a_school())
    screen = today_of(place, show)
    screen.articles.button.invoke()
    assert show.to == [("publish", {"article_id": article})]


def test_what_waits_leads_to_its_article(home: Home, place: ttk.Frame, show: Sent) -> None:
    article = an_approved_article(a_plan(), a_school())
    screen = today_of(place, show)
    screen.waiting.links[0].invoke()
    assert show.to[-1] == ("publish", {"article_id": article})


def test_the_checklist_loses_its_link_when_the_thing_is_done(home: Home, place: ttk.Frame, show: Sent) -> None:
    a_plan()
    screen = today_of(place, show)
    before = len(screen.checklist.links)
    a_picture()
    screen.refresh()
    assert len(screen.checklist.links) == before - 1


def test_the_year_turns_the_month(home: Home, place: ttk.Frame, show: Sent) -> None:
    a_plan()
    turned: list[Month] = []
    screen = today_of(place, show, turned=turned)
    screen.strip.buttons[Month(2024, 9)].invoke()
    assert turned == [Month(2024, 9)]


def test_a_very_long_title_does_not_widen_the_page(home: Home, place: ttk.Frame, show: Sent) -> None:
    an_approved_article(a_plan(), a_school())
    Article.update(title="Nghiêng nghiêng " * 40).execute()
    screen = today_of(place, show)
    screen.update_idletasks()
    assert screen.room.inside.winfo_width() <= screen.winfo_width()
