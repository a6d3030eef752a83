"""Plain text: every encoding a PC or a phone writes, and what is pasted from Zalo."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.manuscripts.reading import read_pasted
from desktop_app.core.manuscripts.text import decoded, is_text

TEXT = (
    "Sáng 21/4, Trường Tiểu học Mường Báng tổ chức ngày hội đọc sách.\n"
    "Các em được nghe kể chuyện, đố vui và trao đổi sách với nhau."
)
MARKED = "".join(
    # Windows writes Vietnamese with the tone behind the letter; other marks stay in it.
    unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones)) + "".join(p for p in parts if p in tones)
    for tones in ["\u0300\u0301\u0303\u0309\u0323"]
    for parts in [unicodedata.normalize("NFD", sign) for sign in TEXT]
)


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        unicodedata.normalize("NFD", TEXT).encode("utf-16-le"),
        TEXT.encode("utf-32"),
        MARKED.encode("cp1258"),
    ],
    ids=["utf-8", "bom", "utf-16", "le", "be", "nfd-le", "utf-32", "cp1258"],
)
def test_every_way_of_saving_gives_the_same_text(raw: bytes) -> None:
    assert is_text(raw)
    assert unicodedata.normalize("NFC", decoded(raw)) == TEXT


def test_a_few_lost_bytes_do_not_lose_the_text() -> None:
    manuscript = read_pasted(decoded(TEXT.encode().replace("ổ".encode(), b"\xe1\xbb", 1)))
    assert "t\ufffd chức" in manuscript.title
    assert [(note.code, note.facts) for note in manuscript.notes] == [("letters-unreadable", {"count": 1})]


def test_a_paste_from_zalo_loses_names_and_times() -> None:
    manuscript = read_pasted(
        "[07:30, 21/04/2024] Cô Ân: Tiêu đề: Ngày hội đọc sách\n[07:31, 21/04/2024] Cô Ân: [Hình ảnh]\n"
        "[07:32, 21/04/2024] Cô Ân: Sáng nay, các em rất vui 🎉\n- Lớp 4A: 30 cuốn\n-Lớp 4B (chưa đủ)\n"
    )
    assert manuscript.title == "Ngày hội đọc sách"
    assert manuscript.body == "Sáng nay, các em rất vui 🎉\n\n- Lớp 4A: 30 cuốn\n\n\\-Lớp 4B (chưa đủ)"
    assert [note.code for note in manuscript.notes] == ["chat-marks", "pictures-left-out"]


def test_a_bracket_in_a_text_is_no_mark_of_a_chat() -> None:
    manuscript = read_pasted("Tin\n[1] Theo sách giáo khoa: trang 5\n[2024] Năm học mới")
    assert manuscript.body == "[1] Theo sách giáo khoa: trang 5\n\n[2024] Năm học mới"
    assert manuscript.notes == ()


def test_lines_broken_at_the_edge_of_a_page_are_made_whole() -> None:
    broken = (
        "KẾ HOẠCH\nChủ động thông tin phù hợp, kịp thời về các hoạt động,\nchủ trương, chính sách tới cán bộ "
        "quản lý, giáo viên, học\nsinh, phụ huynh. Thực hiện Kế hoạch của Phòng Giáo dục và\nĐào tạo về truyền "
        "thông và các nhiệm vụ khác của nhà\ntrường.\n- Đăng tin, bài trên trang thông tin điện tử của nhà trường\n"
        "- Gửi bài về Phòng"
    )
    body = read_pasted(broken).body
    assert body.split("\n\n") == [
        "Chủ động thông tin phù hợp, kịp thời về các hoạt động, chủ trương, chính sách tới cán bộ quản lý, giáo "
        "viên, học sinh, phụ huynh. Thực hiện Kế hoạch của Phòng Giáo dục và Đào tạo về truyền thông và các nhiệm "
        "vụ khác của nhà trường.\n".strip(),
        "- Đăng tin, bài trên trang thông tin điện tử của nhà trường\n- Gửi bài về Phòng",
    ]


def test_lines_of_a_poem_stay() -> None:
    poem = "Tin\nTrường em mái ngói đỏ tươi\ncó hàng phượng vĩ, có người em thương\nmỗi ngày em tới trường"
    assert len(read_pasted(poem).body.split("\n\n")) == 3


@given(st.binary(max_size=200))
def test_any_bytes_can_be_asked(raw: bytes) -> None:
    decoded(raw)
    is_text(raw)


@pytest.mark.parametrize("raw", [bytes(range(256)) * 4, bytes(500), b"\x7fELF\x02\x01\x01" + bytes(90) + b"abc" * 40])
def test_programs_are_no_text(raw: bytes) -> None:
    assert not is_text(raw)
