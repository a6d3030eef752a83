"""Giving an article to a topic of the plan, or to the people who write it."""

from __future__ import annotations

from collections.abc import Sequence

from db import database
from db.models import Article, ArticleAuthor
from db.text import nfc
from desktop_app.core import article_rules, audit
from desktop_app.core.articles import article_facts, article_of
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_


class AlreadySo(UserError):
    message = N_("It is so already.")
    hint = N_("Nothing had to be changed.")


def give_topic(article_id: str, topic_id: str, *, by_name: str = "") -> None:
    """Put an article under another topic. Raises NotAllowedNow for what was put away, AlreadySo."""
    with database.atomic():
        article = _open_article(article_id)
        if article.topic_id == topic_id:
            raise AlreadySo
        article.topic = topic_id
        article.save()
        audit.record("change topic", "article", article_id, by_name, topic=topic_id)


def give_authors(article_id: str, names: Sequence[str], *, by_name: str = "") -> None:
    """Name who writes an article, in this order. Raises NotAllowedNow for what was put away, AlreadySo."""
    names = [nfc(name.strip()) for name in names if name.strip()]
    with database.atomic():
        article = _open_article(article_id)
        there = ArticleAuthor.select().where(ArticleAuthor.article == article_id).order_by(ArticleAuthor.sort)
        if [author.name for author in there] == names:
            raise AlreadySo
        ArticleAuthor.delete().where(ArticleAuthor.article == article_id).execute()
        for sort, name in enumerate(names):
            ArticleAuthor.create(article=article_id, name=name, sort=sort)
        article.save()  # so that its version says it was changed
        audit.record("name authors", "article", article_id, by_name, authors=names)


def _open_article(article_id: str) -> Article:
    article = article_of(article_id)
    article_rules.require("edit", article_facts(article))
    return article
