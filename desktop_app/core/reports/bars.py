"""Bars drawn on paper: done against asked, articles beside materials; clear in black and white too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.reports.pieces import drawn
from desktop_app.core.reports.snapshot import Quota

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

# The app's colours; in black and white the full bar is dark, the missing part hatched, materials light.
DONE = "#1F6F5C"
MATERIALS = "#CFE3DD"
MISSING = "#A8326E"
INK = "#2B2A27"

BAR_HEIGHT = 8.0


def quota_bar(quota: Quota, width: float) -> Flowable:
    """A bar: done is full, what is missing is hatched, a stroke marks what was asked."""
    unit = width / max(quota.have, quota.need, 1)

    def draw(canvas: Canvas) -> None:
        full_bar(canvas, 0, quota.have * unit, DONE)
        if quota.need > quota.have:
            _hatched(canvas, quota.have * unit, quota.need * unit)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1.4)
        canvas.line(quota.need * unit, -2.5, quota.need * unit, BAR_HEIGHT + 2.5)

    return drawn(width, BAR_HEIGHT, draw)


def topic_bar(articles: int, materials: int, most: int, width: float) -> Flowable:
    """Articles dark, then materials light, on the scale of the busiest topic."""
    unit = width / max(most, 1)

    def draw(canvas: Canvas) -> None:
        end = articles * unit
        full_bar(canvas, 0, end, DONE)
        full_bar(canvas, end, end + materials * unit, MATERIALS)

    return drawn(width, BAR_HEIGHT, draw)


def full_bar(canvas: Canvas, start: float, end: float, colour: str) -> None:
    """A filled box from ``start`` to ``end``, as high as a bar; nothing where it has no length."""
    if end <= start:
        return
    canvas.setFillColor(colour)
    canvas.setStrokeColor(DONE)
    canvas.setLineWidth(0.6)
    canvas.rect(start, 0, end - start, BAR_HEIGHT, stroke=1, fill=1)


def _hatched(canvas: Canvas, start: float, end: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(MISSING)
    canvas.setLineWidth(0.8)
    outline = canvas.beginPath()
    outline.rect(start, 0, end - start, BAR_HEIGHT)
    canvas.clipPath(outline, stroke=1, fill=0)
    for offset in range(int(start) - int(BAR_HEIGHT), int(end) + 1, 4):
        canvas.line(offset, 0, offset + BAR_HEIGHT, BAR_HEIGHT)
    canvas.restoreState()
