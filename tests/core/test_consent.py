"""A yes taken back: the picture goes nowhere any more, and every place where it is out is named until it is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from db.models import Consent, Distribution, MediaAsset
from db.queries import consents as rows
from db.queries.today import waiting
from desktop_app.core import consent, distributions
from desktop_app.core.articles import ReasonNeeded, place_photos
from desktop_app.core.home import Home
from tests.core.makers import a_picture, a_plan, a_published_article, a_school

GIVEN, WITHDRAWN, LATER = date(2024, 5, 1), date(2024, 6, 3), date(2024, 6, 8)


@pytest.fixture
def picture(home: Home) -> str:
    """A pupil's picture under an article that is out on the website; both have agreed."""
    asset = a_picture(people="children")
    article = a_published_article(a_plan(), a_school(), date(2024, 5, 21))
    place_photos(article, [asset])
    return asset


def agreed(asset: str, **facts: Any) -> str:
    yes = consent.ConsentGiven("Em A", "Mẹ em", True, True, ["website", "authority"], GIVEN)
    return consent.give_consent(replace(yes, **facts), [asset])


def test_a_withdrawal_names_every_place_and_stops_every_use(picture: str) -> None:
    given = agreed(picture)
    assert consent.obstacle(picture, "website", WITHDRAWN) is None
    places = consent.withdraw_consent(given, WITHDRAWN, "Gia đình không muốn nữa", by_name="Cô Hoa")
    assert [(one.kind, one.done_on) for one in places] == [("website", date(2024, 5, 21))]
    for kind in ("website", "authority"):
        assert consent.obstacle(picture, kind, WITHDRAWN) == consent.CONSENT_MISSING
    assert MediaAsset.get_by_id(picture).state == "restricted"


def test_the_place_waits_first_of_all_until_it_is_taken_down(picture: str) -> None:
    consent.withdraw_consent(agreed(picture), WITHDRAWN, "Rút")
    first = waiting(LATER)[0]
    assert (first.kind, first.days) == ("to_take_down", 5)
    assert not [one for one in waiting(GIVEN) if one.kind == "to_take_down"], "not before the day"
    distributions.take_down(str(Distribution.get().id), "Gia đình rút đồng ý")
    assert not [one for one in waiting(LATER) if one.kind == "to_take_down"]


def test_a_new_yes_frees_the_picture(picture: str) -> None:
    consent.withdraw_consent(agreed(picture), WITHDRAWN, "Rút")
    Consent.delete().where(Consent.withdrawn_on.is_null(False)).execute()
    agreed(picture, given_on=LATER)
    assert MediaAsset.get_by_id(picture).state == "kept"
    assert consent.obstacle(picture, "website", LATER) is None


def test_a_withdrawal_needs_a_reason_and_a_day_after_the_yes(picture: str) -> None:
    given = agreed(picture)
    with pytest.raises(ReasonNeeded):
        consent.withdraw_consent(given, WITHDRAWN, " ")
    with pytest.raises(consent.WithdrawnBefore):
        consent.withdraw_consent(given, date(2024, 4, 30), "Rút")
    with pytest.raises(consent.NoSuchConsent):
        consent.withdraw_consent("nowhere", WITHDRAWN, "Rút")
    assert consent.obstacle(picture, "website", LATER) is None


@pytest.mark.parametrize(
    ("born", "on", "free"),
    [
        (date(2018, 5, 22), date(2024, 5, 21), True),  # six years: the guardian speaks
        (date(2017, 5, 21), date(2024, 5, 21), False),  # seven today: the child is asked
        (None, date(2024, 5, 21), False),
    ],
)
def test_a_childs_own_yes_is_needed_from_seven(picture: str, born: date | None, on: date, free: bool) -> None:
    agreed(picture, child_ok=False, birth_date=born)
    assert (consent.obstacle(picture, "website", on) is None) == free


def test_a_yes_ends_with_its_last_day(picture: str) -> None:
    agreed(picture, expires_on=WITHDRAWN)
    assert consent.obstacle(picture, "website", date(2024, 6, 2)) is None
    assert consent.obstacle(picture, "website", WITHDRAWN) == consent.CONSENT_MISSING


def test_many_pictures_are_judged_as_each_alone(home: Home) -> None:
    kinds = ("none", "adults", "children", "", "children")
    nobody, adults, pupils, unknown, covered = (
        a_picture(people=people, sha256=f"{number:064x}") for number, people in enumerate(kinds)
    )
    agreed(covered)
    ids = [unknown, covered, pupils, adults, nobody]
    found = consent.obstacles(ids, "website", LATER)
    assert found == {unknown: consent.PEOPLE_UNKNOWN, pupils: consent.CONSENT_MISSING}
    assert list(found) == [unknown, pupils], "in the order they were given"
    assert found == {one: why for one in ids if (why := consent.obstacle(one, "website", LATER))}


def test_a_class_agrees_at_once_and_its_pupils_are_put_to_pictures_later(home: Home) -> None:
    picture = a_picture(people="children")
    yes = consent.ConsentGiven("", "Mẹ", True, True, ["website"], GIVEN, class_name="3A")
    ids = consent.give_together([replace(yes, subject="Em A"), replace(yes, subject="Em B")], by_name="Cô Hoa")
    assert [(line.subject, line.class_name, line.pictures) for line in rows.consents("3A")] == [
        ("Em A", "3A", 0),
        ("Em B", "3A", 0),
    ]
    assert consent.cover(ids, [picture]) == 2
    assert consent.cover(ids, [picture]) == 0, "each is in a picture once"
    assert consent.obstacle(picture, "website", LATER) is None


def test_one_no_among_many_keeps_the_picture_back(home: Home) -> None:
    picture = a_picture(people="children")
    agreed(picture)
    agreed(picture, subject="Em B", channels=["conference"])
    assert consent.obstacle(picture, "website", LATER) == consent.CONSENT_MISSING


def test_a_consent_typed_wrongly_is_written_anew_and_keeps_its_scan(home: Home) -> None:
    picture = a_picture(people="children")
    given = agreed(picture, scan_sha256="ab" * 32)
    right = consent.ConsentGiven("Em Á", "Mẹ em", True, True, ["website"], GIVEN, class_name="3A")
    consent.correct_consent(given, right, by_name="Cô Hoa")
    line = rows.consent(given)
    assert line is not None
    assert (line.subject, line.class_name, line.scan_sha256, line.pictures) == ("Em Á", "3A", "ab" * 32, 1)
    with pytest.raises(consent.NoSuchConsent):
        consent.correct_consent("nobody", right)


def test_a_pupil_is_found_by_name_without_accents(home: Home) -> None:
    picture = a_picture()
    agreed(picture, subject="Giàng Thị Dợ", class_name="4B")
    agreed(picture, subject="Lò Văn An", class_name="3A")
    assert [line.subject for line in rows.consents(text="giang")] == ["Giàng Thị Dợ"]
    assert [line.subject for line in rows.consents()] == ["Lò Văn An", "Giàng Thị Dợ"]
    assert rows.classes_with_consents() == [("3A", 1), ("4B", 1)]
