"""A bundle as it arrives: whole, or wrong with a name."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import bagit
import pytest

from desktop_app.core.bundle import verifying
from desktop_app.core.bundle.copying import BundleFile
from desktop_app.core.bundle.errors import NotABundle, NotFinished
from desktop_app.core.bundle.verifying import Wrong, verify_bundle
from desktop_app.core.bundle.writing import write_bundle
from desktop_app.core.jobs import Cancelled, Progress

PHOTO = "data/03_TuLieu/anh.jpg"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle of three files and its page."""
    files = [
        BundleFile(b"report", "data/01_BaoCao.pdf"),
        BundleFile(b"text", "data/02_TinBai/tin.txt"),
        BundleFile(bytes(2_000_000), PHOTO),
        BundleFile(b"page", "index.html"),
    ]
    return write_bundle("BaoCao", files, tmp_path, Progress(), {}).path


def wrong(bundle: Path) -> list[Wrong]:
    verification = verify_bundle(bundle, Progress())
    assert verification.ok is (not verification.wrong)
    return verification.wrong


def test_a_whole_bundle_is_whole(bundle: Path) -> None:
    assert verify_bundle(bundle, Progress()) == (True, 3, [])


@pytest.mark.parametrize("at", [0, 999_999, 1_999_999])
def test_one_flipped_bit_names_its_file(bundle: Path, at: int) -> None:
    content = bytearray((bundle / PHOTO).read_bytes())
    content[at] ^= 1
    (bundle / PHOTO).write_bytes(content)
    assert wrong(bundle) == [Wrong(PHOTO, "changed")]


def test_a_removed_file_is_missing(bundle: Path) -> None:
    (bundle / PHOTO).unlink()
    assert wrong(bundle) == [Wrong(PHOTO, "missing")]


def test_a_file_nobody_listed_is_extra(bundle: Path) -> None:
    (bundle / "data" / "02_TinBai" / "them.exe").write_bytes(b"MZ")
    (bundle / "autorun.inf").write_bytes(b"")
    assert wrong(bundle) == [Wrong("autorun.inf", "extra"), Wrong("data/02_TinBai/them.exe", "extra")]


def test_what_windows_leaves_in_a_folder_it_showed_does_no_harm(bundle: Path) -> None:
    (bundle / "data" / "03_TuLieu" / "Thumbs.db").write_bytes(b"")
    (bundle / "desktop.ini").write_bytes(b"")
    assert wrong(bundle) == []


def test_a_list_changed_to_fit_a_changed_file_is_found_out(bundle: Path) -> None:
    (bundle / PHOTO).write_bytes(b"forged")
    old, new = (hashlib.sha256(content).hexdigest() for content in (bytes(2_000_000), b"forged"))
    list_file = bundle / "manifest-sha256.txt"
    list_file.write_text(list_file.read_text().replace(old, new))
    assert wrong(bundle) == [Wrong("manifest-sha256.txt", "manifest damaged")]


@pytest.mark.parametrize(
    "content", ["", "nonsense\n", "ab" * 32 + "  ../../etc/passwd\n", "ab" * 32 + "  /etc/passwd\n"]
)
def test_a_broken_or_hostile_list_is_damaged(bundle: Path, content: str) -> None:
    (bundle / "manifest-sha256.txt").write_text(content)
    assert Wrong("manifest-sha256.txt", "manifest damaged") in wrong(bundle)


def test_a_list_too_large_to_be_true_is_not_read(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "LARGEST_LIST", 10)
    assert Wrong("manifest-sha256.txt", "manifest damaged") in wrong(bundle)


def test_a_missing_list_is_missing(bundle: Path) -> None:
    (bundle / "tagmanifest-sha256.txt").unlink()
    assert Wrong("tagmanifest-sha256.txt", "missing") in wrong(bundle)


def test_a_changed_page_is_found_too(bundle: Path) -> None:
    (bundle / "index.html").write_text("<script>")
    assert wrong(bundle) == [Wrong("index.html", "changed")]


def test_a_link_to_somewhere_else_is_not_followed(bundle: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(bytes(2_000_000))
    (bundle / PHOTO).unlink()
    try:
        (bundle / PHOTO).symlink_to(secret)
    except OSError:
        pytest.skip("links are not allowed here")
    assert wrong(bundle) == [Wrong(PHOTO, "unreadable")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_does_not_make_us_wait_for_ever(bundle: Path) -> None:
    (bundle / PHOTO).unlink()
    os.mkfifo(bundle / PHOTO)
    assert wrong(bundle) == [Wrong(PHOTO, "unreadable")]


def test_a_bag_of_another_program_is_checked_as_well(tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    bag.mkdir()
    (bag / "Ảnh số 1.jpg").write_bytes(b"photo")
    bagit.make_bag(str(bag), checksums=["sha256"])
    assert verify_bundle(bag, Progress()) == (True, 1, [])


def test_a_folder_that_is_no_bundle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotABundle):
        verify_bundle(tmp_path, Progress())


def test_an_unfinished_bundle_is_refused_as_such(bundle: Path) -> None:
    with pytest.raises(NotFinished):
        verify_bundle(bundle.rename(bundle.with_name("BaoCao.partial")), Progress())


def test_checking_can_be_stopped(bundle: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        verify_bundle(bundle, progress)
