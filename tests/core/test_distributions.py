"""Where articles go: planned, out, proved, corrected by newer words, taken down, slips taken out."""

from __future__ import annotations

import io
import struct
import zlib
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from db.models import Article, AuditEvent, Distribution, Evidence
from db.queries import articles as article_rows
from db.queries import distributions as rows
from db.queries import months, today
from desktop_app.core import approvals, articles, channels, distributions, month_page
from desktop_app.core.articles import ArticleText, ReasonNeeded
from desktop_app.core.channels import ChannelInUse, DaysCrossed
from desktop_app.core.distribution_rules import (
    AlreadyThere,
    ChannelClosed,
    CorrectedSince,
    NotApprovedYet,
    NothingToCorrect,
    NotInThisState,
    TooLateToForget,
)
from desktop_app.core.home import Home
from desktop_app.core.periods import Month
from desktop_app.core.screenshots import ScreenshotUnreadable
from tests.core.makers import a_plan, a_school, an_approved_article

FIRST, LATER = date(2024, 5, 21), date(2024, 6, 3)


@pytest.fixture
def principal(home: Home) -> str:
    return a_school()


@pytest.fixture
def plan(principal: str) -> str:
    return a_plan()


@pytest.fixture
def article(plan: str, principal: str) -> str:
    return an_approved_article(plan, principal)


@pytest.fixture
def website(article: str) -> str:
    return channels.add_channel("website", "Website trường", url="https://truong.example")


def rewritten(article: str, principal: str, words: str = "Sáng nay, thầy và trò dự lễ chào cờ, có sửa.") -> None:
    """Newer words of the article, approved like the first."""
    articles.save_article(article, ArticleText("Lễ kỷ niệm 07/5", "Mở đầu", words))
    approvals.approve(article, person_id=principal)


def place_of(article: str) -> rows.PlaceRow:
    (place,) = rows.places(article)
    return place


def a_screenshot() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 200), "#1F6F5C").save(out, "PNG")
    return out.getvalue()


# ---------------------------------------------------------------- planned, out, proved


def test_a_plan_becomes_the_publication_when_it_happens(article: str, website: str) -> None:
    planned = distributions.plan(article, website, FIRST)
    assert (place_of(article).state, place_of(article).planned_on) == ("planned", FIRST)
    assert distributions.plan(article, website, LATER) == planned
    assert distributions.distribute(article, website, FIRST) == planned
    assert place_of(article)[2:4] == (LATER, FIRST)
    assert place_of(article).revision == 1


def test_what_did_not_go_out_says_why_and_can_be_done_later(article: str, website: str) -> None:
    planned = distributions.plan(article, website, FIRST)
    with pytest.raises(ReasonNeeded):
        distributions.fail(planned, "  ")
    distributions.fail(planned, "Mất mạng")
    assert (place_of(article).state, place_of(article).reason) == ("failed", "Mất mạng")
    assert distributions.distribute(article, website, LATER) == planned
    assert (place_of(article).state, place_of(article).reason) == ("done", "")


def test_a_plan_let_go_is_gone(article: str, website: str) -> None:
    distributions.unplan(distributions.plan(article, website, FIRST))
    assert rows.places(article) == []


def test_evidence_of_four_kinds_and_the_wrong_one_taken_out(
    home: Home, article: str, website: str, tmp_path: Path
) -> None:
    minutes = tmp_path / "biên bản.pdf"
    minutes.write_bytes(b"%PDF-1.7")
    done = distributions.distribute(article, website, FIRST)
    distributions.prove_with_address(done, " https://truong.example/a ")
    distributions.prove_with_file(home, done, minutes, "minutes")
    distributions.prove_with_screenshot(home, done, a_screenshot())
    address, paper, screenshot = place_of(article).evidence
    assert (address.url, paper.kind, paper.name) == ("https://truong.example/a", "minutes", "biên bản.pdf")
    assert (home.root / screenshot.file_path).read_bytes() == a_screenshot()
    for piece in (address, paper, screenshot):
        assert place_of(article).state == "proved"
        distributions.drop_evidence(piece.id)
    assert place_of(article).state == "done"
    assert (home.root / screenshot.file_path).exists()


