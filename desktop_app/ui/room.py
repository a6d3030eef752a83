"""A room of the window: its name for ``show``, its word and icon on the rail, and what makes its screen."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from desktop_app.ui.screens.screen import Screen


class Room(NamedTuple):
    """``label`` is a message id, ``icon`` a Bootstrap icon, ``low`` puts it at the foot of the rail."""

    name: str
    label: str
    icon: str
    factory: Callable[[Any], Screen]
    low: bool = False


def screen_at(place: str, **needs: Any) -> Callable[[Any], Screen]:
    """What makes the screen at ``place`` ("articles.room:ArticlesScreen", below ui/screens) with all it ``needs``.

    Its file is read when the room is first entered: on an old disk most of a start went to rooms nobody had asked for.
    """
    module, name = place.split(":")

    def make(parent: Any) -> Screen:
        screen: Screen = getattr(import_module(f"desktop_app.ui.screens.{module}"), name)(parent, **needs)
        return screen

    return make
