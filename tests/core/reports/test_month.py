"""The month's report as a clerk gets it: whole, right, the same every time."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.manuscripts.markup import Block, Span, plain
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.pdf import write_pdf
from desktop_app.core.reports.snapshot import (
    Distributed,
    Figures,
    MonthReport,
    Quota,
    Signer,
    TopicRow,
)
from tests.core.reports.samples import TOPICS, article, month_report, photo, video

VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0309\u0303\u0301\u0323"
LETTERS = [
    unicodedata.normalize("NFC", letter)
    for vowel in VOWELS
    for tone in ("", *TONES)
    for letter in (vowel + tone, vowel.upper() + tone)
]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Where the tests put their report."""
    return tmp_path / "report.pdf"


def read(paper: Path, report: MonthReport) -> PdfReader:
    write_pdf(month_paper(report), paper, Progress())
    return PdfReader(paper)


def words(reader: PdfReader) -> str:
    """All words, whatever the lines they stand on."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def page_words(reader: PdfReader, number: int) -> str:
    return " ".join(reader.pages[number].extract_text().split())


def test_the_head_follows_the_decree(paper: Path) -> None:
    first = page_words(read(paper, month_report(number=5, signed_on=date(2024, 2, 5))), 0)
    for expected in (
        "PHÒNG GD&ĐT HUYỆN MƯỜNG CHÀ",
        "TRƯỜNG PTDTBT TIỂU HỌC SỐ 2 MƯỜNG MƯƠN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-THMM2",
        "Mường Mươn, ngày 05 tháng 02 năm 2024",
        "BÁO CÁO Kết quả thực hiện công tác truyền thông tháng 5 năm 2024",
        "Kính gửi: Phòng Giáo dục và Đào tạo huyện Mường Chà",
        "Thực hiện Kế hoạch số 199/KH-PGDĐT ngày 12 tháng 3 năm 2024 của Phòng Giáo dục và Đào tạo",
    ):
        assert expected in first


def test_the_foot_follows_the_decree(paper: Path) -> None:
    whole = words(read(paper, month_report(articles=(), materials=())))
    assert "Trường PTDTBT Tiểu học số 2 Mường Mươn./." in whole
    assert "Nơi nhận: - Như trên; - Phòng GD&ĐT huyện Mường Chà (b/c); - Các tổ chuyên môn; - Lưu: VT." in whole
    assert "HIỆU TRƯỞNG Nguyễn Thị Liễu" in whole


def test_a_deputy_signs_for_the_principal_beside_whoever_wrote_it(paper: Path) -> None:
    signer = Signer(("KT. Hiệu trưởng", "Phó Hiệu trưởng"), "Lò Văn Hùng")
    whole = words(read(paper, month_report(signer=signer, prepared_by=Signer(("Người lập",), "Nguyễn Thị Hoa"))))
    for expected in ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Lò Văn Hùng", "NGƯỜI LẬP", "Nguyễn Thị Hoa"):
        assert expected in whole


def test_several_addressees_stand_each_on_a_line(paper: Path) -> None:
    first = page_words(read(paper, month_report(addressees=("Phòng GD&ĐT", "UBND xã Mường Mươn"))), 0)
    assert "Kính gửi: - Phòng GD&ĐT; - UBND xã Mường Mươn." in first


def test_figures_say_what_was_asked_what_was_done_and_when_it_was_written_down(paper: Path) -> None:
    quotas = (
        Quota("Tin bài", 0, 2, "missing"),
        Quota("Ảnh hoặc video", 1, 1, "met", date(2024, 6, 9)),
        Quota("Video", 1, 1, "late"),
        Quota("Phóng sự", 0, 1, "exempt"),
    )
    whole = words(read(paper, month_report(figures=Figures(quotas, "Tính theo ngày đăng."))))
    assert "Thiếu 2" in whole
    assert "Đạt (ghi nhận sau, ngày 09/06/2024)" in whole
    assert "Đạt muộn" in whole
    assert "Được miễn" in whole
    assert "Tính theo ngày đăng." in whole


def test_an_empty_month_says_so_in_honest_sentences(paper: Path) -> None:
    empty = month_report(
        articles=(), materials=(), missing=(), next_work=(), topics=(), figures=Figures(), recipients=(), addressees=()
    )
    reader = read(paper, empty)
    whole = words(reader)
    for sentence in (
        "Kế hoạch không giao chỉ tiêu số lượng cho kỳ này.",
        "Trong kỳ chưa có tin bài nào được đăng, gửi.",
        "Trong kỳ chưa lưu giữ tư liệu ảnh, video nào.",
        "Trong kỳ không phát sinh ý kiến, dư luận cần xử lý.",
        "Không có nội dung nào còn thiếu so với kế hoạch.",
        "Chưa ghi nhận nhiệm vụ cụ thể cho kỳ tới.",
    ):
        assert sentence in whole
    assert "Phụ lục" not in whole
    assert "Như trên" not in whole


def test_the_letter_names_its_appendices_and_their_pages(paper: Path, tmp_path: Path) -> None:
    long = (plain("Một đoạn văn rất dài. " * 40),) * 12
    both = month_report(articles=(article(body=long), article(title="Bài thứ hai")), materials=(photo(tmp_path),))
    reader = read(paper, both)
    letter = " ".join(page_words(reader, number) for number in range(2))
    assert "toàn văn tại Phụ lục I kèm theo" in letter
    assert "danh mục tại Phụ lục II kèm theo" in letter
    second = next(n for n, page in enumerate(reader.pages) if "2. Bài thứ hai" in page.extract_text())
    appendix = next(n for n, page in enumerate(reader.pages) if page.extract_text().startswith("Phụ lục I\n"))
    assert re.search(rf"Bài thứ hai .*08/05/2024 {second - appendix + 1} 4\. Tư liệu", letter)


def test_a_single_appendix_has_no_number(paper: Path) -> None:
    assert "toàn văn tại Phụ lục kèm theo" in words(read(paper, month_report(materials=())))


def test_page_numbers_stand_on_top_from_the_second_page_of_each_part(paper: Path) -> None:
    articles = tuple(article(title=f"Bài {number}") for number in range(6))
    reader = read(paper, month_report(articles=articles))
    tops = [page.extract_text().split("\n", 1)[0].strip() for page in reader.pages]
    appendix = tops.index("Phụ lục")
    assert tops[0] != "1"
    assert tops[1:appendix] == [str(number) for number in range(2, appendix + 1)]
    assert tops[appendix + 1 :] == [str(number) for number in range(2, len(tops) - appendix + 1)]


def test_every_word_of_a_long_title_is_on_the_paper(paper: Path) -> None:
    title = " ".join(f"nghiêng{number}" for number in range(60))
    assert words(read(paper, month_report(articles=(article(title=title),)))).count(title) >= 1


def test_all_vietnamese_letters_are_on_the_paper_in_every_face(paper: Path) -> None:
    assert len(LETTERS) == 144
    letters = " ".join([*LETTERS, "đ", "Đ"])
    whole = words(read(paper, month_report(articles=(article(title=letters, lead=letters, body=(plain(letters),)),))))
    assert whole.count(letters) >= 3


def test_an_endless_address_wraps_inside_the_page(paper: Path) -> None:
    address = "https://example.org/" + "a" * 400
    reader = read(paper, month_report(articles=(article(distributions=(Distributed("Web", None, address),)),)))
    assert address in words(reader).replace(" ", "")


def test_only_shipped_fonts_are_in_the_file_and_all_are_embedded(paper: Path) -> None:
    reader = read(paper, month_report())
    fonts = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            facts = font.get_object()
            fonts[facts["/BaseFont"].split("+")[1]] = "/FontFile2" in facts["/FontDescriptor"]
    assert set(fonts) <= {f"LiberationSerif{face}" for face in ("", "-Bold", "-Italic", "-BoldItalic")}
    assert all(fonts.values())


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler-utils is not installed")
def test_poppler_sees_only_embedded_fonts_too(paper: Path) -> None:
    write_pdf(month_paper(month_report()), paper, Progress())
    listing = subprocess.run(["pdffonts", str(paper)], check=True, capture_output=True, text=True).stdout
    fonts = [line.split() for line in listing.splitlines()[2:]]
    assert fonts
    assert {font[-5] for font in fonts} == {"yes"}


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
def test_poppler_reads_every_word_too(paper: Path) -> None:
    letters, title = "".join(LETTERS), "Những câu chuyện nghiêng mình bên dòng Nậm Mươn " * 4
    whole = article(title=title, body=(plain(" ".join(LETTERS)),))
    write_pdf(month_paper(month_report(articles=(whole,))), paper, Progress())
    text = subprocess.run(["pdftotext", str(paper), "-"], check=True, capture_output=True).stdout.decode()
    # Poppler takes letters that stand alone for one spaced word.
    assert letters in "".join(text.split())
    assert title.strip() in " ".join(text.split())


def test_the_file_says_what_it_is(paper: Path) -> None:
    reader = read(paper, month_report())
    assert reader.metadata is not None
    assert reader.metadata.title == "Báo cáo kết quả thực hiện công tác truyền thông tháng 5 năm 2024"
    assert reader.metadata.author == "Trường PTDTBT Tiểu học số 2 Mường Mươn"
    assert reader.trailer["/Root"]["/Lang"] == "vi-VN"  # type: ignore[index]
    assert float(reader.pdf_header.removeprefix("%PDF-")) >= 1.4


def test_the_outline_leads_to_every_article(paper: Path) -> None:
    reader = read(paper, month_report(articles=(article(), article(title="Bài thứ hai"))))
    titles = [entry["/Title"] for entry in flat(reader.outline)]
    assert "Báo cáo" in titles
    assert "2. Bài thứ hai" in titles


def flat(outline: Sequence[object]) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = []
    for entry in outline:
        entries += flat(entry) if isinstance(entry, list) else [entry]  # type: ignore[list-item]
    return entries


def test_the_same_report_gives_the_same_bytes(paper: Path, tmp_path: Path) -> None:
    report = month_report(articles=(article(photos=(photo(tmp_path),)),), materials=(photo(tmp_path), video()))
    write_pdf(month_paper(report), paper, Progress())
    first = paper.read_bytes()
    write_pdf(month_paper(report), paper, Progress())
    assert paper.read_bytes() == first


def test_photos_go_in_as_they_are(paper: Path, tmp_path: Path) -> None:
    taken = photo(tmp_path, size=(400, 300))
    assert taken.path is not None
    write_pdf(month_paper(month_report(articles=(article(photos=(taken,)),), materials=(taken,))), paper, Progress())
    assert paper.read_bytes().count(taken.path.read_bytes()) == 1


def test_photos_of_every_shape_and_a_broken_one_are_laid_out(paper: Path, tmp_path: Path) -> None:
    broken = photo(tmp_path, "broken")
    assert broken.path is not None
    broken.path.write_bytes(b"\xff\xd8 not a photo")
    shapes = (
        photo(tmp_path, "wide", (400, 100)),
        photo(tmp_path, "tall", (100, 400)),
        photo(tmp_path, "panorama", (1600, 60)),
        broken,
        photo(tmp_path, "gone", path=None),
    )
    whole = words(read(paper, month_report(articles=(article(photos=shapes),), materials=shapes)))
    assert whole.count("Không đọc được tệp ảnh") == 4
    assert whole.count("Học sinh lớp 4 múa xoè") == 10


def test_a_contact_sheet_holds_twelve_a_page_and_more(paper: Path, tmp_path: Path) -> None:
    materials = (*(photo(tmp_path, f"{number}") for number in range(24)), video())
    reader = read(paper, month_report(articles=(), materials=materials))
    tiles = [re.findall(r"(\d+)\. (?:Học|Phóng)", page.extract_text()) for page in reader.pages]
    assert [int(number) for page in tiles for number in page] == list(range(1, 26))
    assert len(next(page for page in tiles if page)) >= 12
    whole = words(reader)
    assert "Video 02:31" in whole


def test_what_people_type_is_shown_and_never_obeyed(paper: Path, tmp_path: Path) -> None:
    typed = "<b>GD&ĐT</b> <font size=99> &amp; </para>"
    report = month_report(
        school_name=typed,
        addressees=(typed,),
        articles=(
            article(
                title=typed,
                lead=typed,
                body=(plain(typed), plain(typed, "heading"), Block("item", (Span(typed, True),))),
                topic=typed,
                photos=(photo(tmp_path, caption=typed),),
            ),
        ),
        missing=(typed,),
        opinions=(typed,),
    )
    assert words(read(paper, report)).count(typed) >= 8


def test_texts_far_too_long_are_laid_out_all_the_same(paper: Path, tmp_path: Path) -> None:
    long = "Một câu rất dài không có hồi kết " * 300
    taken = photo(tmp_path, caption=long, topic=long, credit="x" * 3000)
    report = month_report(
        school_name=long,
        place=long,
        addressees=(long,),
        topics=(TopicRow("1", long),),
        articles=(article(title=long, lead=long, topic=long, photos=(taken,)),),
        materials=(taken,),
        recipients=(long,),
        signer=Signer((long,), long),
    )
    assert len(read(paper, report).pages) > 10


def test_a_reporting_month_of_its_own_days_names_them(paper: Path) -> None:
    days = (date(2024, 4, 15), date(2024, 5, 14))
    assert "(từ ngày 15 tháng 4 năm 2024 đến ngày 14 tháng 5 năm 2024)" in words(read(paper, month_report(days=days)))


def test_a_term_has_its_own_title(paper: Path) -> None:
    term = month_report(period="2023-2024/I", period_title="học kỳ I năm học 2023-2024")
    assert "công tác truyền thông học kỳ I năm học 2023-2024" in words(read(paper, term))


def test_stopping_between_two_articles_leaves_the_old_report(paper: Path) -> None:
    paper.write_bytes(b"old")

    class Stopped(Progress):
        def step(self, done: int, total: int, text: str = "") -> None:
            super().step(done, total, text)
            if done == 7:
                self.cancel()

    with pytest.raises(Cancelled):
        write_pdf(month_paper(month_report(articles=(article(),) * 5)), paper, Stopped())
    assert paper.read_bytes() == b"old"
    assert [path.name for path in paper.parent.iterdir()] == [paper.name]


def test_a_report_ready_says_so(paper: Path) -> None:
    progress = Progress()
    write_pdf(month_paper(month_report()), paper, progress)
    assert progress.fraction() == 1.0


def test_a_signature_never_stands_alone_on_a_page(paper: Path) -> None:
    for lines in range(0, 30, 3):
        report = month_report(articles=(), materials=(), missing=tuple(f"Việc {n}" for n in range(lines)))
        signed = next(page.extract_text() for page in read(paper, report).pages if "Nơi nhận" in page.extract_text())
        assert "Trên đây là báo cáo" in signed


def test_a_long_list_of_articles_leaves_no_page_half_white(paper: Path) -> None:
    many = month_report(topics=TOPICS * 3, articles=tuple(article(title=f"Bài {n}") for n in range(30)))
    reader = read(paper, many)
    page = next(page_words(reader, n) for n in range(3) if "Tin bài đã đăng, gửi" in page_words(reader, n))
    assert "Cộng" in page  # what was before it
    assert "Bài 0" in page


def test_thirty_articles_and_sixty_photos_read_back_whole(paper: Path, tmp_path: Path) -> None:
    photos = tuple(photo(tmp_path, f"{number}") for number in range(60))
    articles = tuple(article(title=f"Bài {n}", photos=photos[2 * n : 2 * n + 2]) for n in range(30))
    reader = PdfReader(io.BytesIO(whole_bytes(paper, month_report(articles=articles, materials=photos))))
    whole = words(reader)
    assert all(f"{n}. Bài {n - 1} " in whole for n in range(1, 31))
    assert len(reader.pages) > 20


def whole_bytes(paper: Path, report: MonthReport) -> bytes:
    write_pdf(month_paper(report), paper, Progress())
    return paper.read_bytes()
