"""A month's report, gathered: an article as it was written, its photos counted among those that may leave."""

from __future__ import annotations

from datetime import date, datetime, time

from desktop_app.core import approvals, articles, channels, distributions
from desktop_app.core.articles import ArticleText
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.manuscripts import markup
from desktop_app.core.manuscripts.markup import Span
from desktop_app.core.media.describing import describe
from desktop_app.core.media.importing import import_media
from desktop_app.core.month_page import page_of
from desktop_app.core.periods import Month
from desktop_app.core.reports.gathering import gather_month
from tests.core.makers import a_plan, a_school, an_article

DAY = date(2024, 5, 8)
BODY = "## Phần lễ\n\n![1]\n\nCác em **múa xoè**.\n\n![2]\n\n- một giải nhất"


def two_photos(home: Home) -> list[str]:
    """Two described photos of the archive with nobody in them."""
    folder = home.root / "card"
    folder.mkdir()
    for number in (1, 2):
        draw_scene(folder / f"{number}.jpg", seed=number, taken_at=datetime.combine(DAY, time(8, number)))
    ids = import_media(home, [folder], Progress()).asset_ids
    for asset_id, caption in zip(ids, ("một", "hai"), strict=True):
        describe(asset_id, caption=caption, credit="", activity="", topic_id=None, people="none")
    return ids


def test_a_photo_that_may_not_leave_takes_its_place_with_it(home: Home) -> None:
    principal = a_school()
    article_id = an_article(a_plan(), ArticleText("Lễ kỷ niệm", "", BODY))
    first, second = two_photos(home)
    articles.place_photos(article_id, [first, second])
    articles.submit_article(article_id)
    approvals.approve(article_id, person_id=principal)
    distributions.distribute(article_id, channels.add_channel("website", "website"), DAY)
    describe(first, caption="một", credit="", activity="", topic_id=None, people="children")  # seen only now
    (article,) = gather_month(home, page_of(Month.parse("2024-05")), Progress()).articles
    assert [photo.caption for photo in article.photos] == ["hai"]
    assert article.body == (
        markup.plain("Phần lễ", "heading"),
        markup.Block("paragraph", (Span("Các em "), Span("múa xoè", True), Span("."))),
        markup.picture(1),
        markup.plain("một giải nhất", "item"),
    )
