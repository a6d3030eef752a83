"""Unsaved words on their way to the disk: in order, the newest win, and what goes wrong is told."""

from __future__ import annotations

import threading

import pytest

from db import database
from db.models import Savepoint
from desktop_app.core import articles
from desktop_app.core.articles import ArticleText
from desktop_app.core.home import Home
from desktop_app.core.savepoints import Savepoints


def test_the_newest_words_are_on_disk_after_the_wait(home: Home) -> None:
    article = articles.start_article(None)
    savepoints = Savepoints()
    for number in range(50):
        savepoints.keep(article, ArticleText("Tin", "", f"câu {number}"))
    savepoints.wait()
    assert not savepoints.busy
    assert articles.unsaved_text(article) == ArticleText("Tin", "", "câu 49")
    savepoints.close()


def test_nobody_waits_for_a_disk_that_is_busy(home: Home) -> None:
    article = articles.start_article(None)
    savepoints = Savepoints()
    with database.atomic():  # the file is held, as by a slow disk
        savepoints.keep(article, ArticleText("Tin", "", "một"))
        savepoints.keep(article, ArticleText("Tin", "", "hai"))
        assert savepoints.busy
    savepoints.wait()
    assert Savepoint.get().body == "hai"
    savepoints.close()


def test_what_went_wrong_is_told_once_to_whoever_waits(home: Home) -> None:
    savepoints = Savepoints()
    savepoints.keep("no such article", ArticleText("Tin"))
    with pytest.raises(Exception, match="FOREIGN KEY"):
        savepoints.wait()
    savepoints.wait()
    savepoints.close()


def test_closing_writes_what_waits_and_ends_the_thread(home: Home) -> None:
    article = articles.start_article(None)
    savepoints = Savepoints()
    savepoints.keep(article, ArticleText("Tin", "", "câu cuối"))
    savepoints.close()
    assert Savepoint.get().body == "câu cuối"
    assert "savepoints" not in {thread.name for thread in threading.enumerate()}
