"""One act on many articles: refused ones are named, and one step brings all of it back as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import database
from db.models import Plan, Topic
from db.queries import trash as trash_rows
from desktop_app.core import articles, batches
from desktop_app.core.articles import ArticleText, ReasonNeeded
from desktop_app.core.batches import AUTHORS, CANCEL, SUBMIT, TOPIC, TRASH, WITHDRAW, Wish
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from tests.core.makers import a_plan, a_published_article, a_school, an_approved_article, an_article

WISH = Wish(authors=("Lò Thị Ân", "Giàng A Dơ"), reason="Trùng bài")
ACTS = (SUBMIT, WITHDRAW, CANCEL, TOPIC, AUTHORS, TRASH)


class StopAfter(Progress):
    """Somebody presses Stop after a few."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self._left = steps

    def step(self, done: int, total: int, text: str = "") -> None:
        if self._left == 0:
            self.cancel()
        self._left -= 1
        super().step(done, total, text)


def in_many_states(plan: str, principal: str) -> list[str]:
    """One article in each state, one without words, one with its author."""
    waiting, cancelled, named, empty = (
        an_article(plan),
        an_article(plan),
        an_article(plan),
        articles.start_article(plan),
    )
    articles.submit_article(waiting)
    articles.cancel_article(cancelled, "Trùng")
    articles.describe_article(named, topic_id=None, event_date=date(2024, 5, 7), authors=["Nguyễn Thị Hoa"])
    approved, out = an_approved_article(plan, principal), a_published_article(plan, principal, date(2024, 5, 8))
    return [waiting, cancelled, named, empty, approved, out]


def other_topic(plan: str) -> str:
    return str(Topic.create(plan=Plan.get_by_id(plan), code="T02", printed_no="2", title="Khai giảng", sort=1).id)


def as_it_stands() -> list[list[tuple[object, ...]]]:
    """All that a batch could touch, without versions and the rows' own ids."""
    questions = (
        "SELECT id, title, state, state_reason, state_before, topic_id, deleted_at, event_date "
        "FROM article ORDER BY id",
        "SELECT article_id, person_id, name, sort FROM article_author ORDER BY article_id, sort",
        "SELECT article_id, revision_id, code FROM review WHERE closed_at IS NULL ORDER BY article_id",
        "SELECT * FROM article_line ORDER BY article_id",
        "SELECT record_id FROM trash_entry",
    )
    return [database.execute_sql(question).fetchall() for question in questions]


def test_each_article_goes_by_its_own_rules_and_the_rest_is_named(home: Home) -> None:
    plan, principal = a_plan(), a_school()
    waiting, cancelled, _named, empty, approved, out = in_many_states(plan, principal)
    fresh = an_article(plan, ArticleText("Ngày hội", "", "Chữ"))
    result = batches.run(SUBMIT, [fresh, waiting, empty, out], Progress())
    assert result.done == [fresh]
    assert [(one.id, one.why) for one in result.skipped if one.id != empty] == [
        (waiting, "the state is “In review”"),
        (out, "the state is “Published”"),
    ]
    assert [ids for why, ids in result.reasons().items() if "missing" in why] == [[empty]]
    assert batches.run(TRASH, [out, cancelled], Progress()).reasons() == {"published already": [out]}
    assert batches.run(TOPIC, [cancelled], Progress(), wish=WISH).skipped[0].why == "This is not there any more"
    assert approved not in result.done


def test_cancelling_many_needs_a_reason_before_anything_is_done(home: Home) -> None:
    with pytest.raises(ReasonNeeded):
        batches.run(CANCEL, [an_article(a_plan())], Progress())


def test_stopping_keeps_what_is_done_and_says_how_many_are_left(home: Home) -> None:
    plan = a_plan()
    ids = [an_article(plan) for _ in range(4)]
    result = batches.run(SUBMIT, ids, StopAfter(2))
    assert (result.done, result.left) == (ids[:2], 2)
    batches.undo(result, Progress())
    assert {one.state for one in map(articles.article_of, ids)} == {"writing"}


def test_what_was_changed_since_is_left_and_named(home: Home) -> None:
    plan = a_plan()
    touched, untouched = an_article(plan), an_article(plan, ArticleText("Khác", "", "Chữ"))
    result = batches.run(SUBMIT, [touched, untouched], Progress())
    articles.save_article(touched, ArticleText("Sửa", "", "Chữ mới"))
    back = batches.undo(result, Progress())
    assert back.done == [untouched]
    assert [(one.title, one.why) for one in back.skipped] == [("Sửa", "It was changed since")]
    assert articles.article_of(touched).state == "in_review"


@pytest.fixture
def fresh_home(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Home]:
    return lambda: Home(tmp_path_factory.mktemp("school") / "home")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(ACTS), min_size=1, max_size=3), st.sets(st.integers(0, 5), min_size=1))
def test_a_batch_and_its_undoing_leave_all_as_it_was(
    fresh_home: Callable[[], Home], acts: list[str], chosen: set[int]
) -> None:
    with fresh_home().opened():
        plan, principal = a_plan(), a_school()
        ids = in_many_states(plan, principal)
        wish = WISH._replace(topic_id=other_topic(plan))
        seen, results = [], []
        for act in acts:
            seen.append(as_it_stands())
            results.append(batches.run(act, [ids[place] for place in sorted(chosen)], Progress(), wish=wish))
        # Undoing raises versions too, so only the newest batch can be taken back whole.
        assert not batches.undo(results[-1], Progress()).skipped
        assert as_it_stands() == seen[-1]


def test_a_trashed_article_comes_back_with_its_open_review(home: Home) -> None:
    plan = a_plan()
    article_id = an_article(plan)
    articles.submit_article(article_id)
    before = as_it_stands()
    result = batches.run(TRASH, [article_id], Progress(), by_name="Hoa")
    assert trash_rows.trash_count() == 1
    batches.undo(result, Progress())
    assert as_it_stands() == before
