"""The photo screen on a real window: take in, describe, check, count, undo."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from db.models import MediaAsset
from db.queries.media import media
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.month_page import ledger_of
from desktop_app.core.periods import Month
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.media.drop import dropped_paths
from desktop_app.ui.screens.media.intake_places import IntakePlaces
from desktop_app.ui.screens.media.intake_preview import IntakePreview
from desktop_app.ui.screens.media.screen import MediaScreen
from desktop_app.ui.window import Window
from tests.core.makers import a_picture, a_plan
from tests.ui.conftest import FakeDialogs, WaitUntil, answering, focus, turn
from tests.ui.screens.media.conftest import Press, counts, kept


def test_an_empty_archive_offers_the_first_act_once(
    screen: MediaScreen, window: Window, card: Path, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    assert screen.empty.winfo_manager()
    assert not screen.room.winfo_manager()
    assert not screen.heading.buttons.winfo_manager()
    dialogs.answers.append([card / "DSC_0000.jpg"])
    answering(window, IntakePlaces, lambda asked: asked.files.invoke())
    answering(window, IntakePreview, IntakePreview.take)
    screen.first_act.invoke()
    wait_until(screen.room.winfo_manager)
    assert counts(screen)["all"] == 1


def test_an_import_ends_with_its_sum_and_the_first_caption_waits(filled: MediaScreen) -> None:
    assert filled.bar.words.label["text"] == "Seen 3 = 3 taken in + 0 already here + 0 alike + 0 failed"
    assert filled.filter.tabs.chosen == "uncaptioned"
    assert counts(filled) == {"all": 3, "month": 3, "uncaptioned": 3, "waiting": 3, "accepted": 0}
    assert filled.details.ids
    assert not kept(filled).caption


def test_real_cameras_are_taken_in_and_the_broken_one_is_named(
    screen: MediaScreen, real_photos: Path, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    screen.importing.take([real_photos])
    wait_until(lambda: screen.bar.roll is not None)
    roll = screen.bar.roll
    assert roll is not None
    assert roll.seen == roll.imported + roll.known + roll.similar + len(roll.failed)
    assert [one.file for one in roll.failed] == ["corrupted.jpg"]
    assert screen.bar.failures.winfo_manager()
    assert "1" in screen.bar.failures["text"]
    assert screen.grid_.count == counts(screen)["all"] == roll.imported + roll.similar


def test_the_second_import_of_a_card_brings_nothing_and_offers_no_undo(
    filled: MediaScreen, card: Path, wait_until: WaitUntil
) -> None:
    first = filled.bar.roll
    filled.importing.take([card])
    wait_until(lambda: filled.bar.roll not in (None, first))
    assert "3 already here" in filled.bar.words.label["text"]
    assert not filled.bar.undo.winfo_manager()


def test_undo_removes_just_this_import(
    filled: MediaScreen, tmp_path: Path, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    first = filled.bar.roll
    other = tmp_path / "other.jpg"
    draw_scene(other, seed=9, taken_at=datetime(2024, 6, 1, 8, 0))  # noqa: DTZ001
    filled.importing.take([other])
    wait_until(lambda: filled.bar.roll not in (None, first))
    dialogs.answers.append(True)
    filled.bar.undo.invoke()
    assert counts(filled)["all"] == 3
    assert not filled.bar.winfo_manager()
    assert other.exists()
    assert MediaAsset.select().count() == 3


def test_undo_asks_first(filled: MediaScreen, dialogs: FakeDialogs) -> None:
    dialogs.answers.append(False)
    filled.bar.undo.invoke()
    assert counts(filled)["all"] == 3


def test_a_stopped_import_keeps_what_is_done_and_says_so(
    screen: MediaScreen, card: Path, runner: Runner, wait_until: WaitUntil
) -> None:
    for number in range(12):
        draw_scene(card / f"more{number:02}.jpg", seed=20 + number, taken_at=datetime(2024, 5, 8, 8, number))  # noqa: DTZ001
    screen.importing.take([card])
    wait_until(lambda: MediaAsset.select().count() > 0)
    runner.cancel()
    wait_until(lambda: not runner.busy and screen.bar.roll is not None)
    assert screen.bar.words.label["text"].startswith("Stopped; what was taken in is kept.")
    assert 0 < counts(screen)["all"] < 15


def test_enter_keeps_the_caption_and_goes_on_to_the_next_photo(
    filled: MediaScreen, press: Press, wait_until: WaitUntil
) -> None:
    filled.grid_.go_to(0)
    first = filled.details.ids[0]
    box = filled.details.fields.caption
    for words in ("Lễ chào cờ", "Múa xoè", "Trao quà"):
        box.text.insert("1.0", words)
        press(box.text, "<Return>")
    assert media(first).caption == "Lễ chào cờ"  # type: ignore[union-attr]
    assert {asset.caption for asset in MediaAsset.select()} == {"Lễ chào cờ", "Múa xoè", "Trao quà"}
    assert counts(filled)["uncaptioned"] == 0
    assert filled.grid_.count == 3, "what was just captioned does not vanish under the eyes"


def test_a_field_that_is_left_is_kept_quietly(filled: MediaScreen, wait_until: WaitUntil) -> None:
    filled.details.fields.activity.insert(0, "Kỷ niệm 07/5")
    focus(filled.details.fields.activity)
    focus(filled.grid_.canvas)
    wait_until(lambda: kept(filled).activity == "Kỷ niệm 07/5")


def test_another_photo_keeps_what_was_typed_for_the_one_before(filled: MediaScreen) -> None:
    filled.grid_.go_to(0)
    before = filled.details.ids[0]
    filled.details.fields.caption.text.insert("1.0", "Lễ chào cờ")
    filled.grid_.go_to(1)
    assert media(before).caption == "Lễ chào cờ"  # type: ignore[union-attr]
    assert kept(filled).caption == "" == filled.details.fields.caption.get()


def test_several_photos_get_one_caption_and_one_undo_takes_it_back(filled: MediaScreen, press: Press) -> None:
    press(filled.grid_.canvas, "<Control-a>")
    assert len(filled.details.ids) == 3
    assert filled.details.counting.label["text"] == "3 photos chosen"
    filled.details.fields.caption.text.insert("1.0", "Hội khoẻ Phù Đổng")
    filled.next()
    assert {asset.caption for asset in MediaAsset.select()} == {"Hội khoẻ Phù Đổng"}
    filled.undo()
    assert {asset.caption for asset in MediaAsset.select()} == {""}
    assert filled.details.fields.caption.get() == ""


def test_fields_that_differ_are_empty_and_stay_as_they_are(filled: MediaScreen, press: Press) -> None:
    filled.grid_.go_to(0)
    filled.details.fields.caption.text.insert("1.0", "Chỉ ảnh này")
    press(filled.grid_.canvas, "<Control-a>")
    assert filled.details.fields.caption.get() == ""
    filled.details.fields.credit.set("Cô Vân")
    filled.details.keep()
    assert {asset.credit for asset in MediaAsset.select()} == {"Cô Vân"}
    assert sorted(asset.caption for asset in MediaAsset.select()) == ["", "", "Chỉ ảnh này"]


def test_a_described_and_accepted_photo_counts_for_its_month(filled: MediaScreen) -> None:
    a_plan()
    filled.refresh()
    assert ledger_of(Month(2024, 5)).materials.have == 0
    fields = filled.details.fields
    fields.caption.text.insert("1.0", "Lễ chào cờ")
    fields.activity.insert(0, "Kỷ niệm 07/5")
    fields.people.buttons["none"].invoke()
    filled.details.accepting.invoke()
    assert filled.details.counting.label["text"] == "Counts as material of 5/2024"
    assert counts(filled)["accepted"] == 1
    assert counts(filled)["waiting"] == 2
    assert ledger_of(Month(2024, 5)).materials.have == 1


def test_a_photo_is_not_accepted_with_a_reason_only(filled: MediaScreen, dialogs: FakeDialogs) -> None:
    dialogs.answers += ["", None, "mờ quá"]
    filled.details.rejecting.invoke()
    assert len(dialogs.errors) == 1
    assert kept(filled).review == "waiting"
    filled.details.rejecting.invoke()
    assert kept(filled).review == "waiting"
    filled.details.rejecting.invoke()
    assert (kept(filled).review, kept(filled).review_reason) == ("rejected", "mờ quá")
    assert counts(filled)["rejected"] == 1


def test_p_on_the_grid_accepts_and_undo_takes_it_back(filled: MediaScreen, press: Press) -> None:
    press(filled.grid_.canvas, "<Key-p>")
    assert kept(filled).review == "accepted"
    filled.undo()
    assert {asset.review for asset in MediaAsset.select()} == {"waiting"}


def test_a_typed_day_is_marked_as_a_persons(filled: MediaScreen) -> None:
    assert filled.details.fields.source["text"] == "from the camera"
    filled.details.fields.day.set(date(2024, 5, 6))
    filled.details.keep()
    assert (kept(filled).taken_at, kept(filled).taken_source) == ("2024-05-06", "person")
    assert counts(filled)["month"] == 3


def test_words_are_found_without_their_accents(filled: MediaScreen) -> None:
    filled.details.fields.caption.text.insert("1.0", "Múa xoè Thái")
    filled.details.keep()
    filled.filter.tabs.choose("all")
    filled.filter.search.set("mua xoe")
    filled._narrow()
    assert filled.grid_.count == 1 == counts(filled)["all"]


def test_a_topic_narrows_the_grid_and_the_counts(filled: MediaScreen) -> None:
    a_plan()
    filled.refresh()
    filled.details.fields.topic.set("70 năm Điện Biên Phủ")
    filled.details.keep()
    filled.filter.tabs.choose("all")
    filled.filter.topic.set("70 năm Điện Biên Phủ")
    filled.filter.topic.event_generate("<<ComboboxSelected>>")
    turn(filled)
    assert counts(filled)["all"] == 1


def test_today_leads_to_what_lacks_a_caption_else_to_what_waits(screen: MediaScreen) -> None:
    a_picture("a" * 64, review="waiting")
    screen.open(lacking_caption=True)
    screen.refresh()
    assert screen.filter.tabs.chosen == "waiting"
    assert screen.grid_.count == 1
    a_picture("b" * 64, caption="")
    screen.open(lacking_caption=True)
    screen.refresh()
    assert screen.filter.tabs.chosen == "uncaptioned"
    assert screen.grid_.count == 1


def test_a_search_result_shows_its_photo_whatever_was_narrowed(screen: MediaScreen) -> None:
    ids = [a_picture(f"{number:064d}", taken_at=f"2024-05-{number + 1:02d}") for number in range(9)]
    screen.refresh()
    screen.filter.search.set("nothing like it")
    screen._narrow()
    screen.open(asset_id=ids[2])
    screen.refresh()
    assert screen.details.ids == [ids[2]]


def test_the_month_at_the_top_says_what_its_tab_holds(filled: MediaScreen) -> None:
    filled.month = Month(2024, 6)
    filled.refresh()
    assert filled.filter.tabs.buttons["month"]["text"] == "Month 6  0"


def test_small_pictures_that_are_missing_are_made_again(filled: MediaScreen, home: Home, wait_until: WaitUntil) -> None:
    for file in home.renditions.rglob("*.jpg"):
        file.unlink()
    filled.grid_.refresh()
    wait_until(lambda: all(item.picture for item in filled.grid_.items))


def test_leaving_the_screen_keeps_what_was_typed(filled: MediaScreen) -> None:
    filled.details.fields.caption.text.insert("1.0", "Lễ chào cờ")
    assert filled.leave()
    assert kept(filled).caption == "Lễ chào cờ"


def test_dropped_files_are_read_with_blanks_and_accents(screen: MediaScreen, tmp_path: Path) -> None:
    folder = tmp_path / "Ảnh lớp 3A"
    folder.mkdir()
    assert dropped_paths(screen, f"{{{folder}}} /not/there.jpg") == [folder]
