"""Corrections of a plan's topics before it is kept: each gives new topics and leaves the old ones as they were."""

from __future__ import annotations

from dataclasses import replace

from db.text import nfc
from desktop_app.core.plans.draft import ItemDraft, TopicDraft

Topics = tuple[TopicDraft, ...]


def with_topic(topics: Topics, place: int, *, printed_no: str, title: str) -> Topics:
    """The topic at ``place`` named anew; an empty number is none."""
    topic = replace(topics[place], printed_no=_clean(printed_no) or None, title=_clean(title))
    return (*topics[:place], topic, *topics[place + 1 :])


def with_new_topic(topics: Topics, after: int, title: str) -> Topics:
    """A topic without number or items below the one at ``after`` (-1 for the top)."""
    return (*topics[: after + 1], TopicDraft(None, title), *topics[after + 1 :])


def without_topic(topics: Topics, place: int) -> Topics:
    """The others, each with its own number as before."""
    return (*topics[:place], *topics[place + 1 :])


def with_item(topics: Topics, place: int, item: int, text: str) -> Topics:
    """One content line reworded."""
    items = topics[place].items
    return _with_items(topics, place, (*items[:item], replace(items[item], text=_clean(text)), *items[item + 1 :]))


def with_new_item(topics: Topics, place: int, after: int, text: str) -> Topics:
    """A content line below the one at ``after`` (-1 for the top) of the topic at ``place``."""
    items = topics[place].items
    return _with_items(topics, place, (*items[: after + 1], ItemDraft(text), *items[after + 1 :]))


def without_item(topics: Topics, place: int, item: int) -> Topics:
    """The topic without one of its content lines."""
    items = topics[place].items
    return _with_items(topics, place, (*items[:item], *items[item + 1 :]))


def with_item_split(topics: Topics, place: int, item: int, at: int) -> Topics:
    """A content line cut in two before its letter ``at``; nothing changes where one half would be empty."""
    items = topics[place].items
    first, second = (_clean(part).lstrip("-–—+• ") for part in (items[item].text[:at], items[item].text[at:]))
    if not first or not second:
        return topics
    halves = (replace(items[item], text=first), ItemDraft(second))
    return _with_items(topics, place, (*items[:item], *halves, *items[item + 1 :]))


def _with_items(topics: Topics, place: int, items: tuple[ItemDraft, ...]) -> Topics:
    return (*topics[:place], replace(topics[place], items=items), *topics[place + 1 :])


def _clean(text: str) -> str:
    return " ".join(nfc(text).split())
