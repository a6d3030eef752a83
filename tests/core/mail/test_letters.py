"""Files are shared out over letters that a mailbox takes; none is forgotten, none is sent twice."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from desktop_app.core.mail.address import address_of, addresses_of
from desktop_app.core.mail.errors import AddressWrong, NoRecipient, NothingToSend
from desktop_app.core.mail.letters import MEGABYTE, Attached, Words, letters_of, shared_out

WORDS = Words("Báo cáo công tác truyền thông tháng 5 năm 2024", "Kính gửi Quý cơ quan,\nNhà trường xin gửi báo cáo.")
SENDER = "truong@mau.edu.vn"


def files_of(folder: Path, sizes: list[int]) -> list[Attached]:
    files = []
    for number, size in enumerate(sizes):
        file = folder / f"{number}.bin"
        file.write_bytes(bytes([number % 251]) * size)
        files.append(Attached(f"tep-{number}.jpg", file))
    return files


@settings(deadline=None)
@given(some.lists(some.integers(0, 900_000), min_size=1, max_size=6), some.integers(1, 2))
def test_every_file_goes_once_and_every_letter_fits(sizes: list[int], limit: int) -> None:
    with TemporaryDirectory() as folder:
        files = files_of(Path(folder), sizes)
        try:
            sharing = shared_out(files, limit)
        except NothingToSend:
            assert min(sizes) * 4 / 3 > (limit - 0.2) * MEGABYTE
            return
        assert [each for letter in sharing.letters for each in letter] + sharing.left_out == sorted(
            files, key=lambda each: (each in sharing.left_out, files.index(each))
        )
        letters = list(letters_of(WORDS, SENDER, ["a@b.vn"], sharing))
        assert all(len(letter) <= limit * MEGABYTE for letter in letters)


def test_a_letter_says_which_one_it_is_and_proves_its_files(tmp_path: Path) -> None:
    files = files_of(tmp_path, [600_000, 600_000, 9_000_000])
    first, second = letters_of(WORDS, SENDER, ["phong@mau.edu.vn"], shared_out(files, 1))
    letter = message_from_bytes(first, policy=default)
    assert isinstance(letter, EmailMessage)
    assert letter["Subject"] == f"{WORDS.subject} (1/2)"
    body = letter.get_body()
    assert body is not None
    text = body.get_content()
    assert "Nhà trường xin gửi báo cáo." in text
    assert sha256(files[0].file.read_bytes()).hexdigest() in text
    assert "tep-2.jpg (9.0 MB)" in text  # too large for any letter, and said so
    (attached,) = letter.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == ("tep-0.jpg", files[0].file.read_bytes())
    assert b"tep-1.jpg" in second


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" van.thu@dienbien.edu.vn ", "van.thu@dienbien.edu.vn"),
        ("Văn thư <vt@x.gov.vn>", "vt@x.gov.vn"),
        ("a.b+c@d-e.vn", "a.b+c@d-e.vn"),
    ],
)
def test_an_address_is_taken_as_people_write_it(typed: str, address: str) -> None:
    assert address_of(typed) == address


@pytest.mark.parametrize("typed", ["", "van.thu", "a@b", "a b@c.vn", "vănthư@x.vn", "a@b.vn\nBcc: c@d.vn", "a@-b.vn"])
def test_a_slip_in_an_address_is_told(typed: str) -> None:
    with pytest.raises(AddressWrong):
        address_of(typed)


def test_several_addresses_are_each_taken_once() -> None:
    assert addresses_of("a@b.vn; c@d.vn,\na@b.vn") == ["a@b.vn", "c@d.vn"]
    with pytest.raises(NoRecipient):
        addresses_of(" ;\n")
