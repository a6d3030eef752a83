"""The life of one article in the real window, from the first word to the day it is taken down."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from db.models import Article, Decision, Distribution
from db.queries import articles as rows
from db.queries import reviews
from desktop_app.core import channels
from desktop_app.core.month_page import ledger_of
from desktop_app.ui.screens.articles.paper_decision import PaperDecision
from desktop_app.ui.screens.articles.review import ReturnDialog
from desktop_app.ui.screens.articles.signature import SignDialog
from desktop_app.ui.screens.publish.record import RecordDialog
from desktop_app.ui.window import Window
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, turn
from tests.ui.journeys.conftest import MAY
from tests.ui.screens.publish.conftest import menu_of, row_of

TITLE = "Ngày hội đọc sách"
BODY = "Sáng 07/5, một trăm học sinh đọc sách dưới gốc cây ban và kể lại cho nhau nghe. " * 8
PIN = "4826"


def test_an_article_lives_from_its_first_word_to_its_last_day(
    school: Window, dialogs: FakeDialogs, tmp_path: Path, wait_until: WaitUntil
) -> None:
    website = channels.channel_called("website")
    conference = channels.channel_called("conference")

    draft_and_send(school, dialogs)
    the_principal_returns_it(school)
    change_and_send_again(school, dialogs)
    approve_on_paper(school, dialogs, tmp_path, wait_until)
    assert state() == "approved"

    edit(school, "Sáng 07/5, hai trăm học sinh đọc sách. ")
    assert state() == "in_review", "approved words that were changed ask for approval anew"
    approve_by_pin(school)
    assert state() == "approved"

    go_out(school, website, date(2024, 5, 8), address="truong.example/ngay-hoi")
    go_out(school, conference, date(2024, 5, 28))
    assert state() == "published"
    assert ledger_of(MAY).articles.have == 1

    edit(school, "Đính chính: một trăm năm mươi học sinh. ")
    assert standing() == {website: 3, conference: 3}, "what is out stays out until it is corrected"
    approve_by_pin(school)
    correct(school, website)
    assert standing() == {website: 4, conference: 3}
    assert ledger_of(MAY).articles.have == 1, "a correction counts no second time"

    for channel in (website, conference):
        take_down(school, dialogs, channel)
    assert state() == "taken_down"
    assert ledger_of(MAY).articles.have == 0
    assert [one.verdict for one in Decision.select().order_by(Decision.id)] == ["returned", *["approved"] * 3]
    assert Article.select().count() == 1
    assert not dialogs.errors


def state() -> str:
    article = rows.article(str(Article.get().id))
    assert article is not None
    return article.state


def standing() -> dict[str, int]:
    """Which version stands on which channel."""
    out = Distribution.select().where(Distribution.state.in_(("done", "proved"))).order_by(Distribution.id)
    return {str(one.channel_id): one.revision.number for one in out}


def editor_of(window: Window) -> Any:
    """The article open for writing."""
    window.show("articles", article_id=str(Article.get().id))
    turn(window, 50)
    screen: Any = window.screen
    return screen.editor


def queue_of(window: Window) -> Any:
    """The principal's queue."""
    window.show("articles", queue=True)
    turn(window, 50)
    screen: Any = window.screen
    return screen.queue


def draft_and_send(window: Window, dialogs: FakeDialogs) -> None:
    """An empty sheet, a headline, some words, a topic; to the principal, taken back once, and to her again."""
    window.show("articles", new=True)
    screen: Any = window.screen
    editor = screen.editor
    editor.fields.title.insert(0, TITLE)
    editor.fields.body.text.insert("1.0", BODY)
    editor.fields.topic.current(1)
    editor.fields.topic.event_generate("<<ComboboxSelected>>")
    editor.save()
    assert state() == "writing"
    press(editor, "submit", dialogs, "nhờ cô xem số liệu")
    assert state() == "in_review"
    press(editor, "withdraw", dialogs)
    assert state() == "writing"
    press(editor, "submit", dialogs, "")
    assert state() == "in_review"


