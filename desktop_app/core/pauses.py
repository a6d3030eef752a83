"""How long to wait before the next try of something that has just failed outside."""

from __future__ import annotations

FIRST_PAUSE = 60
"""Seconds till the second try."""


def pause_after(tries: int, longest: float, asked: float = 0) -> float:
    """Seconds to wait after ``tries`` earlier ones in vain: doubled with each, at most ``longest``; never less than the
    other side ``asked`` for."""
    return max(min(FIRST_PAUSE * 2.0**tries, longest), asked)
