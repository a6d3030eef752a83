"""Consents class by class on a real window: written down together, found, corrected, withdrawn, put to pictures."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import ttkbootstrap as ttk

from db.models import Consent
from db.queries.consents import consents
from desktop_app.core.consent import ConsentGiven, give_together
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.consent_form import write_consent_form
from desktop_app.core.school import SchoolNotSetUp
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.media.class_consents import ClassConsents
from desktop_app.ui.screens.media.consent import ConsentDialog
from desktop_app.ui.screens.media.consent_pick import ConsentPick
from desktop_app.ui.screens.media.consents import ConsentsFace
from desktop_app.ui.screens.media.consents_words import agreed_words, state_of, tally_words
from desktop_app.ui.screens.media.screen import MediaScreen
from desktop_app.ui.screens.media.withdrawal import WithdrawalDialog
from desktop_app.ui.window import Window
from tests.core.makers import a_school
from tests.ui.conftest import answering, turn

DAY = date(2024, 9, 5)


def given(name: str, class_name: str = "3A", **facts: Any) -> ConsentGiven:
    yes: dict[str, Any] = {
        "guardian_name": "Mẹ",
        "guardian_ok": True,
        "child_ok": True,
        "channels": ["website"],
        "given_on": DAY,
    }
    return ConsentGiven(subject=name, class_name=class_name, **{**yes, **facts})


@pytest.fixture
def face(place: ttk.Frame, desk: Desk) -> ConsentsFace:
    face = ConsentsFace(place, desk=desk)
    face.pack(fill="both", expand=True)
    return face


@pytest.fixture
def pupils(face: ConsentsFace) -> ConsentsFace:
    """Three pupils of two classes."""
    give_together([given("Lò Văn An"), given("Giàng Thị Dợ", "4B"), given("Vàng A Páo")])
    face.refresh()
    turn(face, 30)
    return face


def test_before_anyone_agreed_it_says_what_to_do(face: ConsentsFace) -> None:
    face.refresh()
    assert face.empty.winfo_manager()
    assert not face.card.winfo_manager()


def test_a_class_is_pasted_looked_at_and_written_down_together(face: ConsentsFace, window: Window, desk: Desk) -> None:
    def paste(dialog: ClassConsents) -> None:
        dialog.text.set("1\tLò Văn An\t05/09/2015\n2\tGiàng Thị Dợ\t31/02/2015")
        dialog.both.invoke()
        assert str(dialog.ok["state"]) == "disabled", "a line that is not understood holds up the whole class"
        dialog.text.set("1\tLò Văn An\t05/09/2015\n2\tGiàng Thị Dợ\t01/02/2015")
        dialog.look()
        dialog.ok.invoke()
        assert "which class" in dialog.form._notes["class"][0]["text"]
        dialog.class_.insert(0, "3A")
        dialog.ok.invoke()

    answering(window, ClassConsents, paste)
    face.write_class()
    assert [(line.subject, line.class_name) for line in consents()] == [
        ("Giàng Thị Dợ", "3A"),
        ("Lò Văn An", "3A"),
    ]
    assert "2" in desk.toast.label["text"]
    assert face.card.winfo_manager()


def test_a_class_and_a_name_narrow_the_list(pupils: ConsentsFace) -> None:
    pupils.class_.set("Class 3A (2)")
    pupils._look()
    assert [row.subject for row in pupils.rows] == ["Lò Văn An", "Vàng A Páo"]
    pupils.search.set("pao")
    pupils._look()
    assert [row.subject for row in pupils.rows] == ["Vàng A Páo"]
    assert pupils.tally["text"].startswith("1 written down")


def test_a_consent_is_written_anew(pupils: ConsentsFace, window: Window) -> None:
    def correct(dialog: ConsentDialog) -> None:
        assert dialog.subject.get() == "Lò Văn An"
        dialog.subject.insert("end", "h")
        dialog.keeping.invoke()

    pupils.table.go_to(0)
    answering(window, ConsentDialog, correct)
    pupils.correct()
    assert [row.subject for row in pupils.rows] == ["Lò Văn Anh", "Vàng A Páo", "Giàng Thị Dợ"]
    assert Consent.select().count() == 3


def test_a_withdrawn_one_stays_in_the_list_as_withdrawn(pupils: ConsentsFace, window: Window) -> None:
    def withdraw(dialog: WithdrawalDialog) -> None:
        dialog.reason.insert(0, "Gia đình không muốn nữa")
        dialog.ok.invoke()

    pupils.table.go_to(0)
    answering(window, WithdrawalDialog, withdraw)
    pupils.withdraw()
    assert pupils.rows[0].state.startswith("Withdrawn")
    assert pupils.rows[0].tone == "note"


def test_who_agreed_before_is_put_to_a_picture_by_name(filled: MediaScreen, window: Window) -> None:
    give_together([given("Lò Văn An"), given("Giàng Thị Dợ", "4B")])
    details = filled.details
    details.fields.people.buttons["children"].invoke()

    def pick(dialog: ConsentPick) -> None:
        dialog.search.set("dợ")
        dialog.look()
        dialog.table.go_to(0)
        dialog.ok.invoke()

    answering(window, ConsentPick, pick)
    details.consent.choosing.invoke()
    assert details.consent.words.label["text"].startswith("Giàng Thị Dợ agreed on")


@pytest.mark.parametrize(
    ("facts", "tone"),
    [
        ({}, "good"),
        ({"expires_on": DAY + timedelta(days=20)}, "soon"),
        ({"expires_on": DAY}, "late"),
        ({"child_ok": False}, "late"),
        ({"child_ok": False, "birth_date": date(2019, 9, 6)}, "good"),
    ],
)
def test_a_line_says_whether_the_consent_holds(face: ConsentsFace, facts: dict[str, Any], tone: str) -> None:
    give_together([given("Lò Văn An", **facts)])
    (line,) = consents()
    assert state_of(line, DAY)[1] == tone
    assert agreed_words(line, DAY).startswith("Guardian ✓")


def test_nothing_written_down_is_said_plainly() -> None:
    assert tally_words([]) == "0 written down"


def test_the_form_is_one_page_with_both_names(face: ConsentsFace, tmp_path: Path) -> None:
    import pypdfium2

    with pytest.raises(SchoolNotSetUp):
        write_consent_form(tmp_path / "form.pdf", "3A", Progress())
    a_school()
    write_consent_form(tmp_path / "form.pdf", "3A", Progress())
    document = pypdfium2.PdfDocument(tmp_path / "form.pdf")
    words = document[0].get_textpage().get_text_range()
    assert len(document) == 1
    assert "PHIẾU ĐỒNG Ý" in words
    assert "3A" in words
    assert "91/2025/QH15" in words
