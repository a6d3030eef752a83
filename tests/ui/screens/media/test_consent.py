"""Pupils in a photo: a consent written down, and taken back again, on a real window."""

from __future__ import annotations

from datetime import date

from db.models import Consent
from desktop_app.core import consent
from desktop_app.core.articles import place_photos
from desktop_app.core.consent import ConsentGiven, give_consent
from desktop_app.core.home import Home
from desktop_app.ui.screens.media.consent import ConsentDialog
from desktop_app.ui.screens.media.screen import MediaScreen
from desktop_app.ui.screens.media.withdrawal import PlacesDialog, WithdrawalDialog
from tests.core.makers import a_plan, a_published_article, a_school
from tests.ui.screens.conftest import Sent
from tests.ui.screens.media.conftest import modal


def test_pupils_in_a_photo_ask_for_a_consent_which_is_written_down(filled: MediaScreen, home: Home) -> None:
    details = filled.details
    details.fields.people.buttons["children"].invoke()
    assert "No consent yet" in details.consent.words.label["text"]

    def fill_in() -> None:
        dialog = modal(filled, ConsentDialog)
        dialog.keeping.invoke()
        assert dialog.problem["text"] == "Say whose consent this is."
        dialog.subject.insert(0, "Lớp 3A")
        dialog.guardian.insert(0, "Lò Văn An")
        dialog.guardian_ok.invoke()
        dialog.keeping.invoke()
        assert dialog.problem["text"] == "It takes both: silence is no consent."
        dialog.child_ok.invoke()
        dialog.form_place.insert(0, "cặp xanh")
        dialog.keeping.invoke()

    details.after(50, fill_in)
    details.consent.button.invoke()
    assert Consent.get().form_place == "cặp xanh"
    assert details.consent.words.label["text"].startswith("Lớp 3A agreed on")
    assert consent.obstacle(details.ids[0], "website", date.today()) is None
    assert consent.obstacle(details.ids[0], "press", date.today()) == consent.CONSENT_MISSING


def test_a_withdrawn_consent_names_the_place_where_the_picture_is_out(
    filled: MediaScreen, show: Sent, home: Home
) -> None:
    details = filled.details
    details.fields.people.buttons["children"].invoke()
    give_consent(ConsentGiven("Lớp 3A", "Lò Văn An", True, True, ["website"], date(2024, 5, 1)), details.ids)
    article = a_published_article(a_plan(), a_school(), date(2024, 5, 21))
    place_photos(article, details.ids)
    details.tell()

    def withdraw() -> None:
        dialog = modal(filled, WithdrawalDialog)
        dialog.reason.insert(0, "Gia đình không muốn nữa")
        details.after(50, follow)
        dialog.ok.invoke()

    def follow() -> None:
        modal(filled, PlacesDialog).lines.links[0].invoke()

    details.after(50, withdraw)
    details.consent.withdrawing.invoke()
    assert "withdrew the consent" in details.consent.words.label["text"]
    assert show.to == [("publish", {"article_id": article})]
    assert not details.consent.withdrawing.winfo_manager()


def test_adults_need_no_consent_line(filled: MediaScreen) -> None:
    filled.details.fields.people.buttons["children"].invoke()
    filled.details.fields.people.buttons["adults"].invoke()
    assert not filled.details.consent.winfo_manager()
