"""A word on a passage stays on it through edits, is settled and reopened, and never leaves the school."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models import AuditEvent
from db.queries.comments import comments as rows
from desktop_app.core import articles, comments
from desktop_app.core.comments import NoSuchComment, WordsNeeded, place_of
from desktop_app.core.home import Home
from tests.core.makers import TEXT, a_plan, an_article


def test_a_comment_says_who_said_what_about_which_words(home: Home) -> None:
    article = an_article(a_plan())
    comments.say(article, " Đúng tên chưa? ", quote="thầy và trò", start=10, by_name="Liễu")
    (row,) = rows(article)
    assert (row.text, row.by, row.quote, row.start, row.revision) == ("Đúng tên chưa?", "Liễu", "thầy và trò", 10, 1)
    assert AuditEvent.select().where(AuditEvent.act == "comment on article").get().by_name == "Liễu"


def test_an_answer_stands_below_what_it_answers(home: Home) -> None:
    article = an_article(a_plan())
    first = comments.say(article, "Một", quote="thầy", start=10)
    comments.say(article, "Về cả bài")
    comments.answer(first, "Hai", by_name="Vân")
    assert [row.text for row in rows(article)] == ["Một", "Hai", "Về cả bài"]


def test_what_is_said_about_a_passage_is_settled_together_and_can_be_opened_again(home: Home) -> None:
    article = an_article(a_plan())
    first = comments.say(article, "Một", quote="thầy", start=10)
    second = comments.answer(first, "Hai")
    comments.say(article, "Khác", quote="trò", start=18)
    comments.resolve(second, by_name="Vân")
    assert [(row.text, row.resolved_by) for row in rows(article)] == [("Một", "Vân"), ("Hai", "Vân"), ("Khác", "")]
    comments.reopen(first)
    assert not any(row.resolved_at for row in rows(article))


def test_an_answer_opens_the_passage_again(home: Home) -> None:
    article = an_article(a_plan())
    first = comments.say(article, "Một")
    comments.resolve(first)
    comments.answer(first, "Chưa xong")
    assert not any(row.resolved_at for row in rows(article))


def test_a_comment_stays_when_the_text_changes(home: Home) -> None:
    article = an_article(a_plan())
    comments.say(article, "Một", quote="thầy và trò", start=10)
    articles.save_article(article, TEXT._replace(body="Câu mới. " + TEXT.body))
    (row,) = rows(article)
    assert place_of(row.quote, row.start, "Câu mới. " + TEXT.body) == (19, 30)


def test_an_empty_comment_and_one_that_is_not_there_are_refused(home: Home) -> None:
    article = an_article(a_plan())
    with pytest.raises(WordsNeeded):
        comments.say(article, "  \n")
    with pytest.raises(NoSuchComment):
        comments.resolve("không có")


def test_the_nearest_of_equal_passages_is_meant_and_a_rewritten_one_is_nowhere() -> None:
    text = "trò đọc. thầy đọc.\ntrò  đọc."
    assert place_of("trò đọc.", 20, text) == (19, 28)
    assert place_of("trò đọc.", 3, text) == (0, 8)
    assert place_of("cô đọc.", 0, text) is None
    assert place_of("", 0, text) is None


def test_of_equal_passages_the_one_that_moved_with_its_neighbours_is_meant() -> None:
    before = "Lớp 1 đọc sách. Lớp 2 đọc sách."
    text = "Sáng nay cả trường ra sân. " + before
    assert place_of("đọc sách.", 22, text, before) == (49, 58)


@given(st.text(), st.text(min_size=1), st.text())
def test_a_passage_is_found_wherever_it_was_moved(before: str, quote: str, after: str) -> None:
    if quote.split():
        found = place_of(quote, len(before), before + quote + after)
        assert found is not None
        assert (before + quote + after)[slice(*found)].split() == quote.split()
