"""What teachers hand in, on a real window: the same story is named and shown beside the other, a message is pasted."""

from __future__ import annotations

from pathlib import Path

from db.models import Article
from desktop_app.core import articles
from desktop_app.core.handing_in import take_in_pasted
from desktop_app.core.home import Home
from desktop_app.core.intake import Intake
from desktop_app.ui.screens.articles.intake import Both, IntakeDialog
from desktop_app.ui.screens.articles.intake_paste import PasteDialog
from desktop_app.ui.screens.articles.room import ArticlesScreen
from desktop_app.ui.screens.articles.told_before import BothDialog, goes_on_all_the_same
from desktop_app.ui.window import Window
from tests.core.makers import an_article
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, turn
from tests.ui.screens.articles.conftest import only_article, opened, state_of, write

STORY = "Ngày hội đọc sách\n\nSáng nay, thầy và trò trường ta đọc sách dưới gốc cây ban, vui lắm.\n"


def hand_in(screen: ArticlesScreen, dialogs: FakeDialogs, *files: Path) -> None:
    dialogs.answers.append(list(files))
    screen.list.word.invoke()


def test_a_story_told_before_is_named_and_both_can_be_seen(
    screen: ArticlesScreen, dialogs: FakeDialogs, tmp_path: Path, window: Window, wait_until: WaitUntil
) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(STORY.replace("vui lắm", f"vui lắm ({file.stem})"), encoding="utf-8")
    seen: list[str] = []

    def look_at_both(dialog: IntakeDialog) -> None:
        seen.extend(f"{line.state}: {line.text}" for line in dialog.lines._shown)
        answering(window, BothDialog, open_the_earlier)
        dialog.lines.links[-1].invoke()

    def open_the_earlier(dialog: BothDialog) -> None:
        sheets = dialog.compare.sheets
        seen.extend(sheet.text.get(*sheet.text.tag_ranges("here")[:2]) for sheet in sheets)
        dialog.earlier.invoke()

    answering(window, IntakeDialog, look_at_both)
    hand_in(screen, dialogs, *files)
    wait_until(lambda: screen.writing)
    assert seen == [
        "done: Ngày hội đọc sách",
        "open: Ngày hội đọc sách",
        "late: 89 % like “Ngày hội đọc sách”",
        "(a).",
        "(b).",
    ]
    assert screen.editor._article_id() == str(Article.select().order_by(Article.id).first().id)


def test_a_story_told_before_is_asked_about_before_it_is_sent(home: Home, window: Window, dialogs: FakeDialogs) -> None:
    first, second = (taken.article_id for taken in (take_in_pasted(home, STORY), take_in_pasted(home, STORY)))
    dialogs.answers += ["both", "send", None]
    answering(window, BothDialog, lambda dialog: dialog.shut.invoke())
    assert goes_on_all_the_same(window, second, dialogs)
    assert not goes_on_all_the_same(window, second, dialogs)
    articles.cancel_article(first, "trùng")
    assert goes_on_all_the_same(window, second, dialogs)
    assert dialogs.asked == ["100 % like “Ngày hội đọc sách”"] * 3


def test_sending_a_story_told_before_waits_for_a_yes(screen: ArticlesScreen, plan: str, dialogs: FakeDialogs) -> None:
    an_article(plan)
    opened(screen, second := an_article(plan))
    dialogs.answers += [None, "send", ""]
    screen.editor.acts.press("submit")
    assert state_of(second) == "writing"
    screen.editor.acts.press("submit")
    assert state_of(second) == "in_review"


def test_a_message_copied_in_zalo_becomes_an_article(screen: ArticlesScreen, window: Window) -> None:
    window.clipboard_clear()
    window.clipboard_append("[10:32, 21/4/2024] Cô Vân: " + STORY)
    answering(window, IntakeDialog, lambda dialog: dialog.shut.invoke())
    answering(window, PasteDialog, lambda dialog: dialog.take.invoke())
    screen.list.zalo.invoke()
    turn(screen)
    assert Article.get_by_id(only_article()).title == "Ngày hội đọc sách"


def test_nothing_pasted_is_no_article(screen: ArticlesScreen, window: Window) -> None:
    window.clipboard_clear()
    states: list[bool] = []

    def look(dialog: PasteDialog) -> None:
        states.append(dialog.take.instate(["disabled"]))
        write(dialog.page.text, "Tin")
        states.append(dialog.take.instate(["disabled"]))
        dialog.give_up()

    answering(window, PasteDialog, look)
    screen.list.zalo.invoke()
    assert states == [True, False]
    assert not Article.select().exists()


def test_files_left_in_a_packed_folder_are_counted(window: Window) -> None:
    dialog = IntakeDialog(window, Intake([], [], 3), lambda article_id: None)
    (line,) = dialog.lines._shown
    assert (line.state, line.target, line.text[:2]) == ("info", None, "3 ")
    dialog.close()


def test_an_article_gone_meanwhile_is_an_empty_page(home: Home, window: Window) -> None:
    dialog = BothDialog(window, *Both("nobody", "nothing"))
    assert not dialog.compare.passages
    dialog.close()
