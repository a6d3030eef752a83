"""Makers of valid things for tests: a school with its principal, a plan, an article ready to be sent."""

from __future__ import annotations

from datetime import date

from db.models import MediaAsset, Plan, Quota, Topic
from desktop_app.core import approvals, articles, channels, distributions, school
from desktop_app.core.articles import ArticleText

TEXT = ArticleText("Lễ kỷ niệm 07/5", "Mở đầu", "Sáng nay, thầy và trò dự lễ chào cờ.")


def a_school(principal: str = "Nguyễn Thị Liễu") -> str:
    """A school with its principal, whose id is returned."""
    school.set_up(school.SchoolGiven(name="Trường PTDTBT Tiểu học số 2 Mường Mươn", principal=principal))
    return school.person_named(principal)


def a_plan(minimum: int = 1) -> str:
    """A plan of 2024 with one topic and both quotas; returns its id."""
    plan = Plan.create(
        title="Kế hoạch",
        year_label="năm 2024",
        period_start=date(2024, 1, 1),
        period_end=date(2024, 12, 31),
        quota_from="2024-03",
    )
    Topic.create(plan=plan, code="T13", printed_no="13", title="70 năm Điện Biên Phủ", sort=0)
    Quota.create(plan=plan, product="tin_bai", minimum=minimum)
    Quota.create(plan=plan, product="photo_or_video", minimum=1)
    return str(plan.id)


def an_article(plan_id: str, text: ArticleText = TEXT) -> str:
    """A written article with its topic, ready to be sent; returns its id."""
    topic = Topic.get(Topic.plan == plan_id)
    article_id = articles.start_article(plan_id, topic_id=str(topic.id))
    articles.save_article(article_id, text)
    return article_id


def an_approved_article(plan_id: str, principal_id: str) -> str:
    """An article the principal has approved; returns its id."""
    article_id = an_article(plan_id)
    articles.submit_article(article_id)
    approvals.approve(article_id, person_id=principal_id)
    return article_id


def a_published_article(plan_id: str, principal_id: str, day: date, kind: str = "website") -> str:
    """An approved article that went out on ``day``; returns its id."""
    article_id = an_approved_article(plan_id, principal_id)
    distributions.distribute(article_id, channels.add_channel(kind, kind), day)
    return article_id


def a_picture(sha256: str = "a" * 64, **facts: object) -> str:
    """A row of the archive without its file: described, accepted, taken on 07/05/2024; returns its id."""
    described = {
        "caption": "Lễ chào cờ",
        "activity": "Kỷ niệm",
        "review": "accepted",
        "taken_at": "2024-05-07T07:30:00",
        "people": "none",
    }
    file = {"original_path": "media/x.jpg", "original_name": "x.jpg", "bytes": 1}
    asset = MediaAsset.create(sha256=sha256, **{**file, **described, **facts})
    return str(asset.id)
