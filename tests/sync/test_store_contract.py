"""What every store must do alike, on real servers: a folder, WebDAV, SFTP and S3."""

from __future__ import annotations

import pytest

from desktop_app.core.sync.errors import KeyUnfit, StoreMissing
from desktop_app.core.sync.store import Store

SCHOOL = "schools/0190-a"


def keys(store: Store, prefix: str, after: str = "") -> list[str]:
    return [entry.key for entry in store.list(prefix, after)]


class TestEveryStore:
    """Run for each of the four."""

    def test_gives_back_what_was_put(self, store: Store) -> None:
        content = bytes(range(256)) * 5000
        store.put(f"{SCHOOL}/chunks/ab", content)
        assert store.get(f"{SCHOOL}/chunks/ab") == content

    def test_gives_the_rest_of_a_file_from_any_place_on(self, store: Store) -> None:
        store.put("loa.json", b"0123456789")
        assert store.get("loa.json", 4) == b"456789"
        assert store.get("loa.json", 10) == b""
        assert store.get("loa.json", 99) == b""

    def test_keeps_an_empty_file(self, store: Store) -> None:
        store.put(f"{SCHOOL}/heads/a.b.0000000001", b"")
        assert store.get(f"{SCHOOL}/heads/a.b.0000000001") == b""
        assert [entry.size for entry in store.list(f"{SCHOOL}/heads")] == [0]

    def test_says_that_a_file_is_missing(self, store: Store) -> None:
        with pytest.raises(StoreMissing):
            store.get(f"{SCHOOL}/chunks/none")
        store.put(f"{SCHOOL}/chunks/ab", b"1")
        with pytest.raises(StoreMissing):
            store.get(f"{SCHOOL}/chunks/none")
        with pytest.raises(StoreMissing):
            store.get(f"{SCHOOL}/chunks")

    def test_puts_the_same_file_twice_without_a_word(self, store: Store) -> None:
        store.put("loa.json", b"one")
        store.put("loa.json", b"one")
        assert keys(store, "") == ["loa.json"]

    def test_overwrites_a_receipt(self, store: Store) -> None:
        store.put("receipts/s/d.e.json", b"a long one")
        store.put("receipts/s/d.e.json", b"short")
        assert store.get("receipts/s/d.e.json") == b"short"

    def test_lists_whole_names_below_a_folder_in_their_order(self, store: Store) -> None:
        names = ["a-b", "a.b", "a/b", "a/b-c", "a/c/d", "ab", "b", "A"]
        for name in names:
            store.put(f"{SCHOOL}/{name}", name.encode())
        assert keys(store, f"{SCHOOL}/") == sorted(f"{SCHOOL}/{name}" for name in names)
        assert keys(store, f"{SCHOOL}/a/") == [f"{SCHOOL}/a/b", f"{SCHOOL}/a/b-c", f"{SCHOOL}/a/c/d"]
        assert keys(store, f"{SCHOOL}/a") == keys(store, f"{SCHOOL}/a/"), "a prefix is a folder, with or without slash"

    def test_lists_what_comes_after_a_key(self, store: Store) -> None:
        names = [f"{SCHOOL}/{device}/1/{number:010d}" for device in ("aa", "bb", "bb-c") for number in range(3)]
        for name in reversed(names):
            store.put(name, b"x")
        ordered = sorted(names)
        for place, after in enumerate(ordered):
            assert keys(store, "schools/", after) == ordered[place + 1 :]
        assert keys(store, "schools/", f"{SCHOOL}/aa") == ordered
        assert keys(store, "schools/", f"{SCHOOL}/b") == [name for name in ordered if "/aa/" not in name]
        assert keys(store, "schools/", "z") == []

    def test_lists_one_file_by_its_own_key(self, store: Store) -> None:
        store.put(f"{SCHOOL}/chunks/ab", b"123")
        store.put(f"{SCHOOL}/chunks/abc", b"1234")
        assert list(store.list(f"{SCHOOL}/chunks/ab")) == [(f"{SCHOOL}/chunks/ab", 3)]
        assert keys(store, f"{SCHOOL}/chunks/ab", after=f"{SCHOOL}/chunks/ab") == []

    def test_lists_nothing_where_nothing_is(self, store: Store) -> None:
        assert keys(store, "") == []
        assert keys(store, "receipts/none/") == []

    def test_lists_more_than_a_server_says_at_once(self, store: Store) -> None:
        names = [f"{SCHOOL}/heads/{number:04d}" for number in range(30)]
        for name in names:
            store.put(name, b"")
        assert keys(store, SCHOOL) == names

    def test_takes_names_with_blanks_and_signs(self, store: Store) -> None:
        key = f"{SCHOOL}/bundles/2024-05/Bao cao (1), a+b=c~.pdf"
        store.put(key, b"%PDF")
        assert (keys(store, f"{SCHOOL}/bundles/2024-05"), store.get(key)) == ([key], b"%PDF")

    def test_takes_a_file_away_once_or_twice(self, store: Store) -> None:
        store.put("probe/a", b"1")
        store.delete("probe/a")
        store.delete("probe/a")
        store.delete("elsewhere/b")
        assert keys(store, "") == []

    @pytest.mark.parametrize("key", ["", "/a", "a/", "../a", "a/../b", "a//b", "a\\b", "a/.b", "ổ", "a:b", "a.part"])
    def test_refuses_a_name_that_leads_out_of_it(self, store: Store, key: str) -> None:
        for verb in (store.get, store.delete, lambda name: store.put(name, b"")):
            with pytest.raises(KeyUnfit):
                verb(key)

    def test_lets_go_and_takes_up_again(self, store: Store) -> None:
        store.put("loa.json", b"1")
        store.close()
        store.close()
