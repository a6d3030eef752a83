"""What the articles' room says and offers, in every state."""

from __future__ import annotations

import json

import pytest

from db.queries.articles import DecisionRow, DistributionRow
from db.queries.plans import TopicRow
from desktop_app.core.article_rules import STATE_WORDS, ArticleFacts, requirements
from desktop_app.core.handing_in import TakenIn
from desktop_app.ui.screens.articles import words
from desktop_app.ui.screens.articles.words import Offer
from desktop_app.ui.widgets.checklist import Line

EMPTY = ArticleFacts("writing", "", False, 0, 0, 0, False, 0)
AT = "2024-05-07T03:32:00.000Z"


def decided(verdict: str, *codes: str, comment: str = "", is_head: bool = True) -> DecisionRow:
    return DecisionRow(verdict, "Nguyễn Thị Liễu", AT, json.dumps(codes), comment, 3, is_head, "app")


@pytest.mark.parametrize(
    ("state", "looks"),
    [
        ("writing", ["now", "ahead", "ahead", "ahead"]),
        ("needs_changes", ["returned", "ahead", "ahead", "ahead"]),
        ("in_review", ["done", "now", "ahead", "ahead"]),
        ("approved", ["done", "done", "now", "ahead"]),
        ("published", ["done", "done", "done", "now"]),
        ("cancelled", ["ahead"] * 4),
    ],
)
def test_the_present_station_is_marked(state: str, looks: list[str]) -> None:
    assert [step.look for step in words.steps(state)] == looks


def test_a_returned_article_stands_at_the_first_station_under_its_own_name() -> None:
    assert [step.words for step in words.steps("needs_changes")] == [
        "Needs changes", "In review", "Approved", "Published",
    ]  # fmt: skip
    assert words.steps("cancelled")[0].words == "Writing"


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        ("writing", {"submit", "cancel"}),
        ("needs_changes", {"submit", "cancel"}),
        ("in_review", {"withdraw", "return", "approve", "cancel"}),
        ("approved", {"publish", "cancel"}),
        ("published", {"publish"}),
        ("cancelled", {"reopen"}),
        ("taken_down", set()),
    ],
)
def test_each_state_offers_its_acts_and_no_others(state: str, acts: set[str]) -> None:
    assert set(words.offers(state, 0)) == acts


@pytest.mark.parametrize("state", STATE_WORDS)
def test_a_state_never_has_two_main_buttons(state: str) -> None:
    assert sum(offer.main for offer in words.offers(state, 0).values()) <= 1


def test_sending_is_grey_while_something_is_missing() -> None:
    assert words.offers("writing", 2)["submit"] == Offer(enabled=False, main=True)
    assert words.offers("writing", 0)["submit"] == Offer(enabled=True, main=True)
    assert words.missing_words(2) == "2 things left"


@pytest.mark.parametrize(("state", "may"), [("published", True), ("approved", True), ("cancelled", False)])
def test_what_is_put_away_is_read_only(state: str, *, may: bool) -> None:
    assert words.may_write(state) is may


def test_an_open_line_leads_to_its_field_and_a_met_one_nowhere() -> None:
    lines = words.checklist_lines(requirements(EMPTY._replace(title="Lễ chào cờ")))
    assert lines[0] == Line("It has a title", "done")
    assert lines[1] == Line("A topic of the plan is chosen", "late", "topic")
    assert lines[5] == Line("The day of the event is given", "open", "event_date", note="advised")


def test_the_reasons_stay_pinned_until_the_article_is_sent_again() -> None:
    returned = [decided("returned", "facts", "other", comment="Số liệu lớp 4A2"), decided("approved")]
    pinned = ["A name or a figure is wrong", "Số liệu lớp 4A2"]
    assert words.pinned_reasons("needs_changes", returned) == pinned
    assert words.pinned_reasons("writing", returned) == pinned
    assert words.pinned_reasons("in_review", returned) == []
    assert words.pinned_reasons("writing", []) == []


def test_something_else_without_words_is_still_a_reason() -> None:
    assert words.pinned_reasons("needs_changes", [decided("returned", "other")]) == ["Something else"]


def test_an_edit_after_approval_is_said_before_and_after_saving() -> None:
    old = [decided("approved", is_head=False)]
    assert "back for approval" in words.stripe_words("approved", "", [decided("approved")], changed=True)
    assert words.stripe_words("approved", "", [decided("approved")], changed=False) == ""
    assert "needs approving again" in words.stripe_words("in_review", "", old, changed=False)
    assert words.stripe_words("in_review", "", [], changed=True) == ""


def test_a_cancelled_article_says_why() -> None:
    assert words.stripe_words("cancelled", "Mưa lớn", [], changed=False) == "Cancelled: Mưa lớn"


def test_a_topic_shows_the_number_of_the_paper_or_none() -> None:
    topic = TopicRow("id", "TDS", None, "Điểm sáng ngành Giáo dục", None, 5, 0, 0, None)
    assert words.topic_label(topic) == "Điểm sáng ngành Giáo dục"
    assert words.topic_label(topic._replace(printed_no="13")) == "13. Điểm sáng ngành Giáo dục"


def test_a_publication_without_evidence_leads_to_giving_it() -> None:
    place = DistributionRow("id", "channel", "Fanpage", "fanpage", None, "done", "")
    proved = place._replace(state="proved", evidence="https://truong.example/" + "a" * 60)
    waiting, done = words.publication_lines([place, proved])
    assert (waiting.state, waiting.target, waiting.note) == ("open", place, "waits for evidence")
    assert (done.state, done.target) == ("done", None)
    assert len(done.note) <= 34


def test_the_sum_of_what_was_handed_in_names_what_could_not_be_read() -> None:
    taken = [TakenIn("id", "Bài một", 2, []), TakenIn("id", "Bài hai", 1, [])]
    assert words.taken_words(taken, 0) == "Taken in: 2 articles, 3 photos"
    assert words.taken_words(taken, 1).endswith("; 1 files could not be read")
