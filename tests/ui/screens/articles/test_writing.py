"""Articles written by keys on a real window: kept without being asked, offered again after a power cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import ttkbootstrap as ttk

from db.models import Article, Revision, Topic
from db.queries import articles as rows
from desktop_app.core import articles
from desktop_app.ui.screens.articles.recovery import RecoveryDialog
from desktop_app.ui.screens.articles.room import ArticlesScreen
from desktop_app.ui.window import Window
from tests.core.makers import TEXT, an_article
from tests.ui.conftest import WaitUntil, answering, focus, turn
from tests.ui.screens.articles.conftest import BODY, TITLE, only_article, opened, write

# ---------------------------------------------------------------- writing


def test_an_article_is_written_by_keys_and_kept_on_leaving(screen: ArticlesScreen) -> None:
    screen.acts()["new"]()
    fields = screen.editor.fields
    write(fields.title, TITLE)
    write(fields.body.text, BODY)
    assert screen.leave()
    whole = rows.article(only_article())
    assert whole is not None
    assert (whole.title, whole.body, whole.revision) == (TITLE, BODY, 1)


def test_a_sheet_left_empty_leaves_no_article_behind(screen: ArticlesScreen, plan: str) -> None:
    topic = Topic.get(Topic.plan == plan)
    screen.open(new=True, topic_id=str(topic.id))
    screen.refresh()
    assert screen.editor.fields.topic.get() == "13. 70 năm Điện Biên Phủ"
    assert screen.leave()
    assert not Article.select().exists()


def test_the_topic_asked_for_belongs_to_the_article_with_its_first_word(screen: ArticlesScreen, plan: str) -> None:
    topic = Topic.get(Topic.plan == plan)
    screen.open(new=True, topic_id=str(topic.id))
    write(screen.editor.fields.title, TITLE)
    screen.editor.save()
    assert Article.get().topic_id == topic.id


def test_two_seconds_after_the_last_key_the_words_are_on_disk_and_nothing_moved(
    screen: ArticlesScreen, plan: str, words: list[str], wait_until: WaitUntil
) -> None:
    article = an_article(plan)
    opened(screen, article)
    text = screen.editor.fields.body.text
    focus(text)
    text.mark_set("insert", "1.5")
    text.tag_add("sel", "1.0", "1.3")
    write(text, "đ")
    place = text.index("insert")
    wait_until(lambda: words)
    assert articles.unsaved_text(article) is not None
    assert text.index("insert") == place == "1.6"
    assert text.tag_ranges("sel")
    assert str(text.tk.call("focus")) == str(text)
    assert words[-1].startswith("Draft kept ")
    assert Revision.select().count() == 1


def test_the_title_is_kept_after_a_pause_too(screen: ArticlesScreen, plan: str, wait_until: WaitUntil) -> None:
    article = an_article(plan)
    opened(screen, article)
    write(screen.editor.fields.title, "ễ")
    wait_until(lambda: articles.unsaved_text(article) is not None)


def test_ctrl_s_always_says_when_it_saved(screen: ArticlesScreen, plan: str, words: list[str]) -> None:
    article = an_article(plan)
    opened(screen, article)
    screen.acts()["save"]()
    screen.acts()["save"]()
    assert [word[:5] for word in words] == ["Saved", "Saved"]
    assert Revision.select().count() == 1


def test_looking_again_never_touches_what_is_being_typed(screen: ArticlesScreen, plan: str) -> None:
    opened(screen, an_article(plan))
    write(screen.editor.fields.body.text, "Đang gõ dở ")
    screen.refresh()
    assert "Đang gõ dở " in screen.editor.fields.body.get()


def test_topic_and_authors_are_kept_as_soon_as_they_are_chosen(screen: ArticlesScreen, plan: str) -> None:
    article = articles.start_article(plan)
    opened(screen, article)
    fields = screen.editor.fields
    fields.topic.current(1)
    fields.topic.event_generate("<<ComboboxSelected>>")
    write(fields.authors, "Lò Thị  Vân,Quàng Văn Pọm, ")
    focus(fields.title)
    turn(screen)
    whole = rows.article(article)
    assert whole is not None
    assert (whole.topic, whole.authors) == ("13. 70 năm Điện Biên Phủ", ("Lò Thị Vân", "Quàng Văn Pọm"))


# ---------------------------------------------------------------- after a power cut


@pytest.fixture
def after_the_cut(
    furnish: Callable[[], ArticlesScreen], plan: str, place: ttk.Frame, wait_until: WaitUntil
) -> tuple[ArticlesScreen, str]:
    """A new window after the old one went while someone was typing."""
    article = an_article(plan)
    before = opened(furnish(), article)
    write(before.editor.fields.body.text, "Câu vừa gõ. ")
    wait_until(lambda: articles.unsaved_text(article) is not None)
    before.destroy()
    return furnish(), article


def test_a_new_window_offers_the_unsaved_words_and_takes_them(
    after_the_cut: tuple[ArticlesScreen, str], window: Window, wait_until: WaitUntil
) -> None:
    screen, article = after_the_cut
    answering(window, RecoveryDialog, lambda dialog: dialog.take.invoke())
    opened(screen, article)
    wait_until(lambda: articles.unsaved_text(article) is None)
    assert "Câu vừa gõ. " in screen.editor.fields.body.get()
    assert sorted(revision.body for revision in Revision.select()) == sorted([TEXT.body, "Câu vừa gõ. " + TEXT.body])


def test_the_recovered_words_stay_among_the_versions_when_the_saved_ones_are_kept(
    after_the_cut: tuple[ArticlesScreen, str], window: Window, wait_until: WaitUntil
) -> None:
    screen, article = after_the_cut
    answering(window, RecoveryDialog, lambda dialog: dialog.give_up())
    opened(screen, article)
    wait_until(lambda: articles.unsaved_text(article) is None)
    assert screen.editor.fields.body.get() == TEXT.body
    assert "Câu vừa gõ. " + TEXT.body in {revision.body for revision in Revision.select()}


def test_leaving_before_the_choice_loses_nothing(
    after_the_cut: tuple[ArticlesScreen, str],
) -> None:
    screen, article = after_the_cut
    screen.open(article_id=article)
    assert screen.leave()
    assert "Câu vừa gõ. " + TEXT.body in {revision.body for revision in Revision.select()}
    assert rows.article(article).body == TEXT.body  # type: ignore[union-attr]


def test_typing_on_before_the_choice_loses_neither_words(after_the_cut: tuple[ArticlesScreen, str]) -> None:
    screen, article = after_the_cut
    screen.editor.open(article)  # nobody sees it yet, so nothing is asked yet
    screen.editor.fields.body.text.insert("1.0", "Câu mới. ")
    screen.editor.keep_unsaved()
    screen.editor.keeping.settle()
    newest = articles.unsaved_text(article)
    assert newest is not None
    assert newest.body == "Câu mới. " + TEXT.body
    assert "Câu vừa gõ. " + TEXT.body in {revision.body for revision in Revision.select()}


def test_a_search_opens_the_article_at_its_words(screen: ArticlesScreen, plan: str) -> None:
    body = "Sáng nay trời đẹp.\n\nCả trường đọc sách dưới gốc cây ban."
    article = an_article(plan, TEXT._replace(body=body))
    for wished, marked in (("cay ban", "cây ban"), ("ban sach", "ban"), ("không có", "")):
        screen.open(article_id=article, find=wished)
        finding = screen.editor.fields.writing.finding
        sheet = screen.editor.fields.body
        assert finding.is_open == bool(marked)
        assert [sheet.text.get(*sheet.text.tag_ranges("found")[:2])] == [marked] if marked else True