def press(editor: Any, act: str, dialogs: FakeDialogs, *answers: str) -> None:
    """The button of an act, with what is asked then."""
    dialogs.answers.extend(answers)
    editor.side.way.buttons[act].invoke()


def the_principal_returns_it(window: Window) -> None:
    """T in the queue, a reason ticked and a word."""

    def tell_why(dialog: ReturnDialog) -> None:
        dialog.ticks["facts"].set(True)
        dialog.comment.text.insert("1.0", "Bao nhiêu em?")
        dialog.why._changed()
        dialog.ok.invoke()

    answering(window, ReturnDialog, tell_why)
    queue_of(window).give_back()
    assert state() == "needs_changes"


def change_and_send_again(window: Window, dialogs: FakeDialogs) -> None:
    """The reasons are pinned beside the sheet; the author answers them."""
    editor = editor_of(window)
    assert editor.side.pinned.winfo_manager()
    editor.fields.body.text.insert("1.0", "Một trăm em. ")
    press(editor, "submit", dialogs, "")
    assert state() == "in_review"


def approve_on_paper(window: Window, dialogs: FakeDialogs, folder: Path, wait_until: WaitUntil) -> None:
    """The slip is printed and signed; its code, the verdict and the scan are written down."""
    queue, slip = queue_of(window), folder / "phieu.pdf"
    dialogs.answers.append(slip)
    queue.print()
    wait_until(slip.exists)
    (waiting,) = reviews.waiting()
    assert waiting.code in "".join(page.extract_text() for page in PdfReader(slip).pages).replace(" ", "")
    signed = folder / "phieu-da-ky.pdf"
    signed.write_bytes(slip.read_bytes())

    def write_it_down(dialog: PaperDecision) -> None:
        dialog.code.insert(0, waiting.code.lower())
        dialog.look_up()
        dialogs.answers.append(signed)
        dialog.choose_scan()
        dialog.verdict.set("approved")
        dialog._look()
        dialog.ok.invoke()

    answering(window, PaperDecision, write_it_down)
    queue.enter()
    assert Decision.select().where(Decision.mode == "paper", Decision.scan_sha256 != "").count() == 1


def edit(window: Window, words: str) -> None:
    """Change the beginning of the text and keep it."""
    editor = editor_of(window)
    editor.fields.body.text.insert("1.0", words)
    editor.save()


def approve_by_pin(window: Window) -> None:
    """D in the queue; the first time the principal chooses her PIN."""

    def sign(dialog: SignDialog) -> None:
        dialog.signature.pin.insert(0, PIN)
        if dialog.signature.again.winfo_manager():
            dialog.signature.again.insert(0, PIN)
        dialog.ok.invoke()

    answering(window, SignDialog, sign)
    queue_of(window).approve()


def page_of(window: Window) -> Any:
    """The article's page in the room of publications."""
    window.show("publish", article_id=str(Article.get().id))
    turn(window, 50)
    return window.screen


def channel_row(window: Window, channel_id: str) -> Any:
    """The row of a channel on the article's page."""
    screen = page_of(window)
    name = next(row.channel.name for row in screen.page.rows if row.channel.id == channel_id)
    return row_of(screen, name)


def go_out(window: Window, channel_id: str, day: date, address: str = "") -> None:
    """The channel's own act, its day, and the address where there is one."""

    def fill_in(dialog: RecordDialog) -> None:
        assert dialog.day is not None
        dialog.day.set(day)
        if address and dialog.url is not None:
            dialog.url.insert(0, address)
        dialog.ok.invoke()

    answering(window, RecordDialog, fill_in)
    channel_row(window, channel_id).do()


def correct(window: Window, channel_id: str) -> None:
    """The newer version now stands where the older one stood."""
    answering(window, RecordDialog, lambda dialog: dialog.ok.invoke())
    channel_row(window, channel_id).do()


def take_down(window: Window, dialogs: FakeDialogs, channel_id: str) -> None:
    """Behind the three dots, with its reason."""
    dialogs.answers.append("Gia đình đề nghị")
    menu_of(channel_row(window, channel_id), "It was taken down…")()
