"""The approved words as a website, Facebook and Zalo want them."""

from __future__ import annotations

from datetime import date

import pytest

from db.queries import distributions as rows
from desktop_app.core import articles, channels, distributions, sharing
from desktop_app.core.articles import ArticleText
from desktop_app.core.distribution_rules import NotApprovedYet
from desktop_app.core.home import Home
from desktop_app.core.sharing import ApprovedWords, copied
from tests.core.makers import a_plan, a_school, an_approved_article, an_article

WORDS = ApprovedWords(
    "Ngày hội đọc sách",
    "Sáng 22/5, thầy và trò cùng đọc.",
    "Các lớp **dự thi** <kể chuyện>.\n\n## Kết quả\n\n- Nhất: 5A1\n- Nhì: 4A2\n\n![1]\n\nBuổi lễ khép lại.",
    3,
    False,
)


def test_a_website_form_gets_plain_paragraphs_and_lists() -> None:
    made = copied("web_text", WORDS)
    assert made.words == (
        "Ngày hội đọc sách\n\nSáng 22/5, thầy và trò cùng đọc.\n\nCác lớp dự thi <kể chuyện>.\n\n"
        "Kết quả\n\n• Nhất: 5A1\n• Nhì: 4A2\n\nBuổi lễ khép lại."
    )
    assert (made.limits.most, made.cut) == (0, False)


def test_html_is_made_by_us_and_nothing_of_the_text_becomes_a_tag() -> None:
    html = copied("web_html", WORDS._replace(title='Đọc <script>alert("x")</script>')).words
    assert "<script>" not in html
    assert "<p>Các lớp <strong>dự thi</strong> &lt;kể chuyện&gt;.</p>" in html
    assert "<h3>Kết quả</h3>" in html
    assert html.count("<li>") == 2


def test_facebook_gets_a_headline_in_capitals_and_the_schools_hashtags() -> None:
    made = copied("facebook", WORDS, hashtags="#TruongMuonMuon2, Đọc-sách !")
    assert made.words.startswith("NGÀY HỘI ĐỌC SÁCH\n\n")
    assert made.words.endswith("\n\n#TruongMuonMuon2 #Đọcsách")
    assert (made.limits.most, made.limits.seen) == (63_206, 477)


@pytest.mark.parametrize(("shape", "most"), [("zalo", 3000), ("zalo_oa", 2000), ("facebook", 63_206)])
def test_a_long_text_ends_with_a_sentence_and_where_to_read_on(shape: str, most: int) -> None:
    long = WORDS._replace(body="Câu này có dấu chấm 😀. " * 6000)
    made = copied(shape, long, address="https://truong.example/doc-sach")
    assert made.cut
    assert most - 60 < made.length <= most
    assert made.length == len(made.words.encode("utf-16-le")) // 2
    assert made.words.endswith("dấu chấm 😀.\n\nĐọc tiếp: https://truong.example/doc-sach")


def test_one_endless_sentence_is_cut_between_words() -> None:
    made = copied("zalo", WORDS._replace(title="", lead="", body="không dừng " * 900))
    assert made.length <= 3000
    assert made.words.endswith(("không…", "dừng…"))


def test_the_approved_words_are_copied_never_the_draft(home: Home) -> None:
    article = an_approved_article(a_plan(), a_school())
    assert not sharing.approved_words(article).newer
    articles.save_article(article, ArticleText("Bản nháp", "", "Chưa ai duyệt."))
    words = sharing.approved_words(article)
    assert (words.title, words.revision, words.newer) == ("Lễ kỷ niệm 07/5", 1, True)


def test_without_approval_nothing_is_copied(home: Home) -> None:
    a_school()
    with pytest.raises(NotApprovedYet):
        sharing.approved_words(an_article(a_plan()))


def test_the_address_to_read_on_is_the_articles_own_before_the_websites(home: Home) -> None:
    article = an_approved_article(a_plan(), a_school())
    website = channels.add_channel("website", "Website", url="https://truong.example")
    assert rows.website_address(article) == "https://truong.example"
    done = distributions.distribute(article, website, date(2024, 5, 21))
    distributions.prove_with_address(done, "https://truong.example/bai")
    assert rows.website_address(article) == "https://truong.example/bai"
