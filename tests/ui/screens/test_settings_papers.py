"""Settings of papers: numbers and their registers, who signs and for how long, who gets which paper."""

from __future__ import annotations

from datetime import date

import pytest
import ttkbootstrap as ttk

from db.queries import registers as rows
from desktop_app.core import school
from desktop_app.core.home import Home
from desktop_app.core.reports import registers
from desktop_app.core.reports.authority_words import signers_on
from desktop_app.core.reports.recipients import recipients_on
from desktop_app.core.reports.registers import NumberTaken
from desktop_app.ui.screens.settings.recipients import RecipientsCard
from desktop_app.ui.screens.settings.register_book import RegisterBook
from desktop_app.ui.screens.settings.registers import RegistersCard, ranges
from desktop_app.ui.screens.settings.signers import SignerDialog, SignersCard
from desktop_app.ui.window import Window
from tests.core.makers import a_school
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, turn

CLERK = "Nguyễn Thị Hoa"
TODAY = date(2024, 6, 3)


@pytest.fixture
def numbers(place: ttk.Frame, home: Home, dialogs: FakeDialogs) -> RegistersCard:
    a_school()
    card = RegistersCard(place, dialogs=dialogs, by_name=lambda: CLERK, kept=lambda: None, today=lambda: TODAY)
    card.pack(fill="x")
    card.refresh()
    turn(place, 30)
    return card


@pytest.fixture
def signers(place: ttk.Frame, home: Home, dialogs: FakeDialogs) -> SignersCard:
    a_school()
    school.person_named("Lò Văn Pọm", "Phó Hiệu trưởng")
    card = SignersCard(place, dialogs=dialogs, by_name=lambda: CLERK, kept=lambda: None)
    card.pack(fill="x")
    card.refresh()
    turn(place, 30)
    return card


def retype(entry: ttk.Entry, words: str) -> None:
    entry.delete(0, "end")
    entry.insert(0, words)


def test_each_register_says_its_next_number_and_goes_on_where_one_says(
    numbers: RegistersCard, dialogs: FakeDialogs
) -> None:
    assert list(numbers.rows) == ["report", "letter", "minutes", "plan"]
    dialogs.answers.append("17")
    numbers.rows["report"].going_on.invoke()
    assert numbers.rows["report"].said.startswith("next number 17")
    dialogs.answers += ["không rõ", None]
    numbers.rows["report"].going_on.invoke()
    numbers.rows["report"].going_on.invoke()
    assert [type(error).__name__ for error in dialogs.errors] == ["NoSuchNumber"]


def test_what_is_missing_or_used_twice_stands_there_in_red(numbers: RegistersCard) -> None:
    for number in (1, 2, 5, 9):
        registers.enter_paper_number("report", number, TODAY, "")
    numbers.refresh()
    assert numbers.rows["report"].odd == "Missing: 03-04, 06-08."
    assert ranges((1, 3, 4, 5, 9)) == "01, 03-05, 09"


def test_all_papers_in_one_register_and_back(numbers: RegistersCard) -> None:
    numbers.in_one.invoke()
    assert list(numbers.rows) == ["all"]
    numbers.in_one.invoke()
    assert list(numbers.rows) == ["report", "letter", "minutes", "plan"]


def test_a_paper_number_is_entered_once_and_can_be_taken_out(
    numbers: RegistersCard, window: Window, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    def enter(book: RegisterBook) -> None:
        assert book.number.get() == "01"
        for number in ("3", "3"):
            retype(book.number, number)
            book.day.set(TODAY)
            retype(book.about, "Báo cáo tháng 1")
            book.entering.invoke()
        assert isinstance(dialogs.errors[0], NumberTaken)
        retype(book.number, "04")
        book.day.set(date(2023, 6, 3))
        book.entering.invoke()
        book.day.set(TODAY)
        book.entering.invoke()
        wait_until(lambda: [row.number for row in book.table.rows] == [4, 3])
        assert book.taking_out.instate(["disabled"])
        book.table.pick(0)
        book.taking_out.invoke()
        wait_until(lambda: [row.number for row in book.table.rows] == [3])
        book.close()

    answering(window, RegisterBook, enter)
    numbers.rows["report"].looking.invoke()
    assert dialogs.said == ["A number of 2024 needs a day of 2024."]
    assert [(row.number, row.about) for row in rows.entries("report", 2024)] == [(3, "Báo cáo tháng 1")]
    assert numbers.rows["report"].said.startswith("next number 04")


def test_a_deputy_is_let_sign_and_ended(signers: SignersCard, window: Window) -> None:
    def fill(dialog: SignerDialog) -> None:
        dialog.ok.invoke()
        names = list(dialog.who["values"])
        dialog.who.current(names.index("Lò Văn Pọm"))
        dialog.ok.invoke()

    answering(window, SignerDialog, fill)
    signers.adding.invoke()
    assert signers_on(date.today())[1].posts == ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")
    next(iter(signers.ends.values())).invoke()
    assert len(signers_on(date.today())) == 1


def test_a_body_without_a_name_keeps_the_dialog_open(
    signers: SignersCard, window: Window, dialogs: FakeDialogs
) -> None:
    def fill(dialog: SignerDialog) -> None:
        dialog.who.current(0)
        dialog.role.current(3)
        dialog.role.event_generate("<<ComboboxSelected>>")
        dialog.ok.invoke()
        assert type(dialogs.errors[0]).__name__ == "BodyHasNoName"
        retype(dialog.form.fields["body"], "Hội đồng trường")
        dialog.ok.invoke()

    answering(window, SignerDialog, fill)
    signers.adding.invoke()
    assert ("TM. HỘI ĐỒNG TRƯỜNG", "CHỦ TỊCH") in [one.posts for one in signers_on(date.today())]


def test_receivers_are_kept_for_each_kind_when_the_box_is_left(place: ttk.Frame, home: Home) -> None:
    offices = (school.AuthorityGiven("UBND xã Mường Mươn"),)
    school.set_up(school.SchoolGiven(name="Trường Tiểu học", authorities=offices))
    said: list[str] = []
    card = RecipientsCard(place, by_name=lambda: CLERK, kept=lambda: said.append("kept"))
    card.pack(fill="x")
    card.refresh()
    assert card.to.get() == "UBND xã Mường Mươn"
    card.keep()
    assert not said
    card.copies.set("Các tổ chuyên môn\n\nChi bộ")
    card.keep()
    card.kind.current(4)
    card.kind.event_generate("<<ComboboxSelected>>")
    assert card.copies.get() == ""
    assert recipients_on("month", date.today()) == (("UBND xã Mường Mươn",), ("Các tổ chuyên môn", "Chi bộ"))
    assert recipients_on("letter", date.today()).copies == ()
    assert said == ["kept"]
