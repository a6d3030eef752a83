"""A sample school lives one month: its plan, three articles, photos drawn on the spot, a verified bundle."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from db import database
from db.models import Topic
from db.queries.reviews import waiting
from desktop_app.core import approvals, articles, channels, distributions, school
from desktop_app.core.albums.arranging import add_pictures
from desktop_app.core.albums.keeping import start_album
from desktop_app.core.approvals import Verdict
from desktop_app.core.articles import ArticleText
from desktop_app.core.bundle.verifying import Verification, verify_bundle
from desktop_app.core.class_lists import consents_for, read_class_list
from desktop_app.core.consent import ConsentGiven, give_together
from desktop_app.core.drawing import draw_scene
from desktop_app.core.exporting import ExportedBundle, export_month
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.describing import describe, review
from desktop_app.core.media.importing import import_media
from desktop_app.core.papers import keep_paper
from desktop_app.core.paths import ASSETS
from desktop_app.core.periods import Month
from desktop_app.core.plans.saving import save_plan
from desktop_app.core.plans.starter import starter_plan
from desktop_app.core.reports.slip import print_slips
from desktop_app.core.school import AuthorityGiven, SchoolGiven

Words = Mapping[str, Any]


class SampleMonth(NamedTuple):
    """What the sample school made: its bundle, proved by reading it again."""

    bundle: ExportedBundle
    verification: Verification
    articles: int
    pictures: int


def live_a_month(home: Home, target: Path, progress: Progress) -> SampleMonth:
    """Set up the sample school in an open, empty ``home`` and carry its month to a bundle in ``target``."""
    words = sample_words()
    pictures = live_until_report(home, words, progress)
    bundle = export_month(home, Month.parse(words["month"]), target, progress)
    return SampleMonth(bundle, verify_bundle(bundle.path, progress), len(words["articles"]), pictures)


def found_sample(home: Home, progress: Progress) -> None:
    """The sample school with its month, to look around in; whoever stops it finds the records empty as before."""
    with database.atomic():
        live_until_report(home, sample_words(), progress)


def live_until_report(home: Home, words: Words, progress: Progress) -> int:
    """Everything of the month but its report; returns how many pictures were taken in."""
    found_school(words["school"])
    plan = save_plan(starter_plan(), source_name="starter-plan.toml")
    clerk, leader = words["school"]["clerk"], school.person_named(words["school"]["principal"])
    found_class(words["class"], clerk)
    pictures: list[str] = []
    for number, article in enumerate(words["articles"]):
        article_id, taken = write_article(home, plan.id, article, number, progress)
        articles.submit_article(article_id, by_name=clerk)
        sign_slip(home, article_id, leader, article["event_date"], clerk, progress)
        publish(article_id, article["channels"], clerk)
        pictures += taken
    album = start_album(words["album"]["title"], by_name=clerk)
    add_pictures(album, pictures, by_name=clerk)
    return len(pictures)


def sample_words() -> Words:
    """The sample's names and texts (assets/templates/sample-school.toml)."""
    return tomllib.loads((ASSETS / "templates" / "sample-school.toml").read_text(encoding="utf-8"))


def found_school(words: Words) -> None:
    """Keep the sample school, named as one, with its people and the offices above it."""
    offices = [AuthorityGiven(**office) for office in words["authorities"]]
    school.set_up(SchoolGiven(**{**words, "authorities": offices}, is_sample=True))


def found_class(words: Words, by_name: str) -> None:
    """Write down the consents of a class as they were signed."""
    alike = ConsentGiven(
        "",
        "",
        guardian_ok=True,
        child_ok=True,
        channels=words["channels"],
        given_on=words["given_on"],
        class_name=words["name"],
        form_place=words["form_place"],
    )
    give_together(consents_for(read_class_list(words["list"]).pupils, alike), by_name=by_name)


def write_article(home: Home, plan_id: str, words: Words, number: int, progress: Progress) -> tuple[str, list[str]]:
    """One article with its photos, ready to be sent; returns its id and those of the photos."""
    topic = Topic.get(Topic.plan == plan_id, Topic.code == words["topic"])
    article_id = articles.start_article(plan_id, topic_id=topic.id)
    text = ArticleText(words["title"], words["lead"], words["body"].strip())
    articles.save_article(article_id, text, by_name=words["authors"][0])
    articles.describe_article(article_id, topic_id=topic.id, event_date=words["event_date"], authors=words["authors"])
    asset_ids = take_photos(home, words, str(topic.id), number, progress)
    articles.place_photos(article_id, asset_ids)
    return article_id, asset_ids


def take_photos(home: Home, words: Words, topic_id: str, number: int, progress: Progress) -> list[str]:
    """Draw the article's photos, take them in as a camera's card would be, describe and accept them."""
    with TemporaryDirectory(prefix="loa-") as folder:
        for place, _caption in enumerate(words["photos"]):
            taken_at = datetime.combine(words["event_date"], time(8, 10 + 7 * place))
            draw_scene(Path(folder) / f"DSC_{number}{place:03d}.jpg", seed=10 * number + place, taken_at=taken_at)
        asset_ids = import_media(home, [Path(folder)], progress).asset_ids
    for asset_id, caption in zip(asset_ids, words["photos"], strict=True):
        describe(
            asset_id,
            caption=caption,
            credit=words["authors"][0],
            activity=words["activity"],
            topic_id=topic_id,
            people="none",
        )
        review(asset_id, accepted=True)
    return asset_ids


def sign_slip(home: Home, article_id: str, leader: str, day: date, by_name: str, progress: Progress) -> None:
    """The principal says yes on the printed slip; the clerk writes it down and keeps the paper."""
    (asked,) = (row for row in waiting() if row.article_id == article_id)
    with TemporaryDirectory(prefix="loa-") as folder:
        paper = Path(folder) / f"phieu-duyet-{asked.code}.pdf"
        print_slips(home, [asked], paper, progress)
        scan = keep_paper(home, paper)
    yes = Verdict(approvals.APPROVED)
    approvals.record_paper(asked.code, yes, person_id=leader, decided_on=day, scan=scan, recorded_by=by_name)


def publish(article_id: str, places: list[Words], by_name: str) -> None:
    """Record each channel with its day and, where there is one, its address."""
    for place in places:
        day: date = place["on"]
        done = distributions.distribute(article_id, channels.channel_called(place["kind"]), day, by_name=by_name)
        if place["url"]:
            distributions.prove_with_address(done, place["url"], by_name=by_name)
