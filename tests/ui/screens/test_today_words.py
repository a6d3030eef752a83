"""The words of the first screen, without a window."""

from __future__ import annotations

from datetime import date

from db.queries.today import Waiting
from desktop_app.core.months import CheckLine, Count, Ledger, NextAct
from desktop_app.core.periods import Month
from desktop_app.ui.screens.today import words as today_words

MAY = Month(2024, 5)


def page(articles: Count, materials: Count, following: NextAct | None, days_left: int = 6) -> Ledger:
    return Ledger(MAY, "running", articles, materials, [], following, days_left)


def test_the_tile_nearest_to_done_carries_the_main_button() -> None:
    may = page(
        Count(0, 1, "almost"), Count(0, 1, "running"), NextAct("distribute", "a1", "Record where it was published")
    )
    articles, materials = today_words.article_tile(may, ["Lễ kỷ niệm"]), today_words.material_tile(may)
    assert (articles.main, materials.main) == (True, False)
    assert articles.target == ("publish", {"article_id": "a1"})
    assert "Lễ kỷ niệm" in articles.sentence
    assert materials.target == ("media", {"start_import": True})


def test_when_articles_are_met_the_pictures_come_next() -> None:
    may = page(Count(1, 1, "met"), Count(0, 1, "running"), NextAct("import_media", "", "Import photos"))
    assert not today_words.article_tile(may, []).main
    assert today_words.material_tile(may).main


def test_a_met_month_has_no_main_button_but_one_can_still_write() -> None:
    may = page(Count(2, 1, "met"), Count(3, 1, "met"), None)
    tile = today_words.article_tile(may, [])
    assert (tile.main, tile.act, tile.kind) == (False, "Write an article", "good")


def test_at_most_seven_things_wait_and_the_old_ones_are_marked() -> None:
    waiting = [Waiting("draft", str(number), f"Bài {number}", number) for number in range(9, 0, -1)]
    lines = today_words.waiting_lines(waiting)
    assert len(lines) == 7
    assert lines[0].state == "late"
    assert lines[0].target == ("articles", {"article_id": "9"})
    assert "9" in lines[0].note


def test_a_done_line_of_the_checklist_leads_nowhere() -> None:
    done, left = today_words.checklist_lines(
        [CheckLine("Articles", True, True, "articles"), CheckLine("Report", False, False, "reports")]
    )
    assert (done.state, done.target) == ("done", None)
    assert (left.state, left.target) == ("open", ("reports", {}))
    assert "advised" in left.text


def test_the_days_left_are_said_in_words() -> None:
    quiet = Count(0, 1, "running")
    assert today_words.days_left_words(page(quiet, quiet, None), date(2024, 5, 26)) == "6 days left"
    assert today_words.days_left_words(page(quiet, quiet, None, 0), date(2024, 7, 1)) == "has ended"
    assert today_words.days_left_words(page(quiet, quiet, None, 0), date(2024, 4, 1)) == "has not begun"
