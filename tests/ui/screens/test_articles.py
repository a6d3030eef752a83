"""The articles' room on a real window: written by keys, kept without being asked, sent, decided, published."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
import ttkbootstrap as ttk

from db.models import Article, Plan, Revision, Topic
from db.queries import articles as rows
from desktop_app.core import articles, channels
from desktop_app.core.article_rules import StillMissing
from desktop_app.core.articles import ArticleText
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.article_intake import IntakeDialog
from desktop_app.ui.screens.article_picker import PhotoPicker
from desktop_app.ui.screens.article_publish import PublishDialog
from desktop_app.ui.screens.article_recovery import RecoveryDialog
from desktop_app.ui.screens.article_review import ReturnDialog
from desktop_app.ui.screens.article_room import ArticlesScreen
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.window import Window
from tests.core.makers import TEXT, a_picture, a_plan, a_school, an_approved_article, an_article
from tests.ui.conftest import FakeDialogs, Remembered, WaitUntil, focus, turn

Press = Callable[[tkinter.Misc, str], None]
D = TypeVar("D", bound=tkinter.Misc)

TITLE = "Ngày hội đọc sách ở Mường Mươn"
BODY = "Sáng nay, thầy và trò đọc sách dưới gốc cây ban."


class Clerk(Remembered):
    """Settings that know who sits here."""

    user_name = "Nguyễn Thị Hoa"


@pytest.fixture
def words() -> list[str]:
    """What the strip at the foot was told."""
    return []


@pytest.fixture
def furnish(
    place: ttk.Frame, home: Home, runner: Runner, dialogs: FakeDialogs, words: list[str]
) -> Callable[[], ArticlesScreen]:
    """Builds the room anew, as after a new start of the program."""

    def build() -> ArticlesScreen:
        screen = ArticlesScreen(
            place, home=home, runner=runner, dialogs=dialogs, toast=Toast(place), settings=Clerk(), saved=words.append
        )
        screen.pack(fill="both", expand=True)
        screen.refresh()
        turn(place)
        return screen

    return build


@pytest.fixture
def plan(home: Home) -> str:
    return a_plan()


@pytest.fixture
def principal(home: Home) -> str:
    return a_school()


@pytest.fixture
def screen(furnish: Callable[[], ArticlesScreen], plan: str) -> ArticlesScreen:
    return furnish()


def write(widget: Any, text: str) -> None:
    """Type as an input method for Vietnamese does: letters arrive whole, each with its key going up."""
    focus(widget)
    for letter in text:
        widget.insert("insert", letter)
        widget.event_generate("<KeyRelease>", keysym="a")


def opened(screen: ArticlesScreen, article_id: str) -> ArticlesScreen:
    screen.open(article_id=article_id)
    screen.refresh()
    turn(screen, 30)
    return screen


def answering(window: Window, kind: type[D], act: Callable[[D], object]) -> None:
    """Do ``act`` with the next dialog of this kind, once it can be seen."""

    def look() -> None:
        found = [child for child in window.winfo_children() if isinstance(child, kind) and child.winfo_viewable()]
        if found:
            act(found[0])
        else:
            window.after(30, look)

    window.after(30, look)


def state_of(article_id: str) -> str:
    article = rows.article(article_id)
    assert article is not None
    return article.state


def only_article() -> str:
    (found,) = Article.select()
    return str(found.id)


# ---------------------------------------------------------------- the list


def test_an_empty_school_is_offered_to_write_its_first_article(screen: ArticlesScreen) -> None:
    assert screen.list.empty.winfo_manager()
    assert not screen.list.card.winfo_manager()


def test_the_first_tab_that_holds_something_is_shown(
    furnish: Callable[[], ArticlesScreen], plan: str, principal: str
) -> None:
    an_approved_article(plan, principal)
    screen = furnish()
    assert screen.list.tabs.chosen == "approved"
    assert [row.title for row in screen.list.table.rows] == [TEXT.title]
    assert screen.list.tabs.buttons["approved"]["text"] == "Approved  1"


def test_enter_opens_an_article_and_escape_goes_back(screen: ArticlesScreen, plan: str, press: Press) -> None:
    an_article(plan)
    screen.refresh()
    press(screen.list.table.tree, "<Return>")
    assert screen.writing
    assert screen.editor.fields.title.get() == TEXT.title
    screen.acts()["back"]()
    turn(screen)
    assert not screen.writing


def test_a_tab_can_be_asked_for(screen: ArticlesScreen, plan: str) -> None:
    an_article(plan)
    screen.open(tab="published")
    screen.refresh()
    turn(screen)
    assert screen.list.tabs.chosen == "published"
    assert screen.list.nothing.winfo_manager()


def test_space_presses_the_main_button(screen: ArticlesScreen, press: Press) -> None:
    assert screen.list.heading.main is not None
    press(screen.list.heading.main, "<KeyRelease-space>")
    assert screen.writing


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
    wait_until(lambda: articles.unsaved_text(article) is not None)
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


# ---------------------------------------------------------------- sending and deciding


def test_sending_is_grey_until_nothing_is_missing_and_each_line_leads_to_its_field(screen: ArticlesScreen) -> None:
    screen.acts()["new"]()
    editor, side = screen.editor, screen.editor.side
    assert side.way.note["text"] == "3 things left"
    assert str(side.way.buttons["submit"]["state"]) == "disabled"
    side.checklist.links[2].invoke()
    turn(screen)
    assert str(screen.tk.call("focus")) == str(editor.fields.body.text)
    write(editor.fields.title, TITLE)
    write(editor.fields.body.text, BODY)
    editor.fields.topic.current(1)
    editor.fields.topic.event_generate("<<ComboboxSelected>>")
    turn(screen)
    assert side.way.note["text"] == ""
    side.way.buttons["submit"].invoke()
    assert state_of(only_article()) == "in_review"


def test_ctrl_enter_with_something_missing_goes_there_instead(screen: ArticlesScreen) -> None:
    screen.acts()["new"]()
    write(screen.editor.fields.title, TITLE)
    screen.acts()["submit"]()
    turn(screen)
    assert str(screen.tk.call("focus")) == str(screen.editor.fields.topic)


def test_the_core_refuses_with_the_list_whatever_the_button_says(
    screen: ArticlesScreen, plan: str, dialogs: FakeDialogs
) -> None:
    opened(screen, articles.start_article(plan))
    screen.editor.acts.press("submit")
    (error,) = dialogs.errors
    assert isinstance(error, StillMissing)
    assert "it has a title" in str(error.facts["missing"])


def test_approving_asks_under_the_principals_name(
    screen: ArticlesScreen, plan: str, principal: str, dialogs: FakeDialogs
) -> None:
    article = an_article(plan)
    articles.submit_article(article)
    opened(screen, article)
    dialogs.answers += [False, True]
    screen.editor.side.way.buttons["approve"].invoke()
    assert state_of(article) == "in_review"
    screen.editor.side.way.buttons["approve"].invoke()
    assert state_of(article) == "approved"
    assert dialogs.asked[0] == f"Does Nguyễn Thị Liễu approve “{TEXT.title}”?"


def test_nobody_can_approve_before_a_principal_is_named(
    screen: ArticlesScreen, plan: str, dialogs: FakeDialogs
) -> None:
    article = an_article(plan)
    articles.submit_article(article)
    opened(screen, article)
    screen.editor.side.way.buttons["approve"].invoke()
    assert type(dialogs.errors[0]).__name__ == "NobodyCanApprove"


def test_returning_needs_a_reason_and_pins_it_on_top(
    screen: ArticlesScreen, plan: str, principal: str, window: Window
) -> None:
    article = an_article(plan)
    articles.submit_article(article)
    opened(screen, article)
    grey: list[str] = []

    def give_back(dialog: ReturnDialog) -> None:
        grey.append(str(dialog.ok["state"]))
        write(dialog.comment.text, "Xem lại số học sinh lớp 4A2")
        turn(dialog)
        grey.append(str(dialog.ok["state"]))
        dialog.ok.invoke()

    answering(window, ReturnDialog, give_back)
    screen.editor.side.way.buttons["return"].invoke()
    turn(screen)
    assert grey == ["disabled", "normal"]
    assert state_of(article) == "needs_changes"
    assert screen.editor.side.pinned.winfo_manager()
    assert len(screen.editor.side.pinned.ticks) == 1


def test_an_edit_after_the_approval_goes_back_to_review_and_says_so_before(
    screen: ArticlesScreen, plan: str, principal: str, wait_until: WaitUntil
) -> None:
    article = an_approved_article(plan, principal)
    opened(screen, article)
    write(screen.editor.fields.body.text, "Thêm một chữ ")
    wait_until(lambda: "back for approval" in str(screen.editor.stripe["text"]))
    screen.editor.save()
    assert state_of(article) == "in_review"
    assert "needs approving again" in str(screen.editor.stripe["text"])


def test_taking_back_cancelling_and_reopening(screen: ArticlesScreen, plan: str, dialogs: FakeDialogs) -> None:
    article = an_article(plan)
    articles.submit_article(article)
    opened(screen, article)
    screen.editor.side.way.buttons["withdraw"].invoke()
    assert state_of(article) == "writing"
    dialogs.answers += [None, "Mưa lớn, lễ hoãn"]
    screen.editor.head.cancel.invoke()
    assert state_of(article) == "writing"
    screen.editor.head.cancel.invoke()
    assert state_of(article) == "cancelled"
    assert str(screen.editor.fields.title["state"]) == "readonly"
    screen.editor.side.way.buttons["reopen"].invoke()
    assert state_of(article) == "writing"
    assert str(screen.editor.fields.title["state"]) == "normal"


# ---------------------------------------------------------------- publishing


def test_a_publication_is_written_down_with_its_address(
    screen: ArticlesScreen, plan: str, principal: str, window: Window
) -> None:
    channels.add_channel("website", "Website trường")
    article = an_approved_article(plan, principal)
    opened(screen, article)

    def fill_in(dialog: PublishDialog) -> None:
        dialog.day.set(None)
        dialog.ok.invoke()
        assert dialog.winfo_exists()  # no day, nothing kept
        dialog.day.entry.insert(0, "7/5/24")
        dialog.url.insert(0, "https://truong.example/doc-sach")
        dialog.ok.invoke()

    answering(window, PublishDialog, fill_in)
    screen.editor.side.way.buttons["publish"].invoke()
    (place,) = rows.distributions(article)
    assert (str(place.done_on), place.state, place.evidence) == (
        "2024-05-07",
        "proved",
        "https://truong.example/doc-sach",
    )
    assert state_of(article) == "published"


def test_evidence_can_be_added_later_as_a_file(
    screen: ArticlesScreen, plan: str, principal: str, window: Window, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    minutes = tmp_path / "bien-ban.pdf"
    minutes.write_bytes(b"%PDF-1.7")
    article = an_approved_article(plan, principal)
    day = Plan.get().period_start
    channels.distribute(article, channels.add_channel("conference", "Hội nghị sơ kết"), day)
    opened(screen, article)
    dialogs.answers.append(minutes)

    def prove(dialog: PublishDialog) -> None:
        assert dialog.evidence.get() == "Minutes"
        dialog.choose.invoke()
        dialog.ok.invoke()

    answering(window, PublishDialog, prove)
    screen.editor.side.places.links[0].invoke()
    (place,) = rows.distributions(article)
    assert (place.state, place.evidence) == ("proved", "bien-ban.pdf")


# ---------------------------------------------------------------- photos


def test_photos_come_from_the_archive_and_their_captions_are_kept(
    screen: ArticlesScreen, plan: str, window: Window
) -> None:
    article = an_article(plan)
    photo = a_picture(caption="")
    opened(screen, article)

    def pick(dialog: PhotoPicker) -> None:
        dialog.grid_of_photos.go_to(0)
        dialog.add.invoke()

    answering(window, PhotoPicker, pick)
    screen.editor.photos.pick.invoke()
    assert screen.editor.side.way.note["text"] == "1 things left"
    (cell,) = screen.editor.photos.cells
    write(cell.caption.text, "Học sinh đọc sách")
    focus(screen.editor.fields.title)
    turn(screen)
    assert [row.caption for row in rows.photos(article)] == ["Học sinh đọc sách"]
    assert screen.editor.side.way.note["text"] == ""
    cell.remove.invoke()
    assert rows.photos(article) == []
    assert rows.archive_photos()[0].id == photo


def test_photos_of_this_pc_enter_the_archive_and_the_article(
    screen: ArticlesScreen, plan: str, dialogs: FakeDialogs, tmp_path: Path, wait_until: WaitUntil
) -> None:
    article = an_article(plan)
    draw_scene(tmp_path / "DSC_1.jpg", seed=1, taken_at=datetime(2024, 5, 7, 8))  # noqa: DTZ001
    opened(screen, article)
    dialogs.answers += [[tmp_path / "DSC_1.jpg"], [tmp_path / "DSC_1.jpg"]]
    screen.editor.photos.bring.invoke()
    wait_until(lambda: screen.editor.photos.cells)
    assert screen.editor.photos.cells[0].picture is not None
    articles.remove_photo(article, rows.photos(article)[0].id)
    screen.editor.photos.bring.invoke()  # the archive has it already; the article gets it all the same
    wait_until(lambda: rows.photos(article))


# ---------------------------------------------------------------- what teachers hand in


def test_word_and_text_files_become_articles_and_a_broken_one_says_why(
    screen: ArticlesScreen, dialogs: FakeDialogs, tmp_path: Path, window: Window, wait_until: WaitUntil
) -> None:
    good, broken = tmp_path / "hoi-khoe.txt", tmp_path / "hong.docx"
    good.write_text("HỘI KHOẺ PHÙ ĐỔNG\n\nSáng nay, toàn trường dự hội khoẻ.\n", encoding="utf-8")
    broken.write_bytes(b"PK\x03\x04 not a document")
    dialogs.answers.append([good, broken])
    seen: list[list[str]] = []

    def read(dialog: IntakeDialog) -> None:
        seen.append([line.state for line in dialog.lines._shown])
        dialog.lines.links[0].invoke()

    answering(window, IntakeDialog, read)
    screen.list.word.invoke()
    wait_until(lambda: screen.writing)
    assert seen[0][-1] == "late"
    whole = rows.article(only_article())
    assert whole is not None
    assert "toàn trường dự hội khoẻ" in ArticleText(whole.title, whole.lead, whole.body).body + whole.lead
