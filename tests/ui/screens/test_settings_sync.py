"""Syncing from the window: a store connected, a second PC invited, differences settled by a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from db import database
from db.models import Article, School
from desktop_app.core import articles, school
from desktop_app.core.articles import ArticleText
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.settings import Settings, load_settings
from desktop_app.core.sync import pairing
from desktop_app.core.sync.background import Rhythm, limit_of
from desktop_app.core.sync.conflicts import conflicts
from desktop_app.core.sync.rounds import sync_once
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.core.sync.stores.opening import open_store
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.articles.compare import CompareDialog
from desktop_app.ui.screens.settings.sync import SyncCard
from desktop_app.ui.screens.settings.sync_conflicts import ConflictsDialog
from desktop_app.ui.screens.settings.sync_connect import ConnectStore
from desktop_app.ui.screens.settings.sync_errand import strip_words, sync_errand
from desktop_app.ui.window import Window
from tests.core.makers import TEXT, a_plan, an_article
from tests.sync.model.pcs import Pc
from tests.ui.conftest import FakeDialogs, WaitUntil, answering


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "store").mkdir()
    return tmp_path / "store"


@pytest.fixture
def address(folder: Path) -> str:
    return folder.as_uri().replace("file://", "folder://")


@pytest.fixture
def settings(home: Home) -> Settings:
    school.set_up(school.SchoolGiven("Trường Bản Mẫu"))
    return Settings(home.settings_file, user_name="Cô Hoa")


@pytest.fixture
def kept() -> list[str]:
    return []


@pytest.fixture
def card(
    place: ttk.Frame, home: Home, settings: Settings, runner: Runner, dialogs: FakeDialogs, kept: list[str]
) -> SyncCard:
    card = SyncCard(
        place,
        home=home,
        settings=settings,
        runner=runner,
        dialogs=dialogs,
        by_name=lambda: "Cô Hoa",
        kept=lambda: kept.append("kept"),
    )
    card.pack(fill="x")
    card.refresh()
    return card


@pytest.fixture
def connected(settings: Settings, home: Home, address: str) -> FolderStore:
    store = open_store(address)
    pairing.connect(home, store, pc_name="Máy một")
    settings.sync_address = address
    settings.save()
    assert isinstance(store, FolderStore)
    return store


@pytest.fixture
def other(tmp_path: Path, connected: FolderStore, home: Home) -> Iterator[Pc]:
    """A second PC of the school that has everything the first has."""
    sync_once(home, connected, Progress())
    invitation = pairing.invite(connected)
    ours = database.obj
    pc = Pc("Máy hai", tmp_path / "other")
    database.initialize(ours)  # a PC that is opened sits down at the keyboard
    with pc.at():
        pairing.join(pc.home, connected, invitation, pc_name="Máy hai")
    pc.sync(connected)
    yield pc
    pc.close()


def shown(card: SyncCard) -> list[str]:
    return [name for name, button in card.buttons.items() if button.winfo_manager()]


def test_without_a_store_it_offers_to_connect_one(card: SyncCard) -> None:
    assert shown(card) == ["connect"]
    assert not card.form.winfo_manager()


def test_a_place_is_tried_and_connected(
    place: ttk.Frame,
    home: Home,
    settings: Settings,
    runner: Runner,
    dialogs: FakeDialogs,
    address: str,
    folder: Path,
    wait_until: WaitUntil,
) -> None:
    box = ConnectStore(place, home=home, settings=settings, runner=runner, dialogs=dialogs)
    box.form.fields["address"].insert(0, address)
    box.form.fields["pc"].insert(0, "Máy văn thư")
    box.main.invoke()
    wait_until(lambda: not box.winfo_exists())
    assert box.answer is True
    assert load_settings(home.settings_file).sync_address == address
    assert (folder / "loa.json").exists()
    assert not [file for file in folder.rglob("probe/*") if file.is_file()]


@pytest.mark.parametrize(
    ("typed", "words"),
    [("folder:///nowhere/at/all", "not there"), ("LOA1-khôngphải", "no invitation"), ("www.mau.vn", "no address")],
)
def test_a_place_that_is_none_is_told_and_not_kept(
    place: ttk.Frame,
    home: Home,
    settings: Settings,
    runner: Runner,
    dialogs: FakeDialogs,
    wait_until: WaitUntil,
    typed: str,
    words: str,
) -> None:
    box = ConnectStore(place, home=home, settings=settings, runner=runner, dialogs=dialogs)
    box.form.fields["address"].insert(0, typed)
    box.main.invoke()
    wait_until(lambda: words in str(box.result.cget("text")))
    assert settings.sync_address == ""
    box.give_up()


def test_what_waits_is_told_with_its_store(card: SyncCard, connected: FolderStore, address: str) -> None:
    card.refresh()
    assert address in str(card.line.label.cget("text"))
    assert "wait" in str(card.line.label.cget("text"))
    assert shown(card) == ["now", "invite"]


def test_a_second_pc_is_invited_with_a_code(
    card: SyncCard, connected: FolderStore, dialogs: FakeDialogs, home: Home
) -> None:
    card.refresh()
    dialogs.answers.append(None)
    card.buttons["invite"].invoke()
    assert pairing.read_invitation(pairing.invite(connected).code()).address == connected.address
    assert dialogs.asked


def test_limits_are_kept_and_slips_are_told(card: SyncCard, connected: FolderStore, home: Home) -> None:
    card.refresh()
    for name, value in (("kilobytes", "12"), ("begin", "20"), ("end", "6")):
        card.form.fields[name].delete(0, "end")
        card.form.fields[name].insert(0, value)
    card.keep()
    limit = limit_of(load_settings(home.settings_file))
    assert (limit.cap, limit.begin, limit.end) == (12 * 1024, 20, 6)
    card.form.fields["end"].insert(0, "x")
    card.keep()
    assert card.form._notes["end"][0].cget("text") == "A number is wanted here"
    assert load_settings(home.settings_file).sync_end == "6"


def test_two_words_for_one_name_are_settled_by_a_person(
    card: SyncCard,
    connected: FolderStore,
    other: Pc,
    home: Home,
    window: object,
    dialogs: FakeDialogs,
    place: ttk.Frame,
) -> None:
    School.update(name="Trường Bản Một").execute()
    other.sql("UPDATE school SET name = 'Trường Bản Hai'")
    sync_once(home, connected, Progress())
    other.sync(connected)
    sync_once(home, connected, Progress())
    card.refresh()
    assert "conflicts" in shown(card)
    box = ConflictsDialog(place, dialogs=dialogs, by_name=lambda: "Cô Hoa")
    labels = _texts(box)
    assert "Trường Bản Một" in labels
    assert "Trường Bản Hai" in labels
    (conflict,) = conflicts()
    mine = next(side for field in conflict.fields for side in field.sides if side.value == "Trường Bản Một")
    box.choose(conflict, conflict.fields[0].field, mine.event)
    assert box.answer == 1
    assert "All PCs agree" in _texts(box)
    box.close()
    sync_once(home, connected, Progress())
    other.sync(connected)
    assert School.get().name == "Trường Bản Một"
    assert other.sql("SELECT name FROM school") == [("Trường Bản Một",)]


def test_two_texts_of_an_article_are_read_side_by_side(
    connected: FolderStore, other: Pc, home: Home, dialogs: FakeDialogs, window: Window, place: ttk.Frame
) -> None:
    article = articles.start_article(None)
    articles.save_article(article, ArticleText("Khai giảng", "", "Câu đầu."))
    sync_once(home, connected, Progress())
    other.sync(connected)
    articles.save_article(article, ArticleText("Khai giảng", "", "Câu của máy một."))
    with other.at():
        articles.save_article(article, ArticleText("Khai giảng", "", "Câu của máy hai."), by_name="Lò Văn Dơn")
    sync_once(home, connected, Progress())
    other.sync(connected)
    sync_once(home, connected, Progress())
    box = ConflictsDialog(place, dialogs=dialogs, by_name=lambda: "Cô Hoa")
    labels = _texts(box)
    told = {"Version 2: Khai giảng\nCâu của máy một.", "Version 3: Khai giảng\nCâu của máy hai."}
    assert {label.partition(": ")[2] for label in labels} >= {line.partition(": ")[2] for line in told}
    assert {label.partition(": ")[0] for label in labels} >= {"Version 2", "Version 3"}
    assert any(label.startswith(other.name) for label in labels)
    assert not [label for label in labels if "head_revision_id" in label or Article.get().head_revision_id in label]
    read: list[str] = []

    def look(dialog: CompareDialog) -> None:
        read.extend(sheet.plain() for sheet in dialog.compare.sheets)
        dialog.close(None)

    answering(window, CompareDialog, look)
    (field,) = (field for found in conflicts() for field in found.fields if field.field == "head_revision_id")
    box.compare(field)
    assert "máy một" in "".join(read)
    assert "máy hai" in "".join(read)
    box.close()


def test_a_text_and_its_state_are_one_choice(
    connected: FolderStore, other: Pc, home: Home, settings: Settings, dialogs: FakeDialogs, place: ttk.Frame
) -> None:
    article = an_article(a_plan())
    sync_once(home, connected, Progress())
    other.sync(connected)
    articles.save_article(article, TEXT._replace(title="Tên của máy một"))
    with other.at():
        articles.save_article(article, TEXT._replace(title="Tên của máy hai"))
        articles.submit_article(article)
    sync_once(home, connected, Progress())
    other.sync(connected)
    sync_once(home, connected, Progress())
    box = ConflictsDialog(place, dialogs=dialogs, by_name=lambda: "Cô Hoa")
    labels = _texts(box)
    assert "Text, State" in labels
    assert {"State: Writing", "State: In review"} <= set(labels)
    assert labels.count("Keep this side") == 2
    (conflict,) = conflicts()
    one = next(side for side in conflict.fields[0].sides if side.pc != other.name)
    box.choose(conflict, conflict.fields[0].field, one.event)
    box.close()
    assert (Article.get().title, Article.get().state) == ("Tên của máy một", "writing")


def _texts(widget: ttk.Toplevel | ttk.Frame) -> list[str]:
    texts = []
    for child in widget.winfo_children():
        if "text" in child.keys():  # noqa: SIM118  # Tk's keys() is no dict's
            texts.append(str(child.cget("text")))
        texts += _texts(child)  # type: ignore[arg-type]
    return texts


# ------------------------------------------------------------------ by itself


def test_rounds_come_by_themselves_and_rest_when_nothing_is_new(
    settings: Settings, connected: FolderStore, home: Home
) -> None:
    rhythm = Rhythm(settings)
    assert rhythm.due()
    synced = rhythm.round(home, Progress())
    assert (synced.problem, synced.waiting) == (None, 0)
    assert not rhythm.due()
    assert rhythm.due(datetime.now(UTC) + timedelta(minutes=16))


def test_what_is_written_meanwhile_goes_within_a_minute(settings: Settings, connected: FolderStore, home: Home) -> None:
    rhythm = Rhythm(settings)
    rhythm.round(home, Progress())
    School.update(name="Tên mới").execute()
    assert not rhythm.due()
    assert rhythm.due(datetime.now(UTC) + timedelta(seconds=61))


def test_a_store_that_is_gone_is_tried_again_ever_more_rarely(
    settings: Settings, connected: FolderStore, home: Home, folder: Path
) -> None:
    folder.rename(folder.with_name("unplugged"))
    rhythm = Rhythm(settings)
    pauses = []
    for _round in range(5):
        synced = rhythm.round(home, Progress())
        assert synced.problem is not None
        pauses.append(round((synced.next_at - datetime.now(UTC)).total_seconds()))
    assert pauses == [60, 120, 240, 300, 300]
    assert "Next try" in strip_words(synced) or "next try" in strip_words(synced)
    folder.with_name("unplugged").rename(folder)
    assert rhythm.round(home, Progress()).problem is None


def test_a_pc_without_a_store_asks_nobody(home: Home, tmp_path: Path) -> None:
    assert not Rhythm(Settings(tmp_path / "settings.json")).due()
    assert not sync_errand(home, Settings(tmp_path / "settings.json")).due(None)
