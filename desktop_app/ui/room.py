"""A room of the window: its name for ``show``, its word and icon on the rail, and what makes its screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from desktop_app.ui.screens.screen import Screen


class Room(NamedTuple):
    """``label`` is a message id, ``icon`` a Bootstrap icon, ``low`` puts it at the foot of the rail."""

    name: str
    label: str
    icon: str
    factory: Callable[[Any], Screen]
    low: bool = False
