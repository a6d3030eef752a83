"""The month's page: what counts, where, in time or late, and what comes next."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.months import (
    Ledger,
    MonthFacts,
    Product,
    QuotaAsked,
    belongs_to,
    ledger,
    need_of,
    opinion_report_due,
)
from desktop_app.core.periods import Month

MAY = Month(2024, 5)
ONE_ARTICLE = QuotaAsked("school", "tin_bai", 1, "month", 1, "Tối thiểu mỗi tháng 01 tin bài")
ONE_PICTURE = QuotaAsked("school", "photo_or_video", 1, "month", 1, "mỗi tháng ít nhất 01 ảnh/video")


def product(day: str, recorded: str | None = None, month: str | None = None, kind: str = "tin_bai") -> Product:
    return Product(day, day, kind, date.fromisoformat(day), date.fromisoformat(recorded or day), month)


def page(
    today: str = "2024-05-25",
    articles: tuple[Product, ...] = (),
    materials: tuple[Product, ...] = (),
    month: Month = MAY,
    quotas: tuple[QuotaAsked, ...] = (ONE_ARTICLE, ONE_PICTURE),
    **facts: object,
) -> Ledger:
    return ledger(
        MonthFacts(month, date.fromisoformat(today), Month(2024, 3), quotas, articles, materials, **facts)  # type: ignore[arg-type]
    )


def test_an_empty_running_month_owes_both_and_begins_with_writing() -> None:
    may = page()
    assert (may.state, may.articles.have, may.articles.need, may.materials.need) == ("running", 0, 1, 1)
    assert [owed.kind for owed in may.missing] == ["articles", "materials"]
    assert may.next
    assert may.next.act == "write_article"
    assert may.days_left == 7


def test_an_approved_article_makes_the_month_almost_met_and_asks_where_it_was_published() -> None:
    may = page(materials=(product("2024-05-07", kind="photo"),), approved_waiting=("a1",))
    assert (may.state, may.articles.state, may.materials.state) == ("almost", "almost", "met")
    assert may.next
    assert (may.next.act, may.next.id) == ("distribute", "a1")


def test_a_month_with_both_is_met_and_asks_nothing_more() -> None:
    may = page(articles=(product("2024-05-21"),), materials=(product("2024-05-07"),))
    assert may.state == "met"
    assert (may.missing, may.next) == ([], None)


def test_a_past_month_without_its_article_is_missing_for_ever() -> None:
    may = page(today="2024-06-20", materials=(product("2024-05-07"),), articles=(product("2024-06-01"),))
    assert (may.state, may.articles.have) == ("missing", 0)


def test_an_article_of_june_given_to_may_makes_may_met_late_and_leaves_june() -> None:
    moved = product("2024-06-03", month="2024-05")
    may = page(today="2024-06-20", articles=(moved,), materials=(product("2024-05-07"),))
    june = page(today="2024-06-20", month=Month(2024, 6), articles=(moved,))
    assert (may.state, may.articles.late) == ("met_late", (moved.id,))
    assert june.articles.have == 0


def test_what_happened_in_time_but_was_typed_in_after_the_grace_days_is_marked() -> None:
    may = page(
        today="2024-06-20",
        articles=(product("2024-05-30", "2024-06-10"),),
        materials=(product("2024-05-07"),),
    )
    assert may.state == "met_recorded_later"
    within = page(
        today="2024-06-20",
        articles=(product("2024-05-30", "2024-06-05"),),
        materials=(product("2024-05-07"),),
    )
    assert within.state == "met"


def test_months_before_the_first_counted_one_owe_nothing() -> None:
    january = page(month=Month(2024, 1), today="2024-02-10")
    assert (january.state, january.missing) == ("not_counted", [])


def test_an_exempted_month_owes_nothing() -> None:
    july = page(month=Month(2024, 7), today="2024-08-10", exempt_reason="Nghỉ hè")
    assert (july.state, july.missing) == ("exempt", [])


def test_a_month_that_has_not_begun_only_waits() -> None:
    assert page(month=Month(2024, 9)).state == "not_yet"


def test_the_figure_is_the_plans_own() -> None:
    three = ONE_ARTICLE._replace(minimum=3)
    assert page(quotas=(three, ONE_PICTURE)).articles.need == 3
    assert page(quotas=()).articles.need == 0


def test_a_quota_for_each_unit_counts_the_units() -> None:
    assert page(quotas=(ONE_ARTICLE._replace(scope="unit", heads=4),)).articles.need == 4


def test_two_a_week_are_two_for_every_week_that_ends_in_the_month() -> None:
    weekly = ONE_ARTICLE._replace(per="week", minimum=2)
    assert need_of([weekly], ("tin_bai",), MAY) == 8
    assert need_of([weekly], ("tin_bai",), Month(2024, 6)) == 10


def test_tin_and_bai_asked_apart_add_up_and_the_same_thing_said_twice_does_not() -> None:
    apart = [ONE_ARTICLE._replace(product="tin", minimum=2), ONE_ARTICLE._replace(product="bai")]
    assert need_of(apart, ("tin", "bai", "tin_bai"), MAY) == 3
    assert need_of([ONE_ARTICLE, ONE_ARTICLE._replace(minimum=2)], ("tin_bai",), MAY) == 2


def test_a_reporting_month_may_run_from_the_15th_to_the_14th() -> None:
    late_april = product("2024-04-20")
    assert belongs_to(late_april, MAY, starts_on=15)
    assert not belongs_to(product("2024-05-15"), MAY, starts_on=15)
    assert page(articles=(late_april,), starts_on=15).articles.have == 1


def test_the_opinion_report_is_due_at_the_end_of_each_quarter() -> None:
    assert [number for number in range(1, 13) if opinion_report_due("quarter", Month(2024, number))] == [
        3,
        6,
        9,
        12,
    ]


days = st.dates(date(2024, 1, 1), date(2024, 12, 31))
moved_to = st.none() | st.integers(1, 12).map(lambda number: f"2024-{number:02d}")


@given(st.lists(st.tuples(days, moved_to), max_size=30), st.integers(1, 28))
def test_every_product_counts_in_exactly_one_month(made: list[tuple[date, str | None]], starts_on: int) -> None:
    products = [Product(str(n), "", "tin_bai", day, day, month) for n, (day, month) in enumerate(made)]
    year = [Month(2024, number) for number in range(1, 13)] + [Month(2025, 1)]
    counted = [belongs_to(item, month, starts_on) for item in products for month in year]
    assert sum(counted) == len(products)


@given(st.lists(days, max_size=6), st.integers(0, 4), st.dates(date(2024, 1, 1), date(2025, 6, 1)))
def test_what_is_missing_and_what_is_there_always_make_the_need(made: list[date], need: int, today: date) -> None:
    articles = tuple(Product(str(day), "", "tin_bai", day, day) for day in made)
    may = page(today=str(today), articles=articles, quotas=(ONE_ARTICLE._replace(minimum=need),))
    short = sum(owed.short for owed in may.missing if owed.kind == "articles")
    assert short == max(0, need - may.articles.have)
    assert (may.articles.state in ("met", "met_recorded_later")) == (may.articles.have >= need)
