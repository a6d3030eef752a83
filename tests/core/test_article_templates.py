"""The templates of articles: whole, tidy, and each asks what a tin must answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core import articles
from desktop_app.core.article_rules import StillMissing
from desktop_app.core.article_templates import questions_left, read_templates, templates
from desktop_app.core.articles import ArticleText
from desktop_app.core.home import Home
from desktop_app.core.manuscripts.markup import plain_text
from desktop_app.core.manuscripts.spelling import doubtful
from tests.core.makers import a_plan, an_article

WHOLE = '[[templates]]\nkey = "a"\nname = "Tin"\nlead = "[Ai?]"\nbody = "[Gì?]"\n'


def test_the_five_kinds_are_offered_in_their_order() -> None:
    assert [one.key for one in templates()] == ["news", "good-example", "notice", "event", "conference"]


def test_a_tin_asks_its_five_questions() -> None:
    news = templates()[0]
    asked = news.lead + plain_text(news.body)
    assert all(question in asked for question in ("Ai?", "Việc gì?", "Khi nào?", "Ở đâu?", "Kết quả?"))


@pytest.mark.parametrize("template", templates(), ids=lambda one: one.key)
def test_no_template_brings_a_slip_onto_the_sheet(template: object) -> None:
    assert doubtful(f"{template.name}\n{template.lead}\n{plain_text(template.body)}") == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("template", templates(), ids=lambda one: one.key)
def test_a_question_nobody_answered_is_counted(template: object) -> None:
    lead, body = template.lead, template.body  # type: ignore[attr-defined]
    asked = (lead + body).count("[")
    assert questions_left(f"{lead}\n{body}") == asked > 3
    assert questions_left(body.replace(body[body.index("[") : body.index("]") + 1], "Sáng nay.")) == asked - 2


def test_brackets_of_ones_own_are_no_question_of_a_template() -> None:
    assert questions_left("Lớp 5A [ảnh 1] hỏi: [Ai đến?]") == 0


@pytest.mark.parametrize(
    "spoilt",
    [
        WHOLE.replace('name = "Tin"\n', ""),
        WHOLE.replace('"Tin"', '" "'),
        WHOLE.replace('"Tin"', "5"),
        WHOLE + 'colour = "red"\n',
        WHOLE.replace('"[Gì?]"', '"Một dòng\\n\\n\\n\\nrồi **dở"'),
        WHOLE + WHOLE,
    ],
    ids=["missing", "empty", "no text", "unknown", "untidy", "twice"],
)
def test_a_spoilt_file_is_noticed_when_it_is_read(tmp_path: Path, spoilt: str) -> None:
    file = tmp_path / "templates.toml"
    file.write_text(WHOLE, encoding="utf-8")
    assert len(read_templates(file)) == 1
    file.write_text(spoilt, encoding="utf-8")
    with pytest.raises((ValueError, TypeError)):
        read_templates(file)


def test_an_article_with_a_question_left_is_not_sent(home: Home) -> None:
    news = templates()[0]
    article_id = an_article(a_plan(), ArticleText("Ngày hội đọc sách", "Sáng nay, các em đọc sách.", news.body))
    with pytest.raises(StillMissing, match=r"câu hỏi|questions"):
        articles.submit_article(article_id)
    articles.save_article(article_id, ArticleText("Ngày hội đọc sách", "Sáng nay, các em đọc sách.", "Vui lắm."))
    articles.submit_article(article_id)
