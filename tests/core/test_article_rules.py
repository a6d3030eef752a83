"""Every act in every state: the one table behind buttons, batch acts, command line and import."""

from __future__ import annotations

import pytest

from desktop_app.core.article_rules import (
    MOVES,
    STATE_WORDS,
    WANTED,
    ArticleFacts,
    NotAllowedNow,
    StillMissing,
    refusal,
    require,
    standing,
)

READY = ArticleFacts(
    state="writing",
    title="Ngày hội đọc sách",
    has_topic=True,
    words=120,
    photos=1,
    photos_without_caption=0,
    has_event_date=True,
    authors=1,
)
# Rows are states as a person is shown them; each cell is where the act leads. A dash: it is refused.
TABLE = """
act        writing    in_review     needs_changes approved   published  taken_down cancelled
edit       writing    in_review     writing       in_review  in_review  -          -
submit     in_review  -             in_review     -          -          -          -
withdraw   -          writing       -             -          -          -          -
approve    -          approved      -             -          -          -          -
return     -          needs_changes -             -          -          -          -
distribute -          -             -             approved   approved   -          -
take_down  -          -             -             -          taken_down -          -
cancel     cancelled  cancelled     cancelled     cancelled  -          -          -
reopen     -          -             -             -          -          -          writing
"""
HEAD, *ROWS = (line.split() for line in TABLE.strip().splitlines())
CELLS = [(row[0], state, wanted) for row in ROWS for state, wanted in zip(HEAD[1:], row[1:], strict=True)]


def facts(state: str) -> ArticleFacts:
    stored = "approved" if state == "published" else state
    return READY._replace(state=stored, published=state == "published")


def test_the_table_names_every_act_and_every_state() -> None:
    assert {row[0] for row in ROWS} == set(MOVES) == set(WANTED)
    assert set(HEAD[1:]) == set(STATE_WORDS)


@pytest.mark.parametrize(("act", "state", "wanted"), CELLS)
def test_every_act_in_every_state(act: str, state: str, wanted: str) -> None:
    if wanted == "-":
        assert [line.field for line in refusal(act, facts(state))] == ["state"]
        with pytest.raises(NotAllowedNow):
            require(act, facts(state))
    else:
        assert not refusal(act, facts(state))
        assert require(act, facts(state)) == wanted


@pytest.mark.parametrize("state", ["writing", "in_review", "needs_changes"])
def test_a_correction_of_what_is_out_is_taken_down_not_cancelled(state: str) -> None:
    correcting = READY._replace(state=state, published=True)
    assert refusal("cancel", correcting)
    assert require("take_down", correcting) == "taken_down"


def test_sending_names_each_missing_thing_with_its_field() -> None:
    bare = READY._replace(title=" ", has_topic=False, photos_without_caption=1)
    assert [line.field for line in refusal("submit", bare)] == ["title", "topic", "photos"]
    with pytest.raises(StillMissing):
        require("submit", bare)


def test_published_is_seen_never_kept() -> None:
    assert standing("approved", True) == "published"
    assert standing("in_review", True) == "in_review"
