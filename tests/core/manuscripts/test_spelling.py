"""Slips marked, and above all what is never marked: names, short forms, addresses, phrases of other languages."""

from __future__ import annotations

import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.manuscripts import spelling
from desktop_app.core.manuscripts.spelling import doubtful
from desktop_app.core.paths import ASSETS

ROOT = Path(__file__).resolve().parents[3]
REAL_PLAN = ROOT.parent / "shared" / "plan" / "ke-hoach-truyen-thong-2024.txt"
SLIPS = (
    "huện đựơc thựơng phuơng truờng Truờng lơị qúy thủơ nghành nghàn tuyen truowngf hocj trogn HUỆN Trươờng "
    "trườnng vuợt ngưòi giaó Faceboook"
)
AROUND = "Nhà trường tổ chức {} cho các em học sinh toàn trường."


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end in doubtful(text)]


@pytest.mark.skipif(not REAL_PLAN.exists(), reason="the real plan lies beside the project only where it is made")
def test_the_real_plan_shows_its_slips_and_nothing_else() -> None:
    assert marked(REAL_PLAN.read_text(encoding="utf-8")) == ["huện", "nghiên", "Faceboook"]


@pytest.mark.parametrize("name", ["starter-plan", "sample-school"])
def test_clean_vietnamese_shows_nothing(name: str) -> None:
    written = (ASSETS / "templates" / f"{name}.toml").read_text(encoding="utf-8")
    assert marked(written.replace('"', " ")) == []


@pytest.mark.parametrize(
    "slip",
    SLIPS.split(),
)
def test_a_slip_is_marked(slip: str) -> None:
    assert marked(AROUND.format(slip)) == [slip]


@pytest.mark.parametrize(
    "words",
    [
        "lễ kỷ niệm ở Mường Mươn, Nậm Pồ, Huổi Lèng, Pu Nhi, Pá Khoang",
        "lớp của em Giàng A Vừ, Lò Thị Mai, Vàng Mí Sính, Hờ Thị Chía, H'Hen Niê, Y Phôn Ksơr",
        "chuyến đi Đắk Lắk, Krông Pắk, Plei Ku, Kon Plông, Mđrắk, buôn Đrăng Phốk, Yók Đôn, Nơ Trang Lơng, Y Jút",
        "lễ hội của người Mông, Xtiêng, Ê-đê, Gia-rai, H’Mông, Khơ Mú",
        "cuộc thi STEM, GDPT, HĐND, UBND, PGDĐT, CĐSP, THCS, QyĐ và ĐHSP",
        "cuộc họp qua Zalo, Google Meet, PowerPoint, iPhone và YouTube",
        "lớp 5A2, hk1, 10h30, 21/4, m², 3kg, covid-19",
        "trang https://truong.edu.vn/tin-tuc?x=huen, www.abc.vn, thcs@dienbien.edu.vn và facebook.com/truong",
        "giải world cup, clean code, big data, smart school",
        "chương trình fanpage, website, video, clip, online, robot, vắc-xin, ki-lô-mét, ra-đi-ô",
        "café ở Noël, bài của Müller",
        "chương III, mục XIX và phần VIII",
        "các trò chơi xa xa, từ từ, nhà nhà, người người, rất rất vui, đều đều",
        "hòa hoà khỏe khoẻ tuý túy kỉ kỷ lí lý quí quý",
        "ký hiệu km, kg, đ/c, sgk, đc, vnđ, ths",
    ],
)
def test_what_is_right_stays_without_a_mark(words: str) -> None:
    assert marked(AROUND.format(words)) == []


@pytest.mark.parametrize("pair", ["của của", "các các", "Những những", "được  được", "nghiên nghiên"])
def test_a_word_that_never_stands_twice_is_marked_the_second_time(pair: str) -> None:
    assert marked(AROUND.format(pair)) == [pair.split()[1]]


def test_a_comma_between_makes_no_double() -> None:
    assert marked("Bài viết của, của ai thì không rõ.") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The school held a reading festival for three hundred children, who were told stories.",
        "Truong to chuc ngay hoi doc sach cho hoc sinh toan truong, cac em rat vui ve.",
        "1234 5678 -- \ufffc \n\n",
    ],
)
def test_a_text_that_is_not_vietnamese_is_left_alone(text: str) -> None:
    assert doubtful(text) == []


def test_stretches_count_signs_also_after_photos_and_emoji() -> None:
    text = "Các em \ufffc rất vui 🎉 ở huện nhà"
    assert doubtful(text) == [(text.index("huện"), text.index("huện") + 4)]


@given(st.text(st.sampled_from("aăđêngthuộểư ươ.,-'@:/1\n\u0301\ufffcXf"), max_size=80))
def test_any_text_gives_stretches_in_order_that_do_not_meet(text: str) -> None:
    stretches = doubtful("Nhà trường và học sinh của trường " + text)
    assert stretches == sorted(stretches)
    assert all(before[1] <= after[0] for before, after in pairwise(stretches))


def test_a_long_article_is_read_between_two_keys() -> None:
    article = AROUND.format("hội thi huện đựơc của của") * 130
    doubtful(article)
    began = time.perf_counter()
    doubtful(article)
    assert time.perf_counter() - began < 0.1  # 2,000 words; 10 ms where nothing else runs


def test_the_list_of_known_words_holds_nothing_it_does_not_need(monkeypatch: pytest.MonkeyPatch) -> None:
    with (ASSETS / "spelling" / "known-words.toml").open("rb") as file:
        groups = tomllib.load(file)["groups"]
    monkeypatch.setattr(spelling, "_known", lambda: {"words": frozenset(), "doubled": frozenset()})
    spelling._is_wrong.cache_clear()
    words = [word for group in groups for word in group["words"].split()]
    idle = [word for word in words if not any(map(spelling._is_wrong, (word, word.capitalize(), word.upper())))]
    spelling._is_wrong.cache_clear()
    assert idle == []
    assert len(words) == len(set(words))
