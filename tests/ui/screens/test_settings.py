"""Settings: every line keeps itself when it is left."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import ttkbootstrap as ttk

from db.models import Distribution
from db.queries import distributions, people
from desktop_app.core import channels, school
from desktop_app.core.channels import ChannelInUse, DaysCrossed
from desktop_app.core.home import Home
from desktop_app.core.settings import Settings, load_settings
from desktop_app.ui.screens.settings.channels import ChannelDialog, about
from desktop_app.ui.screens.settings.screen import SettingsScreen
from desktop_app.ui.window import Window
from tests.ui.conftest import answering


@pytest.fixture
def settings(home: Home) -> Settings:
    return Settings(home.settings_file, language="en", user_name="Cô Hoa")


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def screen(
    window: Window, place: ttk.Frame, dialogs: Any, home: Home, settings: Settings, said: list[str]
) -> SettingsScreen:
    school.set_up(school.SchoolGiven("Trường Bản Mẫu", principal="Lường Thị Mẫu", clerk="Giàng A Mẫu"))
    screen = SettingsScreen(
        place,
        settings=settings,
        home=home,
        runner=window.runner,
        dialogs=dialogs,
        toast=window.toast,
        speak=lambda language: said.append(f"speak {language}"),
        use_theme=lambda mode: said.append(f"look {mode}"),
        saved=said.append,
    )
    screen.pack(fill="both", expand=True)
    screen.refresh()
    window.update_idletasks()
    return screen


def retype(entry: ttk.Entry, words: str) -> None:
    entry.delete(0, "end")
    entry.insert(0, words)
    entry.event_generate("<FocusOut>")


def choose(box: ttk.Combobox, place: int) -> None:
    box.current(place)
    box.event_generate("<<ComboboxSelected>>")


def test_the_users_name_is_kept_when_the_line_is_left(screen: SettingsScreen, home: Home, said: list[str]) -> None:
    retype(screen.here.name, "Cô Vân")
    assert load_settings(home.settings_file).user_name == "Cô Vân"
    assert said[-1].startswith("Saved ")


def test_a_line_left_as_it_was_says_nothing(screen: SettingsScreen, said: list[str]) -> None:
    screen.here.name.event_generate("<FocusOut>")
    screen.school.form.fields["place"].event_generate("<FocusOut>")
    screen.leave()
    assert not said


def test_another_language_takes_effect_at_once(screen: SettingsScreen, said: list[str]) -> None:
    choose(screen.here.language, 0)
    assert said == ["speak vi"]


def test_another_look_takes_effect_at_once(screen: SettingsScreen, said: list[str]) -> None:
    choose(screen.here.look, 1)
    assert said[0] == "look dark"


def test_the_schools_facts_are_kept_and_its_name_never_emptied(screen: SettingsScreen) -> None:
    fields = screen.school.form.fields
    retype(fields["place"], "Mường Mươn")
    ours = people.school()
    assert ours is not None
    assert (ours.place, ours.name) == ("Mường Mươn", "Trường Bản Mẫu")
    retype(fields["name"], " ")
    ours = people.school()
    assert ours is not None
    assert ours.name == "Trường Bản Mẫu"


def test_what_is_still_being_typed_is_kept_on_leaving_the_screen(screen: SettingsScreen) -> None:
    screen.school.form.fields["address"].insert(0, "Bản Mẫu")
    assert screen.leave()
    ours = people.school()
    assert ours is not None
    assert ours.address == "Bản Mẫu"


def test_a_new_person_may_become_principal(screen: SettingsScreen) -> None:
    screen.people.new.insert(0, "Sùng A Chính")
    screen.people.adding.invoke()
    names = [person.name for person in people.people()]
    assert "Sùng A Chính" in names
    choose(screen.people.holders[school.PRINCIPAL], names.index("Sùng A Chính"))
    assert school.principal_on(date.today()).name == "Sùng A Chính"
    assert screen.people.holders[school.PRINCIPAL].get() == "Sùng A Chính"


def test_a_name_is_corrected_and_never_emptied(screen: SettingsScreen) -> None:
    line = screen.people.rows[0]
    retype(line.name, "Giàng A Mẩu")
    retype(line.post, "Văn thư")
    retype(line.name, "")
    assert line.name.get() == "Giàng A Mẩu"
    assert ("Giàng A Mẩu", "Văn thư") in [(person.name, person.post) for person in people.people()]


def test_who_left_goes_only_after_a_question(screen: SettingsScreen, dialogs: Any) -> None:
    leaves = screen.people.rows[0]
    dialogs.answers += [False, True]
    button(leaves).invoke()
    assert len(people.people()) == 2
    button(leaves).invoke()
    assert [person.name for person in people.people()] == ["Lường Thị Mẫu"]
    assert len(screen.people.rows) == 1


def button(line: ttk.Frame) -> Any:
    return next(child for child in line.winfo_children() if isinstance(child, ttk.Button))


def test_an_office_is_added_dated_and_can_come_back(screen: SettingsScreen, window: Window) -> None:
    offices = screen.offices.offices
    offices.adding.invoke()
    row = offices.rows[0]
    row.name.insert(0, "UBND xã Mường Mẫu")
    row.name.event_generate("<FocusOut>")
    row.first.entry.insert(0, "1/7/2025")
    row.first.check()
    assert [(office.name, office.valid_from) for office in people.authorities()] == [
        ("UBND xã Mường Mẫu", "2025-07-01")
    ]
    button(row).invoke()
    assert not people.authorities()
    window.toast.button.invoke()
    assert len(people.authorities()) == 1
    assert len(screen.offices.offices.rows) == 1


def test_below_each_other_where_the_window_is_narrow(screen: SettingsScreen) -> None:
    columns: list[Any] = screen.room.inside.winfo_children()
    screen._lay(columns, narrow=True)
    assert [column.grid_info()["row"] for column in columns] == [0, 1]


# ---------------------------------------------------------------- channels


def filled_in(window: Window, **words: Any) -> None:
    """Fill the next dialog of a channel in and press its main button."""

    def fill(dialog: ChannelDialog) -> None:
        for name, value in words.items():
            field = dialog.form.fields[name]
            if isinstance(value, str):
                field.delete(0, "end")
                field.insert(0, value)
            else:
                field.set(value)
        dialog.ok.invoke()

    answering(window, ChannelDialog, fill)


def test_a_channel_is_added_changed_closed_and_taken_out(
    screen: SettingsScreen, window: Window, said: list[str]
) -> None:
    filled_in(window, name="Fanpage trường", url="https://facebook.example/truong")
    screen.channels.adding.invoke()
    assert [channel.kind for channel in distributions.channels()] == ["fanpage"]
    assert said
    filled_in(window, name="Trang Facebook", last=date(2025, 6, 30))
    screen.channels.rows[0].changing.invoke()
    assert about(distributions.channels()[0]) == "Fanpage · facebook.example/truong · until 30/06/2025"
    screen.channels.rows[0].removing.invoke()
    assert distributions.channels() == []
    window.toast.button.invoke()
    assert len(screen.channels.rows) == 1


def test_a_channel_that_was_used_keeps_its_kind_and_is_not_taken_out(screen: SettingsScreen, window: Window) -> None:
    used = channels.add_channel("website", "Website")
    Distribution.create(channel=used)
    screen.refresh()
    (line,) = screen.channels.rows
    assert not line.removing.winfo_manager()
    answering(window, ChannelDialog, lambda dialog: dialog.close(str(dialog.kind["state"]) == "disabled"))
    line.changing.invoke()
    with pytest.raises(ChannelInUse):
        channels.remove_channel(used)


def test_a_nameless_channel_or_crossed_days_are_said(screen: SettingsScreen, window: Window, dialogs: Any) -> None:
    def fill(dialog: ChannelDialog) -> None:
        dialog.ok.invoke()
        assert dialog.winfo_exists()
        dialog.form.fields["name"].insert(0, "Báo")
        dialog.form.fields["first"].set(date(2025, 1, 1))
        dialog.form.fields["last"].set(date(2024, 1, 1))
        dialog.ok.invoke()
        assert dialog.winfo_exists()
        dialog.close()

    answering(window, ChannelDialog, fill)
    screen.channels.add()
    assert [type(error) for error in dialogs.errors] == [DaysCrossed]
    assert distributions.channels() == []
