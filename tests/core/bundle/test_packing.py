"""A month packed for the authority: names, texts, and the page to open first."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import bagit

from desktop_app.core.bundle.copying import BundleFile
from desktop_app.core.bundle.names import is_portable_place
from desktop_app.core.bundle.packing import article_text, bundle_info, bundle_name, pack_month
from desktop_app.core.bundle.verifying import verify_bundle
from desktop_app.core.bundle.writing import write_bundle
from desktop_app.core.jobs import Progress
from desktop_app.core.manuscripts.markup import paragraphs, plain
from desktop_app.core.reports.snapshot import Distributed, Figures, MonthReport, Quota
from tests.core.reports.samples import article, month_report, photo, video

HOSTILE = "<script>alert(1)</script>\"'&"


def packed(report: MonthReport) -> dict[str, bytes]:
    """Place to content of every file of the bundle."""
    files = pack_month(report, b"%PDF", b"PK")
    assert len({file.place for file in files}) == len(files)
    return {file.place: file.source if isinstance(file.source, bytes) else file.source.read_bytes() for file in files}


class Page(HTMLParser):
    """What a browser would load or follow, and what it would run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(report: MonthReport) -> Page:
    return Page(packed(report)["index.html"].decode())


def test_a_bundle_is_named_after_month_and_school() -> None:
    assert bundle_name(month_report()) == "BaoCao_2024-05_THMM2"
    assert bundle_name(month_report(period="2023-2024/I", school_short="")).startswith("BaoCao_2023-2024-I_Truong")


def test_report_articles_and_materials_each_have_their_folder(tmp_path: Path) -> None:
    report = month_report(
        articles=(article(photos=(photo(tmp_path, "a"),)),), materials=(photo(tmp_path, "b"), video())
    )
    assert sorted(packed(report)) == [
        "data/01_BaoCao.docx",
        "data/01_BaoCao.pdf",
        "data/02_TinBai/2024-05-07_le-ky-niem-70-nam-chien-thang-dien-bien-phu.txt",
        "data/02_TinBai/2024-05-07_le-ky-niem-70-nam-chien-thang-dien-bien-phu_anh-1.jpg",
        "data/03_TuLieu/2024-05-07_hoc-sinh-lop-4-mua-xoe.jpg",
        "index.html",
    ]


def test_articles_and_photos_of_one_name_keep_apart(tmp_path: Path) -> None:
    twins = (article(photos=(photo(tmp_path, "a"),)),) * 3
    report = month_report(articles=twins, materials=(photo(tmp_path, "b"),) * 3)
    assert len(packed(report)) == 3 + 3 + 3 + 3


def test_names_stay_short_and_portable_whatever_the_titles(tmp_path: Path) -> None:
    long = article(title="Nghiêng " * 60, photos=(photo(tmp_path, "a"),))
    report = month_report(articles=(long, long), materials=(photo(tmp_path, "b", caption="CON"),))
    assert all(is_portable_place(f"{bundle_name(report)}/{place}") for place in packed(report))


def test_the_copy_without_gps_goes_out_not_the_one_for_the_paper(tmp_path: Path) -> None:
    exported = tmp_path / "exported.jpg"
    exported.write_bytes(b"clean")
    report = month_report(materials=(photo(tmp_path, "b", exported=exported),))
    assert packed(report)["data/03_TuLieu/2024-05-07_hoc-sinh-lop-4-mua-xoe.jpg"] == b"clean"


def test_a_text_opens_in_an_old_notepad() -> None:
    text = article_text(article())
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.count(b"\n") == text.count(b"\r\n") > 5
    assert "Lễ kỷ niệm 70 năm Chiến thắng Điện Biên Phủ" in text.decode("utf-8-sig")


def test_every_link_of_the_page_leads_to_a_file_of_the_bundle(tmp_path: Path) -> None:
    report = month_report(
        articles=(article(photos=(photo(tmp_path, "a"),), distributions=()),), materials=(photo(tmp_path, "b"),)
    )
    files = packed(report)
    html = files["index.html"].decode()
    links = {unquote(link) for link in Page(html).links}
    inside = {link for link in links if link.startswith("#")}
    assert all(f"<section id={link[1:]}>" in html for link in inside)
    assert links - inside == {place for place in files if place != "index.html"}


