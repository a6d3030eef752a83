"""What WordPress gets: our blocks as its blocks, a person's signs as signs, pictures in their places."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.articles import ArticleText
from desktop_app.core.website.rendering import WebPicture, content, slug

SHOWN = WebPicture(7, "https://truong.edu.vn/anh.jpg", 'Cô <Liễu> & "trò"')


def test_each_kind_of_block_becomes_wordpress_own() -> None:
    written = content(ArticleText("", "Mở đầu", "## Lễ\n\nMột\n**hai**\n\n- ba\n- bốn"), [])
    assert written == "\n\n".join(
        [
            "<!-- wp:paragraph -->\n<p><strong>Mở đầu</strong></p>\n<!-- /wp:paragraph -->",
            '<!-- wp:heading -->\n<h2 class="wp-block-heading">Lễ</h2>\n<!-- /wp:heading -->',
            "<!-- wp:paragraph -->\n<p>Một<br><strong>hai</strong></p>\n<!-- /wp:paragraph -->",
            '<!-- wp:list -->\n<ul class="wp-block-list">'
            "<!-- wp:list-item -->\n<li>ba</li>\n<!-- /wp:list-item -->"
            "<!-- wp:list-item -->\n<li>bốn</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->",
        ]
    )


def test_a_picture_stands_in_its_place_with_its_words_escaped() -> None:
    written = content(ArticleText("", "", "Một\n\n![1]\n\nHai"), [SHOWN])
    assert written.index("Một") < written.index("anh.jpg") < written.index("Hai")
    assert written.count("<img") == 1
    assert 'alt="Cô &lt;Liễu&gt; &amp; &quot;trò&quot;"' in written
    assert '<!-- wp:image {"id":7,"sizeSlug":"full"} -->' in written


def test_pictures_without_a_place_come_last_and_one_that_may_not_go_leaves_no_trace() -> None:
    written = content(ArticleText("", "", "Một\n\n![1]\n\n![9]"), [None, SHOWN])
    assert written.count("<figure") == 1
    assert written.index("Một") < written.index("anh.jpg")


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_sign_of_a_person_becomes_a_sign_of_the_page(lead: str, body: str) -> None:
    tags = r"</?(p|strong|br|h2|ul|li)( class=\"wp-block-(heading|list)\")?>"
    comments = "<!-- /?wp:(paragraph|heading|list|list-item) -->"
    words = re.sub(f"{tags}|{comments}", "", content(ArticleText("", lead, body), []))
    assert not set("<>[]") & set(words)
    assert "&" not in re.sub(r"&(lt|gt|amp|quot|#x27|#91|#93);", "", words)


def test_a_shortcode_in_a_text_is_words() -> None:
    written = content(ArticleText("", "", "[gallery ids=1]"), [])
    assert "[" not in written
    assert "[gallery ids=1]" in html.unescape(written)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lễ kỷ niệm 07/5 – Đội thiếu niên!", "le-ky-niem-07-5-doi-thieu-nien-12345678"),
        ("***", "12345678"),
        ("a" * 200, "a" * 60 + "-12345678"),
    ],
)
def test_an_address_is_the_title_without_accents_and_the_end_of_the_id(title: str, name: str) -> None:
    assert slug(title, "0197-9abc-12345678") == name
