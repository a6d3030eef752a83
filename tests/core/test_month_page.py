"""A month gathered from the records: what counts, what is nearly there, what the checklist says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db.models import Article, Distribution, MediaAsset
from desktop_app.core import articles
from desktop_app.core.home import Home
from desktop_app.core.month_page import NoPlan, checklist_of, ledger_of, page_of
from desktop_app.core.periods import Month
from tests.core.makers import (
    TEXT,
    a_picture,
    a_plan,
    a_published_article,
    a_school,
    an_approved_article,
    an_article,
)

MAY, TODAY = Month(2024, 5), date(2024, 5, 25)


def test_a_month_without_a_plan_says_so(home: Home) -> None:
    with pytest.raises(NoPlan):
        ledger_of(MAY)


def test_a_published_article_and_a_described_picture_meet_the_month(home: Home) -> None:
    a_published_article(a_plan(), a_school(), date(2024, 5, 21))
    a_picture()
    page = ledger_of(MAY, TODAY)
    assert (page.articles.have, page.materials.have, page.missing) == (1, 1, [])


def test_many_channels_are_one_article_and_the_first_day_dates_it(home: Home) -> None:
    plan, principal = a_plan(), a_school()
    article = a_published_article(plan, principal, date(2024, 5, 31))
    from_june = Distribution.get()
    Distribution.create(
        article=article,
        channel=from_june.channel,
        revision=from_june.revision,
        done_on=date(2024, 6, 2),
        state="done",
    )
    assert ledger_of(MAY, TODAY).articles.have == 1
    assert ledger_of(Month(2024, 6), date(2024, 6, 5)).articles.have == 0


def test_groups_and_personal_pages_do_not_count(home: Home) -> None:
    a_published_article(a_plan(), a_school(), date(2024, 5, 21), kind="groups")
    assert ledger_of(MAY, TODAY).articles.have == 0


def test_an_unapproved_correction_keeps_the_month_it_was_counted_in(home: Home) -> None:
    article = a_published_article(a_plan(), a_school(), date(2024, 5, 21))
    articles.save_article(article, TEXT._replace(body="Đính chính"))
    assert ledger_of(MAY, TODAY).articles.have == 1


def test_a_taken_down_article_no_longer_counts(home: Home) -> None:
    a_published_article(a_plan(), a_school(), date(2024, 5, 21))
    Article.update(state="taken_down").execute()
    assert ledger_of(MAY, TODAY).articles.have == 0


@pytest.mark.parametrize(
    "lacking",
    [
        {"caption": ""},
        {"activity": ""},
        {"taken_at": None},
        {"review": "waiting"},
        {"review": "rejected"},
        {"purpose_archive": False},
        {"state": "restricted"},
    ],
)
def test_a_picture_counts_only_when_it_is_kept_checked_and_described(home: Home, lacking: dict[str, Any]) -> None:
    a_plan()
    a_picture(**lacking)
    assert ledger_of(MAY, TODAY).materials.have == 0


def test_a_burst_counts_once(home: Home) -> None:
    a_plan()
    first = a_picture("1" * 64)
    a_picture("2" * 64, burst_of=MediaAsset.get_by_id(first))
    assert ledger_of(MAY, TODAY).materials.have == 1


def test_an_approved_article_makes_the_next_act_its_publication(home: Home) -> None:
    article = an_approved_article(a_plan(), a_school())
    page = ledger_of(MAY, TODAY)
    assert page.state == "almost" or page.articles.state == "almost"
    assert page.next
    assert (page.next.act, page.next.id) == ("distribute", article)


def test_a_draft_is_the_next_thing_to_open(home: Home) -> None:
    article = an_article(a_plan())
    page = ledger_of(MAY, TODAY)
    assert page.next
    assert (page.next.act, page.next.id) == ("open_article", article)


def test_the_checklist_follows_the_records(home: Home) -> None:
    a_published_article(a_plan(), a_school(), date(2024, 5, 21))
    lines = {line.text: line.done for line in checklist_of(ledger_of(MAY, TODAY))}
    assert lines["Articles published as the plan asks"]
    assert not lines["Photos or videos kept as material"]
    assert not lines["Every publication has its evidence"]


def test_the_contents_are_what_was_counted(home: Home) -> None:
    a_published_article(a_plan(), a_school(), date(2024, 5, 21))
    a_picture()
    contents = page_of(MAY, TODAY).contents
    assert [one.title for one in contents.articles] == [TEXT.title]
    assert [one.caption for one in contents.materials] == ["Lễ chào cờ"]


def test_the_plans_own_figure_is_asked(home: Home) -> None:
    a_plan(minimum=2)
    assert ledger_of(MAY, TODAY).articles.need == 2
