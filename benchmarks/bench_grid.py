"""50,000 photos rolled through: how long each frame takes, from the wheel's turn until it is painted.

Frames while pictures arrive count too, as a person at the wheel sees them. The peer is a Treeview with a line for each
photo and no picture at all.
"""

from __future__ import annotations

import statistics
import time
import tkinter
import tkinter.ttk
from collections.abc import Callable
from functools import partial

from benchmarks.archive import write_media
from benchmarks.bench_table import covering, opened_window
from benchmarks.measuring import Row, show, workplace
from benchmarks.photos import camera_photos, shrunk
from db.queries.media import MediaFilter
from db.queries.media_shown import Shown, shown_count, shown_page
from desktop_app.core.home import Home
from desktop_app.core.media.renditions import LARGE, SMALL, rendition_place
from desktop_app.ui.screens.media.words import Cell
from desktop_app.ui.widgets.thumbnail_grid import ThumbnailGrid
from desktop_app.ui.window import Window

PHOTOS, FILES = 50_000, 6
TURNS, STOPS = 120, 6
CADENCE, FRAME = 0.016, 0.016
EVERYTHING = Shown(MediaFilter())


def main() -> None:
    with workplace() as work:
        home, card = Home(work / "home"), camera_photos(work / "card", FILES)
        renditions = {size: shrunk(card, work / str(size), size) for size in (SMALL, LARGE)}
        with home.opened():
            write_media(home, PHOTOS, renditions)
            window = opened_window(work)
            ours, theirs = frames_of_grid(window, home), frames_of_list(window)
            window.destroy()
    path = f"{PHOTOS:,} photos rolled through, 95 of 100 frames within"
    show(Row(path, "a Treeview of as many lines", p95(ours), p95(theirs), limit=FRAME))


def frames_of_grid(window: Window, home: Home) -> list[float]:
    """Seconds of each frame of our grid, at several places of the archive."""
    frame = covering(window)
    grid = ThumbnailGrid(frame, page=partial(page, home), count=lambda: shown_count(EVERYTHING))
    tkinter.Pack.pack_configure(grid, fill="both", expand=True)
    grid.refresh()
    taken = rolled(window, lambda place: grid.see(int(place * (PHOTOS - 1))), grid.canvas)
    frame.destroy()
    return taken


def page(home: Home, offset: int, limit: int) -> list[Cell]:
    rows = shown_page(EVERYTHING, offset, limit)
    return [Cell(row.id, rendition_place(home, row.sha256, SMALL), row.caption, "") for row in rows]


def frames_of_list(window: Window) -> list[float]:
    """The same turns over a plain list."""
    frame = covering(window)
    tree = tkinter.ttk.Treeview(frame, columns=["caption", "day"], show="headings")
    for row in shown_page(EVERYTHING, 0, PHOTOS):
        tree.insert("", "end", values=[row.caption, row.taken_at])
    tree.pack(fill="both", expand=True)
    window.update()
    taken = rolled(window, tree.yview_moveto, tree)
    frame.destroy()
    return taken


def rolled(window: Window, go: Callable[[float], object], wheel: tkinter.Misc) -> list[float]:
    """Go to some places and turn the wheel there, one turn a frame; how long each frame was busy."""
    taken = []
    for stop in range(STOPS):
        go(stop / STOPS)
        window.update()
        for _turn in range(TURNS):
            began = time.perf_counter()
            wheel.event_generate("<Button-5>")
            window.update()
            taken.append(time.perf_counter() - began)
            time.sleep(max(0.0, CADENCE - taken[-1]))
    return taken


def p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1]


if __name__ == "__main__":
    main()
