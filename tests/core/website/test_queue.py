"""Articles on their way: offered, sent once, corrected, taken off; nothing doubled and nothing half shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from db.models import Article, Distribution, Evidence, MediaAsset, WebPost, WebUpload
from db.queries import web_posts
from desktop_app.core import articles, channels, distributions
from desktop_app.core.articles import ArticleText
from desktop_app.core.distribution_rules import NotApprovedYet, PictureMayNotGo
from desktop_app.core.media.editing import edit_picture
from desktop_app.core.media.edits import Box, Edit
from desktop_app.core.media.jpeg import notes_in
from desktop_app.core.one_at_a_time import only_one
from desktop_app.core.told import kind_of
from desktop_app.core.website import queue
from desktop_app.core.website.errors import NoWebsite, PutThereByHand
from tests.core.makers import an_article
from tests.core.website.conftest import School
from tests.core.website.wordpress import Fault, WordPressServer


def test_an_approved_article_arrives_with_its_pictures_and_is_proved_by_its_address(
    school: School, wordpress: WordPressServer
) -> None:
    article = school.approved_article(school.picture(1), school.picture(2), body="Một.\n\n![2]\n\nHai.")
    place = queue.offer(article, school.channel, by_name="Hoa")
    assert school.send().arrived == ["Lễ kỷ niệm 07/5"]
    (post,) = wordpress.site.published()
    first, second = wordpress.site.media.values()
    assert post["featured_media"] == first["id"]
    assert post["content"].index("Hai.") > post["content"].index(second["source_url"])
    assert (first["alt_text"], first["caption"]) == ("Lễ chào cờ 1", "Lễ chào cờ 1")
    assert not any(notes_in(payload) for payload in wordpress.site.files.values())
    distribution = Distribution.get_by_id(place)
    assert (distribution.state, distribution.by_name) == ("proved", "Hoa")
    assert Evidence.get().url == post["link"] == school.state(place).link
    assert not list(school.home.outbox.iterdir())


def test_only_what_is_approved_goes_into_the_queue(school: School) -> None:
    with pytest.raises(NotApprovedYet):
        queue.offer(an_article(school.plan), school.channel)
    assert not WebPost.select().exists()


def test_a_channel_without_a_website_takes_nothing(school: School) -> None:
    article = school.approved_article()
    with pytest.raises(NoWebsite):
        queue.offer(article, channels.add_channel("website", "Khác"))


def test_a_text_changed_in_the_queue_is_not_sent_until_it_is_approved_and_offered_anew(
    school: School, wordpress: WordPressServer
) -> None:
    article = school.approved_article()
    place = queue.offer(article, school.channel)
    articles.save_article(article, ArticleText("Khác", "", "Chữ chưa duyệt."))
    school.send()
    assert not wordpress.site.posts
    assert kind_of(school.state(place).problem) == "TextChanged"
    school.approve(article)
    queue.try_again(place)
    school.send()
    assert not wordpress.site.posts
    assert kind_of(school.state(place).problem) == "TextChanged"
    assert queue.offer(article, school.channel) == place
    school.send()
    assert [post["title"] for post in wordpress.site.published()] == ["Khác"]


def test_a_pupil_without_consent_keeps_the_article_at_home(school: School, wordpress: WordPressServer) -> None:
    article = school.approved_article(school.picture(people="children"))
    with pytest.raises(PictureMayNotGo):
        queue.offer(article, school.channel)
    MediaAsset.update(people="none").execute()
    place = queue.offer(article, school.channel)
    MediaAsset.update(people="children").execute()
    school.send()
    assert not wordpress.site.media
    assert kind_of(school.state(place).problem) == "PictureMayNotGo"


def test_a_correction_replaces_the_same_post_and_keeps_its_address(school: School, wordpress: WordPressServer) -> None:
    article = school.approved_article(school.picture())
    place = queue.offer(article, school.channel, by_name="Hoa")
    school.send()
    (before,) = wordpress.site.published()
    link = before["link"]
    school.rewrite(article, ArticleText("Tên mới", "", "Chữ mới."))
    assert queue.offer(article, school.channel, by_name="Nga") == place
    school.send()
    (after,) = wordpress.site.posts.values()
    assert (after["title"], after["link"]) == ("Tên mới", link)
    assert len(wordpress.site.media) == 1
    correction = Distribution.get(Distribution.corrects == place)
    assert (correction.state, correction.by_name) == ("proved", "Nga")
    assert Distribution.get_by_id(place).by_name == "Hoa"
    assert web_posts.state_of(str(correction.id)) == web_posts.state_of(place)


def test_what_is_taken_down_here_becomes_a_draft_there_and_comes_back_when_put_back(
    school: School, wordpress: WordPressServer
) -> None:
    place = queue.offer(school.approved_article(), school.channel)
    school.send()
    distributions.take_down(place, "Sai tên")
    school.send()
    assert [post["status"] for post in wordpress.site.posts.values()] == ["draft"]
    assert school.send().arrived == []
    distributions.put_back(place)
    school.send()
    assert [post["status"] for post in wordpress.site.posts.values()] == ["publish"]


def test_an_article_taken_down_and_offered_again_is_the_same_post(school: School, wordpress: WordPressServer) -> None:
    article = school.approved_article()
    place = queue.offer(article, school.channel)
    school.send()
    distributions.take_down(place, "Sai tên")
    Article.update(state="approved").execute()
    assert queue.offer(article, school.channel) != place
    school.send()
    assert [post["status"] for post in wordpress.site.posts.values()] == ["publish"]
    assert not web_posts.waiting()


def test_an_article_put_on_the_website_by_hand_is_not_doubled(school: School) -> None:
    article = school.approved_article()
    distributions.distribute(article, school.channel, datetime.now().date())
    with pytest.raises(PutThereByHand):
        queue.offer(article, school.channel)


def test_records_taken_back_from_a_backup_find_what_is_on_the_website(
    school: School, wordpress: WordPressServer
) -> None:
    article = school.approved_article(school.picture())
    place = queue.offer(article, school.channel)
    school.send()
    WebPost.update(post_id=None, link="", state="queued").execute()
    WebUpload.delete().execute()
    school.rewrite(article, ArticleText("Tên mới", "", "Chữ mới."))
    assert queue.offer(article, school.channel) == place
    school.send()
    assert [post["title"] for post in wordpress.site.posts.values()] == ["Tên mới"]
    assert len(wordpress.site.media) == 1


def test_what_was_deleted_there_by_hand_is_made_anew_when_published_again(
    school: School, wordpress: WordPressServer
) -> None:
    article = school.approved_article(school.picture())
    queue.offer(article, school.channel)
    school.send()
    wordpress.site.posts.clear()
    wordpress.site.media.clear()
    queue.offer(article, school.channel)
    school.send()
    assert len(wordpress.site.published()) == len(wordpress.site.media) == 1


def test_a_face_covered_later_is_covered_on_the_website_too_and_its_first_copy_is_gone(
    school: School, wordpress: WordPressServer
) -> None:
    picture = school.picture()
    article = school.approved_article(picture)
    queue.offer(article, school.channel)
    school.send()
    (before,) = wordpress.site.media
    edit_picture(school.home, picture, Edit(covered=(Box(0.2, 0.2, 0.6, 0.6),)))
    wordpress.site.faults = [Fault("DELETE", "lost")]
    place = queue.offer(article, school.channel)
    school.send()
    queue.try_again(place)
    school.send()
    (after,) = wordpress.site.media
    (post,) = wordpress.site.published()
    assert before != after == post["featured_media"]
    assert wordpress.site.files[before] != wordpress.site.files[after]
    assert school.state(place).state == "sent"


def test_an_uncovered_copy_that_the_website_keeps_is_named(school: School, wordpress: WordPressServer) -> None:
    picture = school.picture()
    article = school.approved_article(picture)
    queue.offer(article, school.channel)
    school.send()
    edit_picture(school.home, picture, Edit(covered=(Box(0.2, 0.2, 0.6, 0.6),)))
    wordpress.site.faults = [Fault("DELETE", "403")]
    place = queue.offer(article, school.channel)
    school.send()
    assert kind_of(school.state(place).problem) == "UncoveredStays"


def test_a_website_with_a_small_limit_gets_smaller_pictures(school: School, wordpress: WordPressServer) -> None:
    picture = school.picture()
    school.send()
    wordpress.site.faults = [Fault("POST /wp/v2/media", "413"), Fault("POST /wp/v2/media", "413")]
    queue.offer(school.approved_article(picture), school.channel)
    assert school.send().arrived
    assert len(wordpress.site.media) == 1


def test_a_picture_too_large_in_every_size_names_itself_and_holds_up_no_other_article(
    school: School, wordpress: WordPressServer
) -> None:
    wordpress.site.largest_upload = 500
    large = queue.offer(school.approved_article(school.picture()), school.channel)
    queue.offer(school.approved_article(title="Bài khác"), school.channel)
    assert school.send().arrived == ["Bài khác"]
    state = school.state(large)
    assert (state.state, kind_of(state.problem)) == ("failed", "TooLarge")
    assert "DSC_1.jpg" in state.problem


def test_an_article_that_the_website_holds_back_is_not_recorded_as_published(
    school: School, wordpress: WordPressServer
) -> None:
    wordpress.site.holds_back = True
    place = queue.offer(school.approved_article(), school.channel)
    school.send()
    assert Distribution.get_by_id(place).state == "planned"
    wordpress.site.holds_back = False
    queue.try_again(place)
    assert school.send().arrived


def test_an_article_taken_out_of_the_queue_never_goes(school: School, wordpress: WordPressServer) -> None:
    place = queue.offer(school.approved_article(), school.channel)
    queue.take_back(place)
    school.send()
    assert not wordpress.site.posts
    assert web_posts.state_of(place) is None
    assert Distribution.get_by_id(place).state == "planned"


def test_a_correction_taken_out_of_the_queue_leaves_the_text_that_is_there(
    school: School, wordpress: WordPressServer
) -> None:
    article = school.approved_article()
    place = queue.offer(article, school.channel)
    school.send()
    school.rewrite(article, ArticleText("Tên mới", "", "Chữ mới."))
    queue.offer(article, school.channel)
    assert not school.state(place).outdated
    queue.take_back(place)
    assert (school.state(place).state, school.state(place).outdated) == ("sent", True)
    assert school.send().arrived == []


def test_recorded_by_hand_while_it_waited_it_is_proved_all_the_same(school: School) -> None:
    article = school.approved_article()
    place = queue.offer(article, school.channel)
    assert distributions.distribute(article, school.channel, datetime.now().date()) == place
    school.send()
    queue.offer(article, school.channel)
    school.send()
    assert Distribution.get_by_id(place).state == "proved"
    assert [piece.url for piece in Evidence.select()] == [school.state(place).link]


def test_two_programs_do_not_send_the_same_article(school: School, wordpress: WordPressServer) -> None:
    place = queue.offer(school.approved_article(), school.channel)
    with only_one(school.home, "website") as ours, only_one(school.home, "website") as theirs:
        assert (ours, theirs) == (True, False)
        assert school.send() == ([], 1, None)
    assert not wordpress.site.posts
    assert school.send().arrived
    assert school.state(place).state == "sent"


def test_each_try_in_vain_doubles_the_pause_but_no_line_of_ten_minutes_is_missed(
    school: School, wordpress: WordPressServer
) -> None:
    place = queue.offer(school.approved_article(), school.channel)
    wordpress.stop()
    pauses = []
    for _turn in range(8):
        WebPost.update(next_try_at=None).execute()
        school.send()
        pauses.append(round(school.pause(place), -1))
    assert pauses == [60, 120, 240, 300, 300, 300, 300, 300]
    assert not web_posts.due()
    assert web_posts.due(datetime.now(UTC) + timedelta(hours=2))


def test_a_website_in_trouble_is_left_alone_for_up_to_an_hour(school: School, wordpress: WordPressServer) -> None:
    place = queue.offer(school.approved_article(), school.channel)
    wordpress.site.faults = [Fault("GET /wp/v2/posts", "500")]
    WebPost.update(tries=10).execute()
    school.send()
    assert 3500 < school.pause(place) <= 3600


def test_a_website_that_says_when_to_come_back_is_left_alone_until_then(
    school: School, wordpress: WordPressServer
) -> None:
    place = queue.offer(school.approved_article(), school.channel)
    wordpress.site.faults = [Fault("GET /wp/v2/posts", "503")]
    school.send()
    assert school.pause(place) > 7000
