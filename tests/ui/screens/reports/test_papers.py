"""A paper in the report room: from its figures and words over number and signer to its scan and its next edition."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from db.models import Article, AuditEvent, Report, School
from db.queries import report_versions
from desktop_app.core.home import Home
from desktop_app.core.reports import keeping
from desktop_app.ui.screens.reports.passages import PassageBox
from desktop_app.ui.screens.reports.screen import PAGES, SIGN, WORDING, ReportsScreen
from tests.ui.conftest import FakeDialogs, WaitUntil
from tests.ui.screens.conftest import Sent

NEXT = {"attach_scan": "Keep the scan…", "mark_sent": "It was sent", "mark_confirmed": "They confirmed it"}


def drawn(screen: ReportsScreen, wait_until: WaitUntil) -> None:
    wait_until(lambda: screen.drawing.shown and not screen._runner.quiet_jobs and not screen._runner.busy)


def first_box(screen: ReportsScreen) -> PassageBox:
    return next(iter(screen.wording.boxes.values()))


def typed(box: PassageBox, words: str) -> None:
    box.box.text.delete("1.0", "end")
    box.box.text.insert("1.0", words)
    box.box.text.edit_modified(True)


def issued(screen: ReportsScreen, dialogs: FakeDialogs, wait_until: WaitUntil) -> None:
    dialogs.answers.append(True)
    screen.tabs.choose(SIGN)
    screen.last.signing.issuing.invoke()
    wait_until(lambda: Report.select().where(Report.state != "draft").count())
    drawn(screen, wait_until)


def test_each_figure_leads_to_its_things(screen: ReportsScreen, show: Sent, wait_until: WaitUntil) -> None:
    drawn(screen, wait_until)
    screen.figures.figures.links[0].invoke()
    ((room, wishes),) = show.to
    assert (room, wishes) == ("articles", {"only": (Article.get().id,)})


def test_own_words_are_kept_and_stand_on_the_pages(screen: ReportsScreen, wait_until: WaitUntil) -> None:
    drawn(screen, wait_until)
    screen.tabs.choose(WORDING)
    before = screen.drawing.shown
    typed(first_box(screen), "Trường báo cáo như sau:")
    screen.wording.keep()
    wait_until(lambda: screen.drawing.shown is not before)
    drawn(screen, wait_until)
    assert "Trường báo cáo như sau:" in Report.get().sections.values()
    assert first_box(screen).box.get() == "Trường báo cáo như sau:"
    assert first_box(screen).back.winfo_manager()


def test_the_usual_words_come_back(screen: ReportsScreen, wait_until: WaitUntil) -> None:
    drawn(screen, wait_until)
    usual = first_box(screen).usual
    typed(first_box(screen), "Khác")
    screen.wording.keep()
    first_box(screen).back.invoke()
    assert Report.get().sections == {}
    assert first_box(screen).box.get() == usual


def test_looking_alone_writes_nothing_down(screen: ReportsScreen, wait_until: WaitUntil) -> None:
    drawn(screen, wait_until)
    for step in (WORDING, PAGES, SIGN):
        screen.tabs.choose(step)
    assert screen.leave()
    assert Report.select().count() == 0


def test_a_paper_is_issued_with_the_next_number_and_never_changes(
    screen: ReportsScreen, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    drawn(screen, wait_until)
    assert screen.last.signing.number.get() == "01"
    issued(screen, dialogs, wait_until)
    assert not dialogs.errors
    assert (Report.get().number, Report.get().signed_on) == (1, date.today())
    assert screen.last.life.winfo_manager()
    assert not screen.last.signing.winfo_manager()
    assert screen.drawing.shown is not None
    assert screen.drawing.shown.pages.file == keeping.issued_pdf(screen._home, str(Report.get().id))
    assert not screen.wording.boxes, "its words stay"


def test_issuing_can_be_thought_over(screen: ReportsScreen, dialogs: FakeDialogs, wait_until: WaitUntil) -> None:
    drawn(screen, wait_until)
    dialogs.answers.append(False)
    screen.last.signing.issuing.invoke()
    assert Report.select().count() == 0


def test_a_number_that_is_none_is_said_beside_it(screen: ReportsScreen, wait_until: WaitUntil) -> None:
    drawn(screen, wait_until)
    screen.last.signing.number.delete(0, "end")
    screen.last.signing.number.insert(0, "07/BC")
    screen.last.signing.issuing.invoke()
    label, _note = screen.last.signing.form._notes["number"]
    assert label["text"] == "Write the number alone, for example 07"
    assert Report.select().count() == 0


def test_an_issued_paper_goes_its_way_to_the_confirmation(
    screen: ReportsScreen, dialogs: FakeDialogs, tmp_path: Path, wait_until: WaitUntil
) -> None:
    drawn(screen, wait_until)
    issued(screen, dialogs, wait_until)
    scan = tmp_path / "quét.png"
    Image.new("RGB", (1700, 2400), "white").save(scan)
    dialogs.answers.append(scan)
    states = []
    for act in ("attach_scan", "mark_sent", "mark_confirmed"):
        link = next(one for one in screen.last.life.steps.links if one["text"] in NEXT[act])
        link.invoke()
        states.append(Report.get().state)
    assert states == ["signed", "sent", "confirmed"]
    assert dialogs.said == ["The scan is kept."], "what the decree asks of a scan is said with it"
    assert keeping.scan_of(screen._home, str(Report.get().id)) is not None
    assert {"Giàng A Mẫu"} == {row.by_name for row in AuditEvent.select().where(AuditEvent.act == "send report")}


def test_a_new_edition_begins_with_the_words_of_the_one_before(
    screen: ReportsScreen, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    drawn(screen, wait_until)
    typed(first_box(screen), "Lời riêng")
    screen.wording.keep()
    drawn(screen, wait_until)
    issued(screen, dialogs, wait_until)
    screen.last.life.anew.invoke()
    drawn(screen, wait_until)
    assert first_box(screen).box.get() == "Lời riêng"
    newest, before = report_versions.editions(*screen.chosen[:3])
    assert (newest.edition, newest.state, before.state) == (2, "draft", "issued")
    assert screen.last.signing.number.get() == "02"
    screen.look_at(before.id)
    assert screen.last.life.winfo_manager()
    dialogs.answers.append(True)
    screen.acts_on.discard(newest.id)
    assert len(report_versions.editions(*screen.chosen[:3])) == 1


def test_a_withdrawn_paper_says_why_and_can_stand_again(
    screen: ReportsScreen, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    drawn(screen, wait_until)
    issued(screen, dialogs, wait_until)
    dialogs.answers.append("Sai số liệu")
    screen.last.life.withdrawing.invoke()
    assert screen.last.life.steps._shown[-1].note == "Sai số liệu"
    screen.last.life.standing.invoke()
    assert Report.get().state == "issued"


def test_receivers_of_this_paper_alone(screen: ReportsScreen, wait_until: WaitUntil) -> None:
    drawn(screen, wait_until)
    box = screen.last.signing.to
    box.text.insert("1.0", "Sở Giáo dục và Đào tạo\n")
    box.text.edit_modified(True)
    screen.last.keep()
    assert keeping.heading_of(str(Report.get().id)).addressees[0] == "Sở Giáo dục và Đào tạo"


@pytest.mark.parametrize("kind", ["term", "year", "opinions", "letter", "minutes"])
def test_every_kind_of_paper_is_drawn(
    screen: ReportsScreen, dialogs: FakeDialogs, wait_until: WaitUntil, kind: str
) -> None:
    drawn(screen, wait_until)
    before = screen.drawing.shown
    screen.open(kind=kind)
    screen.refresh()
    wait_until(lambda: screen.drawing.shown is not before or dialogs.errors)
    drawn(screen, wait_until)
    assert not dialogs.errors
    assert screen.paper.count >= 1
    assert screen.choice.period


def test_a_copy_is_saved_for_the_screen_for_the_printer_and_for_word(
    screen: ReportsScreen, dialogs: FakeDialogs, home: Home, tmp_path: Path, wait_until: WaitUntil
) -> None:
    drawn(screen, wait_until)
    for round_ in ("draft", "issued"):
        for item, name in zip(screen._copies()[:3], ("a.pdf", "b.pdf", "c.docx"), strict=True):
            dialogs.answers.append(tmp_path / f"{round_}-{name}")
            item.act()
            drawn(screen, wait_until)
        if round_ == "draft":
            issued(screen, dialogs, wait_until)
    sizes = {file.name: file.stat().st_size for file in tmp_path.glob("*-*.*")}
    assert not dialogs.errors
    assert len(sizes) == 6
    kept = keeping.issued_pdf(home, str(Report.get().id))
    assert kept is not None
    assert (tmp_path / "issued-a.pdf").read_bytes() == kept.read_bytes()
    assert _links(tmp_path / "issued-a.pdf") > 0
    assert _links(tmp_path / "issued-b.pdf") == _links(tmp_path / "draft-b.pdf") == 0


def _links(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as document:
        return sum(raw.FPDFPage_GetAnnotCount(page) for page in document)


def test_another_paper_never_shows_the_pages_of_the_one_before(screen: ReportsScreen, wait_until: WaitUntil) -> None:
    drawn(screen, wait_until)
    screen.choice.choose("opinions")
    screen.refresh()
    assert screen.drawing.shown is None
    assert screen.paper.count == 0
    asked: list[str] = []
    screen.drawing.when_ready(lambda: asked.append(screen.chosen.kind))
    drawn(screen, wait_until)
    assert asked == ["opinions"], "what was asked for waits for the right pages"


def test_a_number_typed_by_a_person_stays_and_the_day_chooses_the_register(
    screen: ReportsScreen, wait_until: WaitUntil
) -> None:
    drawn(screen, wait_until)
    signing = screen.last.signing
    signing.number.delete(0, "end")
    signing.number.insert(0, "27")
    screen.refresh()
    assert signing.number.get() == "27"
    signing.day.set(date(2024, 5, 31))
    signing._offer()
    label, _note = signing.form._notes["number"]
    assert label["text"] == "01 comes next in the register of 2024"


def test_what_hinders_a_paper_is_said_where_its_pages_would_be(
    screen: ReportsScreen, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    drawn(screen, wait_until)
    School.delete().execute()
    screen.refresh()
    wait_until(lambda: screen.drawing.shown is None)
    assert not dialogs.errors
    assert screen.paper._words


def test_the_keys_go_through_the_steps_to_the_last(screen: ReportsScreen, wait_until: WaitUntil) -> None:
    drawn(screen, wait_until)
    seen = []
    for _press in range(4):
        screen.acts()["submit"]()
        seen.append(screen.tabs.chosen)
    assert seen == [WORDING, PAGES, SIGN, SIGN]
    assert Report.select().count() == 0
