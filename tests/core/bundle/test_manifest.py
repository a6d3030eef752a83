"""The lists: what is written is read again, what a stranger wrote is not believed."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.bundle.manifest import (
    ListDamaged,
    decoded,
    encoded,
    info_text,
    list_text,
    read_list,
    stays_inside,
)

DIGEST = "ab" * 32
parts = st.text(st.characters(exclude_characters="/\\:\0", exclude_categories=["Cs"]), min_size=1, max_size=20)
places = st.lists(parts, min_size=1, max_size=4).map(lambda names: "/".join(["data", *names])).filter(stays_inside)


@given(st.dictionaries(places, st.binary(min_size=32, max_size=32).map(bytes.hex), max_size=20))
def test_a_list_is_read_as_it_was_written(digests: dict[str, str]) -> None:
    assert read_list(list_text(digests).encode().decode()) == digests


@given(st.text())
def test_percent_and_line_ends_in_names_come_back(name: str) -> None:
    assert decoded(encoded(name)) == name
    assert "\n" not in encoded(name)
    assert "\r" not in encoded(name)


def test_only_percent_and_line_ends_are_encoded() -> None:
    assert encoded("data/100% Tết\r\n.txt") == "data/100%25 Tết%0D%0A.txt"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lists_from_other_systems_are_read(end: str) -> None:
    assert read_list(f"{DIGEST.upper()} *data/a.txt{end}") == {"data/a.txt": DIGEST}


@pytest.mark.parametrize(
    "place",
    ["/etc/passwd", "../secret", "data/../../secret", "data//a", "C:/Windows", "c:\\x", "data\\..\\x", "data/./a",
     "data/%0D/../..", "\\\\server\\share", "data/\0"],
)  # fmt: skip
def test_a_list_that_leads_outside_its_folder_is_refused(place: str) -> None:
    with pytest.raises(ListDamaged):
        read_list(f"{DIGEST}  {place}\n")


@pytest.mark.parametrize("line", ["nonsense", DIGEST, f"{DIGEST[:-1]}  data/a", f"{DIGEST}data/a", f" {DIGEST}  a"])
def test_a_line_that_is_no_line_is_refused(line: str) -> None:
    with pytest.raises(ListDamaged):
        read_list(line)


def test_a_file_named_twice_is_refused() -> None:
    with pytest.raises(ListDamaged):
        read_list(f"{DIGEST}  data/a\n{'cd' * 32}  data/a\n")


@given(st.text())
def test_whatever_a_stranger_wrote_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ListDamaged):
        assert all(stays_inside(place) for place in read_list(text))


def test_a_value_cannot_smuggle_in_a_line_of_its_own() -> None:
    assert info_text({"Source-Organization": "Trường\nPayload-Oxum: 0.0"}).count("\n") == 1