def a_bomb() -> bytes:
    """A PNG of a few hundred bytes that claims 60000 x 60000 pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


@pytest.mark.parametrize("spoilt", [b"", b"not a picture", a_screenshot()[:60], a_bomb()])
def test_a_spoilt_or_hostile_picture_is_no_evidence(home: Home, article: str, website: str, spoilt: bytes) -> None:
    done = distributions.distribute(article, website, FIRST)
    with pytest.raises(ScreenshotUnreadable):
        distributions.prove_with_screenshot(home, done, spoilt)
    assert Evidence.select().count() == 0
    assert place_of(article).state == "done"


def test_a_planned_publication_has_nothing_to_prove(article: str, website: str) -> None:
    with pytest.raises(NotInThisState):
        distributions.prove_with_address(distributions.plan(article, website, FIRST), "https://truong.example")


def test_a_website_shows_an_article_once_but_a_conference_may_hear_it_twice(article: str, website: str) -> None:
    distributions.distribute(article, website, FIRST)
    with pytest.raises(AlreadyThere):
        distributions.distribute(article, website, LATER)
    conference = channels.add_channel("conference", "Hội nghị")
    for day in (FIRST, LATER):
        distributions.distribute(article, conference, day)
    assert Distribution.select().count() == 3


# ---------------------------------------------------------------- corrections


def test_newer_approved_words_ask_for_a_correction_and_the_article_counts_once(
    article: str, website: str, plan: str, principal: str
) -> None:
    old = distributions.distribute(article, website, FIRST)
    with pytest.raises(NothingToCorrect):
        distributions.correct(old, LATER)
    rewritten(article, principal)
    assert place_of(article).outdated
    assert rows.desk().to_correct == (article,)
    distributions.correct(old, LATER)
    before, after = rows.places(article)
    assert (before.corrected, before.outdated, after.outdated) == (True, False, False)
    assert (after.corrects_id, after.revision) == (old, 2)
    assert rows.desk().to_correct == ()
    assert [month_page.ledger_of(Month(2024, n)).articles.have for n in (5, 6)] == [1, 0]


def test_new_words_on_a_website_correct_what_stands_there(article: str, website: str, principal: str) -> None:
    old = distributions.distribute(article, website, FIRST)
    rewritten(article, principal)
    distributions.distribute(article, website, LATER)
    assert rows.places(article)[1].corrects_id == old


def test_the_same_words_approved_again_need_no_correction(article: str, website: str, principal: str) -> None:
    distributions.distribute(article, website, FIRST)
    rewritten(article, principal)
    rewritten(article, principal, "Sáng nay, thầy và trò dự lễ chào cờ.")
    assert not place_of(article).outdated
    assert rows.desk().to_correct == ()


def test_what_was_said_at_a_conference_is_not_corrected(article: str, principal: str) -> None:
    distributions.distribute(article, channels.add_channel("conference", "Hội nghị"), FIRST)
    rewritten(article, principal)
    assert rows.desk().to_correct == ()


def test_the_approved_text_can_be_recorded_while_newer_words_are_written(article: str, website: str) -> None:
    approved = distributions.approved_revision(article)
    assert approved is not None
    articles.save_article(article, ArticleText("Lễ kỷ niệm", "", "Đang viết thêm."))
    with pytest.raises(NotApprovedYet):
        distributions.distribute(article, website, FIRST)
    draft = Article.get_by_id(article).head_revision_id
    with pytest.raises(NotApprovedYet):
        distributions.distribute(article, website, FIRST, revision_id=draft)
    distributions.distribute(article, website, FIRST, revision_id=str(approved.id))
    assert place_of(article).revision == 1


def test_what_a_correction_replaced_is_not_asked_for_evidence(article: str, website: str, principal: str) -> None:
    old = distributions.distribute(article, website, FIRST)
    rewritten(article, principal)
    newer = distributions.correct(old, LATER)
    assert rows.desk().to_prove == (article,)
    distributions.prove_with_address(newer, "https://truong.example/a")
    assert rows.desk().finished == (article,)
    assert months.unproved_distributions(date(2024, 1, 1), date(2024, 12, 31)) == 0
    assert [one.kind for one in today.waiting(LATER)] == []


# ---------------------------------------------------------------- taken down, slips


def test_the_last_place_taken_down_takes_the_article_down_and_comes_back(article: str, website: str) -> None:
    fanpage = channels.add_channel("fanpage", "Fanpage")
    first, second = (distributions.distribute(article, place, FIRST) for place in (website, fanpage))
    with pytest.raises(ReasonNeeded):
        distributions.take_down(first, "")
    distributions.take_down(first, "Sai tên học sinh")
    assert Article.get_by_id(article).state == "approved"
    distributions.take_down(second, "Sai tên học sinh")
    taken = Article.get_by_id(article)
    assert (taken.state, taken.state_reason) == ("taken_down", "Sai tên học sinh")
    distributions.put_back(second)
    assert Article.get_by_id(article).state == "approved"
    assert [place.state for place in rows.places(article)] == ["taken_down", "done"]


def test_a_place_is_taken_down_with_its_corrections(article: str, website: str, principal: str) -> None:
    old = distributions.distribute(article, website, FIRST)
    rewritten(article, principal)
    distributions.take_down(distributions.correct(old, LATER), "Gia đình đề nghị")
    assert {place.state for place in rows.places(article)} == {"taken_down"}
    distributions.put_back(old)
    assert {place.state for place in rows.places(article)} == {"done"}


@pytest.mark.parametrize("act", ["withdraw", "return"])
def test_an_article_taken_back_to_the_desk_can_still_be_taken_down(
    article: str, website: str, principal: str, act: str
) -> None:
    done = distributions.distribute(article, website, FIRST)
    articles.save_article(article, ArticleText("Lễ", "", "Sửa"))
    if act == "withdraw":
        articles.withdraw_article(article)
    else:
        approvals.return_article(article, person_id=principal, reasons=["facts"])
    distributions.take_down(done, "Sai số liệu")
    assert Article.get_by_id(article).state == "taken_down"


def test_a_slip_of_today_is_taken_out_and_its_plan_stands_again(article: str, website: str) -> None:
    distributions.plan(article, website, LATER)
    distributions.forget(distributions.distribute(article, website, FIRST))
    assert (place_of(article).state, place_of(article).planned_on) == ("planned", LATER)
    assert article_rows.distributions(article) == []
    assert "recorded by mistake" in [event.act for event in AuditEvent.select()]


def test_a_slip_of_yesterday_stays_and_so_does_one_that_was_corrected(
    article: str, website: str, principal: str
) -> None:
    old = distributions.distribute(article, website, FIRST)
    rewritten(article, principal)
    newer = distributions.correct(old, LATER)
    with pytest.raises(CorrectedSince):
        distributions.forget(old)
    row = Distribution.get_by_id(newer)
    row.recorded_at -= timedelta(days=1)
    row.save()
    with pytest.raises(TooLateToForget):
        distributions.forget(newer)


# ---------------------------------------------------------------- the tabs


def test_each_article_lies_in_one_tab(article: str, website: str, home: Home, plan: str, principal: str) -> None:
    assert rows.desk().to_publish == (article,)
    done = distributions.distribute(article, website, FIRST)
    assert rows.desk().to_prove == (article,)
    distributions.prove_with_address(done, "https://truong.example/a")
    assert rows.desk().finished == (article,)
    distributions.plan(article, channels.add_channel("fanpage", "Fanpage"), LATER)
    assert rows.desk().to_publish == (article,)
    rewritten(article, principal)
    assert rows.desk().tab_of(article) == "to_correct"
    distributions.take_down(done, "Nhầm")
    assert rows.desk().tab_of(article) is None
    assert rows.lines([article])[0].places == 0


# ---------------------------------------------------------------- channels


def test_a_used_channel_is_closed_not_deleted(article: str, website: str) -> None:
    distributions.distribute(article, website, FIRST)
    with pytest.raises(ChannelInUse):
        channels.remove_channel(website)
    with pytest.raises(ChannelInUse):
        channels.describe_channel(website, kind="fanpage", name="X", url="", official=True)
    channels.use_channel(website, None, date(2024, 5, 31))
    rewritten(article, str(Article.get_by_id(article).decisions.first().decided_by_id))
    with pytest.raises(ChannelClosed):
        distributions.distribute(article, website, LATER)
    with pytest.raises(DaysCrossed):
        channels.use_channel(website, LATER, FIRST)


def test_an_unused_channel_goes_and_comes_back(home: Home) -> None:
    made = channels.add_channel("fanpage", "Fanpage")
    channels.describe_channel(made, kind="website", name="Trang mới", url="https://moi.example", official=False)
    assert rows.channels()[0][1:5] == ("website", "Trang mới", "https://moi.example", False)
    channels.remove_channel(made)
    assert rows.channels() == []
    channels.bring_channel_back(made)
    assert len(rows.channels()) == 1
