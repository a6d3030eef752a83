"""A side of a difference is told in words: names, days, yes and no; never an id."""

from __future__ import annotations

import pytest

from db import rows
from db.models import Article, Person, Topic
from desktop_app.core import articles
from desktop_app.core.articles import ArticleText
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.sync.side_words import CHOSEN_FROM, LONGEST, side_words
from tests.core.makers import a_plan


@pytest.mark.parametrize(
    ("table", "field", "value", "words"),
    [
        ("article", "deleted_at", "2024-05-07", "Removed"),
        ("article", "deleted_at", None, "Kept"),
        ("article", "title", "", "(empty)"),
        ("article", "event_date", "2024-05-07", "07/05/2024"),
        ("article", "state", "in_review", "In review"),
        ("distribution", "state", "proved", "Has its evidence"),
        ("report", "state", "draft", "Draft"),
        ("opinion_item", "severity", 2, "serious"),
        ("person", "is_active", 1, "Yes"),
        ("person", "is_active", 0, "No"),
        ("person", "phone", "20240507", "20240507"),
        ("media_asset", "sort", 3, "3"),
        ("decision", "reason_codes", '["Sai tên", "Thiếu ảnh"]', "Sai tên, Thiếu ảnh"),
        ("report", "sections", "[1, {}]", "[1, {}]"),
        ("article", "topic_id", "0190", "(not on this PC yet)"),
        ("article", "head_revision_id", "0190", "(not on this PC yet)"),
    ],
)
def test_a_value_is_told_in_words(home: Home, table: str, field: str, value: object, words: str) -> None:
    assert side_words(table, field, value) == words


def test_an_instant_is_told_by_this_pcs_clock(home: Home) -> None:
    assert side_words("decision", "at", "2024-05-07T10:00:00+00:00").endswith("/05/2024")


def test_what_a_field_leads_to_is_told_by_its_name(home: Home) -> None:
    topic = Topic.get(Topic.plan == a_plan())
    person = Person.create(name="Giàng Thị Mẩy")
    assert side_words("article", "topic_id", str(topic.id)) == topic.title
    assert side_words("task", "assignee_id", str(person.id)) == "Giàng Thị Mẩy"


def test_the_text_of_an_article_is_told_by_its_words(home: Home) -> None:
    article = articles.start_article(None)
    articles.save_article(article, ArticleText("Khai giảng", "Sáng nay.", "## Lễ\n\n" + "Dài lắm. " * 100))
    words = side_words("article", "head_revision_id", Article.get().head_revision_id)
    assert words.startswith("Version 1: Khai giảng\nSáng nay.\nLễ")
    assert len(words) <= LONGEST + 2


def test_every_choice_of_ours_has_words(home: Home) -> None:
    for (table, field), words in CHOSEN_FROM.items():
        assert field in rows.shapes()[table].columns
        assert all(side_words(table, field, value) == _(said) for value, said in words.items())
