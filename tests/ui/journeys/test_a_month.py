"""A month lived through in the real window: plan, article, approval, publication, photos, report, proof."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from db.models import Article, Bundle, MediaAsset
from desktop_app.core import channels, distributions
from desktop_app.core.bundle.verifying import verify_bundle
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.describing import describe, review
from desktop_app.core.month_page import ledger_of
from desktop_app.ui.screens.articles.signature import SignDialog
from desktop_app.ui.screens.media.intake_preview import IntakePreview
from desktop_app.ui.screens.reports.stick import StickDialog
from desktop_app.ui.window import Window
from tests.ui.conftest import FakeDialogs, WaitUntil, answering
from tests.ui.journeys.conftest import MAY

BODY = "Sáng 07/5, thầy và trò dự lễ chào cờ đặc biệt và nghe kể chuyện Điện Biên Phủ. " * 10


def test_a_school_lives_one_month(
    school: Window, home: Home, dialogs: FakeDialogs, tmp_path: Path, wait_until: WaitUntil
) -> None:
    write_an_article(school, dialogs)
    let_the_principal_approve(school)
    assert the_next_act(school) == "Record where it was published"

    distributions.distribute(str(Article.get().id), channels.channel_called("website"), date(2024, 5, 8))
    take_photos_in(school, dialogs, tmp_path / "card", wait_until)
    describe_the_first_photo(school)
    assert ledger_of(MAY).state in ("met", "met_recorded_later")

    bundle = take_the_report_away(school, dialogs, tmp_path / "stick", wait_until)
    assert verify_bundle(bundle, Progress()).ok
    assert {file.suffix for file in (bundle / "data" / "03_TuLieu").iterdir()} == {".jpg"}
    assert not dialogs.errors


def write_an_article(window: Window, dialogs: FakeDialogs) -> None:
    """From the month's tile into the editor, by its fields, to the principal's desk."""
    screen_of(window).articles.button.invoke()
    assert window.room == "articles"
    editor = screen_of(window).editor
    editor.fields.title.insert(0, "Lễ kỷ niệm 70 năm Chiến thắng Điện Biên Phủ")
    editor.fields.body.text.insert("1.0", BODY)
    editor.fields.topic.current(12)
    editor.fields.topic.event_generate("<<ComboboxSelected>>")
    dialogs.answers.append("nhờ cô xem số liệu")
    editor.side.way.buttons["submit"].invoke()
    assert Article.get().state == "in_review"


def let_the_principal_approve(window: Window) -> None:
    """The button at the station "approved"; the principal chooses a PIN at this first time."""

    def sign(dialog: SignDialog) -> None:
        for entry in (dialog.signature.pin, dialog.signature.again):
            entry.insert(0, "4826")
        dialog.ok.invoke()

    answering(window, SignDialog, sign)
    screen_of(window).editor.side.way.buttons["approve"].invoke()
    assert Article.get().state == "approved"
    window.show("today")


def screen_of(window: Window) -> Any:
    """The screen shown, whatever its kind."""
    return window.screen


def the_next_act(window: Window) -> str:
    """What the first screen offers to do next."""
    window.refresh()
    return str(screen_of(window).articles.button["text"])


def take_photos_in(window: Window, dialogs: FakeDialogs, card: Path, wait_until: WaitUntil) -> None:
    """A card with two photos, chosen as a folder."""
    card.mkdir()
    for number in range(2):
        taken_at = datetime(2024, 5, 7, 8, number)  # noqa: DTZ001  # a camera names no zone
        draw_scene(card / f"DSC_{number}.jpg", seed=number, taken_at=taken_at)
    window.show("media")
    dialogs.answers.append(card)
    answering(window, IntakePreview, IntakePreview.take)
    screen_of(window).photos.importing.choose_folder()
    wait_until(lambda: screen_of(window).photos.bar.roll is not None)


def describe_the_first_photo(window: Window) -> None:
    """Caption, activity, who is in it, and the reviewer's yes: by the verbs behind the panel."""
    asset_id = str(MediaAsset.select().order_by(MediaAsset.id).first().id)
    describe(asset_id, caption="Lễ chào cờ", activity="Kỷ niệm 07/5", people="none")
    review(asset_id, accepted=True)


def take_the_report_away(window: Window, dialogs: FakeDialogs, stick: Path, wait_until: WaitUntil) -> Path:
    """The main button of the report's room, onto a folder."""
    stick.mkdir()
    window.show("reports")
    dialogs.answers.append(stick)
    answering(window, StickDialog, lambda box: box.folder.invoke())
    screen_of(window).heading.main.invoke()
    wait_until(lambda: Bundle.select().count() == 1)
    return Path(Bundle.get().written_to)
