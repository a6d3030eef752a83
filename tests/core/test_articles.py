"""The life of an article: every text kept, approval for exactly one text, nothing out before it."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest

from db.models import ArticleAuthor, AuditEvent, Decision, Distribution, MediaAsset, Review, Revision
from db.queries import article_list
from db.queries import articles as rows
from desktop_app.core import approvals, articles, channels, consent, distributions, school
from desktop_app.core.article_rules import MOVES, NotAllowedNow, StillMissing, can
from desktop_app.core.articles import ArticleText, ChangedElsewhere, NoSuchArticle, ReasonNeeded, ShownAnew
from desktop_app.core.channels import NoSuchChannel
from desktop_app.core.distribution_rules import DateInFuture, NotApprovedYet, PictureMayNotGo
from desktop_app.core.home import Home
from tests.core.makers import TEXT, a_picture, a_plan, a_school, an_approved_article, an_article


def state_of(article_id: str) -> str:
    article = rows.article(article_id)
    assert article is not None
    return article.state


def test_every_save_is_a_revision_and_saving_the_same_words_again_is_none(home: Home) -> None:
    article = an_article(a_plan())
    assert not articles.save_article(article, TEXT)
    assert articles.save_article(article, TEXT._replace(body="Khác"))
    assert [revision.number for revision in Revision.select().order_by(Revision.number)] == [1, 2]


def test_decomposed_letters_are_the_same_words(home: Home) -> None:
    article = an_article(a_plan())
    assert not articles.save_article(article, ArticleText(*(unicodedata.normalize("NFD", part) for part in TEXT)))


def test_typed_words_survive_until_the_next_save(home: Home) -> None:
    article = an_article(a_plan())
    typed = TEXT._replace(body="Đang gõ dở")
    articles.keep_savepoint(article, TEXT)
    articles.keep_savepoint(article, typed)
    assert articles.unsaved_text(article) == typed
    articles.save_article(article, typed)
    assert articles.unsaved_text(article) is None


def test_an_article_without_topic_or_text_cannot_be_sent_and_the_list_says_why(home: Home) -> None:
    article = articles.start_article(a_plan())
    with pytest.raises(StillMissing) as refused:
        articles.submit_article(article)
    assert "topic" in str(refused.value)
    assert state_of(article) == "writing"
    assert {line.field for line in articles.checklist(article) if line.blocks and not line.met} == {
        "title",
        "topic",
        "body",
    }


def test_a_photo_without_caption_holds_the_article_back(home: Home) -> None:
    article = an_article(a_plan())
    articles.place_photos(article, [a_picture(caption="")])
    with pytest.raises(StillMissing):
        articles.submit_article(article)


def test_approval_names_the_exact_text_and_an_edit_asks_for_it_anew(home: Home) -> None:
    principal = a_school()
    article = an_approved_article(a_plan(), principal)
    approved = Decision.get().revision
    articles.save_article(article, TEXT._replace(title="Tiêu đề mới"))
    assert state_of(article) == "in_review"
    assert Review.select().where(Review.closed_at.is_null()).get().revision.number == 2
    assert Decision.get().revision == approved


def test_the_principal_never_approves_a_text_that_changed_while_reading(home: Home) -> None:
    principal = a_school()
    article = an_article(a_plan())
    articles.submit_article(article)
    read = rows.article(article)
    assert read is not None
    articles.save_article(article, TEXT._replace(body="Sửa sau khi gửi"))
    with pytest.raises(approvals.TextHasChanged):
        approvals.approve(article, person_id=principal, revision_id=read.revision_id)
    assert state_of(article) == "in_review"


def test_only_the_principal_or_a_live_delegate_approves(home: Home) -> None:
    a_school()
    article = an_article(a_plan())
    articles.submit_article(article)
    with pytest.raises(approvals.MayNotApprove):
        approvals.approve(article, person_id=school.person_named("Cô Vân"))
    assert Decision.select().count() == 0


def test_a_return_needs_a_reason_and_the_author_sees_it(home: Home) -> None:
    principal = a_school()
    article = an_article(a_plan())
    articles.submit_article(article)
    with pytest.raises(ReasonNeeded):
        approvals.return_article(article, person_id=principal, reasons=[])
    approvals.return_article(article, person_id=principal, reasons=["title"], comment="Ngắn hơn")
    assert state_of(article) == "needs_changes"
    assert rows.decisions(article)[0].comment == "Ngắn hơn"


def test_nothing_is_published_before_approval(home: Home) -> None:
    a_school()
    article = an_article(a_plan())
    with pytest.raises(NotApprovedYet):
        distributions.distribute(article, channels.add_channel("website", "Website"), date(2024, 5, 21))
    assert Distribution.select().count() == 0


def test_a_publication_cannot_lie_in_the_future(home: Home) -> None:
    article = an_approved_article(a_plan(), a_school())
    with pytest.raises(DateInFuture):
        distributions.distribute(article, channels.add_channel("website", "Website"), date.today() + timedelta(days=1))


def test_a_published_article_is_shown_as_published_with_its_address(home: Home) -> None:
    article = an_approved_article(a_plan(), a_school())
    done = distributions.distribute(article, channels.add_channel("website", "Website"), date(2024, 5, 21))
    distributions.prove_with_address(done, "https://truong.example/tin")
    assert state_of(article) == "published"
    assert rows.distributions(article)[0].evidence == "https://truong.example/tin"
    assert article_list.article_counts()["published"] == 1


def test_a_photo_of_pupils_goes_public_only_with_both_consents(home: Home) -> None:
    picture = a_picture(people="children")
    article = an_article(a_plan())
    articles.place_photos(article, [picture])
    articles.submit_article(article)
    approvals.approve(article, person_id=a_school())
    website = channels.add_channel("website", "Website")
    with pytest.raises(PictureMayNotGo):
        distributions.distribute(article, website, date(2024, 5, 21))
    agreed = consent.ConsentGiven("Lớp 5A1", "Phụ huynh lớp 5A1", True, True, ["website"], date(2024, 5, 1))
    consent.give_consent(agreed, [picture])
    distributions.distribute(article, website, date(2024, 5, 21))


@pytest.mark.parametrize(
    "said",
    [
        consent.ConsentGiven("Em A", "Bố", False, True, ["website"], date(2024, 1, 1)),
        consent.ConsentGiven("Em A", "Bố", True, False, ["website"], date(2024, 1, 1)),
        consent.ConsentGiven("Em A", "Bố", True, True, ["website"], date(2024, 6, 1)),
    ],
)
def test_half_a_consent_or_a_later_one_is_none(home: Home, said: consent.ConsentGiven) -> None:
    picture = a_picture(people="children")
    consent.give_consent(said, [picture])
    assert consent.obstacle(picture, "website", date(2024, 5, 21)) == consent.CONSENT_MISSING


def test_who_is_in_a_picture_must_be_said_before_it_leaves(home: Home) -> None:
    assert consent.obstacle(a_picture(people=""), "authority", date(2024, 5, 1)) == consent.PEOPLE_UNKNOWN


def test_a_published_article_is_not_cancelled(home: Home) -> None:
    article = an_approved_article(a_plan(), a_school())
    distributions.distribute(article, channels.add_channel("website", "Website"), date(2024, 5, 21))
    with pytest.raises(NotAllowedNow):
        articles.cancel_article(article, "nhầm")


def test_a_cancelled_article_comes_back_with_its_words(home: Home) -> None:
    article = an_article(a_plan())
    with pytest.raises(ReasonNeeded):
        articles.cancel_article(article, "  ")
    articles.cancel_article(article, "Trùng bài")
    articles.reopen_article(article)
    back = rows.article(article)
    assert back is not None
    assert (back.state, back.title) == ("writing", TEXT.title)


def test_an_approved_article_that_was_cancelled_comes_back_approved(home: Home) -> None:
    article = an_approved_article(a_plan(), a_school())
    articles.cancel_article(article, "Hoãn ngày hội")
    articles.reopen_article(article)
    assert state_of(article) == "approved"


def test_one_review_is_open_at_a_time(home: Home) -> None:
    article = an_article(a_plan())
    articles.submit_article(article)
    with pytest.raises(NotAllowedNow):
        articles.submit_article(article)
    articles.withdraw_article(article)
    articles.submit_article(article)
    assert Review.select().where(Review.closed_at.is_null()).count() == 1


def test_an_unknown_article_or_channel_is_named(home: Home) -> None:
    with pytest.raises(NoSuchArticle):
        articles.submit_article("nobody")
    channels.add_channel("website", "Website trường")
    with pytest.raises(NoSuchChannel) as refused:
        channels.channel_called("báo")
    assert refused.value.facts["known"] == "website"


def test_every_act_leaves_a_line_in_the_log(home: Home) -> None:
    an_approved_article(a_plan(), a_school())
    acts = [event.act for event in AuditEvent.select().order_by(AuditEvent.id)]
    assert acts == ["start article", "submit article", "approve article"]


def test_the_same_photo_is_placed_once(home: Home) -> None:
    article = an_article(a_plan())
    picture = a_picture()
    articles.place_photos(article, [picture, picture])
    articles.place_photos(article, [picture])
    assert MediaAsset.get().usages.count() == 1


@pytest.mark.parametrize("act", ["submit", "approve", "return", "distribute", "withdraw"])
def test_a_cancelled_article_can_only_be_reopened(act: str) -> None:
    assert not can(act, "cancelled")
    assert MOVES["reopen"] == {"cancelled": "writing"}


def test_unsaved_words_put_aside_are_an_older_version_and_the_approval_stands(home: Home) -> None:
    article = an_approved_article(a_plan(), a_school())
    articles.keep_savepoint(article, TEXT._replace(body="Gõ nhầm rồi mất điện"))
    articles.put_unsaved_aside(article)
    whole = rows.article(article)
    assert whole is not None
    assert (whole.body, whole.state) == (TEXT.body, "approved")
    assert articles.unsaved_text(article) is None
    assert "Gõ nhầm rồi mất điện" in {revision.body for revision in Revision.select()}


def test_a_caption_below_an_article_names_the_photo_in_the_archive_once(home: Home) -> None:
    article = an_article(a_plan())
    new, known = a_picture(caption=""), a_picture("b" * 64, caption="Lễ chào cờ")
    articles.place_photos(article, [new, known])
    articles.caption_photo(article, new, " Học sinh đọc thơ ")
    articles.caption_photo(article, known, "Cô và trò")
    assert [photo.caption for photo in rows.photos(article)] == ["Học sinh đọc thơ", "Cô và trò"]
    assert [MediaAsset.get_by_id(one).caption for one in (new, known)] == ["Học sinh đọc thơ", "Lễ chào cờ"]


def test_the_photos_offered_are_the_latest_and_none_that_was_refused(home: Home) -> None:
    old = a_picture(taken_at="2024-01-07T07:30:00")
    new = a_picture("b" * 64, review="waiting")
    a_picture("c" * 64, review="rejected")
    assert [photo.id for photo in rows.archive_photos()] == [new, old]
    assert rows.archive_photo_count() == 2


# ---------------------------------------------------------------- changed elsewhere


def test_a_text_that_the_writer_never_saw_is_not_written_over(home: Home) -> None:
    article = an_article(a_plan())
    theirs = TEXT._replace(body="Bản của máy kia")
    mine = TEXT._replace(body="Bản của tôi")
    articles.save_article(article, theirs, by_name="Lò Văn Dơn")
    articles.keep_savepoint(article, mine)
    with pytest.raises(ChangedElsewhere, match="Lò Văn Dơn"):
        articles.save_article(article, mine, based_on=TEXT)
    whole = rows.article(article)
    assert whole is not None
    assert whole.body == theirs.body
    assert articles.unsaved_text(article) == mine


def test_the_writers_words_go_on_once_the_other_text_was_seen(home: Home) -> None:
    article = an_article(a_plan())
    theirs = TEXT._replace(body="Bản của máy kia")
    mine = TEXT._replace(body="Bản của tôi")
    articles.save_article(article, theirs)
    assert articles.save_article(article, mine, based_on=theirs)
    assert [one.body for one in Revision.select().order_by(Revision.number)] == [TEXT.body, theirs.body, mine.body]


def test_the_same_words_from_elsewhere_are_no_change(home: Home) -> None:
    article = an_article(a_plan())
    mine = TEXT._replace(body="Cùng một câu")
    articles.save_article(article, mine)
    assert not articles.save_article(article, mine, based_on=TEXT)


def test_whoever_decides_has_the_newest_text_before_them(home: Home) -> None:
    article = an_article(a_plan())
    articles.require_seen(article, TEXT)
    articles.save_article(article, TEXT._replace(lead="Khác"))
    with pytest.raises(ShownAnew):
        articles.require_seen(article, TEXT)


def test_authors_that_stay_the_same_are_not_written_anew(home: Home) -> None:
    article = articles.start_article(a_plan())
    articles.describe_article(article, topic_id=None, event_date=date(2024, 5, 7), authors=["Lò Thị Vân"])
    before = ArticleAuthor.get()
    articles.describe_article(article, topic_id=None, event_date=date(2024, 5, 8), authors=["Lò Thị Vân"])
    assert ArticleAuthor.get() == before
