"""Registers: whatever order events arrive in, however often, the outcome is one."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.sync.registers import Registers, Replaced

FIELDS = ("title", "body")
Told = dict[int, dict[str, set[int]]]
"""Events by number: per field they speak of, the earlier events they replace."""


@st.composite
def histories(draw: st.DrawFn) -> Told:
    told: Told = {}
    for number in range(1, draw(st.integers(2, 7))):
        fields = draw(st.sets(st.sampled_from(FIELDS), min_size=1))
        told[number] = {
            field: draw(st.sets(st.sampled_from([e for e in told if field in told[e]])))
            if any(field in told[e] for e in told)
            else set()
            for field in sorted(fields)
        }
    return told


def after(told: Told, order: list[int]) -> Registers:
    """The registers of a PC that hears the events in this order, numbering them as they come."""
    registers, here = Registers({}, {}), set[int]()
    for event in order:
        over = {
            field: Replaced(frozenset(replaced & here), frozenset(f"e{one}" for one in replaced - here))
            for field, replaced in told[event].items()
        }
        registers.take(event, f"e{event}", told[event], over)
        here.add(event)
    return registers


def heads(told: Told) -> dict[str, set[int]]:
    """What no event names: the definition."""
    return {
        field: {e for e in told if field in told[e] and not any(e in told[o].get(field, ()) for o in told)}
        for field in FIELDS
    }


@given(histories(), st.randoms(use_true_random=False))
def test_any_order_tells_the_same(told: Told, dice: object) -> None:
    for order in itertools.islice(itertools.permutations(told), 200):
        registers = after(told, list(order))
        assert {field: set(found) for field, found in registers.heads.items() if found} == {
            field: found for field, found in heads(told).items() if found
        }
        assert not registers.awaited


@given(histories())
def test_what_is_kept_is_read_again(told: Told) -> None:
    registers = after(told, list(reversed(told)))
    again = Registers.read(registers.kept())
    assert (again.heads, again.awaited) == (registers.heads, registers.awaited)


def test_an_event_replaced_before_it_came_is_never_shown() -> None:
    registers = Registers.read(None)
    registers.take(1, "later", ["title"], {"title": Replaced(frozenset(), frozenset({"earlier"}))})
    registers.take(2, "earlier", ["title"], {})
    assert registers.heads == {"title": [1]}