def test_the_page_loads_nothing_from_outside_and_runs_nothing() -> None:
    shown = page(month_report())
    assert not {"script", "link", "iframe", "object", "embed", "form"} & set(shown.tags)
    assert "http-equiv" in packed(month_report())["index.html"].decode()


def test_the_page_shows_what_people_typed_and_never_obeys_it(tmp_path: Path) -> None:
    hostile = article(
        title=HOSTILE,
        lead=HOSTILE,
        body=(plain(HOSTILE, "heading"), plain(HOSTILE, "item"), plain(HOSTILE)),
        topic=HOSTILE,
        authors=(HOSTILE,),
        distributions=(
            Distributed(HOSTILE, None, "javascript:alert(1)"),
            Distributed("web", None, f"https://x/{HOSTILE}"),
        ),
    )
    report = month_report(
        school_name=HOSTILE,
        authority_line=HOSTILE,
        articles=(hostile,),
        materials=(photo(tmp_path, "b", caption=HOSTILE, credit=HOSTILE, topic=HOSTILE),),
        missing=(HOSTILE,),
        figures=Figures((Quota(HOSTILE, 0, 1, "missing"),)),
    )
    shown = page(report)
    assert "script" not in shown.tags
    assert shown.words.count(HOSTILE) >= 10
    assert not [link for link in shown.links if link.startswith("javascript")]


def test_the_page_says_what_is_missing() -> None:
    shown = page(month_report(articles=(), materials=(), missing=("Thiếu 1 tin bài",)))
    assert "Thiếu 1 tin bài" in shown.words
    assert "Trong kỳ chưa có tin bài nào được đăng, gửi." in shown.words


BODY = "## Phần lễ\n\nCác em **múa xoè**\nbên suối.\n\n![2]\n\n- một giải nhất\n- hai giải nhì"


def test_the_page_shows_a_body_as_it_was_written_with_each_photo_in_its_place(tmp_path: Path) -> None:
    photos = tuple(photo(tmp_path, name, caption=f"Ảnh {name}") for name in ("a", "b"))
    written = article(body=tuple(paragraphs(BODY)), photos=photos)
    html = packed(month_report(articles=(written,)))["index.html"].decode()
    in_order = (
        "<h4>Phần lễ</h4>",
        "<p>Các em <strong>múa xoè</strong><br>bên suối.</p>",
        "Ảnh b",
        "<ul><li>một giải nhất</li><li>hai giải nhì</li></ul>",
        "Ảnh a",
    )
    places = [html.index(piece) for piece in in_order]
    assert places == sorted(places)
    assert html.count("<figcaption>Ảnh b") == 1


def test_the_file_of_an_article_names_each_photo_by_the_number_of_its_file(tmp_path: Path) -> None:
    photos = tuple(photo(tmp_path, name, caption=f"Chú thích {name}") for name in ("a", "b"))
    text = article_text(article(body=tuple(paragraphs(BODY)), photos=photos)).decode("utf-8-sig")
    assert (
        "\r\n\r\n".join(
            (
                "Phần lễ",
                "Các em múa xoè\r\nbên suối.",
                "[Ảnh 2: Chú thích b]",
                "- một giải nhất\r\n- hai giải nhì",
                "[Ảnh 1: Chú thích a]",
            )
        )
        in text
    )


def test_a_packed_month_is_a_valid_bag(tmp_path: Path) -> None:
    report = month_report(articles=(article(photos=(photo(tmp_path, "a"),)),), materials=(photo(tmp_path, "b"),))
    journal = BundleFile(b"{}", "data/04_NhatKy/1.jsonl.gz")
    target = tmp_path / "stick"
    target.mkdir()
    files = pack_month(report, b"%PDF", b"PK", (journal,))
    written = write_bundle(bundle_name(report), files, target, Progress(), bundle_info(report))
    bagit.Bag(str(written.path)).validate()
    assert verify_bundle(written.path, Progress()) == (True, 6, [])


def test_a_photo_whose_file_is_gone_has_its_place_on_the_page_all_the_same(tmp_path: Path) -> None:
    gone = replace(photo(tmp_path), path=None)
    shown = page(month_report(articles=(), materials=(gone,)))
    assert "Không có trong gói này" in shown.words
