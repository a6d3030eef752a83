"""The principal's queue in a real window: read, approve by PIN, return, print, write down what was decided on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from db.models import Decision
from db.queries import reviews
from desktop_app.core import approvals, articles, delegations, pins, school
from desktop_app.core.articles import ArticleText
from desktop_app.core.papers import KeptPaper
from desktop_app.ui.screens.articles.compare import CompareDialog
from desktop_app.ui.screens.articles.paper_decision import PaperDecision
from desktop_app.ui.screens.articles.queue import ApprovalQueue
from desktop_app.ui.screens.articles.review import ReturnDialog
from desktop_app.ui.screens.articles.room import ArticlesScreen
from desktop_app.ui.screens.articles.signature import SignDialog
from desktop_app.ui.window import Window
from tests.core.makers import TEXT, a_picture, an_article
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, turn
from tests.ui.screens.articles.conftest import Press, state_of, write
from tests.ui.screens.conftest import Sent

PIN = "4826"


def sent(plan: str, title: str, note: str = "") -> str:
    article = an_article(plan, ArticleText(title, "Mở đầu", "## Buổi sáng\n\nCả trường **đọc sách**.\n\n![1]"))
    articles.place_photos(article, [a_picture(title[-1] * 64, people="children")])
    articles.submit_article(article, note=note, by_name="Lò Thị Vân")
    return article


@pytest.fixture
def two(plan: str, principal: str) -> tuple[str, str]:
    """Two texts that wait."""
    return sent(plan, "Bài a", "nhờ cô xem số liệu"), sent(plan, "Bài b")


@pytest.fixture
def queue(screen: ArticlesScreen, two: tuple[str, str]) -> ApprovalQueue:
    screen.open(queue=True)
    screen.refresh()
    screen.focus_first()
    turn(screen, 50)
    return screen.queue


def words_of(queue: ApprovalQueue) -> str:
    return " ".join((str(queue.side.by.label["text"]), str(queue.side.note.label["text"])))


def lines_of(queue: ApprovalQueue) -> list[str]:
    return [line.text for line in queue.side.checks._shown]


def with_pin(pin: str, *more: str) -> Callable[[SignDialog], None]:
    def sign(dialog: SignDialog) -> None:
        write(dialog.signature.pin, pin)
        if more:
            write(dialog.signature.again, more[0])
        dialog.ok.invoke()

    return sign


# ---------------------------------------------------------------- reading


def test_the_text_stands_as_it_will_be_published_with_what_was_said(queue: ApprovalQueue) -> None:
    assert queue.title["text"] == "Waiting for approval: 2"
    assert queue.place_words["text"] == "1/2"
    assert queue.sheet.headline.label["text"] == "Bài a"
    assert queue.sheet.text.plain().split("\n")[:3] == ["Mở đầu", "Buổi sáng", "Cả trường đọc sách."]
    assert not queue.sheet.text.writable
    assert "Sent by Lò Thị Vân" in words_of(queue)
    assert "“nhờ cô xem số liệu”" in words_of(queue)
    assert lines_of(queue) == ["Sent for the first time", "Consent for the photos: 1 missing"]


def test_space_and_the_arrows_turn_the_pages_and_decide_nothing(queue: ApprovalQueue, press: Press) -> None:
    for key, title in (("<space>", "Bài b"), ("<Left>", "Bài a"), ("<Right>", "Bài b"), ("<space>", "Bài a")):
        press(queue.sheet.text.text, key)
        assert queue.sheet.headline.label["text"] == title
    assert not Decision.select().exists()


def test_what_is_missing_leads_to_where_it_is_mended(queue: ApprovalQueue, two: tuple[str, str], show: Sent) -> None:
    queue.side.checks.links[0].invoke()
    assert show.to == [("articles", {"article_id": two[0]})]


def test_nothing_waiting_says_so_and_leads_back(screen: ArticlesScreen, principal: str) -> None:
    screen.open(queue=True)
    screen.refresh()
    turn(screen, 30)
    assert screen.queue.empty_card.winfo_manager()
    assert not screen.queue.both.winfo_manager()
    screen.acts()["back"]()
    assert not screen.deciding


def test_a_text_changed_under_her_eyes_is_told_and_never_approved_unread(
    queue: ApprovalQueue, two: tuple[str, str], dialogs: FakeDialogs, window: Window
) -> None:
    articles.save_article(two[0], TEXT._replace(title="Bài a", body="Sửa số liệu"))
    answering(window, SignDialog, with_pin(PIN, PIN))
    queue.approve()
    assert type(dialogs.errors[0]).__name__ == "TextHasChanged"
    assert state_of(two[0]) == "in_review"
    assert "read it again" in str(queue.stripe["text"])
    assert "Sửa số liệu" in queue.sheet.text.plain()


def test_what_is_different_from_the_text_she_returned_can_be_seen(
    queue: ApprovalQueue, two: tuple[str, str], principal: str, window: Window
) -> None:
    article, seen = two[0], []

    def look(dialog: CompareDialog) -> None:
        seen.extend(dialog.compare.passages)
        dialog.close()

    approvals.return_article(article, person_id=principal, reasons=["facts"])
    articles.save_article(article, ArticleText("Bài a", "Mở đầu", "## Buổi sáng\n\nCả trường **đọc truyện**.\n\n![1]"))
    articles.submit_article(article)
    queue.choose(article)
    assert lines_of(queue)[0] == "Different from before: 1 sentences"
    answering(window, CompareDialog, look)
    queue.side.checks.links[0].invoke()
    assert len(seen) == 1


# ---------------------------------------------------------------- by PIN


def test_d_asks_for_the_pin_and_the_next_text_comes_up(
    queue: ApprovalQueue, two: tuple[str, str], principal: str, window: Window, press: Press
) -> None:
    pins.set_pin(principal, PIN)
    queue.refresh()
    answering(window, SignDialog, with_pin(PIN))
    press(queue.sheet.text.text, "<d>")
    assert state_of(two[0]) == "approved"
    assert queue.sheet.headline.label["text"] == "Bài b"
    assert queue.title["text"] == "Waiting for approval: 1"


def test_wrong_pins_are_slowed_down_and_nothing_is_approved(
    queue: ApprovalQueue, two: tuple[str, str], principal: str, window: Window
) -> None:
    pins.set_pin(principal, PIN)
    seen: list[str] = []

    def guess(dialog: SignDialog) -> None:
        for _number in range(3):
            write(dialog.signature.pin, "9517")
            dialog.ok.invoke()
            turn(dialog, 30)
            seen.append(str(dialog.signature.trouble.label["text"]))
        seen.append(str(dialog.signature.pin["state"]))
        dialog.ok.invoke()
        dialog.give_up()

    answering(window, SignDialog, guess)
    queue.approve()
    assert seen[0].startswith("That is not the PIN of Nguyễn Thị Liễu.")
    assert seen[2].startswith("Too many wrong tries. Again in ")
    assert seen[3] == "disabled"
    assert state_of(two[0]) == "in_review"
    assert pins.seconds_to_wait(principal) > 25


def test_two_different_new_pins_choose_none(
    queue: ApprovalQueue, two: tuple[str, str], principal: str, window: Window
) -> None:
    def differ(dialog: SignDialog) -> None:
        with_pin(PIN, "4827")(dialog)
        assert "not the same" in str(dialog.signature.trouble.label["text"])
        dialog.give_up()

    answering(window, SignDialog, differ)
    queue.approve()
    assert not pins.has_pin(principal)
    assert state_of(two[0]) == "in_review"


def test_a_pin_that_was_taken_away_is_told_to_its_owner(queue: ApprovalQueue, principal: str, window: Window) -> None:
    pins.set_pin(principal, PIN)
    pins.remove_pin(principal, by_name="Nguyễn Thị Hoa")
    told: list[str] = []

    def read(dialog: SignDialog) -> None:
        told.append(str(dialog.signature.note.label["text"]))
        dialog.give_up()

    answering(window, SignDialog, read)
    queue.approve()
    assert "taken away by Nguyễn Thị Hoa" in told[0]


def test_a_delegate_decides_by_an_own_pin_and_it_is_said_for_whom(
    queue: ApprovalQueue, two: tuple[str, str], principal: str, window: Window
) -> None:
    helper, until = school.person_named("Lò Thị Vân"), date.today() + timedelta(days=5)
    letter = KeptPaper("evidence/x.pdf", "0" * 64, "uy-quyen.pdf")
    delegations.lend(helper, ["approve"], date.today(), until, letter=letter)
    pins.set_pin(helper, "7351")
    told: list[str] = []

    def sign(dialog: SignDialog) -> None:
        dialog.signature.who.current(1)
        dialog.signature.who.event_generate("<<ComboboxSelected>>")
        turn(dialog)
        told.append(str(dialog.signature.note.label["text"]))
        with_pin("7351")(dialog)

    answering(window, SignDialog, sign)
    queue.approve()
    assert "by delegation until" in told[0]
    assert Decision.get().decided_by_name == "Lò Thị Vân"


def test_t_returns_with_the_pin_and_reasons(
    queue: ApprovalQueue, two: tuple[str, str], principal: str, window: Window, press: Press
) -> None:
    pins.set_pin(principal, PIN)
    queue.refresh()

    def give_back(dialog: ReturnDialog) -> None:
        dialog.ticks["facts"].set(True)
        dialog._look()
        dialog.ok.invoke()
        assert dialog.winfo_exists()  # no PIN, no decision
        write(dialog.signature.pin, PIN)
        dialog.ok.invoke()

    answering(window, ReturnDialog, give_back)
    press(queue.sheet.text.text, "<t>")
    assert state_of(two[0]) == "needs_changes"
    assert Decision.get().reason_codes == ["facts"]


# ---------------------------------------------------------------- on paper


def test_all_slips_are_printed_at_once(
    queue: ApprovalQueue, dialogs: FakeDialogs, tmp_path: Path, wait_until: WaitUntil
) -> None:
    paper = tmp_path / "phieu.pdf"
    dialogs.answers += ["all", paper]
    queue.slip.invoke()
    wait_until(paper.exists)
    words = "".join(page.extract_text() for page in PdfReader(paper).pages).replace(" ", "")
    assert all(row.code in words for row in reviews.waiting())


def test_a_paper_decision_is_written_down_with_its_scan(
    queue: ApprovalQueue, two: tuple[str, str], dialogs: FakeDialogs, window: Window, tmp_path: Path
) -> None:
    code = reviews.waiting()[1].code
    scan = tmp_path / "quet.pdf"
    scan.write_bytes(b"%PDF-1.7 signed")
    dialogs.answers.append(scan)
    grey: list[str] = []

    def fill_in(dialog: PaperDecision) -> None:
        grey.append(str(dialog.why["text"]))
        write(dialog.code, f"{code[:3].lower()} {code[3:]}")
        turn(dialog)
        assert "“Bài b”, version 1" in str(dialog.meant.label["text"])
        grey.append(str(dialog.why["text"]))
        dialog.choose.invoke()
        grey.append(str(dialog.why["text"]))
        dialog.verdict.set("approved")
        dialog.day.set(date.today() - timedelta(days=2))
        dialog._look()
        dialog.ok.invoke()

    answering(window, PaperDecision, fill_in)
    queue.paper.invoke()
    assert grey == ["Type the code of the slip", "Attach the signed slip", "Choose what was decided"]
    assert (state_of(two[0]), state_of(two[1])) == ("in_review", "approved")
    kept = Decision.get()
    assert (kept.mode, kept.decided_by_name, kept.recorded_by_name) == ("paper", "Nguyễn Thị Liễu", "Nguyễn Thị Hoa")
    assert len(kept.scan_sha256) == 64


def test_a_slip_of_an_older_text_says_so_and_moves_nothing(
    queue: ApprovalQueue, two: tuple[str, str], dialogs: FakeDialogs, window: Window, tmp_path: Path
) -> None:
    code = reviews.waiting()[0].code
    articles.save_article(two[0], TEXT._replace(title="Bài a", body="Sửa sau khi in"))
    scan = tmp_path / "quet.jpg"
    scan.write_bytes(b"\xff\xd8\xff signed")
    dialogs.answers.append(scan)

    def fill_in(dialog: PaperDecision) -> None:
        write(dialog.code, code)
        turn(dialog)
        assert "The text is version 2 now: the decision is kept for version 1" in str(dialog.meant.label["text"])
        dialog.choose.invoke()
        dialog.reasons.ticks["spelling"].set(True)
        dialog.reasons._changed()
        assert dialog.verdict.get() == "returned"
        dialog.ok.invoke()

    answering(window, PaperDecision, fill_in)
    queue.enter()
    assert state_of(two[0]) == "in_review"
    assert Decision.get().revision.number == 1
